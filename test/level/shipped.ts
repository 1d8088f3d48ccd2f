/** What ships, for tests: the law, and a small good level in one file. */
import { readdirSync, readFileSync } from 'node:fs'
import type { LawFile } from '../../src/law/index.ts'

const law = new URL('../../levels/law/', import.meta.url)

/** The shipped law, with its glossary. */
export const shippedLaw: readonly LawFile[] = readdirSync(law)
  .filter(name => name.endsWith('.json') && name !== 'consequences.json')
  .sort()
  .map(name => JSON.parse(readFileSync(new URL(name, law), 'utf8')) as LawFile)

/** The text of the shipped consequence model. */
export const consequenceText = readFileSync(new URL('consequences.json', law), 'utf8')

/** The text of the good level in which each broken level makes one mistake. */
export const goodText = readFileSync(new URL('good.json', import.meta.url), 'utf8')

/** A text with one part replaced, which must be there exactly once. */
export const replaced = (text: string, part: string, by: string): string => {
  if (text.split(part).length !== 2) throw new Error(`"${part}" must be there exactly once`)
  return text.replace(part, () => by)
}
