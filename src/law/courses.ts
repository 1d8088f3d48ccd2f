/**
 * Courses of action compared: what each may cost under one evaluation, and which is nowhere worse than another and
 * somewhere better. Kinds of cost, orders and currencies are never weighed against each other.
 */
import { alsoDone } from './conflict.ts'
import { type Evaluation, inner } from './evaluation.ts'
import { type BreachOf, type Exposure, exposure, exposures } from './exposure.ts'

/** Something counsel can do: the acts done, all others left undone. */
export interface Course {
  readonly id: string
  readonly acts: readonly string[]
}

/** What a course of action breaks, and what that may cost. */
export interface CourseCost {
  readonly id: string
  readonly breaches: readonly BreachOf[]
  readonly exposure: readonly Exposure[]
  /** Breaches for which no sanction is stated. They count: to have one more of them is to be worse somewhere. */
  readonly unpriced: readonly BreachOf[]
}

/** What something may cost, in units of its kind and currency. */
export type Interval = Pick<Exposure, 'min' | 'max' | 'turnoverPercent' | 'turnoverIn'>

/** Where the better course of two costs less, and what would cost more. */
export interface Advantage {
  readonly order: string
  readonly kind: Exposure['kind']
  readonly currency?: string
  readonly better: Interval
  readonly worse: Interval
  /** Rules the worse course may break there, and where they stand. */
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
}

/** One course is nowhere worse than another, and better in every respect listed. */
export interface Dominance {
  readonly better: string
  readonly worse: string
  readonly advantages: readonly Advantage[]
}

/** All courses with their costs, which dominates which, and those that none dominates, as given. */
export interface Comparison {
  readonly courses: readonly CourseCost[]
  readonly dominances: readonly Dominance[]
  readonly undominated: readonly string[]
}

/** Prohibitions that these acts break and duties they leave undone; what an act entails is done with it. */
export const breachesOf = (evaluation: Evaluation, acts: readonly string[]): readonly BreachOf[] => {
  const done = new Set(acts.flatMap(act => [...alsoDone(evaluation.pack.acts, act)]))
  return evaluation.norms().flatMap(({ order, modality, act, holds, rules }): readonly BreachOf[] => {
    if (modality !== (done.has(act) ? 'forbid' : 'oblige')) return []
    const manner = modality === 'forbid' ? 'did' : 'omitted'
    return [{ order, act, manner, level: holds === 'yes' ? 'certain' : 'possible', rules }]
  })
}

const costOf = (evaluation: Evaluation, { id, acts }: Course, turnover: number | undefined): CourseCost => {
  const breaches = breachesOf(evaluation, acts)
  return {
    id,
    breaches,
    exposure: exposures(evaluation, breaches, turnover),
    unpriced: breaches.filter(b => exposure(evaluation, b, turnover).length === 0),
  }
}

const alike = (a: Exposure) => (b: Exposure) =>
  a.order === b.order && a.kind === b.kind && a.currency === b.currency && a.turnoverIn === b.turnoverIn

/**
 * Nowhere worse: neither end of any interval is higher. A share of a turnover that is not known can be any sum, so it
 * compares only with the same rules' share.
 */
const noWorse = (a: CourseCost, b: CourseCost): boolean =>
  a.exposure.every(x => {
    const y = b.exposure.find(alike(x))
    if (!y) return x.max === 0 && x.turnoverPercent === undefined
    const bounded = x.turnoverPercent === undefined || x.rules.every(rule => y.rules.includes(rule))
    return bounded && x.min <= y.min && x.max <= y.max
  }) &&
  a.unpriced.every(x =>
    b.unpriced.some(y => x.order === y.order && x.act === y.act && (x.level === 'possible' || y.level === 'certain')),
  )

const interval = ({ min, max, turnoverPercent, turnoverIn }: Interval): Interval => ({
  min,
  max,
  ...(turnoverPercent === undefined ? {} : { turnoverPercent }),
  ...(turnoverIn === undefined ? {} : { turnoverIn }),
})

const lower = (x: Interval, y: Interval) =>
  x.min < y.min || x.max < y.max || (x.turnoverPercent ?? 0) < (y.turnoverPercent ?? 0)

const advantages = (a: CourseCost, b: CourseCost): readonly Advantage[] =>
  b.exposure.flatMap((y): readonly Advantage[] => {
    const x = a.exposure.find(alike(y)) ?? { min: 0, max: 0 }
    if (!lower(x, y)) return []
    const { order, kind, currency, rules, authorities } = y
    const what = currency === undefined ? { order, kind } : { order, kind, currency }
    return [{ ...what, better: interval(x), worse: interval(y), rules, authorities }]
  })

/**
 * Compares courses of action under one evaluation. One dominates another when in no order, kind and currency an end of
 * its interval is higher, and in some it is lower. `turnover` as for `exposure`.
 */
export const compare = (evaluation: Evaluation, courses: readonly Course[], turnover?: number): Comparison => {
  const all = courses.map(course => costOf(inner(evaluation), course, turnover))
  const dominances = all.flatMap(a =>
    all.flatMap((b): readonly Dominance[] => {
      if (a === b || !noWorse(a, b)) return []
      const found = advantages(a, b)
      return found.length ? [{ better: a.id, worse: b.id, advantages: found }] : []
    }),
  )
  const beaten = new Set(dominances.map(d => d.worse))
  return { courses: all, dominances, undominated: all.flatMap(c => (beaten.has(c.id) ? [] : [c.id])) }
}
