/** Another year in words: what a player is told of the play of history, and the years there are to choose. */
import { expect, test } from 'vitest'
import { writeDay } from '../../src/base/index.ts'
import { lawForPage, readShipped } from '../../src/cli/build/matters.ts'
import { type Matter, prepare, start, step } from '../../src/game/index.ts'
import { caseView, lawDays, underLaw, yearsOf, yearView } from '../../src/view/index.ts'

const shipped = readShipped('levels')
const level = shipped.levels.find(each => each.id === 'dublin-warrant')!
const ready = prepare(level, shipped.law, shipped.consequences)
if (!ready.ok) throw new Error('the Dublin warrant cannot be prepared')
const matter: Matter = ready.value
const history = level.plays!.find(play => play.ending === 'moot')!
const end = history.choices.reduce(
  (state, choice) => step(matter, state, choice).state,
  start(matter, { seed: history.seed ?? 0 }),
)
const under = (day: string) => yearView(matter, end, day)
const of = (day: string, choice: string, order: string) => {
  const at = end.made.findIndex(decision => decision.choice === choice)
  return under(day).decisions[at]!.orders.find(each => each.order === order)!
}

test('the answer comes in words first: how many decisions that law judges otherwise, and how many break which law', () => {
  const { headline, summary } = under('2026-11-22')
  expect(headline).toBe(
    'Under the law of 22 November 2026 three of your nineteen decisions would have been judged otherwise.',
  )
  expect(summary).toEqual([
    'Under the law of 22 November 2026 one of your nineteen decisions would have been a breach of US law, and five more would have let one go on; on their own days one was, and two more let one go on. None would have been open to argument, on their own days one.',
    'By Irish law one would have been open to argument, as on their own days.',
    'By EU law one would have been open to argument, as on their own days.',
  ])
})

test('after the Second Circuit the agreed contempt would have been lawful, and the reason is the border', () => {
  const { changes } = under('2016-12-31')
  expect(changes.map(({ number }) => number)).toEqual([13, 14, 15, 16])
  expect(changes[0]!.text).toMatch(/under US law: a breach on its day; it would have been lawful\.$/)
  expect(changes[0]!.ground!.says).toMatch(/the warrant stops at the border/)
  expect(changes[0]!.ground!.citations[0]!.citation).toMatch(/2703/)
})

test('where no rule speaks under the other law, it says why: the copy in Virginia, under Irish law after the GDPR', () => {
  const copied = ['records-first', 'copy-to-virginia'].reduce(
    (state, choice) => step(matter, state, choice).state,
    start(matter),
  )
  const irish = yearView(matter, copied, '2019-12-31').decisions[1]!.orders.find(each => each.order === 'ie')!
  expect([irish.was.standing, irish.would.standing]).toEqual(['open', 'lawful'])
  expect(irish.would.grounds.map(({ rule, but }) => [rule, but])).toEqual([
    ['ie-copy', 'It is in force no longer: it ended on 6 October 2015.'],
  ])
})

test('what a breach would have cost is told beside it', () => {
  expect(of('2026-11-22', 'guard-the-win', 'us').would).toMatchObject({
    standing: 'breach-goes-on',
    costs: ['At stake: up to 50,000 USD for each day.'],
  })
  expect(of('2026-11-22', 'comply-with-statute', 'eu').would.costs).toEqual([
    'At stake: a fine of up to 20,000,000 EUR, or of up to 4 per cent of world turnover.',
  ])
  expect(under('2026-11-22').exposure.map(({ order, was, would }) => [order, was.last, would.last])).toEqual([
    ['us', 0, 0],
    ['ie', 4, 38],
    ['eu', 4, 38],
  ])
})

test.each(['2013-12-31', '2016-12-31', '2018-05-24', '2026-11-22'])(
  'under the law of %s every breach names its rules and authorities, and every change its reason',
  day => {
    const view = under(day)
    for (const { orders } of view.decisions)
      for (const { was, would } of orders)
        for (const side of [was, would])
          if (side.standing !== 'lawful') {
            expect(side.grounds.length).toBeGreaterThan(0)
            expect(side.costs.length).toBeGreaterThan(0)
            for (const ground of side.grounds) expect(ground.citations.length, ground.rule).toBeGreaterThan(0)
          }
    for (const change of view.changes) expect(change.ground, change.text).not.toBeNull()
    expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\[object/)
  },
)

test('the years run from 2013 to today, each named by what its law is; 2018 has two laws', () => {
  const days = lawDays(matter)
  const names = days.map(each => each.name)
  expect(names[0]).toBe('2013: before any ruling')
  expect(names).toContain('2016: after the Second Circuit')
  expect(names).toContain('2018, to 24 May: the CLOUD Act')
  expect(names).toContain('2018: the GDPR')
  expect(names).toContain('2019: as before, the GDPR')
  expect(names).toContain('2022: the British agreement')
  expect(days.at(-1)).toMatchObject({ day: '2026-11-22', isToday: true })
  expect(days.map(each => each.day)).toEqual(days.map(each => each.day).toSorted())
  expect(new Set(days.map(each => each.day.slice(0, 4))).size).toBe(14)
})

test('the turns of the law stand in order, none before what it cites, and the page carries their authorities', () => {
  const { calendar } = shipped.law.find(file => file.calendar)!
  const froms = calendar!.turns.map(turn => turn.from)
  expect(froms).toEqual(froms.toSorted())
  expect(froms[0]! <= calendar!.first && froms.at(-1)! <= calendar!.last).toBe(true)
  const carried = new Map(
    lawForPage(shipped)
      .flatMap(file => file.authorities ?? [])
      .map(each => [each.id, each]),
  )
  for (const { from, cite } of calendar!.turns)
    for (const id of cite ?? [])
      expect((carried.get(id)?.inForce.from ?? '9') <= froms.at(-1)!, `${id} ${from}`).toBe(true)
  for (const { from, cite } of calendar!.turns)
    expect((cite ?? []).some(id => (carried.get(id)!.inForce.from ?? '') <= from)).toBe(true)
  expect(writeDay(calendar!.last)).toBe('22 November 2026')
})

test('a case that was shown can be held against another day; one put together by hand cannot', () => {
  const view = caseView(matter, end, { showPredictions: false, mode: 'practice', seen: [] })
  expect(underLaw(view, '2026-11-22')).toEqual(under('2026-11-22'))
  expect(yearsOf(view).span).toEqual({ first: '2013-01-01', last: '2026-11-22' })
  expect(underLaw({ ...view }, '2026-11-22')).toBeNull()
  expect(yearsOf({ ...view }).days).toEqual([])
})
