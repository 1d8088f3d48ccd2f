/** What can happen in a matter, all of it: every reachable state, how likely each ending is, what is wrong with the graph. */
export type { CheckOptions } from './check.ts'
export { checkMatter } from './check.ts'
export { endingsByChance, visits } from './likelihood.ts'
export { liveFacts } from './live.ts'
export type { Met } from './reach.ts'
export { metBy } from './reach.ts'
export type { Node, Sameness, Walk, WalkOptions, Way } from './walk.ts'
export { walk } from './walk.ts'
