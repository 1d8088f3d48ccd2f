/** Paints the courtroom: panelled wall and columns behind the people, bench and tables before them, cards in front. */
import type { Pen } from './ink.ts'
import { drawIcon, fitText, fonts, gradient, pool, rounded, shadowed, writeLines } from './ink.ts'
import type { Light, RoomPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { Box, Court } from './plan.ts'

/** Wood that stands out or lies back: a panel with its bevel. */
const panel = (pen: Pen, { x, y, w, h }: Box, p: RoomPalette, depth = 1): void => {
  if (w < 4 || h < 4) return
  pen.fillStyle = gradient(
    pen,
    [x, y, x, y + h],
    [
      [0, mix(p.wood, p.woodDeep, 0.42)],
      [1, mix(p.wood, p.woodDeep, 0.68)],
    ],
  )
  pen.fillRect(x, y, w, h)
  const edges = [
    [x, y, w, depth * 2.2, clear('#000000', 0.42)],
    [x, y, depth * 2.2, h, clear('#000000', 0.3)],
    [x, y + h - depth * 2, w, depth * 2, clear(p.woodLight, 0.5)],
    [x + w - depth * 2, y, depth * 2, h, clear(p.woodLight, 0.32)],
  ] as const
  for (const [ex, ey, ew, eh, style] of edges) {
    pen.fillStyle = style
    pen.fillRect(ex, ey, ew, eh)
  }
  const inset = Math.min(w, h) * 0.1 + 3
  if (w > 26 && h > 26) {
    const inner = { x: x + inset, y: y + inset, w: w - inset * 2, h: h - inset * 2 }
    pen.fillStyle = gradient(
      pen,
      [inner.x, inner.y, inner.x + inner.w, inner.y + inner.h],
      [
        [0, mix(p.wood, p.woodLight, 0.16)],
        [1, mix(p.wood, p.woodDeep, 0.4)],
      ],
    )
    pen.fillRect(inner.x, inner.y, inner.w, inner.h)
    pen.fillStyle = clear(p.woodLight, 0.5)
    pen.fillRect(inner.x, inner.y, inner.w, 1.2)
    pen.fillStyle = clear('#000000', 0.35)
    pen.fillRect(inner.x, inner.y + inner.h - 1.4, inner.w, 1.4)
  }
}

const moulding = (pen: Pen, x: number, y: number, w: number, h: number, p: RoomPalette): void => {
  pen.fillStyle = gradient(
    pen,
    [0, y, 0, y + h],
    [
      [0, mix(p.woodLight, '#ffffff', 0.12)],
      [0.3, p.woodLight],
      [0.55, p.wood],
      [1, p.woodDeep],
    ],
  )
  pen.fillRect(x, y, w, h)
}

const column = (pen: Pen, x: number, top: number, bottom: number, w: number, p: RoomPalette): void => {
  const stone = mix('#e9dcc0', p.woodDeep, p.shade * 0.55)
  const dark = mix(stone, '#20160c', 0.55)
  const cap = w * 0.5
  shadowed(pen, w * 0.4, 2, 0.5, () => {
    pen.fillStyle = dark
    pen.fillRect(x - w / 2, top, w, bottom - top)
  })
  pen.fillStyle = gradient(
    pen,
    [x - w / 2, 0, x + w / 2, 0],
    [
      [0, dark],
      [0.32, stone],
      [0.5, mix(stone, '#ffffff', 0.35)],
      [0.72, stone],
      [1, dark],
    ],
  )
  pen.fillRect(x - w / 2, top + cap, w, bottom - top - cap * 2)
  for (let i = 1; i < 6; i++) {
    pen.fillStyle = clear('#3a2a14', 0.18)
    pen.fillRect(x - w / 2 + (w * i) / 6 - 0.8, top + cap, 1.6, bottom - top - cap * 2)
    pen.fillStyle = clear('#ffffff', 0.16)
    pen.fillRect(x - w / 2 + (w * i) / 6 + 0.9, top + cap, 0.9, bottom - top - cap * 2)
  }
  const block = (y: number, wide: number, tall: number) => {
    pen.fillStyle = gradient(
      pen,
      [x - wide / 2, 0, x + wide / 2, 0],
      [
        [0, dark],
        [0.45, mix(stone, '#ffffff', 0.25)],
        [1, dark],
      ],
    )
    pen.fillRect(x - wide / 2, y, wide, tall)
    pen.fillStyle = clear('#000000', 0.25)
    pen.fillRect(x - wide / 2, y + tall - 1.5, wide, 1.5)
  }
  block(top, w * 1.5, cap * 0.45)
  block(top + cap * 0.45, w * 1.22, cap * 0.55)
  block(bottom - cap, w * 1.22, cap * 0.5)
  block(bottom - cap * 0.5, w * 1.5, cap * 0.5)
}

/** The wall, the columns, the emblem, the floor, the light that falls on them. */
export const paintCourtWall = (pen: Pen, w: number, h: number, court: Court, p: RoomPalette, light: Light): void => {
  const floor = court.rail.y
  const cornice = Math.min(floor, 420)
  const skirting = court.lift + (floor - court.lift) * 0.86
  const u = Math.min(1.3, Math.max(0.5, floor / 320))
  pen.fillStyle = mix(p.wood, p.woodDeep, 0.55)
  pen.fillRect(0, 0, w, h)

  const wide = Math.max(58, Math.min(118, w / 9))
  const count = Math.max(5, Math.round(w / wide))
  const each = w / count
  const rail = skirting * 0.66
  for (let i = 0; i < count; i++) {
    panel(pen, { x: i * each + 5, y: cornice * 0.12, w: each - 10, h: rail - cornice * 0.12 - 6 }, p)
    panel(pen, { x: i * each + 5, y: rail + 10 * u, w: each - 10, h: skirting - rail - 16 * u }, p)
  }
  moulding(pen, 0, rail - 2, w, 8 * u, p)
  moulding(pen, 0, 0, w, cornice * 0.055, p)
  moulding(pen, 0, cornice * 0.072, w, cornice * 0.022, p)
  for (let x = each / 4; x < w; x += each / 4) {
    pen.fillStyle = clear('#000000', 0.3)
    pen.fillRect(x, cornice * 0.03, 3 * u, cornice * 0.022)
  }

  const columns = w < 460 ? [0.045, 0.955] : [0.05, 0.285, 0.715, 0.95]
  for (const at of columns) column(pen, at * w, cornice * 0.055, skirting, Math.max(16, Math.min(46, w * 0.042)), p)

  const tall = floor - court.lift
  paintEmblem(pen, w / 2, court.lift * 0.72 + tall * 0.15, Math.min(tall * 0.085, w * 0.05), p)

  pen.fillStyle = gradient(
    pen,
    [0, skirting, 0, h],
    [
      [0, mix(p.woodDeep, '#000000', 0.1)],
      [1, mix(p.woodDeep, '#000000', 0.6)],
    ],
  )
  pen.fillRect(0, skirting, w, h - skirting)
  moulding(pen, 0, skirting - 3, w, 6 * u, p)
  pen.strokeStyle = clear('#000000', 0.3)
  pen.lineWidth = 1
  for (let i = -12; i <= 12; i++) {
    pen.beginPath()
    pen.moveTo(w / 2 + i * w * 0.05, skirting + 3)
    pen.lineTo(w / 2 + i * w * 0.12, floor)
    pen.stroke()
  }
  paintDaylight(pen, w, floor, p, light)
}

/** Brass scales in a roundel over the bench. */
const paintEmblem = (pen: Pen, x: number, y: number, r: number, p: RoomPalette) => {
  pen.fillStyle = pool(pen, x, y, r * 5, p.lamp, 0.4)
  pen.fillRect(x - r * 5, y - r * 5, r * 10, r * 10)
  shadowed(pen, 8, 3, 0.6, () => {
    pen.beginPath()
    pen.arc(x, y, r, 0, Math.PI * 2)
    pen.fillStyle = gradient(
      pen,
      [0, y - r, 0, y + r],
      [
        [0, mix(p.woodDeep, '#000000', 0.2)],
        [1, p.wood],
      ],
    )
    pen.fill()
  })
  pen.strokeStyle = gradient(
    pen,
    [x - r, y - r, x + r, y + r],
    [
      [0, '#fbe3a4'],
      [0.5, '#b98a3c'],
      [1, '#f0cd80'],
    ],
  )
  pen.lineWidth = Math.max(1.5, r * 0.1)
  pen.beginPath()
  pen.arc(x, y, r, 0, Math.PI * 2)
  pen.stroke()
  shadowed(pen, 3, 1.5, 0.6, () => drawIcon(pen, 'scales', x, y, r * 1.35, '#f2ca74'))
}

/** Day falls in slant shafts from high windows; by night only the lamp over the bench is left. */
const paintDaylight = (pen: Pen, w: number, h: number, p: RoomPalette, light: Light) => {
  pen.fillStyle = clear('#080c16', p.shade)
  pen.fillRect(0, 0, w, h)
  pen.save()
  pen.globalCompositeOperation = 'screen'
  pen.fillStyle = pool(pen, w / 2, h * 0.24, Math.max(w * 0.42, h * 0.8), p.lamp, p.lampStrength * 0.8)
  pen.fillRect(0, 0, w, h)
  if (light !== 'night') {
    const east = light === 'morning' ? 1 : 0
    for (let i = 0; i < 3; i++) {
      const x = east ? w * (1.02 - i * 0.2) : w * (-0.02 + i * 0.2)
      const slant = (east ? -1 : 1) * h * (light === 'day' ? 0.42 : 0.85)
      const beam = pen.createLinearGradient(x, 0, x + slant, h)
      beam.addColorStop(0, clear(p.sun, 0.22))
      beam.addColorStop(1, clear(p.sun, 0))
      pen.fillStyle = beam
      pen.beginPath()
      pen.moveTo(x - w * 0.035, 0)
      pen.lineTo(x + w * 0.055, 0)
      pen.lineTo(x + w * 0.055 + slant, h)
      pen.lineTo(x - w * 0.055 + slant, h)
      pen.closePath()
      pen.fill()
    }
  }
  pen.restore()
}

/** The judges' chairs, behind the busts. */
export const paintChairs = (pen: Pen, court: Court): void => {
  for (const seat of court.bench) {
    const [w, h] = [seat.size * 0.62, seat.size * 0.86]
    const box = { x: seat.x - w / 2, y: seat.base - h, w, h: h + 10 }
    shadowed(pen, 14, 4, 0.6, () => {
      rounded(pen, box, w * 0.2)
      pen.fillStyle = gradient(
        pen,
        [box.x, 0, box.x + w, 0],
        [
          [0, '#3a1216'],
          [0.5, '#6d2329'],
          [1, '#340f13'],
        ],
      )
      pen.fill()
    })
    pen.strokeStyle = '#c8994a'
    pen.lineWidth = 2
    rounded(pen, { x: box.x + 3, y: box.y + 3, w: w - 6, h: box.h }, w * 0.18)
    pen.stroke()
  }
}

const nameplate = (pen: Pen, text: string, box: Box): void => {
  const { size, lines, width } = fitText(pen, text, { w: box.w - 14, h: box.h }, s => `600 ${s}px ${fonts.serif}`, {
    most: Math.min(16, box.h * 0.62),
    least: 8.5,
    leading: 1.2,
  })
  const plate = {
    x: box.x + box.w / 2 - width / 2 - 9,
    y: box.y + box.h / 2 - (lines.length * size * 1.2) / 2 - 3,
    w: width + 18,
    h: lines.length * size * 1.2 + 6,
  }
  shadowed(pen, 4, 1.5, 0.55, () => {
    rounded(pen, plate, 2)
    pen.fillStyle = gradient(
      pen,
      [0, plate.y, 0, plate.y + plate.h],
      [
        [0, '#f5d993'],
        [0.5, '#d3a755'],
        [1, '#a67c35'],
      ],
    )
    pen.fill()
  })
  pen.fillStyle = '#2a1804'
  pen.font = `600 ${size}px ${fonts.serif}`
  writeLines(pen, lines, box.x + box.w / 2, plate.y + 3, size * 1.2, 'center')
}

const desk = (pen: Pen, box: Box, p: RoomPalette, panels: number, lip: number) => {
  shadowed(pen, 18, 5, 0.6, () => {
    pen.fillStyle = p.wood
    pen.fillRect(box.x, box.y, box.w, box.h)
  })
  pen.fillStyle = gradient(
    pen,
    [0, box.y, 0, box.y + box.h],
    [
      [0, mix(p.wood, p.woodLight, 0.35)],
      [1, mix(p.wood, p.woodDeep, 0.35)],
    ],
  )
  pen.fillRect(box.x, box.y, box.w, box.h)
  const top = box.h * 0.16
  const each = (box.w - 8) / panels
  for (let i = 0; i < panels; i++)
    panel(pen, { x: box.x + 4 + i * each + 3, y: box.y + top + 5, w: each - 6, h: box.h - top - 11 }, p, 0.8)
  moulding(pen, box.x - lip, box.y, box.w + lip * 2, top, p)
  pen.fillStyle = clear('#000000', 0.35)
  pen.fillRect(box.x - lip, box.y + top, box.w + lip * 2, 3)
}

/** Bench and tables in front of everybody's knees, with who sits there. */
export const paintCourtFront = (pen: Pen, court: Court, bench: string, p: RoomPalette): void => {
  const { benchBox: b, tableBoxes, tables, rail } = court
  // One step up to the bench.
  const step = { x: b.x - b.w * 0.07, y: b.y + b.h - 4, w: b.w * 1.14, h: Math.max(4, rail.y - b.y - b.h + 4) }
  pen.fillStyle = gradient(
    pen,
    [0, step.y, 0, step.y + step.h],
    [
      [0, p.woodLight],
      [0.2, p.wood],
      [1, p.woodDeep],
    ],
  )
  pen.fillRect(step.x, step.y, step.w, step.h)
  desk(pen, b, p, b.w > 240 ? 3 : 1, 10)
  pen.fillStyle = pool(pen, b.x + b.w / 2, b.y, b.w * 0.6, p.lamp, p.lampStrength * 0.4)
  pen.fillRect(b.x - 10, b.y, b.w + 20, b.h)
  nameplate(pen, bench, { x: b.x + 12, y: b.y + b.h * 0.32, w: b.w - 24, h: b.h * 0.42 })
  const size = Math.min(b.h * 0.42, b.w * 0.14)
  shadowed(pen, 4, 2, 0.5, () => drawIcon(pen, 'gavel', b.x + b.w - size * 0.75, b.y - size * 0.32, size, '#e8b65c'))

  tableBoxes.forEach((box, i) => {
    const seat = tables.find(t => t.side === (i === 0 ? 'them' : 'us'))
    if (!seat) return
    desk(pen, box, p, 1, 7)
    nameplate(pen, seat.person.name, { x: box.x + 8, y: box.y + box.h * 0.28, w: box.w - 16, h: box.h * 0.56 })
  })
}

/** The clerk's table along the front, under green leather, where the arguments lie. */
export const paintClerksTable = (pen: Pen, rail: Box, p: RoomPalette): void => {
  if (rail.h === 0) return
  moulding(pen, rail.x, rail.y, rail.w, 7, p)
  const leather = { x: rail.x, y: rail.y + 7, w: rail.w, h: rail.h - 7 }
  pen.fillStyle = gradient(
    pen,
    [0, leather.y, 0, leather.y + leather.h],
    [
      [0, mix('#1f4a3c', '#05100c', p.shade)],
      [1, mix('#123026', '#05100c', p.shade)],
    ],
  )
  pen.fillRect(leather.x, leather.y, leather.w, leather.h)
  pen.strokeStyle = clear('#d9b063', 0.55)
  pen.lineWidth = 1
  pen.strokeRect(leather.x + 4, leather.y + 3.5, leather.w - 8, leather.h - 7)
}
