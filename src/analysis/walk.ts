/**
 * Every state a matter can reach, found by playing every open choice and every outcome of chance. Exact: nothing is
 * sampled. Capped: a search that was cut short says so.
 */
import { type Arrival, lastSeed, type Matter, options, outcomes, type State, start } from '../game/index.ts'
import type { Choice } from '../level/index.ts'
import { liveFacts, reactedTo } from './live.ts'

/**
 * When two states count as one. `ways`: they open the same choices and lead to the same places, now and later.
 * `findings`: also the law says the same of them, now and later, so that breaches and the causes of every change are the
 * same. `everything`: also the meters are the same; only how they came about may differ.
 */
export type Sameness = 'ways' | 'findings' | 'everything'

/** One choice with one outcome of chance, from one state to another. */
export interface Way {
  readonly choice: Choice
  /** The scene or ending the choice itself led to, before chance. */
  readonly goal: string
  /** Chance settled on the way. */
  readonly chances: readonly { readonly scene: string; readonly outcome: string }[]
  /** How likely chance makes this outcome of the choice. */
  readonly chance: number
  /** Index of the state reached. */
  readonly to: number
}

/** A state, as first reached, and every way on from it: none at an ending, none at a soft lock. */
export interface Node {
  readonly state: State
  readonly open: readonly Choice[]
  readonly ways: readonly Way[]
}

export interface Walk {
  readonly nodes: readonly Node[]
  /** The states the matter opens in: one, unless it opens on chance. */
  readonly openings: readonly { readonly to: number; readonly chance: number }[]
  /** How many nodes were searched, in order: less than all when the search was stopped at `most`. */
  readonly searched: number
  /** True when the search was stopped: nodes beyond `searched` were reached, and nothing is known of what follows. */
  readonly capped: boolean
}

export interface WalkOptions {
  readonly same?: Sameness
  /** The search stops at so many states. */
  readonly most?: number
  /** Called for every choice taken and every outcome, in the order of the search. */
  readonly visit?: (from: State, choice: Choice, arrival: Arrival) => void
}

const keyOf = (matter: Matter, same: Sameness): ((state: State) => string) => {
  const live = new Map([...liveFacts(matter)].map(([scene, facts]) => [scene, [...facts]]))
  const values = (facts: State['facts'], paths: readonly string[] = []) => paths.map(path => facts[path] ?? null)
  const way = ({ scene, forum, facts, ending }: State) =>
    ending !== null ? [`!${ending}`] : [scene, forum, values(facts, live.get(scene))]
  if (same === 'ways') return state => JSON.stringify(way(state))

  const reacting = reactedTo(matter)
  const legal = [...matter.facts.keys()].filter(path => !path.startsWith('flag.') || reacting.has(path))
  const everDue = new Set(matter.level.scenes.flatMap(scene => ('chance' in scene ? [] : (scene.due ?? []))))
  return state =>
    JSON.stringify([
      way(state),
      [state.day, state.forum, values(state.facts, legal)],
      state.acts.filter(act => everDue.has(act)).sort(),
      [...state.due].sort(),
      state.breaches.map(b => `${b.order} ${b.act} ${b.manner} ${b.level}`).sort(),
      same === 'everything' ? matter.meters.map(id => state.meters[id]) : null,
    ])
}

/** Every state a matter can open in. Seeds are tried until all that chance can do there has been seen. */
const openingsOf = (matter: Matter): readonly { readonly state: State; readonly chance: number }[] => {
  const found = new Map<string, { state: State; chance: number }>()
  let sum = 0
  for (let seed = 0; seed <= lastSeed && sum < 1 - 1e-9; seed++) {
    const state = start(matter, { seed })
    const key = JSON.stringify(state.opening)
    if (found.has(key)) continue
    const chance = state.opening.reduce((product, { scene, outcome }) => {
      const settled = matter.scenes.get(scene)
      const shares = settled && 'chance' in settled ? settled.chance : []
      const all = shares.reduce((n, o) => n + o.per1000, 0)
      return product * ((shares.find(o => o.id === outcome)?.per1000 ?? 0) / all)
    }, 1)
    found.set(key, { state, chance })
    sum += chance
  }
  return [...found.values()]
}

/** Walks a matter. Breadth first, so that the path in a node's `state.made` is a shortest one. */
export const walk = (matter: Matter, { same = 'ways', most = 200_000, visit }: WalkOptions = {}): Walk => {
  const key = keyOf(matter, same)
  const index = new Map<string, number>()
  const nodes: { state: State; open: readonly Choice[]; ways: Way[] }[] = []
  const reach = (state: State): number => {
    const k = key(state)
    const known = index.get(k)
    if (known !== undefined) return known
    index.set(k, nodes.length)
    nodes.push({ state, open: [], ways: [] })
    return nodes.length - 1
  }
  const openings = openingsOf(matter).map(({ state, chance }) => ({ to: reach(state), chance }))
  let next = 0
  for (; next < nodes.length && nodes.length <= most; next++) {
    const node = nodes[next]!
    node.open = options(matter, node.state)
    for (const choice of node.open)
      for (const arrival of outcomes(matter, node.state, choice.id)) {
        visit?.(node.state, choice, arrival)
        const { state, chance } = arrival
        const chances = state.made.at(-1)!.chances
        const goal = chances[0]?.scene ?? state.ending ?? state.scene
        node.ways.push({ choice, goal, chances, chance, to: reach(state) })
      }
  }
  return { nodes, openings, searched: next, capped: next < nodes.length }
}
