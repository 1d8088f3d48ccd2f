import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bustOf, drawn, expressionOf, expressions, layersOf, robed } from '../../src/stage/faces.ts'
import { wrap } from '../../src/stage/ink.ts'
import type { Light } from '../../src/stage/palette.ts'
import { chartPalette, contrast, mix } from '../../src/stage/palette.ts'
import { apart, courtSeats, deal, medallions, officeSeats, panels, within } from '../../src/stage/plan.ts'
import { marks } from '../../src/stage/verdict.ts'
import { appeal, courtroom, map, office } from './views.ts'

const lights: readonly Light[] = ['morning', 'day', 'evening', 'night']
const sizes = fc.tuple(fc.integer({ min: 300, max: 1500 }), fc.integer({ min: 200, max: 1000 }))

test('chart and room share the stage without overlapping, whatever its shape', () =>
  fc.assert(
    fc.property(sizes, ([w, h]) => {
      const stage = { x: 0, y: 0, w, h }
      const { chart, room } = panels('office', w, h, true)
      expect(within(chart, stage)).toBe(true)
      if (room) expect(within(room, stage) && apart(chart, room)).toBe(true)
      expect(panels('map', w, h, true)).toEqual({ chart: stage, room: null })
    }),
  ))

test('a stage too low for both shows the room, and the chart while the law speaks', () => {
  expect(panels('office', 366, 206, false).room).toEqual({ x: 0, y: 0, w: 366, h: 206 })
  expect(panels('office', 366, 206, true).room).toBeNull()
})

test('everybody in the office has a seat of their own; with less room the speakers keep theirs', () => {
  const wide = officeSeats(office.people, 900, 300, 14)
  expect(wide.map(s => s.person.id)).toEqual(['agent', 'ruth', 'dara'])
  for (const [i, seat] of wide.entries())
    for (const other of wide.slice(i + 1)) expect(apart(seat.bubble, other.bubble)).toBe(true)
  const quiet = office.people.map(p => (p.id === 'dara' ? p : { ...p, says: null }))
  expect(officeSeats(quiet, 200, 300, 14).map(s => s.person.id)).toEqual(['dara'])
})

test('at a hearing they stand on the left, we on the right, the bench between, and nobody talks over another', () => {
  const { tables, bench } = courtSeats(courtroom, 940, 330, 14)
  expect(tables.map(t => t.person.id)).toEqual(['brandt', 'you'])
  expect(tables[0]!.x).toBeLessThan(bench[0]!.x)
  expect(bench[0]!.x).toBeLessThan(tables[1]!.x)
  const said = [...tables, ...bench].filter(s => s.person.says)
  said.forEach((seat, i) => {
    for (const other of said.slice(i + 1)) expect(apart(seat.bubble, other.bubble)).toBe(true)
  })
})

test('a panel is three judges with one voice', () => {
  const { bench } = courtSeats(appeal, 940, 330, 14)
  expect(bench.map(s => bustOf(s.person.id))).toEqual(['panel-1', 'panel-2', 'panel-3'])
  expect(bench.map(s => s.person.says !== null)).toEqual([false, true, false])
})

test('where a level leaves you out, you stand at our table all the same', () => {
  const { tables } = courtSeats({ ...courtroom, people: courtroom.people.filter(p => p.id !== 'you') }, 940, 330, 14)
  expect(tables.map(t => t.person.id)).toEqual(['brandt', 'you'])
})

test('with nothing argued there is no table of cards', () => {
  expect(courtSeats(appeal, 940, 330, 14).rail.h).toBe(0)
  expect(courtSeats(courtroom, 940, 330, 14).rail.h).toBeGreaterThan(40)
})

test('also in a low room an argument has three lines of small print on its card', () => {
  const { rail, points } = courtSeats(courtroom, 720, 205, 14)
  for (const { at } of deal(points, rail)) expect(at.h - 5).toBeGreaterThanOrEqual(3 * 9 * 1.2)
})

test('on the map whoever speaks has a card inside the chart', () => {
  const water = { x: 15, y: 15, w: 900, h: 500 }
  const [first] = medallions(map.people, water)
  expect(first!.person.id).toBe('brandt')
  expect(within(first!.box, water)).toBe(true)
})

test('every person can wear every expression; an unknown face is calm, an unknown person a stranger', () => {
  for (const id of drawn) for (const face of expressions) expect(layersOf(id, face).length).toBeGreaterThanOrEqual(2)
  expect(expressionOf('no such face')).toBe('calm')
  expect(expressionOf('Angry')).toBe('angry')
  expect(expressionOf('worried')).toBe('concerned')
  expect(expressions).toContain(expressionOf('furious'))
  expect([bustOf('halloran'), bustOf('judge-okafor'), bustOf('somebody')]).toEqual(['halloran', 'okafor', 'stranger'])
  expect([robed('okafor'), robed('brandt')]).toEqual([true, false])
})

test('words that do not fit end in an ellipsis, and no line is wider than it may be', () => {
  const measure = (line: string) => line.length
  expect(wrap('Counsel, where is an e-mail?', 12, measure, 3)).toEqual(['Counsel,', 'where is an', 'e-mail?'])
  expect(wrap('Counsel, where is an e-mail?', 12, measure, 2)).toEqual(['Counsel,', 'where is an…'])
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 9 })),
      fc.integer({ min: 10, max: 40 }),
      (words, width) => {
        const lines = wrap(words.join(' '), width, measure, 3)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test('names and verdicts can be read at every hour, on dark water and on paper', () => {
  for (const light of lights)
    for (const dark of [true, false]) {
      const { ink, plate } = chartPalette(light, dark)
      expect(contrast(ink, plate)).toBeGreaterThan(7)
      for (const mark of Object.values(marks))
        expect(contrast(dark ? mark.dark : mark.light, plate)).toBeGreaterThan(4.5)
    }
})

test('night is darker than day', () => {
  const lightness = (light: Light) => contrast(chartPalette(light, true).water, '#000000')
  expect(lightness('night')).toBeLessThan(lightness('evening'))
  expect(lightness('evening')).toBeLessThan(lightness('day'))
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
})

test('an argument being spoken is no card yet', () => {
  const said = courtroom.people.find(p => p.id === 'brandt')!.says!
  const hearing = { ...courtroom.hearing!, points: [{ text: said, side: 'them' as const }] }
  expect(courtSeats({ ...courtroom, hearing }, 940, 330, 14).rail.h).toBe(0)
})

test('cards lie side by side on the table, theirs left of ours; a side alone has all of it; the oldest give way', () => {
  const rail = { x: 0, y: 300, w: 800, h: 70 }
  const point = (text: string, side: 'us' | 'them') => ({ text, side })
  const both = deal([point('a', 'us'), point('b', 'them'), point('c', 'us')], rail)
  expect(both.map(c => c.text)).toEqual(['b', 'a', 'c'])
  both.forEach((card, i) => {
    expect(within(card.at, rail)).toBe(true)
    for (const other of both.slice(i + 1)) expect(apart(card.at, other.at)).toBe(true)
  })
  expect(deal([point('a', 'us')], rail)[0]!.at.w).toBeGreaterThan(rail.w * 0.9)
  expect(
    deal(
      ['a', 'b', 'c', 'd'].map(t => point(t, 'us')),
      rail,
    ).map(c => c.text),
  ).toEqual(['b', 'c', 'd'])
})
