/** Reasons read aloud sound like a careful lawyer: no ids, no doubled words, sentences that begin and end. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import {
  type Changes,
  type Claim,
  compile,
  type Evaluation,
  evaluate,
  explain,
  explainRepairs,
  explainWhatIf,
  type Facts,
  type LawFile,
  repairs,
  whatIf,
  why,
  whyNot,
} from '../../src/law/index.ts'
import { shippedLaw } from './shipped.ts'

const compiled = compile(shippedLaw, { strict: true })
if (!compiled.ok) throw new Error(compiled.problems.map(printProblem).join('\n'))
const pack = compiled.value

interface Cases {
  readonly about: string
  readonly day: string
  readonly forum: string
  readonly facts: Facts
  readonly cases?: readonly { so: string; day?: string; forum?: string; facts?: Facts; says?: Record<string, string> }[]
}
const folder = resolve(import.meta.dirname, 'cases')
const cases = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Cases)

const account = (e: Evaluation, head: Claim) => (why(e, head) ?? whyNot(e, head))!

/** Every answer some case asks for, explained both ways. */
const spoken = cases.flatMap(file =>
  (file.cases ?? []).flatMap(one => {
    const e = evaluate(pack, {
      facts: { ...file.facts, ...one.facts },
      day: one.day ?? file.day,
      forum: one.forum ?? file.forum,
    })
    return Object.keys(one.says ?? {}).flatMap(key => {
      const [order, act] = key.split(' ') as [string, string]
      return (['oblige', 'forbid'] as const).map(modality => ({
        title: `${one.so}: ${modality} ${key}`,
        lines: explain(e, account(e, { order, [modality]: act } as unknown as Claim)),
      }))
    })
  }),
)
const slips = (wrong: (line: string) => boolean) =>
  spoken.flatMap(({ title, lines }) => lines.filter(wrong).map(line => `${title}: ${line.trim().slice(0, 300)}`))

describe('The shipped law, read aloud', () => {
  test('is asked about hundreds of answers', () => {
    expect(spoken.length).toBeGreaterThan(300)
  })
  test('never says the id of a rule, a fact, an act or a court', () => {
    const ids = [...pack.rules.keys(), ...pack.facts.keys(), ...pack.glosses.keys(), ...pack.courts.keys()].filter(id =>
      /[-.A-Z]/.test(id),
    )
    const known = new Set(ids)
    expect(slips(line => line.split(/[\s“”(),;:]+/).some(word => known.has(word.replace(/\.$/, ''))))).toEqual([])
  })
  test('never doubles a word or a mark, and leaves no gap', () => {
    expect(slips(line => /\b([a-z]+) \1\b/i.test(line.replace(/\bthat that\b/g, 'that')))).toEqual([])
    expect(slips(line => /\.\.|[,;:]\.| ,| ;| {2}\S|\(\)|“”|\b(undefined|null)\b/.test(line.trim()))).toEqual([])
  })
  test('begins every sentence with a capital and ends every line with a stop', () => {
    expect(slips(line => line !== '' && !/^ *[A-Z“(0-9].*[.:?!)”]$/.test(line))).toEqual([])
  })
  test('writes dates in words', () => {
    expect(slips(line => /\b(19|20)\d\d-\d\d-\d\d\b/.test(line))).toEqual([])
  })
})

const law: LawFile = {
  order: 'us',
  name: 'United States',
  facts: {
    'procedure.stay': { type: 'bool', gloss: 'a stay of the order is in force' },
    'data.contentAt': {
      type: 'enum',
      values: ['us', 'ie'],
      gloss: 'where the content is stored',
      says: { us: 'the United States', ie: 'Ireland' },
    },
  },
  acts: [{ id: 'disclose', gloss: 'hand over the content', definition: '' }],
  courts: [{ id: 'sdny', name: 'District Court, Southern District of New York' }],
  questions: { reach: { readings: ['control', 'location'], asks: 'Does a warrant reach abroad?' } },
  holdings: [{ question: 'reach', reading: 'control', court: 'sdny', from: '2014-07-31' }],
  rules: [
    {
      id: 'duty',
      to: '2018-03-23',
      when: "data.contentAt == 'us' || reading.reach == 'control'",
      unless: [{ when: 'procedure.stay' }],
      then: { oblige: 'disclose' },
      within: '10 days',
    },
  ],
}
const small = compile([law])
if (!small.ok) throw new Error(JSON.stringify(small.problems))
const e = evaluate(small.value, {
  facts: { 'procedure.stay': false, 'data.contentAt': 'ie' },
  day: '2014-08-10',
  forum: 'sdny',
})
const suppose = (changes: Changes) => explainWhatIf(e, changes, whatIf(e, changes)).join('\n')

describe('What if, read aloud', () => {
  test('tells the change and what would follow', () => {
    expect(suppose({ facts: { 'procedure.stay': true } })).toBe(
      'Suppose that a stay of the order is in force.\nThen the law of the United States does not oblige you to hand over the content; until now it was so.',
    )
    expect(suppose({ day: '2018-04-01', forum: null })).toBe(
      'Suppose that the day is 1 April 2018 and that no court has the case.\nThen no court that binds has answered “Does a warrant reach abroad?”.\nThen the law of the United States does not oblige you to hand over the content; until now it was so.',
    )
    expect(suppose({ suppose: { reach: 'location' } })).toMatch(
      'Suppose that a court had answered “Does a warrant reach abroad?” with “location”.\nThen the answer to “Does a warrant reach abroad?” is “location”.\nThen',
    )
    expect(suppose({ facts: { 'data.contentAt': 'us' } })).toBe(
      'Suppose that the content is stored in the United States.\nThen everything stays as it is.',
    )
  })
  test('tells the ways to another answer', () => {
    const duty: Claim = { order: 'us', oblige: 'disclose' }
    const ways = (paths: readonly string[]) => explainRepairs(e, repairs(e, duty, 'no', paths))
    expect(ways(['procedure.stay', 'data.contentAt'])).toBe('It would be so, if a stay of the order is in force.')
    expect(ways(['data.contentAt'])).toBe('No change of one or two of these facts would do.')
  })
  test('a deadline is told with its duty', () => {
    expect(explain(e, account(e, { order: 'us', oblige: 'disclose' }))[1]).toMatch('It gives 10 days from service.')
  })
})
