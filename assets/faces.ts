/**
 * Bakes the people: assets/faces.png and faces.json, an atlas of layers (bust, expression, beard and glasses) that the
 * stage lays over each other, so that everybody can wear every expression; and assets/portraits/<id>.webp for the page.
 * Open Peeps by Pablo Stanley, through DiceBear. Run with `npx tsx assets/faces.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { openPeeps } from '@dicebear/collection'
import { createAvatar } from '@dicebear/core'
import sharp, { type Sharp } from 'sharp'

interface Look {
  readonly head: string
  readonly skin: string
  readonly hair?: string
  readonly clothes: string
  readonly beard?: string
  readonly glasses?: string
}

const skin = { porcelain: 'f6d3b3', sand: 'edb98a', honey: 'd8a06c', bronze: 'b9754a', umber: '8d5a3c', deep: '6b4733' }
const robe = '1c1e2a'

const people: Record<string, Look> = {
  you: { head: 'long', skin: skin.honey, clothes: '2f7f86' },
  ruth: { head: 'bantuKnots', skin: skin.deep, clothes: 'd8892f' },
  dara: { head: 'short4', skin: skin.porcelain, hair: 'b5542a', clothes: '2f6b4f', beard: 'full4' },
  marcus: { head: 'pomp', skin: skin.sand, clothes: '2b3350', beard: 'chin' },
  ines: { head: 'mediumBangs', skin: skin.porcelain, clothes: '6b4a86', glasses: 'glasses2' },
  brandt: { head: 'medium3', skin: skin.sand, clothes: '7a2e3a' },
  halloran: { head: 'grayShort', skin: skin.porcelain, hair: 'd9d4cc', clothes: robe, glasses: 'glasses5' },
  okafor: { head: 'grayBun', skin: skin.umber, hair: 'd6d2cd', clothes: robe, glasses: 'glasses' },
  'panel-1': { head: 'noHair3', skin: skin.porcelain, hair: 'bdb6ac', clothes: robe, beard: 'moustache9' },
  'panel-2': { head: 'grayMedium', skin: skin.bronze, hair: '8f8a86', clothes: robe },
  'panel-3': { head: 'short3', skin: skin.sand, clothes: robe, glasses: 'glasses3' },
  rey: { head: 'shaved3', skin: skin.bronze, clothes: '5b6b3a', beard: 'goatee1' },
  galway: { head: 'grayMedium', skin: skin.porcelain, hair: 'cfc8bd', clothes: '3d6fa3', glasses: 'glasses2' },
  sable: { head: 'mediumStraight', skin: skin.sand, clothes: '33363f', glasses: 'glasses4' },
  agent: { head: 'flatTop', skin: skin.umber, clothes: '3a4658' },
  clerk: { head: 'bangs2', skin: skin.honey, clothes: '8a6a3a', glasses: 'glasses3' },
  stranger: { head: 'short2', skin: skin.bronze, clothes: '55606e' },
}

/** Our name, and the style's where it differs: its calm beams with shut eyes, which suits few rooms with a warrant in them. */
const drawnAs: Readonly<Record<string, string>> = {
  calm: 'smile',
  smile: 'calm',
  fear: 'concernedFear',
  angry: 'veryAngry',
}

const expressions = [
  'calm',
  'serious',
  'concerned',
  'smile',
  'suspicious',
  'contempt',
  'explaining',
  'solemn',
  'tired',
  'driven',
  'fear',
  'angry',
  'smileBig',
  'cheeky',
  'eyesClosed',
  'awe',
]

/** Wider and deeper than the style's own frame, so that a bust reaches behind a bench. */
const [left, top, side] = [-78, 0, 860]
const pixels = 320

const avatar = (look: Look, face: string) =>
  createAvatar(openPeeps, {
    head: [look.head],
    face: [drawnAs[face] ?? face],
    skinColor: [look.skin],
    clothingColor: [look.clothes],
    headContrastColor: [look.hair ?? '2c1b18'],
    facialHair: look.beard ? [look.beard] : [],
    facialHairProbability: look.beard ? 100 : 0,
    accessories: look.glasses ? [look.glasses] : [],
    accessoriesProbability: look.glasses ? 100 : 0,
    maskProbability: 0,
  } as Parameters<typeof createAvatar<openPeeps.Options>>[1]).toString()

