/**
 * Draws `world.svg`, the chart of the page: every state as one path on Mercator's projection, ten units a degree,
 * so that `ui` can light a state by its ISO 3166-1 number (`#c372`) and place a city with two lines of arithmetic.
 *
 * Run from the root: npx tsx assets/chart/make.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const world = JSON.parse(readFileSync('node_modules/world-atlas/countries-110m.json', 'utf8')) as Topology<{
  countries: GeometryCollection<{ name: string }>
}>

const x = (lon: number) => Math.round(lon * 10)
const y = (lat: number) =>
  Math.round((-1800 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (Math.max(-60, Math.min(84, lat)) * Math.PI) / 360)))

const ring = (points: readonly (readonly number[])[]): string => {
  let [px, py] = [x(points[0]![0]!), y(points[0]![1]!)]
  let path = `M${px} ${py}`
  let steps = 0
  for (const [lon, lat] of points.slice(1, -1)) {
    const [dx, dy] = [x(lon!) - px, y(lat!) - py]
    if (dx === 0 && dy === 0) continue
    // A coast that wraps around the date line goes on from its other end.
    if (Math.abs(dx) > 1800) {
      ;[px, py] = [px + dx, py + dy]
      path += `M${px} ${py}`
      steps = 0
      continue
    }
    path += `${steps++ ? (dx < 0 ? '' : ' ') : 'l'}${dx}${dy < 0 ? '' : ' '}${dy}`
    px += dx
    py += dy
  }
  return steps < 2 ? '' : `${path}z`
}

const antarctica = '010'
const paths = feature(world, world.objects.countries)
  .features.filter(f => f.id !== antarctica)
  .map(f => {
    const shapes =
      f.geometry.type === 'Polygon'
        ? [f.geometry.coordinates]
        : f.geometry.type === 'MultiPolygon'
          ? f.geometry.coordinates
          : []
    return `<path id="${f.id ? `c${f.id}` : `n-${f.properties.name.toLowerCase().replace(/[^a-z]+/g, '-')}`}" d="${shapes.flat().map(ring).join('')}"/>`
  })

writeFileSync(
  'assets/chart/world.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1800 -1500 3600 2300"><title>The states of the world</title><g id="land">\n${paths.join('\n')}\n</g></svg>\n`,
)
