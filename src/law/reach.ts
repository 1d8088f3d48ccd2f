/** What an answer can hang on: the facts and contested questions that reach a head through rules alive that day. */
import { addDays } from '../base/index.ts'
import type { Pack } from './assemble.ts'
import { type Evaluation, type Inner, inner } from './evaluation.ts'
import { keyOf, modalities } from './head.ts'
import type { FactSpec, Value } from './pack.ts'
import { type Expr, kids } from './parse.ts'

/** Facts and questions, by name. */
export interface Reach {
  readonly facts: readonly string[]
  readonly questions: readonly string[]
}

/** Everything the given heads look at, directly or through derived atoms, sorted by name. */
export const reach = (e: Inner, keys: readonly string[]): Reach => {
  const names = new Set<string>()
  const seen = new Set<string>()
  const todo = [...keys]
  for (let key = todo.pop(); key !== undefined; key = todo.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    const side = e.pack.sides.get(key)
    if (!side) continue
    if (side.duty) todo.push(side.duty)
    for (const i of [...side.pro, ...side.con, ...side.def]) {
      if (!e.live(i)) continue
      const { when, unless } = e.pack.clauses[i]!
      for (const c of [when, ...unless])
        for (const name of c.names) {
          names.add(name)
          if (e.pack.sides.has(name)) todo.push(name, `!${name}`)
        }
    }
  }
  const all = [...names].sort()
  return {
    facts: all.filter(n => e.pack.facts.has(n)),
    questions: all.filter(n => n.startsWith('reading.')).map(n => n.slice('reading.'.length)),
  }
}

/** What the answers of an order on an act can hang on, on that day and in that forum. */
export const reachOf = (evaluation: Evaluation, order: string, act: string): Reach =>
  reach(
    inner(evaluation),
    modalities.map(modality => keyOf({ kind: 'norm', order, modality, act })),
  )

/** The unknowns among them. */
export const unknowns = (e: Inner, keys: readonly string[]): Reach => {
  const all = reach(e, keys)
  return {
    facts: all.facts.filter(f => (e.at.facts[f] ?? null) === null),
    questions: all.questions.filter(q => e.env.reading(q) === null),
  }
}

const largest = 64

/** Every value of a fact, or null when there are too many to try: dates, and numbers without near bounds. */
export const valuesOf = (spec: FactSpec): readonly Value[] | null => {
  if (spec.type === 'bool') return [false, true]
  if (spec.type === 'enum') return spec.values
  if (spec.type === 'date' || spec.min === undefined || spec.max === undefined) return null
  if (spec.max - spec.min >= largest) return null
  return Array.from({ length: spec.max - spec.min + 1 }, (_, i) => spec.min! + i)
}

/**
 * Enough values of a fact to see everything the pack's rules can see of it: one for each value they name, one for
 * the rest. Null when a rule does arithmetic with it or compares it with another fact, and it has too many values.
 */
export const telling = (pack: Pack, path: string): readonly Value[] | null => {
  const spec = pack.facts.get(path)!
  const all = valuesOf(spec)
  if (spec.type === 'bool') return all
  const named = new Set<Value>()
  let plain = true
  const walk = (e: Expr) => {
    if (
      (e.kind === 'compare' || e.kind === 'in') &&
      [e.left, e.right].some(s => s.kind === 'name' && s.path === path)
    ) {
      const others = e.kind === 'in' && e.right.kind === 'list' ? e.right.items : [e.left, e.right]
      for (const o of others)
        if (o.kind === 'int' || o.kind === 'string' || o.kind === 'date') named.add(o.value)
        else if (!(o.kind === 'name' && o.path === path)) plain = false
    } else if (e.kind === 'name' && e.path === path) plain = false
    else kids(e).forEach(walk)
  }
  for (const c of pack.clauses)
    for (const part of [c.when, ...c.unless]) if (part.names.includes(path)) walk(part.node.expr)
  if (!plain) return all
  if (spec.type === 'enum') {
    const rest = spec.values.find(v => !named.has(v))
    return [...spec.values.filter(v => named.has(v)), ...(rest === undefined ? [] : [rest])]
  }
  if (spec.type === 'date') return [...named].flatMap(v => around(v as string))
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec
  const near = [...named].flatMap(v => [(v as number) - 1, v as number, (v as number) + 1])
  const within = [...new Set(near)].filter(v => v >= min && v <= max)
  const rest = [spec.min ?? spec.max ?? 0, spec.max ?? spec.min ?? 0]
  return [...new Set([...within, ...rest])].sort((a, b) => a - b)
}

const around = (day: string) => [addDays(day, -1), day, addDays(day, 1)]
