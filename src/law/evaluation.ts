/** An evaluation: what can be asked of the law at one place and time, and the words of the answers. */
import type { Day } from '../base/index.ts'
import type { Pack, Side } from './assemble.ts'
import type { Env } from './condition.ts'
import type { Conflict } from './conflict.ts'
import { keyOf, type Modality, targetOf } from './head.ts'
import type { Claim, Facts, Holding } from './pack.ts'
import type { Num, Tri } from './tri.ts'

/** Where and when the law is asked. */
export interface At {
  readonly facts: Facts
  readonly day: Day
  /** The court whose law binds; null = none: only rules without court scope, no binding holding. */
  readonly forum: string | null
  /** Readings to assume, against whatever was held: "suppose the court had said location". */
  readonly suppose?: Readonly<Record<string, string | null>>
}

/** A norm that holds or may hold, and the rules and authorities it rests on. */
export interface Norm {
  readonly order: string
  readonly modality: Modality
  readonly act: string
  readonly holds: 'yes' | 'unknown'
  readonly rules: readonly string[]
  readonly authorities: readonly string[]
}

/** Two opposing conclusions, each with a rule that applies, neither beaten: nothing follows from either. */
export interface Tie {
  readonly heads: readonly [string, string]
  readonly rules: readonly string[]
}

/** What one legal order says of one act, in a word. */
export type Verdict = 'obliges' | 'forbids' | 'permits' | 'excuses' | 'contested' | 'silent'

/** The law, asked once. Answers are computed when first asked for and remembered. */
export interface Evaluation {
  readonly pack: Pack
  readonly at: At
  holds(head: Claim): Tri
  /** A derived atom; ask for its contrary as `!atom`. */
  atom(name: string): Tri
  norms(): readonly Norm[]
  says(order: string, act: string): Verdict
  readonly readings: Readonly<Record<string, string | null>>
  conflicts(): readonly Conflict[]
  ties(): readonly Tie[]
  /** Whether a rule applies: no when it is not in force, out of scope, its condition fails or an exception is met. */
  applies(rule: string): Tri
}

/** What the rest of this room may ask in addition. */
export interface Inner extends Evaluation {
  readonly env: Env
  app(index: number): Num
  /** In force that day, and of this forum. */
  live(index: number): boolean
  /** How far a side holds by its own rules, and with the duty that makes it. */
  own(side: Side): Num
  side(key: string): Num
  binding(question: string): Holding | null
  /** The same law asked elsewhere. */
  again(at: At): Inner
}

/** The room's own view of an evaluation. */
export const inner = (e: Evaluation): Inner => e as Inner

/** The key of a claim; a pack of one order lends it where the claim has none. */
export const keyIn = (pack: Pack, claim: Claim): string => {
  const only = pack.orders.size === 1 ? [...pack.orders.keys()][0]! : undefined
  const order = claim.order ?? only
  if (order === undefined && !('conclude' in claim)) throw new Error('a norm is asked for without its legal order')
  return keyOf(targetOf(claim, order ?? ''))
}
