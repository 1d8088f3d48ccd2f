import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { endingsByChance, liveFacts, type Sameness, visits, type Walk, walk } from '../../src/analysis/index.ts'
import {
  type ConsequenceFile,
  type Matter,
  options,
  outcomes,
  prepare,
  type State,
  start,
} from '../../src/game/index.ts'
import type { Level } from '../../src/level/index.ts'
import { consequenceText, goodText, shippedLaw } from '../level/shipped.ts'

const matterOf = (level: Level): Matter => {
  const prepared = prepare(level, shippedLaw, JSON.parse(consequenceText) as ConsequenceFile)
  if (!prepared.ok) throw new Error(prepared.problems[0]?.what)
  return prepared.value
}
const good = JSON.parse(goodText) as Level
const choiceScene = (id: string, ...choices: object[]) => ({
  ...good.scenes[0]!,
  id,
  choices: choices.map((c, i) => ({ id: `c${i}`, text: 'Go on.', acts: [], ...c })),
})
/** A level of these scenes and the good level's endings. */
const levelOf = (...scenes: object[]) => ({ ...good, start: 'a', plays: [], scenes }) as unknown as Level

/** Every line of play there is, without any merging of states: slow, simple, surely right. */
const lines = (matter: Matter, state: State = start(matter), chance = 1): { state: State; chance: number }[] => {
  const open = options(matter, state)
  if (!open.length) return [{ state, chance }]
  return open.flatMap(choice =>
    outcomes(matter, state, choice.id).flatMap(arrival =>
      lines(matter, arrival.state, (chance * arrival.chance) / open.length),
    ),
  )
}

describe('the walk of a small matter', () => {
  let matter: Matter
  let every: { state: State; chance: number }[]
  beforeAll(() => {
    matter = matterOf(good)
    every = lines(matter)
  })

  test.each<Sameness>(['ways', 'findings', 'everything'])(
    'counting states as one by %s, it meets the endings of all lines',
    same => {
      const walked = walk(matter, { same })
      expect(walked.capped).toBe(false)
      const byLines = new Map<string, number>()
      for (const { state, chance } of every) byLines.set(state.ending!, (byLines.get(state.ending!) ?? 0) + chance)
      const byWalk = endingsByChance(walked)
      expect([...byWalk.keys()].sort()).toEqual([...byLines.keys()].sort())
      for (const [ending, chance] of byLines) expect(byWalk.get(ending)).toBeCloseTo(chance, 12)
    },
  )
  test('the finer states count, the more there are, and never more than there are lines', () => {
    const [ways, findings, everything] = (['ways', 'findings', 'everything'] as const).map(
      same => walk(matter, { same }).nodes.length,
    ) as [number, number, number]
    expect(ways).toBeLessThan(findings)
    expect(findings).toBeLessThanOrEqual(everything)
  })
  test('everything means everything: each meter any line ends with is met', () => {
    const ended = (states: readonly State[]) =>
      [...new Set(states.filter(s => s.ending).map(s => JSON.stringify([s.ending, s.meters])))].sort()
    expect(ended(walk(matter, { same: 'everything' }).nodes.map(n => n.state))).toEqual(
      ended(every.map(line => line.state)),
    )
  })
  test('visitors see every choice taken, and outcomes whose likelihoods add up to one', () => {
    const sums = new Map<string, number>()
    walk(matter, {
      visit: (from, choice, { chance }) => {
        const key = JSON.stringify([from.scene, from.facts, choice.id])
        sums.set(key, (sums.get(key) ?? 0) + chance)
      },
    })
    expect(sums.size).toBeGreaterThan(4)
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12)
  })
  test('a walk that is cut short says so', () => {
    const walked = walk(matter, { most: 2 })
    expect(walked.capped).toBe(true)
    expect(walked.searched).toBeLessThan(walked.nodes.length)
  })
  test('a flag matters until the last condition that reads it', () => {
    const live = liveFacts(matter)
    expect(live.get('desk')).toContain('flag.warned')
    expect(live.get('paper')).toContain('flag.calls')
    expect(live.get('paper')).not.toContain('demand.served')
  })
})

