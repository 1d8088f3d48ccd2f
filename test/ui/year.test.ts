// @vitest-environment happy-dom
/** Another year on the page: what can be picked, what is said, and a table that reads as one. */
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { readShipped } from '../../src/cli/build/matters.ts'
import { prepare, start, step } from '../../src/game/index.ts'
import { caseView, type ScreenView } from '../../src/view/index.ts'
import { screens } from './fixture.ts'
import { type OpenPage, openPage, wordsOf } from './page.tsx'

const { levels, law, consequences } = readShipped('levels')
const level = levels.find(each => each.id === 'dublin-warrant')!
const ready = prepare(level, law, consequences)
if (!ready.ok) throw new Error('the Dublin warrant cannot be prepared')
const matter = ready.value
const history = level.plays!.find(play => play.ending === 'moot')!

let page: OpenPage
afterEach(() => page.close())

/** The page after so many decisions of history. */
const open = async (decisions: number, mode: 'practice' | 'hearing' = 'practice') => {
  const state = history.choices
    .slice(0, decisions)
    .reduce((at, choice) => step(matter, at, choice).state, start(matter, { seed: history.seed ?? 0, mode }))
  const view = caseView(matter, state, { showPredictions: false, mode, seen: [] })
  page = openPage({ ...(screens.ended as ScreenView & { kind: 'play' }), case: view })
  await vi.waitFor(() => page.find('.ending, #log'), { timeout: 5000 })
}
const pick = (day: string) =>
  act(() => {
    const select = page.find<HTMLSelectElement>('.other-year select')
    select.value = day
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

test('nothing is worked out before a year is picked; then the answer is said once, in words', async () => {
  await open(history.choices.length)
  expect(page.all('.other-year table')).toHaveLength(0)
  expect(wordsOf(page.find('.other-year [role=status]'))).toBe('')
  pick('2026-11-22')
  expect(wordsOf(page.find('.other-year [role=status]'))).toBe(
    'Under the law of 22 November 2026 three of your nineteen decisions would have been judged otherwise.',
  )
})

test('the table has a head for each column, each decision and each order, and every why says what it is about', async () => {
  await open(history.choices.length)
  pick('2026-11-22')
  expect(page.all('.year-table thead th[scope=col]').map(wordsOf)).toEqual([
    'Decision',
    'By',
    'On its own day',
    'Under the law of 22 November 2026',
  ])
  expect(page.all('.year-table th[scope=rowgroup]')).toHaveLength(3)
  act(() => page.find<HTMLInputElement>('.year-few input').click())
  expect(page.all('.year-table th[scope=rowgroup]')).toHaveLength(19)
  const whys = page.all('.year-table summary').map(wordsOf)
  expect(whys).toContain('Why: US law, decision 17, under the law of 22 November 2026')
  expect(new Set(whys).size).toBe(whys.length)
  const ids = page.all('[id]').map(element => element.id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('the page says how days and facts are taken', async () => {
  await open(history.choices.length)
  expect(wordsOf(page.find('.year-how'))).toMatch(/One day’s law judges every decision.*stays as it was.*judged again/)
})

test('practice may look ahead once a decision is made; a hearing may not before its end', async () => {
  await open(1)
  await vi.waitFor(() => page.find('.other-year'), { timeout: 5000 })
  expect(wordsOf(page.find('.other-year'))).toContain('This looks ahead of your story')
  page.close()
  await open(1, 'hearing')
  expect(page.all('.other-year')).toHaveLength(0)
})
