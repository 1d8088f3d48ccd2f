/** How long and how hard a text is to read. Counts words as readers see them, without markup. */
import { unmarked } from './markup.ts'

/** Words of some paragraphs. */
export const countWords = (texts: readonly string[]): number =>
  texts.reduce((n, t) => n + (unmarked(t).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0), 0)

const syllables = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
      .match(/[aeiouy]{1,2}/g)?.length ?? 1,
  )

/** The Flesch-Kincaid school grade of English text: 8 is read with ease at fourteen. 0 when there are no words. */
export const readingGrade = (texts: readonly string[]): number => {
  const all = texts.map(unmarked).join('\n')
  const words = all.match(/[A-Za-z][A-Za-z'’-]*/g) ?? []
  if (words.length === 0) return 0
  const sentences = Math.max(1, all.split(/[.!?…:]+["”’)]*(?:\s|$)|\n/).filter(s => /\w/.test(s)).length)
  const beats = words.reduce((n, w) => n + syllables(w), 0)
  return Math.max(0, 0.39 * (words.length / sentences) + 11.8 * (beats / words.length) - 15.59)
}

/** Minutes to read so many words, at the 200 words a minute of a careful reader. */
export const minutesToRead = (words: number): number => words / 200
