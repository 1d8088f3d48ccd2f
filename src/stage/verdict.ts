/** What an order says, as colour, hatch and word together, and which order speaks for which country. Pure. */
import type { ChoiceView, StageView, Verdict } from '../view/index.ts'

/** The focused choice's verdicts, one per order, or null when no choice is in focus. */
export type Says = ChoiceView['says'] | null

/** A pattern that can be told from every other without its colour; the page draws the same. */
export type Hatch = 'uprights' | 'slant' | 'dots' | 'bars' | 'cross' | 'none'

export interface Mark {
  readonly word: string
  /** On a dark chart, and on a paper one. */
  readonly dark: string
  readonly light: string
  readonly hatch: Hatch
  /** Contested law has a broken border, silence a dotted one. */
  readonly dash: readonly number[]
}

/** One mark per verdict; no two share a colour, a word, or hatch and border together. */
export const marks: Readonly<Record<Verdict, Mark>> = {
  obliges: { word: 'obliges', dark: '#f0b24c', light: '#8a5300', hatch: 'uprights', dash: [] },
  forbids: { word: 'forbids', dark: '#ff8a7a', light: '#ab241c', hatch: 'slant', dash: [] },
  permits: { word: 'permits', dark: '#6fd3a4', light: '#17653f', hatch: 'dots', dash: [] },
  excuses: { word: 'excuses', dark: '#8cc2f2', light: '#1a5a94', hatch: 'bars', dash: [] },
  contested: { word: 'contested', dark: '#cdb2fa', light: '#6237ae', hatch: 'cross', dash: [7, 5] },
  silent: { word: 'silent', dark: '#9fb1c8', light: '#56667b', hatch: 'none', dash: [2, 4] },
}

/** One order as the chart lights it: its countries, and its word on the focused choice (null: none is in focus). */
export interface Lit {
  readonly id: string
  readonly name: string
  readonly countries: readonly string[]
  readonly verdict: Verdict | null
}

/** The order of fewest countries speaks for a country that several claim: Ireland for itself, not the Union for it. */
export const light = (orders: StageView['orders'], says: Says): readonly Lit[] => {
  const owner = new Map<string, string>()
  for (const order of [...orders].sort((a, b) => b.countries.length - a.countries.length))
    for (const country of order.countries) owner.set(country, order.id)
  return orders.map(order => ({
    id: order.id,
    name: order.name,
    countries: order.countries.filter(country => owner.get(country) === order.id),
    verdict: says ? (says.find(s => s.order === order.id)?.verdict ?? 'silent') : null,
  }))
}
