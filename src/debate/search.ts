/**
 * Looking ahead in a debate: the value of every move for the side whose turn it is, against the best the other side
 * could possibly hold. Alpha-beta over sets of cards (the order in which they were laid does not matter), deepened two
 * plies at a time, so that the other side always has the last word.
 *
 * Bounded by work, never by time: the same question has the same answer on every machine.
 */
import { bearing } from './bearing.ts'
import { boardOf, isIn, marginAt, solve } from './board.ts'
import type { Card, Seen } from './duel.ts'

/** A point won counts this much, so that no margin outweighs a point. */
export const pointValue = 1000

/** At most so many cards of a side are looked at: those that matter most as things lie. */
export const mostCards = 24

/** How far to look. */
export interface Bound {
  /** Plies: 1 is my move alone, 2 the answer to it. */
  readonly depth: number
  /**
   * Statements, arguments and links weighed before it stops, with what the last finished depth found. The answers to
   * my moves are looked at in any case.
   */
  readonly work: number
}

/** A move and what it comes to. `move` is a card of the hand, or null to rest. */
export interface Valued {
  readonly move: string | null
  /** For me, with best play as far as was looked: exact for the best moves, for others no less than it would be. */
  readonly value: number
  /** For me, as things lie right after the move. */
  readonly now: number
}

export interface Outlook {
  readonly moves: readonly Valued[]
  /** As things lie before any move. */
  readonly now: number
  readonly depth: number
  /** Everything was looked at to the end. */
  readonly complete: boolean
  readonly positions: number
  /** Cards of either side that were not looked at, being too many or without any bearing on what is at stake. */
  readonly passedOver: readonly string[]
  /** The answer that hurts most right after a move, and what things come to then; null when none hurts. */
  answerTo(move: string | null): { readonly move: string | null; readonly value: number }
}

/** Thrown inside `lookAhead` when the bound is reached, and caught there. */
const enough = new Error('The bound is reached.')
/** Positions met again cost no weighing, yet they cost time. */
const visitsPerPosition = 3

interface Entry {
  readonly depth: number
  readonly value: number
  /** 0 exact, 1 at least, -1 at most; and whether it was looked at to the end. */
  readonly bound: -1 | 0 | 1
  readonly whole: boolean
}

