/** Every shipped level is read without errors, can be walked whole, and its worked plays end where they say. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkMatter, endingsByChance, metBy, type Walk, walk } from '../src/analysis/index.ts'
import { printProblem } from '../src/base/index.ts'
import { levelPath, shippedLevels } from '../src/cli/library.ts'
import { type ConsequenceFile, type Matter, prepare, replay } from '../src/game/index.ts'
import { parseWithSource } from '../src/level/index.ts'
import { consequenceText, shippedLaw } from './level/shipped.ts'

const ids = await shippedLevels()

/** How many endings each shipped level has: a golden number, changed only with its reason. */
const endings: Readonly<Record<string, number>> = { 'dublin-warrant': 16, null: 2 }

test('there are levels, the one to copy among them', () => {
  expect(ids).toContain('null')
  expect(ids).toContain('dublin-warrant')
})

describe.each(ids)('%s', id => {
  const text = readFileSync(levelPath(id), 'utf8')
  const parsed = parseWithSource(text, { file: `levels/${id}/level.json`, law: shippedLaw })
  let matter: Matter
  let walked: Walk
  beforeAll(() => {
    if (!parsed.ok) throw new Error(parsed.problems.map(printProblem).join('\n'))
    const prepared = prepare(parsed.value.level, shippedLaw, JSON.parse(consequenceText) as ConsequenceFile)
    if (!prepared.ok) throw new Error(prepared.problems.map(printProblem).join('\n'))
    matter = prepared.value
    walked = walk(matter)
  })

  test('is named as its folder is', () => expect(parsed.ok && parsed.value.level.id).toBe(id))
  test('has no errors and no warnings', () => {
    const all = [...parsed.problems, ...checkMatter(matter, parsed.ok ? { where: parsed.value.source.where } : {})]
    expect(all.filter(p => p.severity !== 'hint').map(printProblem)).toEqual([])
  })
  test('ends each worked play where it says', () => {
    const plays = matter.level.plays ?? []
    expect(plays.length).toBeGreaterThan(1)
    for (const { name, choices, seed = 0, ending } of plays) {
      const { id: level, version } = matter.level
      const played = replay(matter, { level, version, content: '', mode: 'practice', seed, choices })
      expect({ name, ending: played.ok ? played.value.ending : played.problems.map(printProblem) }).toEqual({
        name,
        ending,
      })
    }
  })
  test('shows every scene, ending and choice to somebody', () => {
    expect(walked.capped).toBe(false)
    const met = metBy(walked)
    const places = [...matter.level.scenes, ...matter.level.endings].map(each => each.id)
    expect(places.filter(place => !met.places.has(place))).toEqual([])
    const choices = matter.level.scenes.flatMap(s => ('chance' in s ? [] : s.choices.map(c => `${s.id}/${c.id}`)))
    expect(choices.filter(choice => !met.choices.has(choice))).toEqual([])
  })
  test('has the endings it is known for, and random play ends at one of them for certain', () => {
    const ends = endingsByChance(walked)
    if (id in endings) expect(ends.size).toBe(endings[id])
    expect([...ends.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9)
  })
})
