/** The countries of the world, read once from the baked topology. Pure. */
import type { ExtendedFeature, GeoGeometryObjects } from 'd3-geo'
import { geoArea, geoBounds, geoCentroid, geoContains } from 'd3-geo'
import { feature, merge, mesh } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import source from '../../assets/world.json' with { type: 'json' }

export type LonLat = readonly [lon: number, lat: number]
export type Country = ExtendedFeature<GeoGeometryObjects>

const topology = source as unknown as Topology<{ countries: GeometryCollection }>
const geometries = topology.objects.countries.geometries as (Polygon | MultiPolygon)[]

/** Every country, for its fill. */
export const countries: readonly Country[] = feature(topology, topology.objects.countries).features as Country[]
/** All land as one shape, for its coast. */
export const land: GeoGeometryObjects = merge(topology, geometries) as GeoGeometryObjects
/** Borders between two countries, each once. */
export const borders: GeoGeometryObjects = mesh(topology, topology.objects.countries, (a, b) => a !== b)

/** The same countries give the same shape: worked out once. */
const once = <T>(work: (ids: readonly string[]) => T): ((ids: readonly string[]) => T) => {
  const known = new Map<string, T>()
  return ids => {
    const key = ids.join(' ')
    if (!known.has(key)) known.set(key, work(ids))
    return known.get(key)!
  }
}

/** Countries by ISO 3166-1 number as one shape without inner borders; null when none is known. */
export const together = once((ids): GeoGeometryObjects | null => {
  const found = geometries.filter(g => ids.includes(String(g.id)))
  return found.length === 0 ? null : (merge(topology, found) as GeoGeometryObjects)
})

/** The largest single piece of land among these countries: the mainland, not an island far off. */
export const mainland = once((ids): GeoGeometryObjects | null => {
  const shape = together(ids)
  if (shape?.type !== 'MultiPolygon') return null
  const pieces = shape.coordinates.map(coordinates => ({ type: 'Polygon' as const, coordinates }))
  return pieces.reduce((best, piece) => (geoArea(piece) > geoArea(best) ? piece : best))
})

/** The middle of the mainland. */
export const middle = once((ids): LonLat | null => {
  const piece = mainland(ids)
  return piece ? (geoCentroid(piece as never) as [number, number]) : null
})

const edges = once(ids => {
  const shape = together(ids)
  return shape ? geoBounds(shape as never) : null
})

/** True when the place lies in one of these countries, or on a coast that the thinned outline cuts off. */
export const around = (ids: readonly string[], [lon, lat]: LonLat): boolean => {
  const [shape, box] = [together(ids), edges(ids)]
  if (!shape || !box) return false
  const near = 0.25
  const [[west, south], [east, north]] = box
  if (lat < south - near || lat > north + near) return false
  // Bounds that wrap around the date line have their west end in the east.
  if (west <= east && (lon < west - near || lon > east + near)) return false
  return [0, -near, near].some(dx => [0, -near, near].some(dy => geoContains(shape as never, [lon + dx, lat + dy])))
}

/** Towns that shine at night; for the eye, not for geography lessons. */
export const towns: readonly LonLat[] = [
  [-74, 40.7],
  [-71.1, 42.4],
  [-77, 38.9],
  [-75.2, 40],
  [-79.4, 43.7],
  [-73.6, 45.5],
  [-80.2, 25.8],
  [-84.4, 33.7],
  [-87.6, 41.9],
  [-83, 42.3],
  [-93.3, 45],
  [-90.2, 38.6],
  [-95.4, 29.8],
  [-96.8, 32.8],
  [-104.9, 39.7],
  [-112.1, 33.4],
  [-118.2, 34.1],
  [-122.4, 37.8],
  [-122.3, 47.6],
  [-123.1, 49.3],
  [-99.1, 19.4],
  [-114.1, 51],
  [-63.6, 44.6],
  [-52.7, 47.6],
  [-21.9, 64.1],
  [-6.3, 53.3],
  [-8.5, 51.9],
  [-0.1, 51.5],
  [-2.2, 53.5],
  [-3.2, 55.9],
  [2.3, 48.9],
  [4.9, 52.4],
  [4.4, 50.8],
  [6.1, 49.6],
  [13.4, 52.5],
  [8.7, 50.1],
  [11.6, 48.1],
  [16.4, 48.2],
  [14.4, 50.1],
  [9.2, 45.5],
  [12.5, 41.9],
  [-3.7, 40.4],
  [2.2, 41.4],
  [-9.1, 38.7],
  [18.1, 59.3],
  [10.7, 59.9],
  [12.6, 55.7],
  [24.9, 60.2],
  [21, 52.2],
  [26.1, 44.4],
  [19, 47.5],
  [23.7, 38],
  [29, 41],
  [37.6, 55.8],
  [30.5, 50.5],
  [31.2, 30],
  [-7.6, 33.6],
  [3.1, 36.8],
  [77.2, 28.6],
  [72.9, 19.1],
  [88.4, 22.6],
  [116.4, 39.9],
  [121.5, 31.2],
  [114.2, 22.3],
  [139.7, 35.7],
  [135.5, 34.7],
  [127, 37.6],
  [103.8, 1.35],
  [106.8, -6.2],
  [151.2, -33.9],
  [145, -37.8],
  [-46.6, -23.5],
  [-43.2, -22.9],
  [-58.4, -34.6],
  [-70.7, -33.4],
  [-74.1, 4.6],
  [-77, -12],
  [3.4, 6.5],
  [28, -26.2],
  [36.8, -1.3],
]
