/**
 * Bakes assets/icons.json: the few icons of the stage as SVG path data, so that they are drawn sharp at any size.
 * Run with `npx tsx assets/icons.ts`. Authors and licences: assets/CREDITS.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const module = (path: string) => new URL(`../node_modules/${path}`, import.meta.url)
const drawn = JSON.parse(readFileSync(module('@iconify-json/game-icons/icons.json'), 'utf8')) as {
  icons: Record<string, { body: string }>
}

/** Filled, 512 by 512, from game-icons.net. */
const filled = {
  datacentre: 'server-rack',
  court: 'greek-temple',
  scroll: 'scroll-unfurled',
  seal: 'wax-seal',
  scales: 'scales',
  gavel: 'gavel',
}
/** Stroked, 24 by 24, from Lucide. */
const stroked = {
  office: 'building-2',
  authority: 'landmark',
  content: 'mail',
  metadata: 'list',
  copy: 'copy',
  keys: 'key-round',
  data: 'database',
  request: 'send',
  letter: 'mail',
  brief: 'briefcase-business',
}

const number = (tag: string, name: string) => Number(new RegExp(`\\s${name}="([^"]+)"`).exec(tag)?.[1] ?? 0)
/** The shapes Lucide uses, each as a path. */
const path = (tag: string): string => {
  const [x, y, w, h] = [number(tag, 'x'), number(tag, 'y'), number(tag, 'width'), number(tag, 'height')]
  if (tag.startsWith('<path')) return /\sd="([^"]+)"/.exec(tag)![1]!
  if (tag.startsWith('<line'))
    return `M${number(tag, 'x1')} ${number(tag, 'y1')}L${number(tag, 'x2')} ${number(tag, 'y2')}`
  if (tag.startsWith('<rect')) {
    const r = number(tag, 'rx')
    const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`
    return `M${x + r} ${y}h${w - 2 * r}${corner(1, 1)}v${h - 2 * r}${corner(-1, 1)}h${2 * r - w}${corner(-1, -1)}v${2 * r - h}${corner(1, -1)}z`
  }
  if (tag.startsWith('<circle') || tag.startsWith('<ellipse')) {
    const [cx, cy] = [number(tag, 'cx'), number(tag, 'cy')]
    const [rx, ry] = tag.startsWith('<circle')
      ? [number(tag, 'r'), number(tag, 'r')]
      : [number(tag, 'rx'), number(tag, 'ry')]
    return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
  }
  throw new Error(`no path for ${tag}`)
}
const tags = (svg: string) => svg.match(/<(path|rect|circle|ellipse|line|polyline|polygon)\b[^>]*>/g) ?? []

const icons = Object.fromEntries([
  ...Object.entries(filled).map(([id, name]) => [
    id,
    { size: 512, fill: true, path: tags(drawn.icons[name]!.body).map(path).join('') },
  ]),
  ...Object.entries(stroked).map(([id, name]) => [
    id,
    {
      size: 24,
      fill: false,
      path: tags(readFileSync(module(`lucide-static/icons/${name}.svg`), 'utf8'))
        .map(path)
        .join(''),
    },
  ]),
])
writeFileSync(new URL('icons.json', import.meta.url), `${JSON.stringify(icons, null, 1)}\n`)
