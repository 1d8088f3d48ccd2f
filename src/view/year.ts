/**
 * The decisions of a play under the law of another day, in words: what each order said of a decision on its own day,
 * what it would say on the same facts under that law, why, what that would have put at stake, and what changes.
 */
import { type Day, writeDay } from '../base/index.ts'
import {
  type Breach,
  exposures,
  type Judged,
  type Judgement,
  judge,
  lawAt,
  type Matter,
  type State,
  statesOf,
} from '../game/index.ts'
import { type Claim, type Evaluation, exposure, type Modality, whyNot } from '../law/index.ts'
import { spans, unmarked } from '../level/index.ts'
import { bookOf } from './book.ts'
import { type LawDay, type LawSpan, lawDays, lawSpan, turnOn } from './calendar.ts'
import { modalityOf, saysOf, standsIn } from './law.ts'
import { madeOf } from './made.ts'
import type { CaseView, CitationView, Rich } from './types.ts'
import { cost, listed, meterWord, sentence } from './words.ts'

/** How a decision stands in one order. `goes-on`: a breach that was there before it, and that it leaves as it was. */
export type Standing = 'lawful' | 'open' | 'breach' | 'open-goes-on' | 'breach-goes-on'

/** A rule behind a verdict: its sentence, and why it does not apply where it does not. */
export interface GroundView {
  readonly rule: string
  readonly says: string
  /** "It is in force only since 23 March 2018." */
  readonly but: string | null
  readonly citations: readonly CitationView[]
  readonly unverified: boolean
}

/** What one order says of one decision under one law. */
export interface StandingView {
  readonly standing: Standing
  readonly text: string
  readonly grounds: readonly GroundView[]
  /** What the breach may cost, in sentences; empty where there is none. */
  readonly costs: readonly string[]
}

export interface YearOrderView {
  readonly order: string
  /** "US law". */
  readonly name: string
  readonly was: StandingView
  readonly would: StandingView
  /** From lawful to a breach, or back, or to open; whether it is made here or goes on is no change. */
  readonly changed: boolean
  /** Both laws say the same on the same grounds. */
  readonly same: boolean
}

export interface YearDecisionView {
  readonly number: number
  readonly date: string
  readonly scene: string
  readonly choice: Rich
  readonly changed: boolean
  /** The orders that have something to say, under either law. */
  readonly orders: readonly YearOrderView[]
  /** Those that have nothing to say: "Irish law". */
  readonly silent: readonly string[]
}

/** Points of exposure along a play. */
export interface Reach {
  readonly highest: number
  readonly last: number
}

/** The whole answer. */
export interface YearView {
  readonly day: Day
  /** "the law of 22 November 2026". */
  readonly law: string
  /** How the law last turned before that day, in a sentence, and its authorities. */
  readonly says: string
  readonly citations: readonly CitationView[]
  /** The answer in one sentence: how many decisions that law judges otherwise. */
  readonly headline: string
  /** The count for each order that has any. */
  readonly summary: readonly string[]
  /** One sentence for each change. */
  readonly changes: readonly {
    readonly number: number
    readonly order: string
    readonly text: string
    readonly ground: GroundView | null
  }[]
  readonly decisions: readonly YearDecisionView[]
  /** How far the exposure goes, and how far it would: 0 to 100, at its highest and after the last decision. */
  readonly exposure: readonly {
    readonly order: string
    readonly name: string
    readonly was: Reach
    readonly would: Reach
    readonly text: string
  }[]
}

/** One decision of a play as data: for programs, and for whoever wants no words. */
export interface Side {
  readonly standing: Standing
  readonly breaches: readonly (Breach & { readonly exposure: ReturnType<typeof exposure> })[]
}

const spotOf = (judged: Judged, breach: Breach) => (breach.manner === 'did' ? judged.state : judged.weighing.after)

