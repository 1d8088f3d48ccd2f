/** Meters and what moves them: the consequence rules react to events, one change per rule and meter, each with its reason. */
import type { Facts } from '../law/index.ts'
import type { ConsequenceFile, ConsequenceRule, Trigger } from './consequence.ts'
import { isOpen, type Matter, metersOf, type Spot } from './matter.ts'
import type { Breach, Change, MeterId, Reason } from './state.ts'

/** Something a consequence rule can react to. `upgraded`: a possible breach that is now certain. */
export type Event =
  | { readonly kind: 'act'; readonly act: string }
  | { readonly kind: 'breach'; readonly breach: Breach; readonly upgraded: boolean }
  | { readonly kind: 'closed'; readonly breach: Breach }
  | { readonly kind: 'fact'; readonly fact: string; readonly is: Facts[string] }
  | { readonly kind: 'passed'; readonly days: number }

/** Meters while a choice is being followed through. */
export interface Tally {
  readonly meters: Record<MeterId, number>
  readonly changes: Change[]
}

/** Moves a meter within its bounds and writes down what it moved by, if at all. */
export const move = (tally: Tally, choice: string, meter: MeterId, by: number, reasons: readonly Reason[]): void => {
  const was = tally.meters[meter]!
  const now = Math.min(100, Math.max(0, was + by))
  if (now === was) return
  tally.meters[meter] = now
  tally.changes.push({ choice, meter, by: now - was, reasons })
}

const fits = (word: string | undefined, value: string) => word === undefined || word === '*' || word === value

/** How many times a trigger on the event's topic answers it: days can pass several times over. */
const times = (on: Trigger, event: Event): number => {
  if ('passed' in on) return event.kind === 'passed' ? Math.floor(event.days / on.passed) : 0
  if ('fact' in on) return Number(event.kind === 'fact' && on.is === event.is)
  if ('closed' in on)
    return Number(event.kind === 'closed' && fits(on.closed, event.breach.act) && fits(on.order, event.breach.order))
  if (!('breach' in on)) return 1
  if (event.kind !== 'breach') return 0
  const { act, order, level, manner } = event.breach
  const named = fits(on.breach, act) && fits(on.order, order) && fits(on.manner, manner)
  // A breach that only becomes certain has already been reacted to by the rules for either level.
  return Number(named && (event.upgraded ? on.level === 'certain' && level === 'certain' : fits(on.level, level)))
}

const reasonOf = (rule: ConsequenceRule, event: Event): Reason => {
  const law = event.kind === 'breach' || event.kind === 'closed' ? event.breach.authorities : []
  return { rule: rule.id, authorities: [...new Set([...(rule.cite ?? []), ...law])], why: rule.why }
}

/** What a rule listens for, so that an event only wakes those it may concern. */
const topic = (on: Trigger): string =>
  'act' in on
    ? `act ${on.act}`
    : 'fact' in on
      ? `fact ${on.fact}`
      : 'breach' in on
        ? 'breach'
        : 'closed' in on
          ? 'closed'
          : 'passed'

const topicOf = (event: Event): string =>
  event.kind === 'act' ? `act ${event.act}` : event.kind === 'fact' ? `fact ${event.fact}` : event.kind

const listeners = new WeakMap<ConsequenceFile, ReadonlyMap<string, readonly ConsequenceRule[]>>()

const listenersOf = (model: ConsequenceFile): ReadonlyMap<string, readonly ConsequenceRule[]> => {
  const known = listeners.get(model)
  if (known) return known
  const found = new Map<string, ConsequenceRule[]>()
  for (const rule of model.rules) found.set(topic(rule.on), [...(found.get(topic(rule.on)) ?? []), rule])
  listeners.set(model, found)
  return found
}

/** Lets every consequence rule answer the events, in their order, by what holds at the spot. */
export const react = (matter: Matter, tally: Tally, choice: string, events: readonly Event[], spot: Spot): void => {
  const rules = listenersOf(matter.consequences)
  for (const event of events)
    for (const rule of rules.get(topicOf(event)) ?? []) {
      const count = times(rule.on, event)
      if (count === 0 || !isOpen(matter, spot, rule.when)) continue
      for (const meter of metersOf(matter, rule)) move(tally, choice, meter, rule.by * count, [reasonOf(rule, event)])
    }
}

/** Facts that differ, with their new values. Unknown is a value too, and counts as one. */
export const changedFacts = (before: Facts, now: Facts): readonly Event[] =>
  before === now
    ? []
    : Object.keys(now)
        .filter(path => (now[path] ?? null) !== (before[path] ?? null))
        .map(path => ({ kind: 'fact', fact: path, is: now[path] ?? null }))
