/**
 * A pack laid out for speed; it changes no answer. Most rules are a chain of `&&`, and most links of the chain look at
 * one fact only. So for each fact the layout remembers, value by value, which rules that value rules out and which it
 * leaves open: two bits a rule. An evaluation takes the union over its facts, and asks only the rules that are left.
 *
 * What holds of a pack on one day in one forum (rules in force, binding holdings) is remembered as well.
 */
import type { Day } from '../base/index.ts'
import type { Clause, Pack } from './assemble.ts'
import type { Env, Node } from './condition.ts'
import type { Norm } from './evaluation.ts'
import { lineOf } from './gather.ts'
import { keyOf, modalities, opposed } from './head.ts'
import type { Facts, Holding, Value } from './pack.ts'
import { type Expr, kids } from './parse.ts'
import type { Num } from './tri.ts'

/** A link of a rule's chain: it counts as it is, or turned round if it comes from an exception. */
export interface Link {
  readonly clause: number
  readonly node: Node
  readonly turned: boolean
}

/** How far a link lets its rule apply. */
export const linkRun = ({ node, turned }: Link, env: Env): Num => {
  const n = node.run(env)
  return turned ? ((2 - n) as Num) : n
}

/**
 * Rules are bits of words, thirty to a word: numbers of that size stand in plain lists, which are made several times
 * faster than typed ones.
 */
const perWord = 30

/** Pairs: a word's place, some rules in it. */
export type Some = readonly number[]

/** The rules that cannot apply, then those that may; of the latter the places come after all words of the former. */
export type Row = Some

/** A fact, a reading or an atom's side, and what each of its values does to the rules that look at it alone. */
export interface Input {
  readonly name: string
  readonly kind: 'fact' | 'reading' | 'side'
  readonly links: readonly Link[]
  /** The rules that look at it. */
  readonly rules: Some
  readonly rows: Map<Value | null, Row>
  /** The rows of true and false, of a fact that is one or the other: most are. */
  readonly yes: Row | null
  readonly no: Row | null
}

/** A side by number. `con` are those who argue against it and the rules that beat them. */
export interface Seat {
  readonly key: string
  readonly pro: readonly number[]
  readonly con: readonly { readonly clause: number; readonly beaters: readonly number[] }[]
  /** The seat of the duty that makes this permission, or -1. */
  readonly duty: number
  /** Norms already written down, that may hold and that do, by which of the rules they rest on. */
  readonly norms: readonly [maybe: Map<number, Norm>, sure: Map<number, Norm>]
}

/** An atom, in the order in which atoms must be settled. */
export interface Settling {
  /** The seats of the atom and of its contrary. */
  readonly seats: readonly [yes: number, no: number]
  /** The rules that speak of the atom. */
  readonly rules: Some
  /** What each value of the atom, and of its contrary, does. */
  readonly inputs: readonly { readonly seat: number; readonly rows: readonly Row[] }[]
  /** What it does that neither holds. */
  readonly neither: Row
}

/** The four norms of one order about one act. */
export interface Family {
  readonly order: string
  readonly act: string
  /** Seats in the order of `modalities`. */
  readonly seats: readonly number[]
  /** The rules that speak of the act. */
  readonly rules: Some
}

/** The links of a rule that look at several things at once, and the place that keeps one more than their answer. */
export interface Rest {
  readonly links: readonly Link[]
  readonly place: number
}

/** How rules are spread over words. */
export interface Bits {
  /** How many words hold the rules. */
  readonly words: number
  /** For each rule its word, and its bit in it. */
  readonly wordOf: readonly number[]
  readonly bitOf: readonly number[]
}

export interface Layout extends Bits {
  readonly facts: readonly Input[]
  readonly readings: readonly Input[]
  readonly atoms: readonly Settling[]
  /** For each rule the links that look at several things at once. */
  readonly rest: readonly (Rest | null)[]
  /** Where the places of seats begin, four seats to a place, and how many places there are. */
  readonly seatsAt: number
  readonly places: number
  readonly seats: readonly Seat[]
  readonly seatOf: ReadonlyMap<string, number>
  readonly families: readonly Family[]
  /** Seats that oppose each other, each pair once. */
  readonly pairs: readonly (readonly [number, number])[]
  /** What is settled on a day in a forum, by forum and day. */
  readonly known: Map<string | null, Map<Day, Spot>>
  /** The latest evaluation, kept alive and never read. */
  latest: unknown
}

/** What a day and a forum settle before any fact is known. */
export interface Spot {
  /**
   * What an evaluation starts from: words of rules that do not apply, here those out of force or of another forum; as
   * many words of rules that may; then a place for each rule's `rest` and for each four seats: nothing known yet.
   */
  readonly blank: readonly number[]
  readonly bindings: Map<string, Holding | null>
}

