/** Paints people: a bust out of its layers, a name, a speech bubble, an argument card. */

import type { PersonView } from '../view/index.ts'
import { bustOf, expressionOf, layersOf, robed, side } from './faces.ts'
import type { Pen } from './ink.ts'
import { fitText, fonts, gradient, rounded, shadowed, writeLines } from './ink.ts'
import type { ChartPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { Box, Seat } from './plan.ts'

/** The baked atlas, once loaded. Null draws nobody, and the rest of the picture stands. */
export type Atlas = CanvasImageSource | null

/** Draws somebody from the chest up, rising from the seat's base line. */
export const paintBust = (pen: Pen, atlas: Atlas, seat: Seat): void => {
  if (!atlas) return
  const bust = bustOf(seat.person.id)
  const k = seat.size / side
  pen.save()
  pen.translate(seat.x, seat.base - seat.size)
  pen.scale(seat.flip ? -k : k, k)
  pen.translate(-side / 2 - side * 0.03, 0)
  pen.imageSmoothingQuality = 'high'
  for (const { x, y, w, h, left, top } of layersOf(bust, expressionOf(seat.person.face)))
    pen.drawImage(atlas, x, y, w, h, left, top, w, h)
  if (robed(bust)) paintBands(pen)
  else if (suited.has(bust)) paintLapels(pen, bust)
  pen.restore()
}

const suited = new Set(['marcus', 'dara', 'sable', 'agent', 'brandt', 'you', 'stranger'])
const ties: Readonly<Record<string, string>> = { marcus: '#a23b3b', agent: '#2f4a7a', dara: '#c49a3a' }

/** A judge's white bands, at the collar of a bust of the atlas's own size. */
const paintBands = (pen: Pen) => {
  const [x, y] = [side * 0.545, side * 0.735]
  pen.strokeStyle = '#0a0a0a'
  pen.lineWidth = 2.4
  pen.lineJoin = 'round'
  pen.fillStyle = '#f6f2e8'
  for (const turn of [-1, 1]) {
    pen.beginPath()
    pen.moveTo(x, y)
    pen.lineTo(x + turn * 5, y)
    pen.lineTo(x + turn * 17, y + 40)
    pen.lineTo(x + turn * 2, y + 44)
    pen.closePath()
    pen.fill()
    pen.stroke()
  }
}

/** A shirt between two lapels; a tie for those who wear one. */
const paintLapels = (pen: Pen, bust: string) => {
  const [x, y] = [side * 0.548, side * 0.735]
  pen.lineJoin = 'round'
  pen.strokeStyle = '#0a0a0a'
  pen.lineWidth = 2.4
  pen.fillStyle = '#f4efe4'
  pen.beginPath()
  pen.moveTo(x - 34, y - 12)
  pen.quadraticCurveTo(x, y + 10, x + 34, y - 14)
  pen.lineTo(x + 4, y + 62)
  pen.closePath()
  pen.fill()
  pen.stroke()
  const tie = ties[bust]
  if (!tie) return
  pen.fillStyle = tie
  pen.beginPath()
  pen.moveTo(x - 6, y)
  pen.lineTo(x + 7, y)
  pen.lineTo(x + 4, y + 10)
  pen.lineTo(x + 10, y + 44)
  pen.lineTo(x + 4, y + 60)
  pen.lineTo(x - 4, y + 46)
  pen.lineTo(x - 2, y + 10)
  pen.closePath()
  pen.fill()
  pen.stroke()
}

/** Soft light behind a head, so that dark hair stands off a dark wall. */
export const paintHalo = (pen: Pen, seat: Seat, colour: string, alpha: number): void => {
  const [x, y, r] = [seat.x, seat.base - seat.size * 0.55, seat.size * 0.62]
  const glow = pen.createRadialGradient(x, y, r * 0.2, x, y, r)
  glow.addColorStop(0, clear(colour, alpha))
  glow.addColorStop(1, clear(colour, 0))
  pen.fillStyle = glow
  pen.fillRect(x - r, y - r, r * 2, r * 2)
}

/** A name engraved on a brass plate, its middle at x, its top at y; narrowed to `most` pixels. */
export const paintName = (
  pen: Pen,
  name: string,
  role: string,
  x: number,
  y: number,
  most: number,
  size: number,
): void => {
  const names = fitText(pen, name, { w: most - 16, h: size * 1.3 }, s => `600 ${s}px ${fonts.serif}`, {
    most: size,
    least: size * 0.72,
    leading: 1.2,
  })
  const under =
    role && size >= 11.5
      ? fitText(pen, role, { w: most - 16, h: size * 1.1 }, s => `400 ${s}px ${fonts.sans}`, {
          most: size * 0.8,
          least: size * 0.7,
          leading: 1.2,
        })
      : null
  const w = Math.min(most, Math.max(names.width, under?.width ?? 0) + 18)
  const box = { x: x - w / 2, y, w, h: names.size * 1.5 + (under ? under.size * 1.35 : 0) + 2 }
  shadowed(pen, 6, 2, 0.5, () => {
    rounded(pen, box, 3)
    pen.fillStyle = gradient(
      pen,
      [0, box.y, 0, box.y + box.h],
      [
        [0, '#f3d48c'],
        [0.5, '#d2a553'],
        [1, '#a77d36'],
      ],
    )
    pen.fill()
  })
  rounded(pen, { x: box.x + 1.5, y: box.y + 1.5, w: box.w - 3, h: box.h - 3 }, 2)
  pen.strokeStyle = 'rgba(60,36,8,0.5)'
  pen.lineWidth = 0.8
  pen.stroke()
  pen.fillStyle = '#2a1804'
  pen.font = `600 ${names.size}px ${fonts.serif}`
  writeLines(pen, names.lines, x, box.y + 1.5, names.size * 1.45, 'center')
  if (under) {
    pen.font = `400 ${under.size}px ${fonts.sans}`
    writeLines(pen, under.lines, x, box.y + names.size * 1.4, under.size * 1.35, 'center')
  }
}

export interface Bubble {
  readonly box: Box
  readonly size: number
  readonly lines: readonly string[]
}

/** The words in the air they are given, as near to whoever speaks as it goes: as large as fits, shortened if they must be. */
export const layBubble = (pen: Pen, says: string, air: Box, near: number, largest: number): Bubble => {
  const pad = largest * 0.62
  const least = Math.max(9.5, largest * 0.74)
  // In little air the words would rather touch a head than be cut: three small lines always have room.
  const { size, lines, width } = fitText(
    pen,
    says,
    { w: air.w - pad * 2, h: Math.max(least * 1.27 * 3, air.h - pad * 1.6 - 10) },
    s => `400 ${s}px ${fonts.serif}`,
    { most: largest, least, leading: 1.26 },
  )
  const w = width + pad * 2
  const h = lines.length * size * 1.26 + pad * 1.3
  const x = Math.max(air.x, Math.min(air.x + air.w - w, near - w / 2))
  return { box: { x, y: air.y + Math.max(0, air.h - h - 10), w, h }, size, lines }
}

/** Paper for them, blue paper for us, so that tail, place and colour all tell who speaks. */
export const paintBubble = (pen: Pen, bubble: Bubble, mouth: readonly [number, number], ours: boolean): void => {
  const { box, size, lines } = bubble
  const paper = ours ? '#e4f1fb' : '#fdf3dc'
  const root = Math.max(box.x + 16, Math.min(box.x + box.w - 16, mouth[0]))
  const tail = () => {
    pen.beginPath()
    pen.moveTo(root - 6, box.y + box.h - 2)
    pen.quadraticCurveTo(root + (mouth[0] - root) * 0.4, box.y + box.h + 4, mouth[0], mouth[1])
    pen.quadraticCurveTo(root + 4 + (mouth[0] - root) * 0.3, box.y + box.h + 5, root + 7, box.y + box.h - 2)
    pen.closePath()
  }
  shadowed(pen, 10, 3, 0.45, () => {
    pen.fillStyle = paper
    rounded(pen, box, 9)
    pen.fill()
    tail()
    pen.fill()
  })
  pen.fillStyle = paper
  tail()
  pen.fill()
  rounded(pen, { x: box.x + 0.5, y: box.y + 0.5, w: box.w - 1, h: box.h - 1 }, 9)
  pen.strokeStyle = ours ? 'rgba(40,84,128,0.35)' : 'rgba(120,86,30,0.35)'
  pen.lineWidth = 1
  pen.stroke()
  pen.fillStyle = paper
  pen.fillRect(root - 5, box.y + box.h - 2.5, 11, 3)
  pen.fillStyle = '#1b2430'
  pen.font = `400 ${size}px ${fonts.serif}`
  writeLines(pen, lines, box.x + box.w / 2, box.y + (box.h - lines.length * size * 1.26) / 2, size * 1.26, 'center')
}

/** A low card has its word in front of the text, not above it. */
const tagOf = (box: Box) => (box.h < 46 ? 0 : Math.max(8.5, Math.min(10.5, box.h * 0.2)))
const whose = (ours: boolean, text: string, box: Box) => (tagOf(box) ? text : `${ours ? 'Ours' : 'Theirs'}: ${text}`)
const layCard = (pen: Pen, text: string, box: Box, most: number) =>
  fitText(
    pen,
    text,
    { w: box.w - 20, h: box.h - tagOf(box) - (tagOf(box) ? 11 : 5) },
    s => `400 ${s}px ${fonts.serif}`,
    {
      most,
      least: Math.min(most, 9),
      leading: 1.2,
    },
  )

/** The largest hand in which an argument fits its card. */
export const cardSize = (pen: Pen, text: string, ours: boolean, box: Box): number =>
  layCard(pen, whose(ours, text, box), box, 14).size

/** An argument as a card on the table: whose it is in words, then the point. */
export const paintCard = (pen: Pen, text: string, ours: boolean, box: Box, tilt: number, most: number): void => {
  pen.save()
  pen.translate(box.x + box.w / 2, box.y + box.h / 2)
  pen.rotate(tilt)
  const card = { x: -box.w / 2, y: -box.h / 2, w: box.w, h: box.h }
  const paper = ours ? '#dcebf8' : '#faecce'
  shadowed(pen, 8, 3, 0.55, () => {
    rounded(pen, card, 3)
    pen.fillStyle = gradient(
      pen,
      [0, card.y, 0, card.y + card.h],
      [
        [0, mix(paper, '#ffffff', 0.4)],
        [1, mix(paper, '#000000', 0.06)],
      ],
    )
    pen.fill()
  })
  pen.fillStyle = ours ? '#2f6ea8' : '#a5542a'
  pen.fillRect(card.x, card.y + 3, 4, card.h - 6)
  const tag = tagOf(box)
  pen.font = `600 ${tag}px ${fonts.sans}`
  pen.textAlign = 'left'
  pen.textBaseline = 'top'
  pen.fillStyle = ours ? '#1f5485' : '#84401c'
  if (tag) pen.fillText(ours ? 'OURS' : 'THEIRS', card.x + 11, card.y + 5)
  const { size, lines } = layCard(pen, whose(ours, text, box), box, most)
  pen.fillStyle = '#1d1a14'
  pen.font = `400 ${size}px ${fonts.serif}`
  writeLines(pen, lines, card.x + 11, card.y + (tag ? tag + 7 : 3), size * 1.2)
  pen.restore()
}

/** A portrait in a brass ring with a name and what they say: somebody far away who writes or calls. */
export const paintMedallion = (pen: Pen, atlas: Atlas, person: PersonView, box: Box, p: ChartPalette): void => {
  shadowed(pen, 10, 3, 0.45, () => {
    rounded(pen, box, 8)
    pen.fillStyle = clear(p.plate, 0.94)
    pen.fill()
  })
  rounded(pen, box, 8)
  pen.strokeStyle = clear(p.brass, 0.6)
  pen.lineWidth = 1
  pen.stroke()
  const r = box.h / 2 - 6
  const [x, y] = [box.x + r + 8, box.y + box.h / 2]
  pen.save()
  pen.beginPath()
  pen.arc(x, y, r, 0, Math.PI * 2)
  pen.fillStyle = gradient(
    pen,
    [0, y - r, 0, y + r],
    [
      [0, '#e9eef2'],
      [1, '#b9c6d2'],
    ],
  )
  pen.fill()
  pen.clip()
  const size = r * 2.5
  paintBust(pen, atlas, { person, x, base: y + size * 0.62, size, flip: false, bubble: box })
  pen.restore()
  pen.beginPath()
  pen.arc(x, y, r, 0, Math.PI * 2)
  pen.strokeStyle = p.brass
  pen.lineWidth = 2
  pen.stroke()
  const left = x + r + 10
  const room = box.x + box.w - left - 8
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.font = `600 12px ${fonts.sans}`
  pen.fillStyle = p.brass
  pen.fillText(person.name, left, box.y + 13, room)
  const said = fitText(pen, person.says ?? person.role, { w: room, h: box.h - 24 }, s => `400 ${s}px ${fonts.serif}`, {
    most: 13,
    least: 10.5,
    leading: 1.22,
  })
  pen.fillStyle = p.ink
  pen.font = `400 ${said.size}px ${fonts.serif}`
  writeLines(pen, said.lines, left, box.y + 21, said.size * 1.22)
}
