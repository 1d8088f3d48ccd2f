/** A condition in the tongues of others: CEL, JSON Logic, the conditions of json-rules-engine, JavaScript. */
import type { Clause } from '../../src/law/assemble.ts'
import type { Expr } from '../../src/law/parse.ts'

const isAtom = (path: string) => !path.includes('.')

/** In CEL a day is a string (ISO days order as strings); atoms live under `atom` and `contrary`. */
export const cel = (e: Expr): string => {
  switch (e.kind) {
    case 'and':
      return `(${e.args.map(cel).join(' && ')})`
    case 'or':
      return `(${e.args.map(cel).join(' || ')})`
    case 'not':
      return `!(${cel(e.arg)})`
    case 'negate':
      return `-(${cel(e.arg)})`
    case 'compare':
    case 'in':
      return `${cel(e.left)} ${e.kind === 'in' ? 'in' : e.op} ${cel(e.right)}`
    case 'sum':
      return `(${cel(e.left)} ${e.op} ${cel(e.right)})`
    case 'list':
      return `[${e.items.map(cel).join(', ')}]`
    case 'bool':
    case 'int':
      return String(e.value)
    case 'string':
    case 'date':
      return JSON.stringify(e.value)
    case 'name':
      return isAtom(e.path) ? `atom.${e.path}` : e.path
    case 'contrary':
      return `contrary.${e.atom}`
  }
}

/** The whole of a rule: its condition and no exception. */
const whole = ({ when, unless }: Clause): { readonly when: Expr; readonly unless: readonly Expr[] } => ({
  when: when.node.expr,
  unless: unless.map(u => u.node.expr),
})

export const celRule = (clause: Clause): string => {
  const { when, unless } = whole(clause)
  return [cel(when), ...unless.map(u => `!(${cel(u)})`)].join(' && ')
}

/** JSON Logic, strictly comparing. */
export const logic = (e: Expr): unknown => {
  switch (e.kind) {
    case 'and':
    case 'or':
      return { [e.kind]: e.args.map(logic) }
    case 'not':
      return { '!': [logic(e.arg)] }
    case 'negate':
      return { '-': [logic(e.arg)] }
    case 'compare':
      return { [e.op === '==' ? '===' : e.op === '!=' ? '!==' : e.op]: [logic(e.left), logic(e.right)] }
    case 'in':
      return { in: [logic(e.left), logic(e.right)] }
    case 'sum':
      return { [e.op]: [logic(e.left), logic(e.right)] }
    case 'list':
      return e.items.map(logic)
    case 'name':
      return { var: isAtom(e.path) ? `atom.${e.path}` : e.path }
    case 'contrary':
      return { var: `contrary.${e.atom}` }
    default:
      return e.value
  }
}

export const logicRule = (clause: Clause): unknown => {
  const { when, unless } = whole(clause)
  return unless.length ? { and: [logic(when), ...unless.map(u => ({ '!': [logic(u)] }))] } : logic(when)
}

/** A condition of json-rules-engine. */
export type EngineCondition =
  | { readonly all: readonly EngineCondition[] }
  | { readonly any: readonly EngineCondition[] }
  | { readonly not: EngineCondition }
  | { readonly fact: string; readonly operator: string; readonly value: unknown }

const operators = { '==': 'equal', '!=': 'notEqual', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const
const turned = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** Facts go by their whole path (no JSONPath to walk), atoms by their heads. Sums are facts of their own: see `sums`. */
export const engineCondition = (e: Expr, sums: Map<string, Expr>): EngineCondition => {
  const go = (x: Expr) => engineCondition(x, sums)
  const factOf = (x: Expr): string | null => {
    if (x.kind === 'name') return x.path
    if (x.kind !== 'sum' && x.kind !== 'negate') return null
    sums.set(cel(x), x)
    return cel(x)
  }
  const value = (x: Expr): unknown => {
    const fact = factOf(x)
    if (fact !== null) return { fact }
    if (x.kind === 'list') return x.items.map(value)
    if ('value' in x) return x.value
    throw new Error(`json-rules-engine cannot be given ${cel(x)} as a value`)
  }
  switch (e.kind) {
    case 'and':
      return { all: e.args.map(go) }
    case 'or':
      return { any: e.args.map(go) }
    case 'not':
      return { not: go(e.arg) }
    case 'in':
      return { fact: factOf(e.left)!, operator: 'in', value: value(e.right) }
    case 'compare': {
      const left = factOf(e.left)
      if (left === null) return { fact: factOf(e.right)!, operator: operators[turned[e.op]], value: value(e.left) }
      return { fact: left, operator: operators[e.op], value: value(e.right) }
    }
    case 'name':
      return { fact: e.path, operator: 'equal', value: true }
    case 'contrary':
      return { fact: `!${e.atom}`, operator: 'equal', value: true }
    case 'bool':
      return { fact: 'true', operator: 'equal', value: e.value }
    default:
      throw new Error(`json-rules-engine cannot be asked ${cel(e)}`)
  }
}

export const engineRule = (clause: Clause, sums: Map<string, Expr>): EngineCondition => {
  const { when, unless } = whole(clause)
  return { all: [engineCondition(when, sums), ...unless.map(u => ({ not: engineCondition(u, sums) }))] }
}

const name = (atom: string, contrary: boolean) => `${contrary ? 'c' : 'p'}_${atom}`
const path = (p: string) =>
  `f.${p
    .split('.')
    .map(k => (/^\w+$/.test(k) ? k : JSON.stringify(k)))
    .join('.')}`

/** JavaScript on two values, as one would write it by hand: `f.demand.asker === "us" && !p_served`. */
export const script = (e: Expr): string => {
  switch (e.kind) {
    case 'and':
      return `(${e.args.map(script).join(' && ')})`
    case 'or':
      return `(${e.args.map(script).join(' || ')})`
    case 'not':
      return `!${script(e.arg)}`
    case 'negate':
      return `(-${script(e.arg)})`
    case 'compare': {
      const op = e.op === '==' ? '===' : e.op === '!=' ? '!==' : e.op
      return `(${script(e.left)} ${op} ${script(e.right)})`
    }
    case 'in': {
      const items = e.right.kind === 'list' ? e.right.items : []
      return items.length ? `(${items.map(i => `${script(e.left)} === ${script(i)}`).join(' || ')})` : 'false'
    }
    case 'sum':
      return `(${script(e.left)} ${e.op} ${script(e.right)})`
    case 'list':
      throw new Error('a list stands only after "in"')
    case 'name':
      return isAtom(e.path) ? name(e.path, false) : path(e.path)
    case 'contrary':
      return name(e.atom, true)
    default:
      return JSON.stringify(e.value)
  }
}

export const scriptRule = (clause: Clause): string => {
  const { when, unless } = whole(clause)
  return [script(when), ...unless.map(u => `!${script(u)}`)].join(' && ')
}

/** The variable of an atom in `script`. */
export const scriptAtom = (key: string): string => (key.startsWith('!') ? name(key.slice(1), true) : name(key, false))
