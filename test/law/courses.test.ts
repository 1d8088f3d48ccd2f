/** Courses of action side by side: what each may cost, and which one no reasonable counsel would prefer. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assemble,
  breachesOf,
  type Course,
  compare,
  compile,
  type Evaluation,
  evaluate,
  exposures,
  type Facts,
  type LawFile,
  type Rule,
  type Sanction,
} from '../../src/law/index.ts'
import { acts, duels, fileOf, someFacts, spots } from './theories.ts'

const vocabulary: LawFile = {
  facts: { a: { type: 'bool' } },
  acts: [
    { id: 'disclose', gloss: 'hand over', definition: '' },
    { id: 'disclose-everything', gloss: 'hand over all', definition: '', entails: ['disclose'] },
    'notify',
    'preserve',
    'offer-treaty',
  ],
}
const law = (us: readonly Rule[], ie: readonly Rule[], facts: Facts = {}): Evaluation => {
  const pack = compile([vocabulary, { order: 'us', rules: us }, { order: 'ie', rules: ie }])
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems))
  return evaluate(pack.value, { facts, day: '2014-01-01', forum: null })
}
const must = (act: string, ...sanction: Sanction[]): Rule => ({
  id: `must-${act}`,
  when: 'true',
  then: { oblige: act },
  cite: [`statute-on-${act}`],
  sanction,
})
const never = (act: string, ...sanction: Sanction[]): Rule => ({
  ...must(act, ...sanction),
  id: `never-${act}`,
  then: { forbid: act },
})
const euro = (min: number, max: number): Sanction => ({ kind: 'money', min, max, currency: 'EUR' })
const fine = (min: number, max: number): Sanction => ({ kind: 'per-day', min, max, currency: 'USD' })
const course = (id: string, ...done: string[]): Course => ({ id, acts: done })

describe('what a course of action breaks', () => {
  const e = law([must('preserve'), must('disclose')], [never('disclose'), never('notify')])

  test('is every prohibition on what is done and every duty left undone', () => {
    expect(breachesOf(e, ['disclose'])).toEqual([
      { order: 'ie', act: 'disclose', manner: 'did', level: 'certain', rules: ['never-disclose'] },
      { order: 'us', act: 'preserve', manner: 'omitted', level: 'certain', rules: ['must-preserve'] },
    ])
    expect(breachesOf(e, []).map(b => `${b.manner} ${b.order} ${b.act}`)).toEqual([
      'omitted us disclose',
      'omitted us preserve',
    ])
  })

  test('counts what an act entails as done with it', () => {
    expect(breachesOf(e, ['disclose-everything', 'preserve']).map(b => `${b.manner} ${b.order} ${b.act}`)).toEqual([
      'did ie disclose',
    ])
  })

  test('is possible where the norm is', () => {
    const open = law([], [{ ...never('disclose'), when: 'a' }])
    expect(breachesOf(open, ['disclose'])).toMatchObject([{ level: 'possible' }])
  })
})

describe('one course of action dominates another', () => {
  test('when it costs less somewhere and more nowhere, and says where', () => {
    const e = law([must('preserve', fine(25_000, 50_000))], [never('notify', euro(0, 3000))])
    const { dominances, undominated } = compare(e, [
      course('sit still'),
      course('freeze', 'preserve'),
      course('freeze and tell', 'preserve', 'notify'),
      course('tell', 'notify'),
    ])
    expect(undominated).toEqual(['freeze'])
    expect(dominances.map(d => `${d.better} > ${d.worse}`)).toEqual([
      'sit still > tell',
      'freeze > sit still',
      'freeze > freeze and tell',
      'freeze > tell',
      'freeze and tell > tell',
    ])
    expect(dominances[1]!.advantages).toEqual([
      {
        order: 'us',
        kind: 'per-day',
        currency: 'USD',
        better: { min: 0, max: 0 },
        worse: { min: 25_000, max: 50_000 },
        rules: ['must-preserve'],
        authorities: ['statute-on-preserve'],
      },
    ])
  })

  test('never by weighing one order, kind or currency against another', () => {
    const e = law([must('disclose', fine(25_000, 50_000))], [never('disclose', { kind: 'crime', min: 0, max: 6 })])
    expect(compare(e, [course('obey', 'disclose'), course('refuse')])).toMatchObject({
      dominances: [],
      undominated: ['obey', 'refuse'],
    })
  })

  test('when its breach is only possible and the other one certain', () => {
    const e = law([must('disclose', fine(5, 9))], [{ ...never('offer-treaty', fine(5, 9)), when: 'a' }])
    const [first] = compare(e, [course('both', 'disclose', 'offer-treaty'), course('neither')]).dominances
    expect(first).toBeUndefined()
    const same = law([must('disclose', fine(5, 9)), { ...must('preserve', fine(5, 9)), when: 'a' }], [])
    expect(compare(same, [course('hand over', 'disclose'), course('freeze', 'preserve')]).dominances).toMatchObject([
      { better: 'hand over', advantages: [{ better: { min: 0, max: 9 }, worse: { min: 5, max: 9 } }] },
    ])
  })

  test('not when it breaks something for which no sanction is stated and the other does not', () => {
    const e = law([must('preserve', fine(5, 9))], [never('notify')])
    expect(compare(e, [course('freeze and tell', 'preserve', 'notify'), course('sit still')]).dominances).toEqual([])
    expect(compare(e, [course('freeze', 'preserve'), course('tell', 'notify')]).dominances).toHaveLength(1)
  })

  test('when both cost the same, never', () => {
    const e = law([must('preserve', fine(5, 9))], [])
    expect(compare(e, [course('one', 'notify'), course('other')]).dominances).toEqual([])
  })

  const share: Sanction = { ...euro(0, 20_000_000), turnoverPercent: 4 }

  test('by a share of turnover that is not known only where the other course risks the same share, too', () => {
    const e = law([], [never('disclose', share), never('notify', euro(0, 30_000_000)), never('preserve', share)])
    const pairs = (turnover?: number) =>
      compare(
        e,
        [course('a', 'disclose'), course('b', 'notify'), course('c', 'disclose', 'preserve')],
        turnover,
      ).dominances.map(d => `${d.better} > ${d.worse}`)
    // 4 per cent may be more than 30 million, or less: only the turnover tells.
    expect(pairs()).toEqual(['a > c', 'b > c'])
    expect(pairs(100_000_000)).toEqual(['a > b', 'a > c', 'b > c'])
    expect(pairs(2_000_000_000)).toEqual(['a > c', 'b > a', 'b > c'])
  })
})

test('dominance is a strict order, and the better course is nowhere dearer, whatever the law', () => {
  let met = 0
  const priced = fc.tuple(duels, fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { minLength: 12, maxLength: 12 }))
  const courses = fc.array(fc.subarray(acts.map(a => a.id)), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(priced, courses, someFacts, spots, ([theory, prices], all, facts, spot) => {
      const rules = theory.rules.map((p, i) => {
        const [min, more] = prices[i % prices.length]!
        return { ...p, rule: { ...p.rule, sanction: [euro(min, min + more)] } }
      })
      const e = evaluate(assemble([fileOf({ ...theory, rules })]), { facts, ...spot })
      const { dominances, undominated } = compare(
        e,
        all.map((done, i) => course(`c${i}`, ...done)),
      )
      const total = (id: string, order: string, end: 'min' | 'max') =>
        exposures(e, breachesOf(e, all[Number(id.slice(1))]!))
          .filter(x => x.order === order)
          .reduce((sum, x) => sum + x[end], 0)
      const better = new Set(dominances.map(d => `${d.better} ${d.worse}`))
      for (const d of dominances) {
        met++
        expect(better).not.toContain(`${d.worse} ${d.better}`)
        for (const order of ['us', 'ie'])
          for (const end of ['min', 'max'] as const)
            expect(total(d.better, order, end)).toBeLessThanOrEqual(total(d.worse, order, end))
        for (const other of dominances)
          if (other.better === d.worse) expect(better).toContain(`${d.better} ${other.worse}`)
      }
      expect(undominated.length).toBeGreaterThan(0)
    }),
    { numRuns: 600, seed: 7 },
  )
  expect(met).toBeGreaterThan(100)
}, 60_000)
