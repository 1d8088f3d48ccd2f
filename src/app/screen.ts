/** From what the session holds to what the page is shown. */
import type { Problem } from '../base/index.ts'
import type { State } from '../game/index.ts'
import type { LawRoom, MatterCard, Notice, OpeningView, ScreenView, Settings, StageStatus } from '../view/index.ts'
import type { Opened } from './loading.ts'
import { remember } from './once.ts'
import { loadSave } from './saves.ts'
import type { Shelf } from './shelf.ts'

/** A matter being played. */
export interface Playing extends Opened {
  readonly state: State
  /** Documents opened so far. */
  readonly seen: readonly string[]
}

export type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'loading'; readonly what: string; readonly opening?: OpeningView }
  | { readonly kind: 'play'; readonly playing: Playing }
  | { readonly kind: 'law'; readonly room: LawRoom }
  | {
      readonly kind: 'problem'
      readonly title: string
      readonly problems: readonly Problem[]
      readonly kept: string | null
    }

export interface SessionState {
  readonly page: Page
  readonly notices: readonly Notice[]
  readonly settings: Settings
  /** Whether the stage is asked for now; the setting only says whether it is so at first. */
  readonly curtain: boolean
  readonly stage: StageStatus
  /** The choice under the pointer or the focus. */
  readonly focused: string | null
  /** Counts changes of the shelf, so that the cards of the docket are read again. */
  readonly shelved: number
}

/** A card of the docket, as the build made it. */
export type Card = Omit<MatterCard, 'saved'>

/** The card with its saved play, if there is one that can be read. */
const withSave = (shelf: Shelf, card: Card): MatterCard => {
  const save = loadSave(shelf, card.id)
  return { ...card, saved: save?.ok ? { ...save.value.at, decisions: save.value.play.choices.length } : null }
}

/** Makes screens; gives the same object again while nothing it shows has changed. */
export const openScreens = (shelf: Shelf, docket: readonly Card[], lawDate: string | undefined) => {
  const cards = remember((_shelved: number) => docket.map(card => withSave(shelf, card)))
  // A hearing is played without the directions; they are for practice.
  const view = remember(({ table, matter, state, seen }: Playing, wanted: boolean) =>
    table.caseView(matter, state, { mode: state.mode, seen, showPredictions: wanted && state.mode === 'practice' }),
  )
  const compose = remember(
    (page: Page, notices: readonly Notice[], settings: Settings, stage: StageStatus, shelved: number): ScreenView => {
      const common = { notices, settings, ...(lawDate ? { lawDate } : {}) }
      if (page.kind === 'start') return { ...common, kind: 'start', matters: cards(shelved) }
      if (page.kind === 'play')
        return { ...common, kind: 'play', case: view(page.playing, settings.predictions), stage }
      if (page.kind === 'law') return { ...common, kind: 'law', law: page.room.view }
      return { ...common, ...page }
    },
  )
  // Only the start page shows saves: elsewhere a change of the shelf changes nothing to see.
  return ({ page, notices, settings, stage, shelved }: SessionState): ScreenView =>
    compose(page, notices, settings, stage, page.kind === 'start' ? shelved : 0)
}
