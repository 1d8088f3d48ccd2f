/** How much hangs on an argument: the ruling without it, and the ruling if something were played that was not. */
import { type Board, boardOf, isIn, marginAt, solve } from './board.ts'
import { type Evaluation, evaluate, onTable, type Table, undisputed } from './evaluate.ts'
import type { Graph, Label } from './graph.ts'

/** Where a position is: does it stand, and how far from its bar. */
export interface Place {
  readonly stands: boolean
  /** Null while its issue is open, or where nobody disputes it. */
  readonly margin: number | null
}

/** What becomes of a position when one argument is taken from the table. */
export interface Loss {
  readonly argument: string
  readonly before: Place
  readonly after: Place
  /** Margin lost by its absence; below 0 it was in the way. Null where one of the margins is. */
  readonly carries: number | null
  /** The position stands with it and falls without it, or the other way round. */
  readonly decides: 'for' | 'against' | null
}

const placeOf = (board: Board, position: number, assumed: Uint8Array): Place => {
  const issue = board.issueOf[position]!
  const open = board.paper.issueOpen[issue] !== 0 || board.positions[issue]!.some(s => assumed[s])
  return {
    stands: board.paper.label[position] === isIn,
    margin: open ? null : marginAt(board, issue, position),
  }
}

/**
 * Every argument on the table, with what the position would be without it: the most missed first, then by id. Each
 * answer is that of a fresh evaluation without the argument. The position must be one of an issue.
 */
export const leaveOneOut = (graph: Graph, position: string, table: Table = {}): readonly Loss[] => {
  const board = boardOf(graph)
  const [on, assumed] = [onTable(board, table), undisputed(board, table)]
  const s = board.statementAt.get(position) ?? -1
  if (s < 0 || board.issueOf[s]! < 0) throw new Error(`"${position}" is no position of an issue.`)
  solve(board, on, assumed)
  const before = placeOf(board, s, assumed)
  const losses: Loss[] = []
  for (let a = 0; a < on.length; a++) {
    if (!on[a]) continue
    on[a] = 0
    solve(board, on, assumed)
    on[a] = 1
    const after = placeOf(board, s, assumed)
    losses.push({
      argument: board.arguments[a]!.id,
      before,
      after,
      carries: before.margin === null || after.margin === null ? null : before.margin - after.margin,
      decides: before.stands === after.stands ? null : before.stands ? 'for' : 'against',
    })
  }
  const rank = (loss: Loss) => (loss.decides === 'for' ? 1e6 : loss.decides ? -1e6 : 0) + (loss.carries ?? 0)
  return losses.sort((a, b) => rank(b) - rank(a) || (a.argument < b.argument ? -1 : 1))
}

/** Something that might be done at the table: arguments put or withdrawn, statements conceded or disputed. */
export interface Change {
  readonly play?: readonly string[]
  readonly withdraw?: readonly string[]
  readonly concede?: readonly string[]
  readonly dispute?: readonly string[]
}

/** What would be otherwise. */
export interface Difference {
  readonly before: Evaluation
  readonly after: Evaluation
  readonly labels: readonly { readonly statement: string; readonly from: Label; readonly to: Label }[]
  readonly issues: readonly {
    readonly issue: string
    readonly from: { readonly decided: string | null; readonly margin: number | null }
    readonly to: { readonly decided: string | null; readonly margin: number | null }
  }[]
}

const changed = (all: readonly string[], more: readonly string[] = [], less: readonly string[] = []): string[] => [
  ...new Set([...all.filter(id => !less.includes(id)), ...more]),
]

/** The table after a change. */
export const tableAfter = (graph: Graph, table: Table, change: Change): Table => ({
  arguments: changed(table.arguments ?? graph.arguments.map(a => a.id), change.play, change.withdraw),
  assumptions: changed(table.assumptions ?? graph.assumptions, change.concede, change.dispute),
})

/** The ruling as it is and as it would be: a card not played, a point conceded. */
export const whatIf = (graph: Graph, change: Change, table: Table = {}): Difference => {
  const before = evaluate(graph, table)
  const after = evaluate(graph, tableAfter(graph, table, change))
  return {
    before,
    after,
    labels: Object.entries(before.labels).flatMap(([statement, from]) => {
      const to = after.labels[statement]!
      return from === to ? [] : [{ statement, from, to }]
    }),
    issues: Object.entries(before.issues).flatMap(([issue, from]) => {
      const to = after.issues[issue]!
      return from.decided === to.decided && from.margin === to.margin
        ? []
        : [
            {
              issue,
              from: { decided: from.decided, margin: from.margin },
              to: { decided: to.decided, margin: to.margin },
            },
          ]
    }),
  }
}
