/** Walks through a matter, for properties: any seed, any choices that are open, any length. */
import * as fc from 'fast-check'
import { type Change, type Matter, options, outcomes, type State, start, step } from '../../src/game/index.ts'

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

/** Every state that can be reached, breadth first, with every way into it; `key` says which states count as one. */
export const reachable = (
  matter: Matter,
  key: (state: State) => string,
  visit: (from: State, to: State) => void,
  most: number,
): readonly State[] => {
  const opening = start(matter)
  const found = new Map([[key(opening), opening]])
  for (const state of found.values())
    for (const choice of options(matter, state))
      for (const end of outcomes(matter, state, choice.id)) {
        visit(state, end.state)
        if (!found.has(key(end.state))) found.set(key(end.state), end.state)
        if (found.size > most) throw new Error(`more than ${most} states`)
      }
  return [...found.values()]
}

/** Changes that owe an explanation: no size, no reason, a rule that is nowhere, or law as the cause and no authority. */
export const unexplained = (matter: Matter, changes: readonly Change[]): readonly Change[] =>
  changes.filter(
    ({ by, meter, reasons }) =>
      by === 0 ||
      reasons.length === 0 ||
      reasons.some(({ rule, why, authorities }) => {
        const model = matter.consequences.rules.find(each => each.id === rule)
        const fromLaw = meter.startsWith('exposure.') || (model && ('breach' in model.on || 'closed' in model.on))
        return (
          why === '' ||
          !(model || matter.pack.rules.has(rule)) ||
          (fromLaw && authorities.length === 0) ||
          (matter.pack.authorities.size > 0 && authorities.some(id => !matter.pack.authorities.has(id)))
        )
      }),
  )
