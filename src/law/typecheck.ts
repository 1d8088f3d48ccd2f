/** Does a condition make sense over the declared vocabulary? Every name known, every value in its domain, every type fitting. */
import { didYouMean, type Problem } from '../base/index.ts'
import type { FactSpec } from './pack.ts'
import type { Expr } from './parse.ts'

/** What a name in a condition stands for. */
export type Meaning =
  | { readonly kind: 'fact'; readonly spec: FactSpec }
  | { readonly kind: 'atom' }
  | { readonly kind: 'reading'; readonly question: string; readonly readings: readonly string[] }

/** The names a condition may use. */
export interface Vocabulary {
  lookup(path: string): Meaning | undefined
  /** All names, for "did you mean". */
  names(): Iterable<string>
}

type Type =
  | { readonly is: 'bool' | 'date' | 'list' }
  | { readonly is: 'int'; readonly min?: number; readonly max?: number; readonly path?: string }
  | { readonly is: 'string'; readonly values?: readonly string[]; readonly path?: string; readonly literal?: string }

const called = { bool: 'a yes-or-no', date: 'a date', list: 'a list', int: 'a number', string: 'a word' } as const

const typeOf = (meaning: Meaning, path: string): Type => {
  if (meaning.kind === 'atom') return { is: 'bool' }
  if (meaning.kind === 'reading') return { is: 'string', values: meaning.readings, path }
  const spec = meaning.spec
  if (spec.type === 'enum') return { is: 'string', values: spec.values, path }
  if (spec.type !== 'int') return { is: spec.type }
  return {
    is: 'int',
    path,
    ...(spec.min === undefined ? {} : { min: spec.min }),
    ...(spec.max === undefined ? {} : { max: spec.max }),
  }
}

const list = (words: readonly string[]) => {
  const shown = words.slice(0, 12).map(w => `'${w}'`)
  return words.length > 12 ? `${shown.join(', ')} and ${words.length - 12} more` : shown.join(', ')
}

