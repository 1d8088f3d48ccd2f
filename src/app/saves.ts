/**
 * Saved plays. What is saved is the Play, never the state: a save is replayed, so it cannot hold what the rules would not.
 *
 * Everything read here comes from outside and may be broken, foreign or old. A text that cannot be used is kept
 * under another key, word for word, and goes out with the next export.
 */
import { fail, ok, type Problem, type Result } from '../base/index.ts'
import type { Play } from '../game/index.ts'
import type { Shelf } from './shelf.ts'

export interface Save {
  readonly play: Play
  /** Documents the player has opened. */
  readonly seen: readonly string[]
  /** Where the play stood, in words, so that the start page need not load the matter. */
  readonly at: { readonly scene: string; readonly date: string; readonly ended: boolean }
}

/** A text set aside, with the reason. */
export interface Kept {
  readonly why: string
  readonly raw: string
}

const saveKey = (matter: string) => `comity.save.${matter}`
const keptPrefix = 'comity.kept.'

/** No play is longer than this; a longer list did not come from this game. */
const mostChoices = 500
/** An import larger than this is refused unread. */
export const mostCharacters = 2_000_000

const id = /^[a-z0-9]+(-[a-z0-9]+)*$/
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 300
const isId = (value: unknown): value is string => isText(value) && id.test(value)

const broken = (file: string, what: string): Problem => ({
  code: 'broken-save',
  severity: 'error',
  where: { file },
  what,
  why: 'A save is a list of choices to replay; without a whole one the play cannot be rebuilt.',
  mend: 'Start the matter again, or enter its result code.',
})

/** A Play out of parsed JSON, or the first thing that keeps it from being one. */
const playFrom = (value: unknown): Play | string => {
  if (!isRecord(value)) return 'it holds no play'
  const { level, version, content, mode, seed, choices } = value
  if (!isId(level)) return 'it does not name its matter'
  if (!isText(version) || !isText(content)) return 'it does not say which version of the matter it was played on'
  if (mode !== 'practice' && mode !== 'hearing') return 'its mode is neither "practice" nor "hearing"'
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed) || seed < 0) return 'its seed is no whole number'
  if (!Array.isArray(choices) || choices.length > mostChoices || !choices.every(isId))
    return 'its choices are not a list of ids'
  return { level, version, content, mode, seed, choices }
}

