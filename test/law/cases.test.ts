/**
 * The law as a lawyer reads it: plain cases in `cases/*.json`. Each names a day, a forum and the facts, and says what
 * each legal order must answer. Correct the sentence or the answer there; nothing here needs to be touched.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, printProblem, writeDay } from '../../src/base/index.ts'
import {
  answersTo,
  type Case,
  type CaseFile,
  type Claim,
  compile,
  type Evaluation,
  evaluate,
  evaluateCase,
  type Facts,
  factsNamed,
  modalities,
  type Rule,
  why,
} from '../../src/law/index.ts'
import { shippedLaw } from './shipped.ts'

const read = (path: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, path), 'utf8'))
const law = shippedLaw
const compiled = compile(law, { strict: true })
if (!compiled.ok) throw new Error(compiled.problems.map(printProblem).join('\n'))
const pack = compiled.value
const rules = new Map<string, Rule & { readonly order: string }>(
  law.flatMap(file =>
    (file.rules ?? []).map(rule => [rule.id, { ...rule, order: rule.order ?? file.order! }] as const),
  ),
)
const files = readdirSync(resolve(import.meta.dirname, 'cases'))
  .filter(name => name.endsWith('.json'))
  .map(name => read(`cases/${name}`) as CaseFile)

const asked = (file: CaseFile, one: Case, day?: Day): Evaluation => evaluateCase(pack, file, one, day)

/** What the law answers otherwise than the case says. */
const otherwise = (law: Evaluation, one: Case) => answersTo(law, one).filter(a => a.expected !== a.found)

for (const file of files) {
  if (file.cases)
    describe(file.about, () => {
      for (const one of file.cases ?? [])
        test(one.so, () => {
          const law = asked(file, one)
          expect(answersTo(law, one), 'a case must ask something').not.toEqual([])
          expect(otherwise(law, one)).toEqual([])
        })
    })
  if (file.rules)
    describe(file.about, () => {
      for (const { rule: id, for: pro, against } of file.rules ?? []) {
        const rule = rules.get(id)!
        test(`${pro.so} (${id})`, () => {
          const law = asked(file, pro)
          expect(law.applies(id)).toBe('yes')
          expect(law.holds({ order: rule.order, ...rule.then } as Claim)).toBe('yes')
          expect(otherwise(law, pro)).toEqual([])
        })
        test(`${against.so} (${id})`, () => {
          const law = asked(file, against)
          expect(law.applies(id)).toBe('no')
          expect(otherwise(law, against)).toEqual([])
        })
        // Only the day changes: the readings stay those of the case.
        const then = { ...pro, suppose: asked(file, pro).readings }
        test(`It is law from ${writeDay(rule.from!)}, and was not the day before (${id})`, () => {
          expect(asked(file, then, rule.from!).applies(id)).toBe('yes')
          expect(asked(file, then, addDays(rule.from!, -1)).applies(id)).toBe('no')
        })
        if (rule.to)
          test(`It is law until ${writeDay(rule.to)}, and is not on that day (${id})`, () => {
            expect(asked(file, then, addDays(rule.to!, -1)).applies(id)).toBe('yes')
            expect(asked(file, then, rule.to!).applies(id)).toBe('no')
          })
      }
    })
}

describe('No part of the law goes unasked', () => {
  const all = files.flatMap(file => file.cases ?? [])

  test('every rule has a case for it and a case against it', () => {
    const covered = files.flatMap(file => file.rules ?? []).map(each => each.rule)
    expect([...rules.keys()].filter(id => !covered.includes(id))).toEqual([])
    expect(covered.filter(id => !rules.has(id))).toEqual([])
  })

  test('every holding speaks in some case: its reading binds there on its first day or later, and not the day before', () => {
    const holdings = law.flatMap(file => file.holdings ?? [])
    expect(holdings.length).toBeGreaterThan(0)
    for (const { question, reading, court, from, to } of holdings) {
      const at = (day: Day) => evaluate(pack, { facts: {}, day, forum: court }).readings[question]
      expect(at(from!)).toBe(reading)
      expect(at(addDays(from!, -1))).not.toBe(reading)
      if (to) expect(at(to)).not.toBe(reading)
    }
  })

  test('no two cases say the same sentence', () => {
    const sentences = files.flatMap(file => (file.cases ?? []).map(one => `${file.about} ${one.so}`))
    expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([])
    expect(sentences.length).toBeGreaterThan(90)
  })

  test('the tables of all five eras are asked cell by cell', () => {
    const table = [
      'disclose-content',
      'disclose-traffic',
      'notify-customer',
      'preserve',
      'refuse',
      'offer-channel-mlat',
      'delete-content',
    ]
    for (const era of ['2013-12', '2016-08', '2018-04', '2022-11', '2026-11']) {
      const names = readdirSync(resolve(import.meta.dirname, 'cases')).filter(name => name.startsWith(era))
      const told = names
        .flatMap(name => (read(`cases/${name}`) as CaseFile).cases ?? [])
        .flatMap(one => Object.keys(one.says ?? {}))
      expect(table.filter(act => !told.includes(`us ${act}`))).toEqual([])
    }
    expect(all.length).toBeGreaterThan(90)
  })
})

describe('Whatever is unknown, the law stays honest', () => {
  const places = files.flatMap(file => (file.cases ?? []).map(one => ({ file, one })))

  test('forgetting any one fact of a case turns a yes at most into a perhaps, never into a no', {
    timeout: 60_000,
  }, () => {
    for (const { file, one } of places) {
      const facts = { ...file.facts, ...one.facts }
      const before = asked(file, one)
      const held = before.norms().filter(n => n.holds === 'yes')
      for (const path of Object.keys(facts)) {
        const after = asked(file, { ...one, facts: { ...one.facts, [path]: null } })
        for (const { order, modality, act } of held)
          expect(
            after.holds({ order, [modality]: act } as unknown as Claim),
            `${one.so}: ${modality} ${order} ${act} without ${path}`,
          ).not.toBe('no')
      }
    }
  })

  test('what an explanation names is enough: with every other fact forgotten, the rule still carries its conclusion', () => {
    const pairs = files.flatMap(file => (file.rules ?? []).map(each => ({ file, ...each })))
    expect(pairs.length).toBe(rules.size)
    for (const { file, rule: id, for: pro } of pairs) {
      const rule = rules.get(id)!
      const head = { order: rule.order, ...rule.then } as Claim
      const reason = why(asked(file, pro), head)!
      const facts: Record<string, Facts[string]> = { ...file.facts, ...pro.facts }
      const named = factsNamed(reason)
      for (const path of Object.keys(facts)) if (!named.includes(path)) facts[path] = null
      expect(asked({ ...file, facts }, { ...pro, facts }).holds(head), id).toBe('yes')
    }
  })

  test('no order ever obliges and forbids the same act at once, and no rule ties with another', () => {
    for (const { file, one } of places) {
      const law = asked(file, one)
      expect(law.ties(), one.so).toEqual([])
      for (const n of law.norms().filter(n => n.holds === 'yes' && n.modality === 'oblige'))
        expect(law.holds({ order: n.order, forbid: n.act } as unknown as Claim), `${one.so}: ${n.act}`).toBe('no')
    }
    expect(modalities).toContain('oblige')
  })
})
