/** Every id a level mentions is there, is unique, and can be told from its neighbours. */
import { didYouMean, type Problem } from '../base/index.ts'
import { anyOf, type Code, capital, checks, meant, problem } from './checks.ts'
import type { LevelFile } from './format.ts'
import { readMarkup } from './markup.ts'
import type { Kind, Mentions } from './mentions.ts'
import { named } from './shape.ts'
import type { Path, Source } from './source.ts'
import { choiceTag } from './tag.ts'
import type { World } from './world.ts'

const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(each => each.id)
/** A mention that leads nowhere, in words; `it` is where it stands. */
const sayings: Readonly<Record<Kind, readonly [code: Code, says: (it: string, id: string) => string]>> = {
  scene: ['no-such-scene', (it, id) => `${it} names scene "${id}", which this level lacks.`],
  goal: ['no-such-scene', (it, id) => `${it} leads to "${id}", which is neither a scene nor an ending of this level.`],
  ending: ['no-such-ending', (it, id) => `${it} names ending "${id}", which this level lacks.`],
  choice: ['no-such-choice', (it, id) => `${it} takes choice "${id}", which no scene of this level offers.`],
  document: ['no-such-document', (it, id) => `${it} hands out document "${id}", which this level lacks.`],
  person: ['no-such-person', (it, id) => `${it} calls on "${id}", who is not in the cast.`],
  site: ['no-such-site', (it, id) => `${it} names site "${id}", which is not on this level's map.`],
  concept: ['no-such-concept', (it, id) => `${it} tests concept "${id}", which this level does not define.`],
  act: ['no-such-act', (it, id) => `${it} names act "${id}", which levels/law/acts.json does not know.`],
  authority: ['no-such-authority', (it, id) => `${it} cites "${id}", which no law file holds.`],
  court: ['no-such-court', (it, id) => `${it} sits in court "${id}", which no law file knows.`],
  order: ['no-such-order', (it, id) => `${it} names legal order "${id}", for which there is no law file.`],
  meter: ['no-such-meter', (it, id) => `${it} weighs "${id}", which is not a meter of this level.`],
}

/** Mentions of what is not there. */
export const strangers = (level: LevelFile, source: Source, all: Mentions, world: World): readonly Problem[] => {
  const scenes = ids(level.scenes)
  const endings = ids(level.endings)
  const known: Readonly<Record<Kind, readonly string[]>> = {
    scene: scenes,
    goal: [...scenes, ...endings],
    ending: endings,
    choice: level.scenes.flatMap(scene => ('chance' in scene ? [] : ids(scene.choices))),
    document: ids(level.documents),
    person: ids(level.cast),
    site: ids(level.sites),
    concept: ids(level.concepts),
    act: [...world.acts.keys()],
    authority: [...world.authorities.keys()],
    court: [...world.courts],
    order: [...world.orders],
    meter: [
      'justice',
      'treasury',
      'standing',
      ...level.orders.map(o => `exposure.${o}`),
      ...ids(level.groups).map(g => `trust.${g}`),
    ],
  }
  const sets = Object.fromEntries(Object.entries(known).map(([kind, list]) => [kind, new Set(list)]))
  const lost = (kind: Kind, id: string, path: Path, where: Problem['where']) => {
    const [code, says] = sayings[kind]
    const it = capital(named(level, path))
    const near = didYouMean(id, known[kind])
    return problem(code, where, says(it === 'The file' ? 'The level' : it, id), meant(near, there(kind, known[kind])))
  }
  const there = (kind: Kind, list: readonly string[]) =>
    list.length > 40 || kind === 'authority'
      ? 'Look it up in levels/law.'
      : list.length
        ? `There is ${anyOf(list, 20)}.`
        : 'Define it first.'
  const links = all.texts.flatMap(({ text, path }) =>
    readMarkup(text).links.flatMap(link => {
      const where = source.within(path, link.at, link.id.length)
      if (link.kind === 'law') return world.authorities.has(link.id) ? [] : [lost('authority', link.id, path, where)]
      const terms = [...ids(level.glossary), ...world.terms]
      if (terms.includes(link.id)) return []
      const what = `${capital(named(level, path))} links the term "${link.id}", which neither this level's glossary nor levels/law/glossary.json explains.`
      return [problem('no-such-term', where, what, meant(didYouMean(link.id, terms), 'Add it to "glossary".'))]
    }),
  )
  const ignored = (level.ignore ?? []).flatMap((entry, i) => {
    if (entry.code in checks) return []
    const what = `"ignore" names the check "${entry.code}", which does not exist.`
    const near = didYouMean(entry.code, Object.keys(checks))
    return [problem('no-such-check', source.where(['ignore', i, 'code']), what, meant(near, 'Take the entry out.'))]
  })
  return [
    ...all.ids
      .filter(({ kind, id }) => !sets[kind]!.has(id))
      .map(({ kind, id, path, key }) => lost(kind, id, path, source.where(path, key ? 'key' : 'value'))),
    ...links,
    ...ignored,
  ]
}

/** Ids that two things share, and choices of one scene that result codes would confuse. */
export const confusions = (level: LevelFile, source: Source): readonly Problem[] => {
  const found: Problem[] = []
  const unique = (entries: readonly (readonly [id: string, path: Path])[]) => {
    const seen = new Map<string, Path>()
    for (const [id, path] of entries) {
      const first = seen.get(id)
      if (!first) seen.set(id, path)
      else {
        const line = source.where(first).line
        const what = `${capital(named(level, path.at(-1) === 'id' ? path.slice(0, -1) : path))} has an id that is taken, first on line ${line}.`
        found.push(problem('duplicate-id', source.where(path), what, 'Give one of the two another id.'))
      }
    }
  }
  const of = (key: string, list: readonly { readonly id: string }[] | undefined, ...before: Path) =>
    (list ?? []).map((each, i): readonly [string, Path] => [each.id, [...before, key, i, 'id']])
  const plain = (key: string, list: readonly string[]) => list.map((id, i): readonly [string, Path] => [id, [key, i]])

  unique([...of('scenes', level.scenes), ...of('endings', level.endings)])
  unique(of('documents', level.documents))
  unique(of('cast', level.cast))
  unique(of('sites', level.sites))
  unique(of('concepts', level.concepts))
  unique(of('groups', level.groups))
  unique(of('profiles', level.profiles))
  unique(of('glossary', level.glossary))
  unique(plain('orders', level.orders))
  unique(plain('authorities', level.authorities))
  level.scenes.forEach((scene, s) => {
    if ('chance' in scene) {
      unique(of('chance', scene.chance, 'scenes', s))
      return
    }
    unique(of('choices', scene.choices, 'scenes', s))
    const tags = new Map<number, string>()
    scene.choices.forEach((choice, i) => {
      const tag = choiceTag(choice.id)
      const other = tags.get(tag)
      if (other !== undefined && other !== choice.id)
        found.push(
          problem(
            'tag-collision',
            source.where(['scenes', s, 'choices', i, 'id']),
            `Choices "${other}" and "${choice.id}" of scene "${scene.id}" have the same short tag, ${tag}.`,
            'Rename one of the two; any other words will do.',
          ),
        )
      tags.set(tag, choice.id)
    })
  })
  return found
}
