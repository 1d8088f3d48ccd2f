/**
 * What a play is made of. Everything here is plain data: undo, saves, replays and tests come free.
 */
import type { Day } from '../base/index.ts'
import type { Exposure, Facts } from '../law/index.ts'

/** `exposure.us`, `trust.eu-consumers`, `justice`, `treasury`, `standing`. All are integers from 0 to 100. */
export type MeterId = string

/** Why a meter moved: a rule of the consequence model or of the law, the authorities behind it, one sentence. */
export interface Reason {
  readonly rule: string
  readonly authorities: readonly string[]
  readonly why: string
}

/** One meter moved, once. Sums of changes plus the meters of `start` are the meters of any later state. */
export interface Change {
  readonly choice: string
  readonly meter: MeterId
  /** What it moved by, after bounds. Never 0. */
  readonly by: number
  /** At least one. */
  readonly reasons: readonly Reason[]
}

/** A duty not met or a prohibition broken, while it lasts. */
export interface Breach {
  readonly order: string
  readonly act: string
  /** Did what is forbidden, or left undone what is owed. */
  readonly manner: 'did' | 'omitted'
  readonly level: 'certain' | 'possible'
  /** Law rules that make it one, and the authorities they cite. Neither is ever empty in shipped law. */
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
  readonly since: Day
  /** For a deed: what it may cost, by the law of the moment it was done. What an omission may cost depends on today. */
  readonly costs?: readonly Exposure[]
}

/** One outcome of a chance scene, settled by the seed. */
export interface Chance {
  readonly scene: string
  readonly outcome: string
}

/** Practice may look back and undo; a hearing may not. The rules are the same. */
export type Mode = 'practice' | 'hearing'

/** One choice made, and everything that followed before the next one. */
export interface Decision {
  readonly scene: string
  readonly choice: string
  readonly day: Day
  readonly changes: readonly Change[]
  /** Outcomes of chance settled on the way to the next scene. */
  readonly chances: readonly Chance[]
}

/** Everything that undo would take back, and nothing else. */
export interface State {
  /** The scene that is open; at an ending, the last one that was. */
  readonly scene: string
  readonly day: Day
  readonly forum: string | null
  readonly facts: Facts
  /** Acts done so far, once each, in order. */
  readonly acts: readonly string[]
  /** Acts whose time has come: left undone while owed, they are breaches. */
  readonly due: readonly string[]
  readonly meters: Readonly<Record<MeterId, number>>
  readonly breaches: readonly Breach[]
  /** Chance settled before the first decision, when a matter opens on it. */
  readonly opening: readonly Chance[]
  readonly made: readonly Decision[]
  readonly mode: Mode
  readonly seed: number
  readonly ending: string | null
}

/** The one record: saved game, golden test, pupil's work, bug report. */
export interface Play {
  readonly level: string
  readonly version: string
  /** Tag of level and law together, 20 bits as four letters of Crockford base 32. */
  readonly content: string
  readonly mode: Mode
  readonly seed: number
  readonly choices: readonly string[]
}

/** Only animates; dropping every cue loses nothing. */
export type Cue =
  | { readonly kind: 'moved'; readonly meter: MeterId; readonly by: number }
  | { readonly kind: 'travelled'; readonly what: string; readonly from: string; readonly to: string }
  | { readonly kind: 'breached' | 'closed'; readonly order: string; readonly act: string }
  | { readonly kind: 'ended'; readonly ending: string }
