/** What the graph of plays shows, beyond the one example each code has in `test/level/bad`. */
import { describe, expect, test } from 'vitest'
import { checkMatter } from '../../src/analysis/index.ts'
import { type ConsequenceFile, prepare } from '../../src/game/index.ts'
import type { Level } from '../../src/level/index.ts'
import { consequenceText, goodText, shippedLaw } from '../level/shipped.ts'

const good = JSON.parse(goodText) as Level
const scene = (id: string, ...choices: object[]) => ({
  ...good.scenes[0]!,
  id,
  choices: choices.map((c, i) => ({ id: `c${i}`, text: 'Go on.', acts: [], ...c })),
})
/** Errors and warnings of the graph of these scenes, as `code: what`. */
const said = (...scenes: object[]): readonly string[] => {
  const flags = { ready: { type: 'bool', gloss: 'you are ready' }, late: { type: 'bool', gloss: 'it is late' } }
  const level = { ...good, start: 'a', plays: [], flags, scenes } as unknown as Level
  const prepared = prepare(level, shippedLaw, JSON.parse(consequenceText) as ConsequenceFile)
  if (!prepared.ok) throw new Error(prepared.problems[0]?.what)
  return checkMatter(prepared.value)
    .filter(p => p.severity !== 'hint')
    .map(p => `${p.code}: ${p.what}`)
}
const ends = [{ goto: 'done' }, { goto: 'empty' }, { goto: 'lost' }]

test('three choices to three endings have nothing wrong', () => expect(said(scene('a', ...ends))).toEqual([]))

describe('what is never reached', () => {
  test('is told at its root, and what only follows from it is not', () =>
    expect(
      said(scene('a', ...ends), scene('b', { goto: 'c' }), scene('c', { goto: 'd' }), scene('d', { goto: 'done' })),
    ).toEqual(['unreachable-scene: Scene "b" is never reached: nothing leads to it.']))
  test('is told once for a circle that nothing leads into', () =>
    expect(said(scene('a', ...ends), scene('b', { goto: 'c' }), scene('c', { goto: 'b' }))).toEqual([
      'unreachable-scene: Scene "b" is never reached: only "c" leads to it, which is never reached either.',
    ]))
  test('names the condition in the way, and what its facts are instead', () =>
    expect(
      said(scene('a', ...ends, { if: 'flag.ready && !flag.late', goto: 'b' }), scene('b', { goto: 'done' })),
    ).toEqual([
      'unreachable-scene: Scene "b" is never reached: "c3" of scene "a" leads here, but `flag.ready && !flag.late` is never yes: there, flag.ready is always false; flag.late is always false.',
      'unreachable-choice: Choice "c3" of scene "a" never opens: `flag.ready && !flag.late` is never yes: there, flag.ready is always false; flag.late is always false.',
    ]))
  test('counts what is unknown as not yes', () =>
    expect(said(scene('a', ...ends, { if: "keys.holder == 'customer'", goto: 'done' }))).toEqual([
      'unreachable-choice: Choice "c3" of scene "a" never opens: `keys.holder == \'customer\'` is never yes: there, keys.holder is always unknown.',
    ]))
  test('is told of a way after one that is always taken', () =>
    expect(
      said(
        scene('a', ...ends, { acts: ['do-nothing'], goto: [{ if: '!flag.ready', goto: 'done' }, { goto: 'lost' }] }),
      ),
    ).toEqual(['unreachable-way: Choice "c3" of scene "a" never leads to "lost": a way above it is always open.']))
})

describe('a player gets stuck', () => {
  test('where every choice waits for something', () =>
    expect(
      said(
        scene('a', ...ends, { goto: 'b' }, { set: { 'flag.ready': true }, goto: 'b' }),
        scene('b', { if: 'flag.ready', goto: 'done' }),
      ),
    ).toEqual(['soft-lock: In scene "b" no choice is open after c3: "c0" needs `flag.ready`.']))
  test('in each circle that has no way out', () =>
    expect(
      said(
        scene('a', ...ends, { goto: 'b' }, { goto: 'c' }),
        scene('b', { goto: 'b' }),
        scene('c', { goto: 'd' }),
        scene('d', { goto: 'c' }),
      ),
    ).toEqual([
      'dead-end: From scene "b", after c3, no ending can be reached.',
      'dead-end: From scene "c", after c4, no ending can be reached.',
    ]))
  test('but not in a circle that can be left', () =>
    expect(said(scene('a', ...ends, { goto: 'b' }), scene('b', { goto: 'a' }))).toEqual([]))
})

describe('choices that differ in words alone', () => {
  test('are told of when they can be open together', () =>
    expect(said(scene('a', ...ends, { goto: 'done' }))).toEqual([
      'dummy-choice: Choices "c0" and "c3" of scene "a" do the same acts, set the same and lead to the same place.',
    ]))
  test('are two wordings of one choice when they cannot', () =>
    expect(
      said(
        scene('a', ...ends, { set: { 'flag.ready': true }, goto: 'b' }, { goto: 'b' }),
        scene('b', { if: 'flag.ready', goto: 'lost' }, { if: '!flag.ready', goto: 'lost' }),
      ),
    ).toEqual([]))
})
