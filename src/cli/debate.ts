/** `comity debate`: which statements of an argument graph stand, by which standard, and why; alone or in batches. */
import { didYouMean, type Problem, printProblem, type Result } from '../base/index.ts'
import {
  argumentsFor,
  argumentWords,
  type Evaluation,
  evaluate,
  explain,
  type Graph,
  leaveOneOut,
  readGraph,
  sayFate,
  sayLoss,
  standardNames,
  statementWords,
} from '../debate/index.ts'
import { readSource } from '../level/index.ts'
import { type Io, linesOf } from './terminal.ts'

const usage = `comity debate FILE.json [--why STATEMENT] [--json]
comity debate --batch FILE.jsonl

Weighs the arguments of a graph and says which statements stand, which issues are decided, and why.

  FILE.json  a graph ("-" reads standard input):
             { "statements": {id: {"text"?}}, "assumptions": [ids],
               "arguments": [{"id", "premises": [ids], "exceptions": [ids], "conclusion": id,
                              "weight": 0..100 or {"authority", "fit", "evidence"}}],
               "issues": [{"id", "positions": [ids], "standard"}],
               "standards"?: {name: {"alpha"?, "beta"?, "gamma"?}} }
             standard: ${standardNames.slice(0, 3).join(', ')},
             ${standardNames.slice(3).join(', ')}, or a name declared under "standards"
  --why      explains one statement, down to what nobody disputes
  --json     { "labels": {id: "in|out|undecided"}, "arguments": {id: {"effective", "limit"}},
               "issues": {id: {"decided", "margin"}} }, and "why" when asked for
  --batch    one graph a line ("-" reads standard input); one result a line in the same order, or {"error"} on the
             line of a graph that cannot be read, and exit code 1 at the end

A margin above 0 clears the standard of proof by so much; null where the issue stays open or nobody disputes it.

Example
  comity debate graph.json --why warrant-reaches-abroad`

/** The contract of the command line: exactly these keys, in this shape. */
interface Answer {
  readonly labels: Evaluation['labels']
  readonly arguments: Readonly<Record<string, { readonly effective: number; readonly limit: string | null }>>
  readonly issues: Readonly<Record<string, { readonly decided: string | null; readonly margin: number | null }>>
}

const answer = (e: Evaluation): Answer => ({
  labels: e.labels,
  arguments: Object.fromEntries(
    Object.entries(e.arguments).map(([id, { effective, limit }]) => [id, { effective, limit }]),
  ),
  issues: Object.fromEntries(Object.entries(e.issues).map(([id, { decided, margin }]) => [id, { decided, margin }])),
})

/** A line longer than this is not read. */
const longest = 1_000_000

const lost = (code: string, what: string, mend: string): Result<never> => ({
  ok: false,
  problems: [{ code, severity: 'error', where: {}, what, why: 'Without a graph there is nothing to weigh.', mend }],
})

const graphOn = (line: string): Result<Graph> => {
  if (line.length > longest)
    return lost('too-big', `This line has ${line.length} characters.`, `Keep it to ${longest}, or split the graph.`)
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch (thrown) {
    return thrown instanceof RangeError
      ? lost('too-deep', 'This line nests too deeply to be read.', 'Take brackets out.')
      : lost('bad-json', 'This line is not JSON.', 'Write one object on one line.')
  }
  try {
    return readGraph(raw)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    return lost('too-deep', 'This line nests too deeply to be read.', 'Take brackets out.')
  }
}

const batch = async (path: string, io: Io): Promise<number> => {
  let code = 0
  for await (const line of linesOf(io.pieces(path))) {
    const graph = graphOn(line)
    if (graph.ok) {
      io.out(JSON.stringify(answer(evaluate(graph.value))))
      continue
    }
    code = 1
    const [error, ...more] = graph.problems
    io.out(JSON.stringify(more.length ? { error, more } : { error }))
  }
  return code
}

/** Leave-one-out evaluates the graph once for each argument and position: beyond this many a reader would wait. */
const mostTries = 20_000

