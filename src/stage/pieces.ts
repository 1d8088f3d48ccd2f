/** Everything on the chart in its place: markers, labels, lenses, journeys. Pure: words are measured by who asks. */
import { geoContains, geoPath } from 'd3-geo'
import type { StageView } from '../view/index.ts'
import type { Icon } from './ink.ts'
import { fonts } from './ink.ts'
import type { Placed, Wanted } from './labels.ts'
import { placeLabels, spread } from './labels.ts'
import type { Box } from './plan.ts'
import { apart } from './plan.ts'
import type { Camera, Lens, Point } from './projection.ts'
import { frame, journey, magnify, placeLens, pointAt, project, rest } from './projection.ts'
import type { Lit } from './verdict.ts'
import { marks } from './verdict.ts'
import type { LonLat } from './world.ts'
import { around, mainland, middle } from './world.ts'

export type Site = StageView['sites'][number]
export type Held = Site['holds'][number]
export type Travel = StageView['travels'][number]

/** Colour, dots and word of each kind of journey. */
export const couriers: Readonly<
  Record<Travel['what'], { word: string; colour: string; icon: Icon; gap: number; size: number }>
> = {
  warrant: { word: 'Warrant', colour: '#f2c063', icon: 'scroll', gap: 9, size: 2 },
  data: { word: 'Data', colour: '#8fd0ff', icon: 'data', gap: 13, size: 2.6 },
  request: { word: 'Request', colour: '#7fe0c0', icon: 'request', gap: 11, size: 1.8 },
  letter: { word: 'Letter', colour: '#f3ead2', icon: 'letter', gap: 12, size: 1.6 },
  brief: { word: 'Brief', colour: '#d9b3f5', icon: 'brief', gap: 15, size: 2.2 },
}

/** Word, icon and colour of each thing a site can hold. */
export const helds: Readonly<Record<Held, { word: string; icon: Icon; colour: string }>> = {
  content: { word: 'letters', icon: 'content', colour: '#f6d58a' },
  metadata: { word: 'records', icon: 'metadata', colour: '#b7cfe6' },
  copy: { word: 'copy', icon: 'copy', colour: '#8fe3d0' },
  keys: { word: 'keys', icon: 'keys', colour: '#ffb3a1' },
}

export interface SitePiece {
  readonly site: Site
  /** Where the marker stands, and the place it means. */
  readonly at: Point
  readonly place: Point
  readonly label: Placed | null
}
export interface OrderPiece {
  readonly id: string
  readonly label: Placed | null
}
export interface TravelPiece {
  readonly travel: Travel
  readonly path: readonly Point[]
  readonly rest: number
  readonly label: Placed | null
}
export interface ChartPieces {
  readonly camera: Camera
  readonly lenses: readonly (Lens & { readonly order: string })[]
  readonly marker: number
  readonly font: number
  readonly sites: readonly SitePiece[]
  readonly orders: readonly OrderPiece[]
  readonly travels: readonly TravelPiece[]
  readonly legend: Box | null
  readonly held: readonly Held[]
}

/** Width of words in a CSS font, in pixels. */
export type Measure = (text: string, font: string) => number

/** The hand labels are written in. */
export const bold = (size: number) => `600 ${size}px ${fonts.sans}`
/** Side of the badge of a thing held, beside words of this size. */
export const badge = (font: number) => font + 3
const longest = Object.values(marks).reduce((most, { word }) => (word.length > most.length ? word : most), '')

/** What the layout asks of an order: the verdict may change without anything moving. */
type Order = Pick<Lit, 'id' | 'name' | 'countries'>

