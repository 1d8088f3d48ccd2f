/**
 * The page's address. The fragment says what to open and never leaves the browser; the query holds switches for
 * the stage.
 */
import { didYouMean, type Problem } from '../base/index.ts'

export type Address =
  | { readonly kind: 'start' }
  | { readonly kind: 'play'; readonly matter: string }
  | { readonly kind: 'code'; readonly code: string }
  /** The law room, at a place of it. */
  | { readonly kind: 'law'; readonly at: string }
  /** An anchor inside the page, such as a skip link: nothing to open. */
  | { readonly kind: 'anchor'; readonly id: string }
  | { readonly kind: 'unknown'; readonly problem: Problem }

const longest = 400
/** A state of the conflict lab names its facts. */
const longestLab = 6000

const unknown = (what: string, mend: string): Address => ({
  kind: 'unknown',
  problem: {
    code: 'unknown-address',
    severity: 'error',
    where: { file: 'the address of this page' },
    what,
    why: 'The part after # says what to open, so the page does not know what you came for. No save has been touched.',
    mend,
  },
})

/** Reads the fragment (with or without its `#`). `anchors` are the ids a skip link may point at. */
export const readAddress = (fragment: string, anchors: (id: string) => boolean = () => false): Address => {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { kind: 'start' }
  if (text.length > (text.startsWith('law=') ? longestLab : longest))
    return unknown(
      `The address is ${text.length} characters long after the #.`,
      'Ask for the link again, or start below.',
    )
  const cut = text.indexOf('=')
  if (cut < 0 && anchors(text)) return { kind: 'anchor', id: text }
  const word = cut < 0 ? text : text.slice(0, cut)
  let rest = ''
  try {
    rest = cut < 0 ? '' : decodeURIComponent(text.slice(cut + 1))
  } catch {
    return unknown('The address is damaged: a % in it stands alone.', 'Ask for the link again, or start below.')
  }
  if (word === 'code' && rest !== '') return { kind: 'code', code: rest }
  if (word === 'play' && /^[a-z0-9-]+$/.test(rest)) return { kind: 'play', matter: rest }
  if (word === 'law' && /^[\w.:/,-]*$/.test(rest)) return { kind: 'law', at: rest }
  const near = didYouMean(word, ['code', 'law', 'play'])
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text
  return unknown(
    `The address ends in "#${shown}", and this page knows only "#play=" with a matter, "#code=" with a result code and "#law=" with a place in the law room.`,
    near ? `Did you mean "#${near}="? Otherwise start below.` : 'Check the link, or start below.',
  )
}

/** An address as a fragment; empty for the start page. */
export const writeAddress = (address: Address): string =>
  address.kind === 'play'
    ? `#play=${address.matter}`
    : address.kind === 'code'
      ? `#code=${encodeURIComponent(address.code)}`
      : address.kind === 'law'
        ? `#law=${address.at}`
        : ''

/** Switches for the stage, for tests and for slow machines: `?still`, `?renderer=canvas`. */
export interface Switches {
  readonly still: boolean
  readonly renderer: 'webgl' | 'canvas' | null
}

/** Reads the query; what it does not know it ignores. */
export const readSwitches = (query: string): Switches => {
  const found = new URLSearchParams(query)
  const renderer = found.get('renderer')
  return {
    still: found.has('still'),
    renderer: renderer === 'webgl' || renderer === 'canvas' ? renderer : null,
  }
}
