/** A rule's condition spelt out: the conditions that must all be met, or of which one is enough, in plain words. */
import type { Pack } from './assemble.ts'
import { type Expr, parseCondition } from './parse.ts'
import { leafWords } from './words.ts'

/** Plain words, or parts that must all be so, or of which one is enough. */
export type Spelt =
  | { readonly kind: 'one'; readonly text: string; readonly facts: readonly string[] }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Spelt[] }

const turned = { and: 'or', or: 'and' } as const

const namesOf = (e: Expr): readonly string[] =>
  e.kind === 'name'
    ? [e.path]
    : e.kind === 'compare' || e.kind === 'in' || e.kind === 'sum'
      ? [...namesOf(e.left), ...namesOf(e.right)]
      : e.kind === 'negate'
        ? namesOf(e.arg)
        : []

const spelt = (pack: Pack, e: Expr, affirmed: boolean): Spelt => {
  if (e.kind === 'not') return spelt(pack, e.arg, !affirmed)
  if (e.kind === 'and' || e.kind === 'or') {
    // What is denied turns round: not all is one that is not.
    const kind = (affirmed ? e.kind : turned[e.kind]) === 'and' ? 'all' : 'any'
    const parts = e.args
      .map(arg => spelt(pack, arg, affirmed))
      .flatMap(part => (part.kind === kind ? part.parts : [part]))
    return { kind, parts }
  }
  const facts = namesOf(e).filter(name => pack.facts.has(name))
  return { kind: 'one', text: leafWords(pack, e, affirmed), facts }
}

/** A checked condition in plain words, its structure kept. Throws on a condition that `compile` refuses. */
export const spell = (pack: Pack, condition: string): Spelt => {
  const expr = parseCondition(condition)
  if ('slip' in expr) throw new Error(`a condition nobody checked: ${condition}`)
  return spelt(pack, expr, true)
}
