/** What makes law files unacceptable, in words a writer can act on. */
import { describe, expect, test } from 'vitest'
import { assemble, compile, evaluate, type LawFile, type Rule } from '../../src/law/index.ts'

const facts = { a: { type: 'bool' }, b: { type: 'bool' } } as const
const told = (files: LawFile | readonly LawFile[], strict = false) => {
  const all = Array.isArray(files) ? files : [files as LawFile]
  const r = compile(all, { strict })
  return r.problems.map(p => `${p.where.path?.join('/')} ${p.code}: ${p.what} ${p.mend}`)
}
const rules = (...list: Rule[]): LawFile => ({ order: 'us', facts, rules: list })

describe('a theory is refused', () => {
  test('when conclusions rest on each other in a circle, which is named', () => {
    expect(
      told(
        rules(
          { id: 'r1', when: 'q', then: { conclude: 'p' } },
          { id: 'r2', when: 'a', unless: [{ when: 'contrary(r)' }], then: { conclude: '!q' } },
          { id: 'r3', when: '!p', then: { conclude: 'r' } },
          { id: 'r4', when: 'a', then: { conclude: 's' } },
        ),
      ),
    ).toEqual([
      'rules/0 issue-circle: These conclusions rest on each other in a circle: p ← q ← r ← p (rules r1, r2, r3). Let one of them rest on facts alone.',
    ])
  })

  test('when a conclusion rests on its own contrary', () => {
    expect(told(rules({ id: 'r', when: 'contrary(p)', then: { conclude: 'p' } }))[0]).toMatch('circle: p ← p (rules r)')
  })

  test('when a rule of one order overrides a rule of another', () => {
    expect(
      told(
        rules(
          { id: 'us-r', when: 'a', then: { oblige: 'x' }, overrides: ['ie-r'] },
          { id: 'ie-r', order: 'ie', when: 'a', then: { forbid: 'x' } },
        ),
      ),
    ).toEqual([
      'rules/0/overrides/0 overrides-across-orders: "us-r" of us overrides "ie-r" of ie. Remove it; let both hold.',
    ])
  })

  test('when rules override each other in a circle', () => {
    expect(
      told(
        rules(
          { id: 'r1', when: 'a', then: { oblige: 'x' }, overrides: ['r2'] },
          { id: 'r2', when: 'a', then: { forbid: 'x' }, overrides: ['r3'] },
          { id: 'r3', when: 'a', then: { excuse: 'x' }, overrides: ['r1'] },
        ),
      ),
    ).toEqual([
      'rules/0 superiority-circle: These rules override each other in a circle: r1 > r2 > r3 > r1. Remove one of the overrides.',
    ])
  })

  test.each<[string, LawFile, string]>([
    [
      'when an override names no rule',
      rules(
        { id: 'r1', when: 'a', then: { oblige: 'x' }, overrides: ['r-one'] },
        { id: 'r-one1', when: 'a', then: { forbid: 'x' } },
      ),
      'rules/0/overrides/0 unknown-rule: "r1" overrides "r-one", which is no rule. Did you mean "r-one1"?',
    ],
    [
      'when a permission is given a deadline',
      rules({ id: 'r', when: 'a', then: { permit: 'x' }, within: '10 days' }),
      'rules/0/within idle-deadline: The rule "r" gives "within", but it concludes no duty. Take it out, or check "then".',
    ],
    [
      'when a conclusion is given an end',
      rules({ id: 'r', when: 'a', then: { conclude: 'p' }, until: '10 days' }),
      'rules/0/until idle-deadline: The rule "r" gives "until", but it concludes neither a duty nor a prohibition. Take it out, or check "then".',
    ],
    [
      'when a duty would be over before it is due',
      rules({ id: 'r', when: 'a', then: { oblige: 'x' }, within: '10 days', until: '24 hours' }),
      'rules/0/until never-due: The rule "r" lasts 24 hours after service, but is due only within 10 days. Let it last longer, or fall due earlier.',
    ],
    [
      'when two rules share an id',
      rules({ id: 'r', when: 'a', then: { oblige: 'x' } }, { id: 'r', when: 'b', then: { oblige: 'x' } }),
      'rules/1 declared-twice: The rule "r" is there twice. Rename one.',
    ],
    [
      'when a rule names no court there is',
      { ...rules({ id: 'r', court: 'us-sdyn', when: 'a', then: { oblige: 'x' } }), courts: [{ id: 'us-sdny' }] },
      'rules/0/court unknown-court: The rule "r" names a court "us-sdyn" that is not declared. Did you mean "us-sdny"?',
    ],
    [
      'when courts stand above each other in a circle',
      {
        courts: [
          { id: 'x', parent: 'y' },
          { id: 'y', parent: 'x' },
        ],
      },
      'courts/0 court-loop: Above the court "x" courts go round. Mend "parent".',
    ],
    [
      'when a holding takes a reading nobody offers',
      {
        courts: [{ id: 'c' }],
        questions: { reach: { readings: ['control', 'location'] } },
        holdings: [{ question: 'reach', reading: 'contrl', court: 'c' }],
      },
      'holdings/0/reading unknown-reading: "contrl" is no reading of "reach". Did you mean "control"?',
    ],
    [
      'when a rule ends before it begins',
      rules({ id: 'r', from: '2018-03-23', to: '2018-03-23', when: 'a', then: { oblige: 'x' } }),
      'rules/0/to never-in-force: The rule "r" ends on 2018-03-23, not after it begins on 2018-03-23. "to" is the first day on which it no longer holds.',
    ],
    [
      'when a day is none',
      rules({ id: 'r', from: '2018-02-30', when: 'a', then: { oblige: 'x' } }),
      'rules/0/from bad-date: The rule "r" gives "2018-02-30", no day. Write YYYY-MM-DD.',
    ],
    [
      'when a rule concludes a declared fact',
      rules({ id: 'r', when: 'a', then: { conclude: '!b' } }),
      'rules/0/then fact-concluded: The rule "r" concludes "b", which is a declared fact. Give the conclusion a name of its own.',
    ],
    [
      'when a norm has no order',
      { facts, rules: [{ id: 'r', when: 'a', then: { oblige: 'x' } }] },
      'rules/0 no-order: The rule "r" binds no legal order. Give "order".',
    ],
    [
      'when a fact takes the name of a reading',
      { facts: { 'reading.x': { type: 'bool' } } },
      'facts/reading.x reserved-name: A fact cannot be called "reading.x". Give it another name.',
    ],
    [
      'when a condition means nothing, with the place in it',
      rules({ id: 'r', when: 'a', unless: [{ when: 'a && bb' }], then: { oblige: 'x' } }),
      'rules/0/unless/0/when unknown-path: "bb" is neither a declared fact nor anything a rule concludes. Did you mean "b"?',
    ],
  ])('%s', (_, file, wanted) => {
    expect(told(file)).toContain(wanted)
  })

  test('when one name is declared twice with two meanings, in one file or two', () => {
    expect(told([{ facts }, { facts: { a: { type: 'int' } } }])).toEqual([
      'facts/a declared-twice: The fact "a" is declared twice, with two meanings. Keep one of them.',
    ])
    expect(told([{ facts }, { facts }])).toEqual([])
  })
})

