/** The engine against the definition, and against what must hold of any theory whatever. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assemble,
  compile,
  type Evaluation,
  evaluate,
  type Facts,
  type LawFile,
  type Rule,
} from '../../src/law/index.ts'
import { answer } from './reference.ts'
import { allFacts, crowds, duels, fileOf, someFacts, spots, theories } from './theories.ts'

/** Everything an evaluation says, in one fixed order and without rule ids. */
const said = (e: Evaluation) => ({
  atoms: Object.fromEntries([...e.pack.atoms].sort().map(p => [p, { holds: e.atom(p), contrary: e.atom(`!${p}`) }])),
  norms: e.norms().map(({ order, modality, act, holds }) => ({ order, modality, act, holds })),
  readings: e.readings,
  conflicts: e.conflicts().map(({ orders, acts, level }) => ({ orders, acts, level })),
})
const sorted = <T>(all: readonly T[]) => [...all].map(x => JSON.stringify(x)).sort()

const accept = (file: LawFile) => {
  const pack = compile([file])
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems))
  return pack.value
}

test('the engine says what the definition says, on thousands of theories with several issues', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const e = evaluate(assemble([fileOf(theory)]), { facts, ...spot })
      const [mine, theirs] = [said(e), answer(theory, { facts, ...spot })]
      expect(mine.atoms).toEqual(theirs.atoms)
      expect(mine.readings).toEqual(theirs.readings)
      expect(sorted(mine.norms)).toEqual(sorted(theirs.norms))
      expect(sorted(mine.conflicts)).toEqual(sorted(theirs.conflicts))
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('the engine says what the definition says where many rules meet in one issue', () => {
  fc.assert(
    fc.property(crowds, someFacts, spots, (theory, facts, spot) => {
      const e = evaluate(assemble([fileOf(theory)]), { facts, ...spot })
      const [mine, theirs] = [said(e), answer(theory, { facts, ...spot })]
      expect(mine.atoms).toEqual(theirs.atoms)
      expect(sorted(mine.norms)).toEqual(sorted(theirs.norms))
    }),
    { numRuns: 2000 },
  )
}, 60_000)

test('the engine says what the definition says of conflicts, acts that entail or exclude each other, and deadlines', () => {
  const met = { certain: 0, possible: 0, none: 0 }
  fc.assert(
    fc.property(duels, someFacts, spots, (theory, facts, spot) => {
      const e = evaluate(assemble([fileOf(theory)]), { facts, ...spot })
      const [mine, theirs] = [said(e).conflicts, answer(theory, { facts, ...spot }).conflicts]
      expect(sorted(mine)).toEqual(sorted(theirs))
      for (const { level } of mine) met[level]++
      if (mine.length === 0) met.none++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(met.certain, met.possible, met.none)).toBeGreaterThan(200)
}, 60_000)

test('law that is accepted and law that is trusted say the same', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const file = fileOf(theory)
      expect(said(evaluate(accept(file), { facts, ...spot }))).toEqual(
        said(evaluate(assemble([file]), { facts, ...spot })),
      )
    }),
    { numRuns: 200 },
  )
}, 60_000)

const heads = (e: Evaluation) => [...e.pack.sides.values()]
const values = (e: Evaluation) => new Map(heads(e).map(s => [s.key, e.holds(claim(s.key))]))
const claim = (key: string) => {
  const [modality, order, act] = key.split(' ')
  return (act === undefined ? { conclude: key } : { order, [modality!]: act }) as Parameters<Evaluation['holds']>[0]
}

