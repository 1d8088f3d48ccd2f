/**
 * Which statements stand, which arguments count and which issues are decided: the evaluation of a graph, whole or with
 * only some of its arguments on the table.
 *
 * Carneades argument evaluation (Gordon, Prakken, Walton 2007) with maximum weights on whole numbers, as a least
 * fixpoint, so that arguments may go in circles. `README.md` of this room has the definition.
 */
import { type Board, boardOf, isIn, isOut, solve, undecided } from './board.ts'
import { type Graph, type Label, type Link, limitOf } from './graph.ts'
import { marginOf } from './standard.ts'

/** What of a graph is on the table. */
export interface Table {
  /** Ids of the arguments that have been put; all of the graph, when left out. */
  readonly arguments?: readonly string[]
  /** Ids of the statements nobody disputes; those of the graph, when left out. */
  readonly assumptions?: readonly string[]
}

/** How one argument fares. */
export interface Finding {
  /** False while it waits for a statement that is undecided: then it counts for nothing yet. */
  readonly settled: boolean
  /** 0 once a premise is out or an exception in; else its weight. */
  readonly effective: number
  /** The weakest of authority, fit and evidence; null where the weight was given as one number. */
  readonly limit: Link | null
}

/** How one position of an issue fares. */
export interface Standing {
  /** Its strongest settled argument, and the strongest of its rivals. */
  readonly strongest: number
  readonly rival: number
  /** How far it is above its bar; 0 or less is below. Null while the issue is open, or where nobody disputes it. */
  readonly margin: number | null
}

/** How one issue fares. */
export interface Decision {
  /** True once every argument of every position is settled, or a position is undisputed. */
  readonly resolved: boolean
  /** The position that stands; null where nobody met the burden. */
  readonly decided: string | null
  /** Of the position decided, else of the one nearest to its bar; 0 where the strongest tie. Null as in `Standing`. */
  readonly margin: number | null
  readonly positions: Readonly<Record<string, Standing>>
}

/** What a graph comes to. Only arguments on the table are in it. */
export interface Evaluation {
  readonly graph: Graph
  readonly table: Table
  readonly labels: Readonly<Record<string, Label>>
  readonly arguments: Readonly<Record<string, Finding>>
  readonly issues: Readonly<Record<string, Decision>>
}

const labelWords = { [undecided]: 'undecided', [isIn]: 'in', [isOut]: 'out' } as const

/** Marks by place: 1 for every id that is listed. An id the graph lacks is our own mistake, and throws. */
const marks = (size: number, at: ReadonlyMap<string, number>, ids: readonly string[], what: string): Uint8Array => {
  const marked = new Uint8Array(size)
  for (const id of ids) {
    const i = at.get(id)
    if (i === undefined) throw new Error(`The graph has no ${what} "${id}".`)
    marked[i] = 1
  }
  return marked
}

/** The arguments on a table, marked by place. */
export const onTable = (board: Board, table: Table): Uint8Array =>
  table.arguments === undefined
    ? new Uint8Array(board.arguments.length).fill(1)
    : marks(board.arguments.length, board.argumentAt, table.arguments, 'argument')

/** The undisputed statements of a table, marked by place. Two rivals among them are our own mistake, and throw. */
export const undisputed = (board: Board, table: Table): Uint8Array => {
  const ids = table.assumptions ?? board.graph.assumptions
  const marked = marks(board.statements.length, board.statementAt, ids, 'statement')
  for (const positions of board.positions) {
    const both = positions.filter(s => marked[s])
    if (both.length > 1)
      throw new Error(`Rivals cannot both be undisputed: ${both.map(s => board.statements[s]).join(', ')}.`)
  }
  return marked
}

const decision = (board: Board, issue: number, assumed: Uint8Array): Decision => {
  const { label, best, issueOpen } = board.paper
  const positions = board.positions[issue]!
  const given = positions.find(s => assumed[s])
  const resolved = given !== undefined || issueOpen[issue] === 0
  const measured = given === undefined && resolved
  const stands = positions.find(s => label[s] === isIn)
  const ranked = positions.map(s => best[s]!).sort((a, b) => b - a)
  const [first = 0, second = 0] = ranked
  const standings = positions.map(s => {
    const strongest = best[s]!
    const rival = strongest === first ? second : first
    return { strongest, rival, margin: measured ? marginOf(board.standards[issue]!, strongest, rival) : null }
  })
  const won = standings[positions.findIndex(s => label[s] === isIn)]
  // Where nobody won, the nearest; rivals that all meet a weak standard and are equally strong stand at the bar.
  const nearest = standings.reduce((most, { margin }) => Math.max(most, margin ?? most), -Infinity)
  return {
    resolved,
    decided: stands === undefined ? null : board.statements[stands]!,
    margin: won ? won.margin : measured ? Math.min(nearest, 0) : null,
    positions: Object.fromEntries(positions.map((s, i) => [board.statements[s]!, standings[i]!])),
  }
}

/** Evaluates a graph, or what of it is on the table. */
export const evaluate = (graph: Graph, table: Table = {}): Evaluation => {
  const board = boardOf(graph)
  const [on, assumed] = [onTable(board, table), undisputed(board, table)]
  const { label, state } = solve(board, on, assumed)
  return {
    graph,
    table,
    labels: Object.fromEntries(board.statements.map((id, s) => [id, labelWords[label[s] as 0 | 1 | 2]])),
    arguments: Object.fromEntries(
      board.arguments.flatMap((argument, a) =>
        on[a]
          ? [
              [
                argument.id,
                {
                  settled: (state[a]! & 4) !== 0,
                  effective: state[a]! & 3 ? 0 : board.weight[a]!,
                  limit: limitOf(argument.weight),
                },
              ] as const,
            ]
          : [],
      ),
    ),
    issues: Object.fromEntries(graph.issues.map((issue, i) => [issue.id, decision(board, i, assumed)])),
  }
}
