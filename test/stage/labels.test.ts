import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wanted } from '../../src/stage/labels.ts'
import { crosses, placeLabels, spread } from '../../src/stage/labels.ts'
import { apart, within } from '../../src/stage/plan.ts'

const bounds = { x: 0, y: 0, w: 900, h: 420 }
const place = fc.tuple(fc.integer({ min: 40, max: 860 }), fc.integer({ min: 40, max: 380 }))
const wanted = fc
  .array(fc.record({ at: place, w: fc.integer({ min: 30, max: 190 }), weight: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 12,
  })
  .map(all => all.map((one, i): Wanted => ({ ...one, id: `l${i}`, h: 22, radius: 15 })))
const squares = (labels: readonly Wanted[]) => labels.map(({ at: [x, y] }) => ({ x: x - 14, y: y - 14, w: 28, h: 28 }))

test('no two labels overlap, none covers a marker or leaves the chart, wherever the sites lie', () =>
  fc.assert(
    fc.property(wanted, labels => {
      const markers = squares(labels)
      const { placed, dropped } = placeLabels(labels, [], markers, bounds)
      expect(placed.length + dropped.length).toBe(labels.length)
      placed.forEach((one, i) => {
        expect(within(one.box, bounds)).toBe(true)
        for (const marker of markers) expect(apart(one.box, marker)).toBe(true)
        for (const other of placed.slice(i + 1)) expect(apart(one.box, other.box)).toBe(true)
      })
    }),
    { numRuns: 60 },
  ))

test('no leader runs over another label', () =>
  fc.assert(
    fc.property(wanted, labels => {
      const { placed } = placeLabels(labels, [], squares(labels), bounds)
      for (const one of placed)
        for (const other of placed) if (one !== other && one.leader) expect(crosses(one.leader, other.box)).toBe(false)
    }),
    { numRuns: 60 },
  ))

test('six sites at one address all get their names', () => {
  const at = spread(
    Array.from({ length: 6 }, () => [450, 210] as const),
    35,
    bounds,
  )
  const labels = at.map((spot, i): Wanted => ({ id: `l${i}`, at: spot, w: 130, h: 22, radius: 15, weight: 1 }))
  expect(placeLabels(labels, [], squares(labels), bounds).dropped).toEqual([])
})

test('where there is room for one only, the heavier label has it', () => {
  const narrow = { x: 0, y: 0, w: 120, h: 60 }
  const one = (id: string, weight: number): Wanted => ({ id, at: [60, 30], w: 100, h: 20, radius: 4, weight })
  const blocks = [{ x: 0, y: 0, w: 120, h: 26 }]
  const { placed, dropped } = placeLabels([one('light', 1), one('heavy', 5)], blocks, [], narrow)
  expect([placed.map(p => p.id), dropped]).toEqual([['heavy'], ['light']])
})

test('markers stand apart from each other and on the chart, even those of one address', () =>
  fc.assert(
    fc.property(fc.array(place, { maxLength: 9 }), fc.integer({ min: 0, max: 4 }), (points, copies) => {
      const all = [...points, ...Array.from({ length: copies }, () => [300, 200] as const)]
      const moved = spread(all, 30, bounds)
      moved.forEach(([x, y], i) => {
        expect(x >= 0 && x <= 900 && y >= 0 && y <= 420).toBe(true)
        for (const [u, v] of moved.slice(i + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(28)
      })
    }),
    { numRuns: 60 },
  ))

test('a marker with no neighbour stays where its place is', () => {
  const [[x, y]] = spread([[120, 80]], 30, bounds) as [[number, number]]
  expect(Math.hypot(x - 120, y - 80)).toBeLessThan(0.1)
})
