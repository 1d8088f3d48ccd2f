/** Which law a matter is played under: what all orders share, its own orders, and whatever those speak of. */
import type { LawFile } from '../law/index.ts'
import type { Level } from '../level/index.ts'

/** What stands in quotation marks is a value, not a name. */
const quoted = /'[^']*'|"[^"]*"/g
const word = /[A-Za-z][\w.]*/g

const wordsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap(text => text.replace(quoted, '').match(word) ?? [])

interface Names {
  /** Facts, questions and conclusions a file gives. */
  readonly gives: ReadonlySet<string>
  /** Names its rules speak of, what they conclude included: another file may conclude the contrary. */
  readonly speaksOf: readonly string[]
}

const known = new WeakMap<LawFile, Names>()

const namesOf = (file: LawFile): Names => {
  let names = known.get(file)
  if (!names) {
    const concluded: string[] = []
    const asked: string[] = []
    for (const { when, unless, sanction, then } of file.rules ?? []) {
      if ('conclude' in then) concluded.push(then.conclude.replace('!', ''))
      asked.push(when)
      for (const exception of unless ?? []) asked.push(exception.when)
      for (const each of sanction ?? []) if (each.when !== undefined) asked.push(each.when)
    }
    names = {
      gives: new Set([
        ...concluded,
        ...Object.keys(file.facts ?? {}),
        ...Object.keys(file.questions ?? {}).map(question => `reading.${question}`),
      ]),
      speaksOf: [...concluded, ...wordsIn(asked)],
    }
    known.set(file, names)
  }
  return names
}

/**
 * The law of a matter whose level and consequence model write these conditions. A file of no order is always in; so are the orders the level names, and any order that gives a
 * name which those conditions, the facts of the level or an order already in speak of. What other states say plays no
 * part.
 */
export const lawFor = (level: Level, files: readonly LawFile[], conditions: readonly string[]): readonly LawFile[] => {
  const inside = new Set(files.filter(({ order }) => order === undefined || level.orders.includes(order)))
  const spoken = new Set([
    ...Object.keys(level.facts),
    ...wordsIn(conditions),
    ...[...inside].flatMap(file => namesOf(file).speaksOf),
  ])
  for (let before = -1; before !== inside.size; ) {
    before = inside.size
    for (const file of files) {
      if (inside.has(file)) continue
      const { gives, speaksOf } = namesOf(file)
      if (![...gives].some(name => spoken.has(name))) continue
      inside.add(file)
      for (const name of speaksOf) spoken.add(name)
    }
  }
  return files.filter(file => inside.has(file))
}
