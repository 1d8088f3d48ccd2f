/** `comity check`: every mistake in levels, law, arguments and the consequence model, with its place and how to mend it. */
import { basename, resolve } from 'node:path'
import { checkMatter } from '../analysis/index.ts'
import { didYouMean, hasErrors, type Problem, printProblem } from '../base/index.ts'
import { checkArguments, parseArguments, placeArguments } from '../debate/index.ts'
import { type ConsequenceFile, prepare } from '../game/index.ts'
import { checkLaw, type LawFile, parseLaw, placed } from '../law/index.ts'
import { checkConsequences, parseWithSource, problem, readSource } from '../level/index.ts'
import { findFiles } from './files.ts'
import { type Kind, kindOf } from './kind.ts'
import { argumentPaths, lawPaths, shippedConsequences } from './library.ts'
import type { Io } from './terminal.ts'
import { unreadable } from './unreadable.ts'

const help = `comity check FILES [--json]

Reads levels, law, arguments and consequence files and tells every mistake: where it is, what it is, why it matters and
how to mend it. What a file is, its content says. A level is also played: every choice, every outcome of chance, every
worked play. Levels are checked against the shipped law, with the law files named here in place of their namesakes; so are arguments.

  FILES    files, folders (every .json below), or patterns in quotes ('levels/*/level.json'); "-" is standard input
  --json   a list of { "file", "line", "column", "code", "severity", "what", "why", "mend" }

Examples
  comity check levels
  comity check levels/my-matter/level.json --json

Exits 1 when there is an error; warnings and hints do not count. Each code has a page in levels/checks/.`

interface Given {
  readonly file: string
  readonly text: string
  readonly kind: Kind
}

interface Context {
  readonly law: readonly LawFile[]
  readonly problems: readonly Problem[]
}

/** The shipped law with the given files in place of their namesakes, and what is wrong with the given ones. */
const lawWith = async (given: readonly Given[], io: Pick<Io, 'read'>): Promise<Context> => {
  const own = given.filter(g => g.kind === 'law')
  const names = new Set(own.flatMap(g => [resolve(g.file), basename(g.file)]))
  const others = (await lawPaths()).filter(path => !names.has(path) && !names.has(basename(path)))
  const texts = new Map<string, string>(own.map(g => [g.file, g.text]))
  for (const path of others) texts.set(path, await io.read(path))

  const read = [...texts].map(([file, text]) => ({ file, text, law: parseLaw(text, file) }))
  const misread = read.flatMap(r => (r.law.ok ? [] : r.law.problems))
  const good = read.flatMap(r => (r.law.ok ? [{ file: r.file, value: r.law.value }] : []))
  const checked = checkLaw(
    good.map(g => g.value),
    { strict: true, names: good.map(g => g.file) },
  )
  // A file that could not be read leaves gaps; what is said about the gaps would only mislead.
  const unsound = misread.length ? [] : checked
  const placedInFile = unsound.flatMap(p => {
    const text = texts.get(p.where.file ?? '')
    return text === undefined ? [p] : placed([p], text, p.where.file!)
  })
  const mine = new Set(own.map(g => g.file))
  return {
    law: good.map(g => g.value),
    // Of law that was not asked about, only what would keep a level from being played.
    problems: [...misread, ...placedInFile].filter(
      p => mine.has(p.where.file ?? '') || (p.severity === 'error' && (p.where.file === undefined || !own.length)),
    ),
  }
}

/** What is wrong with the given files of arguments, read together with the shipped ones that they do not replace. */
const checkHeld = async (
  given: readonly Given[],
  law: readonly LawFile[],
  io: Pick<Io, 'read'>,
): Promise<readonly Problem[]> => {
  if (given.length === 0) return []
  const names = new Set(given.map(g => basename(g.file)))
  const texts = new Map<string, string>()
  for (const path of await argumentPaths()) if (!names.has(basename(path))) texts.set(path, await io.read(path))
  // The given ones come last: what stands twice stands twice there.
  for (const { file, text } of given) texts.set(file, text)
  const read = [...texts].map(([file, text]) => ({ file, read: parseArguments(text, file) }))
  const mine = new Set(given.map(g => g.file))
  const misread = read.flatMap(r => (r.read.ok ? [] : r.read.problems))
  // What is said about the gaps a misread file leaves would only mislead.
  if (misread.length > 0) return misread
  const good = read.flatMap(r => (r.read.ok ? [{ file: r.file, value: r.read.value }] : []))
  const found = checkArguments(
    good.map(g => g.value),
    { law, names: good.map(g => g.file) },
  )
  return found
    .filter(p => mine.has(p.where.file ?? ''))
    .flatMap(p => placeArguments([p], texts.get(p.where.file!)!, p.where.file))
}

