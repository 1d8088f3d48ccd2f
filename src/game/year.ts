/**
 * The decisions of a play under the law of another day.
 *
 * One day's law judges them all, and nothing else changes: the facts are those each decision was made on, the court is
 * the one it stood before, and what happened in the procedure (a motion, a stay, a contempt, a new warrant, what this
 * very case has won) is a fact of the play, whatever the law of that day would have led to. What courts held in general
 * is law, and is that day's. The play is judged again, not played again: nobody in it acts otherwise.
 */
import type { Day } from '../base/index.ts'
import type { Choice } from '../level/index.ts'
import { alive, lasting } from './breach.ts'
import { lawAt, type Matter } from './matter.ts'
import type { State } from './state.ts'
import { start, step, type Weighing, weighed } from './step.ts'

/** One decision, as a law sees it. */
export interface Judged {
  readonly choice: Choice
  /** The state it was made in: its day is that law's, its breaches are those which that law found until then. */
  readonly state: State
  readonly weighing: Weighing
}

/** A play, as a law sees it: every decision, and where the last one left it. */
export interface Judgement {
  readonly decisions: readonly Judged[]
  readonly end: State
}

/** Every state of a play up to this one, the opening first. */
export const statesOf = (matter: Matter, { made, seed, mode }: State): readonly State[] => {
  const states = [start(matter, { seed, mode })]
  for (const { choice } of made) states.push(step(matter, states.at(-1)!, choice).state)
  return states
}

const choiceIn = (matter: Matter, { scene }: State, id: string): Choice => {
  const found = matter.scenes.get(scene)
  const choice = found && 'choices' in found ? found.choices.find(each => each.id === id) : undefined
  if (!choice) throw new Error(`${matter.level.id} has no choice "${id}" in "${scene}"`)
  return choice
}

/**
 * Judges the states of a play, as `statesOf` gives them, by the law of one day; by the law of each state's own day when
 * `day` is null, and then every breach is the play's own.
 */
export const judge = (matter: Matter, states: readonly State[], day: Day | null): Judgement => {
  const as = (state: State, breaches: State['breaches']): State => ({ ...state, day: day ?? state.day, breaches })
  let at = as(states[0]!, [])
  const decisions: Judged[] = []
  for (const next of states.slice(1)) {
    const choice = choiceIn(matter, at, next.made.at(-1)!.choice)
    const weighing = weighed(matter, at, choice)
    decisions.push({ choice, state: at, weighing })
    const left = alive(at.breaches, [...weighing.did, ...weighing.owed])
    const then = as(next, [])
    at = { ...then, breaches: lasting(matter, lawAt(matter, then), { before: at.breaches, left }, next) }
  }
  return { decisions, end: at }
}
