/**
 * Breaches, and what they put at stake. A deed is judged by the law of the moment it is done and stays done;
 * an omission lasts while the duty holds and the act is undone.
 */
import type { Day } from '../base/index.ts'
import { type Claim, type Evaluation, exposure } from '../law/index.ts'
import type { ExposureScale } from './consequence.ts'
import type { Matter } from './matter.ts'
import type { Breach, MeterId, Reason } from './state.ts'

type Norm = ReturnType<Evaluation['norms']>[number]

const breachOf = (norm: Norm, manner: Breach['manner'], since: Day): Breach => ({
  order: norm.order,
  act: norm.act,
  manner,
  level: norm.holds === 'yes' ? 'certain' : 'possible',
  rules: norm.rules,
  authorities: norm.authorities,
  since,
})

/**
 * What the orders of the matter say of these acts, in one modality. The acts alone are asked for first: of most of them
 * nothing is said, and to ask for everything the law says is the dearest question there is.
 */
const normsOn = (matter: Matter, law: Evaluation, modality: 'oblige' | 'forbid', acts: readonly string[]) => {
  const { orders } = matter.level
  const claim = (order: string, act: string): Claim =>
    modality === 'oblige' ? { order, oblige: act } : { order, forbid: act }
  return orders.some(order => acts.some(act => law.holds(claim(order, act)) !== 'no'))
    ? law.norms().filter(n => n.modality === modality && acts.includes(n.act) && orders.includes(n.order))
    : []
}

/** Prohibitions that doing these acts breaks, by the law before they are done. */
export const deeds = (matter: Matter, law: Evaluation, acts: readonly string[], day: Day): readonly Breach[] =>
  normsOn(matter, law, 'forbid', acts).map(norm => {
    const breach = breachOf(norm, 'did', day)
    return { ...breach, costs: exposure(law, breach) }
  })

/** Duties owed and not done, of those whose time has come. */
export const omissions = (
  matter: Matter,
  law: Evaluation,
  due: readonly string[],
  done: readonly string[],
  day: Day,
): readonly Breach[] =>
  normsOn(
    matter,
    law,
    'oblige',
    due.filter(act => !done.includes(act)),
  ).map(norm => breachOf(norm, 'omitted', day))

/** True when both are one breach, however certain. */
export const same = (a: Breach) => (b: Breach) => a.order === b.order && a.act === b.act && a.manner === b.manner

/**
 * The breaches alive now: deeds stay and may become certain, omissions are those found now. One that was already
 * there keeps the day it began.
 */
export const alive = (before: readonly Breach[], found: readonly Breach[]): readonly Breach[] => {
  const kept = before.flatMap(old => {
    const now = found.find(same(old))
    if (old.manner === 'did')
      return now?.level === 'certain' && old.level === 'possible' ? { ...now, since: old.since } : old
    return now ? { ...now, since: old.since } : []
  })
  return [...kept, ...found.filter(now => !before.some(same(now)))]
}

/**
 * The breaches that last when the next scene is open: deeds stay, and an omission lasts while the law there still asks
 * for what is undone. `before` stood before the choice, `left` after it.
 */
export const lasting = (
  matter: Matter,
  law: Evaluation,
  { before, left }: { readonly before: readonly Breach[]; readonly left: readonly Breach[] },
  { due, acts }: { readonly due: readonly string[]; readonly acts: readonly string[] },
): readonly Breach[] => {
  const known = [...left, ...before]
  // A duty that revives on the way (a stay is lifted) is not yet breached: there was no choice in which to meet it.
  const still = omissions(matter, law, due, acts, law.at.day).filter(found => known.some(same(found)))
  return alive(left, still).map(breach => {
    // What only paused on the way, because a duty fell away and came back, has never ended.
    const old = before.find(same(breach))
    return old ? { ...breach, since: old.since } : breach
  })
}

