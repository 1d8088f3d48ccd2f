/** A matter is played under its own law: other states' law neither changes it nor is carried along. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentTag, prepare } from '../../src/game/index.ts'
import type { LawFile } from '../../src/law/index.ts'
import { parse } from '../../src/level/index.ts'
import { shippedLaw } from '../law/shipped.ts'

const consequences = JSON.parse(readFileSync('levels/law/consequences.json', 'utf8'))
const level = (name: string) => {
  const parsed = parse(readFileSync(`levels/${name}/level.json`, 'utf8'), { law: shippedLaw })
  if (!parsed.ok) throw new Error(parsed.problems[0]!.what)
  return parsed.value
}
const matter = (name: string, law: readonly LawFile[] = shippedLaw) => {
  const ready = prepare(level(name), law, consequences)
  if (!ready.ok) throw new Error(ready.problems[0]!.what)
  return ready.value
}
const orders = (name: string) => matter(name).law.flatMap(({ order }) => order ?? [])

test('the Dublin warrant is played under American, Irish and European law, and no other', () => {
  expect(orders('dublin-warrant').sort()).toEqual(['eu', 'ie', 'us'])
})

test('an order that the consequence model or another order speaks of comes along, even if the level does not name it', () => {
  // The model asks whether an Irish court is open; Irish law leaves the exceptions of transfer law to the Union's.
  expect(level('null').orders).toEqual(['us'])
  expect(orders('null').sort()).toEqual(['eu', 'ie', 'us'])
})

test('new law of a state that has no part in a matter makes no new edition of it', () => {
  const without = shippedLaw.filter(({ order }) => order !== 'br')
  expect(without.length).toBeLessThan(shippedLaw.length)
  expect(contentTag(matter('dublin-warrant', without))).toBe(contentTag(matter('dublin-warrant')))
  const theirs = shippedLaw.map(file => (file.order === 'ie' ? { ...file, rules: file.rules?.slice(1) ?? [] } : file))
  expect(contentTag(matter('dublin-warrant', theirs))).not.toBe(contentTag(matter('dublin-warrant')))
})
