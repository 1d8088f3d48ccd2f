/**
 * What a law file holds. Law is data: one file per legal order, plus the shared vocabulary
 * (facts, acts) and the authorities. The engine knows no country.
 *
 * Shipped files must give `cite` and `from` on every rule and holding; test packs may leave them out.
 */
import type { Day } from '../base/index.ts'

/** A value of a fact. `null` is *unknown*, a value in its own right. */
export type Value = boolean | string | number
export type Facts = Readonly<Record<string, Value | null>>

export type FactSpec = (
  | { readonly type: 'bool' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'int'; readonly min?: number; readonly max?: number }
  | { readonly type: 'date' }
) & {
  /** Plain words, for pages and explanations: "where the content is stored". */
  readonly gloss?: string
  /** Plain words per value: `{ "ie": "Ireland" }`; for booleans the keys are `true` and `false`. */
  readonly says?: Readonly<Record<string, string>>
}

/** A typed legal act: one thing counsel can do, with its object in the id (`disclose-content`). */
export interface ActSpec {
  readonly id: string
  /** The infinitive a lawyer would use: "disclose the content of the account". */
  readonly gloss: string
  /** One line: what counts as this act. */
  readonly definition: string
  /** Facts this act makes true when it is done. */
  readonly sets?: Facts
  /** Doing this act is also doing those. */
  readonly entails?: readonly string[]
  /** Doing this act rules those out. */
  readonly excludes?: readonly string[]
}

export interface Court {
  readonly id: string
  readonly parent?: string
  readonly name?: string
  readonly order?: string
}

export interface Question {
  readonly readings: readonly string[]
  /** The question in plain words, and each reading's claim and who holds it. */
  readonly asks?: string
  readonly says?: Readonly<Record<string, string>>
}

/** A court takes one reading of a contested question, from a day, until reversed or vacated. */
export interface Holding {
  readonly id?: string
  readonly question: string
  readonly reading: string
  readonly court: string
  readonly from?: Day | null
  readonly to?: Day | null
  readonly cite?: string
  /** Why it ended, when it did. */
  readonly ended?: 'reversed' | 'vacated' | 'superseded'
}

/** A kind of consequence for a breach. Kinds are never added together. */
export type SanctionKind = 'money' | 'per-day' | 'crime' | 'blocking'

export interface Sanction {
  readonly kind: SanctionKind
  /** Units of `currency` (per day for `per-day`); for `crime`, months of imprisonment at most; for `blocking`, days. */
  readonly min: number
  readonly max: number
  readonly currency?: string
  /** A formula instead of a flat cap: the higher of `max` and this share (per cent) of world turnover. */
  readonly turnoverPercent?: number
  /** The share is of the turnover in this country alone, named in words: world turnover says nothing of it. */
  readonly turnoverIn?: string
  /** Applies only when this condition is not no. */
  readonly when?: string
  readonly note?: string
  readonly cite?: readonly string[]
}

export type Head =
  | { readonly conclude: string }
  | { readonly oblige: string }
  | { readonly forbid: string }
  | { readonly permit: string }
  | { readonly excuse: string }

/** A head together with its legal order; atoms need none. A pack of one order may leave it out. */
export type Claim = Head & { readonly order?: string }

/** What a derived atom means, for explanations: "the provider can be reached". */
export interface AtomSpec {
  readonly gloss: string
}

export interface Rule {
  readonly id: string
  readonly order?: string
  /** Scope: applies in this court and those below it. */
  readonly court?: string
  /** In force from this day (inclusive) to that day (exclusive); absent or null = open. */
  readonly from?: Day | null
  readonly to?: Day | null
  readonly kind?: 'defeasible' | 'defeater'
  readonly when: string
  readonly unless?: readonly { readonly when: string; readonly cite?: string; readonly says?: string }[]
  readonly then: Head
  /** Ids of rules of the same order that this one beats, and why in `rank`. */
  readonly overrides?: readonly string[]
  readonly rank?: 'lex specialis' | 'lex superior' | 'lex posterior'
  readonly cite?: readonly string[]
  /** Of a duty: by when after service it must be met, "8 hours" or "10 days". Absent: at once. */
  readonly within?: string
  /** Of a duty or a prohibition: how long after service it lasts, "90 days". Absent: without end. */
  readonly until?: string
  readonly sanction?: readonly Sanction[]
  /** One sentence, as a careful lawyer would say it aloud. */
  readonly says?: string
  /** True when the law pack could not verify this; shown as such. */
  readonly unverified?: boolean
}

export interface Authority {
  readonly id: string
  readonly kind: 'statute' | 'case' | 'treaty' | 'regulation' | 'guidance' | 'doctrine' | 'executive-agreement'
  readonly jurisdiction: string
  readonly title: string
  readonly citation: string
  readonly inForce: { readonly from: Day | null; readonly to: Day | null }
  readonly summary: string
  readonly keyRules?: readonly string[]
  readonly sources?: readonly string[]
  readonly verified: boolean
  readonly verifiedScope?: 'full' | 'partial' | 'none'
  readonly notes?: string
}

/** A word in plain words: linked from texts as `[words](term:id)`. */
export interface Term {
  readonly id: string
  readonly term: string
  readonly text: string
  readonly cite?: readonly string[]
}

/** A day on which the law turned, in a few words: how a year is named by what its law is. */
export interface Turn {
  readonly from: Day
  /** "after the Second Circuit": stands behind "The law of 2016, ". */
  readonly name: string
  /** What the law is from then on, in a sentence. */
  readonly says: string
  readonly cite?: readonly string[]
}

/** The days these law files know, and the turns between them in order. */
export interface Calendar {
  readonly first: Day
  /** The day the law was last held against its sources: what comes after it is not known. */
  readonly last: Day
  readonly turns: readonly Turn[]
}

/** One law file. Several are compiled together into a pack. */
export interface LawFile {
  readonly $schema?: string
  /** Default order of the rules in this file. */
  readonly order?: string
  /** The order's name in words: "Ireland". */
  readonly name?: string
  readonly acts?: readonly (string | ActSpec)[]
  readonly courts?: readonly Court[]
  readonly facts?: Readonly<Record<string, FactSpec>>
  /** Glosses of derived atoms; an atom needs no declaration, being whatever a rule concludes. */
  readonly atoms?: Readonly<Record<string, AtomSpec>>
  readonly questions?: Readonly<Record<string, Question>>
  readonly holdings?: readonly Holding[]
  readonly rules?: readonly Rule[]
  readonly authorities?: readonly Authority[]
  readonly terms?: readonly Term[]
  /** One of the files of a world has it. */
  readonly calendar?: Calendar
}
