/**
 * Law files accepted, or everything that is wrong with them: names that mean nothing, superiority across orders or in
 * circles, issues that use each other in a circle.
 */
import { hasErrors, type Problem, type Result, type Where } from '../base/index.ts'
import { assemble, atomUses, conditionOf, type Pack } from './assemble.ts'
import type { Condition } from './condition.ts'
import { type Declared, gather, type Written } from './gather.ts'
import { type Target, targetOf } from './head.ts'
import { inspect, nearest, type Report, reporter, within } from './inspect.ts'
import type { FactSpec, LawFile } from './pack.ts'
import { namesIn, parseCondition } from './parse.ts'
import { tellSlip } from './slips.ts'
import { sort } from './sort.ts'
import { type Meaning, typecheck, type Vocabulary } from './typecheck.ts'

/** Options of compilation. `strict` is for shipped law: every rule and holding needs an authority and a day. */
export interface CompileOptions {
  readonly strict?: boolean
  /** Names of the files, in the same order, for problems. */
  readonly names?: readonly string[]
}

const vocabularyOf = (
  facts: ReadonlyMap<string, FactSpec>,
  atoms: ReadonlySet<string>,
  questions: Declared['questions'],
): Vocabulary => ({
  lookup: (path): Meaning | undefined => {
    if (path.startsWith('reading.')) {
      const question = path.slice('reading.'.length)
      const spec = questions.get(question)
      return spec && { kind: 'reading', question, readings: spec.readings }
    }
    const spec = facts.get(path)
    return spec ? { kind: 'fact', spec } : atoms.has(path) ? { kind: 'atom' } : undefined
  },
  names: () => [...facts.keys(), ...atoms, ...[...questions.keys()].map(q => `reading.${q}`)],
})

/** What is wrong with a condition; and the names it uses, as far as it can be read. */
const checked = (text: string, vocabulary: Vocabulary): { names: readonly string[]; problems: readonly Problem[] } => {
  const expr = parseCondition(text)
  return 'slip' in expr
    ? { names: [], problems: [tellSlip(expr)] }
    : { names: namesIn(expr), problems: typecheck(expr, vocabulary) }
}

const superiority = (rules: readonly Written[], report: Report) => {
  const byId = new Map(rules.map(r => [r.rule.id, r]))
  const beats = new Map<string, ReadonlySet<string>>()
  for (const { rule, order, where } of rules) {
    const mine = new Set<string>()
    rule.overrides?.forEach((id, i) => {
      const at = within(where, 'overrides', i)
      const other = byId.get(id)
      if (!other) {
        const mend = nearest(id, byId.keys(), 'Name a rule by its id.')
        report('unknown-rule', at, `"${rule.id}" overrides "${id}", which is no rule.`, 'It beats nothing.', mend)
      } else if (other.order !== order)
        report(
          'overrides-across-orders',
          at,
          `"${rule.id}" of ${order || 'no order'} overrides "${id}" of ${other.order || 'no order'}.`,
          'No legal order can repeal another: that is the conflict itself, not its solution.',
          'Remove it; let both hold.',
        )
      else mine.add(id)
    })
    beats.set(rule.id, mine)
  }
  const { circle } = sort([...byId.keys()], beats)
  if (circle)
    report(
      'superiority-circle',
      byId.get(circle[0]!)!.where,
      `These rules override each other in a circle: ${circle.join(' > ')}.`,
      'No rule can beat itself.',
      'Remove one of the overrides.',
    )
}

interface Draft {
  readonly head: Target
  readonly names: readonly string[]
}

const circles = (rules: readonly Written[], drafts: readonly Draft[], report: Report) => {
  const uses = atomUses(drafts)
  const { circle } = sort([...uses.keys()].sort(), uses)
  if (!circle) return
  const guilty = rules.filter((_, i) => {
    const { head, names } = drafts[i]!
    return head.kind === 'atom' && circle.includes(head.atom) && names.some(name => circle.includes(name))
  })
  report(
    'issue-circle',
    guilty[0]!.where,
    `These conclusions rest on each other in a circle: ${circle.join(' ← ')} (rules ${guilty.map(r => r.rule.id).join(', ')}).`,
    'What rests on itself rests on nothing.',
    'Let one of them rest on facts alone.',
  )
}

/** Makes law files ready, or says everything that is wrong with them. The order of files and rules never matters. */
export const compile = (files: readonly LawFile[], options: CompileOptions = {}): Result<Pack> => {
  const problems: Problem[] = []
  const report = reporter(problems)
  const gathered = gather(files, options.names)
  const { declared, rules } = gathered
  inspect(gathered, options.strict === true, report)

  const heads = rules.map(({ rule, order }) => targetOf(rule.then, order))
  const atoms = new Set(heads.flatMap(h => (h.kind === 'atom' ? [h.atom] : [])))
  const vocabulary = vocabularyOf(declared.facts, atoms, declared.questions)
  const check = (text: string, where: Where): readonly string[] => {
    const { names, problems: found } = checked(text, vocabulary)
    for (const p of found) problems.push({ ...p, where: { ...where, ...p.where } })
    return names
  }
  const drafts = rules.map(({ rule, where }, i): Draft => {
    const names = check(rule.when, within(where, 'when'))
    const exceptions = rule.unless?.map((u, n) => check(u.when, within(where, 'unless', n, 'when'))) ?? []
    rule.sanction?.forEach((s, n) => {
      if (s.when !== undefined) check(s.when, within(where, 'sanction', n, 'when'))
    })
    return { head: heads[i]!, names: [...names, ...exceptions.flat()] }
  })
  superiority(rules, report)
  circles(rules, drafts, report)
  return hasErrors(problems) ? { ok: false, problems } : { ok: true, value: assemble(files), problems }
}

/**
 * A condition over a pack's vocabulary, as levels write them. `extra` declares facts of the level's own, such as
 * `flag.calledDublin`. Problems count characters within the text.
 */
export const condition = (
  pack: Pack,
  text: string,
  extra: Readonly<Record<string, FactSpec>> = {},
): Result<Condition> => {
  const facts = new Map([...pack.facts, ...Object.entries(extra)])
  const expr = parseCondition(text)
  if ('slip' in expr) return { ok: false, problems: [tellSlip(expr)] }
  const problems = typecheck(expr, vocabularyOf(facts, new Set(pack.atoms), pack.questions))
  return problems.length ? { ok: false, problems } : { ok: true, value: conditionOf(text, expr, facts), problems }
}
