/** The third layer: what is written means something. Facts, flags, conditions, ways, words, citations. */
import { didYouMean, isDay, type Problem } from '../base/index.ts'
import { condition, type FactSpec, type Value } from '../law/index.ts'
import { anyOf, capital, meant, problem } from './checks.ts'
import type { Goto, LevelFile } from './format.ts'
import { readMarkup } from './markup.ts'
import { goals, type Mentions } from './mentions.ts'
import { countWords, readingGrade } from './reading.ts'
import { named } from './shape.ts'
import type { Path, Source } from './source.ts'
import { flagFacts, type World } from './world.ts'

const quoted = (value: unknown) => JSON.stringify(value)

/** How to mend a value that a fact can never have; undefined when it fits. */
export const misfit = (spec: FactSpec, value: Value): string | undefined => {
  switch (spec.type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : 'Write true, false or null.'
    case 'enum': {
      if (typeof value === 'string' && spec.values.includes(value)) return undefined
      return meant(didYouMean(String(value), spec.values), `Write ${anyOf(spec.values, 30)}, or null.`)
    }
    case 'int': {
      const [min, max] = [spec.min ?? Number.NEGATIVE_INFINITY, spec.max ?? Number.POSITIVE_INFINITY]
      if (typeof value === 'number' && value >= min && value <= max) return undefined
      const bounds = [spec.min === undefined ? '' : ` from ${min}`, spec.max === undefined ? '' : ` to ${max}`].join('')
      return `Write a whole number${bounds}, or null.`
    }
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'Write a day as YYYY-MM-DD, or null.'
  }
}

/** Every fact and flag that is set is declared, and is set to something it can be. */
export const misset = (level: LevelFile, source: Source, all: Mentions, world: World): readonly Problem[] => {
  const flags = flagFacts(level)
  return all.sets.flatMap(({ fact, value, path }) => {
    const isFlag = fact.startsWith('flag.')
    const spec = isFlag ? flags[fact] : world.facts.get(fact)
    const initial = path[0] === 'facts'
    const it = initial ? 'The level' : capital(named(level, path))
    if (initial && isFlag)
      return [
        problem(
          'no-such-fact',
          source.where(path, 'key'),
          `The level gives flag "${fact}" an initial fact.`,
          'Flags start as false, min, or the first value; take this out, and set the flag in a scene.',
        ),
      ]
    if (!spec) {
      const declared = isFlag ? Object.keys(flags) : [...world.facts.keys()]
      const near = didYouMean(fact, [...Object.keys(flags), ...world.facts.keys()])
      return [
        problem(
          isFlag ? 'no-such-flag' : 'no-such-fact',
          source.where(path, 'key'),
          `${it} sets "${fact}", which is not declared.`,
          meant(
            near,
            isFlag
              ? `Declare it in "flags"${declared.length ? '' : ' first'}.`
              : 'Facts are declared in levels/law/facts.json; your own are flags: "flag.name".',
          ),
        ),
      ]
    }
    if (value === null) return []
    if (typeof value === 'object')
      return spec.type === 'int'
        ? []
        : [
            problem(
              'cannot-add',
              source.where(path),
              `${it} counts up "${fact}", which is not a number.`,
              `Set a value, or declare it as an int.`,
            ),
          ]
    const mend = misfit(spec, value)
    return mend
      ? [
          problem(
            'outside-domain',
            source.where(path),
            `${it} sets "${fact}" to ${quoted(value)}, which it can never be.`,
            mend,
          ),
        ]
      : []
  })
}

/** Conditions that do not compile, each pointed at inside its string. */
export const uncompiled = (level: LevelFile, source: Source, all: Mentions, world: World): readonly Problem[] => {
  const flags = flagFacts(level)
  return all.conditions.flatMap(({ text, path }) =>
    condition(world.pack, text, flags).problems.map(p =>
      problem(
        'bad-condition',
        p.where.offset === undefined
          ? source.where(path)
          : source.within(path, p.where.offset, Math.max(1, p.where.length ?? 1)),
        `In the condition of ${named(level, path)}: ${p.what}`,
        p.mend,
      ),
    ),
  )
}

/** Choices that do two acts of which one rules out the other. */
export const atOdds = (level: LevelFile, source: Source, world: World): readonly Problem[] =>
  level.scenes.flatMap((scene, s) =>
    'chance' in scene
      ? []
      : scene.choices.flatMap(({ id, acts }, c) =>
          acts.flatMap((act, i) => {
            const before = acts.slice(0, i)
            const other = before.find(
              each => world.acts.get(each)?.includes(act) || world.acts.get(act)?.includes(each),
            )
            if (other === undefined) return []
            const what = `Choice "${id}" of scene "${scene.id}" does "${other}" and "${act}", which rule each other out.`
            const where = source.where(['scenes', s, 'choices', c, 'acts', i])
            return [problem('acts-at-odds', where, what, 'Take one of them out, or make two choices of it.')]
          }),
        ),
  )

