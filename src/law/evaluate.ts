/**
 * What the law says on a day, in a forum, on the facts: defeasible logic with ambiguity blocking and team defeat
 * (Antoniou, Billington, Governatori, Maher 2001), lifted to Kleene bounds. `README.md` beside this file has the definition.
 *
 * With nothing unknown every answer is yes or no; opposing heads are never both yes; knowing more only turns unknown
 * into yes or no.
 */
import type { Day } from '../base/index.ts'
import type { Clause, Pack, Side } from './assemble.ts'
import type { Condition, Env } from './condition.ts'
import { conflictsOf } from './conflict.ts'
import { type At, type Evaluation, type Inner, inner, keyIn, type Norm, type Tie, type Verdict } from './evaluation.ts'
import { lineOf } from './gather.ts'
import { keyOf, type Modality, modalities, opposed } from './head.ts'
import type { Facts, Holding } from './pack.ts'
import { type Num, type Tri, tri } from './tri.ts'

const inForce = (it: { from?: Day | null; to?: Day | null }, day: Day) =>
  (it.from ?? '') <= day && (!it.to || day < it.to)

/**
 * The holding that binds: of the courts above the forum and itself, the highest that has spoken; of its holdings in
 * force, the latest. Two of one court and one day that disagree bind nobody: never a coin toss.
 */
const bindingHolding = (pack: Pack, question: string, at: At): Holding | null => {
  if (at.forum === null) return null
  for (const court of lineOf(pack.courts, at.forum).toReversed()) {
    const held = pack.holdings.filter(h => h.question === question && h.court === court && inForce(h, at.day))
    const latest = held.filter(h => held.every(other => (other.from ?? '') <= (h.from ?? '')))
    if (latest.length) return latest.every(h => h.reading === latest[0]!.reading) ? latest[0]! : null
  }
  return null
}

