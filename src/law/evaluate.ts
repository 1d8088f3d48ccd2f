/**
 * What the law says on a day, in a forum, on the facts: defeasible logic with ambiguity blocking and team defeat
 * (Antoniou, Billington, Governatori, Maher 2001), lifted to Kleene bounds. `README.md` beside this file has the definition.
 *
 * With nothing unknown every answer is yes or no; opposing heads are never both yes; knowing more only turns unknown
 * into yes or no.
 */
import type { Pack, Side } from './assemble.ts'
import type { Condition, Env } from './condition.ts'
import { type Conflict, conflictsOf } from './conflict.ts'
import { type At, type Evaluation, type Inner, keyIn, type Norm, type Tie, type Verdict } from './evaluation.ts'
import { keyOf, type Modality, modalities } from './head.ts'
import { type Family, type Layout, layoutOf, linkRun, rowOf, type Seat, type Spot, spotAt } from './layout.ts'
import type { Claim, Facts, Holding } from './pack.ts'
import { type Num, type Tri, tri } from './tri.ts'

/** Asks the law. Cheap: nothing is computed before it is asked for. */
export const evaluate = (pack: Pack, at: At): Evaluation => new Asked(pack, at)

/** What conditions see of an evaluation; with other facts where a level's own flags are asked about. */
class Seen implements Env {
  readonly facts: Facts
  readonly asked: Asked
  constructor(asked: Asked, facts: Facts) {
    this.asked = asked
    this.facts = facts
  }
  atom(name: string, contrary: boolean): Num {
    return this.asked.side(contrary ? `!${name}` : name)
  }
  reading(question: string): string | null {
    return this.asked.reading(question)
  }
}

const none = new Int32Array(0)
const nobody = new Int8Array(0)
/** Norms remembered for one head at most. */
const mostNorms = 256

/** An evaluation. A class, because it is made ten thousand times over: its functions are shared, its memory is its own. */
class Asked implements Inner {
  readonly pack: Pack
  readonly at: At
  readonly env: Seen
  readonly layout: Layout
  readonly spot: Spot
  /** Rules that surely do not apply, then rules that are open so far: a bit each. Empty until something is asked. */
  bits = none
  /** One more than the answer, for each rule and then for each seat; 0 while it is not known. */
  known = nobody
  made: { norms?: readonly Norm[]; conflicts?: readonly Conflict[]; ties?: readonly Tie[] } = {}

  constructor(pack: Pack, at: At) {
    this.pack = pack
    this.at = at
    this.layout = layoutOf(pack)
    this.spot = spotAt(pack, this.layout, at.day, at.forum)
    this.env = new Seen(this, at.facts)
  }

  /** Lays the facts and readings over the rules, then settles atom after atom, each over the rules that ask for it. */
  ready(): void {
    const { layout, spot, pack } = this
    const { words } = layout
    const bits = new Int32Array(2 * words)
    bits.set(spot.out)
    this.bits = bits
    this.known = new Int8Array(pack.clauses.length + layout.seats.length)
    const { facts } = this.at
    for (const input of layout.facts) {
      const value = facts[input.name] ?? null
      strike(input.rows.get(value) ?? rowOf(input, value), bits, words)
    }
    for (const input of layout.readings) strike(rowOf(input, this.reading(input.name)), bits, words)
    for (const { yes, no, inputs } of layout.atoms) {
      this.seat(yes)
      this.seat(no)
      for (const { input, seat } of inputs) strike(rowOf(input, this.seat(seat)), bits, words)
    }
  }

  binding(question: string): Holding | null {
    return this.spot.bindings.get(question) ?? null
  }
  reading(question: string): string | null {
    const { suppose } = this.at
    if (suppose && Object.hasOwn(suppose, question)) return suppose[question]!
    return this.spot.bindings.get(question)?.reading ?? null
  }

  live(i: number): boolean {
    return (this.spot.out[i >> 5]! & (1 << i)) === 0
  }
  app(i: number): Num {
    if (this.bits === none) this.ready()
    const { bits, layout, known } = this
    const bit = 1 << i
    if (bits[i >> 5]! & bit) return 0
    const before = known[i]!
    if (before > 0) return (before - 1) as Num
    let n: Num = bits[layout.words + (i >> 5)]! & bit ? 1 : 2
    for (const link of layout.rest[i]!) {
      const k = linkRun(link, this.env)
      if (k < n) n = k
      if (n === 0) break
    }
    known[i] = n + 1
    return n
  }

  byRules({ pro, con }: Seat): Num {
    let best: Num = 0
    for (const r of pro) {
      const n = this.app(r)
      if (n > best) best = n
    }
    if (best === 0) return 0
    let sure = best === 2
    for (const { clause, beaters } of con) {
      const against = this.app(clause)
      if (against === 0) continue
      let beaten: Num = 0
      for (const t of beaters) {
        const n = this.app(t)
        if (n > beaten) beaten = n
      }
      if (against === 2 && beaten === 0) return 0
      if (beaten !== 2) sure = false
    }
    return sure ? 2 : 1
  }
  seat(s: number): Num {
    if (this.bits === none) this.ready()
    const { known, layout } = this
    const place = this.pack.clauses.length + s
    const before = known[place]!
    if (before > 0) return (before - 1) as Num
    const it = layout.seats[s]!
    let n = this.byRules(it)
    if (it.duty >= 0 && n !== 2) n = Math.max(n, this.seat(it.duty)) as Num
    known[place] = n + 1
    return n
  }
  own(side: Side): Num {
    return this.byRules(this.layout.seats[this.layout.seatOf.get(side.key)!]!)
  }
  side(key: string): Num {
    const s = this.layout.seatOf.get(key)
    return s === undefined ? 0 : this.seat(s)
  }
  holds(claim: Claim): Tri {
    return tri(this.side(keyIn(this.pack, claim)))
  }
  atom(name: string): Tri {
    return tri(this.side(name))
  }
  applies(id: string): Tri {
    const found = this.pack.clauseOf.get(id)
    return found ? tri(this.app(found.index)) : 'no'
  }
  get readings(): Readonly<Record<string, string | null>> {
    return Object.fromEntries([...this.pack.questions.keys()].map(q => [q, this.reading(q)]))
  }

