/**
 * What the page and the stage are shown: words and data, nothing to decide. Made by `caseView`, drawn by `ui` and `stage`.
 * All text is already in words; rich text is spans, never HTML.
 */

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'em'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly id: string }
  | { readonly kind: 'law'; readonly text: string; readonly id: string }
export type Rich = readonly Span[]

/** What one legal order says of one act. `unknown` covers contested and undetermined; `silent` is no rule at all. */
export type Verdict = 'obliges' | 'forbids' | 'permits' | 'excuses' | 'contested' | 'silent'

export interface CitationView {
  readonly id: string
  readonly citation: string
  readonly title: string
  readonly summary: string
  /** "in force since 21 October 1986", "14 July 2016 to 17 April 2018". */
  readonly dates: string
  readonly kind: string
  readonly verified: boolean
  readonly note?: string
}

/** One line of a why: a rule, its condition met fact by fact, its exceptions, what was said against it and how that fell. */
export interface WhyView {
  readonly rule: string
  readonly says: string
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly inForce: string
  readonly facts: readonly { readonly text: string; readonly holds: 'yes' | 'no' | 'unknown'; readonly from?: string }[]
  readonly exceptions: readonly { readonly text: string; readonly holds: 'yes' | 'no' | 'unknown' }[]
  readonly against: readonly { readonly rule: string; readonly says: string; readonly how: string }[]
  readonly citations: readonly CitationView[]
  readonly unverified: boolean
}

export interface FindingView {
  readonly order: string
  readonly orderName: string
  readonly act: string
  readonly actText: string
  readonly verdict: Verdict
  /** A sentence: "US law obliges you to disclose the content." */
  readonly text: string
  /** For contested findings: each reading, its claim and who took it. */
  readonly readings: readonly { readonly claim: string; readonly taken: readonly string[] }[]
  readonly whys: readonly WhyView[]
  readonly exposure: readonly string[]
}

export interface LawView {
  readonly day: string
  readonly forum: string
  /** The address of the same day, court and facts in the conflict lab. */
  readonly lab: string
  readonly orders: readonly {
    readonly id: string
    readonly name: string
    readonly findings: readonly FindingView[]
  }[]
  readonly conflicts: readonly {
    readonly text: string
    readonly level: 'certain' | 'possible'
    readonly dissolve: readonly string[]
  }[]
}

export interface MeterView {
  readonly id: string
  readonly group: 'exposure' | 'trust' | 'case'
  readonly name: string
  readonly value: number
  /** "low", "steady", "grave": the number in a word. */
  readonly words: string
  /** Higher is better, or worse (exposure). */
  readonly better: 'higher' | 'lower'
  readonly change: number
}

export interface ChangeView {
  readonly meter: string
  readonly name: string
  readonly by: number
  readonly good: boolean
  readonly reasons: readonly {
    readonly rule: string
    readonly why: string
    readonly citations: readonly CitationView[]
    /** True for a rule of the consequence model, false for a rule of law. */
    readonly model?: boolean
    /** This reason's part of the change. */
    readonly by?: number
  }[]
}

export interface ChoiceView {
  readonly id: string
  readonly text: Rich
  readonly aside: Rich | null
  readonly acts: readonly string[]
  /** Which meters it will move and which way; `either` where chance or unsettled law decides. */
  readonly predictions: readonly {
    readonly meter: string
    readonly name: string
    readonly way: 'up' | 'down' | 'either'
  }[]
  /** What each order says of what this choice does or leaves undone: lights the map. */
  readonly says: readonly {
    readonly order: string
    readonly name: string
    readonly verdict: Verdict
    readonly text: string
  }[]
}

export interface DocumentView {
  readonly id: string
  readonly kind: 'warrant' | 'order' | 'letter' | 'memo' | 'newspaper' | 'transcript' | 'email'
  readonly title: string
  readonly from: string | null
  readonly to: string | null
  readonly date: string
  readonly stamp: string | null
  readonly body: readonly Rich[]
  readonly note: string | null
  readonly citations: readonly CitationView[]
  readonly isNew: boolean
}

