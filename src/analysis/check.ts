/** The fourth layer of checks: what the graph of all plays shows. Everything is found by a complete walk. */
import { hasErrors, type Problem } from '../base/index.ts'
import { evaluationAt, type Matter, replay } from '../game/index.ts'
import { countWords, minutesToRead, type Path, problem, withoutIgnored } from '../level/index.ts'
import { endingsByChance } from './likelihood.ts'
import { lawReads, reactedTo } from './live.ts'
import { openTogether, shutAt, unmet } from './reach.ts'
import { type Node, type Walk, walk } from './walk.ts'

export interface CheckOptions {
  /** Where a path is in the file, when the file is at hand. */
  readonly where?: Place
  /** The search stops at so many states. */
  readonly most?: number
}

/** A path's place in the file: of its value, or of the key that leads to it. */
export type Place = (path: Path, part?: 'value' | 'key') => Problem['where']

/** The worked plays of a level that do not end where they say. */
const misplayed = (matter: Matter, where: Place): readonly Problem[] =>
  (matter.level.plays ?? []).flatMap((play, i) => {
    const { id, version } = matter.level
    const record = { level: id, version, content: '', mode: 'practice', seed: play.seed ?? 0 } as const
    const played = replay(matter, { ...record, choices: play.choices })
    if (!played.ok)
      return played.problems
        .filter(p => p.severity === 'error')
        .map(p =>
          problem(
            'play-does-not-fit',
            where(['plays', i, 'choices', Number(p.where.path?.at(-1) ?? 0)]),
            `Play "${play.name}" stops: ${p.what} ${p.why}`,
            p.mend,
          ),
        )
    const { ending, scene } = played.value
    if (ending === play.ending) return []
    const says = ending === null ? `stops in scene "${scene}" without an ending` : `ends with "${ending}"`
    return [
      problem(
        'play-ends-elsewhere',
        where(['plays', i, 'ending']),
        `Play "${play.name}" ${says}, not with "${play.ending}".`,
        ending === null ? 'Add the choices that are missing.' : `Write "${ending}", or change the choices.`,
      ),
    ]
  })

const path = ({ state }: Node): string =>
  state.made.length ? `after ${state.made.map(d => d.choice).join(', ')}` : 'at the very start'

