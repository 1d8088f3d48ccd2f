/**
 * A graph laid out in numbers, and the least fixpoint of its labels. Everything else in the room (evaluation, what-if,
 * the opponent's search) asks here, so a ruling and the machine's idea of it can never differ.
 *
 * Loops count here, and make nothing that must be thrown away: a search comes through thousands of times.
 *
 * `solve` takes time linear in the graph. The same board and table always give the same answer, whatever the order of
 * statements, arguments and issues.
 */
import { type Graph, type GraphArgument, type Standard, weightOf } from './graph.ts'
import { marginOf, standardOf } from './standard.ts'

export const undecided = 0
export const isIn = 1
export const isOut = 2

/** A graph in numbers: statements, arguments and issues by their place. */
export interface Board {
  readonly graph: Graph
  readonly statements: readonly string[]
  readonly arguments: readonly GraphArgument[]
  readonly statementAt: ReadonlyMap<string, number>
  readonly argumentAt: ReadonlyMap<string, number>
  readonly issueAt: ReadonlyMap<string, number>
  readonly weight: Int32Array
  readonly conclusion: Int32Array
  readonly premises: Int32Array
  readonly exceptions: Int32Array
  /** Who uses statement s: entries `usesFrom[s]` to `usesFrom[s + 1]`; an argument as a + 1 (premise) or -a - 1. */
  readonly usesFrom: Int32Array
  readonly uses: Int32Array
  /** The issue in which a statement is a position, or -1. */
  readonly issueOf: Int32Array
  readonly positions: readonly (readonly number[])[]
  readonly standards: readonly Standard[]
  readonly paper: Paper
}

/** What `solve` writes: the answer, until the next one. */
export interface Paper {
  readonly label: Uint8Array
  /** Bits: 1 a premise is out, 2 an exception is in, 4 settled. */
  readonly state: Uint8Array
  readonly premisesLeft: Int32Array
  readonly exceptionsLeft: Int32Array
  /** Arguments on the table for a statement that are not settled, and its strongest settled one. */
  readonly open: Int32Array
  readonly best: Int32Array
  readonly issueOpen: Int32Array
  readonly queue: Int32Array
  /** How much of the queue is written. */
  tail: number
}

const made = new WeakMap<Graph, Board>()

const layOut = (graph: Graph): Board => {
  const statements = Object.keys(graph.statements)
  const statementAt = new Map(statements.map((id, i) => [id, i]))
  const at = (id: string): number => {
    const i = statementAt.get(id)
    if (i === undefined) throw new Error(`The graph has no statement "${id}".`)
    return i
  }
  const [n, m, k] = [statements.length, graph.arguments.length, graph.issues.length]
  const usedBy: number[][] = Array.from({ length: n }, () => [])
  const [premises, exceptions] = [new Int32Array(m), new Int32Array(m)]
  graph.arguments.forEach((argument, a) => {
    premises[a] = argument.premises.length
    exceptions[a] = argument.exceptions.length
    for (const id of argument.premises) usedBy[at(id)]!.push(a + 1)
    for (const id of argument.exceptions) usedBy[at(id)]!.push(-a - 1)
  })
  const usesFrom = new Int32Array(n + 1)
  usedBy.forEach((list, s) => {
    usesFrom[s + 1] = usesFrom[s]! + list.length
  })
  const issueOf = new Int32Array(n).fill(-1)
  const positions = graph.issues.map(issue => issue.positions.map(at))
  positions.forEach((list, i) => {
    for (const s of list) issueOf[s] = i
  })
  return {
    graph,
    statements,
    arguments: graph.arguments,
    statementAt,
    argumentAt: new Map(graph.arguments.map((argument, a) => [argument.id, a])),
    issueAt: new Map(graph.issues.map((issue, i) => [issue.id, i])),
    weight: Int32Array.from(graph.arguments, argument => weightOf(argument.weight)),
    conclusion: Int32Array.from(graph.arguments, argument => at(argument.conclusion)),
    premises,
    exceptions,
    usesFrom,
    uses: Int32Array.from(usedBy.flat()),
    issueOf,
    positions,
    standards: graph.issues.map(issue => {
      const standard = standardOf(graph, issue.standard)
      if (standard === undefined) throw new Error(`There is no standard of proof "${issue.standard}".`)
      return standard
    }),
    paper: {
      label: new Uint8Array(n),
      state: new Uint8Array(m),
      premisesLeft: new Int32Array(m),
      exceptionsLeft: new Int32Array(m),
      open: new Int32Array(n),
      best: new Int32Array(n),
      issueOpen: new Int32Array(k),
      queue: new Int32Array(n),
      tail: 0,
    },
  }
}

/** The board of a graph, laid out once. A graph that `readGraph` would not accept is our own mistake, and throws. */
export const boardOf = (graph: Graph): Board => {
  let board = made.get(graph)
  if (board === undefined) {
    board = layOut(graph)
    made.set(graph, board)
  }
  return board
}

