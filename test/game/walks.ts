/** Walks through a matter, for properties: any seed, any choices that are open, any length. */
import * as fc from 'fast-check'
import { type Matter, options, type State, start, step } from '../../src/game/index.ts'

/** Plays these choices, which must all be open. */
export const played = (matter: Matter, choices: readonly string[], seed = 0): State =>
  choices.reduce((state, choice) => step(matter, state, choice).state, start(matter, { seed }))

/** Walks on by picking among what is open, with a number each, until the numbers or the choices run out. */
export const walked = (matter: Matter, from: State, picks: readonly number[]): readonly State[] => {
  const states = [from]
  for (const pick of picks) {
    const open = options(matter, states.at(-1)!)
    if (open.length === 0) break
    states.push(step(matter, states.at(-1)!, open[pick % open.length]!.id).state)
  }
  return states
}

/** Every state of a random walk, the opening first. */
export const walks = (matter: Matter, longest = 20): fc.Arbitrary<readonly State[]> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 32767 }),
      mode: fc.constantFrom('practice' as const, 'hearing' as const),
      picks: fc.array(fc.nat(1000), { maxLength: longest }),
    })
    .map(({ seed, mode, picks }) => walked(matter, start(matter, { seed, mode }), picks))

/** Every state that can be reached at all, by breadth first, up to `most`; states that only differ in their past count once. */
export const reachable = (
  matter: Matter,
  from: State,
  next: (state: State, choice: string) => readonly State[],
  most: number,
) => {
  const key = ({ made: _, opening: __, ...state }: State) => JSON.stringify(state)
  const found = new Map([[key(from), from]])
  for (const state of found.values())
    for (const choice of options(matter, state))
      for (const end of next(state, choice.id)) {
        if (found.size >= most) return [...found.values()]
        if (!found.has(key(end))) found.set(key(end), end)
      }
  return [...found.values()]
}
