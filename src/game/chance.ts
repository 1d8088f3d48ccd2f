/** Chance, without chance: every draw follows from the seed of the play, in any browser and in Node alike. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'
import type { ChanceScene } from '../level/index.ts'
import { fnv } from './tag.ts'

/** Seeds are whole numbers from 0 to this. */
export const lastSeed = 32767

export type Outcome = ChanceScene['chance'][number]

/** The outcome that this seed draws at the scene's so-manieth visit (1 for the first). */
export const draw = (scene: ChanceScene, seed: number, visit: number): Outcome => {
  const all = scene.chance.reduce((sum, outcome) => sum + outcome.per1000, 0)
  const generator = xoroshiro128plus(fnv(`${seed}/${scene.id}/${visit}`))
  // Its first numbers still resemble those of neighbouring seeds and visits.
  skipN(generator, 20)
  // Of four thousand million values a thousandth each: no outcome gains more than one in four million by the remainder.
  const drawn = (generator.next() >>> 0) % all
  let sum = 0
  for (const outcome of scene.chance) {
    sum += outcome.per1000
    if (drawn < sum) return outcome
  }
  throw new Error(`Chance scene "${scene.id}" has no outcomes`)
}
