/** Everything a level mentions, with its path: ids, conditions, settings, texts. One walk that every check reads. */
import type { Choice, Goto, LevelFile, Sets } from './format.ts'
import type { Path } from './source.ts'

/** What an id is said to be where it stands. */
export type Kind =
  | 'scene'
  | 'ending'
  | 'goal'
  | 'choice'
  | 'document'
  | 'person'
  | 'site'
  | 'concept'
  | 'act'
  | 'authority'
  | 'court'
  | 'order'
  | 'meter'

export interface Mention {
  readonly kind: Kind
  readonly id: string
  readonly path: Path
  /** True where the id is a key of the object at `path`, not a value. */
  readonly key?: true
}

export interface Mentions {
  readonly ids: readonly Mention[]
  readonly conditions: readonly { readonly text: string; readonly path: Path }[]
  readonly sets: readonly { readonly fact: string; readonly value: Sets[string]; readonly path: Path }[]
  /** Texts that may hold markup. */
  readonly texts: readonly { readonly text: string; readonly path: Path }[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/** Where a choice or an outcome may lead, whatever its conditions. */
export const goals = (goto: Goto): readonly string[] => (typeof goto === 'string' ? [goto] : goto.map(way => way.goto))

/** Collects every mention of a level, in the order of the file's parts. */
export const mentionsOf = (level: LevelFile): Mentions => {
  const found: Writable<Mentions> = { ids: [], conditions: [], sets: [], texts: [] }

  const one = (kind: Kind, id: string | undefined, ...path: Path) => {
    if (id !== undefined) found.ids.push({ kind, id, path })
  }
  const all = (kind: Kind, ids: readonly string[] | undefined, ...path: Path) =>
    ids?.forEach((id, i) => void one(kind, id, ...path, i))
  const keys = (kind: Kind, record: object | undefined, ...path: Path) => {
    for (const id of Object.keys(record ?? {})) found.ids.push({ kind, id, path: [...path, id], key: true })
  }
  const when = (text: string | undefined, ...path: Path) => {
    if (text !== undefined) found.conditions.push({ text, path })
  }
  const set = (sets: Sets | undefined, ...path: Path) => {
    for (const [fact, value] of Object.entries(sets ?? {})) found.sets.push({ fact, value, path: [...path, fact] })
  }
  const say = (text: string | undefined, ...path: Path) => {
    if (text !== undefined) found.texts.push({ text, path })
  }
  const tell = (texts: readonly string[] | undefined, ...path: Path) =>
    texts?.forEach((text, i) => void say(text, ...path, i))
  const go = (goto: Goto, ...path: Path) => {
    if (typeof goto === 'string') return one('goal', goto, ...path)
    goto.forEach((way, i) => {
      when(way.if, ...path, i, 'if')
      one('goal', way.goto, ...path, i, 'goto')
    })
  }
  const travel = (travels: Choice['travels'], ...path: Path) =>
    travels?.forEach((t, i) => {
      one('site', t.from, ...path, i, 'from')
      one('site', t.to, ...path, i, 'to')
    })
  const stand = (place: LevelFile['scenes'][number]['place'] | undefined, ...path: Path) =>
    place?.people?.forEach((p, i) => void one('person', p.who, ...path, 'people', i, 'who'))

  one('scene', level.start, 'start')
  one('court', level.forum, 'forum')
  all('order', level.orders, 'orders')
  say(level.brief, 'brief')
  all('authority', level.authorities, 'authorities')
  for (const [fact, value] of Object.entries(level.facts)) found.sets.push({ fact, value, path: ['facts', fact] })
  level.concepts.forEach((c, i) => void say(c.text, 'concepts', i, 'text'))
  level.sites.forEach((site, i) => {
    one('order', site.order, 'sites', i, 'order')
    when(site.if, 'sites', i, 'if')
    site.holds?.forEach((h, j) => void when(h.if, 'sites', i, 'holds', j, 'if'))
  })
  level.documents.forEach((d, i) => {
    when(d.if, 'documents', i, 'if')
    tell(d.body, 'documents', i, 'body')
    say(d.note, 'documents', i, 'note')
    all('authority', d.cite, 'documents', i, 'cite')
  })
  level.scenes.forEach((scene, s) => {
    const here: Path = ['scenes', s]
    one('court', scene.forum, ...here, 'forum')
    stand(scene.place, ...here, 'place')
    tell(scene.text, ...here, 'text')
    all('document', scene.documents, ...here, 'documents')
    set(scene.set, ...here, 'set')
    travel(scene.travels, ...here, 'travels')
    if ('chance' in scene) {
      say(scene.because, ...here, 'because')
      scene.chance.forEach((outcome, i) => {
        say(outcome.text, ...here, 'chance', i, 'text')
        set(outcome.set, ...here, 'chance', i, 'set')
        go(outcome.goto, ...here, 'chance', i, 'goto')
      })
      return
    }
    all('act', scene.due, ...here, 'due')
    one('person', scene.hearing?.bench, ...here, 'hearing', 'bench')
    one('person', scene.hearing?.counsel, ...here, 'hearing', 'counsel')
    scene.choices.forEach((choice, i) => {
      const there: Path = [...here, 'choices', i]
      say(choice.text, ...there, 'text')
      say(choice.aside, ...there, 'aside')
      when(choice.if, ...there, 'if')
      all('act', choice.acts, ...there, 'acts')
      set(choice.set, ...there, 'set')
      go(choice.goto, ...there, 'goto')
      say(choice.after, ...there, 'after')
      all('concept', choice.concepts, ...there, 'concepts')
      say(choice.misconception, ...there, 'misconception')
      travel(choice.travels, ...there, 'travels')
    })
  })
  level.endings.forEach((ending, i) => {
    const here: Path = ['endings', i]
    tell(ending.text, ...here, 'text')
    set(ending.set, ...here, 'set')
    stand(ending.place, ...here, 'place')
    say(ending.lesson, ...here, 'lesson')
    say(ending.otherSide, ...here, 'otherSide')
    all('authority', ending.cite, ...here, 'cite')
  })
  level.profiles.forEach((profile, i) => {
    keys('meter', profile.weights, 'profiles', i, 'weights')
    keys('ending', profile.endings, 'profiles', i, 'endings')
  })
  level.glossary?.forEach((term, i) => {
    say(term.text, 'glossary', i, 'text')
    all('authority', term.cite, 'glossary', i, 'cite')
  })
  level.history.forEach((h, i) => {
    say(h.text, 'history', i, 'text')
    all('authority', h.cite, 'history', i, 'cite')
    one('scene', h.scene, 'history', i, 'scene')
  })
  level.plays?.forEach((play, i) => {
    all('choice', play.choices, 'plays', i, 'choices')
    one('ending', play.ending, 'plays', i, 'ending')
  })
  return found
}

/** The ids a path leads through: `["scenes", 3, "choices", 1, "text"]` is `["magistrate", "seek-review"]`. */
export const idsAlong = (value: unknown, path: Path): readonly string[] => {
  const ids: string[] = []
  let v = value
  for (const key of path) {
    v = typeof v === 'object' && v !== null ? (v as Record<string | number, unknown>)[key] : undefined
    const id = (v as { id?: unknown } | undefined)?.id
    if (typeof key === 'number' && typeof id === 'string') ids.push(id)
  }
  return ids
}
