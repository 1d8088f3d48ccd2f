/**
 * The condition language, text to syntax tree: a subset of CEL (Common Expression Language).
 *
 * `&& || ! == != < <= > >= in + -`, parentheses, lists, strings in single or double quotes, whole numbers,
 * `true` and `false`, `date("2018-03-23")`, `contrary(atom)` and dotted names. Precedence and association are CEL's.
 * Nothing else: no `has()`, no `null`, because no rule may become true through something being unknown.
 */
import { isDay } from '../base/index.ts'

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

/** Characters of the condition this part of the tree was read from. */
export interface Span {
  readonly at: number
  readonly end: number
}

export type Expr = Span &
  (
    | { readonly kind: 'and' | 'or'; readonly args: readonly Expr[] }
    | { readonly kind: 'not' | 'negate'; readonly arg: Expr }
    | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'in'; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'sum'; readonly op: '+' | '-'; readonly left: Expr; readonly right: Expr }
    | { readonly kind: 'list'; readonly items: readonly Expr[] }
    | { readonly kind: 'bool'; readonly value: boolean }
    | { readonly kind: 'int'; readonly value: number }
    | { readonly kind: 'string' | 'date'; readonly value: string }
    | { readonly kind: 'name'; readonly path: string }
    | { readonly kind: 'contrary'; readonly atom: string }
  )

/** A condition may be at most this deep and have at most this many nodes (every operator, name and literal is one). */
export const limits = { depth: 64, nodes: 256 } as const

/** Larger whole numbers could make sums inexact: 256 of these still add up exactly. */
const largest = 2 ** 45

interface Token extends Span {
  readonly kind: 'name' | 'int' | 'string' | 'op' | 'end'
  readonly text: string
}

/** Where reading stopped, and at what; `slips.ts` puts it into words. */
export interface Slip extends Span {
  readonly slip:
    | 'open-string'
    | 'escape'
    | 'number'
    | 'large-number'
    | 'character'
    | 'expected'
    | 'missing'
    | 'null'
    | 'dot'
    | 'function'
    | 'contrary'
    | 'date'
    | 'rest'
    | 'nodes'
    | 'depth'
  /** What stood there, and what should have. */
  readonly found: string
  readonly wanted: string
}

class Broken extends Error {
  readonly slip: Slip
  constructor(slip: Slip) {
    super(slip.slip)
    this.slip = slip
  }
}

const stop = (slip: Slip['slip'], at: number, end: number, found = '', wanted = ''): never => {
  throw new Broken({ slip, at, end, found, wanted })
}

const operators = ['&&', '||', '==', '!=', '<=', '>=', '!', '<', '>', '+', '-', '(', ')', '[', ']', ',', '.']
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '`': '`',
  '?': '?',
}
const readString = (text: string, at: number): { token: Token; next: number } => {
  const quote = text[at]!
  let value = ''
  let i = at + 1
  for (;;) {
    const c = text[i]
    if (c === undefined || c === '\n') return stop('open-string', at, i, '', quote)
    if (c === quote) break
    if (c !== '\\') {
      value += c
      i++
      continue
    }
    const hex = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(text.slice(i, i + 6))
    const plain = escapes[text[i + 1] ?? '']
    if (hex) value += String.fromCharCode(Number.parseInt((hex[1] ?? hex[2])!, 16))
    else if (plain !== undefined) value += plain
    else stop('escape', i, i + 2)
    i += hex ? hex[0].length : 2
  }
  return { token: { kind: 'string', text: value, at, end: i + 1 }, next: i + 1 }
}

const tokens = (text: string): Token[] => {
  const found: Token[] = []
  let i = 0
  while (i < text.length) {
    const c = text[i]!
    if (/\s/.test(c)) {
      i++
    } else if (/[A-Za-z_]/.test(c)) {
      const word = /^\w+/.exec(text.slice(i))![0]
      found.push({ kind: 'name', text: word, at: i, end: i + word.length })
      i += word.length
    } else if (/[0-9]/.test(c)) {
      const digits = /^[\d.\w]+/.exec(text.slice(i))![0]
      if (!/^\d+$/.test(digits)) stop('number', i, i + digits.length, digits)
      if (Number(digits) > largest) stop('large-number', i, i + digits.length, digits, String(largest))
      found.push({ kind: 'int', text: digits, at: i, end: i + digits.length })
      i += digits.length
    } else if (c === '"' || c === "'") {
      const { token, next } = readString(text, i)
      found.push(token)
      i = next
    } else {
      const op = operators.find(o => text.startsWith(o, i))
      if (!op) {
        const whole = String.fromCodePoint(text.codePointAt(i)!)
        return stop('character', i, i + whole.length, whole)
      }
      found.push({ kind: 'op', text: op, at: i, end: i + op.length })
      i += op.length
    }
  }
  found.push({ kind: 'end', text: 'the end', at: text.length, end: text.length })
  return found
}

/** Words that stand where an operator is meant. */
const wordy = ['and', 'or', 'not', 'is', 'in']
const comparisons: readonly string[] = ['==', '!=', '<', '<=', '>', '>=']

