/** The level room: what was written becomes a Level, or problems with their places. */
export type { Span } from './markup.ts'
export { spans, unmarked } from './markup.ts'
export { choiceTag } from './tag.ts'
