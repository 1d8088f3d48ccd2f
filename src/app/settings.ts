/** The player's settings: read from the shelf without trusting it, written back on every change. */
import type { Settings } from '../view/index.ts'
import type { Shelf } from './shelf.ts'

const key = 'comity.settings'

/** What a first visit gets. */
export const firstSettings: Settings = { theme: 'auto', motion: 'auto', predictions: true, stage: false }

const oneOf = <T>(value: unknown, words: readonly T[], otherwise: T): T =>
  words.find(word => word === value) ?? otherwise

/** The settings on the shelf; anything unreadable falls back, setting by setting, to the first visit's. */
export const readSettings = (shelf: Shelf): Settings => {
  let value: Partial<Record<keyof Settings, unknown>> = {}
  try {
    value = Object(JSON.parse(shelf.read(key) ?? '{}'))
  } catch {
    // an unreadable setting is worth no message: the first visit's settings stand
  }
  return {
    theme: oneOf(value.theme, ['auto', 'light', 'dark'] as const, firstSettings.theme),
    motion: oneOf(value.motion, ['auto', 'reduced'] as const, firstSettings.motion),
    predictions: oneOf(value.predictions, [true, false], firstSettings.predictions),
    stage: oneOf(value.stage, [true, false], firstSettings.stage),
  }
}

/** Writes the settings. False when the browser did not keep them. */
export const writeSettings = (shelf: Shelf, settings: Settings): boolean => shelf.write(key, JSON.stringify(settings))
