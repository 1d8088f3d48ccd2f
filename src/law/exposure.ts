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
  /** The most may be more than `max`: up to this share (per cent) of world turnover, where that was not given. */
  readonly turnoverPercent?: number
  /** The share is of the turnover in this country, not of world turnover. */
  readonly turnoverIn?: string
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
}

const cap = (max: number, percent: number | undefined, turnover: number | undefined) =>
  percent === undefined || turnover === undefined ? max : Math.max(max, (turnover * percent) / 100)

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]

const share = (a: Exposure, b: Exposure, join: (a: number, b: number) => number) => {
  const percent = join(a.turnoverPercent ?? 0, b.turnoverPercent ?? 0)
  return percent === 0 ? {} : { turnoverPercent: percent }
}

/** Groups by order, kind, currency and country of the turnover, in order of first appearance. */
const grouped = (all: readonly Exposure[], join: (a: number, b: number) => number) => {
  const found = new Map<string, Exposure>()
  for (const e of all) {
    const key = `${e.order} ${e.kind} ${e.currency ?? ''} ${e.turnoverIn ?? ''}`
    const before = found.get(key)
    found.set(
      key,
      before
        ? {
            ...before,
            min: join(before.min, e.min),
            max: join(before.max, e.max),
            ...share(before, e, join),
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
 * `turnover` (world, yearly, in the sanction's currency) turns "the higher of 20 M and 4 %" into a
 * number; without it, and where the share is of turnover in one country, the interval ends at the sum and names it.
 */
export const exposure = (evaluation: Evaluation, breach: BreachOf, turnover?: number): readonly Exposure[] => {
  const e = inner(evaluation)
  const all = breach.rules.flatMap(id => {
    const clause = e.pack.clauseOf.get(id)
    if (!clause) return []
    return (clause.rule.sanction ?? []).flatMap((s, i): Exposure[] => {
      const due = clause.sanctions[i]?.node.run(e.env) ?? 2
      const known = s.turnoverIn === undefined ? turnover : undefined
      if (due === 0) return []
      const sure = breach.level === 'certain' && due === 2 && e.app(clause.index) === 2
      return [
        {
          order: breach.order,
          kind: s.kind,
          min: sure ? s.min : 0,
          max: cap(s.max, s.turnoverPercent, known),
          ...(s.currency === undefined ? {} : { currency: s.currency }),
          ...(s.turnoverPercent === undefined || known !== undefined ? {} : { turnoverPercent: s.turnoverPercent }),
          ...(s.turnoverIn === undefined ? {} : { turnoverIn: s.turnoverIn }),
          rules: [id],
          authorities: s.cite ?? clause.rule.cite ?? [],
        },
      ]
    })
  })
  return grouped(all, Math.max)
}

/** What a course of action may cost: separate breaches add up, within one order, kind and currency only. */
export const exposures = (
  evaluation: Evaluation,
  breaches: readonly BreachOf[],
  turnover?: number,
): readonly Exposure[] =>
  grouped(
    breaches.flatMap(b => exposure(evaluation, b, turnover)),
    (a, b) => a + b,
  )
