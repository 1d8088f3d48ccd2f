/** What no play ever meets, and why: scenes, endings, choices and ways that stay shut, with what blocks them. */
import type { Problem } from '../base/index.ts'
import { holdsAt, type Matter } from '../game/index.ts'
import { type Choice, goals, type Path, problem, type Scene } from '../level/index.ts'
import { exits } from './live.ts'
import type { Walk } from './walk.ts'

/** What a walk met: scenes and endings by id, and `scene/choice`, `scene/choice>goal`, `scene/outcome`. */
export interface Met {
  readonly places: ReadonlySet<string>
  readonly choices: ReadonlySet<string>
  readonly ways: ReadonlySet<string>
}

/** Collects what a walk met. */
export const metBy = (walk: Walk): Met => {
  const met = { places: new Set<string>(), choices: new Set<string>(), ways: new Set<string>() }
  const pass = (chances: readonly { readonly scene: string; readonly outcome: string }[], end: string) =>
    chances.forEach(({ scene, outcome }, i) => {
      met.places.add(scene)
      met.ways.add(`${scene}/${outcome}>${chances[i + 1]?.scene ?? end}`)
    })
  for (const { state, open, ways } of walk.nodes) {
    met.places.add(state.ending ?? state.scene)
    for (const choice of open) met.choices.add(`${state.scene}/${choice.id}`)
    for (const way of ways) {
      const to = walk.nodes[way.to]!.state
      met.ways.add(`${state.scene}/${way.choice.id}>${way.goal}`)
      pass(way.chances, to.ending ?? to.scene)
    }
  }
  for (const { to } of walk.openings) {
    const { state } = walk.nodes[to]!
    pass(state.opening, state.ending ?? state.scene)
  }
  return met
}

/** The values the facts of a condition really take where it is asked: `flag.stayed is always false`. */
const insteadOf = (matter: Matter, walk: Walk, scene: string, text: string): string => {
  const names = (matter.conditions.get(text)?.names ?? []).filter(name => matter.facts.has(name))
  const there = walk.nodes.filter(({ state }) => state.scene === scene && state.ending === null)
  const says = names.map(name => {
    const values = [...new Set(there.map(({ state }) => state.facts[name] ?? null))]
    const words = values.map(v => (v === null ? 'unknown' : String(v))).sort()
    return words.length === 1 ? `${name} is always ${words[0]}` : `${name} is ${words.slice(0, 5).join(' or ')}`
  })
  return says.length ? `: there, ${says.join('; ')}.` : ' there.'
}

const because = (matter: Matter, walk: Walk, scene: string, text: string) =>
  `\`${text}\` is never yes${insteadOf(matter, walk, scene, text)}`

/** How a place would be reached, and what is in the way each time. */
const blocked = (
  matter: Matter,
  walk: Walk,
  met: Met,
  id: string,
): { says: string; mend: string; follows: boolean } => {
  const inward = matter.level.scenes.flatMap(scene =>
    exits(scene)
      .filter(exit => goals(exit.goto).includes(id))
      .map(exit => ({ scene, exit })),
  )
  if (inward.length === 0)
    return { says: 'nothing leads to it', mend: 'Let a choice lead here, or take it out.', follows: false }
  const open = inward.filter(({ scene }) => met.places.has(scene.id) && scene.id !== id)
  if (open.length === 0)
    return {
      says: `only ${inward.map(({ scene }) => `"${scene.id}"`).join(', ')} leads to it, which is never reached either`,
      mend: 'Mend that first.',
      follows: true,
    }
  const reasons = open.map(({ scene, exit }) => {
    const it = `"${exit.id}" of scene "${scene.id}" leads here`
    if (exit.if !== undefined && !met.choices.has(`${scene.id}/${exit.id}`))
      return `${it}, but ${because(matter, walk, scene.id, exit.if)}`
    const ways = typeof exit.goto === 'string' ? [] : exit.goto
    const at = ways.findIndex(way => way.goto === id)
    const own = ways[at]?.if
    const first = ways.slice(0, at).map(way => `\`${way.if}\``)
    if (own !== undefined) return `${it}, but ${because(matter, walk, scene.id, own)}`
    return `${it} last, but one of ${first.join(', ')} is always yes before.`
  })
  return { says: reasons.join(' '), mend: 'Change a condition, or take it out.', follows: false }
}

