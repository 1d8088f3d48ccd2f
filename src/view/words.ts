/**
 * Small word functions: how law, days, numbers and orders are said. Everything the page reads aloud about the law
 * is phrased here, so that neither balcony has to decide how to put it.
 */
import { type Day, writeDay } from '../base/index.ts'
import type { Exposure, Modality } from '../law/index.ts'
import type { BreachLevel, Manner, MeterGroup } from './kinds.ts'
import type { Verdict } from './types.ts'

/** How the orders of the first season are spoken of; any other is called by the name its law file gives. */
const spoken: Readonly<Record<string, { readonly law: string; readonly short: string }>> = {
  us: { law: 'US law', short: 'US' },
  ie: { law: 'Irish law', short: 'Irish' },
  eu: { law: 'EU law', short: 'EU' },
  uk: { law: 'UK law', short: 'UK' },
}

/** "US law", "the law of Brazil". */
export const lawOf = (order: string, name: string): string => spoken[order]?.law ?? `the law of ${name}`

/** "US exposure", "Exposure in Brazil". */
export const exposureName = (order: string, name: string): string =>
  spoken[order] ? `${spoken[order].short} exposure` : `Exposure in ${name}`

/** A sentence begins with a capital and ends with a stop. */
export const sentence = (text: string): string => {
  const said = text.trim()
  if (said === '') return ''
  const capital = said[0]!.toUpperCase() + said.slice(1)
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`
}

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

/** What one order says of one act, as a sentence. `open` names the modality in doubt when it is contested. */
export const verdictSentence = (law: string, verdict: Verdict, act: string, open: Modality | null = null): string => {
  const says: Readonly<Record<Verdict, string>> = {
    obliges: `${law} obliges you to ${act}`,
    forbids: `${law} forbids you to ${act}`,
    permits: `${law} permits you to ${act}`,
    excuses: `${law} does not require you, for now, to ${act}`,
    contested:
      open === 'oblige' || open === 'excuse'
        ? `It is open whether ${law} obliges you to ${act}`
        : open === 'forbid'
          ? `It is open whether ${law} forbids you to ${act}`
          : `It is open whether ${law} lets you ${act}`,
    silent: `${law} has no rule on whether you may ${act}`,
  }
  return sentence(says[verdict])
}

/** What one order says of a choice that does, or leaves undone, one act. */
export const breachSentence = (law: string, manner: Manner, level: BreachLevel, act: string): string =>
  sentence(
    manner === 'did'
      ? level === 'certain'
        ? `${law} forbids you to ${act}, and this does it`
        : `${law} may forbid you to ${act}, and this does it`
      : level === 'certain'
        ? `${law} obliges you to ${act}: to leave that undone is what it forbids`
        : `${law} may oblige you to ${act}: if it does, it forbids leaving that undone`,
  )

/** What one order says of a choice when a duty was in breach before it and is left as it was. */
export const standingSentence = (law: string, level: BreachLevel, act: string): string =>
  sentence(
    `${law} still ${level === 'certain' ? 'obliges' : 'may oblige'} you to ${act}, and this changes nothing in that`,
  )

/** What one order says of a choice when none of its rules speaks of it. */
export const silentSentence = (law: string): string => sentence(`${law} neither asks for this nor forbids it`)

/** A duty of one order, for the sentence of a conflict. */
export interface Duty {
  readonly law: string
  readonly must: boolean
  readonly sure: boolean
  readonly act: string
}

/** Two duties nobody can meet together. The one that demands comes first. */
export const conflictSentence = (duties: readonly [Duty, Duty]): string => {
  const [first, second] = duties[0].must ? duties : [duties[1], duties[0]]
  const verb = ({ must, sure }: Duty) => (sure ? (must ? 'obliges' : 'forbids') : `may ${must ? 'oblige' : 'forbid'}`)
  const same = first.act === second.act && !second.must
  const one = `${first.law} ${verb(first)} you to ${first.act}`
  const other = same ? `${second.law} ${verb(second)} it` : `${second.law} ${verb(second)} you to ${second.act}`
  const end = first.sure && second.sure ? 'nobody can obey both' : 'if both do, nobody can obey both'
  return sentence(`${one}, and ${other}: ${end}`)
}

/** What would dissolve a possible conflict: a fact to learn. */
export const toKnow = (gloss: string, isYesOrNo: boolean): string =>
  sentence(`Knowing ${isYesOrNo ? 'whether ' : ''}${gloss}`)

/** What would dissolve a possible conflict: a question to settle. */
export const toSettle = (asks: string): string => `A ruling on “${asks}”`

/** The words of a number from 0 to 100, worst first, each with the least value it covers. */
const scales: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  exposure: [
    [0, 'none'],
    [1, 'slight'],
    [20, 'real'],
    [40, 'serious'],
    [65, 'grave'],
    [85, 'ruinous'],
  ],
  trust: [
    [0, 'broken'],
    [15, 'fraying'],
    [35, 'wary'],
    [55, 'steady'],
    [75, 'strong'],
    [90, 'devoted'],
  ],
  justice: [
    [0, 'denied'],
    [15, 'stalled'],
    [35, 'slow'],
    [55, 'moving'],
    [75, 'served'],
  ],
  treasury: [
    [0, 'empty'],
    [15, 'strained'],
    [35, 'tight'],
    [55, 'sound'],
    [80, 'full'],
  ],
  standing: [
    [0, 'lost'],
    [15, 'doubted'],
    [35, 'heard'],
    [55, 'respected'],
    [80, 'trusted'],
  ],
}

/** A meter's number in a word: "steady", "grave". */
export const meterWord = (meter: string, group: MeterGroup, value: number): string => {
  const scale = scales[group === 'case' ? meter : group] ?? scales.trust!
  return scale.findLast(([least]) => value >= least)?.[1] ?? scale[0]![1]
}

/** When something holds: `to` is the first day on which it no longer does. */
export const span = (
  from: Day | null | undefined,
  to: Day | null | undefined,
  kind: 'law' | 'case' = 'law',
): string => {
  if (from && to) return `${writeDay(from)} to ${writeDay(to)}`
  if (from) return kind === 'case' ? `since ${writeDay(from)}` : `in force since ${writeDay(from)}`
  return to ? `until ${writeDay(to)}` : 'dates not recorded'
}

/** The same as of a day: an end that has not come yet is not told. */
export const spanOn = (day: Day, from: Day | null, to: Day | null, kind: 'law' | 'case' = 'law'): string =>
  span(from, to !== null && to <= day ? to : null, kind)

/** Digits in threes: "4,000,000". */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

const months = (n: number) =>
  n >= 24 && n % 12 === 0 ? `${n / 12} years` : n === 12 ? 'a year' : n === 1 ? 'a month' : `${n} months`

type Cost = Pick<Exposure, 'kind' | 'min' | 'max' | 'currency' | 'turnoverPercent' | 'turnoverIn'>

const shareOf = ({ turnoverPercent, turnoverIn }: Cost): string =>
  `${turnoverPercent} per cent of ${turnoverIn === undefined ? 'world turnover' : `the turnover in ${turnoverIn}`}`

/** What a breach may cost, in one kind, as words without a stop: "a fine of up to 100,000 EUR". */
export const cost = (exposure: Cost): string => {
  const { kind, min, max, currency, turnoverPercent } = exposure
  const between = (say: (n: number) => string) =>
    min > 0 && min < max ? `${say(min)} to ${say(max)}` : `${min < max ? 'up to ' : ''}${say(max)}`
  const money = between(n => `${grouped(n)}${currency ? ` ${currency}` : ''}`)
  switch (kind) {
    case 'money':
      if (turnoverPercent === undefined) return `a fine of ${money}`
      return max === 0 ? `a fine of up to ${shareOf(exposure)}` : `a fine of ${money}, or of up to ${shareOf(exposure)}`
    case 'per-day':
      return `${money} for each day`
    case 'crime':
      return `a crime, for staff: ${between(months)} of imprisonment`
    case 'blocking':
      return `the service blocked for ${between(n => (n === 1 ? 'a day' : `${grouped(n)} days`))}`
  }
}

/** What breaking the law in this way may cost. */
export const exposureSentence = (manner: Manner, exposure: Cost): string =>
  sentence(`${manner === 'did' ? 'Doing it' : 'Leaving it undone'} may cost ${cost(exposure)}`)

/** By how much a meter moved since the start: "as it began", "12 higher than it began". */
export const sinceStart = (by: number): string =>
  by === 0 ? 'as it began' : `${Math.abs(by)} ${by > 0 ? 'higher' : 'lower'} than it began`
