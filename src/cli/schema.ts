/**
 * Writes what is derived from the formats: the schemas in `public/` that editors read, and the tables of
 * `levels/README.md`. Run by `npm run schema`; a test fails when a derived file is stale.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { argumentSchema } from '../debate/index.ts'
import { type LawFile, lawSchema } from '../law/index.ts'
import { consequencesSchema, levelSchema } from '../level/index.ts'
import { actTable, checkTable, factTable, formatTables } from './tables.ts'

const root = new URL('../../', import.meta.url)

const lawFiles = async (): Promise<readonly LawFile[]> => {
  const names = (await readdir(new URL('levels/law/', root))).filter(
    n => n.endsWith('.json') && n !== 'consequences.json',
  )
  return Promise.all(
    names.sort().map(async n => JSON.parse(await readFile(new URL(`levels/law/${n}`, root), 'utf8')) as LawFile),
  )
}

/** Puts each table between its marks `<!-- table:name -->` and `<!-- /table -->`. Text around them stays. */
export const withTables = (text: string, tables: Readonly<Record<string, string>>): string =>
  text.replace(/(<!-- table:([a-z]+) -->\n)[\s\S]*?(<!-- \/table -->)/g, (whole, open: string, name: string, close) => {
    const made = tables[name]
    return made === undefined ? whole : `${open}\n${made}\n\n${close}`
  })

/** Every derived file as it should be now, by its path from the root. */
export const derivedFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const law = await lawFiles()
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const readme = await readFile(new URL('levels/README.md', root), 'utf8')
  return {
    'public/level.schema.json': json(levelSchema()),
    'public/law.schema.json': json(lawSchema()),
    'public/arguments.schema.json': json(argumentSchema()),
    'public/consequences.schema.json': json(consequencesSchema()),
    'levels/README.md': withTables(readme, {
      format: formatTables(levelSchema()),
      checks: checkTable(),
      facts: factTable(law),
      acts: actTable(law),
    }),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(await derivedFiles())) {
    await writeFile(new URL(path, root), text)
    process.stdout.write(`${path}\n`)
  }
