/** The screens of the page, and what a person can ask for on each. `app` makes them, `ui` draws them. */
import type { Problem } from '../base/index.ts'
import type { LabChange, LawRoomView } from './lawroom.ts'
import type { CaseView, Intent } from './types.ts'

export interface MatterCard {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly brief: string
  readonly date: string
  readonly minutes: number
  /** A saved play to resume, when there is one. */
  readonly saved: {
    readonly scene: string
    readonly date: string
    readonly decisions: number
    readonly ended: boolean
  } | null
}

/** `asked` loading, `on` drawing, `still` one picture (reduced motion or slow graphics), `failed` told and survived. */
export type StageStatus = 'off' | 'loading' | 'on' | 'still' | 'failed'

export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'warning'
  readonly text: string
}

export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark'
  readonly motion: 'auto' | 'reduced'
  readonly predictions: boolean
  readonly stage: boolean
}

/** A case before its law has arrived: scene, picture, papers and meters of its first moment; no answers yet, no law. */
export type OpeningView = Omit<CaseView, 'law'>

export type ScreenView = {
  readonly notices: readonly Notice[]
  readonly settings: Settings
  /** The day the law files were last checked, in words: shown beside "a teaching model, not legal advice". */
  readonly lawDate?: string
} & (
  | { readonly kind: 'start'; readonly matters: readonly MatterCard[] }
  /** `opening`: what can be read already, of a matter that is fetched to be played from its start. */
  | { readonly kind: 'loading'; readonly what: string; readonly opening?: OpeningView }
  | { readonly kind: 'play'; readonly case: CaseView; readonly stage: StageStatus }
  | { readonly kind: 'law'; readonly law: LawRoomView }
  | {
      readonly kind: 'problem'
      readonly title: string
      readonly problems: readonly Problem[]
      readonly kept: string | null
    }
)

/** Everything the page can ask of `app`. */
export type PageIntent =
  | Intent
  | { readonly kind: 'start'; readonly matter: string; readonly mode: 'practice' | 'hearing' }
  | { readonly kind: 'resume'; readonly matter: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'home' }
  /** A change in the conflict lab. */
  | { readonly kind: 'lab'; readonly change: LabChange }
  | { readonly kind: 'enter-code'; readonly code: string }
  | { readonly kind: 'stage'; readonly on: boolean }
  | { readonly kind: 'settings'; readonly change: Partial<Settings> }
  | { readonly kind: 'dismiss'; readonly notice: string }
  | { readonly kind: 'export-save' }
  | { readonly kind: 'import-save'; readonly text: string; readonly name: string }
  | { readonly kind: 'erase-save'; readonly matter: string }
