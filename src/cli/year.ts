/** `--year` and `--law-of`: a play's decisions under the law of another day, for programs and for people. */
import { isDay } from '../base/index.ts'
import type { Matter, State } from '../game/index.ts'
import { judgements, lawDays, lawSpan, levelOf, type Side, type Standing, sideOf, yearView } from '../view/index.ts'

interface SideResult {
  readonly standing: Standing
  readonly breaches: readonly {
    readonly act: string
    readonly manner: string
    readonly level: string
    readonly rules: readonly string[]
    readonly authorities: readonly string[]
    readonly exposure: readonly {
      readonly kind: string
      readonly min: number
      readonly max: number
      readonly currency?: string
      readonly turnoverPercent?: number
      readonly turnoverIn?: string
    }[]
  }[]
}

/** What `replay` and `play` print besides with --year or --law-of and --json, under "another". A stable contract. */
export interface YearResult {
  /** The day whose law is applied. */
  readonly lawOf: string
  readonly headline: string
  readonly summary: readonly string[]
  /** How many decisions some order judges otherwise. */
  readonly changed: number
  readonly decisions: readonly {
    readonly scene: string
    readonly choice: string
    readonly day: string
    readonly changed: boolean
    readonly orders: Readonly<
      Record<string, { readonly was: SideResult; readonly would: SideResult; readonly changed: boolean }>
    >
  }[]
  /** Points from 0 to 100, at the highest and after the last decision. */
  readonly exposure: Readonly<
    Record<string, Readonly<Record<'was' | 'would', { readonly highest: number; readonly last: number }>>>
  >
}

const sideResult = ({ standing, breaches }: Side): SideResult => ({
  standing,
  breaches: breaches.map(({ act, manner, level, rules, authorities, exposure }) => ({
    act,
    manner,
    level,
    rules,
    authorities,
    exposure: exposure.map(({ kind, min, max, currency, turnoverPercent, turnoverIn }) => ({
      kind,
      min,
      max,
      ...(currency === undefined ? {} : { currency }),
      ...(turnoverPercent === undefined ? {} : { turnoverPercent }),
      ...(turnoverIn === undefined ? {} : { turnoverIn }),
    })),
  })),
})

/** A play under the law of another day, as the contract has it. */
export const yearResult = (matter: Matter, state: State, day: string): YearResult => {
  const { own, other } = judgements(matter, state, day)
  const view = yearView(matter, state, day)
  const decisions = own.decisions.map((judged, i) => {
    const orders = Object.fromEntries(
      matter.level.orders.map(order => {
        const was = sideOf(matter, judged, order)
        const would = sideOf(matter, other.decisions[i]!, order)
        const changed = levelOf(was.standing) !== levelOf(would.standing)
        return [order, { was: sideResult(was), would: sideResult(would), changed }]
      }),
    )
    return {
      scene: judged.state.scene,
      choice: judged.choice.id,
      day: judged.state.day,
      changed: Object.values(orders).some(each => each.changed),
      orders,
    }
  })
  return {
    lawOf: day,
    headline: view.headline,
    summary: view.summary,
    changed: decisions.filter(each => each.changed).length,
    decisions,
    exposure: Object.fromEntries(view.exposure.map(({ order, was, would }) => [order, { was, would }])),
  }
}

/** The same in words: the answer, what changes and why, and where the exposure would stand. */
export const yearReport = (matter: Matter, state: State, day: string): string => {
  const { headline, summary, changes, exposure } = yearView(matter, state, day)
  const lines = [headline, ...summary.map(line => `  ${line}`)]
  if (changes.length > 0) lines.push('', 'What changes:')
  for (const { text, ground } of changes) {
    lines.push(`  ${text}`)
    if (ground) lines.push(`      ${[ground.says, ground.but].filter(Boolean).join(' ')} [${ground.rule}]`)
  }
  lines.push('', 'Exposure:', ...exposure.map(({ name, text }) => `  ${name}: ${text}`))
  return lines.join('\n')
}

/** The day that --year or --law-of means; null when neither is given; a sentence when it cannot be. */
export const lawDay = (
  matter: Matter,
  { year, 'law-of': date }: Readonly<Record<string, unknown>>,
): { readonly day: string | null } | string => {
  if (year === undefined && date === undefined) return { day: null }
  if (year !== undefined && date !== undefined)
    return 'Give either --year or --law-of: a year stands for the law of its last day.'
  const span = lawSpan(matter)
  if (!span) return 'The law of this matter does not say which days it knows.'
  const known = `The law is known from ${span.first} to ${span.last}.`
  if (year !== undefined) {
    const found = lawDays(matter).findLast(each => each.day.startsWith(`${year}-`))
    return /^\d{4}$/.test(String(year)) && found ? { day: found.day } : `"${year}" is no year of it. ${known}`
  }
  if (!isDay(String(date))) return `"${date}" is no day; write it as 2018-06-01.`
  return String(date) < span.first || String(date) > span.last
    ? `Nobody has put down the law of ${date}. ${known}`
    : { day: String(date) }
}
