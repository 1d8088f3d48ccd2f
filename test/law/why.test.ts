/** Reasons: they suffice, they name what decided, and a lawyer can read them aloud. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assemble,
  type Claim,
  compile,
  type Evaluation,
  evaluate,
  explain,
  type Facts,
  factsNamed,
  type LawFile,
  waitsFor,
  why,
  whyNot,
} from '../../src/law/index.ts'
import { fileOf, someFacts, spots, theories } from './theories.ts'

const claim = (key: string): Claim => {
  const [modality, order, act] = key.split(' ')
  return act === undefined ? { conclude: key } : ({ order, [modality!]: act } as unknown as Claim)
}
const account = (e: Evaluation, head: Claim) => (why(e, head) ?? whyNot(e, head))!

test('the facts named in a why, everything else unknown, still give its answer', () => {
  let yes = 0
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const pack = assemble([fileOf(theory)])
      const e = evaluate(pack, { facts, ...spot })
      for (const key of pack.sides.keys()) {
        const value = e.holds(claim(key))
        if (value === 'unknown') continue
        if (value === 'yes') yes++
        const named = factsNamed(account(e, claim(key)))
        const only: Facts = Object.fromEntries(named.map(path => [path, facts[path] ?? null]))
        expect([key, evaluate(pack, { facts: only, ...spot }).holds(claim(key))]).toEqual([key, value])
      }
    }),
    { numRuns: 200 },
  )
  expect(yes).toBeGreaterThan(40)
}, 60_000)

test('every head has a why, a why not, or both while it is open', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const pack = assemble([fileOf(theory)])
      const e = evaluate(pack, { facts, ...spot })
      for (const key of pack.sides.keys()) {
        const value = e.holds(claim(key))
        expect(why(e, claim(key)) !== null).toBe(value !== 'no')
        expect(whyNot(e, claim(key)) !== null).toBe(value !== 'yes')
        expect(explain(e, account(e, claim(key))).length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('what an open answer waits for is unknown, and something', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const pack = assemble([fileOf(theory)])
      const e = evaluate(pack, { facts, ...spot })
      for (const key of pack.sides.keys()) {
        if (e.holds(claim(key)) !== 'unknown') continue
        const open = waitsFor(account(e, claim(key)))
        expect(open.length).toBeGreaterThan(0)
        for (const path of open)
          expect(path.startsWith('reading.') ? e.readings[path.slice(8)] : (facts[path] ?? null)).toBeNull()
      }
    }),
    { numRuns: 200 },
  )
}, 60_000)

const law: LawFile = {
  order: 'us',
  name: 'United States',
  facts: {
    'demand.served': { type: 'bool', gloss: 'the demand has been served on the provider' },
    'procedure.stay': { type: 'bool', gloss: 'a stay of the order is in force' },
    'provider.usControl': { type: 'bool', gloss: 'staff in the United States can obtain the content' },
    'data.contentAt': {
      type: 'enum',
      values: ['us', 'ie'],
      gloss: 'where the content is stored',
      says: { us: 'the United States', ie: 'Ireland' },
    },
    'demand.days': { type: 'int', min: 0, max: 30, gloss: 'the number of days to answer' },
    'demand.date': { type: 'date', gloss: 'the day of service' },
  },
  atoms: { reached: { gloss: 'the warrant reaches the content' } },
  acts: [
    { id: 'disclose-content', gloss: 'hand over the content', definition: 'Giving the content.' },
    { id: 'preserve', gloss: 'preserve the account', definition: 'Freezing it.' },
  ],
  courts: [
    { id: 'circuit', name: 'Court of Appeals' },
    { id: 'district', parent: 'circuit', name: 'District Court' },
  ],
  questions: { reach: { readings: ['control', 'location'], asks: 'Does a warrant reach content stored abroad?' } },
  holdings: [
    { question: 'reach', reading: 'control', court: 'district', from: '2014-07-31', to: '2016-07-14', cite: 'preska' },
    { question: 'reach', reading: 'location', court: 'circuit', from: '2016-07-14', cite: 'carney' },
  ],
  rules: [
    {
      id: 'reach-abroad',
      from: '1986-10-21',
      when: "provider.usControl && reading.reach == 'control'",
      then: { conclude: 'reached' },
      cite: ['sca'],
      says: 'A warrant reaches what the provider controls',
    },
    {
      id: 'warrant',
      from: '1986-10-21',
      to: '2018-03-23',
      when: 'demand.served && reached',
      unless: [{ when: 'procedure.stay', cite: 'stay', says: 'A stay suspends the order.' }],
      then: { oblige: 'disclose-content' },
      cite: ['sca'],
    },
    { id: 'new-law', from: '2018-03-23', when: 'demand.served', then: { oblige: 'disclose-content' }, cite: ['cloud'] },
    { id: 'home', when: "data.contentAt != 'us' && demand.days < 14", then: { excuse: 'disclose-content' } },
    {
      id: 'local',
      court: 'district',
      when: 'demand.date >= date("2014-01-01")',
      then: { oblige: 'disclose-content' },
      overrides: ['home'],
      rank: 'lex specialis',
    },
  ],
}
const compiled = compile([law])
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
const pack = compiled.value
const known: Facts = {
  'demand.served': true,
  'procedure.stay': false,
  'provider.usControl': true,
  'data.contentAt': 'ie',
  'demand.days': 14,
  'demand.date': '2013-12-04',
}
const ask = (facts: Facts, day = '2014-08-10', forum: string | null = 'district') =>
  evaluate(pack, { facts, day, forum })
const duty: Claim = { order: 'us', oblige: 'disclose-content' }
const read = (e: Evaluation, head: Claim = duty) => explain(e, account(e, head)).join('\n')

test('a duty is read aloud with its rule, what it turned on, its exception, and what was said against it', () => {
  expect(read(ask(known))).toMatchInlineSnapshot(`
    "On 10 August 2014, before the District Court, the law of the United States obliges you to hand over the content.
    There is the rule “warrant”. (Sca; law from 21 October 1986 to 22 March 2018.) It applies here, because the demand has been served on the provider and the warrant reaches the content. There is an exception. A stay suspends the order. (Stay.) It is not met, because a stay of the order is not in force.
    What might be said against it, and why it does not count here:
      There is the rule “home”. But the number of days to answer is 14, and so at least 14.

    It is shown that the warrant reaches the content.
    A warrant reaches what the provider controls. (Sca; law since 21 October 1986.) So it is here, because staff in the United States can obtain the content and to the question “Does a warrant reach content stored abroad?” the District Court answered “control” on 31 July 2014."
  `)
})

test('on a later day another rule is law', () => {
  expect(read(ask({ ...known, 'demand.served': null }, '2018-04-01'))).toMatchInlineSnapshot(`
    "On 1 April 2018, before the District Court, it is an open question whether the law of the United States obliges you to hand over the content.
    It hangs on this: whether the demand has been served on the provider.
    There is the rule “new law”. (Cloud; law since 23 March 2018.) It is not known whether the demand has been served on the provider.
    What might be said against it, and why it does not count here:
      There is the rule “home”. But the number of days to answer is 14, and so at least 14."
  `)
})

test('a duty that waits says for what', () => {
  const e = ask({ ...known, 'procedure.stay': null, 'provider.usControl': null })
  expect(waitsFor(account(e, duty))).toEqual(['procedure.stay', 'provider.usControl'])
  expect(read(e)).toMatchInlineSnapshot(`
    "On 10 August 2014, before the District Court, it is an open question whether the law of the United States obliges you to hand over the content.
    It hangs on this: whether a stay of the order is in force and whether staff in the United States can obtain the content.
    There is the rule “warrant”. (Sca; law from 21 October 1986 to 22 March 2018.) So much is clear: the demand has been served on the provider. But it is open whether the warrant reaches the content. There is an exception. A stay suspends the order. (Stay.) Whether it is met is open: it is not known whether a stay of the order is in force.
    What might be said against it, and why it does not count here:
      There is the rule “home”. But the number of days to answer is 14, and so at least 14.

    It is open whether the warrant reaches the content.
    A warrant reaches what the provider controls. (Sca; law since 21 October 1986.) So much is clear: to the question “Does a warrant reach content stored abroad?” the District Court answered “control” on 31 July 2014. But it is not known whether staff in the United States can obtain the content."
  `)
})

test('what was beaten names what beat it; what stands level is a tie', () => {
  const beaten = ask({ ...known, 'demand.days': 10, 'demand.date': '2014-02-01', 'demand.served': false })
  expect(why(beaten, duty)!.contrary.map(c => [c.rule.rule, c.fate, c.by.map(t => t.rule)])).toEqual([
    ['home', 'beaten', ['local']],
  ])
  const tied = ask({ ...known, 'demand.days': 10 })
  expect(whyNot(tied, duty)!.contrary.map(c => [c.rule.rule, c.fate, c.failed.map(t => t.rule)])).toEqual([
    ['home', 'tied', ['local']],
  ])
})

test('a rule of another court and a rule not yet in force say so', () => {
  const e = ask({ ...known, 'demand.served': false }, '2014-08-10', 'circuit')
  expect(whyNot(e, duty)!.rules.map(r => [r.rule, r.standing])).toEqual([
    ['warrant', 'condition'],
    ['new-law', 'not-in-force'],
    ['local', 'other-forum'],
  ])
})

test('only the leaves that fail are named, not the ones that were met', () => {
  const e = ask({ ...known, 'demand.served': false })
  expect(whyNot(e, duty)!.rules[0]!.leaves.map(l => [l.words, l.holds])).toEqual([
    ['the demand has been served on the provider', 'no'],
  ])
})

test('a head nobody speaks of has nothing to show', () => {
  expect(read(ask(known), { order: 'us', forbid: 'preserve' })).toBe(
    'On 10 August 2014, before the District Court, the law of the United States does not forbid you to preserve the account.\nNo rule speaks of it.',
  )
})

test.each([
  ['a stay of the order is in force', 'a stay of the order is not in force'],
  ['the content, or a copy of it, is in Ireland', 'the content, or a copy of it, is not in Ireland'],
  ['the demand has been served', 'the demand has not been served'],
  ['the court has ruled', 'the court has not ruled'],
  ['the provider has possession of the content', 'the provider does not have possession of the content'],
  ['staff here can obtain the content', 'staff here cannot obtain the content'],
  ['there is a demand that could be obeyed', 'there is no demand that could be obeyed'],
  ['the provider must unlock the device', 'the provider need not unlock the device'],
  ['the demand asks for the content', 'the demand does not ask for the content'],
  ['the order reaches the provider', 'the order does not reach the provider'],
  ['the law of another country is no excuse', 'it is not so that the law of another country is no excuse'],
  ['the data is in India, or India asks for it', 'it is not so that the data is in India, or India asks for it'],
  ['a judge found probable cause', 'it is not so that a judge found probable cause'],
  ['the state that asks is a third country', 'it is not so that the state that asks is a third country'],
])('the denial of “%s” is “%s”', (gloss, wanted) => {
  const r = compile([
    { facts: { a: { type: 'bool', gloss } }, rules: [{ id: 'r', when: '!a', then: { conclude: 'p' } }] },
  ])
  if (!r.ok) throw new Error('refused')
  const e = evaluate(r.value, { facts: { a: false }, day: '2014-01-01', forum: null })
  expect(why(e, { conclude: 'p' })!.rules[0]!.leaves[0]!.words).toBe(wanted)
})

test.each([
  ["at == 'ie'", 'the place is Ireland'],
  ["!(at == 'us')", 'the place is not the United States'],
  ["at in ['ie', 'uk']", 'the place is Ireland or uk'],
  ["!(at in ['us', 'uk'])", 'the place is neither the United States nor uk'],
  ['n >= 2', 'how many: at least 2'],
  ['2 <= n', 'how many: at least 2'],
  ['!(n < 2)', 'how many: at least 2'],
  ['n + 1 > 2', 'how many plus 1: more than 2'],
  ["day < date('2014-05-01')", 'the day is before 1 May 2014'],
  ["!(day < date('2014-01-01'))", 'the day is on or after 1 January 2014'],
  ['flag == true', 'the flag is up'],
  ['true', 'in every case'],
])('%s is said “%s”', (when, wanted) => {
  const r = compile([
    {
      facts: {
        at: {
          type: 'enum',
          values: ['us', 'ie', 'uk'],
          gloss: 'the place',
          says: { us: 'the United States', ie: 'Ireland' },
        },
        n: { type: 'int', gloss: 'how many' },
        day: { type: 'date', gloss: 'the day' },
        flag: { type: 'bool', gloss: 'the flag is up' },
      },
      rules: [{ id: 'r', when, then: { conclude: 'p' } }],
    },
  ])
  if (!r.ok) throw new Error('refused')
  const facts = { at: 'ie', n: 2, day: '2014-03-01', flag: true }
  const e = evaluate(r.value, { facts, day: '2014-01-01', forum: null })
  expect(why(e, { conclude: 'p' })!.rules[0]!.leaves.map(l => l.words)).toEqual([wanted])
})