const read = (text: string): Expr => {
  const list = tokens(text)
  let i = 0
  let nodes = 0
  let nesting = 0
  const look = () => list[i]!
  const sees = (op: string) => look().kind === 'op' && look().text === op
  const take = () => list[i++]!
  const count = (at: number, end: number) => {
    if (++nodes > limits.nodes) stop('nodes', at, end)
  }
  const made = <E extends Expr>(e: E): E => {
    count(e.at, e.end)
    return e
  }
  const expect = (op: string): Token => {
    if (sees(op)) return take()
    const t = look()
    return stop('expected', t.at, t.end, t.text, op)
  }
  /** Every bracket and every prefix operator is one level; the call stack never grows beyond the limit. */
  const inside = <T>(at: number, body: () => T): T => {
    if (++nesting > limits.depth) stop('depth', at, at + 1)
    const value = body()
    nesting--
    return value
  }

  const chain = (kind: 'and' | 'or', op: string, part: () => Expr): Expr => {
    const args = [part()]
    while (sees(op)) {
      const t = take()
      count(t.at, t.end)
      args.push(part())
    }
    return args.length === 1 ? args[0]! : { kind, args, at: args[0]!.at, end: args.at(-1)!.end }
  }
  const or = (): Expr => chain('or', '||', and)
  const and = (): Expr => chain('and', '&&', relation)
  const relation = (): Expr => {
    let left = sum()
    for (;;) {
      const t = look()
      if (t.kind === 'op' && comparisons.includes(t.text)) {
        i++
        const right = sum()
        left = made({ kind: 'compare', op: t.text as Comparison, left, right, at: left.at, end: right.end })
      } else if (t.kind === 'name' && t.text === 'in') {
        i++
        const right = sum()
        left = made({ kind: 'in', left, right, at: left.at, end: right.end })
      } else return left
    }
  }
  const sum = (): Expr => {
    let left = unary()
    while (sees('+') || sees('-')) {
      const op = take().text as '+' | '-'
      const right = unary()
      left = made({ kind: 'sum', op, left, right, at: left.at, end: right.end })
    }
    return left
  }
  const unary = (): Expr => {
    if (!sees('!') && !sees('-')) return primary()
    const t = take()
    const arg = inside(t.at, unary)
    if (t.text === '!') return made({ kind: 'not', arg, at: t.at, end: arg.end })
    if (arg.kind === 'int') return { ...arg, value: -arg.value, at: t.at }
    return made({ kind: 'negate', arg, at: t.at, end: arg.end })
  }
  const items = (): Expr[] => {
    const found: Expr[] = []
    while (!sees(']')) {
      found.push(or())
      if (!sees(',')) break
      take()
    }
    return found
  }
  const primary = (): Expr => {
    const t = take()
    if (t.kind === 'int') return made({ kind: 'int', value: Number(t.text), at: t.at, end: t.end })
    if (t.kind === 'string') return made({ kind: 'string', value: t.text, at: t.at, end: t.end })
    if (t.kind === 'name') return name(t)
    if (t.kind === 'op' && t.text === '(') {
      const e = inside(t.at, or)
      expect(')')
      return e
    }
    if (t.kind === 'op' && t.text === '[') {
      const found = inside(t.at, items)
      const close = expect(']')
      return made({ kind: 'list', items: found, at: t.at, end: close.end })
    }
    i--
    return stop('missing', t.at, t.end, t.text)
  }
  const name = (first: Token): Expr => {
    if (first.text === 'true' || first.text === 'false')
      return made({ kind: 'bool', value: first.text === 'true', at: first.at, end: first.end })
    if (first.text === 'null') return stop('null', first.at, first.end)
    if (wordy.includes(first.text)) return stop('missing', first.at, first.end, first.text)
    const parts = [first]
    while (sees('.')) {
      const dot = take()
      if (look().kind !== 'name') stop('dot', dot.at, dot.end)
      parts.push(take())
    }
    const path = parts.map(p => p.text).join('.')
    const end = parts.at(-1)!.end
    return sees('(') ? call(path, first.at, end) : made({ kind: 'name', path, at: first.at, end })
  }
  const call = (what: string, at: number, end: number): Expr => {
    if (what !== 'date' && what !== 'contrary') return stop('function', at, end, what)
    take()
    const arg = inside(at, or)
    const close = expect(')')
    if (what === 'contrary') {
      if (arg.kind !== 'name') return stop('contrary', arg.at, arg.end)
      return { kind: 'contrary', atom: arg.path, at, end: close.end }
    }
    if (arg.kind !== 'string' || !isDay(arg.value)) return stop('date', arg.at, arg.end)
    return { kind: 'date', value: arg.value, at, end: close.end }
  }

  const expr = or()
  const rest = look()
  if (rest.kind !== 'end') stop('rest', rest.at, rest.end, rest.text)
  if (depth(expr) > limits.depth) stop('depth', 0, text.length)
  return expr
}

/** The parts a part is made of, in reading order. */
export const kids = (e: Expr): readonly Expr[] => {
  switch (e.kind) {
    case 'and':
    case 'or':
      return e.args
    case 'not':
    case 'negate':
      return [e.arg]
    case 'compare':
    case 'in':
    case 'sum':
      return [e.left, e.right]
    case 'list':
      return e.items
    default:
      return []
  }
}

const depth = (e: Expr): number => 1 + kids(e).reduce((most, k) => Math.max(most, depth(k)), 0)

/** Every name a condition uses: paths as written, and atoms asked for their contrary. */
export const namesIn = (expr: Expr): readonly string[] => {
  const found = new Set<string>()
  const walk = (e: Expr) => {
    if (e.kind === 'name') found.add(e.path)
    if (e.kind === 'contrary') found.add(e.atom)
    kids(e).forEach(walk)
  }
  walk(expr)
  return [...found]
}

/** Reads a condition, or says where it stopped; places count characters within the condition. */
export const parseCondition = (text: string): Expr | Slip => {
  try {
    return read(text)
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.slip
    throw thrown
  }
}
