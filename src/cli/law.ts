/** `comity law`: what the law says of some facts on a day, in a forum; alone with reasons, or in batches. */
import { type Day, didYouMean, hasErrors, isDay, type Problem, printProblem, type Result } from '../base/index.ts'
import {
  type Changes,
  type Claim,
  type Conflict,
  compile,
  type Evaluation,
  evaluate,
  exact,
  explain,
  explainWhatIf,
  type LawFile,
  type Norm,
  type Pack,
  parseLaw,
  placed,
  readFacts,
  readHead,
  type Source,
  shapeOf,
  type Tri,
  whatIf,
  why,
  whyNot,
} from '../law/index.ts'
import { readSource } from '../level/index.ts'
import { keySlip } from './keys.ts'
import { kindOf } from './kind.ts'
import { type Io, linesOf } from './terminal.ts'

const usage = `comity law --pack FILE... --facts FILE.json --date D [--forum F] [--acts FILE] [--why HEAD]
           [--what-if CHANGES] [--json]
comity law --batch FILE.jsonl [--acts FILE]

Asks the law files what they say of the facts on that day, in that court.

  --pack   law files, read together; rules need the files that declare their facts and courts
  --facts  facts by path, flat or nested; what is missing or null is unknown
  --date   the day, YYYY-MM-DD
  --forum  the court whose holdings and local rules bind; without it only rules of no particular court count,
           and no holding binds
  --acts   a law file with acts: which of them entail or exclude each other
  --why    explains one answer: "oblige us disclose-content", "forbid ie disclose-content", an atom, or !atom
  --what-if  asks again with changes, and tells what would be otherwise: "procedure.stay=true, date=2018-04-01",
           also forum=us-sdny, forum=none, reading.scaReach=location, and fact=unknown
  --json   { "atoms", "norms", "readings", "conflicts" }, and "why" when asked for
  --batch  one {"pack", "facts", "date", "forum"?} a line ("-" reads standard input); one result a line in the same
           order, or {"error"} on the line of a question that cannot be answered, and exit code 1 at the end

Example
  comity law --pack levels/law/{facts,courts,acts,us,ie,eu}.json --facts facts.json --date 2014-08-10 --forum us-sdny`

/** The contract of the command line: exactly these keys, in this shape. */
interface Answer {
  readonly atoms: Readonly<Record<string, { readonly holds: Tri; readonly contrary: Tri }>>
  readonly norms: readonly Omit<Norm, 'authorities'>[]
  readonly readings: Readonly<Record<string, string | null>>
  readonly conflicts: readonly Pick<Conflict, 'orders' | 'acts' | 'level'>[]
}

const answer = (e: Evaluation): Answer => ({
  atoms: Object.fromEntries([...e.pack.atoms].sort().map(p => [p, { holds: e.atom(p), contrary: e.atom(`!${p}`) }])),
  norms: e.norms().map(({ order, modality, act, holds, rules }) => ({ order, modality, act, holds, rules })),
  readings: e.readings,
  conflicts: e.conflicts().map(({ orders, acts, level }) => ({ orders, acts, level })),
})

const wrong = (code: string, what: string, mend: string): Problem => ({
  code,
  severity: 'error',
  where: {},
  what,
  why: 'Without it there is nothing to answer.',
  mend,
})
const failed = (...problems: Problem[]): Result<never> => ({ ok: false, problems })

/** Asks a ready pack, once day, forum and facts have been found to be real. */
const ask = (pack: Pack, raw: { facts: unknown; date: unknown; forum: unknown }): Result<Evaluation> => {
  const facts = readFacts(pack.facts, raw.facts ?? {})
  const problems: Problem[] = facts.ok ? [] : [...facts.problems]
  if (typeof raw.date !== 'string' || !isDay(raw.date))
    problems.push(wrong('bad-date', `The date is ${JSON.stringify(raw.date) ?? 'missing'}.`, 'Write YYYY-MM-DD.'))
  const forum = raw.forum ?? null
  const near = didYouMean(String(forum), pack.courts.keys())
  if (forum !== null && (typeof forum !== 'string' || !pack.courts.has(forum)))
    problems.push(
      wrong(
        'unknown-court',
        `The forum ${JSON.stringify(forum)} is no court of this law.`,
        near !== undefined
          ? `Did you mean "${near}"?`
          : pack.courts.size
            ? `It can be ${[...pack.courts.keys()].join(', ')}.`
            : 'This law declares no courts.',
      ),
    )
  if (!facts.ok || problems.length) return failed(...problems)
  return {
    ok: true,
    problems: [],
    value: evaluate(pack, { facts: facts.value, day: raw.date as Day, forum: forum as string | null }),
  }
}

type Compiler = (written: unknown) => Result<Pack>

