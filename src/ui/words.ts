/** The page's small words: verdicts, kinds of paper, directions. Nothing here decides anything. */
import type { ChangeView, DecisionView, DocumentView, MeterView, Rich, Verdict } from '../view/index.ts'
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
