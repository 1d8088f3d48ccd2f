/** Paints the office: a window on the town, shelves of reports, the desk with the demand on it, one lamp. */
import type { Pen } from './ink.ts'
import { dice, drawIcon, gradient, pool, rounded, shadowed } from './ink.ts'
import type { Light, RoomPalette } from './palette.ts'
import { clear, mix } from './palette.ts'
import type { Box } from './plan.ts'

/** Where the window is, and the height of the desk's far edge. */
export const officeLines = (w: number, h: number): { window: Box; desk: number } => ({
  window: { x: w * 0.19, y: h * 0.07, w: w * 0.62, h: h * 0.56 },
  desk: h * 0.74,
})

/** The wall with everything on it. */
export const paintOfficeWall = (pen: Pen, w: number, h: number, p: RoomPalette, light: Light): void => {
  const { window: view, desk } = officeLines(w, h)
  pen.fillStyle = gradient(
    pen,
    [0, 0, 0, desk],
    [
      [0, p.wallDeep],
      [0.6, p.wall],
      [1, mix(p.wall, p.wallDeep, 0.5)],
    ],
  )
  pen.fillRect(0, 0, w, h)
  paintShelves(pen, { x: w * 0.012, y: h * 0.07, w: w * 0.145, h: desk - h * 0.07 }, p, 11)
  paintShelves(pen, { x: w * 0.843, y: h * 0.07, w: w * 0.145, h: desk - h * 0.07 }, p, 29)
  paintTown(pen, view, p, light)

  pen.fillStyle = clear('#060a14', p.shade * 0.75)
  const around = [
    [0, 0, w, view.y],
    [0, view.y, view.x, desk],
    [view.x + view.w, view.y, w, desk],
    [view.x, view.y + view.h, view.w, h],
  ] as const
  for (const [x, y, ww, hh] of around) pen.fillRect(x, y, ww, hh)
  if (light === 'night' || light === 'evening') {
    // The lamp on the desk, before anybody stands in its light.
    pen.save()
    pen.globalCompositeOperation = 'screen'
    pen.fillStyle = pool(pen, w * 0.07, desk - 20, Math.max(w * 0.5, desk), p.lamp, p.lampStrength * 0.8)
    pen.fillRect(0, 0, w, desk)
    pen.restore()
  }
  if (light !== 'night') {
    // What comes in through the window lies on the wall around it.
    pen.save()
    pen.globalCompositeOperation = 'screen'
    pen.fillStyle = pool(pen, view.x + view.w / 2, view.y + view.h * 0.6, w * 0.6, p.lamp, p.lampStrength * 0.5)
    pen.fillRect(0, 0, w, h)
    pen.restore()
  }
}

const paintShelves = (pen: Pen, box: Box, p: RoomPalette, seed: number) => {
  if (box.w < 34) return
  const roll = dice(seed)
  pen.fillStyle = mix(p.woodDeep, '#000000', 0.3)
  pen.fillRect(box.x, box.y, box.w, box.h)
  const rows = Math.max(2, Math.round(box.h / 58))
  const tall = box.h / rows
  const spines = ['#7a2f2b', '#2f4f6b', '#3f5a3c', '#8a6a35', '#4a3a5e', '#6b6f78', '#5b2f3f', '#c9b183']
  for (let row = 0; row < rows; row++) {
    const bottom = box.y + tall * (row + 1) - 5
    let x = box.x + 6
    while (x < box.x + box.w - 12) {
      const wide = 5 + roll() * 8
      const high = tall * (0.55 + roll() * 0.28)
      const colour = mix(spines[Math.floor(roll() * spines.length)]!, '#0a0a10', p.shade * 0.75)
      if (roll() > 0.1) {
        pen.fillStyle = gradient(
          pen,
          [x, 0, x + wide, 0],
          [
            [0, mix(colour, '#000000', 0.3)],
            [0.4, mix(colour, '#ffffff', 0.08)],
            [1, mix(colour, '#000000', 0.35)],
          ],
        )
        pen.fillRect(x, bottom - high, wide, high)
        pen.fillStyle = clear('#e5c274', 0.55)
        pen.fillRect(x + 1, bottom - high * 0.82, wide - 2, 1.2)
        pen.fillRect(x + 1, bottom - high * 0.7, wide - 2, 1.2)
      }
      x += wide + 0.6
    }
    pen.fillStyle = gradient(
      pen,
      [0, bottom, 0, bottom + 5],
      [
        [0, p.woodLight],
        [1, p.woodDeep],
      ],
    )
    pen.fillRect(box.x, bottom, box.w, 5)
  }
  pen.strokeStyle = p.wood
  pen.lineWidth = 5
  pen.strokeRect(box.x + 1, box.y, box.w - 2, box.h)
}

