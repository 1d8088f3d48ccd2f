/** The shipped matters, searched whole: what the game promises of any matter holds in every state these can reach. */
import { beforeAll, describe, expect, test } from 'vitest'
import { liveFacts } from '../../src/analysis/index.ts'
import { readMatter, shippedLevels } from '../../src/cli/library.ts'
import { terminal } from '../../src/cli/terminal.ts'
import {
  type Change,
  type Matter,
  playOf,
  readCode,
  replay,
  type State,
  start,
  writeCode,
} from '../../src/game/index.ts'
import { reachable, unexplained } from './walks.ts'

/**
 * What the changes of a step and the way on can depend on: where and when, facts that a condition still reads, facts
 * that law and consequences read, breaches, and the acts that are ever due. Flags that no one reads again and meters
 * (which only bound a change) are left out, so the search is small and still whole.
 */
const causes = (matter: Matter) => {
  const live = new Map([...liveFacts(matter)].map(([scene, facts]) => [scene, [...facts]]))
  const legal = [...matter.facts.keys()].filter(path => !path.startsWith('flag.'))
  const due = new Set(matter.level.scenes.flatMap(scene => ('choices' in scene ? (scene.due ?? []) : [])))
  return (state: State) =>
    JSON.stringify([
      [state.ending ?? state.scene, state.day, state.forum, [...state.due].sort()],
      [...(live.get(state.scene) ?? []), ...legal].map(path => state.facts[path] ?? null),
      state.breaches.map(({ order, act, manner, level }) => `${order} ${act} ${manner} ${level}`).sort(),
      state.acts.filter(act => due.has(act)).sort(),
    ])
}

const opened = async (id: string): Promise<Matter> => {
  const matter = await readMatter(id, terminal())
  if (!matter.ok) throw new Error(matter.problems.map(problem => problem.what).join('\n'))
  return matter.value
}

describe.each(await shippedLevels())('%s', id => {
  let matter: Matter
  let states: readonly State[]
  const bad: Change[] = []
  const outOfBounds: State[] = []
  let changes = 0
  beforeAll(async () => {
    matter = await opened(id)
    states = reachable(
      matter,
      causes(matter),
      (from, to) => {
        const now = to.made.at(-1)!.changes
        changes += now.length
        bad.push(...unexplained(matter, now))
        const adds = matter.meters.every(meter => {
          const moved = now.filter(change => change.meter === meter).reduce((sum, { by }) => sum + by, 0)
          const value = to.meters[meter]!
          return Number.isInteger(value) && value >= 0 && value <= 100 && from.meters[meter]! + moved === value
        })
        if (!adds) outOfBounds.push(to)
      },
      100_000,
    )
  }, 300_000)

  test('in every reachable state, every change of a meter has a reason with a rule, and an authority where law is the cause', () => {
    expect(changes).toBeGreaterThan(0)
    expect(bad).toEqual([])
  })
  test('in every reachable state, meters are whole numbers from 0 to 100 and add up', () =>
    expect(outOfBounds).toEqual([]))
  test('every ending can be reached', () =>
    expect(new Set(states.map(state => state.ending ?? ''))).toEqual(new Set(['', ...matter.endings.keys()])))
  test('a sample of states replays, and comes back from its code', () => {
    // The search follows all outcomes of chance; only those of seed 0 replay under seed 0.
    const sample = states.filter((_, i) => i % Math.ceil(states.length / 60) === 0)
    let replayed = 0
    for (const state of sample) {
      const play = playOf(matter, state)
      const again = replay(matter, play)
      const chances = (of: State) => JSON.stringify(of.made.map(decision => decision.chances))
      if (!again.reached || chances(again.reached) !== chances(state)) continue
      replayed++
      expect(again).toMatchObject({ ok: true, value: state })
      expect(readCode(matter, writeCode(matter, play))).toEqual({ ok: true, value: play, problems: [] })
    }
    expect(replayed).toBeGreaterThan(0)
  })
  test('twenty decisions fit into a code of at most 60 characters', () => {
    const play = playOf(matter, start(matter))
    const choice = matter.level.scenes.flatMap(scene => ('choices' in scene ? scene.choices : []))[0]!.id
    expect(writeCode(matter, { ...play, seed: 32767, choices: Array(20).fill(choice) }).length).toBeLessThanOrEqual(60)
  })
})
