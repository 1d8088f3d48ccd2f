/** The reasons in plain sentences: short, in order, with the numbers, and with the words of the trade explained. */
import type { Evaluation } from './evaluate.ts'
import type { Graph, Standard } from './graph.ts'
import { type StandardTest, standardOf } from './standard.ts'
import type { Loss, Place } from './strength.ts'
import { type Fate, type Why, why } from './why.ts'

const quoted = (text: string): string => `"${text.trim().replace(/[.!]$/, '')}"`

/** A statement as it is spoken of: its words, or its id where nobody gave it words. */
export const statementWords = (graph: Graph, id: string): string =>
  quoted((Object.hasOwn(graph.statements, id) ? graph.statements[id]!.text : undefined) ?? id)

/** An argument as it is spoken of. */
export const argumentWords = (graph: Graph, id: string): string =>
  quoted(graph.arguments.find(argument => argument.id === id)?.text ?? id)

const list = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
const points = (n: number): string => `${n} ${n === 1 ? 'point' : 'points'}`

/** What a standard asks, made of its constants: "weigh more than 40 and be ahead by more than 30". */
export const standardWords = ({ alpha, beta, gamma }: Standard): string => {
  const asks: string[] = []
  if (alpha > 0 || (beta === null && gamma === null))
    asks.push(alpha > 0 ? `weigh more than ${alpha}` : 'weigh something')
  if (beta !== null)
    asks.push(beta === 0 ? 'weigh more than its rivals' : `be ahead of its rivals by more than ${beta}`)
  if (gamma !== null)
    asks.push(gamma === 1 ? 'have nothing that counts against it' : `have nothing of ${gamma} or more against it`)
  return list(asks)
}

const named = (name: string): string => name.replaceAll('-', ' ')

/** What became of an argument, in one or two sentences. */
export const sayFate = (graph: Graph, fate: Fate): string => {
  const it = argumentWords(graph, fate.argument)
  const say = (ids: readonly string[], last?: string) =>
    list(
      ids.map(id => statementWords(graph, id)),
      last,
    )
  if (fate.undercutBy.length)
    return `The argument ${it} is undercut and counts for nothing: ${say(fate.undercutBy)} stands. To undercut is not to deny what an argument says, but to show that it does not get there.`
  if (fate.missing.length && fate.settled)
    return `The argument ${it} counts for nothing: it leans on ${say(fate.missing)}, which does not stand.`
  if (!fate.settled)
    return `The argument ${it} counts for nothing yet: it waits for ${say(fate.waitsFor)}, which nobody has settled.`
  if (fate.effective === 0) return `The argument ${it} weighs nothing.`
  const weakest = fate.limit === null ? '' : ` Its weakest link is ${fate.limit}; no argument is stronger than that.`
  return `The argument ${it} weighs ${fate.effective}.${weakest}`
}

const link = ({ limit }: Fate): string => (limit === null ? '' : ` (its weakest link is ${limit})`)

/** How a position missed one test of its standard. */
const sayMissed = ({ test, bar, has }: StandardTest): string => {
  if (test === 'gamma') return `what stands against it weighs ${has}, and that must stay below ${bar}`
  if (test === 'alpha') return `it weighs ${has}, and more than ${bar} is needed`
  if (has < 0) return `it is ${-has} behind`
  if (has === 0) return 'the two sides weigh the same, and the burden is on whoever wants to be believed'
  return `it is ahead by ${has}, and more than ${bar} is needed`
}

const compared = (graph: Graph, reason: Extract<Why, { because: 'standard' }>): readonly string[] => {
  const [own] = reason.arguments.filter(fate => fate.settled && fate.effective > 0)
  const standard = standardOf(graph, reason.standard)!
  const asks = `The standard is ${named(reason.standard)}: a position must ${standardWords(standard)}.`
  const sides = [
    own
      ? `The best for it, ${argumentWords(graph, own.argument)}, weighs ${own.effective}${link(own)}.`
      : 'Nothing that counts was said for it.',
    reason.rival
      ? `The best against it, ${argumentWords(graph, reason.rival.argument)}, weighs ${reason.rival.effective}${link(reason.rival)}.`
      : 'Nothing that counts was said against it.',
  ]
  if (reason.met) return [...sides, asks, `It clears that bar by ${points(reason.margin)}.`]
  const missed = reason.tests.filter(test => test.spare <= 0)
  const falls = missed.length
    ? `It falls short: ${missed.map(sayMissed).join('; and ')}.`
    : 'It would be enough, but positions exclude each other, and a rival is at least as strong.'
  const then =
    reason.winner === null
      ? 'No position clears the bar, so nobody has met the burden of proof, and all of them are out.'
      : `${statementWords(graph, reason.winner)} stands instead.`
  return [...sides, asks, falls, then]
}

