/**
 * Cases of law as a lawyer writes them: a sentence, a day, a court, facts, and what must follow. Asks the law and tells
 * what differs, which rules the cases exercise, and which they leave alone.
 */
import { addDays, type Day } from '../base/index.ts'
import type { Pack } from './assemble.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluation.ts'
import { exposure } from './exposure.ts'
import type { Claim, Facts } from './pack.ts'

/** What one case says: where and when, and what must follow. What is left out is taken from the file. */
export interface Case {
  readonly so: string
  readonly day?: Day
  readonly forum?: string | null
  readonly facts?: Facts
  /** Readings to suppose where no court has spoken. */
  readonly suppose?: Readonly<Record<string, string | null>>
  /** `us disclose-content` → what that order says of that act. */
  readonly says?: Readonly<Record<string, string>>
  readonly atoms?: Readonly<Record<string, string>>
  readonly readings?: Readonly<Record<string, string | null>>
  /** `us ie disclose-content` → certain, possible or none. */
  readonly conflicts?: Readonly<Record<string, string>>
  /** `us oblige disclose-content` → authorities the answer rests on. */
  readonly rests?: Readonly<Record<string, readonly string[]>>
  /** `us omitted disclose-content` → least and most, by kind. */
  readonly stakes?: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>
}

/** A file of cases; `rules` holds for each rule one case in which it applies and one in which it does not. */
export interface CaseFile {
  readonly about: string
  readonly day: Day
  readonly forum?: string | null
  readonly facts: Facts
  readonly cases?: readonly Case[]
  readonly rules?: readonly { readonly rule: string; readonly for: Case; readonly against: Case }[]
}

/** The law asked about a case. */
export const evaluateCase = (pack: Pack, file: CaseFile, one: Case, day = one.day ?? file.day): Evaluation =>
  evaluate(pack, {
    facts: { ...file.facts, ...one.facts },
    day,
    forum: one.forum === undefined ? (file.forum ?? null) : one.forum,
    ...(one.suppose ? { suppose: one.suppose } : {}),
  })

const words = (key: string) => key.split(' ') as [string, string, string]

const conflictOf = (e: Evaluation, key: string): string => {
  const [a, b, act] = words(key)
  const met = e.conflicts().filter(c => c.orders.includes(a) && c.orders.includes(b) && c.acts.includes(act))
  return met.some(c => c.level === 'certain') ? 'certain' : met.length ? 'possible' : 'none'
}

const normOf = (e: Evaluation, order: string, modality: string, act: string) =>
  e.norms().find(n => n.order === order && n.modality === modality && n.act === act)

const stakeOf = (e: Evaluation, key: string, kinds: readonly string[]) => {
  const [order, manner, act] = words(key) as [string, 'did' | 'omitted', string]
  const norm = normOf(e, order, manner === 'did' ? 'forbid' : 'oblige', act)
  if (!norm) return {}
  const level = norm.holds === 'yes' ? 'certain' : 'possible'
  const found = exposure(e, { order, act, manner, level, rules: norm.rules })
  return Object.fromEntries(found.filter(x => kinds.includes(x.kind)).map(x => [x.kind, [x.min, x.max] as const]))
}

/** Something a case asks for, what it expects and what the law answers, both as text. */
export interface Answered {
  readonly asks: string
  readonly expected: string
  readonly found: string
}

const sections: Readonly<Record<string, (e: Evaluation, key: string, expected: unknown) => unknown>> = {
  says: (e, key) => e.says(...(key.split(' ') as [string, string])),
  atoms: (e, key) => e.atom(key),
  readings: (e, key) => e.readings[key] ?? null,
  conflicts: conflictOf,
  rests: (e, key, expected) => {
    const norm = normOf(e, ...words(key))
    return (expected as readonly string[]).filter(id => norm?.authorities.includes(id))
  },
  stakes: (e, key, expected) => stakeOf(e, key, Object.keys(expected as object)),
}

