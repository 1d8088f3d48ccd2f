/** What if: other facts, other days; the exact answer; what would have to change. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assemble,
  type Claim,
  compile,
  evaluate,
  exact,
  type Facts,
  type LawFile,
  repairs,
  type Tri,
  verdict,
  whatIf,
} from '../../src/law/index.ts'
import { fileOf, questions, someFacts, spots, theories, facts as vocabulary } from './theories.ts'

const law: LawFile = {
  order: 'us',
  facts: {
    a: { type: 'bool' },
    b: { type: 'bool' },
    c: { type: 'bool' },
    at: { type: 'enum', values: ['us', 'ie', 'uk', 'de', 'fr'] },
    n: { type: 'int' },
    day: { type: 'date' },
  },
  courts: [{ id: 'sdny' }],
  questions: { reach: { readings: ['control', 'location'] } },
  holdings: [{ question: 'reach', reading: 'control', court: 'sdny', from: '2014-07-31', to: '2016-07-14' }],
  rules: [
    { id: 'duty', to: '2018-03-23', when: "a && reading.reach == 'control'", then: { oblige: 'disclose' } },
    { id: 'split', when: 'a || !a', then: { conclude: 'either' } },
    { id: 'cases', when: "at == 'us' || at != 'us'", then: { conclude: 'somewhere' } },
    { id: 'line', when: "day < date('2014-01-01') || day >= date('2014-01-01')", then: { conclude: 'someday' } },
    { id: 'number', when: 'n <= 5 || n > 5', then: { conclude: 'some' } },
    { id: 'open', when: "a && at == 'ie'", then: { conclude: 'open' } },
    { id: 'never', when: 'a && b && !a', then: { conclude: 'never' } },
    { id: 'two', when: 'b && c', unless: [{ when: "at in ['us', 'uk']" }], then: { conclude: 'two' } },
  ],
}
const compiled = compile([law])
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const pack = compiled.value
const ask = (facts: Facts, day = '2015-01-01', forum: string | null = 'sdny') => evaluate(pack, { facts, day, forum })

test('another day is another law, and every answer that changes is told', () => {
  const e = ask({ a: true })
  expect(whatIf(e, { day: '2018-04-01' }).heads).toEqual([
    { head: 'oblige us disclose', before: 'yes', after: 'no' },
    { head: 'permit us disclose', before: 'yes', after: 'no' },
  ])
  expect(whatIf(e, { forum: null })).toMatchObject({
    heads: [{ head: 'oblige us disclose', after: 'unknown' }, { head: 'permit us disclose' }],
    readings: [{ question: 'reach', before: 'control', after: null }],
  })
  expect(whatIf(e, { suppose: { reach: 'location' } }).heads[0]).toMatchObject({ after: 'no' })
  expect(whatIf(e, {}).heads).toEqual([])
})

test('where all ways agree the exact answer is known, though Kleene’s is not', () => {
  const answers = (name: string): [Tri, Tri | null] => [ask({}).atom(name), exact(ask({}), { conclude: name })]
  expect(answers('either')).toEqual(['unknown', 'yes'])
  expect(answers('somewhere')).toEqual(['unknown', 'yes'])
  expect(answers('someday')).toEqual(['unknown', 'yes'])
  expect(answers('some')).toEqual(['unknown', 'yes'])
  expect(answers('never')).toEqual(['unknown', 'no'])
  expect(answers('open')).toEqual(['unknown', 'unknown'])
})

test('a verdict that hangs on unknowns is given where every way they could turn out gives one', () => {
  const split = (then: object, other: object) => {
    const r = compile([
      {
        order: 'us',
        facts: { a: { type: 'bool' }, b: { type: 'bool' } },
        rules: [
          { id: 'one', when: 'a', then: then as { oblige: string } },
          { id: 'other', when: '!a', then: other as { oblige: string } },
        ],
      },
    ])
    if (!r.ok) throw new Error('refused')
    const e = evaluate(r.value, { facts: {}, day: '2015-01-01', forum: null })
    return [e.says('us', 'x'), verdict(e, 'us', 'x')]
  }
  expect(split({ oblige: 'x' }, { oblige: 'x' })).toEqual(['contested', 'obliges'])
  expect(split({ forbid: 'x' }, { forbid: 'x' })).toEqual(['contested', 'forbids'])
  expect(split({ permit: 'x' }, { permit: 'x' })).toEqual(['contested', 'permits'])
  expect(split({ oblige: 'x' }, { permit: 'x' })).toEqual(['contested', 'contested'])
  expect(split({ oblige: 'x' }, { forbid: 'x' })).toEqual(['contested', 'contested'])
})

test('more than twelve unknowns that matter have no exact answer', () => {
  const names = Array.from({ length: 13 }, (_, i) => `f${i}`)
  const wide = compile([
    {
      facts: Object.fromEntries(names.map(n => [n, { type: 'bool' }])),
      rules: [{ id: 'r', when: names.map(n => `(${n} || !${n})`).join(' && '), then: { conclude: 'p' } }],
    },
  ])
  if (!wide.ok) throw new Error('refused')
  const at = (known: number) => ({
    facts: Object.fromEntries(names.slice(0, known).map(n => [n, true])),
    day: '2014-01-01',
    forum: null,
  })
  expect(exact(evaluate(wide.value, at(0)), { conclude: 'p' })).toBeNull()
  expect(exact(evaluate(wide.value, at(1)), { conclude: 'p' })).toBe('yes')
})

test('the exact answer never contradicts Kleene’s, and every completion agrees with it', () => {
  const completed = fc.record(
    Object.fromEntries(
      Object.entries(vocabulary).map(([p, s]) => [
        p,
        s.type === 'bool'
          ? fc.boolean()
          : s.type === 'enum'
            ? fc.constantFrom(...s.values)
            : s.type === 'int'
              ? fc.integer({ min: s.min!, max: s.max! })
              : fc.constantFrom('2014-01-01', '2015-06-30', '2018-03-23', '2020-01-01'),
      ]),
    ),
  )
  const readings = fc.record({
    reach: fc.constantFrom(...questions.reach.readings),
    duty: fc.constantFrom(...questions.duty.readings),
  })
  let sharper = 0
  fc.assert(
    fc.property(theories, someFacts, completed, readings, spots, (theory, facts, full, read, spot) => {
      const theoryPack = assemble([fileOf(theory)])
      const e = evaluate(theoryPack, { facts, ...spot })
      const known = Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== null && v !== undefined))
      const held = Object.fromEntries(Object.entries(e.readings).filter(([, r]) => r !== null))
      const then = evaluate(theoryPack, { facts: { ...full, ...known }, ...spot, suppose: { ...read, ...held } })
      for (const key of [...theoryPack.sides.keys()].slice(0, 6)) {
        const [modality, order, act] = key.split(' ')
        const head = (act ? { order, [modality!]: act } : { conclude: key }) as Claim
        const answer = exact(e, head)
        if (answer === null) continue
        if (e.holds(head) !== 'unknown') expect(answer).toBe(e.holds(head))
        else if (answer !== 'unknown') sharper++
        if (answer !== 'unknown') expect([key, then.holds(head)]).toEqual([key, answer])
      }
      for (const { order, act } of theoryPack.subjects.slice(0, 2)) {
        const [plain, sharp] = [e.says(order, act), verdict(e, order, act)]
        if (plain !== 'contested') expect(sharp).toBe(plain)
        else if (sharp !== 'contested') expect([order, act, then.says(order, act)]).toEqual([order, act, sharp])
      }
    }),
    { numRuns: 120, seed: 2001 },
  )
  expect(sharper).toBeGreaterThan(0)
}, 60_000)

test('repairs are the smallest changes of the facts one may change', () => {
  const e = ask({ a: true, b: false, c: false, at: 'us' })
  expect(repairs(e, { conclude: 'two' }, 'yes', ['b', 'c', 'at'])).toEqual([])
  const nearer = ask({ a: true, b: true, c: false, at: 'us' })
  expect(repairs(nearer, { conclude: 'two' }, 'yes', ['b', 'c', 'at'])).toEqual([
    { c: true, at: 'ie' },
    { c: true, at: 'de' },
    { c: true, at: 'fr' },
  ])
  expect(repairs(nearer, { conclude: 'two' }, 'yes', ['b', 'at'])).toEqual([])
  expect(repairs(ask({ b: true, c: true, at: 'us' }), { conclude: 'two' }, 'yes', ['at', 'b'])).toEqual([
    { at: 'ie' },
    { at: 'de' },
    { at: 'fr' },
  ])
})

test('every repair does what it promises', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const theoryPack = assemble([fileOf(theory)])
      const e = evaluate(theoryPack, { facts, ...spot })
      for (const r of repairs(e, { conclude: 'p' }, 'yes', Object.keys(vocabulary)).slice(0, 5)) {
        expect(Object.keys(r).length).toBeLessThanOrEqual(2)
        expect(evaluate(theoryPack, { facts: { ...facts, ...r }, ...spot }).atom('p')).toBe('yes')
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)
