/** The colours as written in tokens.css, measured by the formula of WCAG 2.2, in both lights. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/ui/style/tokens.css', 'utf8')

type Light = 'light' | 'dark'
const token = (name: string, light: Light): string => {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1]
  if (!value) throw new Error(`tokens.css has no --${name}`)
  const pair = /^light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)$/.exec(value)
  return pair ? pair[light === 'light' ? 1 : 2]! : value
}

const luminance = (hex: string): number => {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex)
  if (!parts) throw new Error(`${hex} is no opaque colour of six digits`)
  const [r, g, b] = parts.slice(1).map(part => {
    const c = Number.parseInt(part, 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test('black on white is 21 to 1, so the measure is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

const grounds = ['sea', 'sea-deep', 'panel', 'panel-high', 'panel-low']
const inks = [
  'ink',
  'ink-soft',
  'brass',
  'good',
  'bad',
  'either',
  'obliges',
  'forbids',
  'permits',
  'excuses',
  'contested',
  'silent',
]
const papers = ['paper', 'paper-low']

test.each(['light', 'dark'] as const)(
  'in the %s theme all text reaches 4.5 to 1 on every ground it stands on',
  light => {
    const low = [
      ...grounds.flatMap(ground => inks.map(ink => [ink, ground] as const)),
      ...papers.flatMap(paper => ['paper-ink', 'paper-soft', 'stamp'].map(ink => [ink, paper] as const)),
      ['on-brass', 'brass-fill'] as const,
    ]
      .map(([ink, ground]) => ({ ink, ground, ratio: contrast(token(ink, light), token(ground, light)) }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(low).toEqual([])
  },
)

test.each(['light', 'dark'] as const)('in the %s theme the focus ring and the brass line reach 3 to 1', light => {
  for (const ground of grounds) {
    expect(contrast(token('focus', light), token(ground, light)), ground).toBeGreaterThanOrEqual(3)
    expect(contrast(token('brass-fill', light), token(ground, light)), ground).toBeGreaterThanOrEqual(3)
  }
})
