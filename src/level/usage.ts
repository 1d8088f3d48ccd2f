/** What is declared is used, and what is said can be looked up. Asked only of levels that mean something. */
import type { Problem } from '../base/index.ts'
import { condition } from '../law/index.ts'
import { capital, problem } from './checks.ts'
import type { LevelFile } from './format.ts'
import { readMarkup } from './markup.ts'
import type { Mentions } from './mentions.ts'
import { named } from './shape.ts'
import type { Source } from './source.ts'
import { flagFacts, type World } from './world.ts'

/** Flags that are not both set and read. */
export const idle = (level: LevelFile, source: Source, all: Mentions, world: World): readonly Problem[] => {
  const flags = flagFacts(level)
  const read = new Set(
    all.conditions.flatMap(({ text }) => {
      const compiled = condition(world.pack, text, flags)
      return compiled.ok ? compiled.value.names : []
    }),
  )
  const set = new Set(all.sets.map(s => s.fact))
  return Object.keys(flags).flatMap(flag => {
    const where = source.where(['flags', flag.slice('flag.'.length)], 'key')
    if (!set.has(flag)) {
      const what = `No choice, scene or outcome sets "${flag}".`
      return [problem('flag-never-set', where, what, 'Set it somewhere, or take it out.')]
    }
    if (read.has(flag)) return []
    return [problem('flag-never-read', where, `No condition reads "${flag}".`, 'Read it in an "if", or take it out.')]
  })
}

/** What players never meet, and what nobody could look up. */
export const housekeeping = (level: LevelFile, source: Source, all: Mentions): readonly Problem[] => {
  const used = (kind: string) => new Set(all.ids.filter(m => m.kind === kind).map(m => m.id))
  const links = all.texts.flatMap(({ text }) => readMarkup(text).links)
  const terms = new Set(links.filter(l => l.kind === 'term').map(l => l.id))
  const never = (key: 'documents' | 'cast' | 'concepts' | 'glossary', in_: ReadonlySet<string>, mend: string) =>
    (level[key] ?? []).flatMap((each, i) =>
      in_.has(each.id)
        ? []
        : [problem('unused', source.where([key, i, 'id']), `${capital(named(level, [key, i]))} is never used.`, mend)],
    )
  const declared = new Set(level.authorities)
  const cited = new Map([
    ...all.ids
      .filter(m => m.kind === 'authority' && m.path[0] !== 'authorities')
      .map(m => [m.id, source.where(m.path)] as const),
    ...all.texts.flatMap(({ text, path }) =>
      readMarkup(text)
        .links.filter(l => l.kind === 'law')
        .map(l => [l.id, source.within(path, l.at, l.id.length)] as const),
    ),
  ])
  return [
    ...never('documents', used('document'), 'Hand it out in the "documents" of a scene, or take it out.'),
    ...never('cast', used('person'), 'Let them stand in a "place", or take them out.'),
    ...never('concepts', used('concept'), 'Name it in the "concepts" of a choice, or take it out.'),
    ...never('glossary', terms, 'Link it with [words](term:id), or take it out.'),
    ...[...cited]
      .filter(([id]) => !declared.has(id))
      .map(([id, where]) =>
        problem(
          'undeclared-authority',
          where,
          `"${id}" is cited but not among the level's "authorities".`,
          'Add it there.',
        ),
      ),
    ...level.history.flatMap((h, i) =>
      h.cite.length || h.verified === false
        ? []
        : [
            problem(
              'no-citation',
              source.where(['history', i, 'cite']),
              `The history of ${h.date} cites nothing.`,
              'Cite an authority, or say "verified": false.',
            ),
          ],
    ),
    ...level.endings.flatMap((ending, i) =>
      ending.cite?.length
        ? []
        : [
            problem(
              'no-citation',
              source.where(['endings', i]),
              `Ending "${ending.id}" cites nothing.`,
              'Add "cite": the authorities its lesson rests on.',
            ),
          ],
    ),
  ]
}
