/** A condition that has been read and checked, compiled to closures over three values. No `eval`, no `new Function`. */
import type { FactSpec, Facts, Value } from './pack.ts'
import type { Comparison, Expr } from './parse.ts'
import type { Num } from './tri.ts'

/** What a condition may look at while it is tested. */
export interface Env {
  readonly facts: Facts
  /** How far a derived atom (or, when asked, its contrary) holds. */
  atom(name: string, contrary: boolean): Num
  reading(question: string): string | null
}

/**
 * One connective or leaf. The tree mirrors `&&`, `||` and `!`, so that an explanation asks the very closures
 * that decided.
 */
export interface Node {
  readonly kind: 'and' | 'or' | 'not' | 'leaf'
  readonly expr: Expr
  readonly kids: readonly Node[]
  run(env: Env): Num
}

/** A compiled condition. `names` are all facts, atoms and readings it looks at. */
export interface Condition {
  readonly text: string
  readonly node: Node
  readonly names: readonly string[]
}

/** What a name stands for, for the compiler: a fact's type, an atom or a reading. */
export type Kind = FactSpec['type'] | 'atom' | 'reading'

type Get = (env: Env) => Value | null

const compared: Readonly<Record<Comparison, (a: Value, b: Value) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const jsType = { bool: 'boolean', int: 'number', enum: 'string', date: 'string' } as const

/** The value of an expression; null is unknown. A fact of the wrong type counts as unknown. */
const value = (e: Expr, kindOf: (path: string) => Kind): Get => {
  switch (e.kind) {
    case 'bool':
    case 'int':
    case 'string':
    case 'date':
      return () => e.value
    case 'name': {
      const kind = kindOf(e.path)
      if (kind === 'reading') return env => env.reading(e.path.slice('reading.'.length))
      if (kind === 'atom') break
      const type = jsType[kind]
      return env => {
        const v = env.facts[e.path]
        return v !== null && typeof v === type ? (v as Value) : null
      }
    }
    case 'negate': {
      const arg = value(e.arg, kindOf)
      return env => {
        const v = arg(env)
        return v === null ? null : -(v as number)
      }
    }
    case 'sum': {
      const [left, right, sign] = [value(e.left, kindOf), value(e.right, kindOf), e.op === '+' ? 1 : -1]
      return env => {
        const [a, b] = [left(env), right(env)]
        return a === null || b === null ? null : (a as number) + sign * (b as number)
      }
    }
  }
  const run = build(e, kindOf).run
  return env => {
    const n = run(env)
    return n === 1 ? null : n === 2
  }
}

const leaf = (e: Expr, kindOf: (path: string) => Kind): ((env: Env) => Num) => {
  switch (e.kind) {
    case 'contrary':
      return env => env.atom(e.atom, true)
    case 'compare': {
      const short = against(e, kindOf)
      if (short) return short
      const [left, right, test] = [value(e.left, kindOf), value(e.right, kindOf), compared[e.op]]
      return env => {
        const [a, b] = [left(env), right(env)]
        return a === null || b === null ? 1 : test(a, b) ? 2 : 0
      }
    }
    case 'in': {
      const left = value(e.left, kindOf)
      const items = e.right.kind === 'list' ? e.right.items.map(item => value(item, kindOf)) : []
      return env => {
        const a = left(env)
        if (a === null) return 1
        let best: Num = 0
        for (const item of items) {
          const b = item(env)
          if (b === a) return 2
          if (b === null) best = 1
        }
        return best
      }
    }
    default: {
      if (e.kind === 'name' && kindOf(e.path) === 'atom') return env => env.atom(e.path, false)
      if (e.kind === 'name' && kindOf(e.path) === 'bool')
        return env => {
          const v = env.facts[e.path]
          return v === true ? 2 : v === false ? 0 : 1
        }
      const get = value(e, kindOf)
      return env => {
        const v = get(env)
        return v === null ? 1 : v === true ? 2 : 0
      }
    }
  }
}

/** The commonest leaf, in one step: is a fact, or is it not, a value that is written down? */
const against = (e: Expr & { readonly kind: 'compare' }, kindOf: (path: string) => Kind) => {
  const { op, left, right } = e
  if (left.kind !== 'name' || !('value' in right) || (op !== '==' && op !== '!=')) return null
  const kind = kindOf(left.path)
  if (kind === 'reading' || kind === 'atom') return null
  const { path } = left
  const { value } = right
  const [type, same, other] = [jsType[kind], op === '==' ? 2 : 0, op === '==' ? 0 : 2] as const
  return (env: Env): Num => {
    const v = env.facts[path]
    return typeof v !== type ? 1 : v === value ? same : other
  }
}

/** Compiles a checked expression. */
export const build = (e: Expr, kindOf: (path: string) => Kind): Node => {
  if (e.kind === 'and' || e.kind === 'or') {
    const kids = e.args.map(arg => build(arg, kindOf))
    const settled: Num = e.kind === 'and' ? 0 : 2
    const run = (env: Env): Num => {
      let n: Num = settled === 0 ? 2 : 0
      for (const kid of kids) {
        const k = kid.run(env)
        if (k === settled) return k
        if (k === 1) n = 1
      }
      return n
    }
    return { kind: e.kind, expr: e, kids, run }
  }
  if (e.kind === 'not') {
    const kid = build(e.arg, kindOf)
    return { kind: 'not', expr: e, kids: [kid], run: env => (2 - kid.run(env)) as Num }
  }
  return { kind: 'leaf', expr: e, kids: [], run: leaf(e, kindOf) }
}