export interface PersonView {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly wants: string
  readonly side: 'us' | 'them' | 'bench' | 'world'
  readonly face: string
  readonly says: string | null
}

export interface StageView {
  readonly kind: 'office' | 'courtroom' | 'map'
  readonly name: string
  readonly light: 'morning' | 'day' | 'evening' | 'night'
  readonly people: readonly PersonView[]
  readonly sites: readonly {
    readonly id: string
    readonly name: string
    readonly lon: number
    readonly lat: number
    readonly kind: 'datacentre' | 'office' | 'court' | 'authority'
    readonly holds: readonly ('content' | 'metadata' | 'copy' | 'keys')[]
  }[]
  /** Journeys to animate on arrival in this scene; drawn as still arcs when motion is reduced. */
  readonly travels: readonly {
    readonly what: 'warrant' | 'data' | 'request' | 'letter' | 'brief'
    readonly from: string
    readonly to: string
  }[]
  /** Per order: ISO 3166-1 numeric country ids to light, with no choice in focus. */
  readonly orders: readonly { readonly id: string; readonly name: string; readonly countries: readonly string[] }[]
  readonly hearing: {
    readonly motion: string
    readonly bench: PersonView
    readonly counsel: PersonView | null
    readonly points: readonly { readonly text: string; readonly side: 'us' | 'them' }[]
  } | null
  /** For the text twin of the picture. */
  readonly describes: string
}

export interface DecisionView {
  readonly number: number
  readonly date: string
  readonly scene: string
  readonly choice: Rich
  readonly then: Rich | null
  readonly chances: readonly string[]
  readonly changes: readonly ChangeView[]
}

export interface EndingView {
  readonly id: string
  readonly title: string
  readonly tone: 'won' | 'mixed' | 'lost'
  readonly text: readonly Rich[]
  readonly lesson: Rich
  readonly otherSide: Rich
  /** One sentence per meter: where it stands and what did most to put it there. */
  readonly verdicts: readonly {
    readonly meter: MeterView
    readonly text: string
    readonly reasons: readonly ChangeView[]
  }[]
  readonly history: readonly {
    readonly date: string
    readonly text: Rich
    readonly citations: readonly CitationView[]
    readonly verified: boolean
  }[]
  readonly simplified: readonly { readonly what: string; readonly why: string }[]
  readonly questions: readonly string[]
  readonly citations: readonly CitationView[]
}

export interface CaseView {
  readonly level: {
    readonly id: string
    readonly title: string
    readonly subtitle: string
    readonly version: string
    readonly brief: Rich
  }
  readonly scene: {
    readonly id: string
    readonly title: string
    readonly date: string
    readonly place: string
    readonly text: readonly Rich[]
    readonly hearing: boolean
    /** Ids of the documents that reach the desk in this scene. */
    readonly papers: readonly string[]
  }
  readonly last: DecisionView | null
  readonly choices: readonly ChoiceView[]
  readonly documents: readonly DocumentView[]
  readonly meters: readonly MeterView[]
  readonly law: LawView
  readonly stage: StageView
  readonly cast: readonly PersonView[]
  readonly glossary: readonly {
    readonly id: string
    readonly term: string
    readonly text: string
    readonly citations: readonly CitationView[]
  }[]
  /** Every authority a text of this matter may link to (`law` spans). Without it, ui gathers what the rest cites. */
  readonly authorities?: readonly CitationView[]
  readonly decisions: readonly DecisionView[]
  readonly ending: EndingView | null
  readonly canUndo: boolean
  readonly mode: 'practice' | 'hearing'
  readonly showPredictions: boolean
  readonly code: string
}

/** What a person can do, from page or stage alike. */
export type Intent =
  | { readonly kind: 'choose'; readonly id: string }
  | { readonly kind: 'focus'; readonly id: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'open-document'; readonly id: string }
