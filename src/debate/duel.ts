/**
 * Two sides at one table: the cards each may lay, whose turn it is, what is at stake. Laying a card puts its arguments
 * before the bench; a side may also rest, and when both rest, or nobody may lay any more, the bench decides.
 *
 * `seenBy` is what one side may know. The opponent is given that and nothing else, so it cannot look at hidden cards.
 */
import { type Evaluation, evaluate, type Table } from './evaluate.ts'
import type { Graph } from './graph.ts'

export const sides = ['pro', 'con'] as const
export type Side = (typeof sides)[number]
export const otherSide = (side: Side): Side => (side === 'pro' ? 'con' : 'pro')

/** Something that can be laid: arguments of the graph, and statements that nobody can dispute once it lies there. */
export interface Card {
  readonly id: string
  readonly arguments: readonly string[]
  /** Exhibits and concessions. No position of an issue can be settled like this. */
  readonly proves?: readonly string[]
  /** How the card is called when it is spoken of. */
  readonly text?: string
}

/** What is fought for: `side` must bring `position` to stand; if it does not, the other side has won the point. */
export interface Stake {
  readonly issue: string
  readonly side: Side
  readonly position: string
  /** How much the point counts among others; 1 when left out. */
  readonly worth?: number
}

type Both<T> = Readonly<Record<Side, T>>

/** A debate under way. */
export interface Duel {
  readonly graph: Graph
  readonly stakes: readonly Stake[]
  /** Every card a side could have brought: public, as the books in a library are. */
  readonly files: Both<readonly Card[]>
  /** Ids of the cards a side holds: its secret. */
  readonly hands: Both<readonly string[]>
  /** Ids of the cards each side has laid, in order. */
  readonly laid: Both<readonly string[]>
  /** How many more cards each side may lay. */
  readonly left: Both<number>
  readonly turn: Side
  /** The side before rested. */
  readonly rested: boolean
  readonly over: boolean
}

/** What one side knows: its own hand, everything that lies on the table, and what the other side may still hold. */
export interface Seen {
  readonly graph: Graph
  readonly stakes: readonly Stake[]
  readonly me: Side
  readonly hand: readonly Card[]
  /** What the other side could lay, as far as anyone can know, and how many cards it will lay at most. */
  readonly theirs: readonly Card[]
  readonly theirLeft: number
  readonly myLeft: number
  /** Arguments and undisputed statements on the table, and which of the arguments are mine. */
  readonly table: { readonly arguments: readonly string[]; readonly assumptions: readonly string[] }
  readonly mine: readonly string[]
  readonly rested: boolean
}

const cardOf = (duel: Duel, side: Side, id: string): Card => {
  const card = duel.files[side].find(each => each.id === id)
  if (card === undefined) throw new Error(`The file of ${side} has no card "${id}".`)
  return card
}

const laidCards = (duel: Duel): readonly Card[] =>
  sides.flatMap(side => duel.laid[side].map(id => cardOf(duel, side, id)))

/** What lies on the table: the arguments no card holds, and those of the cards that were laid. */
export const tableOf = (duel: Duel): Required<Table> => {
  const held = new Set(sides.flatMap(side => duel.files[side].flatMap(card => card.arguments)))
  const laid = laidCards(duel)
  return {
    arguments: [
      ...new Set([
        ...duel.graph.arguments.flatMap(({ id }) => (held.has(id) ? [] : [id])),
        ...laid.flatMap(card => card.arguments),
      ]),
    ],
    assumptions: [...new Set([...duel.graph.assumptions, ...laid.flatMap(card => card.proves ?? [])])],
  }
}

/** The ruling as things lie. */
export const rulingOf = (duel: Duel): Evaluation => evaluate(duel.graph, tableOf(duel))

const ended = (duel: Duel): boolean => sides.every(side => duel.left[side] === 0)

/** Opens a debate. Left out: all cards of the hands may be laid, and `pro` begins. Ids that do not fit throw. */
export const openDuel = (
  opening: Pick<Duel, 'graph' | 'stakes' | 'files' | 'hands'> & Partial<Pick<Duel, 'left' | 'turn'>>,
): Duel => {
  const { graph, stakes, files, hands } = opening
  const most = (side: Side) => Math.min(opening.left?.[side] ?? hands[side].length, hands[side].length)
  const left = { pro: most('pro'), con: most('con') }
  const duel = { graph, stakes, files, hands, laid: { pro: [], con: [] }, left, turn: opening.turn ?? 'pro' } as const
  const ids = sides.flatMap(side => files[side].map(card => card.id))
  if (new Set(ids).size < ids.length) throw new Error('Two cards have the same id.')
  const opened: Duel = { ...duel, rested: false, over: false }
  for (const side of sides) for (const id of hands[side]) cardOf(opened, side, id)
  for (const card of sides.flatMap(side => files[side]))
    for (const id of card.proves ?? [])
      if (graph.issues.some(issue => issue.positions.includes(id)))
        throw new Error(`The card "${card.id}" would settle "${id}", a position of an issue.`)
  for (const { issue, position } of stakes)
    if (!graph.issues.some(each => each.id === issue && each.positions.includes(position)))
      throw new Error(`"${position}" is no position of the issue "${issue}".`)
  return { ...opened, over: ended(opened) }
}

/** What the side whose turn it is can do: a card of its hand, or null to rest. Nothing once the debate is over. */
export const moves = (duel: Duel): readonly (string | null)[] =>
  duel.over ? [] : [...(duel.left[duel.turn] > 0 ? duel.hands[duel.turn] : []), null]

/** Takes one of `moves`. Anything else is our own mistake, and throws. */
export const lay = (duel: Duel, move: string | null): Duel => {
  if (!moves(duel).includes(move))
    throw new Error(`${duel.turn} cannot ${move === null ? 'rest' : `lay "${move}"`} now.`)
  const { turn } = duel
  if (move === null) return { ...duel, turn: otherSide(turn), rested: true, over: duel.rested }
  const next: Duel = {
    ...duel,
    hands: { ...duel.hands, [turn]: duel.hands[turn].filter(id => id !== move) },
    laid: { ...duel.laid, [turn]: [...duel.laid[turn], move] },
    left: { ...duel.left, [turn]: duel.left[turn] - 1 },
    turn: otherSide(turn),
    rested: false,
  }
  return { ...next, over: ended(next) }
}

/** The debate as one side sees it. What the other side holds is not in it: only what its file leaves possible. */
export const seenBy = (duel: Duel, me: Side): Seen => {
  const them = otherSide(me)
  return {
    graph: duel.graph,
    stakes: duel.stakes,
    me,
    hand: duel.hands[me].map(id => cardOf(duel, me, id)),
    theirs: duel.files[them].filter(card => !duel.laid[them].includes(card.id)),
    theirLeft: duel.left[them],
    myLeft: duel.left[me],
    table: tableOf(duel),
    mine: duel.laid[me].flatMap(id => cardOf(duel, me, id).arguments),
    rested: duel.rested,
  }
}
