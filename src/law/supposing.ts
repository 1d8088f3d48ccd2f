/** What if, read aloud: what would be otherwise if a fact, the day, the court or an answer of the courts were another. */
import { writeDay } from '../base/index.ts'
import { and, capital, changesWords, courtWords, readingWords, stop } from './aloud.ts'
import type { Pack } from './assemble.ts'
import type { Evaluation } from './evaluation.ts'
import { headWords } from './explain.ts'
import type { Changes, Repair, WhatIf } from './suppose.ts'

const supposed = (pack: Pack, c: Changes): string =>
  and([
    ...(c.day === undefined ? [] : [`that the day is ${writeDay(c.day)}`]),
    ...(c.forum === undefined
      ? []
      : [c.forum === null ? 'that no court has the case' : `that the case is before ${courtWords(pack, c.forum)}`]),
    ...changesWords(pack, c.facts ?? {}).map(clause => `that ${clause}`),
    ...Object.entries(c.suppose ?? {}).map(([question, reading]) =>
      reading === null
        ? `that no court has answered “${pack.questions.get(question)?.asks ?? question}”`
        : `that a court had answered “${pack.questions.get(question)?.asks ?? question}” with ${readingWords(reading)}`,
    ),
  ])

/** A permission that only follows a duty, or a freedom that follows a prohibition, is not told beside it. */
const follows = (head: string, heads: readonly string[]) =>
  heads.includes(head.replace(/^permit /, 'oblige ').replace(/^excuse /, 'forbid ')) && /^(permit|excuse) /.test(head)

/** The change and everything that would follow from it, one sentence each. */
export const explainWhatIf = (
  evaluation: Evaluation,
  changes: Changes,
  { heads, readings }: WhatIf,
): readonly string[] => {
  const { pack } = evaluation
  const told = heads.filter(
    d =>
      !follows(
        d.head,
        heads.map(h => h.head),
      ),
  )
  const before = { yes: 'until now it was so', unknown: 'until now it was open', no: 'until now it was not so' }
  const opened = supposed(pack, changes)
  return [
    stop(`Suppose ${opened || 'that nothing changes'}`),
    ...readings.map(({ question, after }) => {
      const asks = pack.questions.get(question)?.asks ?? question
      return after === null
        ? `Then no court that binds has answered “${asks}”.`
        : `Then the answer to “${asks}” is ${readingWords(after)}.`
    }),
    ...told.map(d => {
      const words = headWords(pack, d.head, d.after)
      return `${stop(`Then ${words}; ${before[d.before]}`)}`
    }),
    ...(told.length || readings.length ? [] : ['Then everything stays as it is.']),
  ]
}

/** Ways to another answer: "It would be so if the content is stored in Ireland; or if ...". */
export const explainRepairs = (evaluation: Evaluation, repairs: readonly Repair[]): string =>
  repairs.length === 0
    ? 'No change of one or two of these facts would do.'
    : stop(
        capital(
          `it would be so, ${and(
            repairs.map(r => `if ${and(changesWords(evaluation.pack, r))}`),
            'or',
          )}`,
        ),
      )
