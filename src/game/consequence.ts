/**
 * Consequence rules: Comity's model, not a source of law. They alone move meters.
 * Data like the law: `levels/law/consequences.json`.
 */

/** What a consequence rule reacts to, exactly one. */
export type Trigger =
  /** A choice does this act. */
  | { readonly act: string }
  /** A breach begins: of this act (or any, `*`), in this order (or any), certain or possible (or either). */
  | {
      readonly breach: string
      readonly order?: string
      readonly level?: 'certain' | 'possible'
      readonly manner?: 'did' | 'omitted'
    }
  /** An omission ends, because the duty was met or fell away. A deed stays done and never ends. */
  | { readonly closed: string; readonly order?: string }
  /** A fact takes this value (by an act, a choice or a scene). */
  | { readonly fact: string; readonly is: boolean | string | number }
  /** Each full so many days that pass between two scenes. */
  | { readonly passed: number }

export interface ConsequenceRule {
  readonly id: string
  readonly on: Trigger
  /**
   * Condition over facts, atoms and readings; must be yes. Acts, and breaches by a deed, are judged by the facts before
   * the choice; omissions, facts the choice set and days that pass by the facts after it; what changes or ends on the
   * way by the facts on arrival.
   */
  readonly when?: string
  readonly meter: 'justice' | 'treasury' | 'standing' | 'trust'
  /** For trust: which customer groups, by region and kind; absent = all of them. */
  readonly of?: { readonly region?: string; readonly kind?: 'consumer' | 'enterprise' | 'public' }
  readonly by: number
  /** One sentence, shown to the player. */
  readonly why: string
  /** Authorities, where law is the cause. */
  readonly cite?: readonly string[]
}

/**
 * How exposure intervals become points of an exposure meter, kind by kind: pairs of least amount and points,
 * amounts in the sanction's own unit. A certain breach scores the mean of its ends, a possible one starts at 0.
 * The meter is the highest score of any kind: kinds are never added together.
 */
export type ExposureScale = Readonly<
  Record<'money' | 'per-day' | 'crime' | 'blocking', readonly (readonly [number, number])[]>
>

export interface ConsequenceFile {
  readonly $schema?: string
  readonly note: string
  readonly scale: ExposureScale
  readonly rules: readonly ConsequenceRule[]
}
