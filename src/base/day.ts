/** A calendar day without a clock: `2014-07-31`. Everything below the doors is handed its days. */

/** ISO 8601 calendar date. Days compare as strings. */
export type Day = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
const lengths = (y: number) => [31, leap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a real day of the proleptic Gregorian calendar, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const m = pattern.exec(text)
  if (!m) return false
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return mo >= 1 && mo <= 12 && d >= 1 && d <= lengths(y)[mo - 1]!
}

/** Days since 1970-01-01 (civil-from-days, proleptic Gregorian). */
export const dayNumber = (day: Day): number => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yoe = year - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** The day `count` days later (or earlier, when negative). */
export const addDays = (day: Day, count: number): Day => {
  const z = dayNumber(day) + count + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(doy - Math.floor((153 * mp + 2) / 5) + 1)}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** `4 December 2013`. */
export const writeDay = (day: Day): string => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return `${d} ${months[m - 1]} ${y}`
}
