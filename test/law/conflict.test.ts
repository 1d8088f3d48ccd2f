/** Duties of two orders that nobody can meet together; what a breach may cost. */
import { describe, expect, test } from 'vitest'
import {
  antinomies,
  compile,
  type Evaluation,
  type Exposure,
  evaluate,
  exposure,
  exposures,
  type Facts,
  type LawFile,
  type Rule,
  tensions,
} from '../../src/law/index.ts'

const vocabulary: LawFile = {
  facts: {
    a: { type: 'bool' },
    b: { type: 'bool' },
    'data.at': { type: 'enum', values: ['us', 'ie', 'uk'] },
    count: { type: 'int', min: 0, max: 9 },
    day: { type: 'date' },
  },
  questions: { reach: { readings: ['control', 'location'] } },
  acts: [
    { id: 'disclose-content', gloss: 'hand over', definition: '', excludes: ['delete-content'] },
    { id: 'disclose-everything', gloss: 'hand over all', definition: '', entails: ['disclose-content'] },
    { id: 'delete-content', gloss: 'delete', definition: '' },
    'preserve',
  ],
}
const law = (us: readonly Rule[], ie: readonly Rule[], facts: Facts = {}): Evaluation => {
  const pack = compile([vocabulary, { order: 'us', rules: us }, { order: 'ie', rules: ie }])
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems))
  return evaluate(pack.value, { facts, day: '2014-01-01', forum: null })
}
const must = (act: string, when = 'true'): Rule => ({ id: `must-${act}`, when, then: { oblige: act } })
const never = (act: string, when = 'true'): Rule => ({ id: `never-${act}`, when, then: { forbid: act } })

describe('a conflict of laws', () => {
  test('is certain when one order obliges what the other forbids', () => {
    expect(law([must('disclose-content')], [never('disclose-content')]).conflicts()).toEqual([
      { orders: ['ie', 'us'], acts: ['disclose-content'], level: 'certain' },
    ])
  })

  test('is there when one duty is part of what the other forbids', () => {
    expect(law([must('disclose-everything')], [never('disclose-content')]).conflicts()).toEqual([
      { orders: ['ie', 'us'], acts: ['disclose-content', 'disclose-everything'], level: 'certain' },
    ])
    expect(law([must('disclose-content')], [never('disclose-everything')]).conflicts()).toEqual([])
  })

  test('is there when two duties rule each other out, even by what they entail', () => {
    expect(law([must('disclose-everything')], [must('delete-content')]).conflicts()).toEqual([
      { orders: ['ie', 'us'], acts: ['delete-content', 'disclose-everything'], level: 'certain' },
    ])
  })

  test('is none between two prohibitions, or a permission and a prohibition', () => {
    expect(law([never('disclose-content')], [never('delete-content')]).conflicts()).toEqual([])
    expect(law([{ id: 'may', when: 'true', then: { permit: 'preserve' } }], [never('preserve')]).conflicts()).toEqual(
      [],
    )
  })

  test('is possible while a duty is, and says what would dissolve it', () => {
    const e = law(
      [must('disclose-content', "a && (b || true) && data.at != 'uk'"), must('preserve')],
      [never('disclose-content', "reading.reach == 'location' && count > 3 && day < date('2014-05-01')")],
    )
    expect(e.conflicts()).toEqual([
      {
        orders: ['ie', 'us'],
        acts: ['disclose-content'],
        level: 'possible',
        dissolve: ['a', 'count', 'data.at', 'day', 'reading.reach'],
      },
    ])
  })

  test('is none when the prohibition is over by the day the duty is due, and one when it is not', () => {
    const level = (within: string | undefined, until: string | undefined) =>
      law(
        [{ ...must('disclose-content'), ...(within === undefined ? {} : { within }) }],
        [{ ...never('disclose-content'), ...(until === undefined ? {} : { until }) }],
      ).conflicts()[0]?.level ?? 'none'
    expect(level('10 days', '30 days')).toBe('certain')
    expect(level('30 days', '10 days')).toBe('none')
    expect(level('48 hours', '2 days')).toBe('none')
    expect(level('47 hours', '2 days')).toBe('certain')
    // A duty without a deadline is due at once; a prohibition without an end never ends.
    expect(level(undefined, '1 hour')).toBe('certain')
    expect(level('10 days', undefined)).toBe('certain')
  })

  test('is none between two acts that exclude each other when one duty is over before the other is due', () => {
    const keep = (until: string): Rule => ({ ...must('disclose-content'), until })
    const wipe = (within: string): Rule => ({ ...must('delete-content'), within })
    const conflicts = (until: string, within: string) => law([keep(until)], [wipe(within)]).conflicts().length
    expect([
      conflicts('90 days', '30 days'),
      conflicts('90 days', '90 days'),
      conflicts('90 days', '180 days'),
    ]).toEqual([1, 0, 0])
  })

  test('is only possible while only an uncertain rule gives the short deadline', () => {
    const slow: Rule = { ...must('disclose-content'), within: '30 days' }
    const fast: Rule = { ...must('disclose-content', 'a'), id: 'emergency', within: '8 hours' }
    const ban: Rule = { ...never('disclose-content'), until: '10 days' }
    const conflicts = (a: boolean | null) => law([slow, fast], [ban], { a }).conflicts()
    expect(conflicts(true)).toMatchObject([{ level: 'certain' }])
    expect(conflicts(null)).toMatchObject([{ level: 'possible', dissolve: ['a'] }])
    expect(conflicts(false)).toEqual([])
  })

  test('inside one order, too, heeds deadlines', () => {
    const keep: Rule = { ...must('disclose-content'), until: '30 days' }
    const wipe = (within: string): Rule => ({ ...must('delete-content'), within })
    expect(antinomies(law([keep, wipe('10 days')], []))).toHaveLength(1)
    expect(antinomies(law([keep, wipe('60 days')], []))).toEqual([])
  })

  test('is not a tension, in which one order only leaves the choice that another takes', () => {
    const leave: Rule = { id: 'may', when: 'true', then: { permit: 'preserve' } }
    expect(tensions(law([leave], [never('preserve', 'a')]))).toEqual([
      { orders: ['us', 'ie'], act: 'preserve', level: 'possible' },
    ])
    expect(tensions(law([must('preserve')], [{ id: 'free', when: 'true', then: { excuse: 'preserve' } }]))).toEqual([
      { orders: ['ie', 'us'], act: 'preserve', level: 'certain' },
    ])
    expect(tensions(law([must('preserve')], [never('preserve')]))).toEqual([])
  })

  test('inside one order is no conflict but an antinomy', () => {
    const e = law([must('disclose-content'), must('delete-content', 'a')], [])
    expect(e.conflicts()).toEqual([])
    expect(antinomies(e)).toEqual([{ order: 'us', acts: ['delete-content', 'disclose-content'], level: 'possible' }])
  })
})