/** Every problem of a condition, with `where` counting characters within it. Empty = it makes sense. */
export const typecheck = (expr: Expr, vocabulary: Vocabulary): readonly Problem[] => {
  const problems: Problem[] = []
  const report = (code: string, e: Expr, what: string, why: string, mend: string) => {
    problems.push({ code, severity: 'error', where: { offset: e.at, length: e.end - e.at }, what, why, mend })
  }
  const want = (e: Expr, is: Type['is'], role: string): Type | undefined => {
    const type = of(e)
    if (type && type.is !== is) {
      report('type-mismatch', e, `${role} must be ${called[is]}, but this is ${called[type.is]}.`, never, mend(type))
      return undefined
    }
    return type
  }
  const never = 'Values of different types can never be compared.'
  const mend = (type: Type) =>
    type.is === 'string'
      ? "Compare it: data.contentAt == 'ie'."
      : type.is === 'int'
        ? 'Compare it: count > 0.'
        : type.is === 'date'
          ? 'Compare it: served < date("2018-03-23").'
          : 'Compare things of one type.'

  /** A literal beside a fact must be a value that fact can have. */
  const domain = (subject: Type | undefined, e: Expr, value: Type | undefined, order = false) => {
    if (!subject || !value) return
    if (subject.is === 'string' && subject.values && value.is === 'string' && value.literal !== undefined) {
      if (subject.values.includes(value.literal)) return
      const near = didYouMean(value.literal, subject.values)
      report(
        'value-outside-domain',
        e,
        `'${value.literal}' is no value of ${subject.path}.`,
        'The comparison could never be true.',
        `${near === undefined ? '' : `Did you mean '${near}'? `}It can be ${list(subject.values)}.`,
      )
    }
    if (subject.is === 'int' && subject.path !== undefined && e.kind === 'int' && !order) {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = subject
      if (e.value >= min && e.value <= max) return
      report(
        'value-outside-domain',
        e,
        `${e.value} is no value of ${subject.path}.`,
        'The comparison could never be true.',
        `It lies between ${min} and ${max}.`,
      )
    }
  }

  const of = (e: Expr): Type | undefined => {
    switch (e.kind) {
      case 'bool':
      case 'date':
        return { is: e.kind }
      case 'int':
        return { is: 'int' }
      case 'string':
        return { is: 'string', literal: e.value }
      case 'and':
      case 'or':
        for (const arg of e.args) want(arg, 'bool', `Each side of "${e.kind === 'and' ? '&&' : '||'}"`)
        return { is: 'bool' }
      case 'not':
        want(e.arg, 'bool', 'What follows "!"')
        return { is: 'bool' }
      case 'negate':
        want(e.arg, 'int', 'What follows "-"')
        return { is: 'int' }
      case 'sum':
        want(e.left, 'int', `Each side of "${e.op}"`)
        want(e.right, 'int', `Each side of "${e.op}"`)
        return { is: 'int' }
      case 'list':
        for (const item of e.items) of(item)
        return { is: 'list' }
      case 'in':
        return membership(e)
      case 'compare':
        return comparison(e)
      case 'contrary': {
        const meaning = vocabulary.lookup(e.atom)
        if (!meaning) unknown(e, e.atom)
        else if (meaning.kind !== 'atom')
          report(
            'not-an-atom',
            e,
            `${e.atom} is no derived atom, so it has no contrary.`,
            'Only what rules conclude can be concluded to the contrary.',
            `Write !${e.atom} or compare it.`,
          )
        return { is: 'bool' }
      }
      case 'name': {
        const meaning = vocabulary.lookup(e.path)
        if (meaning) return typeOf(meaning, e.path)
        unknown(e, e.path)
        return undefined
      }
    }
  }
  const unknown = (e: Expr, path: string) => {
    const near = didYouMean(path, [...vocabulary.names(), 'true', 'false'])
    const flag = 'Declare it in "flags" of the level.'
    const declare = path.startsWith('flag.')
      ? flag
      : path.startsWith('reading.')
        ? 'Declare it under "questions", with its readings.'
        : 'Declare it under "facts", or conclude it in a rule.'
    report(
      path.startsWith('reading.') ? 'unknown-question' : 'unknown-path',
      e,
      path.startsWith('reading.')
        ? `"${path}" asks a question that nobody declared.`
        : `"${path}" is neither a declared fact nor anything a rule concludes.`,
      'It would stay unknown for ever, and so would the rule.',
      near === undefined ? declare : `Did you mean "${near}"?`,
    )
  }
  const membership = (e: Expr & { kind: 'in' }): Type => {
    const left = of(e.left)
    if (e.right.kind !== 'list') {
      const what = 'After "in" comes a list in square brackets.'
      report('type-mismatch', e.right, what, never, "Write data.contentAt in ['ie', 'uk'].")
      return { is: 'bool' }
    }
    for (const item of e.right.items) {
      const type = of(item)
      if (left && type && left.is !== type.is)
        report('type-mismatch', item, `${called[type.is]} cannot be ${called[left.is]}.`, never, mend(type))
      else domain(left, item, type)
    }
    if (left?.is === 'list') report('type-mismatch', e.left, 'A list cannot be in a list.', never, 'Name a fact.')
    return { is: 'bool' }
  }
  const comparison = (e: Expr & { kind: 'compare' }): Type => {
    const [left, right] = [of(e.left), of(e.right)]
    if (!left || !right) return { is: 'bool' }
    const order = e.op !== '==' && e.op !== '!='
    if (left.is !== right.is)
      report(
        'type-mismatch',
        e,
        `${called[left.is].replace(/^a/, 'A')} is compared with ${called[right.is]}.`,
        never,
        dated(left, right),
      )
    else if (left.is === 'list') report('type-mismatch', e, 'Lists cannot be compared.', never, 'Use "in".')
    else if (order && left.is !== 'int' && left.is !== 'date')
      report(
        'type-mismatch',
        e,
        `"${e.op}" orders numbers and dates, not ${called[left.is]}.`,
        'Words and yes-or-no have no order in law.',
        'Use == or "in".',
      )
    else {
      domain(left, e.right, right, order)
      domain(right, e.left, left, order)
    }
    return { is: 'bool' }
  }
  const dated = (left: Type, right: Type) =>
    [left, right].some(t => t.is === 'date') && [left, right].some(t => t.is === 'string')
      ? 'Write days as date("2018-03-23").'
      : 'Compare things of one type.'

  want(expr, 'bool', 'A condition')
  return problems
}
