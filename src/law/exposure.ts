/** What a breach may cost: intervals, kind by kind. Kinds are never added together. */
import { type Evaluation, inner } from './evaluation.ts'
import type { SanctionKind } from './pack.ts'

/** A duty not met or a prohibition broken. */
export interface BreachOf {
  readonly order: string
  readonly act: string
  readonly manner: 'did' | 'omitted'
  readonly level: 'certain' | 'possible'
  readonly rules: readonly string[]
}

/** One interval. Units are those of `Sanction`: currency (per day), months, days. */
export interface Exposure {
  readonly order: string
  readonly kind: SanctionKind
  readonly min: number
  readonly max: number
  readonly currency?: string
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
}

const cap = (max: number, percent: number | undefined, turnover: number | undefined) =>
  percent === undefined || turnover === undefined ? max : Math.max(max, (turnover * percent) / 100)

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]

/** Groups by order, kind and currency, in order of first appearance. */
const grouped = (all: readonly Exposure[], join: (a: Exposure, b: Exposure) => Pick<Exposure, 'min' | 'max'>) => {
  const found = new Map<string, Exposure>()
  for (const e of all) {
    const key = `${e.order} ${e.kind} ${e.currency ?? ''}`
    const before = found.get(key)
    found.set(
      key,
      before
        ? {
            ...before,
            ...join(before, e),
            rules: union(before.rules, e.rules),
            authorities: union(before.authorities, e.authorities),
          }
        : e,
    )
  }
  return [...found.values()]
}

/**
 * What one breach may cost, per kind and currency. A certain breach of a rule that surely applies costs at least
 * `min`, any other at least nothing. Of several sanctions of one kind for one breach the heaviest counts.
 * `turnover` (world, yearly, in the sanction's currency) turns "the higher of 20 M and 4 %" into a number.
 */
export const exposure = (evaluation: Evaluation, breach: BreachOf, turnover?: number): readonly Exposure[] => {
  const e = inner(evaluation)
  const all = breach.rules.flatMap(id => {
    const clause = e.pack.clauseOf.get(id)
    if (!clause) return []
    return (clause.rule.sanction ?? []).flatMap((s, i): Exposure[] => {
      const due = clause.sanctions[i]?.node.run(e.env) ?? 2
      if (due === 0) return []
      const sure = breach.level === 'certain' && due === 2 && e.app(clause.index) === 2
      return [
        {
          order: breach.order,
          kind: s.kind,
          min: sure ? s.min : 0,
          max: cap(s.max, s.turnoverPercent, turnover),
          ...(s.currency === undefined ? {} : { currency: s.currency }),
          rules: [id],
          authorities: s.cite ?? clause.rule.cite ?? [],
        },
      ]
    })
  })
  return grouped(all, (a, b) => ({ min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) }))
}

/** What a course of action may cost: separate breaches add up, within one order, kind and currency only. */
export const exposures = (
  evaluation: Evaluation,
  breaches: readonly BreachOf[],
  turnover?: number,
): readonly Exposure[] =>
  grouped(
    breaches.flatMap(b => exposure(evaluation, b, turnover)),
    (a, b) => ({ min: a.min + b.min, max: a.max + b.max }),
  )
