/** What an order says, as colour, hatch and word together, and which order speaks for which country. Pure. */
import type { ChoiceView, StageView, Verdict } from '../view/index.ts'

/** The focused choice's verdicts, one per order, or null when no choice is in focus. */
export type Says = ChoiceView['says'] | null

/** A pattern that can be told from every other without its colour. */
export type Hatch = 'diagonal' | 'cross' | 'dots' | 'waves' | 'bars' | 'none'

export interface Mark {
  readonly word: string
  readonly colour: string
  readonly hatch: Hatch
  /** Contested law has a broken border. */
  readonly dash: readonly number[]
}

/** One mark per verdict; no two share a colour, a word, or hatch and border together. */
export const marks: Readonly<Record<Verdict, Mark>> = {
  obliges: { word: 'obliges', colour: '#f2b441', hatch: 'diagonal', dash: [] },
  forbids: { word: 'forbids', colour: '#f0635a', hatch: 'cross', dash: [] },
  permits: { word: 'permits', colour: '#6fce8b', hatch: 'dots', dash: [] },
  excuses: { word: 'excuses', colour: '#8fb2ff', hatch: 'bars', dash: [] },
  contested: { word: 'contested', colour: '#d39bf0', hatch: 'waves', dash: [7, 5] },
  silent: { word: 'silent', colour: '#9fb0c2', hatch: 'none', dash: [2, 4] },
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
