/** `comity play`, `play --batch` and `replay`: a matter played from the command line, for people and for programs. */
import { parseArgs } from 'node:util'
import { didYouMean, type Problem, printProblem, type Result } from '../base/index.ts'
import {
  evaluationAt,
  lastSeed,
  type Matter,
  type Mode,
  options,
  type Play,
  playOf,
  type Replay,
  readCode,
  replay,
  type State,
  writeCode,
} from '../game/index.ts'
import { keySlip } from './keys.ts'
import { readMatter, shippedLevels } from './library.ts'
import { report } from './report.ts'
import { type Io, linesOf } from './terminal.ts'
import { unreadable } from './unreadable.ts'
import { lawDay, yearReport, yearResult } from './year.ts'

/** What `play` and `replay` print with --json. A stable contract. */
export interface PlayResult {
  readonly scene: string
  readonly ending: string | null
  readonly options: readonly string[]
  readonly meters: Readonly<Record<string, number>>
  readonly changes: readonly {
    readonly choice: string
    readonly meter: string
    readonly by: number
    readonly reasons: readonly { readonly rule: string; readonly authorities: readonly string[] }[]
  }[]
  readonly findings: readonly {
    readonly order: string
    readonly modality: string
    readonly act: string
    readonly holds: string
    readonly rules: readonly string[]
    readonly authorities: readonly string[]
  }[]
  readonly code: string
}

/** A state as the contract has it. */
export const resultOf = (matter: Matter, state: State): PlayResult => ({
  scene: state.scene,
  ending: state.ending,
  options: options(matter, state).map(choice => choice.id),
  meters: state.meters,
  changes: state.made
    .flatMap(decision => decision.changes)
    .map(({ choice, meter, by, reasons }) => ({
      choice,
      meter,
      by,
      reasons: reasons.map(({ rule, authorities }) => ({ rule, authorities })),
    })),
  findings: evaluationAt(matter, state)
    .norms()
    .filter(norm => matter.level.orders.includes(norm.order))
    .map(({ order, modality, act, holds, rules, authorities }) => ({
      order,
      modality,
      act,
      holds,
      rules,
      authorities,
    })),
  code: writeCode(matter, playOf(matter, state)),
})

const inOneLine = (problem: Problem) => [problem.what, problem.why, problem.mend].filter(Boolean).join(' ')

/** What stands on the line of a play that does not fit: the words, the stable code, and how far it came. */
const errorOf = (problems: readonly Problem[], stopped?: { matter: Matter; state: State }) => {
  const worst = problems.filter(problem => problem.severity === 'error')
  const where = stopped && {
    scene: stopped.state.scene,
    ending: stopped.state.ending,
    options: options(stopped.matter, stopped.state).map(choice => choice.id),
  }
  return { error: worst.map(inOneLine).join(' '), problem: worst[0]?.code, ...where }
}

/** A problem of a play has no file; its decision is named in its words. */
const ofPlay = (problem: Problem) => printProblem({ ...problem, where: { file: 'play' } })

/** Flags both `play` and `replay` know, for the law of another day. */
const anotherDay = { year: { type: 'string' }, 'law-of': { type: 'string' } } as const

/** What is said of a play that fits; under the law of another day too, when one is given. */
const told = (matter: Matter, state: State, day: string | null, json: boolean): string => {
  if (json) {
    const result = resultOf(matter, state)
    return JSON.stringify(day === null ? result : { ...result, another: yearResult(matter, state, day) }, null, 2)
  }
  return day === null ? report(matter, state) : `${report(matter, state)}\n\n${yearReport(matter, state, day)}`
}

const tell = (matter: Matter, replayed: Replay, day: string | null, json: boolean, io: Io): number => {
  if (replayed.ok) {
    for (const problem of replayed.problems) io.err(ofPlay(problem))
    io.out(told(matter, replayed.value, day, json))
    return 0
  }
  for (const problem of replayed.problems) io.err(ofPlay(problem))
  const stopped = replayed.reached ? { matter, state: replayed.reached } : undefined
  if (json) io.out(JSON.stringify(errorOf(replayed.problems, stopped), null, 2))
  else if (replayed.reached && replayed.made > 0) io.out(report(matter, replayed.reached))
  return 1
}

const refuse = (problems: readonly Problem[], json: boolean, io: Io): number => {
  for (const problem of problems) io.err(printProblem(problem))
  if (json) io.out(JSON.stringify(errorOf(problems), null, 2))
  return 1
}

/** The command itself was not understood: says so, and where help is. */
const misused = (command: string, what: string, io: Io): number => {
  io.err(`${what}\n"comity help ${command}" tells how it is used.`)
  return 2
}

type Spec = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

/** Flags and names out of the arguments, or what is wrong with them. */
const flags = (
  args: readonly string[],
  spec: Spec,
): { values: Record<string, unknown>; names: readonly string[] } | string => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: spec,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens)
    if (token.kind === 'option') {
      const known = spec[token.name]
      const meant = known ? undefined : didYouMean(token.name, Object.keys(spec))
      if (!known) return `There is no option "${token.rawName}".${meant ? ` Did you mean "--${meant}"?` : ''}`
      if (known.type === 'string' && (token.value === undefined || token.value.startsWith('--')))
        return `"${token.rawName}" needs a value after it.`
      if (known.type === 'boolean' && token.value !== undefined) return `"${token.rawName}" takes no value.`
    }
  return { values, names: positionals }
}

const playing = (matter: Matter, choices: readonly string[], seed: number, mode: Mode): Play => ({
  level: matter.level.id,
  version: matter.level.version,
  content: '',
  mode,
  seed,
  choices,
})

const idsIn = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean)

