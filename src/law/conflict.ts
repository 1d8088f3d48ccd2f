/** Duties of two legal orders that nobody can meet together, and duties of one order that it should not have given. */
import { timeOf } from './deadline.ts'
import { type At, type Evaluation, type Inner, inner } from './evaluation.ts'
import { keyOf, type Modality } from './head.ts'
import type { ActSpec } from './pack.ts'
import { telling, unknowns } from './reach.ts'
import type { Num } from './tri.ts'

/** A conflict of laws. `acts` are what the duties are about; `dissolve` what, once known, could end a possible one. */
export interface Conflict {
  readonly orders: readonly [string, string]
  readonly acts: readonly string[]
  readonly level: 'certain' | 'possible'
  readonly dissolve?: readonly string[]
}

/** Two duties of one order that exclude each other: the law contradicts itself. */
export interface Antinomy {
  readonly order: string
  readonly acts: readonly string[]
  readonly level: 'certain' | 'possible'
}

/** All that doing an act is also doing, itself included. */
export const alsoDone = (acts: ReadonlyMap<string, ActSpec>, act: string): ReadonlySet<string> => {
  const done = new Set([act])
  for (const a of done) for (const b of acts.get(a)?.entails ?? []) done.add(b)
  return done
}

/** True when doing one is ruled out by doing the other. */
export const exclude = (acts: ReadonlyMap<string, ActSpec>, a: string, b: string): boolean => {
  const [all, others] = [alsoDone(acts, a), alsoDone(acts, b)]
  const against = (from: ReadonlySet<string>, to: ReadonlySet<string>) =>
    [...from].some(x => acts.get(x)?.excludes?.some(y => to.has(y)))
  return against(all, others) || against(others, all)
}

/** One rule's duty in time, in hours after service: due by, over at. */
interface Span {
  readonly sure: boolean
  readonly due: number
  readonly end: number
}

interface Duty {
  readonly order: string
  readonly act: string
  readonly must: boolean
  readonly sure: boolean
  readonly spans: readonly Span[]
}

const dutyOf = (e: Inner, order: string, act: string, must: boolean): Duty | null => {
  const key = keyOf({ kind: 'norm', order, modality: must ? 'oblige' : 'forbid', act })
  const n = e.side(key)
  if (n === 0) return null
  const rules = e.pack.sides.get(key)!.pro.filter(i => e.app(i) > 0)
  const spans = rules.map(i => ({ sure: e.app(i) === 2, ...timeOf(e.pack.clauses[i]!.rule) }))
  return { order, act, must, sure: n === 2, spans }
}

const duties = (e: Inner): readonly Duty[] =>
  e.pack.subjects.flatMap(({ order, act }) => [true, false].flatMap(must => dutyOf(e, order, act, must) ?? []))

/** Can nobody meet both? To refrain from two things is always possible. */
const clash = (acts: ReadonlyMap<string, ActSpec>, a: Duty, b: Duty): boolean => {
  if (a.must && b.must) return exclude(acts, a.act, b.act)
  if (a.must) return alsoDone(acts, a.act).has(b.act)
  return b.must && alsoDone(acts, b.act).has(a.act)
}

/** Do two duties that clash also meet in time? Not when one is over by the time the other is due. */
const meeting = (a: Duty, b: Duty): Num => {
  const met = a.spans.flatMap(x => b.spans.filter(y => x.end > y.due && y.end > x.due).map(y => x.sure && y.sure))
  return met.length === 0 ? 0 : a.sure && b.sure && met.includes(true) ? 2 : 1
}

const pairs = (e: Inner, sameOrder: boolean) => {
  const all = duties(e)
  const found = new Map<string, { a: Duty; b: Duty; sure: boolean }>()
  for (const a of all)
    for (const b of all) {
      if (sameOrder ? a.order !== b.order || a.act >= b.act : a.order >= b.order) continue
      const n = clash(e.pack.acts, a, b) ? meeting(a, b) : 0
      if (n === 0) continue
      const key = [a.order, b.order, a.act, b.act].join(' ')
      if (n === 2 || !found.has(key)) found.set(key, { a, b, sure: n === 2 })
    }
  return [...found.values()]
}

const levelOf = (sure: boolean) => (sure ? 'certain' : 'possible') as 'certain' | 'possible'

/** Every conflict between two orders, sorted. What would dissolve a possible one is worked out when first read. */
export const conflictsOf = (e: Inner): readonly Conflict[] =>
  pairs(e, false).map(({ a, b, sure }): Conflict => {
    const acts = [...new Set([a.act, b.act])]
    if (sure) return { orders: [a.order, b.order], acts, level: 'certain' }
    let found: readonly string[] | undefined
    return {
      orders: [a.order, b.order],
      acts,
      level: 'possible',
      get dissolve() {
        found ??= dissolving(e, a, b)
        return found
      },
    }
  })

/** Duties of one order that exclude each other. */
export const antinomies = (e: Evaluation): readonly Antinomy[] =>
  pairs(inner(e), true).map(({ a, b, sure }) => ({ order: a.order, acts: [a.act, b.act], level: levelOf(sure) }))

/** One order permits what another forbids, or frees from what another obliges: no conflict, but worth showing. */
export interface Tension {
  /** The order that leaves the choice, then the one that takes it. */
  readonly orders: readonly [string, string]
  readonly act: string
  readonly level: 'certain' | 'possible'
}

/** Permissions against duties across orders. A permission that a duty makes is that duty's own conflict, so not here. */
export const tensions = (evaluation: Evaluation): readonly Tension[] => {
  const e = inner(evaluation)
  const free = e.pack.subjects.flatMap(({ order, act }) =>
    (['permit', 'excuse'] as const).flatMap(modality => {
      const side = e.pack.sides.get(keyOf({ kind: 'norm', order, modality, act }))!
      const n = e.side(side.duty!) === 2 ? 0 : e.own(side)
      return n === 0 ? [] : [{ order, act, must: modality === 'excuse', sure: n === 2 }]
    }),
  )
  return free.flatMap(f =>
    duties(e)
      .filter(d => d.order !== f.order && d.act === f.act && d.must === f.must)
      .map(d => ({ orders: [f.order, d.order] as const, act: f.act, level: levelOf(f.sure && d.sure) })),
  )
}

const keyOfDuty = (d: Duty) =>
  keyOf({ kind: 'norm', order: d.order, modality: (d.must ? 'oblige' : 'forbid') as Modality, act: d.act })

/** Unknown facts and readings, each of which alone, with some value, would let the company meet both duties. */
const dissolving = (e: Inner, a: Duty, b: Duty): readonly string[] => {
  const keys = [keyOfDuty(a), keyOfDuty(b)]
  const open = unknowns(e, keys)
  const gone = (at: At) => {
    const then = e.again(at)
    const [x, y] = [a, b].map(d => dutyOf(then, d.order, d.act, d.must))
    return !x || !y || meeting(x, y) === 0
  }
  return [
    ...open.facts.filter(f => telling(e.pack, f)?.some(v => gone({ ...e.at, facts: { ...e.at.facts, [f]: v } }))),
    ...open.questions
      .filter(q => e.pack.questions.get(q)!.readings.some(r => gone({ ...e.at, suppose: { ...e.at.suppose, [q]: r } })))
      .map(q => `reading.${q}`),
  ]
}