/** Asks the law. Cheap: nothing is computed before it is asked for. */
export const evaluate = (pack: Pack, at: At): Evaluation => {
  const { clauses, sides } = pack
  const line = at.forum === null ? [] : lineOf(pack.courts, at.forum)
  const apps = new Int8Array(clauses.length).fill(-1)
  const holdings = new Map<string, Holding | null>()
  const known = new Map<string, Num>()
  const place = placesOf(pack)
  let settled = 0

  const binding = (question: string): Holding | null => {
    let held = holdings.get(question)
    if (held === undefined) {
      held = bindingHolding(pack, question, at)
      holdings.set(question, held)
    }
    return held
  }
  const reading = (question: string): string | null =>
    at.suppose && Object.hasOwn(at.suppose, question) ? at.suppose[question]! : (binding(question)?.reading ?? null)
  /** Atoms are settled strictly in order, so that no chain of rules is too long for the call stack. */
  const atom = (name: string, contrary: boolean): Num => {
    const upTo = place.get(name)
    if (upTo === undefined) return 0
    while (settled <= upTo) {
      const next = pack.atoms[settled]!
      side(next)
      side(`!${next}`)
      settled++
    }
    return side(contrary ? `!${name}` : name)
  }
  const env: Env = { facts: at.facts, atom, reading }

  const live = (i: number): boolean => {
    const { rule } = clauses[i]!
    return inForce(rule, at.day) && (rule.court === undefined || line.includes(rule.court))
  }
  const apply = (c: Clause): Num => {
    if (!live(c.index)) return 0
    let n = c.when.node.run(env)
    for (const u of c.unless) {
      if (n === 0) return 0
      const out = 2 - u.node.run(env)
      if (out < n) n = out as Num
    }
    return n
  }
  const app = (i: number): Num => {
    if (apps[i] === -1) apps[i] = apply(clauses[i]!)
    return apps[i] as Num
  }

  const own = ({ pro, con, def }: Side): Num => {
    let best = 0
    for (const r of pro) best = Math.max(best, app(r))
    if (best === 0) return 0
    let sure = best === 2
    for (const s of con) {
      const against = app(s)
      if (against === 0) continue
      let beaten = 0
      for (const t of def) if (clauses[t]!.beats.has(s)) beaten = Math.max(beaten, app(t))
      if (against === 2 && beaten === 0) return 0
      if (beaten !== 2) sure = false
    }
    return sure ? 2 : 1
  }
  const side = (key: string): Num => {
    let n = known.get(key)
    if (n === undefined) {
      const s = sides.get(key)
      n = s ? own(s) : 0
      if (s?.duty && n !== 2) n = Math.max(n, side(s.duty)) as Num
      known.set(key, n)
    }
    return n
  }
  /** A head's value, its atoms settled first. */
  const holdsKey = (key: string): Num => {
    const target = sides.get(key)?.target
    return target?.kind === 'atom' ? atom(target.atom, target.contrary) : side(key)
  }

  const supporters = (key: string): readonly number[] => {
    const s = sides.get(key)!
    const level = side(key)
    const mine = own(s) === level ? s.pro : []
    const duty = s.duty && side(s.duty) === level ? sides.get(s.duty)!.pro : []
    return [...mine, ...duty].filter(i => app(i) > 0)
  }
  const norms = once((): readonly Norm[] =>
    pack.subjects.flatMap(({ order, act }) =>
      modalities.flatMap(modality => {
        const key = keyOf({ kind: 'norm', order, modality, act })
        const n = side(key)
        if (n === 0) return []
        const rules = supporters(key).map(i => clauses[i]!.rule)
        return [
          {
            order,
            modality,
            act,
            holds: n === 2 ? ('yes' as const) : ('unknown' as const),
            rules: [...new Set(rules.map(r => r.id))].sort(),
            authorities: [...new Set(rules.flatMap(r => r.cite ?? []))],
          },
        ]
      }),
    ),
  )
  const ties = once((): readonly Tie[] => {
    const found: Tie[] = []
    for (const s of sides.values())
      for (const target of opposed(s.target)) {
        const other = sides.get(keyOf(target))!
        if (s.key >= other.key) continue
        if (holdsKey(s.key) === 2 || holdsKey(other.key) === 2) continue
        const mine = s.pro.filter(r => app(r) === 2 && unbeaten(r, other))
        const theirs = other.pro.filter(r => app(r) === 2 && unbeaten(r, s))
        if (mine.length && theirs.length)
          found.push({
            heads: [s.key, other.key],
            rules: [...mine, ...theirs].map(i => clauses[i]!.rule.id).sort(),
          })
      }
    return found.sort((a, b) => (a.heads.join() < b.heads.join() ? -1 : 1))
  })
  const unbeaten = (r: number, other: Side) => !other.def.some(t => clauses[t]!.beats.has(r) && app(t) === 2)

  const says = (order: string, act: string): Verdict => {
    const n = (modality: Modality) => side(keyOf({ kind: 'norm', order, modality, act }))
    if (n('oblige') === 2) return 'obliges'
    if (n('forbid') === 2) return 'forbids'
    const open = n('oblige') === 1 || n('forbid') === 1
    if (!open && n('permit') === 2) return 'permits'
    if (!open && n('excuse') === 2) return 'excuses'
    if (open || n('permit') === 1 || n('excuse') === 1) return 'contested'
    const tied = ties().some(t => t.heads.some(h => h.endsWith(` ${order} ${act}`)))
    return tied ? 'contested' : 'silent'
  }

  const self: Inner = {
    pack,
    at,
    env,
    app,
    live,
    own,
    side: holdsKey,
    binding,
    again: elsewhere => inner(evaluate(pack, elsewhere)),
    holds: claim => tri(holdsKey(keyIn(pack, claim))),
    atom: name => tri(holdsKey(name)),
    norms,
    says,
    get readings() {
      return Object.fromEntries([...pack.questions.keys()].map(q => [q, reading(q)]))
    },
    conflicts: once(() => conflictsOf(self)),
    ties,
    applies: id => {
      const found = pack.clauseOf.get(id)
      return found ? tri(app(found.index)) : 'no'
    },
  }
  return self
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const places = new WeakMap<Pack, ReadonlyMap<string, number>>()
/** Where each atom stands in the order of settling; kept beside the pack, since it never changes. */
const placesOf = (pack: Pack): ReadonlyMap<string, number> => {
  let found = places.get(pack)
  if (!found) {
    found = new Map(pack.atoms.map((name, i) => [name, i]))
    places.set(pack, found)
  }
  return found
}

/**
 * Tests a level's condition on the same day and forum, and the same facts or a richer list of them: facts no rule
 * reads, such as a level's flags, may differ from those the law was asked about.
 */
export const test = (condition: Condition, evaluation: Evaluation, facts: Facts = evaluation.at.facts): Tri =>
  tri(condition.node.run({ ...inner(evaluation).env, facts }))
