/**
 * How much an argument has for it in a forum on a day: what this court, the courts above it and others made of it
 * before, and how many of the facts it rests on are those of the matter.
 */
import type { Day } from '../base/index.ts'
import { type Argument, type Factor, type Premise, premisesOn, type Reception } from './argument.ts'
import type { Weight } from './graph.ts'

/** Where and when an argument is put, and on what facts. What is not among the facts is unknown. */
export interface Occasion {
  readonly forum: string
  readonly day: Day
  readonly facts: Readonly<Record<string, unknown>>
}

/** A court and the one above it. */
export interface CourtBelow {
  readonly id: string
  readonly parent?: string
}

/** How a reception weighs on the forum: its own, of a court above, of somebody who binds nobody here. */
export type Bearing = 'own' | 'binding' | 'persuasive'

/** A reception with its bearing. */
export interface Heard {
  readonly reception: Reception
  readonly bearing: Bearing
}

const holds = (factor: Factor, value: unknown): boolean => {
  if (typeof factor !== 'object') return value === factor
  if ('atMost' in factor) return typeof value === 'number' && value <= factor.atMost
  if ('atLeast' in factor) return typeof value === 'number' && value >= factor.atLeast
  return (factor as readonly unknown[]).includes(value)
}

/** Whether the matter has what a premise asks for: it has it, it has something else, or nobody knows. */
export type Match = 'matched' | 'contrary' | 'unknown'

/** How the facts of a matter meet the factors of one premise. */
export const matchesOf = (premise: Premise, facts: Occasion['facts']): readonly (readonly [fact: string, Match])[] =>
  Object.entries(premise.facts ?? {}).map(([fact, factor]) => {
    const value = facts[fact]
    return [fact, value === undefined || value === null ? 'unknown' : holds(factor, value) ? 'matched' : 'contrary']
  })

/** True when the facts contradict the premise, so that nobody can take it for granted. */
export const isContradicted = (premise: Premise, facts: Occasion['facts']): boolean =>
  matchesOf(premise, facts).some(([, match]) => match === 'contrary')

/** Every factor an argument states on that day, and how the matter meets it. */
export const factorsOf = (
  argument: Argument,
  { day, facts }: Pick<Occasion, 'day' | 'facts'>,
): readonly { readonly premise: string; readonly fact: string; readonly match: Match }[] =>
  premisesOn(argument, day).flatMap(p => matchesOf(p, facts).map(([fact, match]) => ({ premise: p.id, fact, match })))

/** Matched factors over stated factors, 0 to 100; 100 where none is stated. What is unknown is not matched. */
export const fitOf = (argument: Argument, occasion: Pick<Occasion, 'day' | 'facts'>): number => {
  const stated = factorsOf(argument, occasion)
  const matched = stated.filter(f => f.match === 'matched').length
  return stated.length === 0 ? 100 : Math.floor((100 * matched) / stated.length)
}

const above = (forum: string, courts: readonly CourtBelow[]): readonly string[] => {
  const chain: string[] = []
  for (let id = courts.find(c => c.id === forum)?.parent; id !== undefined && !chain.includes(id); ) {
    chain.push(id)
    id = courts.find(c => c.id === id)?.parent
  }
  return chain
}

/**
 * What became of the argument up to that day, the weightiest first: this forum's own latest word, then that of the
 * courts above from the highest down, then everybody else's, the latest first. What a single judge or counsel said
 * binds nobody.
 */
export const heardOf = (
  argument: Argument,
  { forum, day }: Pick<Occasion, 'forum' | 'day'>,
  courts: readonly CourtBelow[],
): readonly Heard[] => {
  const chain = above(forum, courts)
  const rank = ({ reception, bearing }: Heard) =>
    bearing === 'own' ? -1 : bearing === 'binding' ? chain.length - chain.indexOf(reception.forum) : chain.length + 1
  return argument.record
    .filter(r => r.day <= day)
    .map((reception): Heard => {
      const speaks = reception.voice === undefined || reception.voice === 'court'
      const bearing =
        speaks && reception.forum === forum
          ? 'own'
          : speaks && chain.includes(reception.forum)
            ? 'binding'
            : 'persuasive'
      return { reception, bearing }
    })
    .sort((a, b) => rank(a) - rank(b) || (a.reception.day < b.reception.day ? 1 : -1))
}

/** What a reception is worth by its bearing: accepted, accepted in part, rejected. A rejection at home is the end. */
const worth = { own: [90, 50, 0], binding: [90, 50, 0], persuasive: [60, 30, 10] } as const
/** A single judge, or a question from the bench, and an argument nobody has heard yet. */
const passing = [25, 20, 10] as const
const unheard = 35

/** The weight the record alone gives: history's own. The evidence is not in doubt. */
export const weighByRecord =
  (courts: readonly CourtBelow[]) =>
  (argument: Argument, occasion: Occasion): Weight => {
    const [first] = heardOf(argument, occasion, courts)
    const scale =
      first === undefined
        ? null
        : first.reception.voice === undefined || first.reception.voice === 'court'
          ? worth[first.bearing]
          : passing
    const place = first?.reception.accepted === true ? 0 : first?.reception.accepted === 'partly' ? 1 : 2
    return { authority: scale === null ? unheard : scale[place], fit: fitOf(argument, occasion), evidence: 100 }
  }
