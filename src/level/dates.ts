/** Nothing comes before its time: documents, and the authorities people speak of. */
import type { Problem } from '../base/index.ts'
import { capital, problem } from './checks.ts'
import type { LevelFile } from './format.ts'
import { readMarkup } from './markup.ts'
import type { Mentions } from './mentions.ts'
import { named } from './shape.ts'
import type { Path, Source } from './source.ts'
import type { World } from './world.ts'

/** The day on which a text at a path is read or said; undefined where no day is meant, as in history and glossary. */
const dayAt = (level: LevelFile, path: Path): string | undefined => {
  const [list, i] = path
  if (typeof i !== 'number' || path[2] === 'note') return undefined
  return list === 'scenes' ? level.scenes[i]?.date : list === 'documents' ? level.documents[i]?.date : undefined
}

/** Documents handed out before their date, and authorities cited before they were in force. */
export const misdated = (level: LevelFile, source: Source, all: Mentions, world: World): readonly Problem[] => {
  const documents = new Map(level.documents.map(d => [d.id, d.date]))
  const early = level.scenes.flatMap((scene, s) =>
    (scene.documents ?? []).flatMap((id, i) => {
      const date = documents.get(id)
      if (date === undefined || date <= scene.date) return []
      const what = `Scene "${scene.id}" of ${scene.date} hands out document "${id}", which is dated ${date}.`
      return [problem('early-document', source.where(['scenes', s, 'documents', i]), what, 'Correct one of the dates.')]
    }),
  )
  const cited = [
    ...all.ids.filter(m => m.kind === 'authority').map(m => ({ id: m.id, path: m.path, where: source.where(m.path) })),
    ...all.texts.flatMap(({ text, path }) =>
      readMarkup(text)
        .links.filter(link => link.kind === 'law')
        .map(link => ({ id: link.id, path, where: source.within(path, link.at, link.id.length) })),
    ),
  ]
  const later = cited.flatMap(({ id, path, where }) => {
    const from = world.authorities.get(id)
    const day = dayAt(level, path)
    if (!from || day === undefined || from <= day) return []
    const what = `${capital(named(level, path))} of ${day} cites "${id}", which is of ${from}.`
    return [problem('anachronism', where, what, 'Cite what was there that day, or move this to "history".')]
  })
  return [...early, ...later]
}
