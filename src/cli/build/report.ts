/**
 * Weighs the build as a visitor would download it, prints the table, and fails the build over budget.
 *
 * Before the first decision a player needs the entry and what it imports, and the table (law, game, view). The
 * debrief is fetched after it, the stage when somebody asks; everything else counts, however it is imported.
 */
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7)

/** Modules that shapes are parsed with: for authors and the build, never for the page. */
const authorsOnly = ['/node_modules/zod/', '/node_modules/jsonc-parser/']

/** File names of every chunk reachable from `from`; dynamic imports are followed except into `except`. */
const closure = (
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  from: string,
  except: (chunk: Rolldown.OutputChunk) => boolean,
): ReadonlySet<string> => {
  const found = new Set<string>()
  const walk = (name: string) => {
    const chunk = chunks.get(name)
    if (!chunk || found.has(name) || except(chunk)) return
    found.add(name)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) walk(next)
  }
  walk(from)
  return found
}

/** What is fetched later, by the module that an `import()` names. */
const stage = /[\\/]src[\\/]stage[\\/]/
const later = /[\\/]src[\\/](ui[\\/](cards|file)\.tsx|app[\\/]reader\.ts)$/
const room = /[\\/]src[\\/](app[\\/]lawroom\.ts|ui[\\/]lawroom\.tsx)$/
const debrief = /[\\/]src[\\/]ui[\\/]ending\.tsx$/

const opens = (chunk: Rolldown.OutputChunk, ...modules: readonly RegExp[]) =>
  chunk.isDynamicEntry && modules.some(module => module.test(chunk.facadeModuleId ?? ''))

/** The build report. `budget` is in bytes after gzip, of all script before the first decision. */
export const report = (budget: number): Plugin => ({
  name: 'comity:report',
  apply: 'build',
  writeBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.values(bundle)
      const weigh = (name: string) => {
        const file = bundle[name]
        if (!file) return 0
        return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
      }
      const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + weigh(name), 0)
      const chunks = new Map(files.flatMap(file => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
      const entry = [...chunks.values()].find(chunk => chunk.isEntry)
      if (!entry) this.error('The build has no entry chunk, so nothing could be weighed.')

      const first = closure(chunks, entry.fileName, chunk => opens(chunk, stage, room, later, debrief))
      const played = closure(chunks, entry.fileName, chunk => opens(chunk, stage, room))
      const browsed = closure(chunks, entry.fileName, chunk => opens(chunk, stage))
      const after = [...played].filter(name => !first.has(name))
      const library = [...browsed].filter(name => !played.has(name))
      const theatre = [...chunks.keys()].filter(name => !browsed.has(name))
      const assets = files.filter(file => file.type === 'asset').map(file => file.fileName)
      const ending = (pattern: RegExp) => assets.filter(name => pattern.test(name))
      const lines: readonly (readonly [string, readonly string[]])[] = [
        ['script before the first decision', [...first]],
        ['script after it: shelf, cards, debrief, reader of codes', after],
        ['style sheets', ending(/(^|\/)index-[^/]*\.css$/)],
        ['fonts', ending(/\.woff2$/)],
        ['law and levels', ending(/(^|\/)(law|matter)-(?!room)[^/]*\.json$/)],
        ['the law room, only when asked for', [...library, ...ending(/(^|\/)(lab|law-room)-[^/]*\.(css|json)$/)]],
        ['stage, only when asked for', theatre],
        ['pictures', ending(/\.(png|svg|webp|ico|jpg)$/)],
      ]
      const table = lines.map(([what, names]) => {
        const detail = names.length > 1 ? `  ${names.map(n => `${n} ${kilobytes(weigh(n)).trim()}`).join(', ')}` : ''
        return `  ${kilobytes(sum(names))} kB gz  ${what}${detail}`
      })
      this.info(
        `\nWhat a visitor downloads (budget for script before the first decision: ${budget / 1000} kB gz)\n${table.join('\n')}\n`,
      )

      const strays = [...first].flatMap(name =>
        Object.keys(chunks.get(name)!.modules).filter(module => authorsOnly.some(part => module.includes(part))),
      )
      if (strays.length > 0)
        this.error(
          `The page would carry ${strays.length} modules that only authors need (first: ${strays[0]}). ` +
            'Something the page imports reaches the level parser; import it from a file that does not.',
        )
      if (
        [...first].some(name =>
          Object.keys(chunks.get(name)!.modules).some(module => /node_modules\/phaser\//.test(module)),
        )
      )
        this.error('Phaser is in a chunk the page loads before it is asked for; only src/stage may import it.')
      if (sum(first) > budget)
        this.error(
          `Script before the first decision weighs ${sum(first)} bytes gz, over the budget of ${budget}. ` +
            'On a cheap machine that is felt: move what the first decision does not need behind an import().',
        )
    },
  },
})