/** Ways lead on: lists end in a way that is always open, shares fill the whole, days do not run back. */
export const ways = (level: LevelFile, source: Source): readonly Problem[] => {
  const found: Problem[] = []
  const dates = new Map([...level.scenes, ...level.endings].map(s => [s.id, s.date]))
  const chances = new Map(
    level.scenes.flatMap(s => ('chance' in s ? [[s.id, s.chance.flatMap(o => goals(o.goto))]] : [])),
  )
  const check = (goto: Goto, date: string, path: Path) => {
    const it = capital(named(level, path))
    if (typeof goto !== 'string') {
      const always = goto.findIndex(way => way.if === undefined)
      goto.forEach((way, i) => {
        const last = i === goto.length - 1
        if (last && way.if !== undefined && always < 0)
          found.push(
            problem(
              'goto-open-end',
              source.where([...path, i, 'if']),
              `The last way out of ${named(level, path)} has a condition too.`,
              'Take the last "if" out, or add a last entry without one.',
            ),
          )
        if (!last && i === always)
          found.push(
            problem(
              'goto-never',
              source.where([...path, i + 1]),
              `${it} has a way out after one without a condition.`,
              'Put the entry without "if" last.',
            ),
          )
      })
    }
    for (const goal of new Set(goals(goto))) {
      const then = dates.get(goal)
      if (then !== undefined && then < date)
        found.push(
          problem(
            'time-runs-back',
            source.where(path),
            `${it} leads from ${date} back to "${goal}" on ${then}.`,
            'Date the later scene later, or copy it under another id.',
          ),
        )
    }
  }
  level.scenes.forEach((scene, s) => {
    if (!('chance' in scene)) {
      scene.choices.forEach((choice, i) => void check(choice.goto, scene.date, ['scenes', s, 'choices', i, 'goto']))
      return
    }
    scene.chance.forEach((outcome, i) => void check(outcome.goto, scene.date, ['scenes', s, 'chance', i, 'goto']))
    const sum = scene.chance.reduce((n, outcome) => n + outcome.per1000, 0)
    if (sum !== 1000)
      found.push(
        problem(
          'chance-sum',
          source.where(['scenes', s, 'chance']),
          `The shares of scene "${scene.id}" add up to ${sum}.`,
          'Make them add up to 1000.',
        ),
      )
    // Chance settles at once, so scenes of chance alone must not lead round in a circle.
    const seen = new Set<string>()
    const open = [...(chances.get(scene.id) ?? [])]
    for (let next = open.pop(); next !== undefined; next = open.pop())
      if (!seen.has(next)) {
        seen.add(next)
        open.push(...(chances.get(next) ?? []))
      }
    if (seen.has(scene.id))
      found.push(
        problem(
          'chance-loop',
          source.where(['scenes', s, 'chance']),
          `Chance in scene "${scene.id}" leads back to itself with no choice between.`,
          'Put a scene with choices into the circle.',
        ),
      )
  })
  if (level.start && (dates.get(level.start) ?? level.date) < level.date)
    found.push(
      problem(
        'time-runs-back',
        source.where(['date']),
        `The level begins on ${level.date}, but its first scene is on ${dates.get(level.start)}.`,
        'Give both the same day.',
      ),
    )
  return found
}

/** Markup that can be read, scenes of a good length, words that can be understood. */
export const wording = (level: LevelFile, source: Source, all: Mentions): readonly Problem[] => {
  const marks = all.texts.flatMap(({ text, path }) =>
    readMarkup(text).mistakes.map(m =>
      problem(
        'bad-markup',
        source.within(path, m.at, m.length),
        `${capital(named(level, path))} has ${m.what}.`,
        m.mend,
      ),
    ),
  )
  const scenes = level.scenes.flatMap((scene, s) => {
    const where = source.where(['scenes', s, 'text'])
    const words = countWords(scene.text)
    const grade = readingGrade(scene.text)
    const length = 'chance' in scene ? words > 180 : words < 40 || words > 180
    return [
      ...(length
        ? [
            problem(
              'scene-length',
              where,
              `Scene "${scene.id}" has ${words} words before its choices.`,
              words < 40
                ? 'Let somebody want something: a face, a voice, a thing on the desk.'
                : 'Move what is law or history into a document.',
            ),
          ]
        : []),
      ...(grade > 11
        ? [
            problem(
              'hard-to-read',
              where,
              `Scene "${scene.id}" reads like school year ${Math.round(grade)}.`,
              'Shorter sentences, exact nouns.',
            ),
          ]
        : []),
    ]
  })
  return [...marks, ...scenes]
}
