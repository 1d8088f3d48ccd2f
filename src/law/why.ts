/**
 * Why a head holds, or why not: read off the evaluation that decided it, by asking the same compiled conditions.
 *
 * An account is flat: derived atoms it rests on have accounts of their own, by head, in `atoms`. The facts a *why*
 * names, all others unknown, still give its answer.
 */
import type { Day } from '../base/index.ts'
import type { Clause, Side } from './assemble.ts'
import type { Condition, Node } from './condition.ts'
import { type Evaluation, type Inner, inner, keyIn } from './evaluation.ts'
import { keyOf } from './head.ts'
import type { Claim, Holding, Value } from './pack.ts'
import { namesIn } from './parse.ts'
import { type Num, type Tri, tri } from './tri.ts'
import { leafWords } from './words.ts'

/** One smallest condition, asked. `wanted` is the answer its rule needs here; `holds` the answer it got. */
export interface Leaf {
  readonly text: string
  /** What is asked, in plain words, as its rule needs it. */
  readonly words: string
  /** Whether what the words say is so. */
  readonly holds: Tri
  readonly facts: readonly { readonly path: string; readonly value: Value | null }[]
  readonly readings: readonly {
    readonly question: string
    readonly reading: string | null
    readonly holding: Holding | null
  }[]
  /** Heads of derived atoms it asks for: keys of `Why.atoms`. */
  readonly atoms: readonly string[]
}

/** An exception of a rule, asked. */
export interface ExceptionAccount {
  readonly text: string
  readonly says: string | null
  readonly cite: string | null
  readonly holds: Tri
  readonly leaves: readonly Leaf[]
}

/** Why a rule applies or not. */
export type Standing = 'applies' | 'may-apply' | 'not-in-force' | 'other-forum' | 'condition' | 'exception'

/** One rule, asked on that day: its authority, what it turned on. */
export interface RuleAccount {
  readonly rule: string
  readonly order: string
  readonly says: string | null
  readonly cite: readonly string[]
  readonly court: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly unverified: boolean
  readonly applies: Tri
  readonly standing: Standing
  /** What it turned on: the conditions met, those that fail, or those met and those still open. */
  readonly leaves: readonly Leaf[]
  /** Exceptions that decided: not met if it applies, met if one stopped it, open if it waits. */
  readonly exceptions: readonly ExceptionAccount[]
}

/**
 * What became of a rule that argues against: it does not apply (`absent`), was `beaten`, `prevails` over a rule it
 * overrides, stands level with it (`tied`), stands `alone` because nothing is said for the head, or is still `open`.
 */
export type Fate = 'absent' | 'beaten' | 'prevails' | 'tied' | 'alone' | 'open'

/** A contrary rule. `by` beat it or may beat it; `failed` would beat it but do not apply. */
export interface ContraryAccount {
  readonly rule: RuleAccount
  readonly head: string
  readonly fate: Fate
  readonly by: readonly RuleAccount[]
  readonly failed: readonly RuleAccount[]
}

/** One head, accounted for. */
export interface Account {
  readonly head: string
  readonly holds: Tri
  /** The rules for it: those that apply; when it does not hold, all of them and why each fails. */
  readonly rules: readonly RuleAccount[]
  readonly contrary: readonly ContraryAccount[]
  /** For a permission: the duty it also follows from, as a key of `Why.atoms`. */
  readonly duty: string | null
}

/** An account with the accounts of everything it rests on. */
export interface Why extends Account {
  readonly atoms: Readonly<Record<string, Account>>
}
/** The same, of a head that does not hold or may not. */
export type WhyNot = Why

/** Leaves that make the node what it is, as few as give the answer; `flip` under an odd number of "!". */
const deciding = (node: Node, e: Inner, flip: boolean): { node: Node; flip: boolean }[] => {
  if (node.kind === 'leaf') return [{ node, flip }]
  if (node.kind === 'not') return deciding(node.kids[0]!, e, !flip)
  const n = node.run(e.env)
  const kids = node.kids.map(kid => ({ n: kid.run(e.env), leaves: deciding(kid, e, flip) }))
  if (node.kind === 'and') return kids.filter(k => (n === 0 ? k.n === 0 : true)).flatMap(k => k.leaves)
  if (n !== 2) return kids.filter(k => k.n === n).flatMap(k => k.leaves)
  return kids.filter(k => k.n === 2).reduce((a, b) => (b.leaves.length < a.leaves.length ? b : a)).leaves
}

/** The decisive leaves of a condition; `wanted` is the answer its rule needs of the whole. */
const leavesOf = (condition: Condition, e: Inner, wanted: boolean): readonly Leaf[] =>
  deciding(condition.node, e, !wanted).map(({ node, flip }) => {
    const n = node.run(e.env)
    const names = namesIn(node.expr)
    const contrary = node.expr.kind === 'contrary'
    return {
      text: condition.text.slice(node.expr.at, node.expr.end),
      words: leafWords(e.pack, node.expr, !flip),
      holds: tri(flip ? 2 - n : n),
      facts: names.filter(path => e.pack.facts.has(path)).map(path => ({ path, value: e.at.facts[path] ?? null })),
      readings: names
        .filter(name => name.startsWith('reading.'))
        .map(name => name.slice('reading.'.length))
        .map(question => ({ question, reading: e.env.reading(question), holding: e.binding(question) })),
      atoms: names.filter(name => e.pack.sides.has(name)).map(name => (contrary ? `!${name}` : name)),
    }
  })

const standing = (c: Clause, e: Inner): Standing => {
  const n = e.app(c.index)
  if (n > 0) return n === 2 ? 'applies' : 'may-apply'
  const { from, to } = c.rule
  if ((from && e.at.day < from) || (to && e.at.day >= to)) return 'not-in-force'
  if (!e.live(c.index)) return 'other-forum'
  return c.when.node.run(e.env) === 0 ? 'condition' : 'exception'
}

