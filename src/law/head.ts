/** What a rule can conclude, and what opposes it. A head has a key that reads aloud: `oblige us disclose-content`, `!p`. */
import type { Claim, Head } from './pack.ts'

export const modalities = ['oblige', 'forbid', 'permit', 'excuse'] as const
export type Modality = (typeof modalities)[number]

/** A head with its order made plain. */
export type Target =
  | { readonly kind: 'atom'; readonly atom: string; readonly contrary: boolean }
  | { readonly kind: 'norm'; readonly order: string; readonly modality: Modality; readonly act: string }

/** Splits a head; `order` counts only for norms. */
export const targetOf = (head: Head, order: string): Target => {
  if ('conclude' in head) {
    const text = head.conclude.trim()
    return text.startsWith('!')
      ? { kind: 'atom', atom: text.slice(1).trim(), contrary: true }
      : { kind: 'atom', atom: text, contrary: false }
  }
  for (const modality of modalities)
    if (modality in head) return { kind: 'norm', order, modality, act: (head as Record<Modality, string>)[modality] }
  throw new Error(`a head concludes nothing: ${JSON.stringify(head)}`)
}

/** The head's name: unique in a pack. */
export const keyOf = (t: Target): string =>
  t.kind === 'atom' ? `${t.contrary ? '!' : ''}${t.atom}` : `${t.modality} ${t.order} ${t.act}`

/** A head as the command line writes it: `oblige us disclose-content`, `p`, `!p`. Null when it is neither. */
export const readHead = (text: string): Claim | null => {
  const words = text.trim().split(/\s+/)
  const [modality, order, act] = words
  if (words.length === 3 && (modalities as readonly string[]).includes(modality!))
    return { order: order!, [modality!]: act! } as unknown as Claim
  return words.length === 1 && /^!?\w/.test(words[0]!) ? { conclude: words[0]! } : null
}

/** An obligation makes a permission; a prohibition, the permission not to. */
export const madeBy: Partial<Record<Modality, Modality>> = { permit: 'oblige', excuse: 'forbid' }

const against: Readonly<Record<Modality, readonly Modality[]>> = {
  oblige: ['forbid', 'excuse'],
  forbid: ['oblige', 'permit'],
  permit: ['forbid'],
  excuse: ['oblige'],
}

/** The heads that oppose this one: within one order for norms, anywhere for atoms. */
export const opposed = (t: Target): readonly Target[] =>
  t.kind === 'atom' ? [{ ...t, contrary: !t.contrary }] : against[t.modality].map(modality => ({ ...t, modality }))
