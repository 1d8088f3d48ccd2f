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
import {
  type Family,
  type Layout,
  layoutOf,
  linkRun,
  type Rest,
  type Row,
  rowOf,
  type Seat,
  type Some,
  type Spot,
  spotAt,
} from './layout.ts'
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

const none: number[] = []
/** An atom and its contrary, neither of which holds, as a place for seats keeps them. */
const bothNo = 0b0101
const nobody: readonly number[] = []
/** Norms remembered for one head at most. */
const mostNorms = 256

/** An evaluation. A class, because it is made ten thousand times over: its functions are shared, its memory is its own. */
class Asked implements Inner {
  readonly pack: Pack
  readonly at: At
  readonly env: Seen
  readonly layout: Layout
  readonly spot: Spot
  /** Begins as the spot's `blank`, and so is laid out. A rule's place keeps one more than its answer, two bits a seat's. */
  memory = none
  madeNorms: readonly Norm[] | null = null
  madeConflicts: readonly Conflict[] | null = null
  madeTies: readonly Tie[] | null = null

  constructor(pack: Pack, at: At) {
    this.pack = pack
    this.at = at
    this.layout = layoutOf(pack)
    this.spot = spotAt(pack, this.layout, at.day, at.forum)
    this.env = new Seen(this, at.facts)
    // While one evaluation is alive, the JavaScript engine remembers how to be quick with the next.
    this.layout.latest = this
  }

