import { expect, test } from 'vitest'
import { badges, layChart } from '../../src/stage/pieces.ts'
import { apart } from '../../src/stage/plan.ts'
import { frame, journey, pointAt, project, rest, stretch } from '../../src/stage/projection.ts'
import { light, marks } from '../../src/stage/verdict.ts'
import { around, mainland, middle, together } from '../../src/stage/world.ts'
import type { StageView } from '../../src/view/index.ts'
import { copied, map, office, says, world } from './views.ts'

const water = { x: 15, y: 15, w: 910, h: 500 }
const measure = (text: string) => text.length * 7
const lay = (view: StageView, box = water) => layChart(view, view.orders, box, [], measure)

test('the North Atlantic fills the chart when the matter lies on its shores', () => {
  const camera = frame(
    [
      [-74, 40.7],
      [-6.3, 53.3],
    ],
    water,
  )
  expect(camera.shape).toBe('frame')
  const [newYork, dublin] = [project(camera, [-74, 40.7]), project(camera, [-6.3, 53.3])]
  expect(dublin[0] - newYork[0]).toBeGreaterThan(water.w * 0.6)
  expect(newYork[1]).toBeGreaterThan(dublin[1])
})

test('a matter from São Paulo to Sydney gets the whole world', () => {
  expect(lay(world).camera.shape).toBe('oval')
})

test('the shortest way around holds Tokyo and San Francisco across the Pacific', () => {
  const { west, span } = stretch([139.7, -122.4])
  expect([Math.round(west), Math.round(span)]).toEqual([140, 98])
})

test('every site lies on the water of the chart, with its label beside it', () => {
  for (const view of [map, office, copied, world]) {
    const { sites } = lay(view)
    expect(sites.map(s => s.site.id)).toEqual(view.sites.map(s => s.id))
    for (const { at, label } of sites) {
      expect(at[0] > water.x && at[0] < water.x + water.w && at[1] > water.y && at[1] < water.y + water.h).toBe(true)
      expect(label).not.toBeNull()
    }
  }
})

test('on a phone too no label covers another, and every order has its word', () => {
  for (const view of [map, office, copied]) {
    const { sites, orders, travels } = lay(view, { x: 9, y: 9, w: 372, h: 190 })
    const boxes = [...sites, ...orders, ...travels].flatMap(({ label }) => label?.box ?? [])
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true)
    })
    expect(orders.every(({ label }) => label !== null)).toBe(true)
  }
})

test('a change of verdict moves nothing on the chart', () => {
  const quiet = layChart(map, light(map.orders, null), water, [], measure)
  const loud = layChart(
    map,
    light(map.orders, says({ us: 'obliges', ie: 'contested', eu: 'forbids' })),
    water,
    [],
    measure,
  )
  expect(loud.sites).toEqual(quiet.sites)
  expect(loud.orders).toEqual(quiet.orders)
})

test('Ireland, too small to stand on, gets a lens with its own sites in it', () => {
  const { lenses, sites } = lay(map)
  expect(lenses.map(l => l.order)).toEqual(['ie'])
  const { box } = lenses[0]!.camera
  const inLens = sites
    .filter(({ at }) => Math.hypot(at[0] - box.x - box.w / 2, at[1] - box.y - box.h / 2) < box.w / 2)
    .map(({ site }) => site.id)
  expect(inLens).toEqual(['dublin', 'ca', 'galway'])
})

test('a warrant sets out at one marker, rests short of the other and stands on none', () => {
  const { travels, sites, marker } = lay(map)
  const [warrant] = travels
  const at = (id: string) => sites.find(s => s.site.id === id)!.at
  const [start, end, stop] = [warrant!.path[0]!, warrant!.path.at(-1)!, pointAt(warrant!.path, warrant!.rest)]
  expect(Math.hypot(start[0] - at('sdny')[0], start[1] - at('sdny')[1])).toBeLessThan(1)
  expect(Math.hypot(end[0] - at('dublin')[0], end[1] - at('dublin')[1])).toBeLessThan(1)
  expect(warrant!.rest).toBeGreaterThan(0.5)
  for (const site of sites) expect(Math.hypot(stop[0] - site.at[0], stop[1] - site.at[1])).toBeGreaterThan(marker)
})

test('a journey bends north over the Atlantic, as a great circle does, and stays on the chart', () => {
  const camera = frame(
    map.sites.map(s => [s.lon, s.lat] as const),
    water,
  )
  const end = (lon: number, lat: number) => ({ place: [lon, lat] as const, at: project(camera, [lon, lat]) })
  const [newYork, dublin, seattle] = [end(-74, 40.7), end(-6.3, 53.3), end(-122, 47.6)]
  const middleOf = journey(camera, newYork, dublin)[32]!
  expect(middleOf[1]).toBeLessThan((newYork.at[1] + dublin.at[1]) / 2)
  for (const [, y] of journey(camera, dublin, seattle)) expect(y).toBeGreaterThan(water.y)
})

test('a courier keeps its pace: half way in distance is half way in time', () => {
  const bent = [[0, 0] as const, [10, 0] as const, [10, 30] as const]
  expect(pointAt(bent, 0.5)).toEqual([10, 10])
  expect(
    rest(
      [
        [0, 0],
        [100, 0],
      ],
      10,
      [{ x: 80, y: -10, w: 40, h: 20 }],
    ),
  ).toBeCloseTo(0.72, 2)
})

test('a journey from or to a place that is not on the chart is not drawn', () => {
  expect(lay({ ...map, travels: [{ what: 'letter', from: 'dublin', to: 'nowhere' }] }).travels).toEqual([])
})

test('what a site holds is shown on its own label, once each', () => {
  const shown = badges(lay(copied))
  expect(shown.filter(b => b.key.startsWith('nimbus')).map(b => b.held)).toEqual(['metadata', 'copy'])
  expect(new Set(shown.map(b => b.key)).size).toBe(shown.length)
})

test('Ireland speaks for itself and the Union for the others', () => {
  const lit = light(map.orders, says({ ie: 'forbids', eu: 'contested' }))
  expect(lit.find(l => l.id === 'ie')?.countries).toEqual(['372'])
  expect(lit.find(l => l.id === 'eu')?.countries).not.toContain('372')
})

test('an order that says nothing of the choice in focus is silent; with no choice in focus nobody speaks', () => {
  expect(light(map.orders, says({ us: 'obliges' })).map(l => l.verdict)).toEqual(['obliges', 'silent', 'silent'])
  expect(light(map.orders, null).map(l => l.verdict)).toEqual([null, null, null])
})

test('no verdict is told by colour alone: each has its own word, and its own hatch and border', () => {
  const all = Object.values(marks)
  expect(new Set(all.map(m => m.word)).size).toBe(all.length)
  expect(new Set(all.map(m => m.hatch + m.dash.join(' '))).size).toBe(all.length)
})

test('the baked world knows the states of the season, and Dublin is in Ireland', () => {
  for (const id of map.orders.flatMap(o => o.countries)) expect(together([id]), id).not.toBeNull()
  expect(around(['372'], [-6.26, 53.35])).toBe(true)
  expect(around(['372'], [-74, 40.7])).toBe(false)
  expect(around(['840'], [-74, 40.7])).toBe(true)
})

test('the middle of the United States is on the mainland', () => {
  const [lon, lat] = middle(['840'])!
  expect(lon).toBeGreaterThan(-110)
  expect(lon).toBeLessThan(-90)
  expect(Math.round(lat / 10)).toBe(4)
  expect(mainland(['999'])).toBeNull()
})
