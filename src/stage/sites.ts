/** Paints what stands on the chart: sites and what they hold, the word of each order, couriers. */
import type { Pen } from './ink.ts'
import { drawHatch, drawIcon, fonts, gradient, rounded, shadowed } from './ink.ts'
import type { Placed } from './labels.ts'
import type { ChartPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { ChartPieces, Held, Site, Travel, TravelPiece } from './pieces.ts'
import { badge, bold, couriers, helds } from './pieces.ts'
import type { Box } from './plan.ts'
import type { Point } from './projection.ts'
import type { Lit } from './verdict.ts'
import { marks } from './verdict.ts'

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
