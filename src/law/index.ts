/**
 * The rules model: law as dated data, evaluated with its reasons. Knows no country, no level, no screen.
 *
 * `compile` makes law files ready, `evaluate` asks them on a day, in a forum, on facts of which some may be unknown.
 */

export { type Path, readSource, type Source, sourceWhys } from '../base/index.ts'
export { changesWords, termWords } from './aloud.ts'
export { assemble, assembling, type Pack, trust } from './assemble.ts'
export {
  type Answered,
  answersTo,
  type Case,
  type CaseFile,
  type CaseReport,
  type Exercised,
  evaluateCase,
  runCases,
  type WrongCase,
} from './cases.ts'
export { type CheckOptions, checkLaw } from './check.ts'
export { type LawCode, lawChecks } from './codes.ts'
export { type CompileOptions, compile, condition } from './compile.ts'
export type { Condition } from './condition.ts'
export { type Antinomy, antinomies, type Conflict, type Tension, tensions } from './conflict.ts'
export {
  type Advantage,
  breachesOf,
  type Comparison,
  type Course,
  type CourseCost,
  compare,
  type Dominance,
  type Interval,
} from './courses.ts'
export { evaluate, test } from './evaluate.ts'
export type { At, Evaluation, Norm, Tie, Verdict } from './evaluation.ts'
export { explain, headWords } from './explain.ts'
export { type BreachOf, type Exposure, exposure, exposures } from './exposure.ts'
export { readFacts } from './facts.ts'
export { type Modality, modalities, readHead } from './head.ts'
export type * from './pack.ts'
export { type Reach, reachOf } from './reach.ts'
export { lawSchema, parseLaw, placed, shapeOf } from './shape.ts'
export { type Spelt, spell } from './spell.ts'
export {
  type Changes,
  type Difference,
  exact,
  type Repair,
  repairs,
  verdict,
  type WhatIf,
  whatIf,
} from './suppose.ts'
export { explainRepairs, explainWhatIf } from './supposing.ts'
export type { Tri } from './tri.ts'
export {
  type Account,
  type ContraryAccount,
  type ExceptionAccount,
  type Fate,
  factsNamed,
  type Leaf,
  type RuleAccount,
  type Standing,
  type Why,
  type WhyNot,
  waitsFor,
  why,
  whyNot,
} from './why.ts'
export { valueWords } from './words.ts'
