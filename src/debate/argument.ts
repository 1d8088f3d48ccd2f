/**
 * The arguments of the trade as a lawyer writes them down: claim, premises, authorities, what answers them, and which
 * court took them when; and the motions in which they are put. `shape.ts` reads them, `check.ts` holds them against
 * each other and against the law.
 */
import type { Day } from '../base/index.ts'
import type { StandardName } from './graph.ts'

/** What an argument works for: refusing, ordering, or obeying through a channel that breaks no law. */
export const causes = ['resist', 'compel', 'comply-with-channel'] as const
export type Cause = (typeof causes)[number]

/** A card of the trainer, or a counter-move that completes the graph. */
export const tiers = ['core', 'reply'] as const
export type Tier = (typeof tiers)[number]

/** What an attack does: deny the conclusion, cut the step that leads to it, or take a premise away. */
export const attackKinds = ['rebut', 'undercut', 'undermine'] as const
export type AttackKind = (typeof attackKinds)[number]

/** What each kind of attack is aimed at. */
export const targets = { rebut: 'conclusion', undercut: 'inference', undermine: 'premise' } as const
export type Target = (typeof targets)[AttackKind]

/** Who in a court spoke, or that nobody ruled. Only the court itself binds. */
export const voices = ['court', 'concurrence', 'dissent', 'oral-argument', 'no-ruling'] as const
export type Voice = (typeof voices)[number]

/** What a fact must be: one value, one of several, or a bound. */
export type Factor =
  | boolean
  | string
  | number
  | readonly (string | number)[]
  | { readonly atMost: number }
  | { readonly atLeast: number }

/** One thing an argument rests on. */
export interface Premise {
  readonly id: string
  readonly says: string
  /** The first day on which it can be said; from the first day of the argument, when left out. */
  readonly from?: Day
  /** Facts of the matter, by their paths, that make it fit. */
  readonly facts?: Readonly<Record<string, Factor>>
}

/** Another argument that answers this one. */
export interface Attack {
  readonly by: string
  readonly kind: AttackKind
  readonly at: Target
  /** The premise that is taken away, when that is the target. */
  readonly premise?: string
  /** What the attack does, in a sentence. */
  readonly says: string
}

/** Where the argument was heard, and what became of it. */
export interface Reception {
  readonly forum: string
  readonly day: Day
  readonly accepted: boolean | 'partly'
  /** The authority in which that can be read. */
  readonly by: string
  /** The court itself, when left out. */
  readonly voice?: Voice
  readonly note?: string
}

/** One argument. */
export interface Argument {
  readonly id: string
  readonly side: Cause
  readonly tier: Tier
  readonly claim: string
  /** The same for somebody of sixteen. */
  readonly plain: string
  /** What people get wrong about it, and the first day on which that can be known. */
  readonly mistake: { readonly says: string; readonly from?: Day }
  readonly premises: readonly Premise[]
  readonly authorities: readonly string[]
  readonly attackedBy: readonly Attack[]
  readonly record: readonly Reception[]
  /** The first day on which it can be used at all. */
  readonly from: Day
  /** The first day on which it no longer can. */
  readonly to?: Day
}

/** Where arguments are heard that is no court of the law files. */
export interface Forum {
  readonly id: string
  readonly name: string
  readonly kind: 'court' | 'legislature' | 'government' | 'regulator' | 'practice' | 'public'
}

/** One of the two answers to an issue, and the arguments that can be held for it. */
export interface Position {
  readonly id: string
  readonly side: 'resist' | 'compel'
  readonly says: string
  readonly arguments: readonly string[]
  /** What every argument for it takes for granted: where the facts are otherwise, none leads there. */
  readonly supposes?: Premise
}

/** A question before the bench. */
export interface MotionIssue {
  readonly id: string
  readonly asks: string
  readonly positions: readonly [Position, Position]
  /** The position that must clear the bar; if it does not, the other prevails. */
  readonly burden: string
  readonly standard: StandardName
  /** Why this bar. */
  readonly because: string
}

/** What a court really did. Null: the court did not reach the issue. */
export interface Ruling {
  readonly by: string
  readonly relief: 'granted' | 'refused' | 'partly'
  readonly issues: Readonly<Record<string, string | null>>
  readonly says: string
}

/** A hearing that can be argued. */
export interface Motion {
  readonly id: string
  readonly name: string
  /** What is asked for. */
  readonly asks: string
  /** Who asks: that side gets the relief if it wins one of the issues, or all of them. */
  readonly mover: 'resist' | 'compel'
  readonly needs: 'one' | 'all'
  readonly forum: string
  readonly day: Day
  /** The motion this one is an appeal from: issues of the same id are open only if they were raised there. */
  readonly after?: string
  /** The scenario of the season it belongs to. */
  readonly scenario: number
  /** The record: facts of the matter as they stand. What is not here is unknown. */
  readonly facts: Readonly<Record<string, boolean | string | number>>
  readonly issues: readonly MotionIssue[]
  readonly ruling?: Ruling
}

/** What a file of arguments may hold. Several files are read as one. */
export interface ArgumentFile {
  readonly $schema?: string
  readonly forums?: readonly Forum[]
  readonly arguments?: readonly Argument[]
  readonly motions?: readonly Motion[]
}

/** All files together. */
export interface Dossier {
  readonly forums: readonly Forum[]
  readonly arguments: readonly Argument[]
  readonly motions: readonly Motion[]
}

/** The files as one. */
export const dossierOf = (files: readonly ArgumentFile[]): Dossier => ({
  forums: files.flatMap(f => f.forums ?? []),
  arguments: files.flatMap(f => f.arguments ?? []),
  motions: files.flatMap(f => f.motions ?? []),
})

/** True if the argument can be put on that day. */
export const isOpen = (argument: Pick<Argument, 'from' | 'to'>, day: Day): boolean =>
  argument.from <= day && (argument.to === undefined || day < argument.to)

/** The premises that can be said on that day. */
export const premisesOn = (argument: Argument, day: Day): readonly Premise[] =>
  argument.premises.filter(p => p.from === undefined || p.from <= day)