test('shipped law must name its act, its authority and its day', () => {
  const bare = { ...rules({ id: 'r', when: 'a', then: { oblige: 'preserv' } }), acts: ['preserve'] }
  expect(told(bare)).toEqual([])
  expect(told(bare, true)).toEqual([
    'rules/0 no-date: The rule "r" does not say from when. Give "from".',
    'rules/0 no-authority: The rule "r" cites nothing. Give "cite" an authority id.',
    'rules/0/then unknown-act: The rule "r" speaks of "preserv", which is no act. Did you mean "preserve"?',
  ])
})

test('every problem is told at once, and names its file', () => {
  const r = compile(
    [rules({ id: 'r', when: 'c', then: { oblige: 'x' } }), rules({ id: 's', when: '(', then: { oblige: 'x' } })],
    {
      names: ['one.json', 'two.json'],
    },
  )
  expect(r.problems.map(p => [p.where.file, p.code])).toEqual([
    ['one.json', 'unknown-path'],
    ['two.json', 'condition-syntax'],
  ])
})

test('rules take the order of their file, unless they give their own', () => {
  const r = compile([
    rules(
      { id: 'r', when: 'true', then: { oblige: 'x' } },
      { id: 's', order: 'ie', when: 'true', then: { forbid: 'x' } },
    ),
  ])
  if (!r.ok) throw new Error('refused')
  const e = evaluate(r.value, { facts: {}, day: '2014-01-01', forum: null })
  expect([e.says('us', 'x'), e.says('ie', 'x')]).toEqual(['obliges', 'forbids'])
})

test('trusted law that nobody checked throws rather than guess', () => {
  expect(() => assemble([rules({ id: 'r', when: 'a &&', then: { oblige: 'x' } })])).toThrow(/nobody checked/)
})
