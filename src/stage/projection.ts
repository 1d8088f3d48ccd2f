/**
 * The camera over the chart: which part of the world is shown, where a place falls, how a journey bends. Pure.
 *
 * A matter between neighbouring shores is framed on those shores; one that spans the world gets the whole of it.
 */
import type { GeoProjection } from 'd3-geo'
import { geoAzimuthalEqualArea, geoInterpolate, geoNaturalEarth1 } from 'd3-geo'
import type { Box } from './plan.ts'
import { apart } from './plan.ts'
import type { LonLat } from './world.ts'

export type Point = readonly [x: number, y: number]

export interface Camera {
  readonly box: Box
  readonly projection: GeoProjection
  /** The whole world in its oval, a part of it in a frame, or one small state under a lens. */
  readonly shape: 'oval' | 'frame' | 'lens'
  /** Same places, same box: same words. Tells whether a painting can stay. */
  readonly key: string
}

/** Where a place falls on the chart. */
export const project = (camera: Camera, [lon, lat]: LonLat): Point => camera.projection([lon, lat]) ?? [0, 0]

/** The shortest stretch of longitude that holds them all: its west end, and how far east it goes. */
export const stretch = (lons: readonly number[]): { west: number; span: number } => {
  const sorted = [...lons].map(l => ((l % 360) + 360) % 360).sort((a, b) => a - b)
  let [west, widest] = [sorted[0] ?? 0, -1]
  sorted.forEach((lon, i) => {
    const next = sorted[(i + 1) % sorted.length]! + (i + 1 === sorted.length ? 360 : 0)
    if (next - lon > widest) [widest, west] = [next - lon, next % 360]
  })
  return { west: west > 180 ? west - 360 : west, span: Math.max(0, 360 - widest) }
}

/** Degrees kept around what must be seen, and the least that is shown of the world. */
const margin = { lon: 9, south: 8, north: 7 }
const least = { lon: 52, lat: 26 }

/** A camera that shows all places with room around them, in the given box. */
export const frame = (places: readonly LonLat[], box: Box): Camera => {
  const { west, span } = stretch(places.map(([lon]) => lon))
  const key = JSON.stringify([places, box])
  const extent = (inset: number): [[number, number], [number, number]] => [
    [box.x + inset, box.y + inset],
    [box.x + box.w - inset, box.y + box.h - inset],
  ]
  if (places.length === 0 || span > 150) {
    const projection = geoNaturalEarth1().rotate([-11, 0]).fitExtent(extent(14), { type: 'Sphere' })
    return { box, projection, shape: 'oval', key }
  }
  const width = Math.max(least.lon, span + margin.lon * 2)
  const centre = west + span / 2
  const lats = places.map(([, lat]) => lat)
  const tall = Math.max(least.lat, Math.max(...lats) - Math.min(...lats) + margin.south + margin.north)
  const low = Math.max(-80, Math.min(...lats) - margin.south)
  const high = Math.min(84, low + tall)
  const edge = [0, 0.25, 0.5, 0.75, 1].flatMap((t): [number, number][] => [
    [centre + (t - 0.5) * width, low],
    [centre + (t - 0.5) * width, high],
  ])
  const projection = geoNaturalEarth1()
    .rotate([-centre, 0])
    .fitExtent(extent(2), { type: 'MultiPoint', coordinates: edge })
  // A tall chart has water to spare: more of it to the south, where ships go, than in the Arctic.
  const [tx, ty] = projection.translate()
  const top = Math.min(...edge.map(p => projection(p)?.[1] ?? box.y))
  projection.translate([tx, ty - Math.max(0, top - box.y - 6) * 0.38]).clipExtent(extent(0))
  return { box, projection, shape: 'frame', key }
}

/** A small state under a lens, and the spot on the chart it enlarges. */
export interface Lens {
  readonly camera: Camera
  readonly at: readonly [number, number]
  readonly radius: number
}

/** A lens over a small state: a round chart of its own, large enough to stand on. */
export const magnify = (state: Parameters<GeoProjection['fitExtent']>[1], middle: LonLat, box: Box): Camera => {
  const [inset, { x, y, w, h }] = [box.w * 0.19, box]
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .fitExtent(
      [
        [x + inset, y + inset],
        [x + w - inset, y + h - inset],
      ],
      state,
    )
    .clipExtent([
      [x, y],
      [x + w, y + h],
    ])
  return { box, projection, shape: 'lens', key: JSON.stringify([middle, box]) }
}