/** The style writes body, head, face, beard, mask and glasses as six groups, each at its own fixed place. */
const places = {
  head: 'matrix(.99789 0 0 1 156 62)',
  face: 'translate(315 248)',
  beard: 'translate(279 400)',
  mask: 'translate(179 343)',
  glasses: 'translate(203 303)',
}
const layersOf = (svg: string) => {
  // what wraps all groups, a clip to the style's own frame, is left out: a bust may run past it
  const inner = svg.slice(svg.indexOf('<g fill-rule'), svg.lastIndexOf('</g></svg>'))
  const starts = Object.entries(places).map(([name, place]) => ({
    name,
    at: inner.indexOf(`<g transform="${place}">`),
  }))
  const cut = (from: number, to: number) => inner.slice(from, to)
  const parts: Record<string, string> = { body: cut(0, starts[0]!.at) }
  starts.forEach(({ name, at }, i) => {
    if (at < 0) throw new Error(`the style no longer writes a ${name} at its place`)
    parts[name] = cut(at, starts[i + 1]?.at ?? inner.length)
  })
  return parts
}
const frame = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${side} ${side}" fill="none" width="${pixels}" height="${pixels}">${content}</svg>`

interface Piece {
  readonly id: string
  readonly data: Buffer
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
const piece = async (id: string, content: string): Promise<Piece | null> => {
  const image = sharp(Buffer.from(frame(content)))
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  let [x0, y0, x1, y1] = [info.width, info.height, -1, -1]
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++)
      if (data[(y * info.width + x) * 4 + 3]! > 8)
        [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
  if (x1 < 0) return null
  const box = { left: x0, top: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 }
  const cropped = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .extract(box)
    .png()
    .toBuffer()
  return { id, data: cropped, x: x0, y: y0, w: box.width, h: box.height }
}

const whole = (svg: string) => {
  const p = layersOf(svg)
  return p.body! + p.head! + p.face! + p.beard! + p.glasses!
}

const pieces: Piece[] = []
const keep = async (id: string, content: string) => {
  const made = await piece(id, content)
  if (made) pieces.push(made)
}
for (const [id, look] of Object.entries(people)) {
  const p = layersOf(avatar(look, 'calm'))
  await keep(`bust/${id}`, p.body! + p.head!)
  await keep(`over/${id}`, p.beard! + p.glasses!)
}
for (const face of expressions) await keep(`face/${face}`, layersOf(avatar(people.you!, face)).face!)

/** Shelves: tallest first, left to right. */
const width = 1600
let [x, y, shelf] = [0, 0, 0]
const frames: Record<string, readonly number[]> = {}
const placed = [...pieces]
  .sort((a, b) => b.h - a.h || a.id.localeCompare(b.id))
  .map(p => {
    if (x + p.w > width) [x, y, shelf] = [0, y + shelf + 2, 0]
    const spot = { input: p.data, left: x, top: y }
    frames[p.id] = [x, y, p.w, p.h, p.x, p.y]
    x += p.w + 2
    shelf = Math.max(shelf, p.h)
    return spot
  })
await sharp({ create: { width, height: y + shelf, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  .composite(placed)
  .png({ palette: true, colours: 128, dither: 0, effort: 10, compressionLevel: 9 })
  .toFile(new URL('faces.png', import.meta.url).pathname)
writeFileSync(
  new URL('faces.json', import.meta.url),
  `${JSON.stringify({ side: pixels, people: Object.keys(people), expressions, frames })}\n`,
)

mkdirSync(new URL('portraits/', import.meta.url), { recursive: true })
const portrait = async (id: string, picture: Sharp) => {
  await picture
    .webp({ quality: 70, alphaQuality: 80, effort: 6 })
    .toFile(new URL(`portraits/${id}.webp`, import.meta.url).pathname)
}
const head = (id: string, size: number) => {
  const svg = frame(whole(avatar(people[id]!, 'calm'))).replace(/viewBox="[^"]+"/, 'viewBox="0 0 704 704"')
  return sharp(Buffer.from(svg), { density: 144 }).resize(size, size)
}
for (const id of Object.keys(people)) await portrait(id, head(id, 128))
// Three judges who answer to one name.
const three = await Promise.all(
  [
    ['panel-1', 84],
    ['panel-3', 84],
    ['panel-2', 80],
  ].map(([id, size]) =>
    head(id as string, size as number)
      .png()
      .toBuffer(),
  ),
)
const spots = [
  [0, 20],
  [44, 20],
  [24, 48],
] as const
await portrait(
  'panel',
  sharp({ create: { width: 128, height: 128, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).composite(
    three.map((input, i) => ({ input, left: spots[i]![0], top: spots[i]![1] })),
  ),
)
