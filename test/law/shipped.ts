/** The law as it is shipped: every file of `levels/law/` but the consequence model, which is not law. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LawFile } from '../../src/law/index.ts'

const folder = resolve(import.meta.dirname, '../../levels/law')

/** File names without `.json`, in the order of the alphabet. */
export const lawNames: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.json') && name !== 'consequences.json')
  .map(name => name.replace(/\.json$/, ''))
  .sort()

/** The files, in the order of their names. */
export const shippedLaw: readonly LawFile[] = lawNames.map(
  name => JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8')) as LawFile,
)
