/** What is wrong with something a person wrote: where, what, why it matters, how to mend it. */

export type Severity = 'error' | 'warning' | 'hint'

/** A place in a file: `line` and `column` count from 1; `path` walks the JSON value. */
export interface Where {
  readonly file?: string
  readonly path?: readonly (string | number)[]
  readonly line?: number
  readonly column?: number
  /** Characters from the start of the file, and how many are meant. */
  readonly offset?: number
  readonly length?: number
}

/** One mistake, one problem. `code` is stable kebab-case and has a help page. */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly where: Where
  readonly what: string
  readonly why: string
  readonly mend: string
}

/** True when something must be mended before the file can be used. */
export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(p => p.severity === 'error')

const place = ({ file, path, line, column }: Where): string => {
  const spot = line === undefined ? (path?.length ? `#/${path.join('/')}` : '') : `:${line}:${column ?? 1}`
  return `${file ?? ''}${spot}` || 'input'
}

/** Words longer than any word are shortened in the middle: whoever wrote them knows them. */
const legible = (text: string): string =>
  text.replace(/\S{161,}/gu, word => `${word.slice(0, 80)}...${word.slice(-20)}`)

/** A problem as text: `file:line:column · code`, then what, why and how to mend it. */
export const printProblem = (p: Problem): string =>
  `${place(p.where)} · ${p.severity} · ${p.code}\n  ${legible([p.what, p.why, p.mend].filter(Boolean).join(' '))}`

/** How many letters must be added, dropped or changed to make one word the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

/**
 * The candidate a writer most likely meant, or undefined when none is near: two letters or a third of the word may
 * differ, but not all of it.
 */
export const didYouMean = (word: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1) + 1
  for (const candidate of candidates) {
    // A word so much longer cannot be near, and need not be compared letter by letter.
    if (Math.abs(word.length - candidate.length) >= least) continue
    const d = distance(word.toLowerCase(), candidate.toLowerCase())
    if (d < least) [best, least] = [candidate, d]
  }
  return best
}
