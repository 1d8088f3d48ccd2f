/**
 * Why a statement stands, falls or stays open: the reasons as data, read off the evaluation and never computed again.
 * `aloud.ts` says them.
 */
import { didYouMean } from '../base/index.ts'
import type { Evaluation } from './evaluate.ts'
import { type GraphArgument, type Label, type Link, weightOf } from './graph.ts'
import { type StandardTest, standardOf, testsOf } from './standard.ts'

/** What became of one argument, and what that hangs on. */
export interface Fate {
  readonly argument: string
  readonly conclusion: string
  readonly weight: number
  readonly effective: number
  readonly limit: Link | null
  readonly settled: boolean
  /** Exceptions that stand: they undercut it. */
  readonly undercutBy: readonly string[]
  /** Premises that do not stand. */
  readonly missing: readonly string[]
  /** Premises and exceptions that are undecided. */
  readonly waitsFor: readonly string[]
  /** Premises that stand, and exceptions that do not. */
  readonly holds: readonly string[]
  readonly answered: readonly string[]
}

/** Why a statement has its label. `arguments` are those for it that are on the table, strongest first. */
export type Why = {
  readonly statement: string
  readonly label: Label
  readonly arguments: readonly Fate[]
} & (
  | { readonly because: 'assumed' }
  | { readonly because: 'rival-assumed'; readonly issue: string; readonly rival: string }
  /** Nobody put an argument for it. */
  | { readonly because: 'nothing-said' }
  /** Arguments were put, and none of them counts. */
  | { readonly because: 'none-counts' }
  /** No issue, so one argument that counts is enough. */
  | { readonly because: 'argued' }
  /** In an issue: measured against its standard and its strongest rival. */
  | {
      readonly because: 'standard'
      readonly issue: string
      readonly standard: string
      readonly met: boolean
      readonly tests: readonly StandardTest[]
      readonly margin: number
      readonly rival: Fate | null
      /** The position that won instead; null where nobody met the burden. */
      readonly winner: string | null
    }
  /** Waits for arguments that wait for something: in the end, for each other. */
  | { readonly because: 'waits'; readonly issue: string | null; readonly waiting: readonly Fate[] }
)

/** Why this argument counts, or does not. It must be on the table. */
export const fateOf = ({ labels, arguments: findings }: Evaluation, argument: GraphArgument): Fate => {
  const { settled, effective, limit } = findings[argument.id]!
  const are = (ids: readonly string[], label: Label) => ids.filter(id => labels[id] === label)
  return {
    argument: argument.id,
    conclusion: argument.conclusion,
    weight: weightOf(argument.weight),
    effective,
    limit,
    settled,
    undercutBy: are(argument.exceptions, 'in'),
    missing: are(argument.premises, 'out'),
    waitsFor: [...are(argument.premises, 'undecided'), ...are(argument.exceptions, 'undecided')],
    holds: are(argument.premises, 'in'),
    answered: are(argument.exceptions, 'out'),
  }
}

const strength = (fate: Fate): number => (fate.settled ? fate.effective : -1)
const strongestFirst = (a: Fate, b: Fate): number =>
  strength(b) - strength(a) || (a.argument < b.argument ? -1 : a.argument > b.argument ? 1 : 0)

/** The arguments on the table for a statement, strongest first. */
export const argumentsFor = (evaluation: Evaluation, statement: string): readonly Fate[] =>
  evaluation.graph.arguments
    .filter(a => a.conclusion === statement && Object.hasOwn(evaluation.arguments, a.id))
    .map(a => fateOf(evaluation, a))
    .sort(strongestFirst)

/** Why the statement has its label. A statement the graph lacks is our own mistake, and throws. */
export const why = (evaluation: Evaluation, statement: string): Why => {
  const { graph, table, labels, issues } = evaluation
  if (!Object.hasOwn(labels, statement)) {
    const near = didYouMean(statement, Object.keys(labels))
    throw new Error(`The graph has no statement "${statement}".${near === undefined ? '' : ` Did you mean "${near}"?`}`)
  }
  const label = labels[statement]!
  const found = { statement, label, arguments: argumentsFor(evaluation, statement) }
  const assumptions = table.assumptions ?? graph.assumptions
  if (assumptions.includes(statement)) return { ...found, because: 'assumed' }
  const issue = graph.issues.find(each => each.positions.includes(statement))
  const given = issue?.positions.find(position => assumptions.includes(position))
  if (issue && given !== undefined) return { ...found, because: 'rival-assumed', issue: issue.id, rival: given }
  if (!found.arguments.length) return { ...found, because: 'nothing-said' }
  if (label === 'out' && found.arguments.every(fate => fate.settled && fate.effective === 0))
    return { ...found, because: 'none-counts' }
  if (label === 'undecided') {
    const stuck = (issue?.positions ?? [statement]).flatMap(id => argumentsFor(evaluation, id)).filter(f => !f.settled)
    return { ...found, because: 'waits', issue: issue?.id ?? null, waiting: stuck }
  }
  if (!issue) return { ...found, because: 'argued' }
  const decision = issues[issue.id]!
  const { strongest, rival, margin } = decision.positions[statement]!
  const against = issue.positions.filter(id => id !== statement).flatMap(id => argumentsFor(evaluation, id))
  return {
    ...found,
    because: 'standard',
    issue: issue.id,
    standard: issue.standard,
    met: label === 'in',
    tests: testsOf(standardOf(graph, issue.standard)!, strongest, rival),
    margin: margin!,
    rival: rival > 0 ? (against.sort(strongestFirst)[0] ?? null) : null,
    winner: label === 'in' ? null : decision.decided,
  }
}
