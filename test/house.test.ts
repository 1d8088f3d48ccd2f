/** The house, floor by floor: a room looks down only, enters others by the front door, and keeps what is its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const floors = [
  ['base'],
  ['law', 'debate'],
  ['level'],
  ['game'],
  ['analysis'],
  ['classroom'],
  ['view'],
  ['ui', 'stage'],
  ['app', 'cli'],
]
const floorOf = (room: string) => floors.findIndex(f => f.includes(room))
const pure = floors.slice(0, 7).flat()
const roomOf = (file: string) => file.split('/')[0]!

/** Packages that live in some rooms, or in some files, and nowhere else. */
const keepers: readonly { readonly what: RegExp; readonly where: RegExp; readonly says: string }[] = [
  { what: /^phaser(-src)?\b/, where: /^stage\//, says: 'only stage may import phaser' },
  { what: /^preact\b/, where: /^(ui|app)\//, says: 'only ui and app may import preact' },
  { what: /^zustand\b/, where: /^app\//, says: 'only app may import zustand' },
  {
    what: /^zod\b/,
    where: /^(level|law|debate)\/(format|shape|schema|consequences)\.ts$/,
    says: 'only the shape files of level, law and debate may import zod: it must never reach the page',
  },
  {
    what: /^jsonc-parser\b/,
    where: /^base\/source\.ts$/,
    says: 'only the reader of law and level files reads JSON with positions',
  },
  { what: /^(d3-geo|topojson-client|world-atlas)\b/, where: /^stage\//, says: 'only stage draws maps' },
  { what: /^node:/, where: /^cli\//, says: 'only cli may use Node' },
  { what: /^(vitest|fast-check|@playwright)\b/, where: /^$/, says: 'no test tool in the house' },
]

type House = Readonly<Record<string, string>>
const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
const imports = (text: string) =>
  [...bare(text).matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(m => m[1]!)

const wrongImport = (file: string, to: string): string | undefined => {
  const room = roomOf(file)
  const kept = keepers.find(k => k.what.test(to) && !k.where.test(file))
  if (kept) return `${file}: ${kept.says}`
  if (!to.startsWith('.'))
    return /^(@\/|~|src\/|\/)/.test(to)
      ? `${file}: write "${to}" as a relative path, so that this check can read it`
      : undefined
  const [other, ...door] = posix.join(posix.dirname(file), to).split('/') as [string, ...string[]]
  if (other === room) return
  // Shared art and words stand beside src; the doors and the balconies may fetch them.
  if (other === '..') return pure.includes(room) ? `${file}: ${room} may not fetch ${to} from outside src` : undefined
  if (floorOf(other) < 0) return `${file}: ${to} is on no floor of the house`
  if (floorOf(other) >= floorOf(room))
    return `${file}: ${room} may not look at ${other}; below it stand ${floors.slice(0, floorOf(room)).flat().join(', ')}`
  if (floors[7]!.includes(room) && !['view', 'base'].includes(other))
    return `${file}: ${room} draws what view says and may not know ${other}`
  if (room === 'cli' && floors[7]!.includes(other)) return `${file}: the command line draws nothing`
  if (door.join('/') !== 'index.ts') return `${file}: enter ${other} by its index.ts, not by ${door.join('/')}`
  return
}

const outside = /\b(Date\.now|new Date\b|Math\.random|performance\.|crypto\.|setTimeout|setInterval|fetch\(|console\.)/

const wrongs = (house: House): string[] =>
  Object.entries(house).flatMap(([file, text]) => {
    const room = roomOf(file)
    const found: string[] = []
    if (floorOf(room) < 0) found.push(`${file}: no room of this name is on the plan`)
    found.push(...imports(text).flatMap(to => wrongImport(file, to) ?? []))
    const away = pure.includes(room) && outside.exec(bare(text))
    if (away) found.push(`${file}: ${away[1]} in ${room}, a pure floor without clock, chance, network or console`)
    const lines = text.split('\n').length - 1
    if (lines > 450) found.push(`${file}: ${lines} lines; above 450 a file is more than one thing`)
    if (!/^(#!.*\n)?\s*\/\*\*/.test(text)) found.push(`${file}: a file's first words (/** ... */) say what it is for`)
    if (/(^|[/-])(utils?|helpers?|manager|service|common)\.tsx?$/.test(file))
      found.push(`${file}: name a file for what it exports`)
    return found
  })

const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(f => f.replaceAll('\\', '/'))
  .filter(f => /\.(tsx?|m?js)$/.test(f))
const house: House = Object.fromEntries(names.map(f => [f, readFileSync(`src/${f}`, 'utf8')]))
const rooms = [...new Set(names.map(roomOf))]

describe('the house as it stands', () => {
  test('was read, with its imports', () => {
    expect(names.length).toBeGreaterThan(10)
    expect(Object.values(house).flatMap(imports).length).toBeGreaterThan(10)
  })
  test('keeps its rules', () => expect(wrongs(house)).toEqual([]))
  test('has a front door on every room that others enter', () =>
    expect(
      rooms.filter(r => !['app', 'cli'].includes(r) && !names.some(f => /^index\.tsx?$/.test(f.slice(r.length + 1)))),
    ).toEqual([]))
  test('names in its pure tsconfig the floors that know no page', () => {
    const { compilerOptions, include } = JSON.parse(readFileSync('src/tsconfig.pure.json', 'utf8'))
    expect(compilerOptions.lib).toEqual(['ES2023'])
    expect([...include].sort()).toEqual([...pure].sort())
  })
})

describe('the inspector notices', () => {
  const says = (file: string, text: string) => wrongs({ [file]: `/** A room. */\n${text}\n` })
  test.each([
    ['law/x.ts', "import type { State } from '../game/index.ts'", 'law may not look at game'],
    ['law/x.ts', "import { weigh } from '../debate/index.ts'", 'law may not look at debate'],
    ['game/x.ts', "import { parse } from '../level/parse.ts'", 'enter level by its index.ts, not by parse.ts'],
    ['ui/x.tsx', "import { step } from '../game/index.ts'", 'ui draws what view says and may not know game'],
    ['ui/x.tsx', "const stage = import('../stage/index.ts')", 'ui may not look at stage'],
    ['ui/x.tsx', "import Phaser from 'phaser'", 'only stage may import phaser'],
    ['stage/x.ts', "import { h } from 'preact'", 'only ui and app may import preact'],
    ['ui/x.tsx', "import { createStore } from 'zustand/vanilla'", 'only app may import zustand'],
    ['game/x.ts', "import { z } from 'zod'", 'must never reach the page'],
    ['level/parse.ts', "import { z } from 'zod'", 'must never reach the page'],
    ['app/x.ts', "import { readFile } from 'node:fs/promises'", 'only cli may use Node'],
    ['app/x.ts', "import { step } from 'src/game'", 'as a relative path'],
    ['game/x.ts', "import words from '../../assets/words/en.json'", 'from outside src'],
    ['cli/x.ts', "import { App } from '../ui/index.ts'", 'the command line draws nothing'],
    ['cellar/x.ts', 'export const x = 1', 'no room of this name is on the plan'],
    ['base/x.ts', 'export const now = () => Date.now()', 'Date.now in base'],
    ['game/x.ts', 'export const toss = () => Math.random()', 'Math.random in game'],
    ['view/x.ts', "export const f = () => console.log('seen')", 'console. in view'],
    ['law/utils.ts', 'export const x = 1', 'name a file for what it exports'],
    ['law/x.ts', 'x\n'.repeat(460), 'above 450'],
  ])('%s: %s', (file, text, complaint) => expect(says(file, text).join('\n')).toContain(complaint))

  test('a file that does not say what it is for', () =>
    expect(wrongs({ 'base/x.ts': 'export const x = 1\n' })).toEqual([
      "base/x.ts: a file's first words (/** ... */) say what it is for",
    ]))
  test.each([
    ['game/x.ts', "import { parse } from '../level/index.ts'"],
    ['stage/x.ts', "import Phaser from 'phaser'"],
    ['app/x.ts', "const stage = () => import('../stage/index.ts')"],
    ['level/format.ts', "import { z } from 'zod'"],
    ['law/x.ts', '// unlike Math.random, this is the same every time\nexport const x = 1'],
    ['app/x.ts', 'export const now = () => Date.now()'],
  ])('nothing wrong in %s: %s', (file, text) => expect(says(file, text)).toEqual([]))
})