/** Reads and compiles packs, and keeps the last ones: most batches ask one law many questions. */
const compiler = (acts: readonly LawFile[]): Compiler => {
  const kept = new Map<string, Result<Pack>>()
  return written => {
    const key = JSON.stringify(written)
    let pack = kept.get(key)
    if (pack === undefined) {
      const files = (Array.isArray(written) ? written : [written]).map(p => shapeOf(p, { lenient: true }))
      const shapeless = files.flatMap(f => (f.ok ? [] : f.problems))
      pack = shapeless.length
        ? failed(...shapeless)
        : compile([...files.flatMap(f => (f.ok ? [f.value] : [])), ...acts])
      if (kept.size === 16) kept.clear()
      kept.set(key, pack)
    }
    return pack
  }
}

const lineKeys = ['pack', 'facts', 'date', 'forum']

const askLine = (line: string, packOf: Compiler): Result<Answer> => {
  let raw: unknown
  try {
    raw = JSON.parse(line)
  } catch {
    return failed(wrong('bad-json', 'This line is not JSON.', 'Write one object on one line.'))
  }
  if (typeof raw !== 'object' || raw === null || !('pack' in raw))
    return failed(wrong('missing-key', 'This line has no "pack".', 'Write {"pack", "facts", "date", "forum"?}.'))
  const { pack, facts, date, forum } = raw as Record<string, unknown>
  const slip = keySlip(raw, lineKeys)
  if (slip) return failed(wrong('unknown-key', `This line has a key "${slip[0]}".`, `Did you mean "${slip[1]}"?`))
  const compiled = packOf(pack)
  if (!compiled.ok) return compiled
  const asked = ask(compiled.value, { facts, date, forum })
  return asked.ok ? { ok: true, value: answer(asked.value), problems: [] } : asked
}

/** No line takes the others with it, however deep it nests. */
const safely = (line: string, packOf: Compiler): Result<Answer> => {
  try {
    return askLine(line, packOf)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    return failed(wrong('too-deep', 'This line nests too deeply to be read.', 'Take brackets out.'))
  }
}

const batch = async (path: string, acts: readonly LawFile[], io: Io): Promise<number> => {
  const packOf = compiler(acts)
  let code = 0
  for await (const line of linesOf(io.pieces(path))) {
    const result = safely(line, packOf)
    if (result.ok) {
      io.out(JSON.stringify(result.value))
      continue
    }
    code = 1
    const [error, ...more] = result.problems.filter(p => p.severity === 'error')
    io.out(JSON.stringify(more.length ? { error, more } : { error }))
  }
  return code
}

const told = (e: Evaluation): readonly string[] => {
  const list = (title: string, lines: readonly string[]) => (lines.length ? [title, ...lines.map(l => `  ${l}`)] : [])
  return [
    ...list(
      'Conclusions',
      [...e.pack.atoms].sort().flatMap(p => {
        const [holds, contrary] = [e.atom(p), e.atom(`!${p}`)]
        return [`${p}: ${holds}${contrary === 'no' ? '' : ` (contrary: ${contrary})`}`]
      }),
    ),
    ...list(
      'Norms',
      e.norms().map(n => `${n.modality} ${n.order} ${n.act}: ${n.holds}  [${n.rules.join(', ')}]`),
    ),
    ...list(
      'Readings',
      Object.entries(e.readings).map(([q, r]) => `${q}: ${r ?? 'no holding binds here'}`),
    ),
    ...list(
      'Conflicts',
      e.conflicts().map(c => {
        const dissolve = c.dissolve?.length ? `, unless settled by ${c.dissolve.join(' or ')}` : ''
        return `${c.orders.join(' and ')}, ${c.acts.join(' and ')}: ${c.level}${dissolve}`
      }),
    ),
    ...list(
      'Ties',
      e.ties().map(t => `${t.heads.join(' against ')}  [${t.rules.join(', ')}]`),
    ),
  ]
}

interface Options {
  readonly pack: readonly string[]
  readonly facts?: string
  readonly date?: string
  readonly forum?: string
  readonly acts?: string
  readonly why?: string
  readonly 'what-if'?: string
  readonly batch?: string
  readonly json: boolean
}

const known = ['--facts', '--date', '--forum', '--acts', '--why', '--what-if', '--batch']

/** Reads the options, or says in a line what is wrong with them. */
const optionsOf = (args: readonly string[]): Options | string => {
  const pack: string[] = []
  const one: Record<string, string> = {}
  let json = false
  for (let i = 0; i < args.length; i++) {
    const [name, joined] = args[i]!.split(/=(.*)/s) as [string, string | undefined]
    if (name === '--json') {
      json = true
      continue
    }
    if (name === '--pack') {
      if (joined !== undefined) pack.push(joined)
      else while (i + 1 < args.length && !args[i + 1]!.startsWith('--')) pack.push(args[++i]!)
      continue
    }
    if (!known.includes(name)) {
      const meant = didYouMean(name, [...known, '--pack', '--json'])
      return `comity law has no option "${name}".${meant ? ` Did you mean "${meant}"?` : ''}`
    }
    const given = joined ?? args[++i]
    if (given === undefined) return `The option "${name}" needs something after it.`
    one[name.slice(2)] = given
  }
  return { ...one, pack, json }
}