const checkLevel = (given: Given, law: readonly LawFile[], consequences: ConsequenceFile): readonly Problem[] => {
  const { file, text } = given
  const parsed = parseWithSource(text, { file, law })
  if (!parsed.ok) return parsed.problems
  const { level, source } = parsed.value
  const matter = prepare(level, law, consequences)
  if (!matter.ok) return [...parsed.problems, ...matter.problems.map(p => ({ ...p, where: { file, ...p.where } }))]
  return [...parsed.problems, ...checkMatter(matter.value, { where: source.where })]
}

/** True of a fact that no rule of law reads, but the consequence model does. */
const readByModel = ({ code, where }: Problem, models: readonly unknown[]): boolean => {
  const [section, fact] = where.path ?? []
  return (
    code === 'unused-fact' && section === 'facts' && models.some(model => JSON.stringify(model).includes(`${fact}`))
  )
}

/** Checks the given files. Law is read first, because levels rest on it. */
export const checkFiles = async (given: readonly Given[], io: Pick<Io, 'read'>): Promise<readonly Problem[]> => {
  const { law, problems } = await lawWith(given, io)
  let consequences = await shippedConsequences()
  const models = [consequences, ...given.filter(g => g.kind === 'consequences').map(g => g.text)]
  const found: Problem[] = problems.filter(p => !readByModel(p, models))
  for (const { file, text, kind } of given) {
    if (kind === 'other') {
      const source = readSource(text, file)
      const where = source.ok ? source.value.where([]) : { file, line: 1, column: 1 }
      const mend =
        'A level has "scenes", a law file "rules" (or facts, acts ...), a file of arguments "arguments", a model "scale".'
      found.push(
        problem('no-kind', where, 'This is neither a level, nor law, nor arguments, nor a consequence file.', mend),
      )
    } else if (kind === 'consequences') {
      const read = checkConsequences(text, { file, law })
      found.push(...read.problems)
      if (read.ok) consequences = read.value as ConsequenceFile
    }
  }
  const lawStands = !hasErrors(problems)
  if (lawStands)
    found.push(
      ...(await checkHeld(
        given.filter(g => g.kind === 'arguments'),
        law,
        io,
      )),
    )
  for (const each of given) if (each.kind === 'level' && lawStands) found.push(...checkLevel(each, law, consequences))
  return found
}

/** A file that was named and cannot be read, as a problem among the others. Rethrows what is our own mistake. */
const lost = (file: string, error: unknown): Problem => {
  const what = unreadable(error)
  if (what === undefined) throw error
  return { code: 'no-such-file', severity: 'error', where: { file }, what, why: '', mend: '' }
}

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

const summary = (files: number, problems: readonly Problem[]): string => {
  const parts = (['error', 'warning', 'hint'] as const).flatMap(severity => {
    const n = problems.filter(p => p.severity === severity).length
    return n ? [plural(n, severity)] : []
  })
  return `${plural(files, 'file')} checked: ${parts.length ? parts.join(', ') : 'nothing to mend'}.`
}

/** Runs the command; gives its exit code. */
export const check = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(help)
    return 0
  }
  const isOption = (arg: string) => /^-./.test(arg)
  const strange = args.find(arg => isOption(arg) && arg !== '--json')
  const names = args.filter(arg => !isOption(arg))
  if (strange !== undefined || names.length === 0) {
    const near = strange === undefined ? undefined : didYouMean(strange, ['--json', '--help'])
    io.err(
      strange === undefined
        ? 'comity check needs a file or a folder.'
        : `comity check has no option "${strange}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    )
    io.err('"comity check --help" tells how to use it.')
    return 2
  }
  const given: Given[] = []
  const missing: Problem[] = []
  for (const { path, named } of await findFiles(names)) {
    const text = await io.read(path).catch((error: unknown) => {
      missing.push(lost(path, error))
      return undefined
    })
    if (text === undefined) continue
    const kind = kindOf(path, text)
    if (kind !== 'other' || named) given.push({ file: path, text, kind })
  }
  if (given.length === 0 && missing.length === 0) {
    io.err(`No level, law file, file of arguments or consequence file is in ${names.join(', ')}.`)
    return 1
  }
  const problems = [...missing, ...(given.length ? await checkFiles(given, io) : [])]
  if (args.includes('--json')) {
    const plain = problems.map(
      ({ where: { file = null, line = null, column = null }, code, severity, what, why, mend }) => ({
        file,
        line,
        column,
        code,
        severity,
        what,
        why,
        mend,
      }),
    )
    io.out(JSON.stringify(plain, null, 2))
  } else {
    for (const p of missing) io.err(p.what)
    for (const p of problems.slice(missing.length)) io.out(`${printProblem(p)}\n`)
    if (given.length) io.out(summary(given.length, problems))
  }
  return hasErrors(problems) ? 1 : 0
}
