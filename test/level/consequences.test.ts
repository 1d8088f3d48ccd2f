import { describe, expect, expectTypeOf, test } from 'vitest'
import { hasErrors } from '../../src/base/index.ts'
import type { ConsequenceFile } from '../../src/game/index.ts'
import { type Consequences, checkConsequences } from '../../src/level/index.ts'
import { consequenceText, shippedLaw } from './shipped.ts'

const base = {
  note: 'A model.',
  scale: { money: [[0, 0]], 'per-day': [[0, 0]], crime: [[0, 0]], blocking: [[0, 0]] },
  rules: [] as unknown[],
}
const rule = { id: 'candour', on: { act: 'refuse' }, meter: 'standing', by: -2, why: 'It was noticed.' }
const said = (change: object) =>
  checkConsequences(JSON.stringify({ ...base, rules: [{ ...rule, ...change }] }, null, 1), {
    law: shippedLaw,
  }).problems.map(p => p.code)

/** The same type, where an absent key is absent and never undefined: JSON knows no undefined. */
type AsJson<T> = T extends object ? { [K in keyof T]: AsJson<Exclude<T[K], undefined>> } : T

test('what is accepted here is what the game reads', () => {
  expectTypeOf<AsJson<Consequences>>().toExtend<ConsequenceFile>()
  expectTypeOf<keyof ConsequenceFile['rules'][number]>().toEqualTypeOf<keyof Consequences['rules'][number]>()
})

test('the shipped model has no errors', () => {
  const checked = checkConsequences(consequenceText, { file: 'consequences.json', law: shippedLaw })
  expect(hasErrors(checked.problems)).toBe(false)
  expect(checked.ok && checked.value).toEqual(JSON.parse(consequenceText))
})

describe('a consequence rule', () => {
  test('may react to an act, a breach, its end, a fact and days', () => {
    for (const on of [
      { act: 'refuse' },
      { breach: '*' },
      { breach: 'disclose-content', order: 'us', level: 'certain', manner: 'omitted' },
      { closed: 'disclose-content' },
      { fact: 'data.preserved', is: true },
      { fact: 'flag.anything', is: true },
      { passed: 30 },
    ])
      expect(said({ on })).toEqual([])
  })
  test.each([
    ['reacts to an act nobody knows', { on: { act: 'refuze' } }, ['no-such-act']],
    ['reacts to nothing', { on: {} }, ['missing-key']],
    ['reacts to a breach in an order nobody knows', { on: { breach: '*', order: 'usa' } }, ['no-such-order']],
    ['waits for a fact nobody knows', { on: { fact: 'data.lost', is: true } }, ['no-such-fact']],
    ['waits for a value no fact can have', { on: { fact: 'data.preserved', is: 'yes' } }, ['outside-domain']],
    ['cites what no law file holds', { cite: ['us-sca-9999'] }, ['no-such-authority']],
    ['asks what cannot be read', { when: 'demand.asker = "us"' }, ['bad-condition']],
    ['moves a meter nobody knows', { meter: 'luck' }, ['bad-word']],
    ['speaks of groups, but moves no trust', { of: { region: 'eu' } }, ['unused']],
    ['gives no reason', { why: '' }, ['empty']],
  ])('that %s is told of', (_, change, codes) => expect(said(change)).toEqual(codes))
})