interface Read {
  readonly files: readonly LawFile[]
  readonly texts: readonly string[]
  readonly names: readonly string[]
}

/** The law in these files. The consequence model lies among them and is no law: it is left out, and that is said. */
const lawFrom = async (given: readonly string[], io: Io): Promise<Result<Read>> => {
  const all = await Promise.all(given.map(async path => ({ path, text: await io.read(path) })))
  const models = all.filter(({ path, text }) => kindOf(path, text) === 'consequences')
  for (const { path } of models) io.err(`${path} is the consequence model, not law, and is left out.`)
  const levels = all.filter(({ path, text }) => kindOf(path, text) === 'level' && /"scenes"\s*:/.test(text))
  if (levels.length)
    return failed(
      ...levels.map(({ path }) => wrong('no-law', `${path} is a level.`, 'Law files have "rules" or "facts".')),
    )
  const law = all.filter(each => !models.includes(each))
  const [paths, texts] = [law.map(each => each.path), law.map(each => each.text)]
  const read = texts.map((text, i) => parseLaw(text, paths[i]))
  const problems = read.flatMap(r => r.problems)
  if (hasErrors(problems)) return failed(...problems)
  return { ok: true, problems, value: { files: read.flatMap(r => (r.ok ? [r.value] : [])), texts, names: paths } }
}

/** A problem of one fact, at its place in the file, however the fact is written: flat, nested or half of each. */
const inFacts = (problem: Problem, source: Source): Problem => {
  const [section, name] = problem.where.path ?? []
  if (section !== 'facts') return problem
  const pathsOf = (value: unknown, left: string): readonly (readonly string[])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inside]) =>
          left === key
            ? [[key]]
            : left.startsWith(`${key}.`)
              ? pathsOf(inside, left.slice(key.length + 1)).map(path => [key, ...path])
              : [],
        )
  const part = problem.code === 'unknown-fact' ? 'key' : 'value'
  return { ...problem, where: source.where(pathsOf(source.value, String(name ?? ''))[0] ?? [], part) }
}

/** More problems than this at once help nobody. */
const shown = 25

const single = async (options: Options, io: Io): Promise<number> => {
  const complain = (problems: readonly Problem[]) => {
    for (const p of problems.slice(0, shown)) io.err(printProblem(p))
    if (problems.length > shown) io.err(`... and ${problems.length - shown} more like these.`)
    return 1
  }
  const paths = [...options.pack, ...(options.acts === undefined ? [] : [options.acts])]
  const law = await lawFrom([...new Set(paths)], io)
  if (!law.ok) return complain(law.problems)
  const { names } = law.value
  const pack = compile(law.value.files, { names })
  if (!pack.ok)
    return complain(
      pack.problems.flatMap(p => {
        const file = names.indexOf(p.where.file ?? '')
        return file < 0 ? [p] : placed([p], law.value.texts[file]!, names[file])
      }),
    )
  const facts = readSource(await io.read(options.facts!), options.facts)
  if (!facts.ok) return complain(facts.problems)
  const asked = ask(pack.value, { facts: facts.value.value, date: options.date, forum: options.forum })
  if (!asked.ok) return complain(asked.problems.map(p => inFacts(p, facts.value)))
  const head = options.why === undefined ? null : headOf(options.why, pack.value)
  if (typeof head === 'string') {
    io.err(head)
    return 1
  }
  const reasons = head && (why(asked.value, head) ?? whyNot(asked.value, head))
  const changes = options['what-if'] === undefined ? null : changesOf(options['what-if'], asked.value)
  if (changes && !changes.ok) return complain(changes.problems)
  const otherwise = changes && whatIf(asked.value, changes.value)
  if (options.json) {
    const { heads, readings } = otherwise ?? {}
    const more = { ...(reasons ? { why: reasons } : {}), ...(otherwise ? { whatIf: { heads, readings } } : {}) }
    io.out(JSON.stringify({ ...answer(asked.value), ...more }))
    return 0
  }
  const plain = reasons ? explain(asked.value, reasons) : otherwise ? [] : told(asked.value)
  for (const line of [...plain, ...(head ? settled(asked.value, head) : [])]) io.out(line)
  if (otherwise && changes) {
    if (plain.length) io.out('')
    for (const line of explainWhatIf(asked.value, changes.value, otherwise)) io.out(line)
  }
  return 0
}

