/** What to show, as words and data: `caseView` makes it of a game's state. Knows no DOM, no clock, no chance. */

export { bookOf } from './book.ts'
export { type LawDay, type LawSpan, lawDays, lawSpan } from './calendar.ts'
export { type CaseOptions, caseView, rehearsing } from './case.ts'
export type * from './lawroom.ts'
export { type LawRoom, openLawRoom } from './reading.ts'
export type * from './screen.ts'
export type * from './types.ts'
export {
  type GroundView,
  judgements,
  levelOf,
  type Side,
  type Standing,
  type StandingView,
  sideOf,
  underLaw,
  type YearDecisionView,
  type YearOrderView,
  type YearView,
  yearsOf,
  yearView,
} from './year.ts'