/** Values every move that is open to me. */
export const lookAhead = (seen: Seen, bound: Bound): Outlook => {
  const { stakes, table } = seen
  const allCards = [...seen.hand, ...seen.theirs]
  const graph = bearing(
    seen.graph,
    stakes.map(stake => stake.position),
    {
      arguments: new Set([...table.arguments, ...allCards.flatMap(card => card.arguments)]),
      assumed: table.assumptions,
      provable: new Set(allCards.flatMap(card => card.proves ?? [])),
    },
  )
  const board = boardOf(graph)
  const on = new Uint8Array(board.arguments.length)
  const assumed = new Uint8Array(board.statements.length)
  // How many cards put an argument or a statement there: two cards may share one.
  const [puts, proves] = [new Int32Array(on.length), new Int32Array(assumed.length)]
  const places = (ids: readonly string[], at: ReadonlyMap<string, number>) => ids.flatMap(id => at.get(id) ?? [])
  const shift = (args: readonly number[], facts: readonly number[], by: 1 | -1): void => {
    for (let i = 0; i < args.length; i++) {
      const a = args[i]!
      puts[a]! += by
      on[a] = puts[a]! > 0 ? 1 : 0
    }
    for (let i = 0; i < facts.length; i++) {
      const s = facts[i]!
      proves[s]! += by
      assumed[s] = proves[s]! > 0 ? 1 : 0
    }
  }
  shift(places(table.arguments, board.argumentAt), places(table.assumptions, board.statementAt), 1)

  const points = stakes.map(stake => {
    const issue = board.issueAt.get(stake.issue)!
    const position = board.statementAt.get(stake.position)!
    const rivals = board.positions[issue]!.filter(s => s !== position)
    return { issue, position, rivals, sign: (stake.side === seen.me ? 1 : -1) * (stake.worth ?? 1) }
  })
  let [positions, visits] = [0, 0]
  const size = board.statements.length + board.arguments.length + board.uses.length
  // My moves and the answers to them are always weighed; what is bounded is looking further.
  let budget = Infinity
  const weigh = (): number => {
    if (positions >= budget) throw enough
    positions++
    const { label, issueOpen } = solve(board, on, assumed)
    let value = 0
    for (let i = 0; i < points.length; i++) {
      const { issue, position, sign, rivals } = points[i]!
      const stands = label[position] === isIn
      let given = assumed[position] === 1
      for (let j = 0; j < rivals.length && !given; j++) given = assumed[rivals[j]!] === 1
      const margin = given ? (stands ? 100 : -100) : issueOpen[issue] ? 0 : marginAt(board, issue, position)
      value += sign * ((stands ? pointValue : -pointValue) + Math.max(-200, Math.min(200, margin)))
    }
    return value
  }

  interface Placed {
    readonly id: string
    readonly args: readonly number[]
    readonly facts: readonly number[]
  }
  const placed = (card: Card): Placed => ({
    id: card.id,
    args: places(card.arguments, board.argumentAt),
    facts: places(card.proves ?? [], board.statementAt),
  })
  const put = (card: Placed): void => shift(card.args, card.facts, 1)
  const take = (card: Placed): void => shift(card.args, card.facts, -1)
  const now = weigh()
  /** Cards with any bearing; where they are too many, those that move most as things lie. */
  const chosen = (cards: readonly Card[]): readonly Placed[] => {
    const able = cards.map(placed).filter(card => card.args.length + card.facts.length > 0)
    if (able.length <= mostCards) return able
    const moved = new Map<Placed, number>()
    for (const card of able) {
      put(card)
      moved.set(card, Math.abs(weigh() - now))
      take(card)
    }
    return [...able].sort((a, b) => moved.get(b)! - moved.get(a)! || (a.id < b.id ? -1 : 1)).slice(0, mostCards)
  }
  const mine = chosen(seen.hand)
  const theirs = chosen(seen.theirs)
  const looked = new Set([...mine, ...theirs].map(card => card.id))

  // What has been weighed, by the set of cards laid; small keys, because those are looked up fastest.
  const values = new Map<number, number>([[0, now]])
  const span = 2 ** mine.length
  const valueAt = (my: number, their: number): number => {
    const key = their * span + my
    const known = values.get(key)
    if (known !== undefined) return known
    const value = weigh()
    values.set(key, value)
    return value
  }
  const valueWith = (card: Placed, my: number, their: number): number => {
    put(card)
    const value = valueAt(my, their)
    take(card)
    return value
  }

  const bits = (mask: number): number => {
    let count = 0
    for (let rest = mask; rest; rest &= rest - 1) count++
    return count
  }
  /** What is known of a set of cards with one side to move, after a rest or not. */
  const memory = new Map<number, Entry>()

  /** Cards of mine and of theirs, those that last refuted a line in front. */
  const refutations: readonly [number[], number[]] = [[...mine.keys()], [...theirs.keys()]]

  /** Is every line below looked at to the end? Cleared where depth ran out. */
  let whole = true

  const look = (
    my: number,
    their: number,
    isMine: boolean,
    rested: boolean,
    depth: number,
    low: number,
    high: number,
  ): number => {
    if (++visits > budget * visitsPerPosition) throw enough
    const myLeft = seen.myLeft - bits(my)
    const theirLeft = seen.theirLeft - bits(their)
    if (myLeft <= 0 && theirLeft <= 0) return valueAt(my, their)
    const cards = isMine ? mine : theirs
    const laid = isMine ? my : their
    const refuting = refutations[isMine ? 0 : 1]
    const free = (isMine ? myLeft : theirLeft) > 0 ? cards.length - bits(laid) : 0
    // Who has nothing to lay rests, which is no ply.
    if (free === 0) return rested ? valueAt(my, their) : look(my, their, !isMine, true, depth, low, high)
    if (depth === 0) {
      whole = false
      return valueAt(my, their)
    }
    const key = (their * span + my) * 4 + (isMine ? 2 : 0) + (rested ? 1 : 0)
    const entry = memory.get(key)
    if (entry && (entry.whole || entry.depth === depth)) {
      const fits = entry.bound === 0 || (entry.bound > 0 ? entry.value >= high : entry.value <= low)
      if (fits) {
        if (!entry.whole) whole = false
        return entry.value
      }
    }
    const outer = whole
    whole = true
    let best = rested ? valueAt(my, their) : look(my, their, !isMine, true, depth - 1, low, high)
    let from = isMine ? Math.max(low, best) : low
    let to = isMine ? high : Math.min(high, best)
    if (from < to) {
      // The most promising first: weighed one by one, or, where that would be the whole work, by what refuted before.
      const order: number[] = []
      const promise: number[] = []
      for (let k = 0; k < refuting.length; k++) {
        const i = refuting[k]!
        const bit = 1 << i
        if (laid & bit) continue
        let at = order.length
        if (depth > 1) {
          const value = isMine ? valueWith(cards[i]!, my | bit, their) : -valueWith(cards[i]!, my, their | bit)
          for (; at > 0 && promise[at - 1]! < value; at--) {
            order[at] = order[at - 1]!
            promise[at] = promise[at - 1]!
          }
          promise[at] = value
        }
        order[at] = i
      }
      for (let j = 0; j < order.length && from < to; j++) {
        const card = cards[order[j]!]!
        const bit = 1 << order[j]!
        put(card)
        const value = isMine
          ? look(my | bit, their, false, false, depth - 1, from, to)
          : look(my, their | bit, true, false, depth - 1, from, to)
        take(card)
        if (isMine) {
          best = Math.max(best, value)
          from = Math.max(from, best)
        } else {
          best = Math.min(best, value)
          to = Math.min(to, best)
        }
        if (from >= to) {
          refuting.splice(refuting.indexOf(order[j]!), 1)
          refuting.unshift(order[j]!)
        }
      }
    }
    memory.set(key, { depth, value: best, bound: best <= low ? -1 : best >= high ? 1 : 0, whole })
    whole &&= outer
    return best
  }

  const after = (card: number, depth: number, low: number): number => {
    if (card < 0) return seen.rested ? now : look(0, 0, false, true, depth, low, Infinity)
    put(mine[card]!)
    const value = look(1 << card, 0, false, false, depth, low, Infinity)
    take(mine[card]!)
    return value
  }
  const open = [...(seen.myLeft > 0 ? mine.keys() : []), -1]
  const nows = open.map(card => (card < 0 ? now : valueWith(mine[card]!, 1 << card, 0)))

  let found = nows
  let depth = 1
  let complete = false
  const lying = { on: on.slice(), assumed: assumed.slice(), puts: puts.slice(), proves: proves.slice() }
  try {
    for (let next = 2; next <= bound.depth && !complete; next += 2) {
      if (next > 2) budget = Math.max(positions, Math.ceil(bound.work / size))
      whole = true
      // The best so far first. Of the others it is enough to know that they are worse, and equals must be known.
      const order = [...open.keys()].sort((a, b) => found[b]! - found[a]! || nows[b]! - nows[a]!)
      const deeper = [...found]
      let best = -Infinity
      for (const i of order) {
        deeper[i] = after(open[i]!, next - 1, best - 1)
        best = Math.max(best, deeper[i]!)
      }
      found = deeper
      depth = next
      complete = whole
    }
  } catch (thrown) {
    if (thrown !== enough) throw thrown
    on.set(lying.on)
    assumed.set(lying.assumed)
    puts.set(lying.puts)
    proves.set(lying.proves)
  }
  const weighed = positions
  budget = Infinity

  return {
    moves: open.map((card, i) => ({ move: mine[card]?.id ?? null, value: found[i]!, now: nows[i]! })),
    now,
    depth,
    complete,
    positions: weighed,
    passedOver: allCards.flatMap(card => (looked.has(card.id) ? [] : [card.id])),
    answerTo: move => {
      const card = move === null ? -1 : mine.findIndex(each => each.id === move)
      if (card < 0 && move !== null) throw new Error(`"${move}" was not looked at.`)
      const my = card < 0 ? 0 : 1 << card
      if (card >= 0) put(mine[card]!)
      let worst: { move: string | null; value: number } = { move: null, value: valueAt(my, 0) }
      if (seen.theirLeft > 0)
        for (const [i, answer] of theirs.entries()) {
          const value = valueWith(answer, my, 1 << i)
          if (value < worst.value) worst = { move: answer.id, value }
        }
      if (card >= 0) take(mine[card]!)
      return worst
    },
  }
}