const ruleAccount = (c: Clause, e: Inner): RuleAccount => {
  const { rule } = c
  const how = standing(c, e)
  const asked = how !== 'not-in-force' && how !== 'other-forum'
  const exceptions = c.unless.map((u, i): ExceptionAccount => {
    const n = u.node.run(e.env)
    const written = rule.unless![i]!
    return {
      text: u.text,
      says: written.says ?? null,
      cite: written.cite ?? null,
      holds: tri(n),
      leaves: leavesOf(u, e, n !== 0),
    }
  })
  return {
    rule: rule.id,
    order: c.order,
    says: rule.says ?? null,
    cite: rule.cite ?? [],
    court: rule.court ?? null,
    from: rule.from ?? null,
    to: rule.to ?? null,
    unverified: rule.unverified === true,
    applies: tri(e.app(c.index)),
    standing: how,
    leaves: asked && how !== 'exception' ? leavesOf(c.when, e, true) : [],
    exceptions: !asked || how === 'condition' ? [] : exceptions.filter(x => how !== 'exception' || x.holds === 'yes'),
  }
}

const contraryAccount = (c: Clause, head: string, side: Side, e: Inner): ContraryAccount => {
  const n = e.app(c.index)
  const stronger = side.def.map(i => e.pack.clauses[i]!).filter(t => t.beats.has(c.index))
  const applying = stronger.filter(t => e.app(t.index) > 0)
  const beaten = applying.some(t => e.app(t.index) === 2)
  const against = side.pro.filter(i => e.app(i) > 0)
  const fate = (): Fate => {
    if (n === 0) return 'absent'
    if (beaten) return 'beaten'
    if (n === 1 || applying.length) return 'open'
    if (!against.length) return 'alone'
    return against.some(i => c.beats.has(i)) ? 'prevails' : 'tied'
  }
  const account = (t: Clause) => ruleAccount(t, e)
  return {
    rule: account(c),
    head,
    fate: fate(),
    by: n === 0 ? [] : applying.filter(t => !beaten || e.app(t.index) === 2).map(account),
    failed: n === 0 || applying.length ? [] : stronger.map(account),
  }
}

const accountOf = (side: Side, e: Inner): Account => {
  const n: Num = e.side(side.key)
  const own = e.own(side)
  const pro = side.pro.map(i => e.pack.clauses[i]!)
  const level = n > 0 ? own : 0
  const shown = pro.filter(c => level === 0 || e.app(c.index) >= level)
  return {
    head: side.key,
    holds: tri(n),
    rules: shown.map(c => ruleAccount(c, e)),
    contrary: side.con.map(i => contraryAccount(e.pack.clauses[i]!, keyOf(e.pack.clauses[i]!.head), side, e)),
    duty: side.duty !== null && e.side(side.duty) === n && own !== 2 ? side.duty : null,
  }
}

const named = (a: Account): readonly string[] => {
  const rules = [...a.rules, ...a.contrary.flatMap(c => [c.rule, ...c.by, ...c.failed])]
  const leaves = rules.flatMap(r => [...r.leaves, ...r.exceptions.flatMap(x => x.leaves)])
  return [...leaves.flatMap(l => l.atoms), ...(a.duty === null ? [] : [a.duty])]
}

const account = (e: Inner, key: string): Why | null => {
  const side = e.pack.sides.get(key)
  if (!side) return null
  const top = accountOf(side, e)
  const atoms: Record<string, Account> = {}
  const todo = [...named(top)]
  for (const next of todo) {
    if (Object.hasOwn(atoms, next) || next === key) continue
    const a = accountOf(e.pack.sides.get(next)!, e)
    atoms[next] = a
    todo.push(...named(a))
  }
  return { ...top, atoms }
}

/** Why a head holds, or may hold; null when it does not. */
export const why = (evaluation: Evaluation, head: Claim): Why | null => {
  const found = account(inner(evaluation), keyIn(evaluation.pack, head))
  return found && found.holds !== 'no' ? found : null
}

/** Why a head does not hold, or may not; null when it surely holds. A head no rule speaks of has no rules to show. */
export const whyNot = (evaluation: Evaluation, head: Claim): WhyNot | null => {
  const key = keyIn(evaluation.pack, head)
  const found = account(inner(evaluation), key)
  if (!found) return { head: key, holds: 'no', rules: [], contrary: [], duty: null, atoms: {} }
  return found.holds !== 'yes' ? found : null
}

const leavesIn = (a: Account): readonly Leaf[] =>
  [...a.rules, ...a.contrary.flatMap(c => [c.rule, ...c.by, ...c.failed])].flatMap(r => [
    ...r.leaves,
    ...r.exceptions.flatMap(x => x.leaves),
  ])

/** The facts an account names, its atoms' accounts included, sorted. Known ones suffice for its answer. */
export const factsNamed = (w: Why): readonly string[] => {
  const leaves = [w, ...Object.values(w.atoms)].flatMap(leavesIn)
  return [...new Set(leaves.flatMap(l => l.facts.map(f => f.path)))].sort()
}

/** The unknown facts and readings an account waits for, sorted. */
export const waitsFor = (w: Why): readonly string[] => {
  const leaves = [w, ...Object.values(w.atoms)].flatMap(leavesIn).filter(l => l.holds === 'unknown')
  const facts = leaves.flatMap(l => l.facts.filter(f => f.value === null).map(f => f.path))
  const readings = leaves.flatMap(l => l.readings.filter(r => r.reading === null).map(r => `reading.${r.question}`))
  return [...new Set([...facts, ...readings])].sort()
}