  /** Lays the facts and readings over the rules, then settles atom after atom, each over the rules that ask for it. */
  ready(): void {
    const { layout, spot } = this
    const memory = spot.blank.slice()
    this.memory = memory
    const { facts } = this.at
    for (const input of layout.facts) {
      if (!some(input.rules, memory)) continue
      const value = facts[input.name] ?? null
      const plain = value === true ? input.yes : value === false ? input.no : null
      strike(plain ?? input.rows.get(value) ?? rowOf(input, value, layout), memory)
    }
    for (const input of layout.readings)
      if (some(input.rules, memory)) strike(rowOf(input, this.reading(input.name), layout), memory)
    let place = layout.seatsAt
    for (const { seats, rules, inputs, neither } of layout.atoms) {
      if (some(rules, memory)) {
        this.seat(seats[0])
        this.seat(seats[1])
        for (const { seat, rows } of inputs) strike(rows[this.seat(seat)]!, memory)
      } else {
        strike(neither, memory)
        memory[place] = bothNo
      }
      place++
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
    return (this.spot.blank[this.layout.wordOf[i]!]! & this.layout.bitOf[i]!) === 0
  }
  app(i: number): Num {
    if (this.memory === none) this.ready()
    return this.ask(i)
  }
  /** The same, once everything is ready. */
  ask(i: number): Num {
    const { memory, layout } = this
    const w = layout.wordOf[i]!
    const bit = layout.bitOf[i]!
    if (memory[w]! & bit) return 0
    const most = memory[layout.words + w]! & bit ? 1 : 2
    const rest = layout.rest[i]!
    return rest === null ? most : this.chained(rest, most)
  }
  chained({ links, place }: Rest, most: Num): Num {
    const before = this.memory[place]!
    if (before > 0) return (before - 1) as Num
    let n = most
    for (const link of links) {
      const k = linkRun(link, this.env)
      if (k < n) n = k
      if (n === 0) break
    }
    this.memory[place] = n + 1
    return n
  }

  byRules({ pro, con }: Seat): Num {
    let best: Num = 0
    for (let i = 0; i < pro.length && best < 2; i++) {
      const n = this.ask(pro[i]!)
      if (n > best) best = n
    }
    if (best === 0) return 0
    let sure = best === 2
    for (const { clause, beaters } of con) {
      const against = this.ask(clause)
      if (against === 0) continue
      let beaten: Num = 0
      for (const t of beaters) {
        const n = this.ask(t)
        if (n > beaten) beaten = n
      }
      if (against === 2 && beaten === 0) return 0
      if (beaten !== 2) sure = false
    }
    return sure ? 2 : 1
  }
  seat(s: number): Num {
    const { memory, layout } = this
    const place = layout.seatsAt + (s >> 2)
    const shift = (s & 3) << 1
    const before = (memory[place]! >> shift) & 3
    if (before > 0) return (before - 1) as Num
    const it = layout.seats[s]!
    let n = this.byRules(it)
    if (it.duty >= 0 && n !== 2) n = Math.max(n, this.seat(it.duty)) as Num
    memory[place]! |= (n + 1) << shift
    return n
  }
  own(side: Side): Num {
    if (this.memory === none) this.ready()
    return this.byRules(this.layout.seats[this.layout.seatOf.get(side.key)!]!)
  }
  side(key: string): Num {
    if (this.memory === none) this.ready()
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
    this.madeNorms ??= this.findNorms()
    return this.madeNorms
  }
  findNorms(): readonly Norm[] {
    if (this.memory === none) this.ready()
    const { seats } = this.layout
    const found: Norm[] = []
    for (const family of this.layout.families)
      if (some(family.rules, this.memory))
        for (let m = 0; m < modalities.length; m++) {
          const s = family.seats[m]!
          const n = this.seat(s)
          if (n !== 0) found.push(this.norm(family, m, seats[s]!, n))
        }
    return found
  }
  /** The same rules make the same norm, so it is written down once. */
  norm(family: Family, m: number, seat: Seat, n: 1 | 2): Norm {
    // A norm rests on its own rules, if they make it so, and on those of the duty that does.
    const own = seat.duty < 0 || this.byRules(seat) === n ? seat.pro : nobody
    const duty = seat.duty >= 0 && this.seat(seat.duty) === n ? this.layout.seats[seat.duty]!.pro : nobody
    let mask = 0
    for (let j = 0; j < own.length; j++) if (this.ask(own[j]!) > 0) mask |= 1 << j
    for (let j = 0; j < duty.length; j++) if (this.ask(duty[j]!) > 0) mask |= 1 << (seat.pro.length + j)
    const short = seat.pro.length + duty.length < 31
    const before = short ? seat.norms[n - 1]!.get(mask) : undefined
    if (before) return before
    const rules = [...own, ...duty].filter(i => this.ask(i) > 0).map(i => this.pack.clauses[i]!.rule)
    const norm: Norm = Object.freeze({
      order: family.order,
      modality: modalities[m]!,
      act: family.act,
      holds: n === 2 ? 'yes' : 'unknown',
      rules: Object.freeze([...new Set(rules.map(r => r.id))].sort()),
      authorities: Object.freeze([...new Set(rules.flatMap(r => r.cite ?? []))]),
    })
    if (short && seat.norms[n - 1]!.size < mostNorms) seat.norms[n - 1]!.set(mask, norm)
    return norm
  }

  ties(): readonly Tie[] {
    this.madeTies ??= this.findTies()
    return this.madeTies
  }
  findTies(): readonly Tie[] {
    if (this.memory === none) this.ready()
    const { seats, pairs } = this.layout
    const found: Tie[] = []
    const unbeaten = (r: number, other: Seat) =>
      this.ask(r) === 2 && !other.con.some(c => c.clause === r && c.beaters.some(t => this.ask(t) === 2))
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
    this.madeConflicts ??= conflictsOf(this)
    return this.madeConflicts
  }
  again(at: At): Inner {
    return new Asked(this.pack, at)
  }
}

/** Marks the rules a row rules out, and those it leaves open. */
const strike = (row: Row, memory: number[]): void => {
  for (let i = 0; i < row.length; i += 2) memory[row[i]!]! |= row[i + 1]!
}

/** Whether any of the rules is not ruled out. */
const some = (rules: Some, memory: readonly number[]): boolean => {
  for (let i = 0; i < rules.length; i += 2) if (~memory[rules[i]!]! & rules[i + 1]!) return true
  return false
}

/**
 * Tests a level's condition on the same day and forum, and the same facts or a richer list of them: facts no rule
 * reads, such as a level's flags, may differ from those the law was asked about.
 */
export const test = (condition: Condition, evaluation: Evaluation, facts: Facts = evaluation.at.facts): Tri =>
  tri(condition.node.run(new Seen(evaluation as Asked, facts)))