const saveFrom = (value: unknown): Save | string => {
  const play = playFrom(isRecord(value) && 'play' in value ? value.play : value)
  if (typeof play === 'string') return play
  const { seen, at } = isRecord(value) ? value : {}
  return {
    play,
    seen: Array.isArray(seen) ? seen.filter(isId).slice(0, mostChoices) : [],
    at:
      isRecord(at) && isText(at.scene) && isText(at.date)
        ? { scene: at.scene, date: at.date, ended: at.ended === true }
        : { scene: '', date: '', ended: false },
  }
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A save as text, and back by `readSave`. */
export const writeSave = (save: Save): string => JSON.stringify({ comity: 'save', format: 1, ...save })

/** A save from text. `file` names the source in problems. */
export const readSave = (text: string, file: string): Result<Save> => {
  const value = json(text)
  if (value === undefined) return fail(broken(file, 'The save is not JSON: it was cut short or changed.'))
  if (isRecord(value) && typeof value.format === 'number' && value.format !== 1)
    return fail(broken(file, `The save is of format ${value.format}; this game reads format 1.`))
  const save = saveFrom(value)
  return typeof save === 'string' ? fail(broken(file, `The save cannot be used: ${save}.`)) : ok(save)
}

/** The save of a matter: null when there is none. */
export const loadSave = (shelf: Shelf, matter: string): Result<Save> | null => {
  const text = shelf.read(saveKey(matter))
  if (text === null) return null
  const save = readSave(text, `the saved play of ${matter}`)
  if (save.ok && save.value.play.level !== matter)
    return fail(broken(`the saved play of ${matter}`, `The save is of another matter, "${save.value.play.level}".`))
  return save
}

/** Saves a play under its matter. False when the browser did not keep it. */
export const storeSave = (shelf: Shelf, save: Save): boolean => shelf.write(saveKey(save.play.level), writeSave(save))

/** The stored text of a matter's save, word for word. */
export const rawSave = (shelf: Shelf, matter: string): string | null => shelf.read(saveKey(matter))

/** Removes a matter's save. What was kept aside stays. */
export const eraseSave = (shelf: Shelf, matter: string): void => shelf.remove(saveKey(matter))

/** Sets a text aside under a key of its own, once however often it is met. */
export const keepAside = (shelf: Shelf, raw: string, why: string): void => {
  const keys = shelf.keys(keptPrefix)
  if (keys.some(key => keptFrom(shelf.read(key))?.raw === raw)) return
  const last = keys.reduce((most, key) => Math.max(most, Number(key.slice(keptPrefix.length)) || 0), 0)
  shelf.write(`${keptPrefix}${String(last + 1).padStart(6, '0')}`, JSON.stringify({ why, raw } satisfies Kept))
}

const keptFrom = (text: string | null): Kept | null => {
  const value = text === null ? null : json(text)
  return isRecord(value) && typeof value.raw === 'string' ? { raw: value.raw, why: String(value.why ?? '') } : null
}

/** Everything set aside, oldest first. */
export const listKept = (shelf: Shelf): readonly Kept[] =>
  shelf.keys(keptPrefix).flatMap(key => keptFrom(shelf.read(key)) ?? [])

/** Everything of value as one file: the saves that can be read, and every text that cannot, word for word. */
export const exportSaves = (shelf: Shelf): string => {
  const saves: Save[] = []
  const kept: Kept[] = [...listKept(shelf)]
  for (const key of shelf.keys(saveKey(''))) {
    const raw = shelf.read(key)
    if (raw === null) continue
    const save = readSave(raw, key)
    if (save.ok) saves.push(save.value)
    else if (!kept.some(k => k.raw === raw)) kept.push({ raw, why: save.problems[0]!.what })
  }
  return `${JSON.stringify({ comity: 'saves', format: 1, saves, kept }, null, 2)}\n`
}

export interface Import {
  readonly saves: readonly Save[]
  readonly kept: readonly Kept[]
}

/** Reads an exported file, a single save, or a bare play. */
export const readImport = (text: string, name: string): Result<Import> => {
  const refuse = (what: string) =>
    fail({
      code: 'bad-save-file',
      severity: 'error',
      where: { file: name },
      what,
      why: 'Nothing has been changed: your own saves are as they were.',
      mend: 'Choose a file that "Save to a file" wrote, or paste the result code instead.',
    })
  if (text.length > mostCharacters) return refuse('The file is too large to be a save.')
  const value = json(text)
  if (value === undefined) return refuse('The file is not JSON, so it is no save of this game.')
  if (!isRecord(value) || !Array.isArray(value.saves)) {
    const save = saveFrom(value)
    return typeof save === 'string' ? refuse(`The file is no save: ${save}.`) : ok({ saves: [save], kept: [] })
  }
  if (value.format !== 1) return refuse(`The file is of format ${String(value.format)}; this game reads format 1.`)
  const saves: Save[] = []
  const kept = (Array.isArray(value.kept) ? value.kept : []).flatMap(k => keptFrom(JSON.stringify(k)) ?? [])
  for (const [i, entry] of value.saves.entries()) {
    const save = saveFrom(entry)
    if (typeof save === 'string') kept.push({ raw: JSON.stringify(entry), why: `save ${i + 1} of ${name}: ${save}` })
    else saves.push(save)
  }
  if (saves.length === 0 && kept.length === 0) return refuse('The file holds no play.')
  return ok({ saves, kept })
}