/** The strongest settled argument of the rivals of a position. */
export const rivalOf = (board: Board, issue: number, position: number): number => {
  const positions = board.positions[issue]!
  let rival = 0
  for (let i = 0; i < positions.length; i++)
    if (positions[i] !== position) rival = Math.max(rival, board.paper.best[positions[i]!]!)
  return rival
}

/** How far a position is above (or, from 0 down, below) the bar of its issue, once all its arguments are settled. */
export const marginAt = (board: Board, issue: number, position: number): number =>
  marginOf(board.standards[issue]!, board.paper.best[position]!, rivalOf(board, issue, position))

/**
 * The position that wins a resolved issue, or -1. Positions exclude each other: where a weak standard is met by several,
 * the strongest has it, and where two are equally strong, neither. No other can meet a standard that the strongest
 * does not meet, so it alone is measured.
 */
export const winnerOf = (board: Board, issue: number): number => {
  const { best } = board.paper
  const positions = board.positions[issue]!
  let strongest = -1
  let own = 0
  let rival = 0
  for (let i = 0; i < positions.length; i++) {
    const weight = best[positions[i]!]!
    if (weight > own) {
      strongest = positions[i]!
      rival = own
      own = weight
    } else if (weight > rival) rival = weight
  }
  return own > rival && marginOf(board.standards[issue]!, own, rival) > 0 ? strongest : -1
}

const mark = (paper: Paper, s: number, as: number): void => {
  if (paper.label[s] !== undecided) return
  paper.label[s] = as
  paper.queue[paper.tail++] = s
}

const resolve = (board: Board, issue: number): void => {
  const winner = winnerOf(board, issue)
  const positions = board.positions[issue]!
  for (let i = 0; i < positions.length; i++) mark(board.paper, positions[i]!, positions[i] === winner ? isIn : isOut)
}

/** Settles an argument if it can be, and draws what follows for its conclusion. */
const settle = (board: Board, a: number): void => {
  const { paper } = board
  const bits = paper.state[a]!
  if (bits & 4) return
  if (!(bits & 2) && (paper.exceptionsLeft[a] !== 0 || paper.premisesLeft[a] !== 0)) return
  paper.state[a] = bits | 4
  const s = board.conclusion[a]!
  const effective = bits & 3 ? 0 : board.weight[a]!
  if (effective > paper.best[s]!) paper.best[s] = effective
  paper.open[s]!--
  if (paper.open[s] === 0 && paper.best[s] === 0) mark(paper, s, isOut)
  const issue = board.issueOf[s]!
  if (issue < 0) {
    if (effective > 0) mark(paper, s, isIn)
  } else {
    paper.issueOpen[issue]!--
    if (paper.issueOpen[issue] === 0) resolve(board, issue)
  }
}

/**
 * Labels every statement, on `board.paper`, with only the arguments marked in `on` on the table and the statements
 * marked in `assumed` undisputed. Of two rivals not both may be assumed.
 */
export const solve = (board: Board, on: Uint8Array, assumed: Uint8Array): Paper => {
  const { conclusion, premises, exceptions, usesFrom, uses, issueOf, positions, paper } = board
  const { label, state, premisesLeft, exceptionsLeft, open, best, issueOpen, queue } = paper
  const [n, m] = [label.length, state.length]

  label.fill(undecided)
  state.fill(0)
  open.fill(0)
  best.fill(0)
  issueOpen.fill(0)
  premisesLeft.set(premises)
  exceptionsLeft.set(exceptions)
  paper.tail = 0

  for (let a = 0; a < m; a++) {
    if (!on[a]) continue
    const s = conclusion[a]!
    open[s]!++
    if (issueOf[s]! >= 0) issueOpen[issueOf[s]!]!++
  }
  for (let s = 0; s < n; s++) {
    if (!assumed[s]) continue
    mark(paper, s, isIn)
    if (issueOf[s]! >= 0) for (const rival of positions[issueOf[s]!]!) if (rival !== s) mark(paper, rival, isOut)
  }
  for (let s = 0; s < n; s++) if (open[s] === 0) mark(paper, s, isOut)
  for (let a = 0; a < m; a++) if (on[a] && premises[a] === 0 && exceptions[a] === 0) settle(board, a)

  for (let head = 0; head < paper.tail; head++) {
    const s = queue[head]!
    const known = label[s]!
    const end = usesFrom[s + 1]!
    for (let i = usesFrom[s]!; i < end; i++) {
      const use = uses[i]!
      const a = use > 0 ? use - 1 : -use - 1
      if (!on[a]) continue
      if (use > 0) {
        premisesLeft[a]!--
        if (known === isOut) state[a]! |= 1
      } else if (known === isIn) state[a]! |= 2
      else exceptionsLeft[a]!--
      settle(board, a)
    }
  }
  return paper
}
