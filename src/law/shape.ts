/**
 * What a law file must look like, and where a file does not. The one file of this room that knows zod: whoever
 * reads law from outside (the command line, the workshop, the build) comes through here; the page never does.
 */
import { z } from 'zod'
import {
  didYouMean,
  hasErrors,
  type Misfit,
  misfitProblems,
  type Problem,
  placeIn,
  type Result,
  readSource,
} from '../base/index.ts'
import { spanPattern } from './deadline.ts'
import type { LawFile } from './pack.ts'

const text = z.string().min(1)
const ids = z.array(text)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as YYYY-MM-DD')
const span = z.string().regex(spanPattern, 'write a time as "8 hours" or "10 days"')
const value = z.union([z.boolean(), z.string(), z.number(), z.null()])
const condition = text.meta({
  id: 'LawCondition',
  description:
    'A condition over declared facts, derived atoms and readings: && || ! == != < <= > >= in + - ( ) [ ] strings, whole numbers, true, false, date("2018-03-23"), contrary(atom), reading.question.',
})
const glossed = {
  gloss: text.optional().meta({ description: 'Plain words: "where the content is stored".' }),
  says: z.record(z.string(), text).optional().meta({ description: 'Plain words for each value.' }),
}
const FactSpec = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('bool'), ...glossed }),
    z.strictObject({ type: z.literal('enum'), values: z.array(text).min(1), ...glossed }),
    z.strictObject({ type: z.literal('int'), min: z.int().optional(), max: z.int().optional(), ...glossed }),
    z.strictObject({ type: z.literal('date'), ...glossed }),
  ])
  .meta({ id: 'FactSpec', description: 'A typed fact. Any fact may be unknown.' })
const ActSpec = z
  .strictObject({
    id: text,
    gloss: text.meta({ description: 'The infinitive a lawyer would use.' }),
    definition: z.string().meta({ description: 'One line: what counts as this act.' }),
    sets: z.record(z.string(), value).optional().meta({ description: 'Facts this act makes true.' }),
    entails: ids.optional().meta({ description: 'Doing this act is also doing those.' }),
    excludes: ids.optional().meta({ description: 'Doing this act rules those out.' }),
  })
  .meta({ id: 'ActSpec' })
const Court = z
  .strictObject({ id: text, parent: text.optional(), name: text.optional(), order: text.optional() })
  .meta({ id: 'Court', description: 'A court; `parent` is the court above it.' })
const Question = z
  .strictObject({
    readings: z.array(text).min(1),
    asks: text.optional(),
    says: z.record(z.string(), text).optional(),
  })
  .meta({ id: 'Question', description: 'A contested question of law and its readings.' })
const Holding = z
  .strictObject({
    id: text.optional(),
    question: text,
    reading: text,
    court: text,
    from: day.nullish().meta({ description: 'The first day; null or absent: from the beginning.' }),
    to: day.nullish().meta({ description: 'The first day on which it no longer holds; null or absent: open.' }),
    cite: text.optional(),
    ended: z.enum(['reversed', 'vacated', 'superseded']).optional(),
  })
  .meta({ id: 'Holding', description: 'A court takes one reading, from a day.' })
const Sanction = z
  .strictObject({
    kind: z.enum(['money', 'per-day', 'crime', 'blocking']),
    min: z.number(),
    max: z.number(),
    currency: text.optional(),
    turnoverPercent: z.number().optional().meta({ description: 'The higher of `max` and this share of turnover.' }),
    turnoverIn: text.optional().meta({ description: 'The share is of the turnover in this country: "Brazil".' }),
    when: condition.optional(),
    note: text.optional(),
    cite: ids.optional(),
  })
  .meta({ id: 'Sanction', description: 'What a breach may cost. Kinds are never added together.' })
const Head = z
  .union(
    [
      z.strictObject({ conclude: text.meta({ description: 'A derived atom p, or its contrary !p.' }) }),
      z.strictObject({ oblige: text }),
      z.strictObject({ forbid: text }),
      z.strictObject({ permit: text }),
      z.strictObject({ excuse: text }),
    ],
    'exactly one of {"conclude": atom}, {"oblige": act}, {"forbid": act}, {"permit": act}, {"excuse": act}',
  )
  .meta({ id: 'Head', description: 'What the rule concludes: exactly one of these.' })
const Rule = z
  .strictObject({
    id: text,
    order: text.optional(),
    court: text.optional().meta({ description: 'Applies in this court and those below it.' }),
    from: day.nullish().meta({ description: 'The first day in force; null or absent: from the beginning.' }),
    to: day.nullish().meta({ description: 'The first day no longer in force; null or absent: open.' }),
    kind: z.enum(['defeasible', 'defeater']).optional(),
    when: condition,
    unless: z.array(z.strictObject({ when: condition, cite: text.optional(), says: text.optional() })).optional(),
    then: Head,
    overrides: ids.optional().meta({ description: 'Rules of the same order that this one beats.' }),
    rank: z.enum(['lex specialis', 'lex superior', 'lex posterior']).optional(),
    cite: ids.optional(),
    within: span.optional().meta({
      description: 'Of a duty: by when after service it must be met ("8 hours", "10 days"). Absent: at once.',
    }),
    until: span.optional().meta({
      description: 'Of a duty or a prohibition: how long after service it lasts ("90 days"). Absent: without end.',
    }),
    sanction: z.array(Sanction).optional(),
    says: text.optional().meta({ description: 'One sentence, as a careful lawyer would say it aloud.' }),
    unverified: z.boolean().optional(),
  })
  .meta({ id: 'Rule' })