/** What one order found in one decision. */
export const sideOf = (matter: Matter, judged: Judged, order: string): Side => {
  const { did, owed } = judged.weighing
  const stands = standsIn(matter, judged.state)
  const breaches = [...did, ...owed].filter(breach => breach.order === order)
  const certain = breaches.filter(breach => breach.level === 'certain')
  const heaviest = certain.length > 0 ? certain : breaches
  const goesOn = heaviest.every(breach => breach.manner === 'omitted' && stands(breach))
  const word = certain.length > 0 ? 'breach' : 'open'
  return {
    standing: breaches.length === 0 ? 'lawful' : goesOn ? `${word}-goes-on` : word,
    breaches: breaches.map(({ costs, ...breach }) => ({
      ...breach,
      exposure: costs ?? exposure(lawAt(matter, spotOf(judged, breach)), breach),
    })),
  }
}

/** Lawful, open or a breach: whether a breach is made by the decision or goes on makes no difference. */
export const levelOf = (standing: Standing): 'lawful' | 'open' | 'breach' =>
  standing === 'lawful' ? 'lawful' : standing.startsWith('breach') ? 'breach' : 'open'

interface Half {
  readonly judged: Judged
  readonly side: Side
}

const lawOn = (matter: Matter, { judged: { weighing, state } }: Half, act: string): Evaluation =>
  lawAt(matter, weighing.acts.includes(act) ? state : weighing.after)

const claim = (order: string, modality: Modality, act: string) => ({ order, [modality]: act }) as unknown as Claim

/** The rules by which one law says what it says of an act. */
const rulesOn = (matter: Matter, half: Half, order: string, act: string): readonly string[] => {
  const breaches = half.side.breaches.filter(breach => breach.act === act)
  if (breaches.length > 0) return breaches.flatMap(breach => breach.rules)
  const law = lawOn(matter, half, act)
  const verdict = law.says(order, act)
  const settled = modalityOf[verdict]
  return law
    .norms()
    .filter(norm => norm.order === order && norm.act === act)
    .filter(norm => (settled ? norm.modality === settled : norm.holds === 'unknown'))
    .flatMap(norm => norm.rules)
}

/** Why a rule that speaks under the other law is silent under this one. */
const absence = (matter: Matter, law: Evaluation, { order, act, manner }: Breach, rule: string): string | null => {
  const { from, to } = matter.pack.rules.get(rule) ?? {}
  if (from && from > law.at.day) return `It is in force only since ${writeDay(from)}.`
  if (to && to <= law.at.day) return `It is in force no longer: it ended on ${writeDay(to)}.`
  const account = whyNot(law, claim(order, manner === 'did' ? 'forbid' : 'oblige', act))
  const found = account?.rules.find(each => each.rule === rule)
  const unmet = found?.leaves.filter(leaf => leaf.holds === 'no').map(leaf => leaf.words) ?? []
  return unmet.length > 0 ? sentence(`It does not apply, for it would have to be so that ${listed(unmet)}`) : null
}

const ground = (matter: Matter, rule: string, but: string | null = null): GroundView => {
  const { says, cite, unverified } = matter.pack.rules.get(rule) ?? {}
  const citations = bookOf(matter).cite(cite)
  return { rule, says: sentence(says ?? rule), but, citations, unverified: unverified === true }
}

/** The grounds of one law, on the acts that matter under either. */
const groundsOf = (matter: Matter, half: Half, other: Half, order: string): readonly GroundView[] => {
  const broken = [...half.side.breaches, ...other.side.breaches].map(breach => breach.act)
  const { acts: done, due } = half.judged.weighing
  const acts = broken.length > 0 ? [...new Set(broken)] : [...new Set([...done, ...due])]
  const found = acts.flatMap(act => {
    const rules = rulesOn(matter, half, order, act)
    if (rules.length > 0) return rules.map(rule => ground(matter, rule))
    const missed = other.side.breaches.filter(breach => breach.act === act)
    return missed.flatMap(breach =>
      breach.rules.map(rule => ground(matter, rule, absence(matter, lawOn(matter, half, act), breach, rule))),
    )
  })
  return found.filter((each, i) => found.findIndex(other => other.rule === each.rule) === i)
}

const costsOf = ({ breaches }: Side): readonly string[] => [
  ...new Set(
    breaches.flatMap(breach =>
      breach.exposure.length === 0
        ? [breach.level === 'certain' ? 'No sanction for it is known.' : 'No sanction for it is known, if it is one.']
        : breach.exposure.map(each =>
            each.max === 0 && each.turnoverPercent === undefined
              ? 'Nothing is to be paid for now.'
              : sentence(`At stake: ${cost(each)}`),
          ),
    ),
  ),
]

