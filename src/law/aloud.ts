/** Sentences about what was found, for reasons that are read aloud: facts with their values, courts, sources, time. */
import { addDays, type Day, writeDay } from '../base/index.ts'
import type { Pack } from './assemble.ts'
import type { Facts, Value } from './pack.ts'
import { type Expr, parseCondition } from './parse.ts'
import type { Leaf, RuleAccount } from './why.ts'
import { is, leafWords, subject } from './words.ts'

/** The text with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The text with a full stop, unless it ends with one. */
export const stop = (text: string): string => (/[.!?]”?$/.test(text) ? text : `${text}.`)

/** "this; that; and the other": clauses have commas of their own. */
export const and = (clauses: readonly string[], word: 'and' | 'or' = 'and'): string => {
  const all = [...new Set(clauses)].map((clause, i, every) => {
    const again = /^(it is open|it is not known) (?=whether|wh|how)/.exec(clause)?.[0]
    return again && every[i - 1]?.startsWith(again) ? clause.slice(again.length) : clause
  })
  const last = all.pop() ?? ''
  return all.length === 0 ? last : `${all.join('; ')}${all.length > 1 ? ';' : ''} ${word} ${last}`
}

/** "the United States", "Ireland". */
export const orderWords = (pack: Pack, order: string): string => {
  const name = pack.orders.get(order) ?? order
  return /^(United|European|Netherlands)/.test(name) ? `the ${name}` : name
}

/** "the High Court of Ireland", "the District Court for the District of Kansas": a court as it stands in a sentence. */
export const courtWords = (pack: Pack, court: string): string => {
  const name = pack.courts.get(court)?.name
  if (name === undefined || /^(the|a|an) /i.test(name)) return name ?? court
  return `the ${name.replace(/, (?=.*\bDistrict\b)/, ' for the ')}`
}

const asked = (pack: Pack, question: string) => {
  const asks = pack.questions.get(question)?.asks
  return asks === undefined ? `the question of ${question}` : `the question “${asks}”`
}

/** "control", "does not cover": a reading without the marks of a name. */
export const readingWords = (reading: string): string => `“${reading.replaceAll('-', ' ')}”`

const readingLine = (pack: Pack, { question, reading, holding }: Leaf['readings'][number], wanted: string | null) => {
  if (reading === null)
    return wanted === null
      ? `no court that binds here has answered ${asked(pack, question)}`
      : `no court that binds here has answered ${asked(pack, question)}, and only the answer ${wanted} would do`
  if (!holding || holding.reading !== reading)
    return `we suppose that ${asked(pack, question)} is answered ${readingWords(reading)}`
  const on = holding.from ? ` on ${writeDay(holding.from)}` : ''
  return `to ${asked(pack, question)} ${courtWords(pack, holding.court)} answered ${readingWords(reading)}${on}`
}

const constantOf = (e: Expr): Value | null =>
  e.kind === 'bool' || e.kind === 'int' || e.kind === 'string' || e.kind === 'date' ? e.value : null

/** "not known whether a stay is in force", "not known where the content is stored". */
export const unknownWords = (pack: Pack, path: string): string => {
  const { gloss, spec } = subject(pack, path)
  if (spec?.type === 'bool') return `whether ${gloss}`
  if (/^(where|who|whom|whose|which|how|what|when|why)\b/.test(gloss)) return gloss
  // "the company the demand is addressed to" → "which company the demand is addressed to"
  return /^the \w+ (the|this)\b/.test(gloss) ? gloss.replace('the', 'which') : `what ${gloss} is`
}

/** A fact and its value as a clause: "the content is stored in Ireland". */
export const factWords = (pack: Pack, path: string, value: Value): string => {
  const { gloss, spec, says } = subject(pack, path)
  return spec?.type === 'bool'
    ? leafWords(pack, { kind: 'name', path, at: 0, end: 0 } as Expr, value === true)
    : is(gloss, says(value))
}

/** What was found of one condition, as a clause: what is so, not what its rule would need. */
export const foundWords = (pack: Pack, leaf: Leaf): string => {
  const expr = parseCondition(leaf.text)
  if ('slip' in expr) return leaf.words
  const [reading] = leaf.readings
  if (reading) {
    const literal = expr.kind === 'compare' ? (constantOf(expr.left) ?? constantOf(expr.right)) : null
    const wanted =
      expr.kind === 'compare' && expr.op === '==' && literal !== null ? readingWords(String(literal)) : null
    return readingLine(pack, reading, wanted)
  }
  const open = leaf.facts.filter(f => f.value === null)
  if (leaf.holds === 'unknown')
    return open.length
      ? `it is not known ${open.map(f => unknownWords(pack, f.path)).join(', or ')}`
      : `it is open whether ${leafWords(pack, expr, true)}`
  const [fact] = leaf.facts
  const plain = leaf.facts.length === 1 && (expr.kind === 'compare' || expr.kind === 'in')
  if (plain && pack.facts.get(fact!.path)?.type !== 'bool' && fact!.value !== null) {
    const so = factWords(pack, fact!.path, fact!.value)
    // A number or a day says little without the line it is held against.
    const measured = expr.kind === 'compare' && /[<>]/.test(expr.op)
    return measured ? `${so}, and so ${measuredBy(pack, leaf, expr)}` : so
  }
  const affirmed = leafWords(pack, expr, true) === leaf.words
  return leaf.holds === 'yes' ? leaf.words : leafWords(pack, expr, !affirmed)
}

/** "not less than 14": the line a number or a day is held against. */
const measuredBy = (pack: Pack, leaf: Leaf, expr: Expr): string => {
  const { gloss } = subject(pack, leaf.facts[0]!.path)
  const affirmed = leafWords(pack, expr, true) === leaf.words
  const words = leafWords(pack, expr, affirmed === (leaf.holds === 'yes'))
  return words.startsWith(`${gloss} is `) ? words.slice(gloss.length + 4) : words.slice(words.indexOf(': ') + 2)
}

/** The sources of a rule as they are cited, in one breath. */
export const sources = (pack: Pack, ids: readonly string[]): string =>
  [...new Set(ids.map(id => (pack.authorities.get(id)?.citation ?? id).replace(/\.$/, '')))].join('; ')

/** "in force since 21 October 1986", "in force from 19 April 1989 to 24 May 2018". */
export const termWords = (from: Day | null, to: Day | null): string => {
  if (from === null) return to === null ? 'undated' : `in force to ${writeDay(addDays(to, -1))}`
  return to === null
    ? `in force since ${writeDay(from)}`
    : `in force from ${writeDay(from)} to ${writeDay(addDays(to, -1))}`
}

/** "(18 U.S.C. 2702; law since 21 October 1986.)": where a rule stands, since when, and how sure that is. */
export const standsIn = (pack: Pack, r: RuleAccount): string => {
  const dated = r.from !== null || r.to !== null
  const parts = [sources(pack, r.cite), ...(dated ? [termWords(r.from, r.to).replace('in force', 'law')] : [])].filter(
    Boolean,
  )
  const doubt = r.unverified ? ' This could not be checked against a source.' : ''
  return parts.length ? `(${capital(parts.join('; '))}.${doubt})` : doubt.trim()
}

/** Facts that changed, as clauses: "a stay of the order is in force". */
export const changesWords = (pack: Pack, facts: Facts): readonly string[] =>
  Object.entries(facts).map(([path, value]) =>
    value === null ? `it is not known ${unknownWords(pack, path)}` : factWords(pack, path, value),
  )