const inForce = (it: { from?: Day | null; to?: Day | null }, day: Day) =>
  (it.from ?? '') <= day && (!it.to || day < it.to)

/**
 * The holding that binds: of the courts above the forum and itself, the highest that has spoken; of its holdings in
 * force, the latest. Two of one court and one day that disagree bind nobody: never a coin toss.
 */
const bindingHolding = (pack: Pack, question: string, day: Day, forum: string | null): Holding | null => {
  if (forum === null) return null
  for (const court of lineOf(pack.courts, forum).toReversed()) {
    const held = pack.holdings.filter(h => h.question === question && h.court === court && inForce(h, day))
    const latest = held.filter(h => held.every(other => (other.from ?? '') <= (h.from ?? '')))
    if (latest.length) return latest.every(h => h.reading === latest[0]!.reading) ? latest[0]! : null
  }
  return null
}

/** What a condition looks at: paths of facts, `reading.q`, atoms, and `!p` for the contrary of p. */
const looksAt = (expr: Expr): ReadonlySet<string> => {
  const found = new Set<string>()
  const walk = (e: Expr) => {
    if (e.kind === 'name') found.add(e.path)
    if (e.kind === 'contrary') found.add(`!${e.atom}`)
    kids(e).forEach(walk)
  }
  walk(expr)
  return found
}

/** A condition as a chain of which the least counts: `a && b`, and turned round `a || b`. */
const chain = (clause: number, node: Node, turned: boolean): readonly Link[] => {
  if (node.kind === 'not') return chain(clause, node.kids[0]!, !turned)
  if (node.kind === (turned ? 'or' : 'and')) return node.kids.flatMap(kid => chain(clause, kid, turned))
  return [{ clause, node, turned }]
}

const layOut = (pack: Pack): Layout => {
  const { clauses, sides } = pack
  // Rules about one atom or act stand together, so that one look or two tell whether any of them is left.
  const subjectOf = ({ head }: Clause) => (head.kind === 'atom' ? head.atom : `${head.order} ${head.act}`)
  const speakers = new Map<string, number[]>()
  for (const clause of clauses) {
    const before = speakers.get(subjectOf(clause))
    if (before) before.push(clause.index)
    else speakers.set(subjectOf(clause), [clause.index])
  }
  // Made at full length: a list filled out of order is a slow one.
  const wordOf = new Array<number>(clauses.length).fill(0)
  const bitOf = new Array<number>(clauses.length).fill(0)
  ;[...speakers.values()].flat().forEach((clause, i) => {
    wordOf[clause] = Math.floor(i / perWord)
    bitOf[clause] = 1 << (i % perWord)
  })
  const bits: Bits = { words: Math.ceil(clauses.length / perWord), wordOf, bitOf }
  const found = new Map<string, { name: string; kind: Input['kind']; links: Link[] }>()
  const several: Link[][] = clauses.map(() => [])
  const kindOf = (name: string): Input['kind'] =>
    name.startsWith('reading.') ? 'reading' : pack.facts.has(name) ? 'fact' : 'side'
  for (const { index, when, unless } of clauses)
    for (const link of [...chain(index, when.node, false), ...unless.flatMap(u => chain(index, u.node, true))]) {
      const names = [...looksAt(link.node.expr)]
      if (names.length !== 1 || (kindOf(names[0]!) === 'side' && !sides.has(names[0]!))) {
        several[index]!.push(link)
        continue
      }
      const kind = kindOf(names[0]!)
      const name = kind === 'reading' ? names[0]!.slice('reading.'.length) : names[0]!
      const key = `${kind} ${name}`
      const input = found.get(key) ?? { name, kind, links: [] }
      input.links.push(link)
      found.set(key, input)
    }

  const some = (rules: Iterable<number>): Some => {
    const words = new Map<number, number>()
    for (const i of rules) words.set(wordOf[i]!, (words.get(wordOf[i]!) ?? 0) | bitOf[i]!)
    return [...words].flat()
  }

  // Four seats share a place in memory: the norms about one act, or an atom, its contrary and two empty ones.
  const quads = [
    ...pack.atoms.map(atom => [atom, `!${atom}`]),
    ...pack.subjects.map(({ order, act }) => modalities.map(modality => keyOf({ kind: 'norm', order, modality, act }))),
  ]
  const seatOf = new Map(quads.flatMap((quad, q) => quad.map((key, i) => [key, 4 * q + i] as const)))
  const nobody: Seat = { key: '', pro: [], con: [], duty: -1, norms: [new Map(), new Map()] }
  const seats = new Array<Seat>(4 * quads.length).fill(nobody)
  for (const { key, pro, con, def, duty } of sides.values())
    seats[seatOf.get(key)!] = {
      key,
      pro,
      con: con.map(clause => ({ clause, beaters: def.filter(t => clauses[t]!.beats.has(clause)) })),
      duty: duty === null ? -1 : seatOf.get(duty)!,
      norms: [new Map(), new Map()],
    }
  const families = pack.subjects.map(
    ({ order, act }): Family => ({
      order,
      act,
      seats: modalities.map(modality => seatOf.get(keyOf({ kind: 'norm', order, modality, act }))!),
      rules: some(speakers.get(`${order} ${act}`)!),
    }),
  )
  const all = [...found.values()].map((input): Input => {
    const plain = { ...input, rules: some(input.links.map(link => link.clause)), rows: new Map(), yes: null, no: null }
    if (input.kind !== 'fact' || pack.facts.get(input.name)!.type !== 'bool') return plain
    return { ...plain, yes: rowOf(plain, true, bits), no: rowOf(plain, false, bits) }
  })
  // Those that many rules look at go first: they rule out most, and what is ruled out is not looked at again.
  const of = (kind: Input['kind']) => all.filter(i => i.kind === kind).sort((a, b) => b.links.length - a.links.length)
  let places = 2 * bits.words
  const rest = several.map((links): Rest | null => (links.length ? { links, place: places++ } : null))
  const asked = new Map(of('side').map(input => [input.name, input]))
  return {
    ...bits,
    facts: of('fact'),
    readings: of('reading'),
    atoms: pack.atoms.map((atom): Settling => {
      const mine = [atom, `!${atom}`].flatMap(key => {
        const input = asked.get(key)
        return input ? [{ seat: seatOf.get(key)!, rows: [0, 1, 2].map(n => rowOf(input, n, bits)) }] : []
      })
      return {
        seats: [seatOf.get(atom)!, seatOf.get(`!${atom}`)!],
        rules: some(speakers.get(atom)!),
        inputs: mine,
        neither: mine.flatMap(({ rows }) => rows[0]!),
      }
    }),
    rest,
    seatsAt: places,
    places: places + quads.length,
    seats,
    seatOf,
    families,
    pairs: [...sides.values()].flatMap(s =>
      opposed(s.target)
        .map(keyOf)
        .filter(other => s.key < other)
        .map(other => [seatOf.get(s.key)!, seatOf.get(other)!] as const),
    ),
    known: new Map(),
    latest: null,
  }
}

