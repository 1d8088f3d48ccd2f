/**
 * The opponent: chooses a card or a rest from what its side can see, at one of three strengths, and says why.
 *
 * Never random and never dishonest: among moves that are equally good the seed decides, and a hidden hand is not in
 * what it is given.
 */
import { argumentWords, statementWords } from './aloud.ts'
import type { Card, Seen, Stake } from './duel.ts'
import { type Evaluation, evaluate, type Table } from './evaluate.ts'
import type { Graph } from './graph.ts'
import { type Bound, lookAhead } from './search.ts'
import { fateOf } from './why.ts'

/** How far the opponent looks: what helps at once; the answer to it too; everything, within `fullBound`. */
export const strengths = ['greedy', 'two-ply', 'full'] as const
export type Strength = (typeof strengths)[number]

/** What full strength may spend. */
export const fullBound: Bound = { depth: 40, work: 80_000 }
const bounds: Readonly<Record<Strength, Bound>> = {
  greedy: { depth: 1, work: Infinity },
  'two-ply': { depth: 2, work: Infinity },
  full: fullBound,
}

/** What a reply does to what lies on the table. `concede`: it rests although it is losing, because nothing helps. */
export type ReplyKind = 'undercut' | 'undermine' | 'rebut' | 'restore' | 'support' | 'argue' | 'rest' | 'concede'

/** How one stake stands for its side. */
export interface StakePlace {
  readonly stake: Stake
  readonly stands: boolean
  readonly margin: number | null
}

export interface Reply {
  /** The card it lays, or null to rest. */
  readonly move: string | null
  readonly kind: ReplyKind
  /** The arguments on the table that the card is aimed at. */
  readonly aims: readonly string[]
  readonly before: readonly StakePlace[]
  readonly after: readonly StakePlace[]
  /** The answer it would mind most: a card the other side may or may not hold. */
  readonly feared: { readonly card: string; readonly after: readonly StakePlace[] } | null
  /** How far it looked. */
  readonly searched: { readonly depth: number; readonly complete: boolean; readonly positions: number }
}

/** A number from a seed and a number of ways, the same on every machine. */
const pick = (seed: number, ways: number): number => {
  let x = (seed ^ 0x9e3779b9) | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return ((x ^ (x >>> 16)) >>> 0) % ways
}

const withCards = (table: Required<Table>, ...cards: readonly Card[]): Required<Table> => ({
  arguments: [...new Set([...table.arguments, ...cards.flatMap(card => card.arguments)])],
  assumptions: [...new Set([...table.assumptions, ...cards.flatMap(card => card.proves ?? [])])],
})

const placesIn = (stakes: readonly Stake[], { labels, issues }: Evaluation): readonly StakePlace[] =>
  stakes.map(stake => ({
    stake,
    stands: labels[stake.position] === 'in',
    margin: issues[stake.issue]!.positions[stake.position]!.margin,
  }))

/** What a card does, read off the ruling before and after it: whose arguments fell, and what stands again. */
const deed = (
  graph: Graph,
  card: Card,
  mine: readonly string[],
  before: Evaluation,
  after: Evaluation,
): Pick<Reply, 'kind' | 'aims'> => {
  const lying = graph.arguments.filter(argument => Object.hasOwn(before.arguments, argument.id))
  const counts = (e: Evaluation, id: string) => e.arguments[id]!.settled && e.arguments[id]!.effective > 0
  const fell = lying.filter(a => !mine.includes(a.id) && counts(before, a.id) && !counts(after, a.id))
  const undercut = fell.filter(a => fateOf(after, a).undercutBy.length > 0)
  const undermined = fell.filter(a => fateOf(after, a).missing.length > 0)
  const rose = lying.filter(a => !counts(before, a.id) && counts(after, a.id))
  const restored = rose.filter(a => fateOf(before, a).undercutBy.length > 0)
  const ids = (list: readonly { id: string }[]) => list.map(a => a.id)
  // Whoever undercuts an undercutter does it for what comes back.
  if (restored.length) return { kind: 'restore', aims: ids(restored) }
  if (undercut.length) return { kind: 'undercut', aims: ids(undercut) }
  if (undermined.length) return { kind: 'undermine', aims: ids(undermined) }
  if (rose.length) return { kind: 'support', aims: ids(rose) }
  const conclusions = graph.arguments.filter(a => card.arguments.includes(a.id)).map(a => a.conclusion)
  const rivals = graph.issues
    .filter(issue => issue.positions.some(p => conclusions.includes(p)))
    .flatMap(issue => issue.positions.filter(p => !conclusions.includes(p)))
  const rebutted = lying.filter(a => rivals.includes(a.conclusion) && !mine.includes(a.id) && counts(before, a.id))
  return rebutted.length ? { kind: 'rebut', aims: ids(rebutted) } : { kind: 'argue', aims: [] }
}