/** A value as text, the same however its parts are ordered. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.length ? parts.map(([key, part]) => `${key} ${JSON.stringify(part)}`).join(', ') : 'nothing'
}

/** Everything a case asks for, answered. */
export const answersTo = (e: Evaluation, one: Case): readonly Answered[] =>
  Object.entries(sections).flatMap(([section, answer]) =>
    Object.entries((one[section as keyof Case] as Readonly<Record<string, unknown>> | undefined) ?? {}).map(
      ([key, expected]) => ({
        asks: `${section} ${key}`,
        expected: shown(expected),
        found: shown(answer(e, key, expected)),
      }),
    ),
  )

/** A case that came out otherwise than it says. */
export interface WrongCase extends Answered {
  readonly about: string
  readonly so: string
}

/** How often the cases meet a rule: applying, in force but not applying, and open. */
export interface Exercised {
  readonly rule: string
  readonly applies: number
  readonly fails: number
  readonly open: number
  readonly caseFor: boolean
  readonly caseAgainst: boolean
}

/** What came of all cases together. */
export interface CaseReport {
  readonly cases: number
  readonly wrong: readonly WrongCase[]
  readonly rules: readonly Exercised[]
  /** Rules that a case names and the law does not know. */
  readonly strangers: readonly string[]
}

interface Tally {
  applies: number
  fails: number
  open: number
  caseFor: boolean
  caseAgainst: boolean
}

/** Asks every case. A rule's own cases also ask the day before it was law and the day it ended. */
export const runCases = (pack: Pack, files: readonly CaseFile[]): CaseReport => {
  const tallies = new Map<string, Tally>(
    [...pack.rules.keys()].map(id => [id, { applies: 0, fails: 0, open: 0, caseFor: false, caseAgainst: false }]),
  )
  const wrong: WrongCase[] = []
  const strangers = new Set<string>()
  let cases = 0
  const count = (e: Evaluation) => {
    for (const [id, tally] of tallies) {
      const applies = e.applies(id)
      if (applies === 'yes') tally.applies++
      else if (applies === 'unknown') tally.open++
      else {
        const { from, to } = pack.rules.get(id)!
        if ((from ?? '') <= e.at.day && !(to && e.at.day >= to)) tally.fails++
      }
    }
  }
  const ask = (file: CaseFile, one: Case): Evaluation => {
    cases++
    const e = evaluateCase(pack, file, one)
    count(e)
    for (const answer of answersTo(e, one))
      if (answer.expected !== answer.found) wrong.push({ about: file.about, so: one.so, ...answer })
    return e
  }
  for (const file of files) {
    for (const one of file.cases ?? []) ask(file, one)
    for (const { rule: id, for: pro, against } of file.rules ?? []) {
      const rule = pack.rules.get(id)
      const tally = tallies.get(id)
      if (!rule || !tally) {
        strangers.add(id)
        continue
      }
      const must = (one: Case, asks: string, found: string, expected: string) => {
        if (found !== expected) wrong.push({ about: file.about, so: one.so, asks, expected, found })
      }
      const e = ask(file, pro)
      const order = pack.clauseOf.get(id)!.order
      must(pro, `that the rule ${id} applies`, e.applies(id), 'yes')
      must(pro, `that the rule ${id} carries its conclusion`, e.holds({ order, ...rule.then } as Claim), 'yes')
      must(against, `that the rule ${id} does not apply`, ask(file, against).applies(id), 'no')
      const then = { ...pro, suppose: e.readings }
      const on = (day: Day) => evaluateCase(pack, file, then, day).applies(id)
      if (rule.from) must(pro, `the day before the rule ${id} was law`, on(addDays(rule.from, -1)), 'no')
      if (rule.to) must(pro, `the day the rule ${id} ceased to be law`, on(rule.to), 'no')
      tally.caseFor = true
      tally.caseAgainst = true
    }
  }
  const rules = [...tallies].map(([rule, tally]) => ({ rule, ...tally }))
  return { cases, wrong, rules, strangers: [...strangers] }
}
