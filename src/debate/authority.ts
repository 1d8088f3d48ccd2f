/**
 * What an authority weighs in a forum on a day, 0 to 100, and why: from the tree of courts, the dates and what became of
 * it. Computed by the table below, never typed in beside an argument. Whatever it knows of courts and cases is handed in.
 */
import { type Day, writeDay } from '../base/index.ts'

/** A court and the one above it, of a legal order. */
export interface CourtSeat {
  readonly id: string
  readonly parent?: string
  readonly name?: string
  readonly order?: string
}

export const authorityKinds = [
  'statute',
  'regulation',
  'treaty',
  'executive-agreement',
  'case',
  'guidance',
  'doctrine',
] as const
export type AuthorityKind = (typeof authorityKinds)[number]

/** What of a case is relied on: what it decided, what it said by the way, or what one judge or counsel said. */
export type Part = 'holding' | 'dicta' | 'separate-opinion' | 'argument'

/** Something that is cited. */
export interface Cited {
  readonly id: string
  readonly title?: string
  readonly kind: AuthorityKind
  /** The legal order it belongs to; null for the law between states. */
  readonly order: string | null
  /** Of a case: the court. */
  readonly court?: string
  /** The day it was decided or came into force; null where that is before everything. */
  readonly from: Day | null
  /** The first day on which it is good law no more. */
  readonly to?: Day | null
  readonly ended?: 'reversed' | 'vacated' | 'superseded'
  /** What ended it, in words: "a new statute". */
  readonly endedBy?: string
  /** The holding, when left out. */
  readonly part?: Part
}

/** Where and when it is cited. */
export interface Bench {
  readonly courts: readonly CourtSeat[]
  readonly forum: string
  readonly day: Day
  /** Other legal orders whose law binds this forum too, as that of the Union binds Irish courts. */
  readonly follows?: readonly string[]
}

/** The table: what each kind of standing weighs. A stated model, for a game and for teaching, and no source of law. */
export const authorityTable = {
  'highest-court': [100, 'the highest court above this one, or the forum itself where none is above it'],
  'written-law': [98, 'a statute or regulation in force here'],
  treaty: [96, 'a treaty in force here'],
  'court-above': [95, 'a court between the highest and this one'],
  agreement: [92, 'an executive agreement in force here'],
  'own-court': [90, "this court's own earlier ruling"],
  'sister-court': [60, 'a court of the same legal order, beside this one'],
  doctrine: [50, 'a doctrine, or the law between states'],
  'court-below': [45, 'a court from which one appeals to this one'],
  guidance: [40, 'what an authority says it will do'],
  foreign: [35, 'a court or law of another legal order'],
  dicta: [25, 'said by the way, and not needed to decide'],
  'separate-opinion': [20, 'a dissent or concurrence'],
  'foreign-dicta': [15, 'said by the way, by a court of another legal order'],
  vacated: [15, 'a ruling that was wiped out: only its reasons are left'],
  argument: [10, 'what counsel said, or a question from the bench'],
  reversed: [5, 'a ruling a higher court found wrong'],
  superseded: [5, 'law that was replaced, repealed or has run out'],
  'this-very-ruling': [0, 'what this court decides that day: no ruling is an authority for itself'],
  'not-yet': [0, 'what did not exist on that day'],
} as const satisfies Readonly<Record<string, readonly [weight: number, what: string]>>
export type AuthorityStanding = keyof typeof authorityTable

/** What an authority weighs there and then. */
export interface AuthorityWeight {
  readonly authority: string
  readonly weight: number
  readonly standing: AuthorityStanding
  /** The forum must follow it. */
  readonly binding: boolean
  /** The reason in a sentence. */
  readonly says: string
}

const lineAbove = (courts: ReadonlyMap<string, CourtSeat>, forum: string): readonly string[] => {
  const line: string[] = []
  let next = courts.get(forum)?.parent
  while (next !== undefined && next !== forum && !line.includes(next)) {
    line.push(next)
    next = courts.get(next)?.parent
  }
  return line
}

const lapse = { reversed: 'reversed', vacated: 'vacated', superseded: 'superseded' } as const

/** Whether the authority stands at all that day, and if not, why not. */
const fallen = ({ from, to, ended, court }: Cited, { day, forum }: Bench): AuthorityStanding | null => {
  if (from !== null && day < from) return 'not-yet'
  if (from === day && court === forum) return 'this-very-ruling'
  if (typeof to === 'string' && day >= to) return lapse[ended ?? 'superseded']
  return null
}