/**
 * The reply of a side. The same view, strength and seed always give the same reply, and nothing that the side cannot
 * see has any part in it. Full strength stays within `fullBound`, or the bound handed in.
 */
export const reply = (
  seen: Seen,
  how: { readonly strength: Strength; readonly seed: number; readonly bound?: Bound },
): Reply => {
  const { graph, stakes, me, table } = seen
  const outlook = lookAhead(seen, how.bound ?? bounds[how.strength])
  const best = Math.max(...outlook.moves.map(valued => valued.value))
  const equal = outlook.moves.filter(valued => valued.value === best)
  const soonest = Math.max(...equal.map(valued => valued.now))
  const last = equal.filter(valued => valued.now === soonest).sort((a, b) => ((a.move ?? '') < (b.move ?? '') ? -1 : 1))
  // A card that changes nothing is kept.
  const { move } = last.find(valued => valued.move === null) ?? last[pick(how.seed, last.length)]!

  const card = seen.hand.find(each => each.id === move)
  const laid = card ? withCards(table, card) : table
  const [before, after] = [evaluate(graph, table), evaluate(graph, laid)]
  const answer = outlook.answerTo(move)
  const theirs = seen.theirs.find(each => each.id === answer.move)
  const losing = stakes.some(stake => (before.labels[stake.position] === 'in') !== (stake.side === me))
  return {
    move,
    ...(card ? deed(graph, card, seen.mine, before, after) : { kind: losing ? 'concede' : 'rest', aims: [] }),
    before: placesIn(stakes, before),
    after: placesIn(stakes, after),
    feared: theirs ? { card: theirs.id, after: placesIn(stakes, evaluate(graph, withCards(laid, theirs))) } : null,
    searched: { depth: outlook.depth, complete: outlook.complete, positions: outlook.positions },
  }
}

const deeds: Readonly<Record<Exclude<ReplyKind, 'rest' | 'concede'>, (aims: string) => string>> = {
  undercut: aims => `to undercut ${aims}: not to deny what it says, but to show that it does not get there`,
  undermine: aims => `to take away what ${aims} leans on`,
  rebut: aims => `to answer ${aims} with the opposite`,
  restore: aims => `to bring ${aims} back, by answering what was held against it`,
  support: aims => `to give ${aims} what it leaned on`,
  argue: () => 'because it speaks for my side and nothing else here does it better',
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** How a stake stands, said by the side `me`: "I lead by 12", "I am 25 short". */
const standing = (graph: Graph, me: string, { stake, stands, margin }: StakePlace, several: boolean): string => {
  const on = several ? ` on ${statementWords(graph, stake.position)}` : ''
  const iMust = stake.side === me
  if (margin === null) return stands === iMust ? `the point is mine${on}` : `the point is lost to me${on}`
  if (stands) return iMust ? `I clear the bar by ${margin}${on}` : `you clear the bar by ${margin}${on}`
  if (margin > 0) return `a rival is as strong${on}`
  if (margin === 0) return iMust ? `I am just short of the bar${on}` : `you are just short of the bar${on}`
  return iMust ? `I am ${-margin} short of the bar${on}` : `you are ${-margin} short of the bar${on}`
}

const sameAs = (a: readonly StakePlace[], b: readonly StakePlace[]): boolean =>
  a.every((place, i) => place.stands === b[i]!.stands && place.margin === b[i]!.margin)

/** Why it answered so, in the opponent's own words. */
export const sayReply = (seen: Seen, answer: Reply): readonly string[] => {
  const { graph, me } = seen
  const say = (places: readonly StakePlace[]) =>
    listed(places.map(place => standing(graph, me, place, places.length > 1)))
  const named = (cards: readonly Card[], id: string) => `"${cards.find(card => card.id === id)?.text ?? id}"`
  const { move, kind, aims, before, after, feared } = answer
  const told: string[] = []
  if (kind === 'concede')
    told.push(`I rest: as far as I can see, no card of mine would help in the end. As things lie ${say(before)}.`)
  else if (kind === 'rest')
    told.push(`I rest: as things lie ${say(before)}, and no card of mine would serve me better now.`)
  else {
    told.push(`I lay ${named(seen.hand, move!)} ${deeds[kind](listed(aims.map(id => argumentWords(graph, id))))}.`)
    told.push(
      sameAs(before, after)
        ? 'It changes nothing at once; it is there for what comes next.'
        : `Before it ${say(before)}; now ${say(after)}.`,
    )
  }
  if (feared && !sameAs(after, feared.after))
    told.push(
      `What I would mind most is ${named(seen.theirs, feared.card)}, if you hold it: then ${say(feared.after)}.`,
    )
  return told
}
