/** A state as text: a third view beside page and stage, for tests, terminals and bug reports. */

import type { Norm } from '../law/index.ts'
import { evaluationAt, type Matter } from './matter.ts'
import type { State } from './state.ts'
import { exposures } from './step.ts'

/** Scene, deeds, what the law says of them and of what is due, breaches, conflicts and meters. Stable, line by line. */
export const print = (matter: Matter, state: State): string => {
  const law = evaluationAt(matter, state)
  const { orders } = matter.level
  const lines = [
    `scene    ${state.scene}${state.ending === null ? '' : `, ended: ${state.ending}`}`,
    `day      ${state.day}${state.forum === null ? '' : `, ${state.forum}`}`,
    `done     ${state.acts.join(', ') || 'nothing yet'}`,
  ]
  if (state.due.length > 0) lines.push(`due      ${state.due.join(', ')}`)
  // A duty permits its act, a prohibition excuses from it: that much goes without saying.
  const implied = (norm: Norm) =>
    norm.modality === 'permit' ||
    (norm.modality === 'excuse' &&
      law.norms().some(n => n.modality === 'forbid' && n.order === norm.order && n.act === norm.act))
  for (const norm of law.norms()) {
    const { order, modality, act, holds, authorities } = norm
    if (orders.includes(order) && !implied(norm))
      lines.push(`found    ${order.toUpperCase()} ${modality} ${act}: ${holds}  [${authorities.join('; ')}]`)
  }
  for (const { order, act, manner, level, since } of state.breaches)
    lines.push(`breach   ${order.toUpperCase()} ${manner} ${act}: ${level}, since ${since}`)
  for (const { order, points, stakes } of exposures(matter, state))
    if (points > 0)
      lines.push(
        `stake    ${order.toUpperCase()} ${points}: ${[...new Set(stakes.map(stake => stake.kind))].join(', ')}`,
      )
  for (const { orders: pair, acts, level } of law.conflicts())
    if (pair.every(order => orders.includes(order)))
      lines.push(`conflict ${pair.map(order => order.toUpperCase()).join(' ')} ${acts.join(', ')}: ${level}`)
  lines.push(`meters   ${matter.meters.map(meter => `${meter} ${state.meters[meter]}`).join(', ')}`)
  return lines.join('\n')
}