const told = (e: Evaluation): readonly string[] => {
  const { graph } = e
  const titled = (title: string, lines: readonly string[]) => (lines.length ? [title, ...lines.map(l => `  ${l}`)] : [])
  const tries = graph.arguments.length * graph.issues.reduce((sum, issue) => sum + issue.positions.length, 0)
  const issues = graph.issues.flatMap(issue => {
    const { resolved, decided, margin, positions } = e.issues[issue.id]!
    const by = margin === null ? 'nobody disputes it' : `by ${margin}`
    const open = resolved ? 'no position meets the burden' : 'open: arguments wait for each other'
    const verdict = decided === null ? open : `${statementWords(graph, decided)} stands, ${by}`
    const sides = Object.entries(positions).flatMap(([position, standing]) => {
      const short = standing.margin === null ? '' : `, margin ${standing.margin}`
      const best = argumentsFor(e, position)[0]
      const losses =
        best && standing.margin !== null && tries <= mostTries
          ? leaveOneOut(graph, position).filter(loss => loss.carries !== 0 || loss.decides !== null)
          : []
      return [
        `  ${statementWords(graph, position)}: strongest ${standing.strongest} against ${standing.rival}${short}`,
        ...losses.slice(0, 3).map(loss => `    ${argumentWords(graph, loss.argument)}. ${sayLoss(loss)}`),
      ]
    })
    return [`${issue.id} (${issue.standard}): ${verdict}`, ...sides]
  })
  const disputed = new Set(graph.issues.flatMap(issue => issue.positions))
  const others = Object.entries(e.labels).filter(([id]) => !disputed.has(id))
  return [
    ...titled('Issues', issues),
    ...titled(
      'Statements',
      others.map(([id, label]) => `${label.padEnd(9)} ${statementWords(graph, id)}`),
    ),
    ...titled(
      'Arguments',
      Object.keys(graph.statements).flatMap(id => argumentsFor(e, id).map(fate => sayFate(graph, fate))),
    ),
  ]
}

interface Options {
  readonly file?: string
  readonly batch?: string
  readonly why?: string
  readonly json: boolean
}

/** Reads the options, or says in a line what is wrong with them. */
const optionsOf = (args: readonly string[]): Options | string => {
  const one: Record<string, string> = {}
  let json = false
  for (let i = 0; i < args.length; i++) {
    const [name, joined] = args[i]!.split(/=(.*)/s) as [string, string | undefined]
    if (!args[i]!.startsWith('--')) {
      if (one.file !== undefined) return `One graph at a time: "${one.file}" or "${args[i]}". Many go into --batch.`
      one.file = args[i]!
    } else if (name === '--json') json = true
    else if (name === '--batch' || name === '--why') {
      const given = joined ?? args[++i]
      if (given === undefined) return `The option "${name}" needs something after it.`
      one[name.slice(2)] = given
    } else {
      const meant = didYouMean(name, ['--batch', '--why', '--json'])
      return `comity debate has no option "${name}".${meant ? ` Did you mean "${meant}"?` : ''}`
    }
  }
  if (one.file === undefined && one.batch === undefined) return 'Which graph? Give FILE.json, or --batch FILE.jsonl.'
  if (one.file !== undefined && one.batch !== undefined) return `With --batch leave out "${one.file}".`
  if (one.batch !== undefined && one.why !== undefined) return 'With --batch nothing is explained; leave out --why.'
  return { ...one, json }
}

const single = async ({ file, why, json }: Options, io: Io): Promise<number> => {
  const source = readSource(await io.read(file!), file)
  const complain = (problems: readonly Problem[]): number => {
    for (const problem of problems) io.err(printProblem(problem))
    return 1
  }
  if (!source.ok) return complain(source.problems)
  const graph = readGraph(source.value.value)
  if (!graph.ok)
    return complain(
      graph.problems.map(problem => {
        const part = ['unknown-key', 'two-issues'].includes(problem.code) ? 'key' : 'value'
        return { ...problem, where: source.value.where(problem.where.path ?? [], part) }
      }),
    )
  const found = evaluate(graph.value)
  if (why !== undefined && !Object.hasOwn(found.labels, why)) {
    const near = didYouMean(why, Object.keys(found.labels))
    const mend =
      near === undefined ? `There are ${Object.keys(found.labels).slice(0, 20).join(', ')}.` : `Did you mean "${near}"?`
    io.err(`The graph has no statement "${why}". ${mend}`)
    return 1
  }
  const reasons = why === undefined ? undefined : explain(found, why)
  if (json) io.out(JSON.stringify({ ...answer(found), ...(reasons ? { why: reasons } : {}) }))
  else
    for (const line of reasons?.map(({ level, text }) => `${'  '.repeat(Math.min(level, 20))}${text}`) ?? told(found))
      io.out(line)
  return 0
}

/** Runs the command: 0 answered, 1 something given is wrong, 2 the command was not understood. */
export const debate = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(usage)
    return 0
  }
  const options = optionsOf(args)
  if (typeof options === 'string') {
    io.err(`${options}\n\n${usage}`)
    return 2
  }
  return options.batch === undefined ? single(options, io) : batch(options.batch, io)
}
