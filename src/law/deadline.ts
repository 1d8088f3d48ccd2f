/** Time in norms: by when a duty must be met, and how long one lasts, counted in hours from the service of the demand. */
import type { Rule } from './pack.ts'

/** "8 hours", "10 days": a whole number of hours or days, as law files write it. */
export const spanPattern = /^([1-9]\d{0,5}) (hour|day)s?$/

/** The hours in a span. */
export const hoursIn = (span: string): number => {
  const [, count, unit] = spanPattern.exec(span) ?? []
  return Number(count) * (unit === 'day' ? 24 : 1)
}

/** What a rule's duty demands of time: what names no deadline is due at once, what names no end never ends. */
export const timeOf = (rule: Rule): { readonly due: number; readonly end: number } => ({
  due: rule.within === undefined ? 0 : hoursIn(rule.within),
  end: rule.until === undefined ? Number.POSITIVE_INFINITY : hoursIn(rule.until),
})
