/** What if: the same law on other facts, another day, another forum, another reading; and what would have to change. */
import type { Day } from '../base/index.ts'
import { type At, type Evaluation, type Inner, inner, keyIn, type Verdict } from './evaluation.ts'
import type { Claim, Facts, Value } from './pack.ts'
import { telling, unknowns, valuesOf } from './reach.ts'
import { type Tri, tri } from './tri.ts'

/** What is supposed to be otherwise. Facts and readings are laid over those given. */
export interface Changes {
  readonly facts?: Facts
  readonly day?: Day
  readonly forum?: string | null
  readonly suppose?: Readonly<Record<string, string | null>>
}

/** An answer that would be another one. `head` is a key such as `oblige us disclose-content`, `p` or `!p`. */
export interface Difference {
  readonly head: string
  readonly before: Tri
  readonly after: Tri
}

/** What would be otherwise, and the law asked again, for its reasons. */
export interface WhatIf {
  readonly heads: readonly Difference[]
  readonly readings: readonly {
    readonly question: string
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly evaluation: Evaluation
}

const changed = (at: At, c: Changes): At => ({
  facts: c.facts ? { ...at.facts, ...c.facts } : at.facts,
  day: c.day ?? at.day,
  forum: c.forum === undefined ? at.forum : c.forum,
  ...(at.suppose || c.suppose ? { suppose: { ...at.suppose, ...c.suppose } } : {}),
})

/** Asks again with the changes and tells every answer that differs, sorted by head. */
export const whatIf = (evaluation: Evaluation, changes: Changes): WhatIf => {
  const before = inner(evaluation)
  const after = before.again(changed(before.at, changes))
  const heads = [...before.pack.sides.keys()]
    .sort()
    .map(head => ({ head, before: tri(before.side(head)), after: tri(after.side(head)) }))
    .filter(d => d.before !== d.after)
  const readings = [...before.pack.questions.keys()]
    .map(q => ({ question: q, before: before.env.reading(q), after: after.env.reading(q) }))
    .filter(r => r.before !== r.after)
  return { heads, readings, evaluation: after }
}

/** Facts and readings to assume together. */
interface Assumed {
  readonly facts: Facts
  readonly suppose: Readonly<Record<string, string | null>>
}

const mostUnknowns = 12
/** Enough for twelve yes-or-no facts, and an end to everything else. */
const mostAsked = 20_000

/**
 * The exact answer: yes if every way the unknowns could turn out gives yes, no if every way gives no. Kleene's values
 * may say unknown where all ways agree (a || !a). Null when more than twelve unknowns matter, or one of them has too
 * many values to try.
 */
export const exact = (evaluation: Evaluation, head: Claim): Tri | null => {
  const e = inner(evaluation)
  const key = keyIn(e.pack, head)
  const now = tri(e.side(key))
  if (now !== 'unknown') return now
  const open = unknowns(e, [key])
  if (open.facts.length + open.questions.length > mostUnknowns) return null
  const ways: { put(to: Assumed, v: Value): Assumed; values: readonly Value[] }[] = []
  for (const fact of open.facts) {
    const values = telling(e.pack, fact)
    if (values === null) return null
    ways.push({ values, put: (to, v) => ({ ...to, facts: { ...to.facts, [fact]: v } }) })
  }
  for (const q of open.questions)
    ways.push({
      values: e.pack.questions.get(q)!.readings,
      put: (to, v) => ({ ...to, suppose: { ...to.suppose, [q]: v as string } }),
    })

  const met = new Set<Tri>()
  let asked = 0
  /** Goes on only while the answer is open: most branches settle long before everything is known. */
  const search = (assumed: Assumed, next: number): boolean => {
    if (++asked > mostAsked) return false
    const n = tri(e.again(changed(e.at, assumed)).side(key))
    const way = ways[next]
    if (n !== 'unknown' || !way) {
      met.add(n)
      return met.size === 1
    }
    return way.values.every(v => search(way.put(assumed, v), next + 1))
  }
  search({ facts: {}, suppose: {} }, 0)
  if (asked > mostAsked) return null
  return met.size === 1 ? [...met][0]! : 'unknown'
}

/**
 * What an order says of an act, sharper than `says`: where that is contested only because facts are unknown, and every
 * way they could turn out gives one answer, that answer. For the places where a verdict hangs on it; it costs many
 * evaluations.
 */
export const verdict = (evaluation: Evaluation, order: string, act: string): Verdict => {
  const plain = evaluation.says(order, act)
  if (plain !== 'contested') return plain
  const is = (claim: Claim): Tri => {
    const n = evaluation.holds(claim)
    return n === 'unknown' ? (exact(evaluation, claim) ?? n) : n
  }
  const [must, never] = [is({ order, oblige: act }), is({ order, forbid: act })]
  if (must === 'yes') return 'obliges'
  if (never === 'yes') return 'forbids'
  if (must === 'unknown' || never === 'unknown') return plain
  const [may, free] = [is({ order, permit: act }), is({ order, excuse: act })]
  if (may === 'yes') return 'permits'
  // That nothing holds is no verdict: in some of the ways two rules may stand against each other.
  return free === 'yes' ? 'excuses' : plain
}

/** Facts to set so that a head comes out as wanted. */
export type Repair = Readonly<Record<string, Value>>

/**
 * All changes of at most two of the given facts that make the head come out as wanted; none that contains a smaller
 * one. Facts with too many values are tried only at those some rule can tell apart.
 */
export const repairs = (
  evaluation: Evaluation,
  head: Claim,
  wanted: Tri,
  paths: readonly string[],
): readonly Repair[] => {
  const e = inner(evaluation)
  const key = keyIn(e.pack, head)
  if (tri(e.side(key)) === wanted) return []
  const works = (facts: Repair) => tri(e.again(changed(e.at, { facts })).side(key)) === wanted
  const single = paths.flatMap(path =>
    values(e, path)
      .filter(v => v !== (e.at.facts[path] ?? null))
      .map((v): Repair => ({ [path]: v })),
  )
  const alone = single.filter(works)
  const rest = single.filter(s => !alone.includes(s))
  const pairs = rest.flatMap((a, i) =>
    rest
      .slice(i + 1)
      .filter(b => Object.keys(a)[0] !== Object.keys(b)[0])
      .map((b): Repair => ({ ...a, ...b })),
  )
  return [...alone, ...pairs.filter(works)]
}

const values = (e: Inner, path: string): readonly Value[] => {
  const spec = e.pack.facts.get(path)
  return spec ? (valuesOf(spec) ?? telling(e.pack, path) ?? []) : []
}
