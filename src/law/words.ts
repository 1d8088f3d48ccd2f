/** Conditions and heads in plain words, made of the glosses the law files give. */
import { writeDay } from '../base/index.ts'
import type { Pack } from './assemble.ts'
import type { FactSpec, Value } from './pack.ts'
import type { Comparison, Expr } from './parse.ts'

/** `usContentReach` as words, where nobody wrote a gloss. */
const spoken = (name: string): string =>
  name
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()

const join = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const verb =
  /\b(is|are|was|were|must|may|will|would|can|has|have|asks|offers|runs|holds|binds|stands|covers|excuses|allows|keeps|reaches|stays|lets|lives|shows|taps|operates|counts)\b(?! (not|no)\b)/
const perfect = /^ (been|had|found|given|made|taken|won|held|lost|sent|let|\w+ed)\b/
const helper: Readonly<Record<string, string>> = {
  must: 'need not',
  can: 'cannot',
  has: 'does not have',
  have: 'do not have',
}

/** "a motion is pending" → "a motion is not pending"; where that would be risky, "it is not so that ...". */
export const denied = (sentence: string): string => {
  const found = verb.exec(sentence)
  const before = sentence.slice(0, found?.index)
  const after = sentence.slice(found ? found.index + found[0].length : 0)
  if (
    !found ||
    /\b(that|which|who|whom|whose|where|if|when)\b/.test(before) ||
    /, or |: | and (does|is|has)\b/.test(after)
  )
    return `it is not so that ${sentence}`
  if (before === 'there ') return `there is no${after.replace(/^ an?\b/, '')}`
  const word = found[0]
  if (word.startsWith('ha') && perfect.test(after)) return `${before}${word} not${after}`
  if (helper[word]) return `${before}${helper[word]}${after}`
  const plain = /^(is|was|has)$/.test(word) || !word.endsWith('s')
  return plain ? `${before}${word} not${after}` : `${before}does not ${word.replace(/(?<=ch)es$|s$/, '')}${after}`
}

/** A value as people say it: `ie` is "Ireland". */
export const valueWords = (spec: FactSpec | undefined, value: Value | null): string => {
  if (value === null) return 'not known'
  const said = spec?.says?.[String(value)]
  if (said !== undefined) return said
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return spec?.type === 'date' ? writeDay(String(value)) : String(value)
}

const ordering: Readonly<Record<Comparison, readonly [number: string, date: string]>> = {
  '==': ['', ''],
  '!=': ['not ', 'not '],
  '<': ['less than ', 'before '],
  '<=': ['at most ', 'on or before '],
  '>': ['more than ', 'after '],
  '>=': ['at least ', 'on or after '],
}
const opposite: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}
const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

const constant = (e: Expr): e is Expr & { value: Value } =>
  e.kind === 'bool' || e.kind === 'int' || e.kind === 'string' || e.kind === 'date'

/** What a name stands for, as the subject of a sentence, and how its values are said. */
export const subject = (pack: Pack, path: string): { gloss: string; spec?: FactSpec; says(v: Value): string } => {
  if (path.startsWith('reading.')) {
    const name = path.slice('reading.'.length)
    const asks = pack.questions.get(name)?.asks
    return { gloss: `the answer that binds here on ${asks ? `“${asks}”` : spoken(name)}`, says: v => `“${v}”` }
  }
  const spec = pack.facts.get(path)
  if (spec) return { gloss: spec.gloss ?? spoken(path), spec, says: v => valueWords(spec, v) }
  return { gloss: atomWords(pack, path), says: v => String(v) }
}

/**
 * A fact's gloss and what is said of it, as a clause. Glosses that ask take the answer in: "where the content is
 * stored" and "Ireland" make "the content is stored in Ireland".
 */
export const is = (gloss: string, rest: string): string => {
  const [, asks, about] = /^(where|who|what) (.+)$/.exec(gloss) ?? []
  if (asks === 'where' && rest.startsWith('not ')) return denied(is(gloss, rest.slice(4)))
  if (asks === 'where')
    return `${about} ${/^(neither )?in\b/.test(rest) ? rest : rest.replace(/^(neither )?/, '$1in ').replaceAll(' nor ', ' nor in ')}`
  if (asks === 'who') return `${rest.replace(/^not /, 'someone other than ')} ${about}`
  if (asks === 'what') return `${about} ${rest.replace(/^not /, 'something other than ')}`
  return /^(whom|whose|which|how|when|why)\b/.test(gloss) ? `${gloss}: ${rest}` : `${gloss} is ${rest}`
}

const term = (pack: Pack, e: Expr): string => {
  if (e.kind === 'name') return subject(pack, e.path).gloss
  if (constant(e)) return e.kind === 'date' ? writeDay(String(e.value)) : String(e.value)
  if (e.kind === 'sum') return `${term(pack, e.left)} ${e.op === '+' ? 'plus' : 'minus'} ${term(pack, e.right)}`
  if (e.kind === 'negate') return `minus ${term(pack, e.arg)}`
  return leafWords(pack, e, true)
}

/** A leaf of a condition as a clause of a sentence, affirmed or denied. */
export const leafWords = (pack: Pack, e: Expr, affirmed: boolean): string => {
  const sentence = (text: string) => (affirmed ? text : denied(text))
  switch (e.kind) {
    case 'bool':
      return e.value === affirmed ? 'in every case' : 'in no case'
    case 'name': {
      const { gloss, spec } = subject(pack, e.path)
      const said = spec?.says?.[String(affirmed)]
      return said === undefined ? sentence(gloss) : is(gloss, said)
    }
    case 'contrary':
      return `${affirmed ? '' : 'it is not shown that '}the contrary is shown: ${denied(atomWords(pack, e.atom))}`
    case 'in': {
      const items = e.right.kind === 'list' ? e.right.items : []
      const s = e.left.kind === 'name' ? subject(pack, e.left.path) : null
      const words = items.map(i => (s && constant(i) ? s.says(i.value) : term(pack, i)))
      return is(s ? s.gloss : term(pack, e.left), affirmed ? join(words) : `neither ${words.join(' nor ')}`)
    }
    case 'compare': {
      const swap = constant(e.left) && !constant(e.right)
      const [left, right] = swap ? [e.right, e.left] : [e.left, e.right]
      const asked = swap ? mirrored[e.op] : e.op
      const op = affirmed ? asked : opposite[asked]
      if (right.kind === 'bool') return leafWords(pack, left, (op === '==') === right.value)
      const s = left.kind === 'name' ? subject(pack, left.path) : null
      const dated = right.kind === 'date' || s?.spec?.type === 'date'
      const object = s && constant(right) ? s.says(right.value) : term(pack, right)
      return is(s ? s.gloss : term(pack, left), `${ordering[op][dated ? 1 : 0]}${object}`)
    }
    default:
      return sentence(term(pack, e))
  }
}

/** A derived atom in words: its gloss, or its name pulled apart. */
export const atomWords = (pack: Pack, atom: string): string => pack.glosses.get(atom)?.gloss ?? spoken(atom)
