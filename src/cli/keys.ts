/** Keys of a line of a batch: one that is nearly right is a slip; others are the writer's own, and are let be. */
import { didYouMean } from '../base/index.ts'

/** The first key that is nearly one of `known` that is not there, and the one that was meant. */
export const keySlip = (value: object, known: readonly string[]): readonly [written: string, meant: string] | null => {
  const missing = known.filter(key => !Object.hasOwn(value, key))
  for (const key of Object.keys(value)) {
    const near = known.includes(key) ? undefined : didYouMean(key, missing)
    if (near !== undefined) return [key, near]
  }
  return null
}
