/** Pen and paper for every painter of the stage: fonts, icons, wrapped words, plates, hatches. Draws in CSS pixels. */
import icons from '../../assets/icons.json' with { type: 'json' }
import { clear } from './palette.ts'
import type { Box } from './plan.ts'
import type { Hatch } from './verdict.ts'

export type Pen = CanvasRenderingContext2D
export type Icon = keyof typeof icons

/** Quoted, because a family with a digit in its name is otherwise no name to a canvas. */
export const fonts = {
  sans: '"Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif',
  serif: '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif',
  stamp: '"Special Elite", "Courier New", monospace',
}

/** Resolves when the page's fonts are there, or when they are not coming. */
export const fontsReady = async (patience = 1500): Promise<void> => {
  if (!document.fonts?.load) return
  const wanted = [`600 14px ${fonts.sans}`, `400 14px ${fonts.serif}`, `400 14px ${fonts.stamp}`]
  const late = new Promise(resolve => setTimeout(resolve, patience))
  await Promise.race([Promise.allSettled(wanted.map(font => document.fonts.load(font))), late])
}

/** Draws an icon in a square with this middle and side. */
export const drawIcon = (pen: Pen, name: Icon, x: number, y: number, size: number, colour: string, line = 2): void => {
  const icon = icons[name]
  pen.save()
  pen.translate(x - size / 2, y - size / 2)
  pen.scale(size / icon.size, size / icon.size)
  const path = new Path2D(icon.path)
  if (icon.fill) {
    pen.fillStyle = colour
    pen.fill(path)
  } else {
    pen.strokeStyle = colour
    pen.lineWidth = line
    pen.lineCap = 'round'
    pen.lineJoin = 'round'
    pen.stroke(path)
  }
  pen.restore()
}

/** A box with round corners, as the current path. */
export const rounded = (pen: Pen, { x, y, w, h }: Box, radius: number): void => {
  const r = Math.max(0, Math.min(radius, w / 2, h / 2))
  pen.beginPath()
  pen.moveTo(x + r, y)
  pen.arcTo(x + w, y, x + w, y + h, r)
  pen.arcTo(x + w, y + h, x, y + h, r)
  pen.arcTo(x, y + h, x, y, r)
  pen.arcTo(x, y, x + w, y, r)
  pen.closePath()
}

/** Words broken into lines no wider than `width`; what does not fit in `most` lines ends in an ellipsis. */
export const wrap = (
  text: string,
  width: number,
  measure: (line: string) => number,
  most: number,
): readonly string[] => {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter(Boolean)
  for (const [i, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width || !line) {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      let rest = [line, ...words.slice(i)].join(' ')
      while (rest && measure(`${rest}…`) > width) rest = rest.slice(0, -1).trimEnd()
      return [...lines, `${rest.replace(/[\s,.;:–-]+$/, '')}…`]
    }
    lines.push(line)
    line = word
  }
  return line ? [...lines, line] : lines
}

/** The largest font between two sizes at which the words fit the box, and the lines they make there. */
export const fitText = (
  pen: Pen,
  text: string,
  box: { readonly w: number; readonly h: number },
  font: (size: number) => string,
  sizes: { readonly most: number; readonly least: number; readonly leading: number },
): { readonly size: number; readonly lines: readonly string[]; readonly width: number } => {
  for (let size = sizes.most; ; size -= 0.5) {
    pen.font = font(size)
    const room = Math.max(1, Math.floor(box.h / (size * sizes.leading)))
    const lines = wrap(text, box.w, line => pen.measureText(line).width, room)
    if (!lines.at(-1)?.endsWith('…') || text.endsWith('…') || size <= sizes.least)
      return { size, lines, width: Math.max(0, ...lines.map(line => pen.measureText(line).width)) }
  }
}

/** Lines of text, from the top, aligned at x. */
export const writeLines = (
  pen: Pen,
  lines: readonly string[],
  x: number,
  y: number,
  leading: number,
  align: CanvasTextAlign = 'left',
): void => {
  pen.textAlign = align
  pen.textBaseline = 'middle'
  lines.forEach((line, i) => {
    pen.fillText(line, x, y + leading * (i + 0.5))
  })
}

/** Fills the box with a hatch. Clip to the shape first. */
export const drawHatch = (pen: Pen, hatch: Hatch, { x, y, w, h }: Box, colour: string, step = 8): void => {
  pen.save()
  pen.strokeStyle = colour
  pen.fillStyle = colour
  pen.lineWidth = step / 5.5
  const slant = (down: boolean) => {
    pen.beginPath()
    for (let d = -h; d < w + h; d += step * 1.2) {
      pen.moveTo(x + d, down ? y : y + h)
      pen.lineTo(x + d + h, down ? y + h : y)
    }
    pen.stroke()
  }
  if (hatch === 'slant') slant(true)
  if (hatch === 'cross') {
    slant(false)
    slant(true)
  }
  if (hatch === 'bars' || hatch === 'uprights') {
    pen.beginPath()
    for (let d = step * 0.4; d < (hatch === 'bars' ? h : w); d += step * 0.8) {
      pen.moveTo(hatch === 'bars' ? x : x + d, hatch === 'bars' ? y + d : y)
      pen.lineTo(hatch === 'bars' ? x + w : x + d, hatch === 'bars' ? y + d : y + h)
    }
    pen.stroke()
  }
  if (hatch === 'dots')
    for (let row = 0; row * step * 0.8 < h; row++)
      for (let d = (row % 2) * step * 0.5; d < w; d += step) {
        pen.beginPath()
        pen.arc(x + d, y + row * step * 0.8, step / 5, 0, Math.PI * 2)
        pen.fill()
      }
  pen.restore()
}

/** A gradient between two points, with its stops. */
export const gradient = (
  pen: Pen,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  stops: readonly (readonly [number, string])[],
): CanvasGradient => {
  const made = pen.createLinearGradient(x0, y0, x1, y1)
  for (const [at, colour] of stops) made.addColorStop(at, colour)
  return made
}

/** A pool of light (or dark): full in the middle, nothing at the rim. */
export const pool = (pen: Pen, x: number, y: number, radius: number, colour: string, alpha: number): CanvasGradient => {
  const made = pen.createRadialGradient(x, y, 0, x, y, radius)
  made.addColorStop(0, clear(colour, alpha))
  made.addColorStop(0.55, clear(colour, alpha * 0.4))
  made.addColorStop(1, clear(colour, 0))
  return made
}

/** Casts a shadow for everything drawn inside. */
export const shadowed = (pen: Pen, blur: number, drop: number, alpha: number, draw: () => void): void => {
  pen.save()
  pen.shadowColor = `rgba(4,8,16,${alpha})`
  pen.shadowBlur = blur
  pen.shadowOffsetY = drop
  draw()
  pen.restore()
}

/** The same numbers every time: a picture redrawn is the same picture. */
export const dice = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
