/** Random duels, and the slow way to play them: every line to its end, on the duel itself. */
import fc from 'fast-check'
import { type Card, type Duel, lay, moves, openDuel, rulingOf, type Side, type Stake } from '../../src/debate/index.ts'
import { graphs } from './graphs.ts'

/** Small duels: up to `most` cards a side, the file of each being its hand unless hidden cards are asked for. */
export const duels = (most = 3): fc.Arbitrary<Duel> =>
  fc
    .record({
      graph: graphs(8, 10).filter(graph => graph.issues.length > 0 && graph.arguments.length >= 2),
      owner: fc.array(fc.constantFrom<Side | 'table'>('pro', 'con', 'pro', 'con', 'table'), {
        minLength: 10,
        maxLength: 10,
      }),
      proof: fc.option(fc.nat(7)),
      worths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
      burdens: fc.array(fc.constantFrom<Side>('pro', 'con'), { minLength: 3, maxLength: 3 }),
      left: fc.record({ pro: fc.integer({ min: 0, max: most }), con: fc.integer({ min: 0, max: most }) }),
      turn: fc.constantFrom<Side>('pro', 'con'),
    })
    .map(({ graph, owner, proof, worths, burdens, left, turn }) => {
      const free = (id: string) => !graph.issues.some(issue => issue.positions.includes(id))
      const cards = (side: Side): readonly Card[] =>
        graph.arguments
          .filter((_, i) => owner[i] === side)
          .slice(0, most)
          .map((argument, i) => ({
            id: `${side}-${argument.id}`,
            arguments: [argument.id],
            ...(i === 0 && proof !== null && free(`s${proof}`) ? { proves: [`s${proof}`] } : {}),
          }))
      const files = { pro: cards('pro'), con: cards('con') }
      const stakes: readonly Stake[] = graph.issues.map((issue, i) => ({
        issue: issue.id,
        side: burdens[i]!,
        position: issue.positions[0]!,
        worth: worths[i]!,
      }))
      const hands = { pro: files.pro.map(c => c.id), con: files.con.map(c => c.id) }
      return openDuel({ graph, stakes, files, hands, left, turn })
    })

/** What a duel is worth to `me` as it lies: a point won or lost is 1000, and its margin. */
export const worthOf = (duel: Duel, me: Side): number => {
  const { labels, issues, graph, table } = rulingOf(duel)
  return duel.stakes.reduce((sum, { issue, position, side, worth = 1 }) => {
    const stands = labels[position] === 'in'
    const given = graph.issues.find(i => i.id === issue)!.positions.some(p => table.assumptions!.includes(p))
    const margin = given ? (stands ? 100 : -100) : (issues[issue]!.positions[position]!.margin ?? 0)
    return sum + (side === me ? 1 : -1) * worth * ((stands ? 1000 : -1000) + margin)
  }, 0)
}

/** The value of a duel for `me`, both sides playing their best for so many plies. Resting without a card is no ply. */
export const bruteForce = (duel: Duel, me: Side, plies = 99): number => {
  if (duel.over) return worthOf(duel, me)
  const open = moves(duel)
  if (open.length === 1) return bruteForce(lay(duel, null), me, plies)
  if (plies === 0) return worthOf(duel, me)
  const values = open.map(move => bruteForce(lay(duel, move), me, plies - 1))
  return duel.turn === me ? Math.max(...values) : Math.min(...values)
}
