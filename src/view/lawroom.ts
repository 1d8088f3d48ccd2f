/** The law room as it is shown: the conflict lab and the shelves of orders, authorities, rules and open questions. */
import type { Day, Problem } from '../base/index.ts'
import type { CitationView, FindingView, Verdict } from './types.ts'

/** What the lab asks: a day, a court, facts of which some may be unknown, an act; and readings to suppose. */
export interface LabState {
  readonly day: Day
  readonly forum: string | null
  readonly act: string
  readonly facts: Readonly<Record<string, boolean | string | number | null>>
  readonly suppose: Readonly<Record<string, string>>
}

/** Changes of the lab: any of its parts. A fact or a reading of null is not known. */
export interface LabChange {
  readonly day?: Day
  readonly forum?: string | null
  readonly act?: string
  readonly facts?: Readonly<Record<string, boolean | string | number | null>>
  readonly suppose?: Readonly<Record<string, string | null>>
  readonly preset?: string
}

/** One fact as a control. Values are texts; the empty one is "not known". */
export interface FactView {
  readonly path: string
  readonly gloss: string
  readonly kind: 'choice' | 'number' | 'date'
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
  readonly min?: number
  readonly max?: number
  /** Some order's answer on the chosen act can hang on it now. */
  readonly matters: boolean
}

export interface FactGroup {
  readonly id: string
  readonly title: string
  readonly facts: readonly FactView[]
  /** "3 of 14 known". */
  readonly summary: string
}

/** What one order says of the act, for the table and the map. */
export interface OrderAnswer {
  readonly id: string
  readonly name: string
  readonly verdict: Verdict
  readonly text: string
  /** Orders it is in conflict with over this act. */
  readonly against: readonly { readonly id: string; readonly name: string; readonly level: 'certain' | 'possible' }[]
  readonly exposure: readonly string[]
  readonly sources: readonly CitationView[]
  /** All of it, worked out when it is opened; null for an order that is silent. */
  readonly finding: FindingView | null
  /** One other fact, or one ruling, and what the order would say then. Worked out when it is opened. */
  readonly turns: readonly Turning[]
  /** Two changes together that would end the duty; empty where one is enough. */
  readonly ways: readonly Turning[]
}

/** A change and what follows from it. */
export interface Turning {
  readonly text: string
  readonly verdict: Verdict
  readonly change: LabChange
}

export interface CostLine {
  readonly order: string
  readonly name: string
  readonly text: string
  readonly level: 'certain' | 'possible'
}

/** What the law says from each day on which anything changes: per order, stretches of one verdict. */
export interface StripView {
  readonly rows: readonly {
    readonly order: string
    readonly name: string
    readonly stretches: readonly {
      readonly verdict: Verdict
      readonly from: Day
      /** The first day it no longer holds. */
      readonly to: Day
      readonly text: string
      /** In per cent of the whole. */
      readonly start: number
      readonly width: number
    }[]
  }[]
  readonly silent: readonly string[]
  /** Days on which some answer changes, in order. */
  readonly turns: readonly { readonly day: Day; readonly text: string }[]
}

export interface LabView {
  readonly day: Day
  readonly dayText: string
  readonly first: Day
  readonly last: Day
  /** Months since the first one, and how many there are. */
  readonly month: number
  readonly months: number
  readonly now: number
  readonly forum: string
  readonly forums: readonly {
    readonly order: string
    readonly courts: readonly { readonly id: string; readonly name: string }[]
  }[]
  readonly act: { readonly id: string; readonly text: string; readonly definition: string }
  readonly acts: readonly { readonly id: string; readonly text: string }[]
  readonly presets: readonly { readonly id: string; readonly title: string; readonly about: string }[]
  readonly preset: string
  readonly groups: readonly FactGroup[]
  readonly orders: readonly OrderAnswer[]
  readonly conflicts: readonly {
    readonly orders: readonly [string, string]
    readonly text: string
    readonly level: 'certain' | 'possible'
    readonly dissolve: readonly string[]
  }[]
  /** What the act may cost where it is done, and where it is left undone. */
  readonly done: readonly CostLine[]
  readonly left: readonly CostLine[]
  /** In a sentence: which of the two is nowhere worse, if one is. */
  readonly weighed: string
  readonly map: {
    readonly asker: string | null
    readonly dataAt: string | null
    readonly territories: readonly {
      readonly order: string
      readonly name: string
      readonly verdict: Verdict
      readonly countries: readonly string[]
    }[]
  }
  readonly strip: StripView
  /** One sentence for the whole table. */
  readonly inShort: string
}

