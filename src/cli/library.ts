/** What ships with the game: matters, law and the consequence model, found beside this program wherever it is run from. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { didYouMean, fail, ok, type Problem, type Result } from '../base/index.ts'
import { type ConsequenceFile, type Matter, prepare } from '../game/index.ts'
import type { LawFile } from '../law/index.ts'
import { type Level, parse } from '../level/index.ts'
import { kindOf } from './kind.ts'
import type { Io } from './terminal.ts'

const levels = new URL('../../levels/', import.meta.url)

/** In the law folder, but not law: Comity's own model. */
const model = 'consequences.json'

const json = async (url: URL): Promise<unknown> => JSON.parse(await readFile(url, 'utf8'))

/** Paths of the shipped law files, in the order of their names. */
export const lawPaths = async (): Promise<readonly string[]> =>
  (await readdir(new URL('law/', levels)))
    .filter(name => name.endsWith('.json') && name !== model)
    .sort()
    .map(name => fileURLToPath(new URL(`law/${name}`, levels)))

/** Paths of the shipped files of arguments, in the order of their names. */
export const argumentPaths = async (): Promise<readonly string[]> =>
  (await readdir(new URL('arguments/', levels)))
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => fileURLToPath(new URL(`arguments/${name}`, levels)))

const readLaw = async (): Promise<readonly LawFile[]> =>
  Promise.all((await lawPaths()).map(async path => JSON.parse(await readFile(path, 'utf8')) as LawFile))

let law: Promise<readonly LawFile[]> | undefined

/** The shipped law, read once. */
export const shippedLaw = (): Promise<readonly LawFile[]> => {
  law ??= readLaw()
  return law
}

/** The shipped consequence model. */
export const shippedConsequences = async (): Promise<ConsequenceFile> =>
  (await json(new URL(`law/${model}`, levels))) as ConsequenceFile

/** Ids of the shipped matters, in order; each is the name of its folder. */
export const shippedLevels = async (): Promise<readonly string[]> => {
  const folders = (await readdir(levels, { withFileTypes: true })).filter(entry => entry.isDirectory())
  const found = await Promise.all(
    folders.map(async ({ name }) =>
      (await readdir(new URL(`${name}/`, levels))).includes('level.json') ? [name] : [],
    ),
  )
  return found.flat().sort()
}

/** The path of a shipped level's file. */
export const levelPath = (id: string): string => fileURLToPath(new URL(`${id}/level.json`, levels))

const looksLikePath = (name: string) => /[\\/]|\.json$|^\.+$/.test(name)

const noLevel = (name: string, ids: readonly string[]): Problem => {
  const meant = didYouMean(name, ids)
  return {
    code: 'no-such-level',
    severity: 'error',
    where: {},
    what: `There is no shipped matter "${name}".`,
    why: `Shipped are ${ids.join(', ')}.`,
    mend: `${meant ? `Did you mean "${meant}"? ` : ''}A level of your own is named by its file: ./${name}.json`,
  }
}

/** The file of that name, or the level in the folder of that name. */
const readFolder = async (name: string, io: Pick<Io, 'read'>): Promise<{ file: string; text: string }> => {
  try {
    return { file: name, text: await io.read(name) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
    const file = join(name, 'level.json')
    return { file, text: await io.read(file) }
  }
}

const notLevel = (file: string, kind: 'law' | 'arguments' | 'consequences'): Problem => ({
  code: 'no-level',
  severity: 'error',
  where: { file },
  what: `This is a ${{ law: 'law file', arguments: 'file of arguments', consequences: 'consequence file' }[kind]}, not a level.`,
  why: 'Only a level can be played.',
  mend: `A level has "scenes" and "endings". To check this file: comity check ${file}`,
})

/** Reads a level by id or path, with the shipped law as its world. */
export const readLevel = async (name: string, io: Pick<Io, 'read'>): Promise<Result<Level>> => {
  const law = await shippedLaw()
  if (looksLikePath(name)) {
    const { file, text } = await readFolder(name, io)
    const kind = kindOf(file, text)
    return kind === 'law' || kind === 'arguments' || kind === 'consequences'
      ? fail(notLevel(file, kind))
      : parse(text, { file, law })
  }
  const ids = await shippedLevels()
  if (!ids.includes(name)) return fail(noLevel(name, ids))
  return parse(await readFile(levelPath(name), 'utf8'), { file: `levels/${name}/level.json`, law })
}

/** A level by id or path, ready to play under the shipped law. Its warnings and hints do not stand in the way. */
export const readMatter = async (name: string, io: Pick<Io, 'read'>): Promise<Result<Matter>> => {
  const level = await readLevel(name, io)
  if (!level.ok) return fail(...level.problems.filter(problem => problem.severity === 'error'))
  const matter = prepare(level.value, await shippedLaw(), await shippedConsequences())
  if (matter.ok) return ok(matter.value)
  const file = basename(name) === name && !looksLikePath(name) ? `levels/${name}/level.json` : name
  return fail(...matter.problems.map(problem => ({ ...problem, where: { file, ...problem.where } })))
}
