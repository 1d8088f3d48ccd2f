/** Which files were meant: names, folders and patterns on the command line, as a list of paths. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file to look at; `named` when the person named it, not only a folder or pattern it is in. */
export interface Found {
  readonly path: string
  readonly named: boolean
}

const skipped = new Set(['node_modules', '.git', 'dist'])

const below = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const deeper = await Promise.all(
    entries
      .filter(entry => !skipped.has(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async entry => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return below(path)
        return entry.name.endsWith('.json') ? [path] : []
      }),
  )
  return deeper.flat()
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // What is not there is told when it is read.
    return false
  }
}

const wild: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }

/** A pattern with `*` (within a name), `**` (any folders) and `?`, for shells that leave them alone. */
const matcher = (pattern: string): RegExp => {
  const parts = pattern.replace(/^\.\//, '').split(/(\*\*\/|\*\*|\*|\?)/)
  return new RegExp(`^${parts.map(part => wild[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&')).join('')}$`)
}

/** Expands folders (every .json below them) and patterns; keeps the rest as named. Each path once. */
export const findFiles = async (given: readonly string[]): Promise<readonly Found[]> => {
  const found = await Promise.all(
    given.map(async (name): Promise<readonly Found[]> => {
      if (name === '-') return [{ path: name, named: true }]
      if (await isFolder(name)) return (await below(name)).map(path => ({ path, named: false }))
      if (!/[*?]/.test(name)) return [{ path: name, named: true }]
      const base = name.slice(0, Math.max(0, name.slice(0, name.search(/[*?]/)).lastIndexOf('/')))
      const pattern = matcher(name)
      const folder = base || (name.startsWith('/') ? '/' : '.')
      return (await isFolder(folder))
        ? (await below(folder)).filter(path => pattern.test(path)).map(path => ({ path, named: false }))
        : []
    }),
  )
  const seen = new Set<string>()
  return found.flat().filter(({ path }) => !seen.has(path) && seen.add(path))
}