  norms(): readonly Norm[] {
    this.made.norms ??= this.findNorms()
    return this.made.norms
  }
  findNorms(): readonly Norm[] {
    if (this.bits === none) this.ready()
    const { layout, bits } = this
    const { words, families, familyOf } = layout
    // Families of which some rule is left; of all others nothing follows.
    const spoken = new Uint8Array(families.length)
    for (let w = 0; w < words; w++)
      for (let left = ~bits[w]!; left !== 0; left &= left - 1) {
        const family = familyOf[(w << 5) + 31 - Math.clz32(left & -left)] ?? -1
        if (family >= 0) spoken[family] = 1
      }
    const found: Norm[] = []
    for (let f = 0; f < spoken.length; f++) {
      if (spoken[f] === 0) continue
      const family = families[f]!
      for (let m = 0; m < modalities.length; m++) {
        const s = family.seats[m]!
        const n = this.seat(s)
        if (n > 0) found.push(this.norm(family, m, layout.seats[s]!, n))
      }
    }
    return found
  }
  /** The same rules make the same norm, so it is written down once. */
  norm(family: Family, m: number, seat: Seat, n: Num): Norm {
    // A norm rests on its own rules, if they make it so, and on those of the duty that does.
    const rules: number[] = []
    if (this.byRules(seat) === n) for (const i of seat.pro) if (this.app(i) > 0) rules.push(i)
    if (seat.duty >= 0 && this.seat(seat.duty) === n)
      for (const i of this.layout.seats[seat.duty]!.pro) if (this.app(i) > 0) rules.push(i)
    let name: number = n
    for (const i of rules) name = name * this.pack.clauses.length + i + 1
    // Past this, two sets of rules might share a number.
    const exact = Number.isSafeInteger(name)
    const before = exact ? seat.norms.get(name) : undefined
    if (before) return before
    const written = rules.map(i => this.pack.clauses[i]!.rule)
    const norm: Norm = Object.freeze({
      order: family.order,
      modality: modalities[m]!,
      act: family.act,
      holds: n === 2 ? 'yes' : 'unknown',
      rules: Object.freeze([...new Set(written.map(r => r.id))].sort()),
      authorities: Object.freeze([...new Set(written.flatMap(r => r.cite ?? []))]),
    })
    if (exact && seat.norms.size < mostNorms) seat.norms.set(name, norm)
    return norm
  }

  ties(): readonly Tie[] {
    this.made.ties ??= this.findTies()
    return this.made.ties
  }
  findTies(): readonly Tie[] {
    const { seats, pairs } = this.layout
    const found: Tie[] = []
    const unbeaten = (r: number, other: Seat) =>
      this.app(r) === 2 && !other.con.some(c => c.clause === r && c.beaters.some(t => this.app(t) === 2))
    for (const [a, b] of pairs) {
      const [one, other] = [seats[a]!, seats[b]!]
      if (this.seat(a) === 2 || this.seat(b) === 2) continue
      const mine = one.pro.filter(r => unbeaten(r, other))
      const theirs = mine.length ? other.pro.filter(r => unbeaten(r, one)) : []
      if (theirs.length)
        found.push({
          heads: [one.key, other.key],
          rules: [...mine, ...theirs].map(i => this.pack.clauses[i]!.rule.id).sort(),
        })
    }
    return found.sort((a, b) => (a.heads.join() < b.heads.join() ? -1 : 1))
  }

  says(order: string, act: string): Verdict {
    const n = (modality: Modality) => this.side(keyOf({ kind: 'norm', order, modality, act }))
    const [oblige, forbid] = [n('oblige'), n('forbid')]
    if (oblige === 2) return 'obliges'
    if (forbid === 2) return 'forbids'
    const open = oblige === 1 || forbid === 1
    const [permit, excuse] = [n('permit'), n('excuse')]
    if (!open && permit === 2) return 'permits'
    if (!open && excuse === 2) return 'excuses'
    if (open || permit === 1 || excuse === 1) return 'contested'
    const tied = this.ties().some(t => t.heads.some(h => h.endsWith(` ${order} ${act}`)))
    return tied ? 'contested' : 'silent'
  }
  conflicts(): readonly Conflict[] {
    this.made.conflicts ??= conflictsOf(this)
    return this.made.conflicts
  }
  again(at: At): Inner {
    return new Asked(this.pack, at)
  }
}

/** Marks the rules a row rules out, and those it leaves open. */
const strike = (row: Int32Array, bits: Int32Array, words: number): void => {
  for (let i = 0; i < row.length; i += 3) {
    const w = row[i]!
    bits[w]! |= row[i + 1]!
    bits[words + w]! |= row[i + 2]!
  }
}

/**
 * Tests a level's condition on the same day and forum, and the same facts or a richer list of them: facts no rule
 * reads, such as a level's flags, may differ from those the law was asked about.
 */
export const test = (condition: Condition, evaluation: Evaluation, facts: Facts = evaluation.at.facts): Tri =>
  tri(condition.node.run(new Seen(evaluation as Asked, facts)))