/** What one breach may cost in one kind, and the points that makes on the meter. */
export interface Stake {
  readonly kind: keyof ExposureScale
  readonly min: number
  readonly max: number
  readonly currency?: string
  /** A share of turnover that may be more than `max`; it makes no points, because no turnover is known. */
  readonly turnoverPercent?: number
  /** The country whose turnover it is a share of; absent: the world. */
  readonly turnoverIn?: string
  readonly points: number
  readonly breach: Breach
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
}

/** What is at stake in one legal order now: the meter shows the gravest stake, kinds are never added together. */
export interface Exposure {
  readonly order: string
  readonly meter: MeterId
  readonly points: number
  /** Gravest first. Empty when nothing is at stake. */
  readonly stakes: readonly Stake[]
}

const pointsOf = (steps: readonly (readonly [number, number])[], amount: number): number =>
  steps.reduce((points, [least, worth]) => (amount >= least ? Math.max(points, worth) : points), 0)

/** Exposure in each order of the matter, by the stated scale of the consequence model. */
export const exposuresOf = (matter: Matter, law: Evaluation, breaches: readonly Breach[]): readonly Exposure[] =>
  matter.level.orders.map(order => {
    const stakes = breaches
      .filter(breach => breach.order === order)
      .flatMap(breach =>
        (breach.costs ?? exposure(law, breach)).map((interval): Stake => {
          const steps = matter.consequences.scale[interval.kind]
          const points = Math.round((pointsOf(steps, interval.min) + pointsOf(steps, interval.max)) / 2)
          return { ...interval, points, breach }
        }),
      )
      .sort((a, b) => b.points - a.points)
    return { order, meter: `exposure.${order}`, points: stakes[0]?.points ?? 0, stakes }
  })

const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

const stakeWords = ({ kind, min, max, currency, turnoverPercent, turnoverIn }: Stake): string => {
  const amount = (n: number) => [grouped(n), currency].filter(Boolean).join(' ')
  const span = min > 0 && min < max ? `${grouped(min)} to ${amount(max)}` : `${min < max ? 'up to ' : ''}${amount(max)}`
  if (kind === 'money') {
    if (turnoverPercent === undefined) return span
    const share = `${turnoverPercent} per cent of ${turnoverIn ? `the turnover in ${turnoverIn}` : 'world turnover'}`
    return max === 0 ? `up to ${share}` : `${span}, or up to ${share}`
  }
  if (kind === 'per-day') return `${span} a day`
  return kind === 'crime' ? `${span} months of imprisonment, for staff` : `${span} days of blocking`
}

const stakeReasons = (matter: Matter, stakes: readonly Stake[], say: (stake: Stake) => string): readonly Reason[] => {
  const reasons: Reason[] = []
  for (const stake of stakes)
    for (const rule of stake.rules.length > 0 ? stake.rules : stake.breach.rules) {
      if (reasons.some(reason => reason.rule === rule)) continue
      const cited = matter.pack.rules.get(rule)?.cite ?? []
      reasons.push({ rule, authorities: cited.length > 0 ? cited : stake.authorities, why: say(stake) })
    }
  return reasons
}

/** Why an exposure meter stands where it does, or fell from where it stood. */
export const exposureReasons = (matter: Matter, before: Exposure, now: Exposure): readonly Reason[] => {
  const top = ({ stakes, points }: Exposure) => stakes.filter(stake => stake.points === points)
  const act = ({ breach }: Stake) =>
    `${matter.pack.orders.get(breach.order) || breach.order.toUpperCase()}: to ${matter.pack.acts.get(breach.act)?.gloss || breach.act}`
  if (now.points > before.points)
    return stakeReasons(matter, top(now), stake => {
      const { manner, level } = stake.breach
      const may = level === 'possible' ? 'may be' : 'is'
      return `${act(stake)} ${may} ${manner === 'did' ? 'forbidden' : 'owed, and undone'}; ${stakeWords(stake)} at stake.`
    })
  return stakeReasons(matter, top(before), stake =>
    now.stakes.some(other => same(stake.breach)(other.breach))
      ? `${act(stake)}: less is at stake than ${stakeWords(stake)} until now.`
      : `${act(stake)} is no longer a breach; ${stakeWords(stake)} had been at stake.`,
  )
}
