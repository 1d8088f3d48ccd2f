/** The years whose law a play can be held against, each named by what the law of that year is. */
import { addDays, type Day, writeDay } from '../base/index.ts'
import type { Matter } from '../game/index.ts'
import { bookOf } from './book.ts'
import type { CitationView } from './types.ts'

/** One day whose law can be chosen, standing for its year or for a part of it. */
export interface LawDay {
  readonly day: Day
  /** "2018, to 24 May: the CLOUD Act", "2026: European production orders". */
  readonly name: string
  /** What the law is then, in a sentence. */
  readonly says: string
  readonly citations: readonly CitationView[]
  /** What the day is called: "24 May 2018", "today". */
  readonly isToday: boolean
}

const calendarOf = (matter: Matter) => matter.law.find(file => file.calendar !== undefined)?.calendar

/** The first and the last day whose law is known. */
export interface LawSpan {
  readonly first: Day
  readonly last: Day
}

/** The days whose law is known; null when the law of this matter does not say. */
export const lawSpan = (matter: Matter): LawSpan | null => {
  const calendar = calendarOf(matter)
  return calendar ? { first: calendar.first, last: calendar.last } : null
}

/**
 * The days to choose from, in order: the last day of each year, and where the law turns within a year more than once,
 * the last day before every turn but the first. The last of all is the day the law was last held against its sources.
 */
export const lawDays = (matter: Matter): readonly LawDay[] => {
  const calendar = calendarOf(matter)
  if (!calendar) return []
  const { first, last, turns } = calendar
  const found: LawDay[] = []
  const yearIn = (day: Day) => Number(day.slice(0, 4))
  for (let year = yearIn(first); year <= yearIn(last); year++) {
    const within = turns.filter(turn => yearIn(turn.from) === year)
    const end = year === yearIn(last) ? last : `${year}-12-31`
    const days = [...within.slice(1).map(turn => addDays(turn.from, -1)), end]
    for (const day of days) {
      const turn = turns.findLast(({ from }) => from <= day)
      if (!turn) continue
      const still = within.length === 0 ? 'as before, ' : ''
      const part = day === end ? '' : `, to ${writeDay(day).replace(/ \d+$/, '')}`
      found.push({
        day,
        name: `${year}${part}: ${still}${turn.name}`,
        says: turn.says,
        citations: bookOf(matter).cite(turn.cite),
        isToday: day === last,
      })
    }
  }
  return found
}

/** What the law is on a day, by the last turn before it. */
export const turnOn = (matter: Matter, day: Day): Pick<LawDay, 'says' | 'citations'> | null => {
  const turn = calendarOf(matter)?.turns.findLast(({ from }) => from <= day)
  return turn ? { says: turn.says, citations: bookOf(matter).cite(turn.cite) } : null
}