/** Everything on the chart in its place: nothing stands on anything, and what fits nowhere is left out. */
export const layChart = (
  view: Pick<StageView, 'sites' | 'travels'>,
  orders: readonly Order[],
  water: Box,
  kept: readonly Box[],
  measure: Measure,
): ChartPieces => {
  const small = water.w < 520
  const font = small ? 10.5 : 12.5
  const marker = small ? 10 : 14
  const places = view.sites.map((s): LonLat => [s.lon, s.lat])
  const lonely = orders.flatMap(order => {
    const centre = middle(order.countries)
    return centre && !places.some(place => around(order.countries, place)) ? [centre] : []
  })
  const camera = frame([...places, ...lonely], water)
  const outline = geoPath(camera.projection)

  const held = [...new Set(view.sites.flatMap(s => s.holds))]
  const words = held.reduce(
    (sum, h) => sum + measure(helds[h].word, `400 ${font - 1}px ${fonts.sans}`) + badge(font) + 16,
    12,
  )
  const corner = { x: water.x + 8, y: water.y + water.h - font * 2 - 10, w: words, h: font * 2 }
  const fits = held.length > 0 && words < water.w * 0.6 && water.h > 210 && kept.every(k => apart(k, corner, 4))
  const legend = fits ? corner : null

  const truth = places.map(place => project(camera, place))
  const { lenses, under } = layLenses(camera, orders, places, truth, [...kept, ...(legend ? [legend] : [])], marker)
  const at = spreadSites(truth, places, lenses, under, water, marker)
  const place = truth.map((p, i) => (under[i] === undefined ? p : project(lenses[under[i]]!.camera, places[i]!)))
  const markers = at.map(([x, y]) => square([x, y], marker * 2 + 4))

  const paths = laySteps(view, camera, places, at, marker, markers)
  const obstacles = [
    ...kept,
    ...lenses.map(({ camera: { box } }) => square([box.x + box.w / 2, box.y + box.h / 2], box.w * 0.72)),
    ...paths.map(({ path, rest: t }) => square(pointAt(path, t), marker * 2 + 10)),
    ...(legend ? [legend] : []),
  ]
  const wanted: Wanted[] = [
    ...orders.flatMap((order): Wanted[] => {
      const shape = mainland(order.countries)
      if (!shape) return []
      // Room for the longest word, so that nothing moves when an order changes its mind.
      const w = measure(order.name, bold(font)) + measure(longest, bold(font)) + font * 1.5 + 30
      const h = font * 2
      const id = `order ${order.id}`
      const lens = lenses.find(l => l.order === order.id)
      if (lens) {
        const { box } = lens.camera
        return [{ id, at: [box.x + box.w / 2, box.y + box.h / 2], w, h, radius: box.w / 2, weight: 11, prefer: 90 }]
      }
      const [x, y] = outline.centroid(shape as never)
      if (!Number.isFinite(x)) return []
      return [{ id, at: [x, y], w, h, radius: marker, weight: 10, spots: ground(camera, order.countries, [x, y], w) }]
    }),
    ...view.sites.map((site, i): Wanted => {
      const row = site.holds.length * (badge(font) + 3)
      const w = measure(site.name, bold(font - 0.5)) + 14 + (row ? row + 4 : 0)
      return { id: `site ${site.id}`, at: at[i]!, w, h: font * 1.75, radius: marker + 1, weight: 4 + site.holds.length }
    }),
    ...paths.map(({ travel, path, rest: t }, i): Wanted => {
      const w = measure(couriers[travel.what].word, bold(font - 1)) + 12
      return { id: `travel ${i}`, at: pointAt(path, t), w, h: font * 1.6, radius: marker + 5, weight: 7 }
    }),
  ]
  const bounds = { x: water.x + 4, y: water.y + 4, w: water.w - 8, h: water.h - 8 }
  const { placed } = placeLabels(wanted, obstacles, markers, bounds)
  const label = (id: string) => placed.find(p => p.id === id) ?? null
  return {
    camera,
    lenses,
    marker,
    font,
    held,
    legend,
    sites: view.sites.map((site, i) => ({ site, at: at[i]!, place: place[i]!, label: label(`site ${site.id}`) })),
    orders: orders.map(order => ({ id: order.id, label: label(`order ${order.id}`) })),
    travels: paths.map((path, i) => ({ ...path, label: label(`travel ${i}`) })),
  }
}

const square = ([x, y]: Point, side: number): Box => ({ x: x - side / 2, y: y - side / 2, w: side, h: side })

/** Where a label may lie on its own land, nearest the middle first; nowhere on land much smaller than the label. */
const ground = (camera: Camera, countries: readonly string[], middle: Point, w: number): readonly Point[] => {
  const shape = mainland(countries)
  if (!shape) return []
  const [[left, top], [right, bottom]] = geoPath(camera.projection).bounds(shape as never)
  if (right - left < w * 0.7) return []
  const { box } = camera
  const [x0, x1] = [Math.max(left, box.x), Math.min(right, box.x + box.w)]
  const [y0, y1] = [Math.max(top, box.y), Math.min(bottom, box.y + box.h)]
  const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
  const far = ([x, y]: Point) => Math.abs(x - middle[0]) + 2 * Math.abs(y - middle[1])
  return [middle, ...steps.flatMap(u => steps.map((v): Point => [x0 + (x1 - x0) * u, y0 + (y1 - y0) * v]))]
    .filter(point => {
      const place = camera.projection.invert?.([point[0], point[1]])
      return place && geoContains(shape as never, place)
    })
    .sort((a, b) => far(a) - far(b))
}

