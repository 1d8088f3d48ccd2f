/** How large a file of this room may be, and the text with places that it is read as. */
import type { Result } from '../base/index.ts'
import { readSource as readBounded, type Source } from '../law/index.ts'

export type { Path, Source } from '../law/index.ts'

const bounds = {
  bytes: 1_000_000,
  depth: 40,
  split: 'Cut documents and scenes that no play needs, or split the matter in two.',
} as const

/** Reads a level or a consequence file as JSON with places, or says everything that keeps it from being JSON. */
export const readSource = (written: string, file?: string): Result<Source> => readBounded(written, file, bounds)