const Authority = z
  .strictObject({
    id: text,
    kind: z.enum(['statute', 'case', 'treaty', 'regulation', 'guidance', 'doctrine', 'executive-agreement']),
    jurisdiction: text,
    title: text,
    citation: text,
    inForce: z.strictObject({ from: day.nullable(), to: day.nullable() }),
    summary: text,
    keyRules: z.array(text).optional(),
    sources: z.array(text).optional(),
    verified: z.boolean(),
    verifiedScope: z.enum(['full', 'partial', 'none']).optional(),
    notes: text.optional(),
  })
  .meta({ id: 'Authority' })
const Term = z
  .strictObject({ id: text, term: text, text: text, cite: ids.optional() })
  .meta({ id: 'Term', description: 'A word in plain words.' })
const Calendar = z
  .strictObject({
    first: day.meta({ description: 'The first day these law files know.' }),
    last: day.meta({ description: 'The day the law was last held against its sources.' }),
    turns: z
      .array(
        z.strictObject({
          from: day,
          name: text.meta({ description: 'A few words that name the law from then on: "after the Second Circuit".' }),
          says: text.meta({ description: 'What the law is from then on, in a sentence.' }),
          cite: ids.optional(),
        }),
      )
      .min(1),
  })
  .meta({ id: 'Calendar', description: 'The days the law files know, and the turns of the law between them.' })

const Law = z.strictObject({
  $schema: z.string().optional(),
  order: text.optional().meta({ description: 'The legal order of the rules in this file.' }),
  name: text.optional().meta({ description: 'Its name in words.' }),
  acts: z.array(z.union([text, ActSpec], 'the id of an act, or an act with id, gloss and definition')).optional(),
  courts: z.array(Court).optional(),
  facts: z.record(z.string(), FactSpec).optional(),
  atoms: z
    .record(z.string(), z.strictObject({ gloss: text }))
    .optional()
    .meta({ description: 'Glosses of derived atoms.' }),
  questions: z.record(z.string(), Question).optional(),
  holdings: z.array(Holding).optional(),
  rules: z.array(Rule).optional(),
  authorities: z.array(Authority).optional(),
  terms: z.array(Term).optional(),
  calendar: Calendar.optional(),
})

/** JSON Schema (draft 7) of a law file, for editors. */
export const lawSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(Law, { io: 'input', target: 'draft-7' }) as Record<string, unknown>
  return { $schema, title: 'A law file of Comity', ...rest }
}

const factTypes = ['bool', 'enum', 'int', 'date']

/** Every key this format knows, for "did you mean". */
const keys = [
  ...[Law, ActSpec, Court, Question, Holding, Rule, Sanction, Authority, Term].flatMap(s => Object.keys(s.shape)),
  ...[...FactSpec.def.options, ...Head.def.options].flatMap(s => Object.keys(s.shape)),
]

/** How to mend what fits none of several forms: by the key that was probably meant, or by all of them. */
const meant = (issue: Misfit, found: unknown): string => {
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type') {
    const near = typeof found === 'string' ? didYouMean(found, factTypes) : undefined
    return near === undefined ? 'Give "type": bool, enum, int or date.' : `Did you mean "${near}"?`
  }
  const own = typeof found === 'object' && found !== null ? Object.keys(found) : []
  const near = own.length === 1 ? didYouMean(own[0]!, keys) : undefined
  return near === undefined || near === own[0] ? `Write ${issue.message}.` : `Did you mean "${near}"?`
}

const format = { why: 'The law would be read otherwise than it was meant, or not at all.', keys, meant } as const

/** The same without keys whose value is null, which is how some programs write "absent". */
const withoutNulls = (raw: unknown): unknown => {
  if (Array.isArray(raw)) return raw.map(withoutNulls)
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([, v]) => v !== null)
      // Where null means something, it stays: an act may make a fact unknown, a statute may have no end.
      .map(([key, v]) => [key, key === 'acts' || key === 'authorities' ? v : withoutNulls(v)]),
  )
}

/**
 * A value as a law file, or every place where it has not the shape of one; problems carry paths. `lenient` is for
 * test packs: it overlooks keys it does not know, and takes null for absent.
 */
export const shapeOf = (written: unknown, options: { readonly lenient?: boolean } = {}): Result<LawFile> => {
  const raw = options.lenient ? withoutNulls(written) : written
  const read = Law.safeParse(raw)
  const problems = read.success
    ? []
    : read.error.issues
        .flatMap(issue => misfitProblems(raw, issue as Misfit, format))
        .filter(p => !(options.lenient && p.code === 'unknown-key'))
  return hasErrors(problems) ? { ok: false, problems } : { ok: true, value: raw as LawFile, problems }
}

const bounds = { bytes: 4_000_000, depth: 64, split: 'Split it.' } as const

/** Reads a law file from its text. Every problem has line and column. */
export const parseLaw = (written: string, file?: string): Result<LawFile> => {
  const source = readSource(written, file, bounds)
  if (!source.ok) return source
  const shaped = shapeOf(source.value.value)
  return shaped.ok ? shaped : { ok: false, problems: shaped.problems.map(p => placeIn(p, source.value)) }
}

/**
 * Gives problems of one file their lines and columns. A problem inside a condition (its `offset` counts characters
 * there) points at the very characters.
 */
export const placed = (problems: readonly Problem[], written: string, file?: string): readonly Problem[] => {
  const source = readSource(written, file, bounds)
  return source.ok ? problems.map(p => placeIn(p, source.value)) : problems
}
