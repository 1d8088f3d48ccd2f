import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '../../src/base/index.ts'
import { options, playOf, preview, replay, type State } from '../../src/game/index.ts'
import { prepared } from './lighthouse.ts'
import { unexplained, walks } from './walks.ts'

const matter = prepared()
const holdsOnWalks = (check: (states: readonly State[]) => void) =>
  fc.assert(fc.property(walks(matter), states => void check(states)))

describe('on any walk, with any seed', () => {
  test('a play replays to where it ended', () =>
    holdsOnWalks(states => {
      const end = states.at(-1)!
      const again = replay(matter, playOf(matter, end))
      expect({ ok: again.ok, value: again.reached, problems: again.problems }).toEqual(ok(end))
    }))
  test('to undo is to replay without the last choice: the state before comes back exactly', () =>
    holdsOnWalks(states => {
      if (states.length < 2) return
      const play = playOf(matter, states.at(-1)!)
      expect(replay(matter, { ...play, choices: play.choices.slice(0, -1) }).reached).toEqual(states.at(-2))
    }))
  test('meters are whole numbers from 0 to 100, and add up', () =>
    holdsOnWalks(states => {
      const opening = states[0]!
      for (const state of states)
        for (const meter of matter.meters) {
          const value = state.meters[meter]!
          expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true)
          const moved = state.made.flatMap(decision => decision.changes).filter(change => change.meter === meter)
          expect(moved.reduce((sum, change) => sum + change.by, opening.meters[meter]!)).toBe(value)
        }
    }))
  test('every change has a size and a reason with a rule that exists', () =>
    holdsOnWalks(states =>
      expect(states.flatMap(({ made }) => made.flatMap(({ changes }) => unexplained(matter, changes)))).toEqual([]),
    ))
  test('an exposure stands only on a living breach of its order', () =>
    holdsOnWalks(states => {
      for (const { meters, breaches } of states)
        for (const order of matter.level.orders)
          if (meters[`exposure.${order}`]! > 0) expect(breaches.some(breach => breach.order === order)).toBe(true)
    }))
  test('choices are open until an ending, and none after', () =>
    holdsOnWalks(states => {
      for (const state of states) expect(options(matter, state).length > 0).toBe(state.ending === null)
    }))
  test('a preview names every meter the step moves, and no direction it does not take', () =>
    holdsOnWalks(states => {
      for (const [i, next] of states.slice(1).entries()) {
        const state = states[i]!
        const ways = new Map(preview(matter, state, next.made.at(-1)!.choice).map(({ meter, way }) => [meter, way]))
        for (const meter of matter.meters) {
          const by = next.meters[meter]! - state.meters[meter]!
          if (by > 0) expect(['up', 'either']).toContain(ways.get(meter))
          if (by < 0) expect(['down', 'either']).toContain(ways.get(meter))
        }
      }
    }))
  test('a state survives being written as JSON', () =>
    holdsOnWalks(states => expect(JSON.parse(JSON.stringify(states.at(-1)))).toEqual(states.at(-1))))
})
