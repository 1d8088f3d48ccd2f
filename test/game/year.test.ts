/** The decisions of a play under the law of another day: what a lawyer could dispute, and what must always hold. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShipped } from '../../src/cli/build/matters.ts'
import { type Breach, judge, type Matter, prepare, type State, statesOf } from '../../src/game/index.ts'
import { prepared } from './lighthouse.ts'
import { played, walks } from './walks.ts'

const { levels, law, consequences } = readShipped('levels')
const level = levels.find(each => each.id === 'dublin-warrant')!
const ready = prepare(level, law, consequences)
if (!ready.ok) throw new Error('the Dublin warrant cannot be prepared')
const dublin: Matter = ready.value
const history = level.plays!.find(play => play.ending === 'moot')!
const end = played(dublin, history.choices, history.seed)

const words = ({ order, manner, act, level }: Breach) => `${order} ${manner} ${act}: ${level}`
/** What the law of a day finds in the decision of this id. */
const found = (state: State, choice: string, day: string | null) => {
  const judged = judge(dublin, statesOf(dublin, state), day).decisions.find(each => each.choice.id === choice)
  if (!judged) throw new Error(`no decision "${choice}"`)
  return [...judged.weighing.did, ...judged.weighing.owed].map(words)
}

describe('the Dublin play of history', () => {
  test('after the win of July 2016, to keep the mail was lawful', () =>
    expect(found(end, 'guard-the-win', null)).toEqual([]))
  test.each(['2018-04-17', '2018-06-01', '2026-11-22'])(
    'under the law of %s it would have let a breach of American law go on: the win has no force against the statute',
    day => expect(found(end, 'guard-the-win', day)).toEqual(['us omitted disclose-content: certain']),
  )
  test('under the law of any day before 17 April 2018 it would have been lawful: until then the judgment stood', () => {
    for (const day of ['2016-07-14', '2018-03-22', '2018-03-23', '2018-04-16'])
      expect(found(end, 'guard-the-win', day), day).toEqual([])
  })
  test('to take the agreed contempt left a duty undone in August 2014, and would have left none undone in 2016', () => {
    expect(found(end, 'propose-contempt', null)).toEqual(['us omitted disclose-content: certain'])
    expect(found(end, 'propose-contempt', '2016-12-31')).toEqual([])
  })
  test('before any ruling nobody can say whether the agreed contempt left a duty undone', () =>
    expect(found(end, 'propose-contempt', '2013-12-31')).toEqual(['us omitted disclose-content: possible']))
  test('a stay is a fact of the play: under the law of 2026, too, nothing is owed while it stands', () =>
    expect(found(end, 'seek-review', '2026-11-22').concat(found(end, 'ask-for-stay', '2026-11-22'))).toEqual([]))
  test('a motion is a fact of the play: the mail waits for the ruling, whatever the year', () =>
    expect(found(end, 'move-to-vacate', '2026-11-22')).toEqual([]))
  test('to produce on the new warrant may break Irish and European law in 2018, and costs more after May 2018', () => {
    const last = (day: string | null) => {
      const { weighing } = judge(dublin, statesOf(dublin, end), day).decisions.at(-1)!
      return Object.fromEntries(
        weighing.did.map(breach => [words(breach), Math.max(...breach.costs!.map(cost => cost.max))]),
      )
    }
    expect(last(null)).toEqual({
      'ie did disclose-content: possible': 3000,
      'eu did disclose-content: possible': 3000,
    })
    expect(last('2026-11-22')).toEqual({
      'ie did disclose-content: possible': 50_000,
      'eu did disclose-content: possible': 20_000_000,
    })
  })
})

test('to refuse the new warrant is a breach in 2018 and today, and was open before anybody had ruled', () => {
  const choices = history.choices.slice(0, -1)
  const refused = played(dublin, [...choices, 'refuse-again'], history.seed)
  for (const day of [null, '2018-06-01', '2026-11-22'])
    expect(found(refused, 'refuse-again', day)).toContain('us omitted disclose-content: certain')
  expect(found(refused, 'refuse-again', '2013-12-31')).toContain('us omitted disclose-content: possible')
})

describe.each([
  ['the lighthouse', prepared()],
  ['the Dublin warrant', dublin],
] as const)('on any walk through %s', (_, matter) => {
  const judged = (check: (states: readonly State[]) => void) =>
    fc.assert(
      fc.property(walks(matter, 24), states => void check(states)),
      { numRuns: 60 },
    )
  test('the law of each day finds the breaches that the play had, and the same exposure', () =>
    judged(states => {
      const { decisions, end } = judge(matter, states, null)
      expect(decisions.map(each => each.state.breaches)).toEqual(states.slice(0, -1).map(state => state.breaches))
      expect(end).toEqual(states.at(-1))
    }))
  test('a decision judged by the law of its own day alone is weighed as it was', () =>
    judged(states => {
      const own = judge(matter, states, null).decisions
      for (const [i, state] of states.slice(0, -1).entries())
        expect(judge(matter, states, state.day).decisions[i]!.weighing).toEqual(own[i]!.weighing)
    }))
  test('the states of a play come back from its last one', () =>
    judged(states => expect(statesOf(matter, states.at(-1)!)).toEqual(states)))
  test('another day changes neither the facts nor the court nor what was due', () =>
    judged(states => {
      const { decisions } = judge(matter, states, '2026-11-22')
      for (const [i, { state, weighing }] of decisions.entries()) {
        expect(state).toEqual({ ...states[i], day: '2026-11-22', breaches: state.breaches })
        expect(weighing.after.facts).toEqual(judge(matter, states, null).decisions[i]!.weighing.after.facts)
      }
    }))
})
