/** Arithmetic of the chart: Mercator, ten units a degree, as in assets/chart/world.svg; and the frame that holds a matter. */
import type { StageView } from '../view/index.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a place lies on the chart. */
export const point = (lon: number, lat: number): Point => ({
  x: lon * 10,
  y: (-1800 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
})

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Width over height of every chart, so that words laid over it in per cent stay on their place. */
export const ratio = 3

/** The middle of a country, for names and for the frame; one that is missing here is lit all the same, but unnamed. */
const middles: Readonly<Record<string, readonly [number, number]>> = {
  '036': [134, -25],
  '056': [4.6, 50.6],
  '076': [-53, -10],
  '124': [-100, 57],
  '156': [104, 35],
  '246': [26, 63],
  '250': [2.5, 46.5],
  '276': [10.4, 51],
  '356': [79, 22],
  '372': [-8, 53.2],
  '380': [12.5, 43],
  '616': [19.5, 52],
  '620': [-8, 39.6],
  '642': [25, 46],
  '643': [60, 58],
  '724': [-4, 40],
  '756': [8, 46.8],
  '826': [-2, 54],
  '840': [-100, 39],
}

const middlesOf = (countries: readonly string[]): readonly Point[] =>
  countries.flatMap(id => {
    const middle = middles[id]
    return middle ? [point(...middle)] : []
  })

/** Where an order's name stands best: in the middle of its countries. */
export const anchorOf = (countries: readonly string[]): Point | null => {
  const found = middlesOf(countries)
  if (found.length === 0) return null
  const mean = (of: (place: Point) => number) => found.reduce((sum, place) => sum + of(place), 0) / found.length
  return { x: mean(place => place.x), y: mean(place => place.y) }
}

/** The part of the world a matter needs: its sites and its orders, with air around them, at the chart's ratio. */
export const frameOf = (stage: Pick<StageView, 'sites' | 'orders'>): Frame => {
  const places = [
    ...stage.sites.map(site => point(site.lon, site.lat)),
    ...stage.orders.flatMap(order => middlesOf(order.countries)),
  ]
  if (places.length === 0) places.push(point(-130, 62), point(160, -40))
  const xs = places.map(place => place.x)
  const ys = places.map(place => place.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 200, (bottom - top + 120) * ratio, 900)
  const height = width / ratio
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height }
}

/** A place in per cent of the frame. */
export const within = (frame: Frame, { x, y }: Point): { left: string; top: string } => ({
  left: `${(((x - frame.x) / frame.width) * 100).toFixed(2)}%`,
  top: `${(((y - frame.y) / frame.height) * 100).toFixed(2)}%`,
})

/** A journey as a curve that bows northward, as great circles do on this projection; and the middle of it. */
export const journey = (from: Point, to: Point): { path: string; middle: Point } => {
  const bow = Math.hypot(to.x - from.x, to.y - from.y) * 0.22
  const control = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - bow }
  const round = (n: number) => n.toFixed(1)
  return {
    path: `M${round(from.x)} ${round(from.y)}Q${round(control.x)} ${round(control.y)} ${round(to.x)} ${round(to.y)}`,
    middle: { x: (from.x + to.x) / 4 + control.x / 2, y: (from.y + to.y) / 4 + control.y / 2 },
  }
}

export interface Cluster extends Point {
  readonly sites: StageView['sites']
}

/** Sites that would lie on each other, as one mark with all their names. */
export const clusters = (sites: StageView['sites'], reach: number): readonly Cluster[] => {
  const found: { x: number; y: number; sites: StageView['sites'][number][] }[] = []
  for (const site of sites) {
    const at = point(site.lon, site.lat)
    const near = found.find(other => Math.hypot(other.x - at.x, other.y - at.y) < reach)
    if (near) near.sites.push(site)
    else found.push({ ...at, sites: [site] })
  }
  return found
}

/** Where a mark's names stand; `start` and `end` are flush with its left and right edge. */
export type Side = 'right' | 'left' | 'below' | 'above' | `${'below' | 'above'}-${'start' | 'end'}`

/** Below this width a chart leaves out what its marks hold, and writes smaller. */
export const smallChart = 560

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/**
 * Puts the words of a chart where they hide neither each other nor a mark: for each cluster the side its names stand on,
 * for each named order the place of its name; null and no place where there is none. The first place that is free wins, so the same matter always looks the same
 * at the same width, which is given in CSS pixels; a small chart has small words.
 */
export const layout = (
  frame: Frame,
  sites: readonly Cluster[],
  orders: StageView['orders'],
  middlesOfJourneys: readonly Point[],
  wide: number,
): { readonly sides: readonly (Side | null)[]; readonly names: ReadonlyMap<string, Point> } => {
  const scale = wide / frame.width
  const high = wide / ratio
  const small = wide < smallChart
  const [letter, lineHeight] = small ? [5.9, 16] : [6.9, 19]
  const pixels = (at: Point): Point => ({ x: (at.x - frame.x) * scale, y: (at.y - frame.y) * scale })
  const around = (at: Point, width: number, height: number): Box => ({
    x: at.x - width / 2,
    y: at.y - height / 2,
    width,
    height,
  })
  const taken: Box[] = [
    ...sites.map(site => around(pixels(site), 32, 30)),
    ...middlesOfJourneys.map(at => around(pixels(at), 30, 26)),
  ]
  const free = (box: Box) =>
    box.x > 8 &&
    box.y > 8 &&
    box.x + box.width < wide - 8 &&
    box.y + box.height < high - 8 &&
    !taken.some(other => meet(box, other))

  const sides = sites.map(cluster => {
    const { x, y } = pixels(cluster)
    const width =
      Math.max(...cluster.sites.map(site => site.name.length + (small ? 0 : 10 * site.holds.length))) * letter + 14
    const height = cluster.sites.length * lineHeight + 4
    const level = y - height / 2
    const [under, over] = [y + 16, y - 16 - height]
    const [start, middle, end] = [x - 14, x - width / 2, x + 14 - width]
    const boxes = (
      [
        ['right', x + 17, level],
        ['left', x - 17 - width, level],
        ['below', middle, under],
        ['above', middle, over],
        ['below-start', start, under],
        ['above-start', start, over],
        ['below-end', end, under],
        ['above-end', end, over],
      ] as const
    ).map(([side, left, top]): readonly [Side, Box] => [side, { x: left, y: top, width, height }])
    const found = boxes.find(([, box]) => free(box))
    if (!found) return null
    taken.push(found[1])
    return found[0]
  })

  const names = new Map<string, Point>()
  for (const order of orders) {
    const anchor = anchorOf(order.countries)
    if (!anchor) continue
    const { x, y } = pixels(anchor)
    const width = Math.max(order.name.length, 12) * letter + 18
    const steps = [0, 26, -26, 52, -52, 78, -78, 110, -110]
    const box = steps
      .flatMap(dx => steps.map(dy => ({ dx, dy })))
      .sort((a, b) => Math.hypot(a.dx, a.dy * 1.4) - Math.hypot(b.dx, b.dy * 1.4))
      .map(({ dx, dy }) => around({ x: x + dx, y: y + dy }, width, 24))
      .find(free)
    if (!box) continue
    taken.push(box)
    names.set(order.id, { x: frame.x + (box.x + width / 2) / scale, y: frame.y + (box.y + 12) / scale })
  }
  return { sides, names }
}
