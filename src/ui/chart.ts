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
export const ratio = 2.3

/** Where an order's name stands, by country; an order with none of these goes unnamed on the chart, not in the words. */
const anchors: Readonly<Record<string, readonly [number, number]>> = {
  '840': [-101, 39.5],
  '372': [-14.5, 53],
  '276': [11, 50],
  '250': [3, 46],
  '826': [-2, 54],
  '156': [104, 35],
  '643': [60, 58],
  '076': [-53, -10],
  '356': [79, 22],
  '036': [134, -25],
  '124': [-100, 57],
  '756': [8, 46.5],
}

/** The place of an order's name: its one country, or the middle of its named ones. */
export const anchorOf = (countries: readonly string[]): Point | null => {
  const found = countries.map(id => anchors[id]).filter(place => place !== undefined)
  // A union is named in its middle, not on its western island.
  const used = countries.length > 1 ? found.filter((_, i) => countries[i] !== '372' || found.length === 1) : found
  if (used.length === 0) return null
  const sum = used.reduce(([a, b], [lon, lat]) => [a + lon, b + lat] as const, [0, 0] as const)
  return point(sum[0] / used.length, sum[1] / used.length)
}

/** The part of the world a matter needs: its sites and its orders, with air around them, at the chart's ratio. */
export const frameOf = (stage: Pick<StageView, 'sites' | 'orders'>): Frame => {
  const places = [
    ...stage.sites.map(site => point(site.lon, site.lat)),
    ...stage.orders.map(order => anchorOf(order.countries)).filter(place => place !== null),
  ]
  if (places.length === 0) places.push(point(-130, 62), point(160, -40))
  const xs = places.map(place => place.x)
  const ys = places.map(place => place.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 260, (bottom - top + 240) * ratio, 900)
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
