/**
 * A matter being played: State + choice → next State, with every change's reasons. Pure: no clock, no chance, no screen.
 * `prepare` a matter, `start` it, take one of `options` with `step`; a Play replays to the same State, always.
 */
export type { Exposure, Stake } from './breach.ts'
export { lastSeed } from './chance.ts'
export { writeCode } from './code.ts'
export type { ConsequenceFile, ConsequenceRule, ExposureScale, Trigger } from './consequence.ts'
export { contentTag, keepTag } from './content.ts'
export { readCode } from './decode.ts'
export type { Matter, Spot } from './matter.ts'
export { evaluationAt, holdsAt, lawAt, preparing, trusted } from './matter.ts'
export type { Replay } from './play.ts'
export { playOf, replay } from './play.ts'
export { prepare } from './prepare.ts'
export { print } from './print.ts'
export type { Breach, Chance, Change, Cue, Decision, MeterId, Mode, Play, Reason, State } from './state.ts'
export type { Arrival, Prediction, Weighing } from './step.ts'
export { exposures, options, outcomes, preview, start, step, weigh } from './step.ts'
export { type Judged, type Judgement, judge, statesOf } from './year.ts'