/** Problems of everything a complete walk never met. */
export const unmet = (matter: Matter, walk: Walk, where: (path: Path) => Problem['where']): readonly Problem[] => {
  const { level } = matter
  const met = metBy(walk)
  const found: Problem[] = []
  const place = (id: string, kind: 'scene' | 'ending', path: Path) => {
    if (met.places.has(id)) return
    const { says, mend, follows } = blocked(matter, walk, met, id)
    // What only an unreached scene leads to goes right by itself once that scene is mended.
    if (follows && !circular(level.scenes, met, id)) return
    const what = `${kind === 'scene' ? 'Scene' : 'Ending'} "${id}" is never reached: ${says.replace(/\.$/, '')}.`
    found.push(problem(kind === 'scene' ? 'unreachable-scene' : 'unreachable-ending', where(path), what, mend))
  }
  level.scenes.forEach((scene, i) => void place(scene.id, 'scene', ['scenes', i, 'id']))
  level.endings.forEach((ending, i) => void place(ending.id, 'ending', ['endings', i, 'id']))

  level.scenes.forEach((scene, s) => {
    if (!met.places.has(scene.id)) return
    const list = 'chance' in scene ? 'chance' : 'choices'
    exits(scene).forEach((exit, i) => {
      const path: Path = ['scenes', s, list, i]
      const kind = list === 'chance' ? 'Outcome' : 'Choice'
      if (list === 'choices' && exit.if !== undefined && !met.choices.has(`${scene.id}/${exit.id}`)) {
        const what = `Choice "${exit.id}" of scene "${scene.id}" never opens: ${because(matter, walk, scene.id, exit.if)}`
        found.push(problem('unreachable-choice', where([...path, 'if']), what, 'Change the condition, or take it out.'))
        return
      }
      if (typeof exit.goto === 'string') return
      exit.goto.forEach((way, w) => {
        if (met.ways.has(`${scene.id}/${exit.id}>${way.goto}`) || !met.places.has(way.goto)) return
        const why = way.if === undefined ? 'a way above it is always open.' : because(matter, walk, scene.id, way.if)
        const what = `${kind} "${exit.id}" of scene "${scene.id}" never leads to "${way.goto}": ${why}`
        found.push(
          problem('unreachable-way', where([...path, 'goto', w]), what, 'Change the conditions, or take it out.'),
        )
      })
    })
  })
  return found
}

/** True when unreached scenes lead to one another in a circle and this is the first of them in the file. */
const circular = (scenes: readonly Scene[], met: Met, id: string): boolean => {
  const seen = new Set<string>()
  const sources = (goal: string) =>
    scenes.filter(s => !met.places.has(s.id) && exits(s).some(exit => goals(exit.goto).includes(goal))).map(s => s.id)
  const open = sources(id)
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (!seen.has(next)) {
      seen.add(next)
      open.push(...sources(next))
    }
  return seen.has(id) && scenes.find(s => seen.has(s.id))?.id === id
}

/** Whether a choice could be seen beside another: open together in some state. */
export const openTogether = (walk: Walk, scene: string, a: Choice, b: Choice): boolean =>
  walk.nodes.some(({ state, open }) => state.scene === scene && open.includes(a) && open.includes(b))

/** Whether some choice of a scene is open wherever the scene was reached; the conditions that were all shut, if not. */
export const shutAt = (matter: Matter, walk: Walk, node: number): string => {
  const { state } = walk.nodes[node]!
  const scene = matter.scenes.get(state.scene)
  if (!scene || 'chance' in scene) return ''
  return scene.choices
    .flatMap(c => (c.if === undefined || holdsAt(matter, state, c.if) === 'yes' ? [] : [`"${c.id}" needs \`${c.if}\``]))
    .join('; ')
}
