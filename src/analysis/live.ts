/**
 * Which facts still matter in a scene: those that some condition reads there or anywhere later. Two states of one
 * scene that agree on them open the same choices and lead to the same places, whatever else they hold.
 */
import type { Matter } from '../game/index.ts'
import { type Choice, goals, type Scene } from '../level/index.ts'

/** The ways out of a scene: its choices or its outcomes. */
export const exits = (
  scene: Scene,
): readonly { readonly id: string; readonly if?: string | undefined; readonly goto: Choice['goto'] }[] =>
  'chance' in scene ? scene.chance : scene.choices

/** Every name the conditions of a rule mention. */
const namesIn = ({ when, unless, sanctions }: Matter['pack']['clauses'][number]): readonly string[] =>
  [when, ...unless, ...sanctions].flatMap(condition => condition?.names ?? [])

const union = (into: Set<string>, more: Iterable<string>): boolean => {
  const before = into.size
  for (const each of more) into.add(each)
  return into.size > before
}

/** The facts a name in a condition rests on: itself, or those of every rule that concludes it or its contrary. */
export const factsBehind = (matter: Matter): ((name: string) => readonly string[]) => {
  const behind = new Map<string, readonly string[]>()
  const factsOf = (name: string, above: ReadonlySet<string>): readonly string[] => {
    if (matter.facts.has(name)) return [name]
    const known = behind.get(name)
    if (known || above.has(name) || name.startsWith('reading.')) return known ?? []
    const deeper = new Set(above).add(name)
    const found = matter.pack.clauses
      .filter(({ head }) => head.kind === 'atom' && head.atom === name)
      .flatMap(namesIn)
      .flatMap(inner => factsOf(inner, deeper))
    const once = [...new Set(found)]
    behind.set(name, once)
    return once
  }
  return name => factsOf(name, new Set())
}

/** Facts that some rule of the matter's own legal orders reads, directly or through what other rules conclude. */
export const lawReads = (matter: Matter): ReadonlySet<string> => {
  const behind = factsBehind(matter)
  const rules = matter.pack.clauses.filter(({ order }) => matter.level.orders.includes(order))
  return new Set(rules.flatMap(namesIn).flatMap(behind))
}

/** Facts and flags that a consequence rule reacts to, or asks about. */
export const reactedTo = (matter: Matter): ReadonlySet<string> => {
  const behind = factsBehind(matter)
  return new Set(
    matter.consequences.rules.flatMap(({ on, when }) => [
      ...('fact' in on ? [on.fact] : []),
      ...(when === undefined ? [] : (matter.conditions.get(when)?.names ?? []).flatMap(behind)),
    ]),
  )
}

/** Per scene id, the paths of the facts and flags that still matter. */
export const liveFacts = (matter: Matter): ReadonlyMap<string, ReadonlySet<string>> => {
  const factsOf = factsBehind(matter)
  const live = new Map<string, Set<string>>()
  for (const scene of matter.level.scenes) {
    const read = new Set<string>()
    for (const exit of exits(scene)) {
      const ways = typeof exit.goto === 'string' ? [] : exit.goto
      for (const text of [exit.if, ...ways.map(way => way.if)])
        for (const name of text === undefined ? [] : (matter.conditions.get(text)?.names ?? []))
          union(read, factsOf(name))
    }
    live.set(scene.id, read)
  }
  for (let grew = true; grew; ) {
    grew = false
    for (const scene of matter.level.scenes)
      for (const goal of exits(scene).flatMap(exit => goals(exit.goto)))
        if (union(live.get(scene.id)!, live.get(goal) ?? [])) grew = true
  }
  return live
}
