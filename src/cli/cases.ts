/** `comity cases`: asks the law every written case, and tells which rules no case exercises. */
import { didYouMean, isDay, type Problem, printProblem } from '../base/index.ts'
import {
  type CaseFile,
  type CaseReport,
  compile,
  type LawFile,
  type Pack,
  parseLaw,
  readFacts,
  runCases,
} from '../law/index.ts'
import { readSource } from '../level/index.ts'
import { findFiles } from './files.ts'
import { lawPaths } from './library.ts'
import type { Io } from './terminal.ts'

const help = `comity cases FILES [--pack FILES] [--rules] [--json]

Asks the law every case in the given files and says what came out otherwise than the case says; then which rules of the
law no case exercises. A case is a sentence, a day, a court, facts, and what must follow:

  { "about": "...", "day": "2014-08-10", "forum": "us-sdny", "facts": { ... },
    "cases": [ { "so": "A stay suspends the duty", "facts": { "procedure.stay": true },
                 "says": { "us disclose-content": "excuses" } } ],
    "rules": [ { "rule": "us-stay", "for": { "so": "...", ... }, "against": { "so": "...", ... } } ] }

  FILES    files of cases, folders, or patterns in quotes
  --pack   law files in place of the shipped law
  --rules  for every rule: in how many cases it applies, does not apply, or stays open
  --json   { "cases", "wrong", "rules", "strangers" }

Example
  comity cases test/law/cases

Exits 1 when a case came out otherwise, or a rule has no case for it, or none against it.`

const broken = (file: string, what: string, mend: string): Problem => ({
  code: 'bad-case',
  severity: 'error',
  where: { file },
  what,
  why: 'A case that cannot be asked proves nothing.',
  mend,
})

/** A file of cases, or what is wrong with it: shape, days, courts, and every fact. */
const readCases = (text: string, file: string, pack: Pack): { value?: CaseFile; problems: readonly Problem[] } => {
  const source = readSource(text, file)
  if (!source.ok) return { problems: source.problems }
  const raw = source.value.value as Partial<CaseFile> | null
  if (typeof raw !== 'object' || raw === null || !(Array.isArray(raw.cases) || Array.isArray(raw.rules)))
    return { problems: [broken(file, 'There are neither "cases" nor "rules" in this file.', 'Add one of them.')] }
  const all = [
    { so: 'the whole file', ...raw },
    ...(raw.cases ?? []),
    ...(raw.rules ?? []).flatMap(rule => [rule.for, rule.against]),
  ]
  const problems = all.flatMap((one): readonly Problem[] => {
    if (typeof one?.so !== 'string') return [broken(file, 'A case has no sentence.', 'Say in "so" what it shows.')]
    const facts = readFacts(pack.facts, one.facts ?? {})
    const told: Problem[] = facts.ok
      ? []
      : facts.problems.map(p => ({ ...p, where: { file }, what: `“${one.so}”: ${p.what}` }))
    if (one.day !== undefined && !isDay(one.day))
      told.push(broken(file, `“${one.so}” is on ${JSON.stringify(one.day)}, no day.`, 'Write YYYY-MM-DD.'))
    if (typeof one.forum === 'string' && !pack.courts.has(one.forum)) {
      const near = didYouMean(one.forum, pack.courts.keys())
      const mend = near === undefined ? 'Name a declared court.' : `Did you mean "${near}"?`
      told.push(broken(file, `“${one.so}” is before "${one.forum}", which is no court.`, mend))
    }
    return told
  })
  if (typeof raw.day !== 'string') problems.push(broken(file, 'The file has no "day".', 'Write YYYY-MM-DD.'))
  return problems.length ? { problems } : { value: { facts: {}, ...raw } as CaseFile, problems }
}

const many = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

const report = (files: number, { cases, wrong, rules, strangers }: CaseReport, all: boolean): readonly string[] => {
  const list = (title: string, ids: readonly string[]) =>
    ids.length ? [`${title}:`, ...ids.map(id => `  ${id}`)] : [`${title}: none.`]
  const width = Math.max(...rules.map(r => r.rule.length))
  return [
    `${many(cases, 'case')} in ${many(files, 'file')} were put to ${many(rules.length, 'rule')}.`,
    '',
    ...(wrong.length ? ['Cases that came out otherwise:'] : ['Every case came out as it says.']),
    ...wrong.flatMap(w => [
      `  ${w.about}: ${w.so}`,
      `    ${w.asks}: the case says ${w.expected}, the law says ${w.found}.`,
    ]),
    '',
    ...list(
      'Rules that apply in no case',
      rules.filter(r => r.applies === 0).map(r => r.rule),
    ),
    ...list(
      'Rules that are in force and fail in no case',
      rules.filter(r => r.fails === 0).map(r => r.rule),
    ),
    ...list(
      'Rules without a case of their own for and against',
      rules.filter(r => !r.caseFor || !r.caseAgainst).map(r => r.rule),
    ),
    ...(strangers.length ? list('Rules that the cases name and the law does not know', strangers) : []),
    ...(all
      ? [
          '',
          `${'rule'.padEnd(width)}  applies  fails  open`,
          ...rules.map(
            r =>
              `${r.rule.padEnd(width)}  ${String(r.applies).padStart(7)}  ${String(r.fails).padStart(5)}  ${String(r.open).padStart(4)}`,
          ),
        ]
      : []),
  ]
}

/** Runs the command: 0 all cases right and every rule exercised, 1 something is not, 2 not understood. */
export const cases = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(help)
    return 0
  }
  const [named, packs]: string[][] = [[], []]
  let into = named!
  for (const arg of args) {
    if (arg === '--pack') into = packs!
    else if (arg.startsWith('--')) into = named!
    else into.push(arg)
  }
  const known = ['--pack', '--rules', '--json']
  const strange = args.find(arg => arg.startsWith('--') && !known.includes(arg))
  if (strange !== undefined || named!.length === 0) {
    const near = strange === undefined ? undefined : didYouMean(strange, known)
    const said =
      strange === undefined ? 'comity cases needs a file or a folder.' : `comity cases has no option "${strange}".`
    io.err(`${said}${near ? ` Did you mean "${near}"?` : ''}`)
    io.err('"comity cases --help" tells how to use it.')
    return 2
  }
  const complain = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(printProblem(p))
    return 1
  }
  const paths = packs!.length ? (await findFiles(packs!)).map(f => f.path) : await lawPaths()
  const laws: LawFile[] = []
  for (const path of paths.filter(p => !p.endsWith('consequences.json'))) {
    const law = parseLaw(await io.read(path), path)
    if (!law.ok) return complain(law.problems)
    laws.push(law.value)
  }
  const pack = compile(laws, { names: paths })
  if (!pack.ok) return complain(pack.problems)
  const found = await findFiles(named!)
  const read = await Promise.all(found.map(async f => readCases(await io.read(f.path), f.path, pack.value)))
  const problems = read.flatMap(r => r.problems)
  if (problems.length) return complain(problems)
  const told = runCases(
    pack.value,
    read.flatMap(r => r.value ?? []),
  )
  if (args.includes('--json')) io.out(JSON.stringify(told, null, 2))
  else for (const line of report(found.length, told, args.includes('--rules'))) io.out(line)
  const idle = told.rules.some(r => r.applies === 0 || r.fails === 0 || !r.caseFor || !r.caseAgainst)
  return told.wrong.length || told.strangers.length || idle ? 1 : 0
}
