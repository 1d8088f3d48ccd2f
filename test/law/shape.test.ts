/** What a law file must look like, with line and column; and what it probably did not mean to say. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import {
  checkLaw,
  compile,
  type LawFile,
  lawSchema,
  parseLaw,
  placed,
  type Rule,
  shapeOf,
} from '../../src/law/index.ts'
import { lawNames } from './shipped.ts'

const file = `{
  "order": "us",
  "facts": {
    "data.usCopy": { "type": "bool" },
    "data.at": { "type": "enum", "values": ["us", "ie"] }
  },
  "rules": [
    { "id": "r1", "when": "data.usCopy", "then": { "oblige": "preserve" } }
  ]
}`
const told = (text: string) => parseLaw(text, 'us.json').problems.map(p => printProblem(p).replace('\n ', ''))

test('a good file is read as it was written', () => {
  expect(parseLaw(file)).toMatchObject({ ok: true, value: JSON.parse(file) })
})

describe('one mistake gives one message, at its place', () => {
  test.each([
    ['"when": "data.usCopy", ', '', 'us.json:8:5 · error · missing-key rules[0] ("r1") lacks "when".'],
    [
      '"oblige"',
      '"obliges"',
      'us.json:8:50 · error · bad-form rules[0].then ("r1") is {"obliges":"preserve"}. The law would be read otherwise than it was meant, or not at all. Did you mean "oblige"?',
    ],
    [
      '"id": "r1", "when"',
      '"id": "r1", "form": "2014-01-01", "when"',
      'us.json:8:19 · error · unknown-key rules[0] ("r1") has a key "form", which means nothing.',
    ],
    ['"type": "bool"', '"type": "boolean"', 'us.json:4:30 · error · bad-form facts.data.usCopy.type is "boolean".'],
    [
      '"id": "r1", "when"',
      '"id": "r1", "from": "2014", "when"',
      'us.json:8:27 · error · bad-form rules[0].from ("r1") is "2014".',
    ],
    [
      '"id": "r1", "when"',
      '"id": "r1", "kind": "defeasable", "when"',
      'us.json:8:27 · error · bad-word rules[0].kind ("r1") is "defeasable".',
    ],
    ['["us", "ie"]', '"us"', 'us.json:5:44 · error · wrong-type facts.data.at.values is "us".'],
    ['["us", "ie"]', '[]', 'us.json:5:44 · error · empty facts.data.at.values is empty.'],
    ['"rules": [', '"rules": ', 'us.json:9:3 · error · bad-json'],
    ['"order": "us",', '"order": "us"', 'us.json:3:3 · error · bad-json A comma is missing before this.'],
  ])('%s → %s', (from, to, wanted) => {
    const problems = told(file.replace(from, to))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(wanted)
  })

  test.each([
    ['"type": "bool"', '"type": "boll"', 'Did you mean "bool"?'],
    ['"id": "r1", "when"', '"id": "r1", "from": "2014", "when"', 'Write a day as YYYY-MM-DD.'],
    ['"order": "us",', '"order": "us", "rules": [],', 'us.json:7:3 · error · duplicate-key'],
    ['"order": "us",', "'order': 'us',", 'us.json:2:3 · error · bad-json JSON knows one kind of quotes.'],
    ['"order": "us",', '"order": "us,', 'us.json:2:12 · error · bad-json This string never closes.'],
    ['"order": "us",', '"order": "\uFFFD",', 'This file is not saved as UTF-8.'],
    [file, ' \n', 'us.json:1:1 · error · bad-json This file is empty.'],
    [file, 'null', 'The file is null.'],
  ])('%s → %s, and how to mend it', (from, to, wanted) => {
    const problems = told(file.replace(from, to))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(wanted)
  })

  test('a byte order mark is overlooked', () => expect(told(`\uFEFF${file}`)).toEqual([]))

  test('a bomb of brackets is refused before it is parsed', () => {
    expect(told('['.repeat(100_000))[0]).toContain('too-deep')
    expect(told(`"${'['.repeat(1000)}"`)[0]).toContain('wrong-type')
  })

  test('a mistake inside a condition is pointed at inside the string, escapes and all', () => {
    const text = file.replace('"data.usCopy", ', '"data.at == \\"us\\" && data.usCpy", ')
    const r = compile([JSON.parse(text) as LawFile], { names: ['us.json'] })
    const where = placed(r.problems, text, 'us.json')[0]!.where
    expect([where.line, where.column, where.length]).toEqual([8, 49, 10])
    expect(text.slice(where.offset!, where.offset! + where.length!)).toBe('data.usCpy')
  })

  test('a test pack may hold keys nobody knows', () => {
    const raw = { order: 'us', note: 'mine', rules: [{ id: 'r', when: 'true', then: { oblige: 'x' }, weight: 3 }] }
    expect([shapeOf(raw).ok, shapeOf(raw, { lenient: true }).ok]).toEqual([false, true])
  })
})

test('the published schema knows every part by name', () => {
  const schema = lawSchema() as { definitions: object; $schema: string }
  expect(schema.$schema).toContain('draft-07')
  expect(Object.keys(schema.definitions).sort()).toEqual([
    'ActSpec',
    'Authority',
    'Calendar',
    'Court',
    'FactSpec',
    'Head',
    'Holding',
    'LawCondition',
    'Question',
    'Rule',
    'Sanction',
    'Term',
  ])
})

describe('a check of a law file', () => {
  const facts: LawFile['facts'] = {
    a: { type: 'bool' },
    at: { type: 'enum', values: ['us', 'ie'] },
    n: { type: 'int', min: 0, max: 3 },
    day: { type: 'date' },
  }
  const use: Rule = {
    id: 'use',
    when: "a && at == 'us' && n > 1 && day < date('2014-01-01')",
    then: { conclude: 'used' },
  }
  const checked = (rules: readonly Rule[], more: LawFile = {}) =>
    checkLaw([{ order: 'us', facts, rules: [use, ...rules], ...more }]).map(
      p => `${p.where.path?.join('/')} ${p.severity} ${p.code}: ${p.what}`,
    )
  const rule = (id: string, when: string, more: Partial<Rule> = {}): Rule => ({
    id,
    when,
    then: { conclude: id },
    ...more,
  })

  test.each<[string, readonly Rule[], string[]]>([
    [
      'a condition that is always true',
      [rule('p', "at == 'us' || at == 'ie'")],
      ["rules/1/when warning always-true: The condition of \"p\" is always true: “at == 'us' || at == 'ie'”."],
    ],
    [
      'a condition that is never true',
      [rule('p', 'n > 2 && n < 2')],
      ['rules/1/when warning never-true: The condition of "p" is never true: “n > 2 && n < 2”.'],
    ],
    [
      'a condition over days that is never true',
      [rule('p', "day < date('2014-01-01') && day > date('2015-01-01')")],
      [
        "rules/1/when warning never-true: The condition of \"p\" is never true: “day < date('2014-01-01') && day > date('2015-01-01')”.",
      ],
    ],
    [
      'an exception that is always met',
      [rule('p', 'a', { unless: [{ when: 'n >= 0' }] })],
      ['rules/1/unless/0/when warning always-true: An exception of "p" is always true: “n >= 0”.'],
    ],
    [
      'an atom and its contrary at once',
      [rule('p', 'used && contrary(used)')],
      ['rules/1/when warning never-true: The condition of "p" is never true: “used && contrary(used)”.'],
    ],
    [
      'opposing rules on one condition that nothing decides between',
      [
        rule('p', "a && at == 'us'", { then: { oblige: 'x' } }),
        rule('q', "at == 'us' && a", { then: { forbid: 'x' } }),
      ],
      [
        'rules/2 warning undecided: "p" and "q" conclude against each other on the same condition, and neither overrides the other.',
      ],
    ],
    [
      'an override of what is not opposed',
      [rule('p', 'a', { then: { oblige: 'x' }, overrides: ['use'] })],
      ['rules/1/overrides hint idle-override: "p" overrides "use", whose conclusion it does not oppose.'],
    ],
  ])('finds %s', (_, rules, wanted) => {
    expect(checked(rules)).toEqual(wanted)
  })

  test('is silent where the rules are of different times, or one overrides', () => {
    expect(
      checked([
        rule('p', 'a', { then: { oblige: 'x' }, to: '2014-01-01' }),
        rule('q', 'a', { then: { forbid: 'x' }, from: '2014-01-01' }),
        rule('r', '!a', { then: { oblige: 'x' } }),
        rule('s', '!a', { then: { forbid: 'x' }, overrides: ['r'] }),
      ]),
    ).toEqual([])
  })

  test('finds duties of one order that contradict each other', () => {
    const acts = [
      { id: 'keep', gloss: 'keep', definition: '', excludes: ['delete'] },
      { id: 'delete', gloss: 'delete', definition: '' },
    ]
    expect(
      checked([rule('p', 'a', { then: { oblige: 'keep' } }), rule('q', 'a', { then: { oblige: 'delete' } })], { acts }),
    ).toEqual(['rules/2 error antinomy: "p" and "q" give duties on the same condition that nobody can meet together.'])
  })

  test('finds facts and questions nobody reads, and glosses of what nobody concludes', () => {
    expect(
      checked([], {
        facts: { ...facts, spare: { type: 'bool' } },
        questions: { reach: { readings: ['control', 'location'] } },
        atoms: { usd: { gloss: 'used' } },
      }),
    ).toEqual([
      'facts/spare hint unused-fact: No rule reads the fact "spare".',
      'atoms/usd warning unused-gloss: No rule concludes "usd".',
      'questions/reach hint unused-question: No rule asks "reach".',
    ])
  })

  test('looks citations up once authorities are given, and compares their ages', () => {
    const authorities = [
      {
        id: 'sca',
        kind: 'statute' as const,
        jurisdiction: 'US',
        title: 'SCA',
        citation: '18 U.S.C. 2703',
        inForce: { from: '1986-10-21', to: null },
        summary: 'It.',
        verified: true,
      },
    ]
    const rules = [rule('p', 'a', { cite: ['scaa'] }), rule('q', 'a', { cite: ['sca'], from: '1980-01-01' })]
    expect(checked(rules)).toEqual([])
    expect(checked(rules, { authorities })).toEqual([
      'rules/1/cite/0 error unknown-authority: There is no authority "scaa".',
      'rules/2/from hint older-than-authority: The rule "q" is in force from 1980-01-01, but nothing it cites is older than 1986-10-21.',
    ])
  })

  test('finds no error in the law that ships', () => {
    const names = lawNames.map(n => `levels/law/${n}.json`)
    const files = names.map(name => {
      const read = parseLaw(readFileSync(name, 'utf8'), name)
      expect(read.problems).toEqual([])
      return read.ok ? read.value : {}
    })
    expect(checkLaw(files, { strict: true, names }).filter(p => p.severity === 'error')).toEqual([])
  })
})
