/**
 * Law files made ready to be evaluated. Everything that can be wrong with a theory is found here: names that mean
 * nothing, superiority across orders or in circles, issues that use each other in a circle.
 */
import { hasErrors, type Problem, type Result, type Where } from '../base/index.ts'
import { build, type Condition, type Kind } from './condition.ts'
import { type CompileOptions, type Gathered, gather, nearest, type Report, reporter } from './gather.ts'
import { keyOf, madeBy, modalities, opposed, type Target, targetOf } from './head.ts'
import type { FactSpec, LawFile, Rule } from './pack.ts'
import { parseCondition } from './parse.ts'
import { type Meaning, namesIn, typecheck, type Vocabulary } from './typecheck.ts'

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

/** Law, ready. Plain maps for readers; `clauses`, `sides` and `settle` are the engine's own. */
export interface Pack extends Omit<Gathered, 'rules'> {
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

const meaning = (facts: ReadonlyMap<string, FactSpec>, atoms: ReadonlySet<string>, g: Gathered) => {
  const lookup = (path: string): Meaning | undefined => {
    if (path.startsWith('reading.')) {
      const question = path.slice('reading.'.length)
      const spec = g.questions.get(question)
      return spec && { kind: 'reading', question, readings: spec.readings }
    }
    const spec = facts.get(path)
    return spec ? { kind: 'fact', spec } : atoms.has(path) ? { kind: 'atom' } : undefined
  }
  const names = () => [...facts.keys(), ...atoms, ...[...g.questions.keys()].map(q => `reading.${q}`)]
  return { lookup, names } satisfies Vocabulary
}

const kindIn =
  (vocabulary: Vocabulary) =>
  (path: string): Kind => {
    const m = vocabulary.lookup(path)
    return m?.kind === 'fact' ? m.spec.type : m?.kind === 'reading' ? 'reading' : 'atom'
  }

/** Parses, checks and compiles one condition; problems count characters within it. */
const compileCondition = (text: string, vocabulary: Vocabulary): Condition | readonly Problem[] => {
  const expr = parseCondition(text)
  if ('code' in expr) return [expr]
  const problems = typecheck(expr, vocabulary)
  return problems.length ? problems : { text, node: build(expr, kindIn(vocabulary)), names: namesIn(expr) }
}

/** A circle in a graph, or null; iterative, since packs come from strangers. Kahn's algorithm gives the order. */
const sorted = (nodes: readonly string[], edges: ReadonlyMap<string, ReadonlySet<string>>) => {
  const waiting = new Map(nodes.map(n => [n, edges.get(n)?.size ?? 0]))
  const users = new Map<string, string[]>()
  for (const [from, uses] of edges) for (const to of uses) users.set(to, [...(users.get(to) ?? []), from])
  const order = nodes.filter(n => waiting.get(n) === 0)
  for (let i = 0; i < order.length; i++)
    for (const user of users.get(order[i]!) ?? []) {
      const left = waiting.get(user)! - 1
      waiting.set(user, left)
      if (left === 0) order.push(user)
    }
  if (order.length === nodes.length) return { order, circle: null }
  // Every node left over uses another one left over: walking on must come round.
  const stuck = new Set(nodes.filter(n => waiting.get(n)! > 0))
  const walk: string[] = []
  let at = [...stuck][0]!
  while (!walk.includes(at)) {
    walk.push(at)
    at = [...edges.get(at)!].find(n => stuck.has(n))!
  }
  return { order, circle: [...walk.slice(walk.indexOf(at)), at] }
}

const superiority = (rules: Gathered['rules'], report: Report): Map<string, ReadonlySet<string>> => {
  const byId = new Map(rules.map(r => [r.rule.id, r]))
  const beats = new Map<string, Set<string>>()
  for (const { rule, order, where } of rules) {
    const mine = new Set<string>()
    rule.overrides?.forEach((id, i) => {
      const at: Where = { ...where, path: [...(where.path ?? []), 'overrides', i] }
      const other = byId.get(id)
      if (!other) {
        const mend = nearest(id, byId.keys(), 'Name a rule by its id.')
        report('unknown-rule', at, `"${rule.id}" overrides "${id}", which is no rule.`, 'It beats nothing.', mend)
      } else if (other.order !== order)
        report(
          'overrides-across-orders',
          at,
          `"${rule.id}" of ${order || 'no order'} overrides "${id}" of ${other.order || 'no order'}.`,
          'No legal order can repeal another: that is the conflict itself, not its solution.',
          'Remove it; let both hold.',
        )
      else mine.add(id)
    })
    beats.set(rule.id, mine)
  }
  const { circle } = sorted([...byId.keys()], beats)
  if (circle)
    report(
      'superiority-circle',
      byId.get(circle[0]!)!.where,
      `These rules override each other in a circle: ${circle.join(' > ')}.`,
      'No rule can beat itself.',
      'Remove one of the overrides.',
    )
  return beats
}

/** Which atoms each atom is concluded from, and through which rule, for the message. */
const dependencies = (drafts: readonly Draft[], atoms: ReadonlySet<string>) => {
  const edges = new Map<string, Set<string>>()
  for (const { head, conditions } of drafts) {
    if (head.kind !== 'atom') continue
    const uses = edges.get(head.atom) ?? new Set()
    for (const c of conditions) for (const name of c?.names ?? []) if (atoms.has(name)) uses.add(name)
    edges.set(head.atom, uses)
  }
  return edges
}

interface Draft {
  readonly head: Target
  readonly when: Condition | null
  readonly unless: readonly (Condition | null)[]
  readonly sanctions: readonly (Condition | null)[]
  readonly conditions: readonly (Condition | null)[]
}

const sidesOf = (clauses: readonly Clause[]): Map<string, Side> => {
  const pro = new Map<string, number[]>()
  const all = new Map<string, number[]>()
  const targets = new Map<string, Target>()
  for (const c of clauses) {
    const key = keyOf(c.head)
    const list = all.get(key) ?? []
    all.set(key, [...list, c.index])
    if (c.rule.kind !== 'defeater') pro.set(key, [...(pro.get(key) ?? []), c.index])
    const h = c.head
    const family = h.kind === 'atom' ? [h, ...opposed(h)] : modalities.map(modality => ({ ...h, modality }))
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

/** Makes law files ready, or says everything that is wrong with them. The order of files and rules never matters. */
export const compile = (files: readonly LawFile[], options: CompileOptions = {}): Result<Pack> => {
  const problems: Problem[] = []
  const report = reporter(problems)
  const g = gather(files, options, report)

  const atoms = new Set<string>()
  const targets = g.rules.map(({ rule, order }) => targetOf(rule.then, order))
  targets.forEach((t, i) => {
    const { rule, where } = g.rules[i]!
    if (t.kind === 'norm') {
      if (!t.order)
        report(
          'no-order',
          where,
          `"${rule.id}" binds no legal order.`,
          'A norm is always somebody’s norm.',
          'Give "order".',
        )
      if (options.strict && !g.acts.has(t.act))
        report(
          'unknown-act',
          where,
          `"${rule.id}" speaks of "${t.act}", which is no act.`,
          'Nobody can do or leave it.',
          nearest(t.act, g.acts.keys(), 'Declare it under "acts".'),
        )
    } else if (g.facts.has(t.atom) || t.atom.startsWith('reading.'))
      report(
        'fact-concluded',
        where,
        `"${rule.id}" concludes "${t.atom}", which is a ${g.facts.has(t.atom) ? 'declared fact' : 'reading'}.`,
        'Facts are found, not concluded.',
        'Give the conclusion a name of its own.',
      )
    else atoms.add(t.atom)
  })

  const vocabulary = meaning(g.facts, atoms, g)
  const conditionAt = (text: string, where: Where, ...path: (string | number)[]): Condition | null => {
    const c = compileCondition(text, vocabulary)
    if ('text' in c) return c
    for (const p of c) problems.push({ ...p, where: { ...where, ...p.where, path: [...(where.path ?? []), ...path] } })
    return null
  }
  const drafts: Draft[] = g.rules.map(({ rule, where }, i) => {
    const when = conditionAt(rule.when, where, 'when')
    const unless = rule.unless?.map((u, n) => conditionAt(u.when, where, 'unless', n, 'when')) ?? []
    const sanctions =
      rule.sanction?.map((s, n) => (s.when === undefined ? null : conditionAt(s.when, where, 'sanction', n, 'when'))) ??
      []
    return { head: targets[i]!, when, unless, sanctions, conditions: [when, ...unless] }
  })

  const beats = superiority(g.rules, report)
  const { order, circle } = sorted([...atoms].sort(), dependencies(drafts, atoms))
  if (circle) {
    const rules = g.rules.filter((_, i) => {
      const head = targets[i]!
      return head.kind === 'atom' && circle.includes(head.atom) && drafts[i]!.conditions.some(c => uses(c, circle))
    })
    report(
      'issue-circle',
      rules[0]!.where,
      `These conclusions rest on each other in a circle: ${circle.join(' ← ')} (rules ${rules.map(r => r.rule.id).join(', ')}).`,
      'What rests on itself rests on nothing.',
      'Let one of them rest on facts alone.',
    )
  }
  if (hasErrors(problems)) return { ok: false, problems }

  const indexOf = new Map(g.rules.map((r, i) => [r.rule.id, i]))
  const clauses: Clause[] = g.rules.map(({ rule, order }, index) => ({
    index,
    rule,
    order,
    head: targets[index]!,
    when: drafts[index]!.when!,
    unless: drafts[index]!.unless as Condition[],
    sanctions: drafts[index]!.sanctions,
    beats: new Set([...beats.get(rule.id)!].map(id => indexOf.get(id)!)),
  }))
  const subjects = new Map<string, { order: string; act: string }>()
  for (const { head } of clauses)
    if (head.kind === 'norm') subjects.set(`${head.order} ${head.act}`, { order: head.order, act: head.act })
  const { rules: _, ...declared } = g
  const value: Pack = {
    ...declared,
    rules: new Map(g.rules.map(r => [r.rule.id, r.rule])),
    clauses,
    clauseOf: new Map(clauses.map(c => [c.rule.id, c])),
    sides: sidesOf(clauses),
    atoms: order,
    subjects: [...subjects.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s),
  }
  return { ok: true, value, problems }
}

const uses = (c: Condition | null, circle: readonly string[]) => !!c?.names.some(n => circle.includes(n))

/**
 * A condition over a pack's vocabulary, as levels write them. `extra` declares facts of the level's own, such as
 * `flag.calledDublin`. Problems count characters within the text.
 */
export const condition = (
  pack: Pack,
  text: string,
  extra: Readonly<Record<string, FactSpec>> = {},
): Result<Condition> => {
  const facts = new Map([...pack.facts, ...Object.entries(extra)])
  const c = compileCondition(text, meaning(facts, new Set(pack.atoms), pack as unknown as Gathered))
  return 'text' in c ? { ok: true, value: c, problems: [] } : { ok: false, problems: c }
}
