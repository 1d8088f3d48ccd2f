/**
 * Bakes assets/world.json: the countries of Natural Earth (world-atlas, 1:50m) thinned to what the stage can show,
 * finer around the North Atlantic, where the first matters play. Run with `npx tsx assets/world.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

type Point = readonly [number, number]
type Rings = number[][]

const source = JSON.parse(
  readFileSync(new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url), 'utf8'),
) as Topology<{ countries: GeometryCollection }>
const { scale, translate } = source.transform!

const arcs: Point[][] = source.arcs.map(arc => {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx!
    y += dy!
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const
  })
})

/** The window the transatlantic camera may look through: kept finer than the rest. */
const near = ([lon, lat]: Point) => lon > -130 && lon < 40 && lat > 20 && lat < 70
/** Degrees of latitude and (shrunk) longitude, so that areas compare across latitudes. */
const flat = ([lon, lat]: Point): Point => [lon * Math.cos((lat * Math.PI) / 180), lat]
const area = (a: Point, b: Point, c: Point) => {
  const [p, q, r] = [flat(a), flat(b), flat(c)]
  return Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2
}

/** Visvalingam: drops the point that matters least until each left spans a visible triangle. Ends stay, so borders still meet. */
const thin = (points: readonly Point[]): readonly Point[] => {
  const kept = [...points]
  for (;;) {
    let [least, at] = [Number.POSITIVE_INFINITY, -1]
    for (let i = 1; i < kept.length - 1; i++) {
      const size = area(kept[i - 1]!, kept[i]!, kept[i + 1]!) / (near(kept[i]!) ? 0.005 : 0.05)
      if (size < least) [least, at] = [size, i]
    }
    if (at < 0 || least >= 1) return kept
    kept.splice(at, 1)
  }
}

const thinned = arcs.map(thin)
const ringOf = (indexes: readonly number[], from: readonly (readonly Point[])[]) =>
  indexes.flatMap(i => (i < 0 ? [...from[~i]!].reverse() : from[i]!))
const ringArea = (ring: readonly Point[]) => {
  const points = ring.map(flat)
  return Math.abs(
    points.reduce((sum, p, i) => {
      const q = points[(i + 1) % points.length]!
      return sum + p[0] * q[1] - q[0] * p[1]
    }, 0) / 2,
  )
}

const countries = source.objects.countries.geometries.filter(g => g.id !== '010') as (Polygon | MultiPolygon)[]
const shapes = countries.map(country => {
  const polygons: Rings[] = country.type === 'Polygon' ? [country.arcs] : country.arcs
  const sizes = polygons.map(rings => ringArea(ringOf(rings[0]!, arcs)))
  const biggest = Math.max(...sizes)
  const left = polygons
    .filter((rings, i) => {
      const ring = ringOf(rings[0]!, thinned)
      return ring.length > 3 && (sizes[i] === biggest || sizes[i]! > (near(ring[0]!) ? 0.06 : 0.5))
    })
    .map(rings => rings.filter((ring, i) => i === 0 || ringOf(ring, thinned).length > 3))
  return { id: country.id, polygons: left }
})

const grid = 8000
const step: Point = [360 / grid, 180 / grid]
const order = new Map<number, number>()
const place = (i: number) => {
  const own = i < 0 ? ~i : i
  if (!order.has(own)) order.set(own, order.size)
  return i < 0 ? ~order.get(own)! : order.get(own)!
}
const geometries = shapes
  .filter(s => s.polygons.length > 0)
  .map(s => ({
    type: 'MultiPolygon' as const,
    ...(s.id === undefined ? {} : { id: s.id }),
    arcs: s.polygons.map(rings => rings.map(ring => ring.map(place))),
  }))

const deltas = [...order.keys()].map(i => {
  let [x, y] = [0, 0]
  return thinned[i]!.flatMap(([lon, lat], n) => {
    const [u, v] = [Math.round((lon + 180) / step[0]), Math.round((lat + 90) / step[1])]
    const delta = [u - x, v - y]
    const same = n > 0 && n < thinned[i]!.length - 1 && delta[0] === 0 && delta[1] === 0
    ;[x, y] = [u, v]
    return same ? [] : [delta]
  })
})

writeFileSync(
  new URL('world.json', import.meta.url),
  JSON.stringify({
    type: 'Topology',
    transform: { scale: step, translate: [-180, -90] },
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs: deltas,
  }),
)
