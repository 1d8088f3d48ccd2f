/** The same question on every day on which the law changed: for each order, the stretches in which it said one thing. */
import { addDays, type Day, writeDay } from '../base/index.ts'
import { ask, firstDay, type Lab, lastDay, placeOf } from './labstate.ts'
import type { LabState, StripView } from './lawroom.ts'
import type { Verdict } from './types.ts'
import { listed } from './words.ts'

interface Stretch {
  readonly verdict: Verdict
  readonly from: Day
  to: Day
}

/** The strip of a question, whatever day it is asked on. Orders that never speak are named apart. */
export const stripOf = (lab: Lab, state: LabState): StripView => {
  const stretches = new Map<string, Stretch[]>(lab.orders.map(order => [order, []]))
  const end = addDays(lastDay, 1)
  for (const day of [firstDay, ...lab.days]) {
    const law = ask(lab, { ...state, day })
    for (const order of lab.orders) {
      const own = stretches.get(order)!
      const verdict = law.says(order, state.act)
      const last = own.at(-1)
      if (last?.verdict === verdict) continue
      if (last) last.to = day
      own.push({ verdict, from: day, to: end })
    }
  }
  const speaks = (order: string) => stretches.get(order)!.some(({ verdict }) => verdict !== 'silent')
  const rows = lab.orders.filter(speaks).map(order => ({
    order,
    name: lab.book.orderName(order),
    stretches: stretches.get(order)!.map(({ verdict, from, to }) => {
      const until = to === end ? '' : ` until ${writeDay(addDays(to, -1))}`
      return {
        verdict,
        from,
        to,
        text: `${from === firstDay ? '' : `from ${writeDay(from)}`}${until}`.trim() || 'throughout',
        start: placeOf(from),
        width: placeOf(to) - placeOf(from),
      }
    }),
  }))
  const turns = [...new Set(rows.flatMap(row => row.stretches.slice(1).map(({ from }) => from)))].sort()
  return {
    rows,
    silent: lab.orders.filter(order => !speaks(order)).map(lab.book.orderName),
    turns: turns.map(day => {
      const moved = rows.flatMap(row => {
        const now = row.stretches.find(({ from }) => from === day)
        return now ? [`${row.name}: ${now.verdict}`] : []
      })
      return { day, text: `${writeDay(day)}: ${listed(moved)}` }
    }),
  }
}