/**
 * Where a lens of this radius lies best: near the place it shows, off the markers and the words kept free, and off
 * the states that have something to say. Null when it fits nowhere.
 */
export const placeLens = (
  at: Point,
  radius: number,
  water: Box,
  busy: readonly Box[],
  states: readonly Box[],
): Box | null => {
  let best: Box | null = null
  let least = Number.POSITIVE_INFINITY
  for (const reach of [24, 48, 80, 120, 170])
    for (let i = 0; i < 32; i++) {
      const angle = (i * Math.PI) / 16
      const [x, y] = [at[0] + Math.cos(angle) * (radius + reach), at[1] + Math.sin(angle) * (radius + reach)]
      const box = { x: Math.round(x - radius), y: Math.round(y - radius), w: radius * 2, h: radius * 2 }
      const inside =
        box.x >= water.x + 6 &&
        box.y >= water.y + 6 &&
        box.x + box.w <= water.x + water.w - 6 &&
        box.y + box.h <= water.y + water.h - 6
      if (!inside || !busy.every(b => apart(box, b, 4))) continue
      const covered = states.reduce((sum, s) => {
        const w = Math.min(box.x + box.w, s.x + s.w) - Math.max(box.x, s.x)
        const h = Math.min(box.y + box.h, s.y + s.h) - Math.max(box.y, s.y)
        return sum + (w > 0 && h > 0 ? (w * h) / (box.w * box.h) : 0)
      }, 0)
      const cost = covered * 4 + reach / 60 + Math.abs(Math.sin(angle)) * 0.6
      if (cost < least) [best, least] = [box, cost]
    }
  return best
}

/**
 * A journey over the great circle, as points from one marker to the other. Journeys between the same two places
 * (`turn` counts them) bend further each, so that a demand and its answer do not hide each other.
 */
export const journey = (
  camera: Camera,
  from: { place: LonLat; at: Point },
  to: { place: LonLat; at: Point },
  turn = 0,
): readonly Point[] => {
  const along = geoInterpolate([...from.place], [...to.place])
  const [a, b] = [project(camera, from.place), project(camera, to.place)]
  const length = Math.hypot(to.at[0] - from.at[0], to.at[1] - from.at[1])
  const lift = length * 0.09 + 6 + turn * 16
  const bent = (share: number): readonly Point[] =>
    Array.from({ length: 65 }, (_, i) => {
      const t = i / 64
      const straight = [from.at[0] + (to.at[0] - from.at[0]) * t, from.at[1] + (to.at[1] - from.at[1]) * t] as const
      const [x, y] = project(camera, along(t))
      const [px, py] = [x - a[0] - (b[0] - a[0]) * t, y - a[1] - (b[1] - a[1]) * t - Math.sin(Math.PI * t) * lift]
      return [straight[0] + px * share, straight[1] + py * share]
    })
  // A way over the pole would leave the chart: it is bent back until it stays on it.
  const { box } = camera
  const inside = ([x, y]: Point) => x > box.x + 14 && x < box.x + box.w - 14 && y > box.y + 18 && y < box.y + box.h - 14
  const bends = [1, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2, 0.1]
  return bends.map(bent).find(path => path.every(inside)) ?? bent(0.05)
}

/** The point at `t` (0 to 1) of a journey, by distance, so that a courier keeps its pace. */
export const pointAt = (points: readonly Point[], t: number): Point => {
  const legs = points.slice(1).map((p, i) => Math.hypot(p[0] - points[i]![0], p[1] - points[i]![1]))
  let left = legs.reduce((sum, leg) => sum + leg, 0) * Math.max(0, Math.min(1, t))
  for (let i = 0; i < legs.length; i++) {
    const leg = legs[i]!
    if (left <= leg && leg > 0) {
      const [p, q] = [points[i]!, points[i + 1]!]
      return [p[0] + ((q[0] - p[0]) * left) / leg, p[1] + ((q[1] - p[1]) * left) / leg]
    }
    left -= leg
  }
  return points.at(-1) ?? [0, 0]
}

/**
 * How far along a courier comes to rest: as near to where it was sent as it can be without standing on a marker, and
 * never before a third of the way.
 */
export const rest = (points: readonly Point[], side: number, busy: readonly Box[]): number => {
  for (let t = 0.98; t > 0.34; t -= 0.02) {
    const [x, y] = pointAt(points, t)
    const box = { x: x - side / 2, y: y - side / 2, w: side, h: side }
    if (busy.every(b => apart(box, b, 2))) return t
  }
  return 0.5
}
