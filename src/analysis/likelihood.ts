/** How likely each state is when every open choice is taken with equal chance: the play of someone who does not read. */
import type { Walk } from './walk.ts'

/** Depth-first finishing order, reversed: without circles every state comes after all that lead to it. */
const order = (walk: Walk): readonly number[] => {
  const done: number[] = []
  const seen = new Set<number>()
  for (const { to } of walk.openings) {
    const stack: [node: number, next: number][] = [[to, 0]]
    if (seen.has(to)) continue
    seen.add(to)
    while (stack.length) {
      const top = stack.at(-1)!
      const way = walk.nodes[top[0]]!.ways[top[1]++]
      if (!way) {
        done.push(top[0])
        stack.pop()
      } else if (!seen.has(way.to)) {
        seen.add(way.to)
        stack.push([way.to, 0])
      }
    }
  }
  return done.reverse()
}

/**
 * Per state, how often random play comes through it: a probability, or an expected number of visits in a circle.
 * Exact without circles; with circles, exact to one in a million million.
 */
export const visits = (walk: Walk): readonly number[] => {
  const total = walk.nodes.map(() => 0)
  const moving = walk.nodes.map(() => 0)
  for (const { to, chance } of walk.openings) moving[to]! += chance
  const sequence = order(walk)
  for (let pass = 0, left = 1; left > 1e-12 && pass < 10_000; pass++) {
    for (const n of sequence) {
      const mass = moving[n]!
      if (mass === 0) continue
      moving[n] = 0
      total[n]! += mass
      const { ways, open } = walk.nodes[n]!
      for (const way of ways) moving[way.to]! += (mass * way.chance) / open.length
    }
    left = moving.reduce((sum, mass) => sum + mass, 0)
  }
  return total
}

/** Per ending id, how likely random play ends there. */
export const endingsByChance = (walk: Walk): ReadonlyMap<string, number> => {
  const often = visits(walk)
  const found = new Map<string, number>()
  walk.nodes.forEach(({ state }, n) => {
    if (state.ending !== null) found.set(state.ending, (found.get(state.ending) ?? 0) + often[n]!)
  })
  return found
}
