/**
 * Where a value has not the shape it should have, in words a writer can act on. Takes what a shape checker found; knows
 * none by name.
 */
import { didYouMean, type Problem, type Where } from './problem.ts'

/** One finding of a shape checker: where, and of what kind. */
export interface Misfit {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly expected?: string
}

/** What the words need to know of the format. */
export interface Format {
  /** Why a slip of shape matters in such a file. */
  readonly why: string
  /** Every key this format knows, for "did you mean". */
  readonly keys: readonly string[]
  /** How to mend what fits none of several forms; the checker's own words when left out. */
  readonly meant?: (misfit: Misfit, found: unknown) => string
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const show = (v: unknown): string => {
  const written = JSON.stringify(v) ?? 'nothing'
  return written.length > 60 ? `${written.slice(0, 57)}...` : written
}

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((v, key) => (typeof v === 'object' && v !== null ? Reflect.get(v, key) : undefined), root)

const called: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ ... ]',
  object: 'an object: { ... }',
  record: 'an object: { ... }',
}

/** `rules[3] ("us-stay")`: a place a writer finds again. */
const spot = (root: unknown, path: readonly PropertyKey[]): string => {
  const id = path.map((_, i) => (at(root, path.slice(0, i + 1)) as { id?: unknown } | undefined)?.id).findLast(Boolean)
  const words = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return `${words.replace(/^\./, '') || 'The file'}${typeof id === 'string' ? ` ("${id}")` : ''}`
}

/** What a finding means, as problems with paths. */
export const misfitProblems = (root: unknown, misfit: Misfit, format: Format): readonly Problem[] => {
  const path = misfit.path as (string | number)[]
  const found = at(root, path)
  const one = (code: string, what: string, mend: string, where: Where = { path }): Problem => ({
    code,
    severity: 'error',
    where,
    what,
    why: format.why,
    mend,
  })
  const lacks = (mend: string) =>
    one('missing-key', `${spot(root, path.slice(0, -1))} lacks "${String(path.at(-1))}".`, mend)
  switch (misfit.code) {
    case 'unrecognized_keys':
      return (misfit.keys ?? []).map(key => {
        const near = didYouMean(key, format.keys)
        const mend = near === undefined || near === key ? 'Take it out.' : `Did you mean "${near}"?`
        return one('unknown-key', `${spot(root, path)} has a key "${key}", which means nothing.`, mend, {
          path: [...path, key],
        })
      })
    case 'invalid_type': {
      const want = called[misfit.expected ?? ''] ?? misfit.expected ?? 'something else'
      if (found === undefined) return [lacks(`Add it: ${want}.`)]
      return [one('wrong-type', `${spot(root, path)} is ${show(found)}.`, `Write ${want}.`)]
    }
    case 'invalid_value': {
      const words = (misfit.values ?? []).map(String)
      const near = typeof found === 'string' ? didYouMean(found, words) : undefined
      const mend = near === undefined ? `Write ${words.join(', or ')}.` : `Did you mean "${near}"?`
      return [one('bad-word', `${spot(root, path)} is ${show(found)}.`, mend)]
    }
    case 'too_small':
      return [one('empty', `${spot(root, path)} is empty.`, 'Fill it, or leave it out.')]
    case 'invalid_format':
      return [one('bad-form', `${spot(root, path)} is ${show(found)}.`, `${capital(misfit.message)}.`)]
    default: {
      const mend = format.meant?.(misfit, found) ?? `Write ${misfit.message}.`
      if (found === undefined) return [lacks(mend)]
      return [one('bad-form', `${spot(root, path)} is ${show(found)}.`, mend)]
    }
  }
}
