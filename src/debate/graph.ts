/**
 * What a debate is made of: statements, arguments for them with premises and exceptions, and the issues on which
 * positions exclude each other. Plain data, as it is written in a file; `read.ts` says what may be wrong with it.
 */

/** What a statement says, where somebody wrote it down. The id is what counts. */
export interface Statement {
  readonly text?: string
}

/** The three links an argument hangs by. It is as strong as the weakest. */
export const links = ['authority', 'fit', 'evidence'] as const
export type Link = (typeof links)[number]

/** 0 to 100, as one whole number or link by link. */
export type Weight = number | Readonly<Record<Link, number>>

/** One argument of a graph: if the premises stand and no exception does, the conclusion has this much for it. */
export interface GraphArgument {
  readonly id: string
  readonly premises: readonly string[]
  /** Statements that undercut the argument once they stand. */
  readonly exceptions: readonly string[]
  readonly conclusion: string
  readonly weight: Weight
  /** How the argument is called when it is spoken of. */
  readonly text?: string
}

/** The standards of proof the house knows, from the easiest to the hardest but one. */
export const standardNames = [
  'scintilla',
  'preponderance',
  'clear-and-convincing',
  'beyond-reasonable-doubt',
  'dialectical-validity',
] as const
export type StandardName = (typeof standardNames)[number]

/**
 * The bar a position must clear: its strongest argument above `alpha`, ahead of the strongest rival by more than
 * `beta`, and that rival below `gamma`. Null switches a test off.
 */
export interface Standard {
  readonly alpha: number
  readonly beta: number | null
  readonly gamma: number | null
}

/** A standard as a graph may give it: what is left out stays as the house has it, or is off for a name of one's own. */
export type StandardFile = Partial<{ readonly [K in keyof Standard]: number | null }>

/** A question with positions that exclude each other. */
export interface Issue {
  readonly id: string
  readonly positions: readonly string[]
  /** One of `standardNames`, or a name declared under `standards`. */
  readonly standard: string
}

/** A whole debate. The order of anything in it changes nothing. */
export interface Graph {
  readonly statements: Readonly<Record<string, Statement>>
  /** Statements nobody disputes. */
  readonly assumptions: readonly string[]
  readonly arguments: readonly GraphArgument[]
  readonly issues: readonly Issue[]
  readonly standards?: Readonly<Record<string, StandardFile>>
}

/** What a graph says of a statement. */
export type Label = 'in' | 'out' | 'undecided'

/** The weight that counts: the least of the three links. */
export const weightOf = (weight: Weight): number =>
  typeof weight === 'number' ? weight : Math.min(weight.authority, weight.fit, weight.evidence)

/** The weakest link, the first of equals; null where the weight was given as one number. */
export const limitOf = (weight: Weight): Link | null =>
  typeof weight === 'number' ? null : links.find(link => weight[link] === weightOf(weight))!