const paintTown = (pen: Pen, view: Box, p: RoomPalette, light: Light) => {
  pen.save()
  pen.beginPath()
  pen.rect(view.x, view.y, view.w, view.h)
  pen.clip()
  pen.fillStyle = gradient(
    pen,
    [0, view.y, 0, view.y + view.h],
    [
      [0, p.sky[0]],
      [0.6, p.sky[1]],
      [1, p.sky[2]],
    ],
  )
  pen.fillRect(view.x, view.y, view.w, view.h)
  const roll = dice(7)
  if (light === 'night')
    for (let i = 0; i < 70; i++) {
      pen.fillStyle = clear('#ffffff', 0.15 + roll() * 0.55)
      const size = roll() > 0.9 ? 1.8 : 1
      pen.fillRect(view.x + roll() * view.w, view.y + roll() * view.h * 0.6, size, size)
    }
  const sun = { morning: [0.82, 0.62], day: [0.68, 0.16], evening: [0.16, 0.7], night: [0.78, 0.2] }[light] as [
    number,
    number,
  ]
  const [sx, sy] = [view.x + view.w * sun[0], view.y + view.h * sun[1]]
  const r = view.h * (light === 'night' ? 0.06 : 0.085)
  pen.fillStyle = pool(pen, sx, sy, r * 7, p.sun, light === 'night' ? 0.3 : 0.75)
  pen.fillRect(view.x, view.y, view.w, view.h)
  pen.fillStyle = p.sun
  pen.beginPath()
  if (light === 'night') {
    pen.arc(sx, sy, r, -1.2, 2.1)
    pen.arc(sx - r * 0.42, sy - r * 0.2, r * 0.94, 1.75, -0.95, true)
  } else pen.arc(sx, sy, r, 0, Math.PI * 2)
  pen.fill()
  if (light === 'day' || light === 'morning')
    for (let i = 0; i < 4; i++) {
      const [cx, cy] = [view.x + view.w * (0.1 + i * 0.27 + roll() * 0.05), view.y + view.h * (0.16 + roll() * 0.24)]
      pen.fillStyle = clear('#ffffff', 0.4)
      for (const [dx, dy, s] of [
        [0, 0, 1],
        [0.9, 0.12, 0.75],
        [-0.95, 0.16, 0.7],
      ] as const) {
        pen.beginPath()
        pen.ellipse(
          cx + dx * view.h * 0.1,
          cy + dy * view.h * 0.1,
          view.h * 0.11 * s,
          view.h * 0.045 * s,
          0,
          0,
          Math.PI * 2,
        )
        pen.fill()
      }
    }
  for (const layer of [0, 1] as const) {
    let x = view.x - 8
    while (x < view.x + view.w) {
      const wide = view.h * (0.1 + roll() * 0.13)
      const high = view.h * (layer === 0 ? 0.34 + roll() * 0.34 : 0.16 + roll() * 0.3)
      const top = view.y + view.h - high
      pen.fillStyle = gradient(
        pen,
        [0, top, 0, view.y + view.h],
        [
          [0, p.buildings[layer]],
          [1, mix(p.buildings[layer], p.sky[2], 0.25)],
        ],
      )
      pen.fillRect(x, top, wide, high)
      if (roll() > 0.6) pen.fillRect(x + wide / 2 - 1, top - view.h * 0.08, 2, view.h * 0.08)
      const pane = Math.max(2, view.h * 0.016)
      for (let py = top + pane * 1.6; py < view.y + view.h - pane; py += pane * 2.3)
        for (let px = x + pane; px < x + wide - pane; px += pane * 2.1) {
          const lit = roll() < p.panes
          pen.fillStyle = lit ? clear('#ffd98a', light === 'day' ? 0.25 : 0.9) : clear('#000000', 0.14)
          pen.fillRect(px, py, pane, pane * 1.2)
        }
      x += wide + roll() * 3
    }
  }
  // The pane itself: a slant of reflected room.
  pen.fillStyle = clear('#ffffff', 0.05)
  pen.beginPath()
  pen.moveTo(view.x + view.w * 0.1, view.y)
  pen.lineTo(view.x + view.w * 0.26, view.y)
  pen.lineTo(view.x + view.w * 0.08, view.y + view.h)
  pen.lineTo(view.x - view.w * 0.08, view.y + view.h)
  pen.fill()
  pen.restore()

  const bar = Math.max(4, view.h * 0.028)
  const frame = (x: number, y: number, w: number, h: number) => {
    pen.fillStyle = gradient(pen, w > h ? [0, y, 0, y + h] : [x, 0, x + w, 0], [
      [0, p.woodLight],
      [0.5, p.wood],
      [1, p.woodDeep],
    ])
    pen.fillRect(x, y, w, h)
  }
  shadowed(pen, 10, 3, 0.5, () => frame(view.x - bar, view.y - bar, view.w + bar * 2, bar))
  frame(view.x - bar, view.y - bar, bar, view.h + bar * 2)
  frame(view.x + view.w, view.y - bar, bar, view.h + bar * 2)
  for (const at of [1 / 3, 2 / 3]) frame(view.x + view.w * at - bar * 0.4, view.y, bar * 0.8, view.h)
  frame(view.x - bar * 2, view.y + view.h, view.w + bar * 4, bar * 1.5)
}

