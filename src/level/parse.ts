/** LevelFile text → Level, or every problem of the first layer that has errors: JSON, then shape, then meaning. */
import { fail, hasErrors, ok, type Problem, type Result } from '../base/index.ts'
import type { LawFile } from '../law/index.ts'
import { checks, type Layer, problem } from './checks.ts'
import { misdated } from './dates.ts'
import { type Level, LevelFile } from './format.ts'
import { confusions, strangers } from './lookup.ts'
import { atOdds, misset, uncompiled, ways, wording } from './meaning.ts'
import { idsAlong, mentionsOf } from './mentions.ts'
import { shapeProblems } from './shape.ts'
import { type Path, readSource, type Source } from './source.ts'
import { housekeeping, idle } from './usage.ts'
import { worldOf } from './world.ts'

/** What a level is read against. */
export interface LevelContext {
  /** Named in problems. */
  readonly file?: string
  readonly law: readonly LawFile[]
}

const codes = checks as Readonly<Record<string, { readonly layer: Layer; readonly severity: string }>>

/**
 * Takes out the warnings and hints a level ignores, and tells of entries that ignore nothing. `layers` are those whose
 * problems are given: an entry for another layer is none of its business. Errors always stay.
 */
export const withoutIgnored = (
  level: LevelFile,
  problems: readonly Problem[],
  layers: readonly Layer[],
  where: (path: Path) => Problem['where'],
): readonly Problem[] => {
  const entries = (level.ignore ?? []).map((entry, i) => ({ ...entry, i, used: false }))
  const kept = problems.filter(p => {
    if (p.severity === 'error') return true
    const ids = idsAlong(level, p.where.path ?? [])
    const hits = entries.filter(
      ({ code, at }) =>
        code === p.code &&
        (at === undefined || at === ids.join('/') || ids.includes(at) || at === p.where.path?.join('/')),
    )
    for (const hit of hits) hit.used = true
    return hits.length === 0
  })
  const own = entries.flatMap(({ code, i, used }) => {
    const check = codes[code]
    if (!check || !layers.includes(check.layer)) return []
    if (check.severity === 'error')
      return [
        problem(
          'ignored-error',
          where(['ignore', i, 'code']),
          `"ignore" names "${code}", which is an error.`,
          'Mend what it reports, and take the entry out.',
        ),
      ]
    return used
      ? []
      : [
          problem(
            'unused-ignore',
            where(['ignore', i]),
            `"ignore" silences "${code}", which is not reported here.`,
            'Take the entry out.',
          ),
        ]
  })
  return [...kept, ...own]
}

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => (a.where.offset ?? 0) - (b.where.offset ?? 0))

/** The level and a way to point into its text, for checks that come after parsing. */
export interface Parsed {
  readonly level: Level
  readonly source: Source
}

/** Like `parse`, and keeps the source, so that later findings can be pointed at. */
export const parseWithSource = (text: string, context: LevelContext): Result<Parsed> => {
  const read = readSource(text, context.file)
  if (!read.ok) return read
  const source = read.value
  const misshapen = shapeProblems(LevelFile, source)
  if (misshapen.length) return fail(...misshapen)
  const world = worldOf(context.law)
  if (!world.ok) return world
  const level = source.value as LevelFile
  const all = mentionsOf(level)
  const found = [
    ...confusions(level, source),
    ...strangers(level, source, all, world.value),
    ...misset(level, source, all, world.value),
    ...uncompiled(level, source, all, world.value),
    ...atOdds(level, source, world.value),
    ...ways(level, source),
    ...misdated(level, source, all, world.value),
    ...wording(level, source, all),
  ]
  // A mistyped id makes something else look unused; that is told only once the id is mended.
  if (!hasErrors(found)) found.push(...idle(level, source, all, world.value), ...housekeeping(level, source, all))
  const problems = inOrder(withoutIgnored(level, found, ['json', 'shape', 'meaning'], path => source.where(path)))
  return hasErrors(problems) ? fail(...problems) : ok({ level, source }, problems)
}

/**
 * Reads a level. When it is accepted, every id resolves, every condition compiles, every fact fits its domain, and
 * `problems` holds warnings and hints; when not, all errors of the layer that failed are there, each with its place.
 */
export const parse = (text: string, context: LevelContext): Result<Level> => {
  const parsed = parseWithSource(text, context)
  return parsed.ok ? ok(parsed.value.level, parsed.problems) : parsed
}
