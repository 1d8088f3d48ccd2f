/** The arguments and motions as they are shipped, and the courts they are heard in. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ArgumentFile, type CourtBelow, type Dossier, dossierOf } from '../../src/debate/index.ts'
import { shippedLaw } from '../law/shipped.ts'

const folder = resolve(import.meta.dirname, '../../levels/arguments')

/** File names, in the order of the alphabet, with their texts. */
export const argumentTexts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => [name, readFileSync(resolve(folder, name), 'utf8')]),
)

/** The files, in the order of their names. */
export const argumentFiles: readonly ArgumentFile[] = Object.values(argumentTexts).map(
  text => JSON.parse(text) as ArgumentFile,
)

/** All of them as one. */
export const dossier: Dossier = dossierOf(argumentFiles)

/** Every court of the law files, with the court above it. */
export const courts: readonly CourtBelow[] = shippedLaw.flatMap(law => law.courts ?? [])