const layouts = new WeakMap<Pack, Layout>()
/** The pack's layout, made once. */
export const layoutOf = (pack: Pack): Layout => {
  let found = layouts.get(pack)
  if (!found) {
    found = layOut(pack)
    layouts.set(pack, found)
  }
  return found
}

/** Days, forums and values remembered at most: whoever asks about more starts anew. */
const most = 1024

const spotOf = (pack: Pack, day: Day, forum: string | null): Spot => {
  const line = forum === null ? [] : lineOf(pack.courts, forum)
  const { wordOf, bitOf, places } = layoutOf(pack)
  const blank = new Array<number>(places).fill(0)
  for (const { index, rule } of pack.clauses)
    if (!inForce(rule, day) || (rule.court !== undefined && !line.includes(rule.court)))
      blank[wordOf[index]!]! |= bitOf[index]!
  const binds = (q: string) => [q, bindingHolding(pack, q, day, forum)] as const
  return { blank, bindings: new Map([...pack.questions.keys()].map(binds)) }
}

/** What is settled on that day in that forum, whatever the facts. */
export const spotAt = (pack: Pack, layout: Layout, day: Day, forum: string | null): Spot => {
  let days = layout.known.get(forum)
  if (!days) {
    if (layout.known.size >= most) layout.known.clear()
    days = new Map()
    layout.known.set(forum, days)
  }
  let spot = days.get(day)
  if (!spot) {
    if (days.size >= most) days.clear()
    spot = spotOf(pack, day, forum)
    days.set(day, spot)
  }
  return spot
}

const nothing: Facts = {}

/** What a value of an input does to the rules that look at it alone. */
export const rowOf = ({ name, kind, links, rows }: Input, value: Value | null, { words, wordOf, bitOf }: Bits): Row => {
  const found = rows.get(value)
  if (found) return found
  const env: Env = {
    facts: kind === 'fact' ? { [name]: value } : nothing,
    atom: () => value as Num,
    reading: () => value as string | null,
  }
  const marks = new Map<number, number>()
  for (const link of links) {
    const n = linkRun(link, env)
    if (n === 2) continue
    const w = wordOf[link.clause]! + (n === 1 ? words : 0)
    marks.set(w, (marks.get(w) ?? 0) | bitOf[link.clause]!)
  }
  if (rows.size >= most) rows.clear()
  const row = [...marks].flat()
  rows.set(value, row)
  return row
}
