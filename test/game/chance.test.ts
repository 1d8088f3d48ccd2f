import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw } from '../../src/game/chance.ts'
import { outcomes, start, step } from '../../src/game/index.ts'
import type { ChanceScene } from '../../src/level/index.ts'
import { level, prepared } from './lighthouse.ts'
import { played } from './walks.ts'

const matter = prepared()
const storm = level.scenes.find(scene => scene.id === 'storm') as ChanceScene
const seeds = Array.from({ length: 32768 }, (_, seed) => seed)

describe('chance', () => {
  test('follows from the seed alone: these draws never change, in any browser or in Node', () =>
    expect([0, 1, 2, 3, 4, 5, 6, 7, 32767].map(seed => draw(storm, seed, 1).id)).toMatchInlineSnapshot(`
      [
        "calm",
        "wreck",
        "calm",
        "calm",
        "calm",
        "calm",
        "calm",
        "calm",
        "wreck",
      ]
    `))
  test('over all seeds keeps to the stated odds', () => {
    const calm = seeds.filter(seed => draw(storm, seed, 1).id === 'calm').length
    expect(Math.abs(calm / 32768 - 0.6)).toBeLessThan(0.01)
  })
  test('of one visit tells nothing about the next', () => {
    const both = seeds.filter(seed => draw(storm, seed, 1).id === 'calm' && draw(storm, seed, 2).id === 'calm').length
    expect(Math.abs(both / 32768 - 0.36)).toBeLessThan(0.01)
  })
  test('of one scene tells nothing about another', () => {
    const other = { ...storm, id: 'post' }
    const both = seeds.filter(seed => draw(storm, seed, 1).id === 'calm' && draw(other, seed, 1).id === 'calm').length
    expect(Math.abs(both / 32768 - 0.36)).toBeLessThan(0.01)
  })
  test('chains settle at once, and the decision says what came', () => {
    const seed = seeds.find(each => draw(storm, each, 1).id === 'calm')!
    const state = played(matter, ['ask-court'], seed)
    expect(state.scene).toBe('court')
    expect(state.made[0]!.chances).toMatchObject([{ scene: 'storm', outcome: 'calm' }, { scene: 'post' }])
  })
  test('is drawn anew at a second visit', () => {
    const wrecked = seeds.filter(seed => draw(storm, seed, 1).id === 'wreck').slice(0, 200)
    const second = new Set(
      wrecked.map(seed => played(matter, ['ask-court', 'leave'], seed).made[1]!.chances[0]!.outcome),
    )
    expect(second).toEqual(new Set(['calm', 'wreck']))
  })
  test('has outcomes whose likelihoods add up to one, and a step is always one of them', () => {
    const all = outcomes(matter, start(matter), 'ask-court')
    expect(all.map(end => end.chance)).toEqual([0.3, 0.3, 0.4])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32767 }), seed => {
        const { state } = step(matter, start(matter, { seed }), 'ask-court')
        expect(all.map(end => ({ ...end.state, seed }))).toContainEqual(state)
      }),
      { numRuns: 50 },
    )
  })
  test('that leads back to itself without a choice is a clear error, not an endless wait', () => {
    const circle = prepared({
      ...level,
      scenes: level.scenes.map(scene =>
        scene.id === 'post' && 'chance' in scene
          ? { ...scene, chance: scene.chance.map(outcome => ({ ...outcome, goto: 'storm' })) }
          : scene,
      ),
    })
    expect(() => outcomes(circle, start(circle), 'ask-court')).toThrow(
      'Chance in lighthouse leads back to itself with no choice between: storm → post → storm',
    )
  })
})