/** The desk you sit at, seen from your chair; the demand lies on it. */
export const paintDesk = (pen: Pen, w: number, h: number, seats: number, p: RoomPalette, light: Light): void => {
  const { desk } = officeLines(w, h)
  const deep = h - desk
  shadowed(pen, 24, -6, 0.55, () => {
    pen.fillStyle = p.wood
    pen.fillRect(0, desk, w, deep)
  })
  pen.fillStyle = gradient(
    pen,
    [0, desk, 0, h],
    [
      [0, mix(p.wood, p.woodLight, 0.45)],
      [0.14, p.wood],
      [1, mix(p.wood, p.woodDeep, 0.75)],
    ],
  )
  pen.fillRect(0, desk, w, deep)
  pen.fillStyle = clear('#ffffff', 0.22)
  pen.fillRect(0, desk, w, 1.4)
  const roll = dice(3)
  for (let i = 0; i < 26; i++) {
    const y = desk + 4 + roll() * deep
    const x = roll() * w
    pen.strokeStyle = clear(roll() > 0.5 ? p.woodDeep : p.woodLight, 0.12)
    pen.lineWidth = 1
    pen.beginPath()
    pen.moveTo(x, y)
    pen.bezierCurveTo(x + w * 0.1, y - 3, x + w * 0.2, y + 3, x + w * 0.34, y)
    pen.stroke()
  }
  const k = Math.min(1.25, Math.max(0.45, deep / 92)) * (w < 460 ? 0.8 : 1)
  // Between two people, where no name is in the way.
  const gap = Math.ceil(seats / 2) / Math.max(1, seats)
  const x = seats < 2 ? 0.72 : gap
  paintLampOnDesk(pen, w * 0.05, desk + deep * 0.36, k, p, light)
  paintDemand(pen, w * x, desk + deep * 0.58, k)
  paintCup(pen, w * 0.955, desk + deep * 0.5, k)
  if (w > 520) paintPen(pen, w * x + 96 * k, desk + deep * 0.66, k)
}

const paintDemand = (pen: Pen, x: number, y: number, k: number) => {
  const [w, h] = [118 * k, 62 * k]
  const sheet = (turn: number, dx: number, dy: number, paper: string, top: boolean) => {
    pen.save()
    pen.translate(x + dx * k, y + dy * k)
    // Seen from the chair, a sheet on the desk is wider than it is tall.
    pen.transform(1, 0, -0.22, 1, 0, 0)
    pen.rotate(turn)
    shadowed(pen, 6 * k, 3 * k, 0.45, () => {
      pen.fillStyle = paper
      pen.fillRect(-w / 2, -h / 2, w, h)
    })
    if (top) {
      pen.fillStyle = '#2b2419'
      pen.fillRect(-w * 0.26, -h * 0.38, w * 0.52, 3 * k)
      pen.fillStyle = 'rgba(43,36,25,0.5)'
      for (let i = 0; i < 6; i++)
        pen.fillRect(-w * 0.42, -h * 0.22 + i * h * 0.095, w * (i === 5 ? 0.4 : 0.84), 1.6 * k)
      shadowed(pen, 3, 1.5, 0.4, () => {
        pen.beginPath()
        pen.arc(w * 0.36, h * 0.3, 9 * k, 0, Math.PI * 2)
        pen.fillStyle = '#8e1f1b'
        pen.fill()
      })
      drawIcon(pen, 'seal', w * 0.36, h * 0.3, 24 * k, '#cf4138')
    }
    pen.restore()
  }
  sheet(0.16, 14, -5, '#d9cba9', false)
  sheet(-0.12, -12, -3, '#e9dcbb', false)
  sheet(0.03, 0, 0, '#f8efd8', true)
}