test('with nothing unknown, every answer is yes or no', () => {
  fc.assert(
    fc.property(theories, allFacts, spots, (theory, facts, spot) => {
      const e = evaluate(assemble([fileOf(theory)]), {
        facts,
        ...spot,
        suppose: { reach: 'control', duty: 'owed' },
      })
      expect([...values(e).values()]).not.toContain('unknown')
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('opposing conclusions never both hold', () => {
  fc.assert(
    fc.property(theories, someFacts, spots, (theory, facts, spot) => {
      const all = values(evaluate(assemble([fileOf(theory)]), { facts, ...spot }))
      for (const [key, value] of all) {
        if (value !== 'yes') continue
        const [modality, order, act] = key.split(' ')
        const against = act
          ? { oblige: ['forbid', 'excuse'], forbid: ['oblige', 'permit'], permit: ['forbid'], excuse: ['oblige'] }[
              modality as 'oblige'
            ].map(m => `${m} ${order} ${act}`)
          : [key.startsWith('!') ? key.slice(1) : `!${key}`]
        for (const other of against) expect(all.get(other)).not.toBe('yes')
      }
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('to learn a fact turns unknown into yes or no, and never yes into no or no into yes', () => {
  fc.assert(
    fc.property(theories, allFacts, fc.array(fc.nat(7)), spots, (theory, facts, hidden, spot) => {
      const paths = Object.keys(facts)
      const less: Facts = Object.fromEntries(paths.map((p, i) => [p, hidden.includes(i) ? null : facts[p]!]))
      const pack = assemble([fileOf(theory)])
      const before = values(evaluate(pack, { facts: less, ...spot }))
      const after = values(evaluate(pack, { facts, ...spot }))
      for (const [key, value] of before) if (value !== 'unknown') expect(after.get(key)).toBe(value)
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('to learn a fact settles a possible conflict, and never makes a certain one go or a new one come', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(duels, allFacts, fc.array(fc.nat(7)), spots, (theory, facts, hidden, spot) => {
      const paths = Object.keys(facts)
      const less: Facts = Object.fromEntries(paths.map((p, i) => [p, hidden.includes(i) ? null : facts[p]!]))
      const pack = assemble([fileOf(theory)])
      const levels = (known: Facts) =>
        new Map(
          evaluate(pack, { facts: known, ...spot })
            .conflicts()
            .map(c => [[...c.orders, ...c.acts].join(), c.level]),
        )
      const [before, after] = [levels(less), levels(facts)]
      for (const [key, level] of before) {
        met.add(`${level}, then ${after.get(key) ?? 'none'}`)
        if (level === 'certain') expect([key, after.get(key)]).toEqual([key, 'certain'])
      }
      for (const key of after.keys()) expect([...before.keys()]).toContain(key)
    }),
    { numRuns: 600, seed: 48 },
  )
  expect(met).toContain('possible, then none')
  expect(met).toContain('possible, then certain')
}, 60_000)

test('the order in which rules are written does not matter', () => {
  const shuffled = theories.chain(theory =>
    fc
      .shuffledSubarray([...theory.rules], { minLength: theory.rules.length, maxLength: theory.rules.length })
      .map(rules => [theory, { ...theory, rules }] as const),
  )
  fc.assert(
    fc.property(shuffled, someFacts, spots, ([one, other], facts, spot) => {
      const say = (t: typeof one) => {
        const e = evaluate(assemble([fileOf(t)]), { facts, ...spot })
        return { ...said(e), rules: e.norms().map(n => n.rules), ties: e.ties() }
      }
      expect(say(other)).toEqual(say(one))
    }),
    { numRuns: 400 },
  )
}, 60_000)

const one = (rules: readonly Rule[], at: { facts?: Facts; day?: string; forum?: string } = {}, more: LawFile = {}) =>
  evaluate(
    accept({ order: 'us', facts: { a: { type: 'bool' }, b: { type: 'bool' }, c: { type: 'bool' } }, ...more, rules }),
    {
      facts: at.facts ?? {},
      day: at.day ?? '2014-01-01',
      forum: at.forum ?? null,
    },
  )
const yes: Facts = { a: true, b: true, c: true }

test('two rules that conclude against each other, neither overriding the other, are a tie that names both', () => {
  const e = one(
    [
      { id: 'must', when: 'a', then: { oblige: 'preserve' } },
      { id: 'must-not', when: 'b', then: { forbid: 'preserve' } },
    ],
    { facts: yes },
  )
  expect(e.norms()).toEqual([])
  expect(e.ties()).toEqual([{ heads: ['forbid us preserve', 'oblige us preserve'], rules: ['must', 'must-not'] }])
  expect(e.says('us', 'preserve')).toBe('contested')
})

test('a team defeats: each attacker may be beaten by another defender', () => {
  const rules: Rule[] = [
    { id: 'r1', when: 'a', then: { conclude: 'p' }, overrides: ['s1'] },
    { id: 'r2', when: 'a', then: { conclude: 'p' }, overrides: ['s2'] },
    { id: 's1', when: 'b', then: { conclude: '!p' } },
    { id: 's2', when: 'b', then: { conclude: '!p' } },
  ]
  expect(one(rules, { facts: yes }).atom('p')).toBe('yes')
  expect(one(rules.slice(1), { facts: yes }).atom('p')).toBe('no')
})

test('a defeater blocks and concludes nothing itself', () => {
  const e = one(
    [
      { id: 'r', when: 'a', then: { conclude: 'p' } },
      { id: 'd', kind: 'defeater', when: 'b', then: { conclude: '!p' } },
    ],
    { facts: yes },
  )
  expect([e.atom('p'), e.atom('!p')]).toEqual(['no', 'no'])
  expect(e.ties()).toEqual([])
})

test('a duty is also a permission, and defends it', () => {
  const e = one(
    [
      { id: 'duty', when: 'a', then: { oblige: 'preserve' }, overrides: ['ban'] },
      { id: 'ban', when: 'b', then: { forbid: 'preserve' } },
      { id: 'leave', when: 'c', then: { permit: 'preserve' } },
    ],
    { facts: yes },
  )
  expect(e.norms().map(n => [n.modality, n.holds, n.rules])).toEqual([
    ['oblige', 'yes', ['duty']],
    ['permit', 'yes', ['duty', 'leave']],
  ])
})

test('a permission is defended by a duty that does not itself hold', () => {
  const rules: Rule[] = [
    { id: 'leave', when: 'a', then: { permit: 'preserve' } },
    { id: 'ban', when: 'a', then: { forbid: 'preserve' } },
    { id: 'duty', when: 'a', then: { oblige: 'preserve' }, overrides: ['ban'] },
    { id: 'free', when: 'a', then: { excuse: 'preserve' } },
  ]
  const holds = (list: Rule[]) =>
    one(list, { facts: yes })
      .norms()
      .map(n => `${n.modality} ${n.rules}`)
  expect(holds(rules)).toEqual(['permit leave'])
  expect(holds(rules.filter(r => r.id !== 'duty'))).toEqual(['excuse free'])
})

test('a prohibition is also a permission not to, as a duty is a permission', () => {
  const e = one([{ id: 'ban', when: 'a', then: { forbid: 'preserve' } }], { facts: yes })
  expect(e.norms().map(n => [n.modality, n.holds, n.rules])).toEqual([
    ['forbid', 'yes', ['ban']],
    ['excuse', 'yes', ['ban']],
  ])
  expect(e.says('us', 'preserve')).toBe('forbids')
})

test('a rule is in force on its first day and no longer on its last', () => {
  const rules: Rule[] = [{ id: 'r', from: '2014-01-01', to: '2014-02-01', when: 'true', then: { conclude: 'p' } }]
  const on = (day: string) => one(rules, { day }).atom('p')
  expect(['2013-12-31', '2014-01-01', '2014-01-31', '2014-02-01'].map(on)).toEqual(['no', 'yes', 'yes', 'no'])
  const always: Rule = { id: 'r', from: null, to: null, when: 'true', then: { conclude: 'p' } }
  expect(one([always]).atom('p')).toBe('yes')
})

test('a local rule binds its court and those below, and nobody without a forum', () => {
  const courts = [{ id: 'high' }, { id: 'low', parent: 'high' }, { id: 'sister', parent: 'high' }]
  const rules: Rule[] = [{ id: 'r', court: 'low', when: 'true', then: { conclude: 'p' } }]
  const at = (forum?: string) => one(rules, forum === undefined ? {} : { forum }, { courts }).atom('p')
  expect([at('low'), at('high'), at('sister'), at()]).toEqual(['yes', 'no', 'no', 'no'])
})

const contested: LawFile = {
  courts: [{ id: 'high' }, { id: 'low', parent: 'high' }],
  questions: { reach: { readings: ['control', 'location'] } },
  holdings: [
    { question: 'reach', reading: 'control', court: 'low', from: '2014-01-01', to: '2016-07-14', ended: 'reversed' },
    { question: 'reach', reading: 'location', court: 'high', from: '2016-07-14', to: '2018-04-17', ended: 'vacated' },
  ],
}

test('a higher court reverses, and vacatur revives nothing', () => {
  const on = (day: string) => one([], { day, forum: 'low' }, contested).readings.reach
  expect(['2013-12-31', '2014-01-01', '2016-07-14', '2018-04-17'].map(on)).toEqual([null, 'control', 'location', null])
})

test('the highest court speaks before the latest one, and nobody is bound without a forum', () => {
  const holdings = [
    { question: 'reach', reading: 'control', court: 'high', from: '2014-01-01' },
    { question: 'reach', reading: 'location', court: 'low', from: '2015-01-01' },
  ]
  const read = (forum?: string) =>
    one([], { day: '2016-01-01', ...(forum ? { forum } : {}) }, { ...contested, holdings }).readings.reach
  expect([read('low'), read()]).toEqual(['control', null])
})

test('two holdings of one court and one day that disagree bind nobody', () => {
  const holdings = [
    { question: 'reach', reading: 'control', court: 'high', from: '2014-01-01' },
    { question: 'reach', reading: 'location', court: 'high', from: '2014-01-01' },
  ]
  expect(one([], { forum: 'low' }, { ...contested, holdings }).readings.reach).toBeNull()
})

test('an unknown exception leaves a duty possible, and a met one ends it', () => {
  const rules: Rule[] = [{ id: 'r', when: 'a', unless: [{ when: 'b' }], then: { oblige: 'preserve' } }]
  const says = (b: boolean | null) => one(rules, { facts: { a: true, b } }).says('us', 'preserve')
  expect([says(false), says(null), says(true)]).toEqual(['obliges', 'contested', 'silent'])
})

test('a chain of five thousand conclusions is settled without running out of stack', () => {
  const rules: Rule[] = Array.from({ length: 5000 }, (_, i) => ({
    id: `r${i}`,
    when: i === 0 ? 'a' : `p${i - 1}`,
    then: { conclude: `p${i}` },
  }))
  expect(one(rules, { facts: yes }).atom('p4999')).toBe('yes')
})