export interface AuthorityView extends CitationView {
  readonly order: string
  readonly place: string
  readonly from: Day | null
  readonly to: Day | null
  /** How far it could be checked. */
  readonly scope: 'full' | 'partial' | 'none'
  readonly points: readonly string[]
  readonly sources: readonly string[]
  readonly rules: readonly { readonly id: string; readonly order: string; readonly says: string }[]
  /** Text to search in, in small letters. */
  readonly search: string
}

/** A condition in plain words: a line, or lines of which all or one must be so. */
export type Spelt =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Spelt[] }

export interface RuleView {
  readonly id: string
  readonly order: string
  readonly says: string
  /** "The law of Ireland forbids you to hand over the content of the account". */
  readonly then: string
  readonly effect: Verdict
  readonly dates: string
  readonly from: Day | null
  readonly to: Day | null
  readonly unverified: boolean
  readonly search: string
  /** Worked out when the rule is opened. */
  readonly full: {
    readonly when: Spelt
    readonly unless: readonly { readonly text: string; readonly when: Spelt; readonly source: CitationView | null }[]
    readonly scope: string | null
    readonly time: readonly string[]
    readonly beats: readonly { readonly id: string; readonly says: string; readonly why: string }[]
    readonly beatenBy: readonly { readonly id: string; readonly says: string; readonly why: string }[]
    readonly sanctions: readonly { readonly text: string; readonly note: string; readonly when: Spelt | null }[]
    readonly citations: readonly CitationView[]
  }
}

export interface OrderView {
  readonly id: string
  readonly name: string
  readonly rules: readonly RuleView[]
  readonly authorities: number
  readonly questions: number
  /** Courts of this order, each with how far below the top it stands. */
  readonly courts: readonly { readonly id: string; readonly name: string; readonly depth: number }[]
  readonly since: string
}

export interface QuestionView {
  readonly id: string
  readonly asks: string
  readonly orders: readonly string[]
  readonly readings: readonly {
    readonly id: string
    readonly name: string
    readonly claim: string
    readonly holdings: readonly {
      readonly court: string
      readonly from: Day | null
      readonly to: Day | null
      readonly dates: string
      readonly ended: string
      readonly citations: readonly CitationView[]
    }[]
  }[]
  readonly rules: readonly { readonly id: string; readonly order: string; readonly says: string }[]
}

/** Everything there is to browse. */
export interface LibraryView {
  readonly orders: readonly OrderView[]
  readonly authorities: readonly AuthorityView[]
  readonly questions: readonly QuestionView[]
  readonly kinds: readonly string[]
  readonly places: readonly { readonly id: string; readonly name: string }[]
}

export const lawTabs = ['lab', 'authorities', 'rules', 'questions'] as const
export type LawTab = (typeof lawTabs)[number]

/** The law room at one moment. */
export interface LawRoomView {
  readonly tab: LawTab
  /** What the address names inside the tab: an order, a rule, an authority. */
  readonly about: readonly string[]
  readonly lab: LabView
  readonly library: LibraryView
  /** What the last change of the lab did, sentence by sentence; empty before the first. */
  readonly changed: readonly string[]
  /** Counts changes, so that the same words twice are said twice. */
  readonly turn: number
  /** What was wrong with the link that led here. */
  readonly problems: readonly Problem[]
  /** The fragment that brings this moment back. */
  readonly link: string
}