/** States with nothing left to press, and states from which no ending can be reached. */
const stuck = (matter: Matter, walked: Walk, where: Place): readonly Problem[] => {
  const { nodes, searched } = walked
  const before: number[][] = nodes.map(() => [])
  nodes.forEach(({ ways }, n) => {
    for (const way of ways) before[way.to]!.push(n)
  })
  const leadTo = (goal: (node: Node, n: number) => boolean): Set<number> => {
    const found = new Set(nodes.flatMap((node, n) => (goal(node, n) ? [n] : [])))
    const open = [...found]
    for (let n = open.pop(); n !== undefined; n = open.pop())
      for (const m of before[n]!) if (!found.has(m)) open.push(m) && found.add(m)
    return found
  }
  const locked = (node: Node, n: number) => node.state.ending === null && node.open.length === 0 && n < searched
  // Where the search stopped, an ending may follow.
  const ends = leadTo((node, n) => node.state.ending !== null || n >= searched)
  const locks = leadTo(locked)
  const told = new Set<string>()
  return nodes.flatMap((node, n) => {
    const { scene } = node.state
    const at = matter.level.scenes.findIndex(s => s.id === scene)
    if (locked(node, n) && !told.has(`lock ${scene}`)) {
      told.add(`lock ${scene}`)
      return [
        problem(
          'soft-lock',
          where(['scenes', at, 'choices']),
          `In scene "${scene}" no choice is open ${path(node)}: ${shutAt(matter, walked, n)}.`,
          'Give the scene one choice without "if".',
        ),
      ]
    }
    if (!ends.has(n) && !locks.has(n) && !told.has(`dead ${scene}`)) {
      // A circle of scenes is one dead end, told at the first scene of it that is reached.
      const circle = new Set([n])
      for (const m of circle) {
        told.add(`dead ${nodes[m]!.state.scene}`)
        for (const way of nodes[m]!.ways) circle.add(way.to)
      }
      return [
        problem(
          'dead-end',
          where(['scenes', at, 'id']),
          `From scene "${scene}", ${path(node)}, no ending can be reached.`,
          'Let one of the choices there lead out of the circle.',
        ),
      ]
    }
    return []
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const sorted = (set: object | undefined) => Object.entries(set ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))

/** Choices of one scene that differ in words alone, and forbidden acts whose error has no name. */
const choices = (matter: Matter, walked: Walk, where: Place): readonly Problem[] =>
  matter.level.scenes.flatMap((scene, s) => {
    if ('chance' in scene) return []
    const there = walked.nodes.filter(({ state }) => state.scene === scene.id && state.ending === null)
    return scene.choices.flatMap((choice, i) => {
      const here: Path = ['scenes', s, 'choices', i]
      const found: Problem[] = []
      const twin = scene.choices
        .slice(0, i)
        .find(
          other =>
            same([...other.acts].sort(), [...choice.acts].sort()) &&
            same(sorted(other.set), sorted(choice.set)) &&
            same(other.goto, choice.goto) &&
            openTogether(walked, scene.id, other, choice),
        )
      if (twin)
        found.push(
          problem(
            'dummy-choice',
            where([...here, 'id']),
            `Choices "${twin.id}" and "${choice.id}" of scene "${scene.id}" do the same acts, set the same and lead to the same place.`,
            'Give one of them an act, a setting or a way of its own, or take it out.',
          ),
        )
      const states = there.filter(node => node.open.includes(choice))
      // An act that one order forbids and none obliges, wherever the choice was met: an error, not a conflict.
      const wrong = choice.acts.find(
        act =>
          states.length > 0 &&
          states.every(({ state }) => {
            const law = evaluationAt(matter, state)
            const says = matter.level.orders.map(order => law.says(order, act))
            return says.includes('forbids') && !says.includes('obliges')
          }),
      )
      if (wrong !== undefined && choice.misconception === undefined)
        found.push(
          problem(
            'unnamed-misconception',
            where([...here, 'id']),
            `Choice "${choice.id}" of scene "${scene.id}" does "${wrong}", which the law forbids there, and names no misconception.`,
            'Add "misconception": the error it stands for, in one sentence.',
          ),
        )
      return found
    })
  })

/** Initial facts that no rule of the matter's legal orders, no condition and no consequence reads. */
const idle = (matter: Matter, where: Place): readonly Problem[] => {
  const read = new Set([
    ...lawReads(matter),
    ...[...matter.conditions.values()].flatMap(condition => condition.names),
    ...reactedTo(matter),
  ])
  return Object.keys(matter.level.facts)
    .filter(fact => !read.has(fact))
    .map(fact => {
      const what = `Nothing in this matter ever reads the initial fact "${fact}".`
      return problem('fact-never-read', where(['facts', fact], 'key'), what, 'Take it out.')
    })
}

/** Minutes to read and decide, along the longest worked play, or along a play at random when none is given. */
const minutesOf = (matter: Matter, walked: Walk): number => {
  const documents = new Map(matter.level.documents.map(d => [d.id, countWords(d.body)]))
  const scenes = new Map(
    matter.level.scenes.map(scene => [
      scene.id,
      countWords(scene.text) +
        (scene.documents ?? []).reduce((n, id) => n + (documents.get(id) ?? 0), 0) +
        ('chance' in scene ? 0 : countWords(scene.choices.flatMap(c => [c.text, c.aside ?? '', c.after ?? '']))),
    ]),
  )
  const minutes = (made: Node['state']['made']) =>
    made.reduce(
      (n, { scene, chances }) =>
        n + 0.5 + minutesToRead([scene, ...chances.map(c => c.scene)].reduce((w, id) => w + (scenes.get(id) ?? 0), 0)),
      0,
    )
  const plays = (matter.level.plays ?? []).flatMap(({ choices: made, seed = 0 }) => {
    const { id, version } = matter.level
    const played = replay(matter, { level: id, version, content: '', mode: 'practice', seed, choices: made })
    return played.ok ? [minutes(played.value.made)] : []
  })
  const walks = walked.nodes.filter(n => n.state.ending !== null).map(n => minutes(n.state.made))
  return 1 + Math.max(0, ...(plays.length ? plays : walks))
}

/**
 * Checks a whole matter by walking it. Warnings and hints the level ignores are left out; a walk that had to stop says
 * so, and then nothing is said about what it did not meet.
 */
export const checkMatter = (matter: Matter, options: CheckOptions = {}): readonly Problem[] => {
  const { level } = matter
  const where = options.where ?? (p => ({ path: p }))
  const walked = walk(matter, { same: 'ways', ...(options.most === undefined ? {} : { most: options.most }) })
  const found: Problem[] = [
    ...misplayed(matter, where),
    ...choices(matter, walked, where),
    ...stuck(matter, walked, where),
    ...idle(matter, where),
  ]
  if (walked.capped)
    found.push(
      problem(
        'too-many-states',
        where(['scenes']),
        `The search stopped: it found ${walked.nodes.length} states and got no further than ${walked.searched}.`,
        'Use fewer flags and numbers, or read them in fewer places.',
      ),
    )
  else {
    found.push(...unmet(matter, walked, where))
    const ends = endingsByChance(walked)
    level.endings.forEach((ending, i) => {
      const share = ends.get(ending.id) ?? 0
      // A mistake above explains why other endings are rare; it is told alone.
      if (level.endings.length > 1 && share > 0.6 + 1e-9 && !hasErrors(found))
        found.push(
          problem(
            'common-ending',
            where(['endings', i, 'id']),
            `Random play ends with "${ending.id}" in ${Math.round(share * 100)} of 100 plays.`,
            'Let choices on the way lead elsewhere.',
          ),
        )
    })
    if (!level.endings.some(ending => ending.tone !== 'lost' && ends.has(ending.id)))
      found.push(
        problem(
          'no-good-ending',
          where(['endings']),
          'Every ending that can be reached is lost.',
          'Let some line of play end "mixed" or "won".',
        ),
      )
  }
  const minutes = minutesOf(matter, walked)
  if (Math.abs(minutes - level.minutes) > 3 && (minutes > level.minutes * 2 || minutes < level.minutes / 2))
    found.push(
      problem(
        'minutes',
        where(['minutes']),
        `The level says ${level.minutes} minutes; reading and deciding takes about ${Math.round(minutes)}.`,
        `Write ${Math.round(minutes)}, or change the length.`,
      ),
    )
  const order = (p: Problem) => p.where.offset ?? 0
  return [...withoutIgnored(level, found, ['graph'], where)].sort((a, b) => order(a) - order(b))
}
