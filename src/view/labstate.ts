/** The lab's state: what it starts from, how it changes, and how its days, courts and facts are kept within bounds. */
import { addDays, type Day, daysBetween, isDay } from '../base/index.ts'
import { type Evaluation, evaluate, type FactSpec, type Pack } from '../law/index.ts'
import { type LawBook, lawBook } from './book.ts'
import type { LabChange, LabState } from './lawroom.ts'
import { presets } from './presets.ts'

/** The days the lab can be asked about. */
export const firstDay: Day = '2013-01-01'
export const lastDay: Day = '2026-11-30'

/** A pack with what every question to the lab needs of it. */
export interface Lab {
  readonly pack: Pack
  readonly book: LawBook
  /** Orders by name. */
  readonly orders: readonly string[]
  /** Acts that some rule speaks of, with the orders that do. */
  readonly acts: readonly string[]
  /** Days from the second on which some rule or holding begins or ends. */
  readonly days: readonly Day[]
}

/** Makes a pack ready for the lab. */
export const labOf = (pack: Pack): Lab => {
  const days = new Set<Day>()
  for (const { from, to } of [...pack.rules.values(), ...pack.holdings])
    for (const day of [from, to]) if (day && day > firstDay && day <= lastDay) days.add(day)
  const book = lawBook(pack)
  const known = [...new Set(pack.subjects.map(({ act }) => act))]
  const usual = [...pack.acts.keys()]
  return {
    pack,
    book,
    orders: [...pack.orders.keys()].sort((a, b) => (book.orderName(a) < book.orderName(b) ? -1 : 1)),
    acts: known.sort((a, b) => usual.indexOf(a) - usual.indexOf(b)),
    days: [...days].sort(),
  }
}

/** The law, asked as the lab's state says. */
export const ask = ({ pack }: Lab, { day, forum, facts, suppose }: LabState): Evaluation =>
  evaluate(pack, { day, forum, facts, ...(Object.keys(suppose).length > 0 ? { suppose } : {}) })

/** Months since the first day, and back: the first day of that month. */
export const monthOf = (day: Day): number => (Number(day.slice(0, 4)) - 2013) * 12 + Number(day.slice(5, 7)) - 1
export const dayOfMonth = (month: number): Day => {
  const bounded = Math.max(0, Math.min(monthOf(lastDay), Math.round(month)))
  return `${2013 + Math.floor(bounded / 12)}-${String((bounded % 12) + 1).padStart(2, '0')}-01`
}

/** A value of a fact as the lab writes it, and what it reads; undefined where no rule is written for such a value. */
export const writeValue = (value: boolean | string | number | null): string =>
  value === null ? '' : value === true ? 'yes' : value === false ? 'no' : String(value)
export const readValue = (spec: FactSpec, text: string): boolean | string | number | null | undefined => {
  if (text === '') return null
  switch (spec.type) {
    case 'bool':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'enum':
      return spec.values.includes(text) ? text : undefined
    case 'date':
      return isDay(text) ? text : undefined
    case 'int': {
      const n = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return n >= (spec.min ?? n) && n <= (spec.max ?? n) ? n : undefined
    }
  }
}

/** The state the lab opens with. */
export const firstLab = ({ pack }: Lab): LabState => {
  const { day, forum, act, facts, suppose } = presets[0]!
  const known = Object.entries(facts).filter(([path]) => pack.facts.has(path))
  return { day, forum, act, facts: Object.fromEntries(known), suppose }
}

/** The state after a change; whatever in it the law does not know is left as it was. */
export const changeLab = (lab: Lab, state: LabState, change: LabChange): LabState => {
  const { pack } = lab
  const preset = presets.find(({ id }) => id === change.preset)
  const from = preset ?? state
  const facts = { ...from.facts }
  for (const [path, value] of Object.entries(change.facts ?? {})) {
    const spec = pack.facts.get(path)
    if (spec && readValue(spec, writeValue(value)) === value) facts[path] = value
  }
  const suppose = { ...from.suppose }
  for (const [question, reading] of Object.entries(change.suppose ?? {})) {
    if (reading === null) delete suppose[question]
    else if (pack.questions.get(question)?.readings.includes(reading)) suppose[question] = reading
  }
  const day = change.day ?? from.day
  const forum = change.forum === undefined ? from.forum : change.forum
  return {
    day: isDay(day) ? (day < firstDay ? firstDay : day > lastDay ? lastDay : day) : from.day,
    forum: forum !== null && !pack.courts.has(forum) ? from.forum : forum,
    act: change.act !== undefined && lab.acts.includes(change.act) ? change.act : from.act,
    facts: Object.fromEntries(Object.entries(facts).filter(([path, value]) => value !== null && pack.facts.has(path))),
    suppose,
  }
}

/** Where a day lies between the first and the last, in per cent. */
export const placeOf = (day: Day): number =>
  (daysBetween(firstDay, day) / daysBetween(firstDay, addDays(lastDay, 1))) * 100
