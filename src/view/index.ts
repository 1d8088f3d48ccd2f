/** What to show, as words and data: `caseView` makes it of a game's state. Knows no DOM, no clock, no chance. */

export { bookOf } from './book.ts'
export { type CaseOptions, caseView, rehearsing } from './case.ts'
export type * from './screen.ts'
export type * from './types.ts'