const standingView = (matter: Matter, half: Half, other: Half, order: string, text: string): StandingView => ({
  standing: half.side.standing,
  text,
  grounds: groundsOf(matter, half, other, order),
  costs: costsOf(half.side),
})

const onItsDay: Readonly<Record<Standing, string>> = {
  lawful: 'lawful on its day',
  open: 'open to argument on its day',
  'open-goes-on': 'open to argument on its day',
  breach: 'a breach on its day',
  'breach-goes-on': 'on its day it let a breach go on',
}
const underThat: Readonly<Record<Standing, string>> = {
  lawful: 'it would have been lawful',
  open: 'whether it was a breach would have been open to argument',
  'open-goes-on': 'whether it let a breach go on would have been open to argument',
  breach: 'it would have been a breach',
  'breach-goes-on': 'it would have let a breach go on',
}

const numbers =
  'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const inWords = (n: number): string => numbers[n] ?? String(n)

/** "two of your nineteen decisions". */
const ofAll = (n: number, all: number): string =>
  all === 1
    ? n === 1
      ? 'your one decision'
      : 'not even your one decision'
    : `${inWords(n)} of your ${inWords(all)} decisions`

interface Row {
  readonly number: number
  readonly order: string
  readonly was: Standing
  readonly would: Standing
}

/** For one order, how many decisions break it, leave a breach as it was or are open; under that law and on their days. */
const countSentences = (matter: Matter, rows: readonly Row[], order: string, law: string, all: number) => {
  const name = bookOf(matter).lawOf(order)
  const own = rows.filter(row => row.order === order)
  if (own.every(row => row.was === 'lawful' && row.would === 'lawful')) return []
  const tally = (side: 'was' | 'would') => {
    const count = (...of: readonly Standing[]) => own.filter(row => of.includes(row[side])).length
    return { made: count('breach'), left: count('breach-goes-on'), open: count('open', 'open-goes-on') }
  }
  const [was, would] = [tally('was'), tally('would')]
  const said: string[] = []
  if (was.made + was.left + would.made + would.left > 0) {
    const breaks = `${ofAll(would.made, all)} would have been ${would.made === 1 ? 'a breach' : 'breaches'} of ${name}`
    const more = would.left === 0 ? '' : `, and ${inWords(would.left)} more would have let one go on`
    const before =
      was.made === would.made && was.left === would.left
        ? 'on their own days it was the same'
        : `on their own days ${inWords(was.made)} ${was.made === 1 ? 'was' : 'were'}` +
          (was.left === 0 ? '' : `, and ${inWords(was.left)} more let one go on`)
    said.push(sentence(`Under ${law} ${breaks}${more}; ${before}`))
  }
  if (would.open + was.open > 0) {
    const which = said.length > 0 ? '' : `by ${name} `
    const before = would.open === was.open ? 'as on their own days' : `on their own days ${inWords(was.open)}`
    said.push(sentence(`${which}${inWords(would.open)} would have been open to argument, ${before}`))
  }
  return [said.join(' ')]
}

/** How many decisions that law judges otherwise, whichever order it is. */
const headline = (decisions: readonly YearDecisionView[], law: string): string => {
  const changed = decisions.filter(each => each.changed).length
  const which = changed === 0 ? 'no decision of yours' : ofAll(changed, decisions.length)
  return sentence(`Under ${law} ${which} would have been judged otherwise`)
}

/** Both judgements of a play: by the law of each decision's own day, and by the law of one. */
export const judgements = (
  matter: Matter,
  state: State,
  day: Day,
): { readonly own: Judgement; readonly other: Judgement } => {
  const states = statesOf(matter, state)
  return { own: judge(matter, states, null), other: judge(matter, states, day) }
}

