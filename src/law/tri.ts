/** Kleene's three values, no < unknown < yes: `and` is the least, `or` the greatest. Inside the room they are 0, 1, 2. */

export type Tri = 'no' | 'unknown' | 'yes'
export type Num = 0 | 1 | 2

const names = ['no', 'unknown', 'yes'] as const

/** The word for a value. */
export const tri = (n: number): Tri => names[n as Num]

/** A two-valued answer as a truth value. */
export const num = (b: boolean): Num => (b ? 2 : 0)
