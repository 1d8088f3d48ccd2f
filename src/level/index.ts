/** The level room: what was written becomes a Level, or problems with their places and advice. */
export type { Check, Code, Layer } from './checks.ts'
export { anyOf, checks, meant, problem } from './checks.ts'
export type { Consequences } from './consequences.ts'
export { checkConsequences } from './consequences.ts'
export type {
  ChanceScene,
  Choice,
  ChoiceScene,
  Ending,
  Flag,
  Goto,
  Level,
  LevelDocument,
  LevelFile,
  Place,
  Scene,
  Sets,
} from './format.ts'
export type { Span } from './markup.ts'
export { spans, unmarked } from './markup.ts'
export { goals } from './mentions.ts'
export type { LevelContext, Parsed } from './parse.ts'
export { parse, parseWithSource, withoutIgnored } from './parse.ts'
export { countWords, minutesToRead } from './reading.ts'
export type { Schema } from './schema.ts'
export { consequencesSchema, levelSchema } from './schema.ts'
export { named } from './shape.ts'
export type { Path, Source } from './source.ts'
export { readSource } from './source.ts'
export { choiceTag } from './tag.ts'
export { flagFacts } from './world.ts'