const exposureOf = (matter: Matter, own: Judgement, other: Judgement): YearView['exposure'] => {
  const course = ({ decisions, end }: Judgement) =>
    [...decisions.map(judged => judged.state), end].map(state => exposures(matter, state))
  const [before, after] = [course(own), course(other)]
  return matter.level.orders.map((order, i) => {
    const side = (states: typeof before) => {
      const points = states.map(each => each[i]!.points)
      return { highest: Math.max(...points), last: points.at(-1)! }
    }
    const [was, would] = [side(before), side(after)]
    const word = (value: number) => `${meterWord(`exposure.${order}`, 'exposure', value)} (${value} of 100)`
    const both = (one: number, other: number) =>
      one === other ? `${word(one)} under either law` : `${word(one)}, under that law ${word(other)}`
    return {
      order,
      name: bookOf(matter).lawOf(order),
      was,
      would,
      text: `${sentence(`At its highest ${both(was.highest, would.highest)}`)} ${sentence(`After the last decision ${both(was.last, would.last)}`)}`,
    }
  })
}

/** Words for the days a play can be held against: empty where its law names none. */
export const yearsOf = (of: CaseView): { readonly days: readonly LawDay[]; readonly span: LawSpan | null } => {
  const made = madeOf(of)
  return made ? { days: lawDays(made.matter), span: lawSpan(made.matter) } : { days: [], span: null }
}

/** The decisions of a case that `caseView` showed, under the law of another day. */
export const underLaw = (of: CaseView, day: Day): YearView | null => {
  const made = madeOf(of)
  return made && yearView(made.matter, made.state, day)
}

/** A play's decisions, by the law of their own days and by the law of `day`. */
export const yearView = (matter: Matter, state: State, day: Day): YearView => {
  const book = bookOf(matter)
  const { own, other } = judgements(matter, state, day)
  const law = `the law of ${writeDay(day)}`
  const decisions = own.decisions.map((judged, i): YearDecisionView => {
    const under = other.decisions[i]!
    const says = [judged, under].map(each => saysOf(matter, each.state, each.weighing))
    const scene = matter.scenes.get(judged.state.scene)
    const orders = matter.level.orders.map((order, o): YearOrderView & { readonly speaks: boolean } => {
      const was: Half = { judged, side: sideOf(matter, judged, order) }
      const would: Half = { judged: under, side: sideOf(matter, under, order) }
      const [before, after] = [says[0]![o]!, says[1]![o]!]
      const wasView = standingView(matter, was, would, order, before.text)
      const wouldView = standingView(matter, would, was, order, after.text)
      return {
        order,
        name: book.lawOf(order),
        was: wasView,
        would: wouldView,
        changed: levelOf(was.side.standing) !== levelOf(would.side.standing),
        same: JSON.stringify(wasView) === JSON.stringify(wouldView),
        speaks:
          [before, after].some(each => each.verdict !== 'silent') || [was, would].some(h => h.side.breaches.length > 0),
      }
    })
    return {
      number: i + 1,
      date: writeDay(judged.state.day),
      scene: scene?.title ?? judged.state.scene,
      choice: spans(judged.choice.text),
      changed: orders.some(each => each.changed),
      orders: orders.filter(each => each.speaks).map(({ speaks: _, ...each }) => each),
      silent: orders.filter(each => !each.speaks).map(each => each.name),
    }
  })
  const rows = decisions.flatMap(({ number, orders }) =>
    orders.map(({ order, was, would }): Row => ({ number, order, was: was.standing, would: would.standing })),
  )
  const counts = matter.level.orders.flatMap(order => countSentences(matter, rows, order, law, decisions.length))
  const changes = decisions.flatMap(({ number, orders }, i) =>
    orders
      .filter(each => each.changed)
      .map(({ order, name, was, would }) => {
        const words = unmarked(own.decisions[i]!.choice.text).replace(/\.$/, '')
        const choice = words.startsWith('“') ? words : `“${words}”`
        return {
          number,
          order,
          text: sentence(
            `Decision ${number}, ${choice}, under ${name}: ${onItsDay[was.standing]}; ${underThat[would.standing]}`,
          ),
          ground: would.grounds[0] ?? null,
        }
      }),
  )
  const turn = turnOn(matter, day)
  return {
    day,
    law,
    says: turn?.says ?? '',
    citations: turn?.citations ?? [],
    headline: headline(decisions, law),
    summary: counts.length > 0 ? counts : ['None of them breaks any law of this matter, under either.'],
    changes,
    decisions,
    exposure: exposureOf(matter, own, other),
  }
}
