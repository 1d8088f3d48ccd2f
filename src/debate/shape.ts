/**
 * What a file of arguments must look like, and where a file does not. The one file of this room that knows zod: whoever
 * reads arguments from outside comes through here; the page never does.
 */
import { z } from 'zod'
import {
  hasErrors,
  isDay,
  type Misfit,
  misfitProblems,
  type Problem,
  placeIn,
  type Result,
  readSource,
} from '../base/index.ts'
import { type ArgumentFile, attackKinds, causes, targets, tiers, voices } from './argument.ts'
import { standardNames } from './graph.ts'

const text = z.string().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write an id in kebab-case: "mail-is-yours"')
const day = z.string().refine(isDay, 'a real day as YYYY-MM-DD').meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const sentence = z
  .string()
  .regex(/^["“A-Z0-9].*[.?!]["”]?$/s, 'write a sentence: a capital first, a full stop last')
  .meta({ description: 'A sentence: a capital first, a full stop last.' })

const Factor = z
  .union(
    [
      z.boolean(),
      text,
      z.int(),
      z.array(z.union([text, z.int()])).min(1),
      z.strictObject({ atMost: z.int() }),
      z.strictObject({ atLeast: z.int() }),
    ],
    'a value, a list of values, or {"atMost": 14}',
  )
  .meta({ id: 'Factor', description: 'What a fact must be: a value, one of several, or a bound.' })
const Premise = z
  .strictObject({
    id,
    says: sentence,
    from: day.optional().meta({ description: 'The first day on which it can be said.' }),
    facts: z
      .record(text, Factor)
      .optional()
      .meta({ description: 'Facts of the matter that make it fit, by their paths in levels/law/facts.json.' }),
  })
  .meta({ id: 'Premise', description: 'One thing the argument rests on; its id is its own within the argument.' })
const Attack = z
  .strictObject({
    by: text.meta({ description: 'The argument that attacks.' }),
    kind: z.enum(attackKinds).meta({
      description: 'rebut: denies the conclusion. undercut: cuts the inference. undermine: takes a premise away.',
    }),
    at: z.enum([targets.rebut, targets.undercut, targets.undermine]),
    premise: text.optional().meta({ description: 'Which premise, when "at" is "premise".' }),
    says: sentence,
  })
  .meta({ id: 'Attack', description: 'Another argument that answers this one, and what it does to it.' })
const Reception = z
  .strictObject({
    forum: text.meta({ description: 'A court of the law files, or a forum of these files.' }),
    day,
    accepted: z.union([z.boolean(), z.literal('partly')], 'true, false or "partly"'),
    by: text.meta({ description: 'The authority in which it can be read.' }),
    voice: z.enum(voices).optional().meta({ description: 'Who spoke, if not the court itself.' }),
    note: text.optional(),
  })
  .meta({ id: 'Reception', description: 'Where the argument was heard, and what became of it.' })
const Argument = z
  .strictObject({
    id,
    side: z.enum(causes),
    tier: z.enum(tiers).meta({ description: 'core: a card of the trainer. reply: a counter-move.' }),
    claim: sentence,
    plain: sentence.meta({ description: 'The same for somebody of sixteen.' }),
    mistake: z
      .strictObject({ says: sentence, from: day.optional() })
      .meta({ description: 'What people get wrong about it, and the first day on which that can be known.' }),
    premises: z.array(Premise).min(1),
    authorities: z.array(text).min(1),
    attackedBy: z.array(Attack),
    record: z.array(Reception),
    from: day.meta({ description: 'The first day on which it can be used at all.' }),
    to: day.optional().meta({ description: 'The first day on which it no longer can.' }),
  })
  .meta({ id: 'Argument' })
const Forum = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['court', 'legislature', 'government', 'regulator', 'practice', 'public']),
  })
  .meta({ id: 'Forum', description: 'Where arguments are heard that is no court of the law files.' })
