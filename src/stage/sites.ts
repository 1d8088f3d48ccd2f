/** Sites, orders and couriers on the chart: where their markers and labels go (pure), and how they are painted. */
import { geoContains, geoPath } from 'd3-geo'
import type { StageView } from '../view/index.ts'
import type { Lens } from './chart.ts'
import type { Icon, Pen } from './ink.ts'
import { drawHatch, drawIcon, fonts, gradient, rounded, shadowed } from './ink.ts'
import type { Placed, Wanted } from './labels.ts'
import { placeLabels, spread } from './labels.ts'
import type { ChartPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { Box } from './plan.ts'
import { apart } from './plan.ts'
import type { Camera, Point } from './projection.ts'
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

const helds: Readonly<Record<Held, { word: string; icon: Icon; colour: string }>> = {
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

const bold = (size: number) => `600 ${size}px ${fonts.sans}`
const badge = (font: number) => font + 3
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

const plate = (pen: Pen, box: Box, p: ChartPalette, edge: string, alpha = 0.9) => {
  shadowed(pen, 5, 1.5, 0.35, () => {
    rounded(pen, box, 4)
    pen.fillStyle = clear(p.plate, alpha)
    pen.fill()
  })
  rounded(pen, { x: box.x + 0.5, y: box.y + 0.5, w: box.w - 1, h: box.h - 1 }, 4)
  pen.strokeStyle = edge
  pen.lineWidth = 1
  pen.stroke()
}

const lead = (pen: Pen, label: Placed, p: ChartPalette, colour: string) => {
  if (!label.leader) return
  const [a, b] = label.leader
  for (const [width, style] of [
    [3, clear(p.plate, 0.6)],
    [1.1, colour],
  ] as const) {
    pen.strokeStyle = style
    pen.lineWidth = width
    pen.beginPath()
    pen.moveTo(a[0], a[1])
    pen.lineTo(b[0], b[1])
    pen.stroke()
  }
}

/** A site: its marker, its name and what it holds. */
export const paintSites = (pen: Pen, { sites, marker, font }: ChartPieces, p: ChartPalette, dark: boolean): void => {
  for (const { at, place } of sites) {
    if (Math.hypot(at[0] - place[0], at[1] - place[1]) < marker * 0.6) continue
    pen.strokeStyle = clear(p.ink, 0.8)
    pen.lineWidth = 1
    pen.beginPath()
    pen.moveTo(place[0], place[1])
    pen.lineTo(at[0], at[1])
    pen.stroke()
    pen.fillStyle = p.ink
    pen.beginPath()
    pen.arc(place[0], place[1], 1.8, 0, Math.PI * 2)
    pen.fill()
  }
  for (const { site, at, label } of sites) {
    if (label) lead(pen, label, p, clear(p.ink, 0.85))
    paintMarker(pen, site.kind, at, marker, p, dark)
    if (!label) continue
    plate(pen, label.box, p, clear(p.brass, 0.35))
    pen.fillStyle = p.ink
    pen.font = bold(font - 0.5)
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    pen.fillText(site.name, label.box.x + 7, label.box.y + label.box.h / 2 + 0.5)
  }
}

const paintMarker = (pen: Pen, kind: Site['kind'], [x, y]: Point, r: number, p: ChartPalette, dark: boolean) => {
  const outline = () => {
    pen.beginPath()
    if (kind === 'datacentre') pen.arc(x, y, r, 0, Math.PI * 2)
    else if (kind === 'office') rounded(pen, { x: x - r, y: y - r, w: r * 2, h: r * 2 }, r * 0.35)
    else {
      const corners = kind === 'court' ? 8 : 6
      for (let i = 0; i < corners; i++) {
        const a = ((i + (kind === 'court' ? 0.5 : 0)) / corners) * Math.PI * 2 - Math.PI / 2
        const [px, py] = [x + Math.cos(a) * r * 1.06, y + Math.sin(a) * r * 1.06]
        if (i === 0) pen.moveTo(px, py)
        else pen.lineTo(px, py)
      }
      pen.closePath()
    }
  }
  shadowed(pen, 7, 2, 0.5, () => {
    outline()
    pen.fillStyle = gradient(
      pen,
      [x, y - r, x, y + r],
      dark
        ? [
            [0, '#2c6aa3'],
            [1, '#123458'],
          ]
        : [
            [0, '#fffdf6'],
            [1, '#e3d6b8'],
          ],
    )
    pen.fill()
  })
  outline()
  pen.strokeStyle = dark ? '#a9dcff' : p.brass
  pen.lineWidth = 1.4
  pen.stroke()
  drawIcon(
    pen,
    kind,
    x,
    y,
    r * (kind === 'datacentre' || kind === 'court' ? 1.25 : 1.15),
    dark ? '#eaf6ff' : '#3a2c12',
    2,
  )
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

/** One thing held, as a small square. A copy has a second sheet behind it. */
export const paintBadge = (pen: Pen, held: Held, x: number, y: number, size: number): void => {
  const { icon, colour } = helds[held]
  const box = { x: x - size / 2, y: y - size / 2, w: size, h: size }
  rounded(pen, box, 3)
  pen.fillStyle = colour
  pen.fill()
  drawIcon(pen, icon, x, y, size * 0.74, '#14202e', 2.4)
}

/** Each order's word on its own states, with its hatch, so that no colour is needed to read it. */
export const paintOrders = (
  pen: Pen,
  { orders, font }: ChartPieces,
  spoken: readonly Lit[],
  p: ChartPalette,
  dark: boolean,
): void => {
  for (const { id, label } of orders) {
    const lit = spoken.find(l => l.id === id)
    if (!label || !lit) continue
    const mark = lit.verdict ? marks[lit.verdict] : null
    const colour = mark ? (dark ? mark.dark : mark.light) : p.brass
    pen.font = bold(font)
    const words = pen.measureText(mark ? `${lit.name} ${mark.word}` : lit.name).width
    const w = Math.min(label.box.w, words + (mark ? font * 1.5 + 24 : 18))
    const box = { ...label.box, x: label.box.x + (label.box.w - w) / 2, w }
    if (label.leader) {
      const [from] = label.leader
      const to: Point = [
        Math.max(box.x, Math.min(box.x + box.w, from[0])),
        Math.max(box.y, Math.min(box.y + box.h, from[1])),
      ]
      lead(pen, { ...label, leader: [from, to] }, p, colour)
    }
    plate(pen, box, p, colour, 0.93)
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    const middle = box.y + box.h / 2 + 0.5
    let x = box.x + 9
    if (mark) {
      const swatch = { x: box.x + 5, y: box.y + 5, w: font * 1.5, h: box.h - 10 }
      pen.save()
      rounded(pen, swatch, 2)
      pen.clip()
      pen.fillStyle = clear(colour, 0.3)
      pen.fillRect(swatch.x, swatch.y, swatch.w, swatch.h)
      drawHatch(pen, mark.hatch, swatch, colour, 5)
      pen.restore()
      rounded(pen, swatch, 2)
      pen.strokeStyle = colour
      pen.setLineDash([...mark.dash.map(d => d / 2)])
      pen.stroke()
      pen.setLineDash([])
      x = swatch.x + swatch.w + 6
    }
    pen.font = bold(font)
    pen.fillStyle = p.ink
    pen.fillText(lit.name, x, middle)
    if (mark) {
      pen.fillStyle = colour
      pen.fillText(mark.word, x + pen.measureText(`${lit.name} `).width + 2, middle)
    }
  }
}

/** The key to what sites hold, once per chart. */
export const paintLegend = (pen: Pen, { legend, held, font }: ChartPieces, p: ChartPalette): void => {
  if (!legend) return
  plate(pen, legend, p, clear(p.brass, 0.45), 0.82)
  const size = badge(font)
  let x = legend.x + 9
  const y = legend.y + legend.h / 2
  for (const one of held) {
    paintBadge(pen, one, x + size / 2, y, size)
    pen.font = `400 ${font - 1}px ${fonts.sans}`
    pen.fillStyle = p.ink
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    pen.fillText(helds[one].word, x + size + 5, y + 0.5)
    x += size + 16 + pen.measureText(helds[one].word).width
  }
}

/** The word of a courier, where it comes to rest. */
export const paintCourierLabel = (pen: Pen, piece: TravelPiece, font: number, p: ChartPalette): void => {
  if (!piece.label) return
  const { word, colour } = couriers[piece.travel.what]
  lead(pen, piece.label, p, clear(p.ink, 0.8))
  plate(pen, piece.label.box, p, clear(colour, 0.8))
  pen.font = `italic 600 ${font - 0.5}px ${fonts.serif}`
  pen.fillStyle = p.ink
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(word, piece.label.box.x + piece.label.box.w / 2, piece.label.box.y + piece.label.box.h / 2 + 0.5)
}

/** A courier, in a square of this side: a warrant is a sealed scroll, the rest carry their own sign. */
export const paintCourier = (pen: Pen, what: Travel['what'], size: number): void => {
  const { colour, icon } = couriers[what]
  const middle = size / 2
  if (what === 'warrant') {
    shadowed(pen, 5, 2, 0.6, () => drawIcon(pen, 'scroll', middle, middle, size * 0.84, '#3b2408'))
    drawIcon(pen, 'scroll', middle - 0.6, middle - 1, size * 0.8, '#f8d88f')
    shadowed(pen, 3, 1, 0.5, () => {
      pen.beginPath()
      pen.arc(middle + size * 0.22, middle + size * 0.22, size * 0.17, 0, Math.PI * 2)
      pen.fillStyle = '#8e1f1b'
      pen.fill()
    })
    drawIcon(pen, 'seal', middle + size * 0.22, middle + size * 0.22, size * 0.46, '#d8463c')
    return
  }
  const r = size * 0.34
  shadowed(pen, 6, 2, 0.55, () => {
    pen.beginPath()
    pen.arc(middle, middle, r, 0, Math.PI * 2)
    pen.fillStyle = gradient(
      pen,
      [0, middle - r, 0, middle + r],
      [
        [0, mix(colour, '#ffffff', 0.3)],
        [1, mix(colour, '#000000', 0.18)],
      ],
    )
    pen.fill()
  })
  pen.strokeStyle = clear('#0b1628', 0.8)
  pen.lineWidth = 1.4
  pen.stroke()
  drawIcon(pen, icon, middle, middle, r * 1.2, '#101c2c', 2.2)
}

/** The dots of a trail: at what `t` each lies, evenly spaced, so that they can appear as the courier passes. */
export const trail = (piece: TravelPiece): readonly { t: number; at: Point }[] => {
  const length = piece.path
    .slice(1)
    .reduce((sum, q, i) => sum + Math.hypot(q[0] - piece.path[i]![0], q[1] - piece.path[i]![1]), 0)
  const count = Math.max(2, Math.floor(length / couriers[piece.travel.what].gap))
  return Array.from({ length: count }, (_, i) => (i + 0.5) / count).map(t => ({ t, at: pointAt(piece.path, t) }))
}