/** `comity play LEVEL --choices a,b,c [--seed N] [--mode M] [--year YEAR | --law-of DATE] [--json]`, or `comity play --batch FILE.jsonl`. */
export const play = async (args: readonly string[], io: Io): Promise<number> => {
  const read = flags(args, {
    choices: { type: 'string' },
    seed: { type: 'string' },
    mode: { type: 'string' },
    json: { type: 'boolean' },
    batch: { type: 'string' },
    ...anotherDay,
  })
  if (typeof read === 'string') return misused('play', read, io)
  const { values, names } = read
  if (typeof values.batch === 'string') {
    if (names.length > 0)
      return misused('play', `With --batch the levels stand in the file; "${names[0]}" is one too many.`, io)
    const idle = ['choices', 'seed', 'mode', 'year', 'law-of'].find(name => values[name] !== undefined)
    if (idle !== undefined)
      return misused(
        'play',
        `With --batch there is one result a line, and each has its own choices; leave out --${idle}.`,
        io,
      )
    return batch(values.batch, io)
  }
  if (names.length !== 1)
    return misused(
      'play',
      names.length === 0
        ? `Say which matter to play: ${(await shippedLevels()).join(', ')}, or a file.`
        : `One matter at a time: ${names.join(', ')} are ${names.length}. Choices stand after --choices, with commas and no spaces.`,
      io,
    )
  const seed = Number(values.seed ?? 0)
  if (!/^\d+$/.test(`${values.seed ?? 0}`) || seed > lastSeed)
    return misused('play', `"${values.seed}" is no seed; seeds are whole numbers from 0 to ${lastSeed}.`, io)
  const mode = values.mode ?? 'practice'
  if (mode !== 'practice' && mode !== 'hearing')
    return misused('play', `The mode is practice or hearing, not "${mode}".`, io)
  const matter = await readMatter(names[0]!, io)
  if (!matter.ok) return refuse(matter.problems, values.json === true, io)
  const another = lawDay(matter.value, values)
  if (typeof another === 'string') return misused('play', another, io)
  const choices = idsIn(typeof values.choices === 'string' ? values.choices : '')
  const replayed = replay(matter.value, playing(matter.value, choices, seed, mode))
  return tell(matter.value, replayed, another.day, values.json === true, io)
}

type Line = { readonly level: string; readonly choices: readonly string[]; readonly seed: number }

/** One line of a batch, or what is wrong with it. */
const lineOf = (text: string): Line | string => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `This line is not JSON: ${(error as Error).message}.`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'A line is an object: {"level": "dublin-warrant", "choices": ["a", "b"], "seed": 7}.'
  const slip = keySlip(value, ['level', 'choices', 'seed'])
  if (slip) return `This line has a key "${slip[0]}". Did you mean "${slip[1]}"?`
  const { level, choices = [], seed = 0 } = value as Record<string, unknown>
  if (typeof level !== 'string') return '"level" must be the id of a matter or the path of a level file.'
  if (!Array.isArray(choices) || !choices.every(choice => typeof choice === 'string'))
    return '"choices" must be a list of choice ids.'
  if (typeof seed !== 'number') return '"seed" must be a whole number.'
  return { level, choices, seed }
}

/** One JSON result a line, in the order of the plays; a play that does not fit gets its error on its own line. */
const batch = async (path: string, io: Io): Promise<number> => {
  const matters = new Map<string, Promise<Result<Matter>>>()
  const matterOf = (level: string) => {
    const found = matters.get(level) ?? readMatter(level, io)
    matters.set(level, found)
    return found
  }
  const answer = async (line: string): Promise<object> => {
    const asked = lineOf(line)
    if (typeof asked === 'string') return { error: asked, problem: 'bad-line' }
    const matter = await matterOf(asked.level)
    if (!matter.ok) return errorOf(matter.problems)
    const replayed = replay(matter.value, playing(matter.value, asked.choices, asked.seed, 'practice'))
    if (replayed.ok) return resultOf(matter.value, replayed.value)
    return errorOf(replayed.problems, replayed.reached ? { matter: matter.value, state: replayed.reached } : undefined)
  }
  let failed = false
  for await (const line of linesOf(io.pieces(path))) {
    const said = await answer(line).catch((error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error
      return { error: unreadable(error) ?? `The level cannot be read: ${error.message}.`, problem: 'unreadable' }
    })
    failed ||= 'error' in said
    io.out(JSON.stringify(said))
  }
  return failed ? 1 : 0
}

/** `comity replay CODE [--level FILE] [--year YEAR | --law-of DATE] [--json]`. A code may be given in several words. */
export const replayCode = async (args: readonly string[], io: Io): Promise<number> => {
  const read = flags(args, { level: { type: 'string' }, json: { type: 'boolean' }, ...anotherDay })
  if (typeof read === 'string') return misused('replay', read, io)
  const { values, names } = read
  const json = values.json === true
  if (names.length === 0) return misused('replay', 'Say which result code to replay.', io)
  const matters: Matter[] = []
  const broken: Problem[] = []
  for (const name of typeof values.level === 'string' ? [values.level] : await shippedLevels()) {
    const matter = await readMatter(name, io)
    if (matter.ok) matters.push(matter.value)
    else broken.push(...matter.problems)
  }
  if (matters.length === 0) return refuse(broken, json, io)
  const code = readCode(matters, names.join(''))
  if (!code.ok) return refuse(code.problems, json, io)
  const matter = matters.find(each => each.level.id === code.value.level)!
  const another = lawDay(matter, values)
  if (typeof another === 'string') return misused('replay', another, io)
  return tell(matter, replay(matter, code.value), another.day, json, io)
}