const party = z.enum(['resist', 'compel'])
const Position = z
  .strictObject({
    id,
    side: party,
    says: sentence,
    arguments: z.array(text),
    supposes: Premise.optional().meta({ description: 'What every argument for it takes for granted.' }),
  })
  .meta({ id: 'Position', description: 'An answer to the issue, and the arguments that can be held for it.' })
const MotionIssue = z
  .strictObject({
    id,
    asks: sentence,
    positions: z
      .array(Position)
      .refine(p => p.length === 2, 'exactly two positions')
      .meta({ description: 'The two answers.', minItems: 2, maxItems: 2 }),
    burden: text.meta({ description: 'The position that must clear the bar.' }),
    standard: z.enum(standardNames),
    because: sentence.meta({ description: 'Why this bar.' }),
  })
  .meta({ id: 'MotionIssue', description: 'A question before the bench.' })
const Ruling = z
  .strictObject({
    by: text,
    relief: z.enum(['granted', 'refused', 'partly']),
    issues: z
      .record(text, z.union([text, z.null()], 'a position, or null'))
      .meta({ description: 'The position that prevailed in each issue; null: not reached.' }),
    says: sentence,
  })
  .meta({ id: 'Ruling', description: 'What the court really did.' })
const Motion = z
  .strictObject({
    id,
    name: text,
    asks: sentence,
    mover: party.meta({ description: 'Who asks.' }),
    needs: z.enum(['one', 'all']).meta({ description: 'The mover must win one of the issues, or all of them.' }),
    forum: text,
    day,
    after: text.optional().meta({ description: 'The motion this one is an appeal from.' }),
    scenario: z.int().min(1).max(12),
    facts: z.record(text, z.union([z.boolean(), text, z.int()], 'true, false, a word or a whole number')),
    issues: z.array(MotionIssue).min(1),
    ruling: Ruling.optional(),
  })
  .meta({ id: 'Motion', description: 'A hearing that can be argued.' })
const File = z.strictObject({
  $schema: z.string().optional(),
  forums: z.array(Forum).optional(),
  arguments: z.array(Argument).optional(),
  motions: z.array(Motion).optional(),
})

/** JSON Schema (draft 7) of a file of arguments, for editors. */
export const argumentSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(File, { io: 'input', target: 'draft-7' }) as Record<string, unknown>
  return { $schema, title: 'A file of arguments of Comity', ...rest }
}

const format = {
  why: 'The argument would be read otherwise than it was meant, or not at all.',
  keys: [File, Premise, Attack, Reception, Argument, Forum, Position, MotionIssue, Ruling, Motion].flatMap(s =>
    Object.keys(s.shape),
  ),
} as const

const bounds = { bytes: 2_000_000, depth: 24, split: 'Split it: several files are read as one.' } as const

/** A value as a file of arguments, or every place where it has not the shape of one; problems carry paths. */
export const argumentsOf = (written: unknown): Result<ArgumentFile> => {
  const read = File.safeParse(written)
  const problems = read.success ? [] : read.error.issues.flatMap(i => misfitProblems(written, i as Misfit, format))
  return hasErrors(problems) ? { ok: false, problems } : { ok: true, value: written as ArgumentFile, problems }
}

/** Reads a file of arguments from its text. Every problem has line and column. */
export const parseArguments = (written: string, file?: string): Result<ArgumentFile> => {
  const source = readSource(written, file, bounds)
  if (!source.ok) return source
  const read = argumentsOf(source.value.value)
  return read.ok ? read : { ok: false, problems: read.problems.map(p => placeIn(p, source.value)) }
}

/** Gives problems of one file, as `checkArguments` tells them, their lines and columns. */
export const placeArguments = (problems: readonly Problem[], written: string, file?: string): readonly Problem[] => {
  const source = readSource(written, file, bounds)
  return source.ok ? problems.map(p => placeIn(p, source.value)) : problems
}
