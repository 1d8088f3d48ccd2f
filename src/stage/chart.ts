/** Paints the chart: water, land, frame; then, over it, what each legal order says. */
import { geoGraticule, geoPath } from 'd3-geo'
import type { Pen } from './ink.ts'
import { drawHatch, fonts, gradient, pool, shadowed } from './ink.ts'
import type { ChartPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { Box } from './plan.ts'
import type { Camera, Lens } from './projection.ts'
import { project } from './projection.ts'
import type { Lit } from './verdict.ts'
import { marks } from './verdict.ts'
import type { LonLat } from './world.ts'
import { borders, countries, land, together, towns } from './world.ts'

type Shape = Parameters<ReturnType<typeof geoPath>>[0]

/** Shapes as a camera sees them: projected once, drawn as often as there are pens. A camera forgotten takes them along. */
const seen = new WeakMap<Camera, Map<Shape, Path2D>>()
const outline = (camera: Camera, shape: Shape): Path2D => {
  const known = seen.get(camera) ?? new Map<Shape, Path2D>()
  seen.set(camera, known)
  const path = known.get(shape) ?? new Path2D()
  // d3 asks a context for more than it uses: a path has all it draws with.
  if (!known.has(shape)) geoPath(camera.projection, path as unknown as CanvasRenderingContext2D)(shape)
  known.set(shape, path)
  return path
}

const graticule = (degrees: number): Shape =>
  geoGraticule()
    .step([degrees, degrees])
    .extentMinor([
      [-180, -90],
      [180, 90],
    ])()
const graticules = { oval: graticule(20), frame: graticule(10), lens: graticule(2) }

const sphere: Shape = { type: 'Sphere' }
/** Every third country, in two shades, so that neighbours can be told apart before any law speaks. */
const shades = [0, 3].map(
  (n): Shape => ({
    type: 'GeometryCollection',
    geometries: countries.flatMap(({ geometry }, i) => (geometry && i % 6 === n ? [geometry as never] : [])),
  }),
)

/** The edge of the water: the oval of the whole world, the chart's inner frame, the rim of a lens. */
const shore = (camera: Camera): Path2D => {
  const { x, y, w, h } = camera.box
  if (camera.shape === 'oval') return outline(camera, sphere)
  const path = new Path2D()
  if (camera.shape === 'frame') path.rect(x, y, w, h)
  else path.arc(x + w / 2, y + h / 2, w / 2, 0, Math.PI * 2)
  return path
}

/** Room the brass frame takes on each side of a framed chart. */
export const rim = (w: number): number => (w < 520 ? 9 : 15)

/** Water, coast, land and borders, lit by the one lamp, in their frame. Everything that does not depend on the law. */
export const paintChart = (pen: Pen, w: number, h: number, camera: Camera, p: ChartPalette): void => {
  pen.fillStyle = p.ground
  pen.fillRect(0, 0, w, h)
  paintWaters(pen, camera, p)
  if (camera.shape === 'oval') {
    pen.strokeStyle = p.brass
    pen.lineWidth = 1.6
    pen.stroke(outline(camera, sphere))
  } else paintFrame(pen, camera, p)
}

/** The lens with nothing lit in it, and the lines that tie it to its place. */
export const paintLens = (pen: Pen, { camera, at, radius }: Lens, p: ChartPalette) => {
  const { box } = camera
  const [x, y, r] = [box.x + box.w / 2, box.y + box.h / 2, box.w / 2]
  const distance = Math.hypot(x - at[0], y - at[1])
  const angle = Math.atan2(at[1] - y, at[0] - x)
  // Two outer tangents tie the lens to what it shows.
  const open = Math.acos(Math.min(1, (r - radius) / distance))
  pen.strokeStyle = clear(p.brass, 0.85)
  pen.lineWidth = 1.1
  for (const side of [-1, 1]) {
    const a = angle + side * open
    pen.beginPath()
    pen.moveTo(x + Math.cos(a) * r, y + Math.sin(a) * r)
    pen.lineTo(at[0] + Math.cos(a) * radius, at[1] + Math.sin(a) * radius)
    pen.stroke()
  }
  pen.beginPath()
  pen.arc(at[0], at[1], radius, 0, Math.PI * 2)
  pen.stroke()
  shadowed(pen, 16, 4, 0.6, () => {
    pen.fillStyle = p.deep
    pen.fill(shore(camera))
  })
  paintWaters(pen, camera, p)
  for (const [width, style] of [
    [4.5, mix(p.brass, '#000000', 0.45)],
    [2.6, p.brass],
    [0.8, mix(p.brass, '#ffffff', 0.6)],
  ] as const) {
    pen.strokeStyle = style
    pen.lineWidth = width
    pen.stroke(shore(camera))
  }
}

const paintWaters = (pen: Pen, camera: Camera, p: ChartPalette) => {
  const { box } = camera
  pen.save()
  pen.clip(shore(camera))
  pen.fillStyle = gradient(
    pen,
    [0, box.y, 0, box.y + box.h],
    [
      [0, mix(p.deep, p.water, 0.55)],
      [0.42, p.water],
      [1, p.deep],
    ],
  )
  pen.fillRect(box.x, box.y, box.w, box.h)

  pen.strokeStyle = clear(p.brass, 0.2)
  pen.lineWidth = 0.8
  pen.stroke(outline(camera, graticules[camera.shape]))

  if (camera.shape === 'frame') paintRose(pen, camera, p)
  paintCoast(pen, camera, p)
  paintLand(pen, camera, p)
  paintTowns(pen, camera, p)
  paintLamp(pen, camera, p)
  pen.restore()
}

/** The engraver's lines along a coast: wide and faint at sea, bright at the shore. */
const paintCoast = (pen: Pen, camera: Camera, p: ChartPalette) => {
  const scale = camera.shape === 'lens' ? 0.8 : Math.max(0.6, Math.min(1.4, camera.box.w / 900))
  pen.lineJoin = 'round'
  for (const [width, alpha] of [
    [30, 0.05],
    [20, 0.07],
    [11, 0.11],
    [5, 0.2],
  ] as const) {
    pen.strokeStyle = clear(p.glow, alpha)
    pen.lineWidth = width * scale
    pen.stroke(outline(camera, land as Shape))
  }
}

const paintLand = (pen: Pen, camera: Camera, p: ChartPalette) => {
  const { box } = camera
  const shape = outline(camera, land as Shape)
  pen.save()
  pen.translate(1, 2.5)
  pen.fillStyle = 'rgba(3,8,18,0.35)'
  pen.fill(shape)
  pen.restore()
  pen.fillStyle = gradient(
    pen,
    [box.x, box.y, box.x + box.w, box.y + box.h],
    [
      [0, p.land],
      [0.5, p.hill],
      [1, p.land],
    ],
  )
  pen.fill(shape)
  shades.forEach((shade, i) => {
    pen.fillStyle = clear(i ? p.hill : p.border, 0.16)
    pen.fill(outline(camera, shade))
  })
  pen.strokeStyle = clear(p.border, 0.75)
  pen.lineWidth = 0.8
  pen.stroke(outline(camera, borders as Shape))
  pen.strokeStyle = clear(p.coast, 0.85)
  pen.lineWidth = 0.9
  pen.stroke(shape)
}

/** Towns by night: people are at home there. */
const paintTowns = (pen: Pen, camera: Camera, p: ChartPalette) => {
  if (p.towns === 0) return
  for (const town of towns) {
    const [x, y] = project(camera, town)
    pen.fillStyle = pool(pen, x, y, 7, '#ffcf7a', 0.5 * p.towns)
    pen.fillRect(x - 7, y - 7, 14, 14)
    pen.fillStyle = clear('#ffe3ae', 0.85 * p.towns)
    pen.fillRect(x - 0.7, y - 0.7, 1.4, 1.4)
  }
}

/** The light falls from the side the sun stands on; away from it the chart lies in shade. */
const paintLamp = (pen: Pen, { box }: Camera, p: ChartPalette) => {
  const { colour, strength, from } = p.lamp
  const reach = Math.hypot(box.w, box.h) * 0.75
  pen.fillStyle = pool(pen, box.x + box.w * from, box.y + box.h * 0.12, reach, colour, strength)
  pen.fillRect(box.x, box.y, box.w, box.h)
  const away = from < 0.5 ? [0.35, 1] : [0.65, 0]
  pen.fillStyle = gradient(
    pen,
    [box.x + box.w * away[0]!, 0, box.x + box.w * away[1]!, 0],
    [
      [0, clear(p.deep, 0)],
      [1, clear(p.deep, 0.45)],
    ],
  )
  pen.fillRect(box.x, box.y, box.w, box.h)
}

/** Far from any coast: where a rose may lie. */
const seas: readonly LonLat[] = [
  [-46, 28],
  [-40, 33],
  [-42, 38],
  [-28, 14],
  [-14, -22],
  [78, -18],
  [-140, 20],
  [175, 5],
]

/** A compass rose far out at sea, as charts have. */
const paintRose = (pen: Pen, camera: Camera, p: ChartPalette) => {
  const { box } = camera
  const radius = Math.min(64, box.w * 0.075, box.h * 0.16)
  if (radius < 22) return
  const open = seas
    .map(sea => project(camera, sea))
    .find(([sx, sy]) => {
      const room = radius * 1.3
      return sx - room > box.x && sx + room < box.x + box.w && sy - room > box.y && sy + room < box.y + box.h
    })
  if (!open) return
  const [x, y] = open
  pen.save()
  pen.translate(x, y)
  pen.strokeStyle = clear(p.brass, 0.5)
  pen.lineWidth = 0.8
  for (const r of [1, 0.93, 0.42]) {
    pen.beginPath()
    pen.arc(0, 0, radius * r, 0, Math.PI * 2)
    pen.stroke()
  }
  for (let i = 0; i < 72; i++) {
    const a = (i * Math.PI) / 36
    const from = i % 9 === 0 ? 0.8 : 0.88
    pen.beginPath()
    pen.moveTo(Math.sin(a) * radius * from, -Math.cos(a) * radius * from)
    pen.lineTo(Math.sin(a) * radius * 0.93, -Math.cos(a) * radius * 0.93)
    pen.stroke()
  }
  for (let i = 0; i < 16; i++) {
    const a = (i * Math.PI) / 8
    const long = i % 4 === 0 ? 0.86 : i % 2 === 0 ? 0.62 : 0.46
    const point = (turn: number, reach: number) =>
      [Math.sin(a + turn) * radius * reach, -Math.cos(a + turn) * radius * reach] as const
    for (const side of [-1, 1]) {
      pen.beginPath()
      pen.moveTo(0, 0)
      pen.lineTo(...point((side * Math.PI) / 16, 0.2))
      pen.lineTo(...point(0, long))
      pen.closePath()
      pen.fillStyle = clear(side > 0 ? p.brass : p.deep, side > 0 ? 0.55 : 0.6)
      pen.fill()
      pen.stroke()
    }
  }
  pen.fillStyle = clear(p.brass, 0.9)
  pen.font = `600 ${Math.max(9, radius * 0.2)}px ${fonts.serif}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText('N', 0, -radius * 1.16)
  pen.restore()
}

/** The brass frame with its scale of degrees, as a chart has: each bar ten degrees of longitude, five of latitude. */
const paintFrame = (pen: Pen, camera: Camera, p: ChartPalette) => {
  const { box, projection } = camera
  const edge = rim(box.w + 30)
  const bar = edge > 10 ? 4 : 3
  pen.fillStyle = p.ground
  const band = (x: number, y: number, w: number, h: number) => pen.fillRect(x, y, w, h)
  band(0, 0, box.w + box.x * 2, box.y)
  band(0, box.y + box.h, box.w + box.x * 2, box.y)
  band(0, box.y, box.x, box.h)
  band(box.x + box.w, box.y, box.x, box.h)

  const walk = (
    along: 'x' | 'y',
    fixed: number,
    size: number,
    degrees: number,
    draw: (from: number, to: number, odd: boolean, lon: number) => void,
  ) => {
    let from = along === 'x' ? box.x : box.y
    const start = from
    let last: number | null = null
    for (let d = 0; d <= size; d += 1) {
      const at = start + d
      const place = projection.invert?.(along === 'x' ? [at, fixed] : [fixed, at])
      const value =
        place && Math.abs(place[1]) < 84 ? Math.floor((along === 'x' ? place[0] : place[1]) / degrees) : null
      if (last === null) from = at
      else if (value !== last || d >= size) {
        draw(from, at, Math.abs(last ?? 0) % 2 === 1, (along === 'x' ? value : last) ?? 0)
        from = at
      }
      last = value
    }
  }
  const name = (value: number, positive: string, negative: string) =>
    value === 0 ? '0°' : `${Math.abs(value)}°${value > 0 ? positive : negative}`
  pen.font = `400 ${edge > 10 ? 9 : 7}px ${fonts.serif}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  for (const y of [box.y, box.y + box.h])
    walk('x', y, box.w, 10, (from, to, odd, value) => {
      const top = y === box.y ? y - bar : y
      pen.fillStyle = odd ? p.brass : clear(p.brass, 0.22)
      pen.fillRect(from, top, to - from, bar)
      if (edge > 10 && to < box.x + box.w - 14 && to > box.x + 14) {
        pen.fillStyle = clear(p.brass, 0.95)
        pen.fillText(name(value * 10, 'E', 'W'), to, y === box.y ? y - bar - 5 : y + bar + 5.5)
      }
    })
  for (const x of [box.x, box.x + box.w])
    walk('y', x, box.h, 5, (from, to, odd) => {
      pen.fillStyle = odd ? p.brass : clear(p.brass, 0.22)
      pen.fillRect(x === box.x ? x - bar : x, from, bar, to - from)
    })
  pen.strokeStyle = p.brass
  pen.lineWidth = 1
  pen.strokeRect(box.x - 0.5, box.y - 0.5, box.w + 1, box.h + 1)
  pen.strokeRect(box.x - bar - 0.5, box.y - bar - 0.5, box.w + bar * 2 + 1, box.h + bar * 2 + 1)
}

/** Every order's states: fill, hatch and border of its verdict. With no choice in focus, a quiet brass border. */
export const paintLit = (pen: Pen, camera: Camera, lit: readonly Lit[], p: ChartPalette, dark: boolean): void => {
  pen.save()
  pen.clip(shore(camera))
  // Larger orders first, so that a small one is never under its neighbour's border.
  for (const order of [...lit].sort((a, b) => b.countries.length - a.countries.length)) {
    const shape = together(order.countries) as Shape | null
    if (!shape) continue
    const mark = order.verdict ? marks[order.verdict] : null
    const colour = mark ? (dark ? mark.dark : mark.light) : p.brass
    const spoken = mark !== null && mark.hatch !== 'none'
    const path = outline(camera, shape)
    pen.save()
    pen.clip(path)
    pen.fillStyle = clear(colour, spoken ? (dark ? 0.32 : 0.22) : 0.1)
    pen.fillRect(camera.box.x, camera.box.y, camera.box.w, camera.box.h)
    if (mark) drawHatch(pen, mark.hatch, camera.box, clear(colour, dark ? 0.75 : 0.6), camera.box.w < 520 ? 6 : 8)
    pen.restore()

    pen.lineJoin = 'round'
    const glows = spoken
      ? ([
          [9, 0.1],
          [5, 0.18],
        ] as const)
      : []
    for (const [width, alpha] of glows) {
      pen.strokeStyle = clear(colour, alpha)
      pen.lineWidth = width
      pen.stroke(path)
    }
    pen.setLineDash([...(mark?.dash ?? [])])
    pen.strokeStyle = spoken
      ? dark
        ? mix(colour, '#ffffff', 0.45)
        : mix(colour, '#000000', 0.15)
      : clear(colour, mark ? 0.8 : 0.7)
    pen.lineWidth = spoken ? 1.3 : 1.1
    pen.stroke(path)
    pen.setLineDash([])
  }
  pen.restore()
}

/** The box the chart's water fills, inside its frame. */
export const waterOf = (w: number, h: number): Box => {
  const edge = rim(w)
  return { x: edge, y: edge, w: w - edge * 2, h: h - edge * 2 }
}
