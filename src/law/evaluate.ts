/**
 * What the law says on a day, in a forum, on the facts: defeasible logic with ambiguity blocking and team defeat
 * (Antoniou, Billington, Governatori, Maher 2001), lifted to Kleene bounds. `README.md` beside this file has the definition.
 *
 * With nothing unknown every answer is yes or no; opposing heads are never both yes; knowing more only turns unknown
 * into yes or no.
 */
import type { Pack } from './assemble.ts'
import type { Condition, Env } from './condition.ts'
import { conflictsOf } from './conflict.ts'
import { type At, type Evaluation, type Inner, inner, keyIn, type Norm, type Tie, type Verdict } from './evaluation.ts'
import { keyOf, type Modality, modalities } from './head.ts'
import { type Family, layoutOf, linkRun, rowOf, type Seat, spotAt } from './layout.ts'
import type { Facts, Holding } from './pack.ts'
import { type Num, type Tri, tri } from './tri.ts'

/** Asks the law. Cheap: nothing is computed before it is asked for. */
export const evaluate = (pack: Pack, at: At): Evaluation => {
  const { clauses } = pack
  const layout = layoutOf(pack)
  const { seats, seatOf, words } = layout
  const spot = spotAt(pack, layout, at.day, at.forum)
  /** Rules that surely do not apply, then rules that are open so far: a bit each. Empty until something is asked. */
  let bits: Int32Array | null = null
  /** One more than the answer, for each rule and then for each seat; 0 while it is not known. */
  let known = none

  const binding = (question: string): Holding | null => spot.bindings.get(question) ?? null
  const reading = (question: string): string | null =>
    at.suppose && Object.hasOwn(at.suppose, question) ? at.suppose[question]! : (binding(question)?.reading ?? null)

  const strike = (row: Int32Array, to: Int32Array): void => {
    for (let i = 0; i < row.length; i += 3) {
      const w = row[i]!
      to[w]! |= row[i + 1]!
      to[words + w]! |= row[i + 2]!
    }
  }
  /** Lays the facts and readings over the rules, then settles atom after atom, each over the rules that ask for it. */
  const ready = (): Int32Array => {
    const to = new Int32Array(2 * words)
    bits = to
    known = new Int8Array(clauses.length + seats.length)
    to.set(spot.out)
    const { facts } = at
    for (const input of layout.facts) {
      const value = facts[input.name] ?? null
      strike(input.rows.get(value) ?? rowOf(input, value), to)
    }
    for (const input of layout.readings) strike(rowOf(input, reading(input.name)), to)
    for (const { yes, no, inputs } of layout.atoms) {
      seat(yes)
      seat(no)
      for (const [input, s] of inputs) strike(rowOf(input, seat(s)), to)
    }
    return to
  }

  const atom = (name: string, contrary: boolean): Num => {
    if (!bits) ready()
    const s = seatOf.get(contrary ? `!${name}` : name)
    return s === undefined ? 0 : seat(s)
  }
  const env: Env = { facts: at.facts, atom, reading }

  const live = (i: number): boolean => (spot.out[i >> 5]! & (1 << i)) === 0
  const app = (i: number): Num => {
    const now = bits ?? ready()
    const bit = 1 << i
    if (now[i >> 5]! & bit) return 0
    const before = known[i]!
    if (before > 0) return (before - 1) as Num
    let n: Num = now[words + (i >> 5)]! & bit ? 1 : 2
    for (const link of layout.rest[i]!) {
      const k = linkRun(link, env)
      if (k < n) n = k
      if (n === 0) break
    }
    known[i] = n + 1
    return n
  }

  const own = ({ pro, con }: Seat): Num => {
    let best: Num = 0
    for (const r of pro) {
      const n = app(r)
      if (n > best) best = n
    }
    if (best === 0) return 0
    let sure = best === 2
    for (const { clause, beaters } of con) {
      const against = app(clause)
      if (against === 0) continue
      let beaten: Num = 0
      for (const t of beaters) {
        const n = app(t)
        if (n > beaten) beaten = n
      }
      if (against === 2 && beaten === 0) return 0
      if (beaten !== 2) sure = false
    }
    return sure ? 2 : 1
  }
  const seat = (s: number): Num => {
    if (!bits) ready()
    const place = clauses.length + s
    const before = known[place]!
    if (before > 0) return (before - 1) as Num
    const it = seats[s]!
    let n = own(it)
    if (it.duty >= 0 && n !== 2) n = Math.max(n, seat(it.duty)) as Num
    known[place] = n + 1
    return n
  }
  const holdsKey = (key: string): Num => {
    const s = seatOf.get(key)
    return s === undefined ? 0 : seat(s)
  }

  /** The rules a norm rests on: its own, if they make it so, and those of the duty that does. */
  const supporters = (s: Seat, n: Num): readonly number[] => {
    const mine = own(s) === n ? s.pro : []
    const duty = s.duty >= 0 && seat(s.duty) === n ? seats[s.duty]!.pro : []
    return (duty.length ? [...mine, ...duty] : mine).filter(i => app(i) > 0)
  }
  const write = ({ order, act }: Family, m: number, n: Num, rules: readonly number[]): Norm => {
    const written = rules.map(i => clauses[i]!.rule)
    return Object.freeze({
      order,
      modality: modalities[m]!,
      act,
      holds: n === 2 ? 'yes' : 'unknown',
      rules: Object.freeze([...new Set(written.map(r => r.id))].sort()),
      authorities: Object.freeze([...new Set(written.flatMap(r => r.cite ?? []))]),
    })
  }
  const norms = once((): readonly Norm[] => {
    const found: Norm[] = []
    const spoken = touched(bits ?? ready())
    layout.families.forEach((family, f) => {
      if (spoken[f] === 0) return
      family.seats.forEach((s, m) => {
        const n = seat(s)
        if (n === 0) return
        const rules = supporters(seats[s]!, n)
        // The same rules make the same norm, so it is written down once.
        const written = seats[s]!.norms
        const name = rules.reduce((sum, i) => sum * clauses.length + i + 1, n)
        let it = Number.isSafeInteger(name) ? written.get(name) : undefined
        if (!it) {
          it = write(family, m, n, rules)
          if (written.size < mostNorms && Number.isSafeInteger(name)) written.set(name, it)
        }
        found.push(it)
      })
    })
    return found
  })
  /** Families of which some rule is left; of all others nothing follows. */
  const touched = (out: Int32Array): Uint8Array => {
    const some = new Uint8Array(layout.families.length)
    for (let w = 0; w < words; w++)
      for (let left = ~out[w]!; left !== 0; left &= left - 1) {
        const family = layout.familyOf[(w << 5) + 31 - Math.clz32(left & -left)] ?? -1
        if (family >= 0) some[family] = 1
      }
    return some
  }

  const ties = once((): readonly Tie[] => {
    const found: Tie[] = []
    for (const [a, b] of layout.pairs) {
      const [one, other] = [seats[a]!, seats[b]!]
      const mine = one.pro.filter(r => app(r) === 2)
      if (!mine.length || seat(a) === 2 || seat(b) === 2) continue
      const theirs = other.pro.filter(r => app(r) === 2)
      const left = [mine.filter(r => unbeaten(r, other)), theirs.filter(r => unbeaten(r, one))] as const
      if (left[0].length && left[1].length)
        found.push({
          heads: [one.key, other.key],
          rules: left
            .flat()
            .map(i => clauses[i]!.rule.id)
            .sort(),
        })
    }
    return found.sort((a, b) => (a.heads.join() < b.heads.join() ? -1 : 1))
  })
  const unbeaten = (r: number, other: Seat) => !other.con.some(c => c.clause === r && c.beaters.some(t => app(t) === 2))

  const says = (order: string, act: string): Verdict => {
    const n = (modality: Modality) => holdsKey(keyOf({ kind: 'norm', order, modality, act }))
    const [oblige, forbid] = [n('oblige'), n('forbid')]
    if (oblige === 2) return 'obliges'
    if (forbid === 2) return 'forbids'
    const open = oblige === 1 || forbid === 1
    const [permit, excuse] = [n('permit'), n('excuse')]
    if (!open && permit === 2) return 'permits'
    if (!open && excuse === 2) return 'excuses'
    if (open || permit === 1 || excuse === 1) return 'contested'
    const tied = ties().some(t => t.heads.some(h => h.endsWith(` ${order} ${act}`)))
    return tied ? 'contested' : 'silent'
  }

  const self: Inner = {
    pack,
    at,
    env,
    app,
    live,
    own: side => own(seats[seatOf.get(side.key)!]!),
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

const none = new Int8Array(0)
/** Norms remembered for one head at most. */
const mostNorms = 256

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Tests a level's condition on the same day and forum, and the same facts or a richer list of them: facts no rule
 * reads, such as a level's flags, may differ from those the law was asked about.
 */
export const test = (condition: Condition, evaluation: Evaluation, facts: Facts = evaluation.at.facts): Tri =>
  tri(condition.node.run({ ...inner(evaluation).env, facts }))