describe('exposure', () => {
  const fined: Rule = {
    ...never('disclose-content', 'a'),
    cite: ['gdpr-48'],
    sanction: [
      { kind: 'money', min: 1000, max: 20_000_000, currency: 'EUR', turnoverPercent: 4, cite: ['gdpr-83'] },
      { kind: 'crime', min: 0, max: 60 },
      { kind: 'money', min: 0, max: 3000, currency: 'EUR', when: "data.at == 'ie'" },
    ],
  }
  const breach = (level: 'certain' | 'possible' = 'certain') => ({
    order: 'ie',
    act: 'disclose-content',
    manner: 'did' as const,
    level,
    rules: ['never-disclose-content'],
  })
  const known: Facts = { a: true, 'data.at': 'us' }

  test('of a certain breach runs from the least to the most, kind by kind', () => {
    expect(exposure(law([], [fined], known), breach())).toEqual([
      {
        order: 'ie',
        kind: 'money',
        min: 1000,
        max: 20_000_000,
        currency: 'EUR',
        turnoverPercent: 4,
        rules: ['never-disclose-content'],
        authorities: ['gdpr-83'],
      },
      { order: 'ie', kind: 'crime', min: 0, max: 60, rules: ['never-disclose-content'], authorities: ['gdpr-48'] },
    ])
  })

  test('of a possible breach, or of a rule that may apply, starts at nothing', () => {
    expect(exposure(law([], [fined], known), breach('possible'))[0]!.min).toBe(0)
    expect(exposure(law([], [fined], {}), breach())[0]!.min).toBe(0)
  })

  test('is capped by the higher of a sum and a share of turnover', () => {
    const found = (turnover?: number) => {
      const [{ max, turnoverPercent }] = exposure(law([], [fined], known), breach(), turnover) as [Exposure]
      return [max, turnoverPercent]
    }
    expect([found(100_000_000), found(1_000_000_000)]).toEqual([
      [20_000_000, undefined],
      [40_000_000, undefined],
    ])
    // Where the turnover is not given the sum stands, with the share that may be more.
    expect(found()).toEqual([20_000_000, 4])
  })

  test('names a share of the turnover in one country, which world turnover does not tell', () => {
    const local: Rule = {
      ...never('disclose-content', 'a'),
      sanction: [{ kind: 'money', min: 0, max: 0, currency: 'BRL', turnoverPercent: 10, turnoverIn: 'Brazil' }],
    }
    for (const turnover of [undefined, 1_000_000_000])
      expect(exposure(law([], [local], known), breach(), turnover)).toMatchObject([
        { min: 0, max: 0, turnoverPercent: 10, turnoverIn: 'Brazil' },
      ])
  })

  test('of one breach is the heaviest sanction of a kind, of two breaches both', () => {
    const e = law([], [fined], { a: true, 'data.at': 'ie' })
    expect(exposure(e, breach())[0]).toMatchObject({ kind: 'money', min: 1000, max: 20_000_000 })
    expect(exposures(e, [breach(), breach('possible')])[0]).toMatchObject({ kind: 'money', min: 1000, max: 40_000_000 })
  })

  test('never adds up kinds, currencies or orders', () => {
    const dollars: Rule = { ...must('preserve'), sanction: [{ kind: 'money', min: 5, max: 9, currency: 'USD' }] }
    const e = law([dollars], [fined], known)
    const both = exposures(e, [breach(), { ...breach(), order: 'us', act: 'preserve', rules: ['must-preserve'] }])
    expect(both.map(x => [x.order, x.kind, x.currency, x.max])).toEqual([
      ['ie', 'money', 'EUR', 20_000_000],
      ['ie', 'crime', undefined, 60],
      ['us', 'money', 'USD', 9],
    ])
  })
})
