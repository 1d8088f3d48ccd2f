/** The benchmark may only compare those who agree, and what it says of speed must not become untrue unnoticed. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/law/index.ts'
import { celJs, contenders, logicEngine, rulesEngine } from './contenders.ts'
import { differences, race } from './measure.ts'
import { madeUp, madeUpSet, shippedSet } from './sets.ts'

const sets = [shippedSet(16), madeUpSet(40)]

describe('the benchmark', () => {
  test('asks law that the engine accepts', () => {
    const compiled = compile([madeUp(100)])
    expect(compiled.ok ? [] : compiled.problems).toEqual([])
    expect(sets.map(set => set.pack.clauses.length)[1]).toBe(100)
  })

  test.each(sets)('asks much of $name: some heads hold, most do not', ({ pack, known }) => {
    const held = contenders[1]!
    const run = held.prepare(pack, known)
    const counts = known.map((_, ask) => held.read(pack, run(ask) as never).length)
    expect(Math.max(...counts)).toBeGreaterThan(5)
    expect(new Set(counts).size).toBeGreaterThan(3)
  })

  for (const set of sets)
    test.each(contenders)(`${set.name}: $name answers as Comity does`, async contender => {
      expect(await differences(contender, set)).toEqual([])
    })

  test('notices an answer that differs', async () => {
    const silent = { ...celJs, read: () => [] }
    const found = await differences(silent, sets[1]!)
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]!.here.length).toBeGreaterThan(0)
  })

  // Far below what `npm run bench` shows, so that a busy machine is no failure.
  test.each(sets)('$name: Comity is quicker than any library, and much quicker than json-rules-engine', async set => {
    const laps = await race(set, [logicEngine, celJs, rulesEngine], { turn: 5, rounds: 9, warm: 150 })
    const times = Object.fromEntries(laps.map(l => [l.contender.name, l.times.middle]))
    expect(times[logicEngine.name]).toBeGreaterThan(1.3)
    expect(times[celJs.name]).toBeGreaterThan(1.3)
    expect(times[rulesEngine.name]).toBeGreaterThan(25)
  })
})