/** The standing of a case that is good law. */
const caseStanding = (cited: Cited, bench: Bench, home: boolean): AuthorityStanding => {
  const part = cited.part ?? 'holding'
  if (part === 'argument') return 'argument'
  if (part === 'separate-opinion') return 'separate-opinion'
  if (part === 'dicta') return home ? 'dicta' : 'foreign-dicta'
  if (!home) return 'foreign'
  const courts = new Map(bench.courts.map(court => [court.id, court]))
  const line = lineAbove(courts, bench.forum)
  const court = cited.court
  if (court === undefined) return 'sister-court'
  if (court === bench.forum) return line.length ? 'own-court' : 'highest-court'
  if (line.includes(court)) return line.at(-1) === court ? 'highest-court' : 'court-above'
  if (lineAbove(courts, court).includes(bench.forum)) return 'court-below'
  // The court at the head of an order whose law this forum follows.
  const seat = courts.get(court)
  if (cited.order !== courts.get(bench.forum)?.order && seat?.parent === undefined) return 'highest-court'
  return 'sister-court'
}

const lawStandings: Readonly<Record<Exclude<AuthorityKind, 'case'>, AuthorityStanding>> = {
  statute: 'written-law',
  regulation: 'written-law',
  treaty: 'treaty',
  'executive-agreement': 'agreement',
  guidance: 'guidance',
  doctrine: 'doctrine',
}

const binds: readonly AuthorityStanding[] = [
  'highest-court',
  'written-law',
  'treaty',
  'court-above',
  'agreement',
  'own-court',
]

const sentence = (cited: Cited, bench: Bench, standing: AuthorityStanding): string => {
  const named = (id: string | undefined) => bench.courts.find(court => court.id === id)?.name ?? id ?? 'that court'
  const [court, forum] = [`the ${named(cited.court)}`, `the ${named(bench.forum)}`]
  const when = typeof cited.to === 'string' ? ` on ${writeDay(cited.to)}` : ''
  const by = cited.endedBy === undefined ? '' : ` by ${cited.endedBy}`
  const says: Readonly<Record<AuthorityStanding, string>> = {
    'highest-court':
      cited.court === bench.forum
        ? "it is this court's own ruling, and no court stands above it"
        : `${court} has the last word on it here`,
    'written-law': 'it is law here, and binds every court of the land',
    treaty: 'the treaty is in force here',
    'court-above': `${court} stands above ${forum}, so its ruling binds`,
    agreement: 'the agreement is in force here',
    'own-court': `${forum} decided so itself before, and keeps to its word unless it is shown to be wrong`,
    'sister-court': `${cited.court === undefined ? 'another court of this legal order' : court} neither stands above ${forum} nor below it, so it persuades and does not bind`,
    doctrine: 'it is taught and followed, but nobody enacted it',
    'court-below': `one appeals from ${court} to ${forum}, so it may be followed or put right`,
    guidance: 'it says what an office means to do, and courts need not agree',
    foreign: 'it is of another legal order, and can only show how others see it',
    dicta: 'it was said by the way, and nothing was decided by it',
    'separate-opinion': "it is one judge's view, and the court went another way or further",
    'foreign-dicta': 'it was said by the way, and in another legal order',
    vacated: `it was vacated${when}${by}: it binds nobody any more, though its reasons can still be read`,
    argument: 'it was said in argument, and no court has adopted it',
    reversed: `it was reversed${when}${by}: a higher court found it wrong`,
    superseded: `it is good law no more: it was superseded${when}${by}`,
    'this-very-ruling': `it is what ${forum} decides this very day, and no ruling is an authority for itself`,
    'not-yet': `on ${writeDay(bench.day)} it does not exist yet${cited.from === null ? '' : `: it is of ${writeDay(cited.from)}`}`,
  }
  const words = says[standing]
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`
}

/** What an authority weighs in a forum on a day, with the reason. A forum that is no court is our own mistake, and throws. */
export const weighAuthority = (cited: Cited, bench: Bench): AuthorityWeight => {
  const forum = bench.courts.find(court => court.id === bench.forum)
  if (forum === undefined) throw new Error(`There is no court "${bench.forum}".`)
  const orders = [forum.order, ...(bench.follows ?? [])]
  const home = cited.order !== null && orders.includes(cited.order)
  const lasting = cited.kind === 'case' ? caseStanding(cited, bench, home) : lawStandings[cited.kind]
  const abroad: AuthorityStanding = cited.order === null ? 'doctrine' : 'foreign'
  const bound = home || cited.kind === 'case' || (cited.kind === 'doctrine' && cited.order === null)
  const standing = fallen(cited, bench) ?? (bound ? lasting : abroad)
  return {
    authority: cited.id,
    weight: authorityTable[standing][0],
    standing,
    binding: binds.includes(standing),
    says: sentence(cited, bench, standing),
  }
}

/** Every authority with its weight, the weightiest first, then by id: the first is the authority link of an argument. */
export const weighAuthorities = (cited: readonly Cited[], bench: Bench): readonly AuthorityWeight[] =>
  cited
    .map(each => weighAuthority(each, bench))
    .sort((a, b) => b.weight - a.weight || (a.authority < b.authority ? -1 : 1))
