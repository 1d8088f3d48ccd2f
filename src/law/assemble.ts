/**
 * Law files made ready to be evaluated. Trusts them: law that ships has been through `compile`, which says in words
 * whatever is wrong; here a fault is our own mistake, and throws. So the page need not carry the words.
 */
import { finish } from '../base/index.ts'
import { build, type Condition, type Kind } from './condition.ts'
import { type Declared, gather } from './gather.ts'
import { keyOf, madeBy, modalities, opposed, type Target, targetOf } from './head.ts'
import type { FactSpec, LawFile, Rule } from './pack.ts'
import { type Expr, namesIn, parseCondition } from './parse.ts'
import { sort } from './sort.ts'

/** A rule made ready. `index` is its place in `Pack.clauses`. */
export interface Clause {
  readonly index: number
  readonly rule: Rule
  readonly order: string
  readonly head: Target
  readonly when: Condition
  readonly unless: readonly Condition[]
  /** Indices of the rules this one beats. */
  readonly beats: ReadonlySet<number>
  /** Conditions of `sanction[i].when`. */
  readonly sanctions: readonly (Condition | null)[]
}

/** One head of an issue: who argues for it, who against, who defends it. */
export interface Side {
  readonly key: string
  readonly target: Target
  readonly pro: readonly number[]
  readonly con: readonly number[]
  readonly def: readonly number[]
  /** The duty that makes this permission, if it is one. */
  readonly duty: string | null
}

/** Law, ready. The maps are for readers; `clauses`, `clauseOf`, `sides` and the order of `atoms` are the engine's own. */
export interface Pack extends Declared {
  /** Rules by id, as written, in file order. */
  readonly rules: ReadonlyMap<string, Rule>
  readonly clauses: readonly Clause[]
  readonly clauseOf: ReadonlyMap<string, Clause>
  readonly sides: ReadonlyMap<string, Side>
  /** Derived atoms in the order in which they must be settled. */
  readonly atoms: readonly string[]
  /** Every (order, act) some rule speaks of, sorted. */
  readonly subjects: readonly { readonly order: string; readonly act: string }[]
}

/** Which atoms each atom is concluded from. */
export const atomUses = (
  rules: readonly { readonly head: Target; readonly names: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const uses = new Map<string, Set<string>>()
  for (const { head } of rules) if (head.kind === 'atom' && !uses.has(head.atom)) uses.set(head.atom, new Set())
  for (const { head, names } of rules)
    if (head.kind === 'atom') for (const name of names) if (uses.has(name)) uses.get(head.atom)!.add(name)
  return uses
}

const kindIn =
  (facts: ReadonlyMap<string, FactSpec>) =>
  (path: string): Kind =>
    path.startsWith('reading.') ? 'reading' : (facts.get(path)?.type ?? 'atom')

/** A checked expression as a condition. */
export const conditionOf = (text: string, expr: Expr, facts: ReadonlyMap<string, FactSpec>): Condition => ({
  text,
  node: build(expr, kindIn(facts)),
  names: namesIn(expr),
})

const trusted = (text: string, facts: ReadonlyMap<string, FactSpec>): Condition => {
  const expr = parseCondition(text)
  if ('slip' in expr) throw new Error(`a condition nobody checked: ${text}`)
  return conditionOf(text, expr, facts)
}

const sidesOf = (clauses: readonly Clause[]): Map<string, Side> => {
  const pro = new Map<string, number[]>()
  const all = new Map<string, number[]>()
  const targets = new Map<string, Target>()
  const put = (map: Map<string, number[]>, key: string, index: number) => {
    const list = map.get(key)
    if (list) list.push(index)
    else map.set(key, [index])
  }
  for (const { head, index, rule } of clauses) {
    put(all, keyOf(head), index)
    if (rule.kind !== 'defeater') put(pro, keyOf(head), index)
    const family = head.kind === 'atom' ? [head, ...opposed(head)] : modalities.map(modality => ({ ...head, modality }))
    for (const t of family) targets.set(keyOf(t), t)
  }
  const sides = new Map<string, Side>()
  for (const [key, target] of targets) {
    const modality = target.kind === 'norm' ? madeBy[target.modality] : undefined
    const duty = modality && target.kind === 'norm' ? keyOf({ ...target, modality }) : null
    const mine = pro.get(key) ?? []
    sides.set(key, {
      key,
      target,
      pro: mine,
      con: opposed(target).flatMap(t => all.get(keyOf(t)) ?? []),
      def: duty === null ? mine : [...mine, ...(pro.get(duty) ?? [])],
      duty,
    })
  }
  return sides
}

/**
 * Makes checked law files ready, a little at a time: whoever draws a page in between may stop after each step. The
 * order of files and rules never matters. Throws on law that `compile` refuses.
 */
export function* assembling(files: readonly LawFile[]): Generator<undefined, Pack> {
  const { declared, rules } = gather(files)
  yield
  const { facts } = declared
  const indexOf = new Map(rules.map((r, i) => [r.rule.id, i]))
  const clauses: Clause[] = []
  for (const { rule, order } of rules) {
    clauses.push({
      index: clauses.length,
      rule,
      order,
      head: targetOf(rule.then, order),
      when: trusted(rule.when, facts),
      unless: rule.unless?.map(u => trusted(u.when, facts)) ?? [],
      sanctions: rule.sanction?.map(s => (s.when === undefined ? null : trusted(s.when, facts))) ?? [],
      beats: new Set(rule.overrides?.map(id => indexOf.get(id)!)),
    })
    yield
  }
  const uses = atomUses(
    clauses.map(c => ({ head: c.head, names: [c.when, ...c.unless].flatMap(condition => condition.names) })),
  )
  const subjects = new Map<string, { order: string; act: string }>()
  for (const { head } of clauses)
    if (head.kind === 'norm') subjects.set(`${head.order} ${head.act}`, { order: head.order, act: head.act })
  return {
    ...declared,
    rules: new Map(rules.map(r => [r.rule.id, r.rule])),
    clauses,
    clauseOf: new Map(clauses.map(c => [c.rule.id, c])),
    sides: sidesOf(clauses),
    atoms: sort([...uses.keys()].sort(), uses).order,
    subjects: [...subjects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s),
  }
}

/** The same, at once. */
export const assemble = (files: readonly LawFile[]): Pack => finish(assembling(files))

/** A checked condition over a pack's vocabulary and `extra` facts of a level's own; throws on what `condition` refuses. */
export const trust = (pack: Pack, text: string, extra: Readonly<Record<string, FactSpec>> = {}): Condition =>
  trusted(text, new Map([...pack.facts, ...Object.entries(extra)]))
