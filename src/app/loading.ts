/** Loads the game and the matters: each once, and again only after a failure. What cannot be loaded is a Problem. */
import { type Problem, printProblem } from '../base/index.ts'
import type { ConsequenceFile, Matter } from '../game/index.ts'
import type { LawFile } from '../law/index.ts'
import type { Level } from '../level/index.ts'
import type { LawRoom } from '../view/index.ts'
import { once } from './once.ts'

/** The game, loaded apart from the page. */
export type Table = typeof import('./table.ts')

/** A matter's files, as the build shipped them. */
export interface MatterFiles {
  readonly level: Level
  /** What the build found `contentTag` to be, of this level and this law. */
  readonly tag: string
  readonly law: readonly LawFile[]
  readonly consequences: ConsequenceFile
}

/** Where things are loaded from. */
export interface Sources {
  readonly loadTable: () => Promise<Table>
  readonly loadMatter: (id: string) => Promise<MatterFiles>
  readonly loadLaw: () => Promise<LawRoom>
  readonly loadReader: () => Promise<typeof import('./reader.ts')>
  /** Lets the browser answer the person before more work is done. */
  readonly breathe: () => Promise<void>
}

/** Thrown by a load, with its problems. */
export class Unready extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(printProblem).join('\n'))
    this.problems = problems
  }
}

/** The problems of a failed load, whatever was thrown. */
export const problemsOf = (what: string, error: unknown): readonly Problem[] =>
  error instanceof Unready
    ? error.problems
    : [
        {
          code: 'load-failed',
          severity: 'error',
          where: { file: what },
          what: `It could not be loaded: ${error instanceof Error ? error.message : String(error)}.`,
          why: 'The matter and the law are files of their own; without them there is nothing to play.',
          mend: 'Check the connection and try again. Your saves are untouched.',
        },
      ]

/** A matter that is not in the docket. */
export const noSuchMatter = (id: string, known: readonly string[]): Problem => ({
  code: 'no-such-matter',
  severity: 'error',
  where: { file: 'the docket' },
  what: `There is no matter "${id}" here.`,
  why: 'A play can only be opened on the matter it was played on.',
  mend: known.length > 0 ? `Open one of these: ${known.join(', ')}.` : 'The docket is empty.',
})

/** Longest turn of work in between which the browser may answer, in milliseconds: half a frame. */
const turn = 8

/** Does long work in turns, and lets the browser breathe between them. */
export const inTurns = async <T>(work: Generator<undefined, T>, breathe: () => Promise<void>): Promise<T> => {
  let began = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - began < turn) continue
    await breathe()
    began = performance.now()
  }
}

/** A matter and the table to play it on. */
export interface Opened {
  readonly table: Table
  readonly matter: Matter
}

export interface Loader {
  /** What is already here, at once; null when it must be waited for. */
  ready(id: string): Opened | null
  /** Throws `Unready`, or what the network threw. */
  load(id: string): Promise<Opened>
  /** The law room, as it opens. */
  loadLaw(): Promise<LawRoom>
  /** Every matter of the docket. */
  loadAll(): Promise<readonly Opened[]>
}

/** A loader for the matters `known`. */
export const openLoader = (known: readonly string[], sources: Sources): Loader => {
  const opened = new Map<string, Opened>()
  const loadTable = once(sources.loadTable)
  const loads = new Map(
    known.map(id => [
      id,
      once(async () => {
        const [table, files] = await Promise.all([loadTable(), sources.loadMatter(id)])
        await sources.breathe()
        const matter = await inTurns(table.preparing(files.level, files.law, files.consequences), sources.breathe)
        table.keepTag(matter, files.tag)
        await sources.breathe()
        table.bookOf(matter)
        await sources.breathe()
        // What the first scene asks of the law is worked out here, so that drawing it does not keep anybody waiting.
        await inTurns(table.rehearsing(matter, table.start(matter, { seed: 0 })), sources.breathe)
        const both = { table, matter }
        opened.set(id, both)
        return both
      }),
    ]),
  )
  const load = async (id: string) => {
    const run = loads.get(id)
    if (!run) throw new Unready([noSuchMatter(id, known)])
    return run()
  }
  return {
    ready: id => opened.get(id) ?? null,
    load,
    loadLaw: once(sources.loadLaw),
    loadAll: () => Promise.all(known.map(load)),
  }
}
