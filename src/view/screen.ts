/** The screens of the page, and what a person can ask for on each. `app` makes them, `ui` draws them. */
import type { Problem } from '../base/index.ts'
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

export type ScreenView = {
  readonly notices: readonly Notice[]
  readonly settings: Settings
  /** The day the law files were last checked, in words: shown beside "a teaching model, not legal advice". */
  readonly lawDate?: string
} & (
  | { readonly kind: 'start'; readonly matters: readonly MatterCard[] }
  | { readonly kind: 'loading'; readonly what: string }
  | { readonly kind: 'play'; readonly case: CaseView; readonly stage: StageStatus }
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
  | { readonly kind: 'enter-code'; readonly code: string }
  | { readonly kind: 'stage'; readonly on: boolean }
  | { readonly kind: 'settings'; readonly change: Partial<Settings> }
  | { readonly kind: 'dismiss'; readonly notice: string }
  | { readonly kind: 'export-save' }
  | { readonly kind: 'import-save'; readonly text: string; readonly name: string }
  | { readonly kind: 'erase-save'; readonly matter: string }