const paintCup = (pen: Pen, x: number, y: number, k: number) => {
  const [w, h] = [26 * k, 26 * k]
  pen.strokeStyle = '#dfe6ea'
  pen.lineWidth = 4 * k
  pen.beginPath()
  pen.arc(x + w * 0.55, y - h * 0.1, 7 * k, -1.3, 1.5)
  pen.stroke()
  shadowed(pen, 8 * k, 3 * k, 0.5, () => {
    rounded(pen, { x: x - w / 2, y: y - h / 2, w, h }, 5 * k)
    pen.fillStyle = gradient(
      pen,
      [x - w / 2, 0, x + w / 2, 0],
      [
        [0, '#b9c4cb'],
        [0.4, '#f4f7f8'],
        [1, '#9caab3'],
      ],
    )
    pen.fill()
  })
  pen.fillStyle = '#3b2413'
  pen.beginPath()
  pen.ellipse(x, y - h / 2 + 2 * k, w / 2 - 2 * k, 3.4 * k, 0, 0, Math.PI * 2)
  pen.fill()
}

const paintPen = (pen: Pen, x: number, y: number, k: number) => {
  pen.save()
  pen.translate(x, y)
  pen.rotate(-0.35)
  shadowed(pen, 3, 2, 0.5, () => {
    pen.fillStyle = '#141a26'
    rounded(pen, { x: -32 * k, y: -2.6 * k, w: 54 * k, h: 5.2 * k }, 2.6 * k)
    pen.fill()
    pen.fillStyle = '#d9b063'
    pen.fillRect(20 * k, -2.6 * k, 3 * k, 5.2 * k)
    pen.beginPath()
    pen.moveTo(23 * k, -2.2 * k)
    pen.lineTo(34 * k, 0)
    pen.lineTo(23 * k, 2.2 * k)
    pen.fill()
  })
  pen.restore()
}

/** A banker's lamp. Evenings and nights it is the one light in the room. */
const paintLampOnDesk = (pen: Pen, x: number, y: number, k: number, p: RoomPalette, light: Light) => {
  const on = light === 'night' || light === 'evening'
  const top = y - 74 * k
  pen.fillStyle = '#b98f42'
  pen.fillRect(x - 2.2 * k, top, 4.4 * k, 72 * k)
  shadowed(pen, 8 * k, 3 * k, 0.5, () => {
    pen.beginPath()
    pen.ellipse(x, y, 24 * k, 6.5 * k, 0, 0, Math.PI * 2)
    pen.fillStyle = gradient(
      pen,
      [x - 24 * k, 0, x + 24 * k, 0],
      [
        [0, '#7e5d22'],
        [0.45, '#f0cd80'],
        [1, '#7e5d22'],
      ],
    )
    pen.fill()
  })
  if (on) {
    pen.save()
    pen.globalCompositeOperation = 'screen'
    pen.fillStyle = pool(pen, x + 20 * k, y - 10 * k, 330 * k, p.lamp, p.lampStrength * 0.9)
    pen.fillRect(x - 300 * k, y - 26 * k, 700 * k, 400 * k)
    pen.restore()
  }
  pen.beginPath()
  pen.moveTo(x - 34 * k, top + 15 * k)
  pen.bezierCurveTo(x - 32 * k, top - 16 * k, x + 32 * k, top - 16 * k, x + 34 * k, top + 15 * k)
  pen.closePath()
  pen.fillStyle = gradient(
    pen,
    [0, top - 10 * k, 0, top + 15 * k],
    [
      [0, on ? '#3fae7d' : '#1f6b4b'],
      [1, on ? '#1f7d57' : '#124732'],
    ],
  )
  pen.fill()
  pen.fillStyle = on ? '#fff2cc' : '#d9c58f'
  pen.fillRect(x - 33 * k, top + 14 * k, 66 * k, 3 * k)
}