/** A reason in sentences that need no others to be understood. */
export const aloud = ({ graph }: Evaluation, reason: Why): readonly string[] => {
  const it = statementWords(graph, reason.statement)
  const verdict = { in: `${it} stands.`, out: `${it} does not stand.`, undecided: `${it} stays open.` }[reason.label]
  switch (reason.because) {
    case 'assumed':
      return [verdict, 'Nobody disputes it.']
    case 'rival-assumed':
      return [verdict, `Nobody disputes ${statementWords(graph, reason.rival)}, and the two exclude each other.`]
    case 'nothing-said':
      return [verdict, 'Nobody has put an argument for it, and what is not argued is not believed.']
    case 'none-counts':
      return [verdict, ...reason.arguments.map(fate => sayFate(graph, fate))]
    case 'argued':
      return [
        verdict,
        'It is no issue between the sides, so one argument that counts is enough.',
        ...reason.arguments.slice(0, 1).map(fate => sayFate(graph, fate)),
      ]
    case 'standard':
      return [verdict, ...compared(graph, reason)]
    case 'waits':
      return [
        verdict,
        ...reason.waiting.map(fate => sayFate(graph, fate)),
        'Arguments that wait for each other settle nothing, and what is open at the end counts as not proved.',
      ]
  }
}

/** The arguments on which a reason turns. */
const deciding = (reason: Why): readonly Fate[] => {
  switch (reason.because) {
    case 'standard':
      return [...reason.arguments.slice(0, 1), ...(reason.rival ? [reason.rival] : [])]
    case 'argued':
      return reason.arguments.slice(0, 1)
    case 'waits':
      return reason.waiting
    case 'none-counts':
      return reason.arguments
    default:
      return []
  }
}

/** The statements on which the fate of an argument turns. */
const hangsOn = ({ undercutBy, missing, settled, holds, answered, waitsFor }: Fate): readonly string[] => {
  if (undercutBy.length) return undercutBy
  if (missing.length) return missing
  return settled ? [...holds, ...answered] : waitsFor
}

/** One line of an explanation: what it speaks of, and how deep it lies below what was asked. */
export interface Line {
  readonly level: number
  readonly statement: string
  readonly text: string
}

/**
 * The whole explanation: why the statement, then why everything that its deciding arguments hang on, down to what
 * nobody disputes. Each statement is told once; circles end where they close.
 */
export const explain = (evaluation: Evaluation, statement: string): readonly Line[] => {
  const told = new Set<string>()
  const lines: Line[] = []
  // A stack and no recursion: a chain of arguments may be longer than a call stack.
  const left: { readonly id: string; readonly level: number }[] = [{ id: statement, level: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { id, level } = next
    if (told.has(id)) continue
    told.add(id)
    const reason = why(evaluation, id)
    lines.push({ level, statement: id, text: aloud(evaluation, reason).join(' ') })
    const below = deciding(reason).flatMap(hangsOn)
    for (const each of below.reverse()) left.push({ id: each, level: level + 1 })
  }
  return lines
}

const placed = ({ margin, stands }: Place): string =>
  margin === null ? (stands ? 'standing undisputed' : 'an open question') : signed(margin)

/** What hangs on one argument: "Without it you fall from +12 to -25 and lose." */
export const sayLoss = ({ before, after, decides }: Loss): string => {
  if (before.margin === after.margin && decides === null) return 'Without it nothing changes.'
  const way = (after.margin ?? -101) < (before.margin ?? -101) ? 'fall' : 'rise'
  const end =
    decides === 'for'
      ? ' and lose'
      : decides === 'against'
        ? ' and win'
        : after.stands
          ? ' and still win'
          : ', and lose either way'
  return `Without it you ${way} from ${placed(before)} to ${placed(after)}${end}.`
}