describe('random play in a circle', () => {
  const circle = matterOf(
    levelOf(choiceScene('a', { goto: 'b' }, { goto: 'done' }), choiceScene('b', { goto: 'a' }, { goto: 'lost' })),
  )
  let walked: Walk
  beforeAll(() => {
    walked = walk(circle)
  })
  test('ends where a sum without end says: two to one', () => {
    const ends = endingsByChance(walked)
    expect(ends.get('done')).toBeCloseTo(2 / 3, 9)
    expect(ends.get('lost')).toBeCloseTo(1 / 3, 9)
  })
  test('comes through its first scene four times in three', () => expect(visits(walked)[0]).toBeCloseTo(4 / 3, 9))
})

test('a matter that opens on chance opens in every way it can', () => {
  const toss = { ...good.scenes[1]!, id: 'a', date: '2014-03-03' }
  const shares = (heads: number) => [
    { id: 'heads', per1000: heads, text: 'Heads.', goto: 'b' },
    { id: 'tails', per1000: 1000 - heads, text: 'Tails.', goto: 'lost' },
  ]
  const walked = walk(matterOf(levelOf({ ...toss, chance: shares(999) }, choiceScene('b', { goto: 'done' }))))
  expect(walked.openings.map(o => o.chance).sort()).toEqual([0.001, 0.999])
  expect(endingsByChance(walked).get('lost')).toBeCloseTo(0.001, 12)
})

describe('any small matter', () => {
  const flags = {
    ready: { type: 'bool', gloss: 'you are ready' },
    late: { type: 'bool', gloss: 'it is late' },
    calls: { type: 'int', min: 0, max: 2, gloss: 'how often' },
  } as const
  const condition = fc.constantFrom(
    'flag.ready',
    '!flag.late',
    'flag.calls > 0',
    'flag.ready && flag.calls < 2',
    'demand.served',
  )
  const sets = fc.constantFrom(
    {},
    { 'flag.ready': true },
    { 'flag.late': true },
    { 'flag.calls': { add: 1 } },
    { 'demand.served': true },
  )
  const goal = fc.constantFrom('a', 'b', 'c', 'done', 'empty', 'lost')
  const way = fc.oneof(
    goal,
    fc.tuple(condition, goal, goal).map(([when, yes, no]) => [{ if: when, goto: yes }, { goto: no }]),
  )
  const choice = fc.record({ set: sets, goto: way })
  const scene = fc.tuple(choice, fc.record({ set: sets, goto: way, if: condition }), choice)
  const levels = fc
    .tuple(scene, scene, scene)
    .map(
      ([a, b, c]) =>
        ({ ...levelOf(choiceScene('a', ...a), choiceScene('b', ...b), choiceScene('c', ...c)), flags }) as Level,
    )

  test('has the same endings, and as likely, whether states count as one by what still matters or by everything', () => {
    fc.assert(
      fc.property(levels, level => {
        const matter = matterOf(level)
        const [coarse, fine] = [walk(matter, { same: 'ways' }), walk(matter, { same: 'findings', most: 3000 })]
        if (fine.capped) return
        const [merged, whole] = [endingsByChance(coarse), endingsByChance(fine)]
        expect([...merged.keys()].sort()).toEqual([...whole.keys()].sort())
        for (const [ending, chance] of whole) expect(merged.get(ending)).toBeCloseTo(chance, 6)
        const scenes = (w: Walk) => [...new Set(w.nodes.map(n => n.state.scene))].sort()
        expect(scenes(coarse)).toEqual(scenes(fine))
        const stuck = (w: Walk) => [
          ...new Set(w.nodes.filter(n => !n.open.length && !n.state.ending).map(n => n.state.scene)),
        ]
        expect(stuck(coarse).sort()).toEqual(stuck(fine).sort())
      }),
      { numRuns: 60 },
    )
  })
})
