/**
 * Checks the law and every matter while the page is built, and hands them to it as data files of their own.
 *
 * A mistake in a level or a law file stops the build with the same words an author gets from `comity check`.
 * The page itself carries only the cards of the docket and the addresses of the files.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { hasErrors, type Problem, printProblem, writeDay } from '../../base/index.ts'
import type { ConsequenceFile } from '../../game/index.ts'
import { contentTag, type Matter, prepare, start } from '../../game/index.ts'
import type { LawFile } from '../../law/index.ts'
import { compile } from '../../law/index.ts'
import { type Level, parse, unmarked } from '../../level/index.ts'
import { caseView } from '../../view/index.ts'

const name = 'virtual:docket'

/** A level to copy, not to play: it stays out of the docket. */
const unlisted = ['null']

/** Everything under `levels/`, accepted; or the problems that keep it from being. */
export interface Shipped {
  readonly law: readonly LawFile[]
  readonly consequences: ConsequenceFile
  readonly levels: readonly Level[]
  /** The levels made ready, by id. */
  readonly matters: ReadonlyMap<string, Matter>
  readonly problems: readonly Problem[]
  /** Files read, so that a development server can watch them. */
  readonly files: readonly string[]
}

const readJson = (file: string, problems: Problem[]): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    problems.push({
      code: 'not-json',
      severity: 'error',
      where: { file },
      what: `The file cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}.`,
      why: 'Law is data, and every matter needs all of it.',
      mend: 'An editor that checks JSON shows the place.',
    })
    return null
  }
}

/** Reads and checks what is shipped in `folder` (usually `levels`). */
export const readShipped = (folder: string): Shipped => {
  const problems: Problem[] = []
  const files: string[] = []
  const law: LawFile[] = []
  let consequences: unknown = null

  const lawFolder = join(folder, 'law')
  for (const entry of readdirSync(lawFolder).sort()) {
    if (!entry.endsWith('.json')) continue
    const file = join(lawFolder, entry)
    files.push(file)
    const value = readJson(file, problems)
    if (value === null) continue
    if (entry === 'consequences.json') consequences = value
    else law.push(value as LawFile)
  }
  const pack = compile(law, { strict: true })
  problems.push(...pack.problems)

  const levels: Level[] = []
  const matters = new Map<string, Matter>()
  for (const entry of readdirSync(folder).sort()) {
    const file = join(folder, entry, 'level.json')
    if (unlisted.includes(entry) || !existsSync(file)) continue
    files.push(file)
    const level = parse(readFileSync(file, 'utf8'), { file, law })
    problems.push(...level.problems)
    if (!level.ok) continue
    levels.push(level.value)
    const matter = prepare(level.value, law, consequences as ConsequenceFile)
    if (matter.ok) matters.set(level.value.id, matter.value)
    else problems.push(...matter.problems)
  }
  return { law, consequences: consequences as ConsequenceFile, levels, matters, problems, files }
}

const card = (level: Level) => ({
  id: level.id,
  title: level.title,
  subtitle: level.subtitle ?? '',
  brief: unmarked(level.brief),
  date: writeDay(level.date),
  minutes: level.minutes,
})

/**
 * The law as the page carries it: without the authorities nothing cites, and without the working notes of those that
 * are cited. What decides a play is all there.
 */
export const lawForPage = ({
  law: all,
  consequences,
  levels,
  matters,
}: Pick<Shipped, 'law' | 'consequences' | 'levels' | 'matters'>) => {
  const played = new Set([...matters.values()].flatMap(matter => matter.law))
  const law = all.filter(file => played.has(file))
  const citing = JSON.stringify([levels, consequences, law.map(file => ({ ...file, authorities: [] }))])
  const isCited = (id: string) => citing.includes(`"${id}"`) || citing.includes(`(law:${id})`)
  return law.map(({ $schema: _, ...file }): LawFile => {
    if (!file.authorities) return file
    const authorities = file.authorities
      .filter(authority => isCited(authority.id))
      .map(({ keyRules: _rules, sources: _sources, ...shown }) => shown)
    return { ...file, authorities }
  })
}

/** All law with all its words, sources included, for the law room. What only texts of a matter link to stays out. */
export const lawForRoom = ({ law }: Pick<Shipped, 'law'>): readonly LawFile[] =>
  law.map(({ $schema: _, terms: _terms, ...file }) => file).filter(file => Object.keys(file).length > 0)

const lawText = (all: Shipped) => JSON.stringify({ law: lawForPage(all), consequences: all.consequences })

