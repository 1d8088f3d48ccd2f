/** The page's small words: verdicts, kinds of paper, directions. Nothing here decides anything. */
import type { ChangeView, ChoiceView, DecisionView, DocumentView, MeterView, Rich, Verdict } from '../view/index.ts'
import type { IconName } from './icons.tsx'

/** A verdict as the verb of "the law of Ireland ... it". */
export const verdictWord: Readonly<Record<Verdict, string>> = {
  obliges: 'obliges',
  forbids: 'forbids',
  permits: 'permits',
  excuses: 'excuses',
  contested: 'contested',
  silent: 'silent',
}

/** What each verdict means, for the key to the chart. */
export const verdictMeaning: Readonly<Record<Verdict, string>> = {
  obliges: 'you must',
  forbids: 'you must not',
  permits: 'you may',
  excuses: 'you need not',
  contested: 'unsettled, or not yet known',
  silent: 'no rule speaks',
}

export const paperWord: Readonly<Record<DocumentView['kind'], string>> = {
  warrant: 'Warrant',
  order: 'Court order',
  letter: 'Letter',
  memo: 'Memorandum',
  newspaper: 'Newspaper',
  transcript: 'Transcript',
  email: 'E-mail',
}

export const paperIcon: Readonly<Record<DocumentView['kind'], IconName>> = {
  warrant: 'scroll-text',
  order: 'gavel',
  letter: 'mail',
  memo: 'briefcase',
  newspaper: 'file-text',
  transcript: 'file-text',
  email: 'mail',
}

/** `us` as it stands on a chart: `US`. Long names stay with the words beside it. */
export const mark = (order: string): string => order.toUpperCase()

/** The words of a rich text, for names and announcements. */
export const plain = (text: Rich): string => text.map(span => span.text).join('')

/** `+4`, `−9`: with a true minus. */
export const signed = (by: number): string => (by < 0 ? `−${-by}` : `+${by}`)

export const meterIcon = (meter: Pick<MeterView, 'id' | 'group'>): IconName =>
  meter.group === 'exposure'
    ? 'shield-alert'
    : meter.group === 'trust'
      ? 'handshake'
      : meter.id === 'justice'
        ? 'scale'
        : meter.id === 'treasury'
          ? 'coins'
          : 'award'

/** A meter's name under its group's heading: what the heading already says, and what is long, is left out. */
export const short = (name: string): string =>
  name.replace(/^Exposure in | exposure$/, '').replace(/^European (?=\S)/, 'EU ')

/** Meters of one group that an answer moves the same way, in one word for the eye and by their names for the ear. */
export interface Gathered {
  readonly way: ChoiceView['predictions'][number]['way']
  readonly better: MeterView['better']
  readonly label: string
  readonly names: readonly string[]
}

const groupWord = { exposure: 'exposure', trust: 'trust', case: '' } as const

/** "EU consumers, public sector": a first word that all of them share is said once. */
const inShort = (names: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = names.map(short)
  const shared = first.slice(0, first.indexOf(' ') + 1)
  return [
    first,
    ...rest.map(name => (rest.every(other => other.startsWith(shared)) ? name.slice(shared.length) : name)),
  ]
}

/** Three lines that go the same way say no more than one: "all trust", "US, EU exposure". In the order given. */
export const gather = (predictions: ChoiceView['predictions'], meters: readonly MeterView[]): readonly Gathered[] => {
  const meterOf = (id: string) => meters.find(meter => meter.id === id)
  const groupOf = (id: string) => meterOf(id)?.group ?? 'case'
  const heaps = new Map<string, (typeof predictions)[number][]>()
  for (const each of predictions) {
    const group = groupOf(each.meter)
    const key = group === 'case' ? each.meter : `${group} ${each.way}`
    heaps.set(key, [...(heaps.get(key) ?? []), each])
  }
  return [...heaps.values()].map(heap => {
    const { meter, way } = heap[0]!
    const group = groupOf(meter)
    const names = heap.map(({ name }) => name)
    const whole = meters.filter(other => other.group === group).length
    const label =
      group === 'case' || heap.length === 1
        ? names.join(', ')
        : heap.length === whole
          ? `all ${groupWord[group]}`
          : `${groupWord[group]}: ${inShort(names).join(', ')}`
    return { way, better: meterOf(meter)?.better ?? 'higher', label, names }
  })
}

/** One change in a sentence: "Justice down 4." */
export const changeSentence = (change: Pick<ChangeView, 'name' | 'by'>): string =>
  `${change.name} ${change.by < 0 ? 'down' : 'up'} ${Math.abs(change.by)}.`

/** What the status line says once, after a choice. */
export const announcement = (last: DecisionView): string =>
  [
    last.then ? plain(last.then) : '',
    last.changes.length ? last.changes.map(changeSentence).join(' ') : 'No meter moved.',
  ]
    .filter(Boolean)
    .join(' ')