/** A state too small to stand on gets a lens, when something of the matter is there. `under` says which site is in which. */
const layLenses = (
  camera: Camera,
  orders: readonly Order[],
  places: readonly LonLat[],
  truth: readonly Point[],
  kept: readonly Box[],
  marker: number,
) => {
  const outline = geoPath(camera.projection)
  const boxOf = (countries: readonly string[]): Box | null => {
    const shape = mainland(countries)
    if (!shape) return null
    const [[x, y], [right, bottom]] = outline.bounds(shape as never)
    return { x, y, w: right - x, h: bottom - y }
  }
  const lenses: (Lens & { order: string })[] = []
  const under: (number | undefined)[] = places.map(() => undefined)
  const radius = Math.round(Math.min(118, camera.box.w * 0.13, camera.box.h * 0.24))
  if (radius < 42) return { lenses, under }
  for (const order of orders) {
    const [box, centre, shape] = [boxOf(order.countries), middle(order.countries), mainland(order.countries)]
    const own = places.map(place => around(order.countries, place))
    if (!box || !centre || !shape || order.countries.length > 1) continue
    const members = own.filter(Boolean).length
    if (Math.max(box.w, box.h) > marker * 5 || members < (camera.shape === 'oval' ? 2 : 1)) continue
    const at: Point = [box.x + box.w / 2, box.y + box.h / 2]
    const busy = [
      ...kept,
      ...lenses.map(l => l.camera.box),
      square(at, Math.max(box.w, box.h) + 12),
      ...truth.filter((_, i) => !own[i]).map(p => square(p, marker * 2 + 8)),
    ]
    const states = orders.filter(o => o.id !== order.id).flatMap(o => boxOf(o.countries) ?? [])
    const spot = placeLens(at, radius, camera.box, busy, states)
    if (!spot) continue
    own.forEach((mine, i) => {
      if (mine) under[i] = lenses.length
    })
    lenses.push({
      order: order.id,
      camera: magnify(shape as never, centre, spot),
      at,
      radius: Math.max(box.w, box.h) * 0.62 + 3,
    })
  }
  return { lenses, under }
}

/** Markers apart from each other: those of the chart on the chart, those under a lens inside it. */
const spreadSites = (
  truth: readonly Point[],
  places: readonly LonLat[],
  lenses: readonly Lens[],
  under: readonly (number | undefined)[],
  water: Box,
  marker: number,
): readonly Point[] => {
  const edge = marker + 8
  const inner = { x: water.x + edge, y: water.y + edge, w: water.w - edge * 2, h: water.h - edge * 2 }
  const at = [...truth]
  const settle = (members: readonly number[], points: readonly Point[], bounds: Box) => {
    spread(points, marker * 2 + 7, bounds).forEach((p, n) => {
      at[members[n]!] = p
    })
  }
  const indexes = truth.map((_, i) => i)
  const loose = indexes.filter(i => under[i] === undefined)
  settle(
    loose,
    loose.map(i => truth[i]!),
    inner,
  )
  lenses.forEach(({ camera }, n) => {
    const members = indexes.filter(i => under[i] === n)
    const { box } = camera
    const centre: Point = [box.x + box.w / 2, box.y + box.h / 2]
    settle(
      members,
      members.map(i => project(camera, places[i]!)),
      square(centre, box.w * 0.64),
    )
  })
  return at
}

/** The journeys, each bent by itself, each with its place to rest. */
const laySteps = (
  view: Pick<StageView, 'sites' | 'travels'>,
  camera: Camera,
  places: readonly LonLat[],
  at: readonly Point[],
  marker: number,
  markers: readonly Box[],
) => {
  const bySite = new Map(view.sites.map((site, i) => [site.id, i]))
  const turns = new Map<string, number>()
  const busy = [...markers]
  return view.travels.flatMap(travel => {
    const [from, to] = [bySite.get(travel.from), bySite.get(travel.to)]
    if (from === undefined || to === undefined || from === to) return []
    const pair = [travel.from, travel.to].sort().join(' ')
    const turn = turns.get(pair) ?? 0
    turns.set(pair, turn + 1)
    const path = journey(camera, { place: places[from]!, at: at[from]! }, { place: places[to]!, at: at[to]! }, turn)
    const stop = rest(path, marker * 2 + 6, busy)
    busy.push(square(pointAt(path, stop), marker * 2 + 6))
    return [{ travel, path, rest: stop }]
  })
}

/** Where the badge of each thing held sits in a site's label. */
export const badges = ({ sites, font }: ChartPieces): readonly { key: string; held: Held; at: Point; size: number }[] =>
  sites.flatMap(({ site, label }) => {
    if (!label) return []
    const size = badge(font)
    return site.holds.map((held, i) => ({
      key: `${site.id} ${held}`,
      held,
      at: [
        label.box.x + label.box.w - 6 - size / 2 - (site.holds.length - 1 - i) * (size + 3),
        label.box.y + label.box.h / 2,
      ],
      size,
    }))
  })

/** The dots of a trail: at what `t` each lies, evenly spaced, so that they can appear as the courier passes. */
export const trail = (piece: TravelPiece): readonly { t: number; at: Point }[] => {
  const length = piece.path
    .slice(1)
    .reduce((sum, q, i) => sum + Math.hypot(q[0] - piece.path[i]![0], q[1] - piece.path[i]![1]), 0)
  const count = Math.max(2, Math.floor(length / couriers[piece.travel.what].gap))
  return Array.from({ length: count }, (_, i) => (i + 0.5) / count).map(t => ({ t, at: pointAt(piece.path, t) }))
}
