import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorOf, clusters, frameOf, journey, layout, point, ratio, within } from '../../src/ui/chart.ts'
import type { StageView } from '../../src/view/index.ts'
import { office } from './fixture.ts'

const { sites, orders } = office.stage

const anySites = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{3,8}$/),
    name: fc.string({ minLength: 3, maxLength: 18 }),
    lon: fc.double({ min: -175, max: 175, noNaN: true }),
    lat: fc.double({ min: -55, max: 70, noNaN: true }),
    kind: fc.constantFrom('datacentre', 'office', 'court', 'authority'),
    holds: fc.subarray(['content', 'metadata'] as const),
  }),
  { selector: site => site.id, minLength: 1, maxLength: 9 },
) as fc.Arbitrary<StageView['sites']>

describe('the chart', () => {
  test('is Mercator’s: east is right, north is up, and a degree of latitude grows towards the pole', () => {
    expect(point(0, 0).x).toBe(0)
    expect(point(0, 0).y).toBeCloseTo(0)
    expect(point(10, 0).x).toBeGreaterThan(0)
    expect(point(0, 10).y).toBeLessThan(0)
    expect(point(0, 60).y - point(0, 70).y).toBeGreaterThan(point(0, 0).y - point(0, 10).y)
  })

  test('shows every site of any matter, at one ratio', () =>
    fc.assert(
      fc.property(anySites, any => {
        const frame = frameOf({ sites: any, orders })
        expect(frame.width / frame.height).toBeCloseTo(ratio)
        for (const site of any) {
          const at = within(frame, point(site.lon, site.lat))
          for (const per of [at.left, at.top]) {
            expect(Number.parseFloat(per)).toBeGreaterThan(0)
            expect(Number.parseFloat(per)).toBeLessThan(100)
          }
        }
      }),
    ))

  test('shows somewhere even when a matter names no place at all', () => {
    expect(frameOf({ sites: [], orders: [] }).width).toBeGreaterThan(900)
  })

  test('sites that would lie on each other become one mark, and none is lost', () =>
    fc.assert(
      fc.property(anySites, any => {
        const marks = clusters(any, 40)
        expect(marks.flatMap(mark => mark.sites.map(site => site.id)).sort()).toEqual(any.map(site => site.id).sort())
      }),
    ))

  test('Dublin and its Central Authority are one mark, New York another', () => {
    const marks = clusters(sites, frameOf({ sites, orders }).width * 0.03)
    expect(marks.map(mark => mark.sites.map(site => site.name))).toEqual([
      ['Nimbus, Legal'],
      ['Des Moines'],
      ['New York'],
      ['Dublin', 'Central Authority'],
      ['Brussels'],
    ])
  })

  test('a journey begins and ends where it says, and bows to the north', () => {
    const [from, to] = [point(-74, 40.7), point(-6.3, 53.35)]
    const { path, middle } = journey(from, to)
    expect(path.startsWith(`M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q`)).toBe(true)
    expect(path.endsWith(`${to.x.toFixed(1)} ${to.y.toFixed(1)}`)).toBe(true)
    expect(middle.y).toBeLessThan((from.y + to.y) / 2)
  })

  test('a wide chart of the Dublin warrant has room for every name', () => {
    const frame = frameOf({ sites, orders })
    const marks = clusters(sites, frame.width * 0.03)
    const { sides, names } = layout(frame, marks, orders, [], 780)
    expect(sides).not.toContain(null)
    expect([...names.keys()].sort()).toEqual(['eu', 'ie', 'us'])
  })

  test('no order’s name covers another’s or runs off the chart, at any width', () =>
    fc.assert(
      fc.property(anySites, fc.integer({ min: 280, max: 1100 }), (any, wide) => {
        const frame = frameOf({ sites: any, orders })
        const { names } = layout(frame, clusters(any, frame.width * 0.03), orders, [], wide)
        const scale = wide / frame.width
        const places = [...names.values()].map(at => ({ x: (at.x - frame.x) * scale, y: (at.y - frame.y) * scale }))
        for (const [i, a] of places.entries()) {
          expect(a.x).toBeGreaterThan(0)
          expect(a.x).toBeLessThan(wide)
          expect(a.y).toBeGreaterThan(0)
          expect(a.y).toBeLessThan(wide / ratio)
          for (const b of places.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 24 || Math.abs(a.x - b.x) >= 80).toBe(true)
        }
      }),
    ))

  test('an order whose countries nobody has placed goes unnamed on the chart', () => {
    expect(anchorOf(['999'])).toBeNull()
  })
})
