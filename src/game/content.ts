/** Tags of a matter: four letters for its name, four for everything that decides how a play of it goes. */
import type { Matter } from './matter.ts'
import { fnv, fold20, hashOf, toLetters } from './tag.ts'

/** Four letters for the level's id. */
export const levelTag = (level: string): string => toLetters(fold20(fnv(level)), 4)

/** Keys under which there are only words: a better sentence or a fuller citation makes no new edition. */
const words = new Set(
  `after aside because body cite concepts definition documents gloss hearing lesson misconception name note otherSide
  place rank says text title tone travels unverified why`.split(/\s+/),
)

const byId = <T extends { readonly id?: string }>(all: Iterable<T>) =>
  [...all].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))

const tags = new WeakMap<Matter, string>()

/**
 * Four letters that change when, and hardly ever unless, something changes that can make the same choices lead
 * elsewhere: scenes, facts, conditions, law or consequences, in whatever order or number of files they were given.
 */
export const contentTag = (matter: Matter): string => {
  let tag = tags.get(matter)
  if (tag === undefined) {
    const { level, pack, consequences, initial, meters } = matter
    const law = {
      facts: [...pack.facts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, spec]) => [path, spec]),
      acts: byId(pack.acts.values()),
      courts: byId(pack.courts.values()),
      questions: [...pack.questions]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { readings }]) => [name, readings]),
      holdings: pack.holdings.map(holding => hashOf(holding, words)).sort(),
      rules: byId(pack.clauses.map(({ order, rule }) => ({ ...rule, order }))),
    }
    const play = {
      start: [level.start, level.date, level.forum ?? null, initial],
      meters: [meters, level.meters, level.groups],
      flags: Object.values(level.flags ?? {}),
      scenes: level.scenes,
      endings: level.endings,
    }
    tag = toLetters(fold20(hashOf([play, law, consequences.scale, consequences.rules], words)), 4)
    tags.set(matter, tag)
  }
  return tag
}

/** Remembers the tag of a matter, where it was worked out before: by the build that accepted the same law and level. */
export const keepTag = (matter: Matter, tag: string): void => void tags.set(matter, tag)
