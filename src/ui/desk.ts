/** What every part of the page may ask of the page itself: open a card over it, or send an intent to the door. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CitationView, PageIntent } from '../view/index.ts'

/** Something opened over the page. `menu` holds the matter's code, saves and settings. */
export type Card =
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'law'; readonly id: string }
  | { readonly kind: 'citation'; readonly citation: CitationView }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'menu' }

export interface Desk {
  readonly send: (intent: PageIntent) => void
  readonly open: (card: Card) => void
}

export const DeskContext = createContext<Desk>({ send: () => {}, open: () => {} })

export const useDesk = (): Desk => useContext(DeskContext)