/** `procedure.stay=true, date=2018-04-01` as changes, or every slip in it. */
const changesOf = (text: string, e: Evaluation): Result<Changes> => {
  const { pack } = e
  const facts: Record<string, unknown> = {}
  const suppose: Record<string, string | null> = {}
  const place: { day?: Day; forum?: string | null } = {}
  const problems: Problem[] = []
  for (const part of text.split(',')) {
    const [name, given] = part.split(/=(.*)/s).map(word => word.trim()) as [string, string | undefined]
    const spec = pack.facts.get(name)
    const question = pack.questions.get(name.replace(/^reading\./, ''))
    if (given === undefined)
      problems.push(wrong('bad-change', `"${part.trim()}" changes nothing.`, 'Write fact=value.'))
    else if (name === 'date' && isDay(given)) place.day = given
    else if (name === 'date') problems.push(wrong('bad-date', `The date is "${given}".`, 'Write YYYY-MM-DD.'))
    else if (name === 'forum' && (given === 'none' || pack.courts.has(given)))
      place.forum = given === 'none' ? null : given
    else if (name === 'forum') {
      const near = didYouMean(given, pack.courts.keys())
      problems.push(
        wrong(
          'unknown-court',
          `"${given}" is no court of this law.`,
          near ? `Did you mean "${near}"?` : 'Name a court.',
        ),
      )
    } else if (name.startsWith('reading.') && question) {
      if (given === 'unknown' || question.readings.includes(given))
        suppose[name.slice(8)] = given === 'unknown' ? null : given
      else
        problems.push(
          wrong(
            'unknown-reading',
            `"${given}" is no reading of "${name.slice(8)}".`,
            `It can be ${question.readings.join(', ')}.`,
          ),
        )
    } else if (given === 'unknown') facts[name] = null
    else
      facts[name] =
        spec?.type === 'bool' && /^(true|false)$/.test(given)
          ? given === 'true'
          : spec?.type === 'int'
            ? Number(given)
            : given
  }
  const read = readFacts(pack.facts, facts)
  if (!read.ok) problems.push(...read.problems)
  if (!read.ok || problems.length) return failed(...problems)
  return { ok: true, problems: [], value: { ...place, facts: read.value, suppose } }
}

/** What every way the unknowns could turn out agrees on, where the plain answer is open. */
const settled = (e: Evaluation, head: Claim): readonly string[] => {
  if (e.holds(head) !== 'unknown') return []
  const found = exact(e, head)
  if (found === null || found === 'unknown') return []
  return ['', `Yet however the unknowns turn out, the answer is ${found}.`]
}

const headOf = (text: string, pack: Pack): Claim | string => {
  const head = readHead(text)
  const order = head?.order
  if (!head) return `"${text}" is nothing the law can say. Write "oblige us disclose-content", an atom, or "!atom".`
  if (order !== undefined && !pack.orders.has(order))
    return `There is no legal order "${order}" here; there are ${[...pack.orders.keys()].join(', ')}.`
  if ('conclude' in head) {
    if (pack.sides.has(head.conclude)) return head
    const near = didYouMean(head.conclude, pack.atoms)
    const others = `; rules conclude ${pack.atoms.join(', ') || 'nothing'}.`
    return `No rule concludes "${head.conclude}"${near === undefined ? others : `. Did you mean "${near}"?`}`
  }
  const act = text.trim().split(/\s+/)[2]!
  const spoken = pack.subjects.map(subject => subject.act)
  const near = spoken.includes(act) || pack.acts.has(act) ? undefined : didYouMean(act, spoken)
  return near === undefined ? head : `No rule speaks of the act "${act}". Did you mean "${near}"?`
}

/** Runs the command: 0 answered, 1 something given is wrong, 2 the command was not understood. */
export const law = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(usage)
    return 0
  }
  const options = optionsOf(args)
  const trouble =
    typeof options === 'string'
      ? options
      : options.batch !== undefined
        ? options.pack.length
          ? 'With --batch the law stands in each line; leave out --pack.'
          : null
        : options.pack.length === 0
          ? 'Which law? Give --pack FILE.'
          : options.facts === undefined
            ? 'Which facts? Give --facts FILE.json.'
            : options.date === undefined
              ? 'On which day? Give --date YYYY-MM-DD.'
              : null
  if (typeof options === 'string' || trouble !== null) {
    io.err(`${trouble}\n\n${usage}`)
    return 2
  }
  if (options.batch === undefined) return single(options, io)
  const acts = options.acts === undefined ? null : await lawFrom([options.acts], io)
  if (acts && !acts.ok) {
    for (const p of acts.problems) io.err(printProblem(p))
    return 1
  }
  return batch(options.batch, acts ? acts.value.files : [], io)
}
