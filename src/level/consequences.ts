/**
 * The consequence model as it is written in `levels/law/consequences.json`: its shape, and whether what it speaks of
 * exists in the law. The game room reads the same file; its types and these must agree, and a test says so.
 */
import { z } from 'zod'
import { didYouMean, fail, hasErrors, ok, type Problem, type Result } from '../base/index.ts'
import { condition, type LawFile } from '../law/index.ts'
import { anyOf, meant, problem } from './checks.ts'
import { misfit } from './meaning.ts'
import { shapeProblems } from './shape.ts'
import { type Path, readSource } from './source.ts'
import { worldOf } from './world.ts'

const text = z.string().min(1)
const manner = z.enum(['did', 'omitted'])
const certainty = z.enum(['certain', 'possible'])
const scale = z.array(z.tuple([z.number().min(0), z.number().int().min(0).max(100)])).min(1)

const Trigger = z
  .union([
    z.strictObject({ act: text.meta({ description: 'A choice does this act.' }) }),
    z.strictObject({
      breach: text.meta({ description: 'A breach of this act begins; * for any.' }),
      order: text.optional(),
      level: certainty.optional(),
      manner: manner.optional(),
    }),
    z.strictObject({
      closed: text.meta({ description: 'A breach of this act ends; * for any.' }),
      order: text.optional(),
    }),
    z.strictObject({
      fact: text.meta({ description: 'This fact takes the value of `is`.' }),
      is: z.union([z.boolean(), z.string(), z.number()]),
    }),
    z.strictObject({ passed: z.number().int().positive().meta({ description: 'Each full so many days that pass.' }) }),
  ])
  .meta({ id: 'Trigger', description: 'What a rule reacts to: exactly one of act, breach, closed, fact, passed.' })

const ConsequenceRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in kebab-case: lower-case letters, digits and hyphens'),
    on: Trigger,
    when: text.optional().meta({ description: 'Must be yes when the trigger fires.' }),
    meter: z.enum(['justice', 'treasury', 'standing', 'trust']),
    of: z
      .strictObject({ region: text.optional(), kind: z.enum(['consumer', 'enterprise', 'public']).optional() })
      .optional()
      .meta({ description: 'For trust: which customer groups. Absent: all.' }),
    by: z.number().int().min(-100).max(100).meta({ description: 'Points.' }),
    why: text.meta({ description: 'One sentence, shown to the player.' }),
    cite: z.array(text).optional().meta({ description: 'Authorities, where law is the cause.' }),
  })
  .meta({ id: 'ConsequenceRule' })

/** The shape of a consequence file. */
export const Consequences = z.strictObject({
  $schema: z.string().optional(),
  note: text.meta({ description: 'What this model is, and what it is not.' }),
  scale: z
    .strictObject({ money: scale, 'per-day': scale, crime: scale, blocking: scale })
    .meta({ description: 'How exposure becomes points, per kind: pairs of least amount and points, rising.' }),
  rules: z.array(ConsequenceRule),
})

/** A consequence file as accepted. */
export type Consequences = z.infer<typeof Consequences>

/** Reads a consequence file, or says everything that is wrong with it, each with its place. */
export const checkConsequences = (
  text: string,
  context: { readonly file?: string; readonly law: readonly LawFile[] },
): Result<Consequences> => {
  const read = readSource(text, context.file)
  if (!read.ok) return read
  const source = read.value
  const misshapen = shapeProblems(Consequences, source)
  if (misshapen.length) return fail(...misshapen)
  const world = worldOf(context.law)
  if (!world.ok) return world
  const { pack, acts, orders, authorities, facts } = world.value
  const file = source.value as Consequences
  const found: Problem[] = []
  const known = (
    code: 'no-such-act' | 'no-such-order' | 'no-such-authority',
    id: string,
    all: { has(id: string): boolean; keys(): Iterable<string>; readonly size: number },
    it: string,
    path: Path,
  ) => {
    if (all.has(id)) return
    const list = all.size > 20 ? 'Look it up in levels/law.' : `There is ${anyOf(all.keys())}.`
    found.push(
      problem(
        code,
        source.where(path),
        `${it} names "${id}", which levels/law lacks.`,
        meant(didYouMean(id, all.keys()), list),
      ),
    )
  }
  const seen = new Set<string>()
  const flags = {}
  file.rules.forEach((rule, i) => {
    const it = `Rule "${rule.id}"`
    const here: Path = ['rules', i]
    if (seen.has(rule.id))
      found.push(
        problem(
          'duplicate-id',
          source.where([...here, 'id']),
          `${it} has an id that is taken.`,
          'Give one of the two another id.',
        ),
      )
    seen.add(rule.id)
    const on = rule.on as Partial<Record<'act' | 'breach' | 'closed' | 'order' | 'fact', string>> & { is?: never }
    for (const key of ['act', 'breach', 'closed'] as const) {
      const act = on[key]
      if (act !== undefined && act !== '*') known('no-such-act', act, acts, it, [...here, 'on', key])
    }
    if (on.order !== undefined) known('no-such-order', on.order, orders, it, [...here, 'on', 'order'])
    if (on.fact !== undefined && !on.fact.startsWith('flag.')) {
      const spec = facts.get(on.fact)
      const where = source.where([...here, 'on', spec ? 'is' : 'fact'])
      const mend = spec && misfit(spec, on.is as never)
      if (!spec)
        found.push(
          problem(
            'no-such-fact',
            where,
            `${it} waits for "${on.fact}", which is not declared.`,
            meant(didYouMean(on.fact, facts.keys()), 'Facts are declared in levels/law/facts.json.'),
          ),
        )
      else if (mend)
        found.push(problem('outside-domain', where, `${it} waits for "${on.fact}" to be what it can never be.`, mend))
    }
    rule.cite?.forEach((id, c) => void known('no-such-authority', id, authorities, it, [...here, 'cite', c]))
    if (rule.of && rule.meter !== 'trust')
      found.push(
        problem(
          'unused',
          source.where([...here, 'of'], 'key'),
          `${it} names customer groups, but moves ${rule.meter}.`,
          'Only trust is told apart by groups: take "of" out.',
        ),
      )
    if (rule.when !== undefined) {
      const compiled = condition(pack, rule.when, flags)
      if (!compiled.ok)
        for (const p of compiled.problems)
          found.push(
            problem(
              'bad-condition',
              source.within([...here, 'when'], p.where.offset ?? 0, Math.max(1, p.where.length ?? 1)),
              `In the condition of rule "${rule.id}": ${p.what}`,
              p.mend,
            ),
          )
    }
  })
  for (const [kind, steps] of Object.entries(file.scale))
    steps.forEach(([least, points], i) => {
      const before = steps[i - 1]
      if (before && (before[0] >= least || before[1] > points))
        found.push(
          problem(
            'scale-not-rising',
            source.where(['scale', kind, i]),
            `The scale of ${kind} does not rise here.`,
            'Sort its pairs by amount; more is never fewer points.',
          ),
        )
    })
  const problems = found.sort((a, b) => (a.where.offset ?? 0) - (b.where.offset ?? 0))
  return hasErrors(problems) ? fail(...problems) : ok(file, problems)
}