/** The day the law was last held against its sources, in words: the last day of its calendar. */
const checkedOn = (law: readonly LawFile[]) => {
  const last = law.find(file => file.calendar)?.calendar?.last
  return last ? writeDay(last) : ''
}

/** A level and the tag of its content, which only the build has the time to work out. */
const matterText = ({ matters }: Shipped, level: Level) =>
  JSON.stringify({ level, tag: matters.has(level.id) ? contentTag(matters.get(level.id)!) : '' })

/**
 * How a matter opens, to be read while the rest is fetched: the first moment without answers, law and books. Null where
 * chance opens it.
 */
export const openingText = ({ matters }: Shipped, { id }: Level): string | null => {
  const matter = matters.get(id)
  if (!matter) return null
  const state = start(matter)
  if (state.opening.length > 0) return null
  const { law: _, ...view } = caseView(matter, state, { showPredictions: false, mode: 'practice', seen: [] })
  return JSON.stringify({ ...view, choices: [], glossary: [], authorities: [], code: '' })
}

/** The docket: `virtual:docket` gives `cards`, `lawAt` and `levelAt`; the data become hashed files of their own. */
export const matters = (folder: string): Plugin => {
  let shipped: Shipped | null = null
  const read = () => {
    shipped ??= readShipped(folder)
    return shipped
  }
  let serving = false
  return {
    name: 'comity:matters',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    buildStart() {
      if (serving) return
      const { problems } = read()
      for (const problem of problems) if (problem.severity === 'warning') this.warn(printProblem(problem))
      if (hasErrors(problems))
        this.error(
          `The law or the levels have mistakes:\n\n${problems
            .filter(problem => problem.severity === 'error')
            .map(printProblem)
            .join('\n\n')}\n`,
        )
    },
    resolveId: id => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null
      const all = read()
      const cards = [
        `export const cards = ${JSON.stringify(all.levels.map(card))}`,
        `export const lawDate = ${JSON.stringify(checkedOn(all.law))}`,
      ].join('\n')
      if (serving) {
        const levelAt = Object.fromEntries(all.levels.map(level => [level.id, `/@docket/${level.id}.json`]))
        const openingAt = Object.fromEntries(
          all.levels
            .filter(level => openingText(all, level) !== null)
            .map(level => [level.id, `/@docket/opening-${level.id}.json`]),
        )
        return `${cards}\nexport const openingAt = ${JSON.stringify(openingAt)}\nexport const lawAt = '/@docket/law.json'\nexport const lawRoomAt = '/@docket/law-room.json'\nexport const levelAt = ${JSON.stringify(levelAt)}`
      }
      const emit = (name: string, source: string) =>
        `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`
      const levelAt = all.levels.map(
        level => `${JSON.stringify(level.id)}: ${emit(`matter-${level.id}.json`, matterText(all, level))}`,
      )
      const openingAt = all.levels.flatMap(level => {
        const text = openingText(all, level)
        return text === null ? [] : `${JSON.stringify(level.id)}: ${emit(`opening-${level.id}.json`, text)}`
      })
      return `${cards}\nexport const openingAt = { ${openingAt.join(', ')} }\nexport const lawAt = ${emit('law.json', lawText(all))}\nexport const lawRoomAt = ${emit('law-room.json', JSON.stringify(lawForRoom(all)))}\nexport const levelAt = { ${levelAt.join(', ')} }`
    },
    configureServer(server) {
      const { problems, files } = read()
      for (const problem of problems) server.config.logger.warn(printProblem(problem))
      server.watcher.add([...files])
      server.watcher.on('change', file => {
        if (!files.some(known => file.endsWith(known))) return
        shipped = null
        const module = server.moduleGraph.getModuleById(`\0${name}`)
        if (module) server.moduleGraph.invalidateModule(module)
        server.hot.send({ type: 'full-reload' })
      })
      server.middlewares.use('/@docket/', (request, response, next) => {
        const asked = (request.url ?? '').replace(/^\//, '').replace(/\.json$/, '')
        const all = read()
        const opening = asked.replace(/^opening-/, '')
        const level = all.levels.find(each => each.id === opening)
        if (asked !== 'law' && asked !== 'law-room' && !level) return next()
        const text =
          asked === 'law-room'
            ? JSON.stringify(lawForRoom(all))
            : level
              ? ((opening === asked ? null : openingText(all, level)) ?? matterText(all, level))
              : lawText(all)
        response.setHeader('Content-Type', 'application/json')
        response.end(text)
      })
    },
  }
}
