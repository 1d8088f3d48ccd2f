/** Words every room shares: a problem that can be mended, a result, a day. No game word, no law word. */
export type { Day } from './day.ts'
export { addDays, dayNumber, daysBetween, isDay, writeDay } from './day.ts'
export type { Problem, Severity, Where } from './problem.ts'
export { didYouMean, hasErrors, printProblem } from './problem.ts'
export type { Result } from './result.ts'
export { fail, ok } from './result.ts'
export { finish } from './steps.ts'
