/** The one light source and what it does to water, land, sky and wood, from morning to night. Pure. */
import type { StageView } from '../view/index.ts'

export type Light = StageView['light']

/** `[r, g, b]` of `#rrggbb`. */
const channels = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** The colour `t` of the way from one to the other. */
export const mix = (from: string, to: string, t: number): string => {
  const [a, b] = [channels(from), channels(to)]
  return `#${a
    .map((v, i) =>
      Math.round(v + (b[i]! - v) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The colour, let through. */
export const clear = (hex: string, alpha: number): string => `rgba(${channels(hex).join(',')},${alpha})`

/** WCAG contrast of two opaque colours, 1 to 21. */
export const contrast = (one: string, two: string): number => {
  const luminance = (hex: string) => {
    const [r, g, b] = channels(hex).map(v =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

export interface ChartPalette {
  readonly ground: string
  readonly water: string
  readonly deep: string
  readonly glow: string
  readonly land: string
  readonly hill: string
  readonly coast: string
  readonly border: string
  readonly brass: string
  readonly plate: string
  readonly ink: string
  readonly faint: string
  /** Colour and strength of the light, and from which side it comes: 0 west, 1 east. */
  readonly lamp: { readonly colour: string; readonly strength: number; readonly from: number }
  /** How brightly towns shine. */
  readonly towns: number
}

const lamps: Readonly<Record<Light, ChartPalette['lamp']>> = {
  morning: { colour: '#ffd9a0', strength: 0.3, from: 0.92 },
  day: { colour: '#fff3d6', strength: 0.22, from: 0.6 },
  evening: { colour: '#ff9d5c', strength: 0.34, from: 0.08 },
  night: { colour: '#9db9e8', strength: 0.1, from: 0.3 },
}

const seas: Readonly<Record<Light, readonly [water: string, deep: string, land: string, hill: string]>> = {
  morning: ['#25588a', '#10294a', '#3f627f', '#567b95'],
  day: ['#235d92', '#0f3054', '#43708d', '#5c8aa3'],
  evening: ['#34406f', '#161a3b', '#4d5474', '#6c6584'],
  night: ['#163157', '#071021', '#2a4463', '#375475'],
}

const papers: Readonly<Record<Light, readonly [water: string, deep: string, land: string, hill: string]>> = {
  morning: ['#cfe2e6', '#a3c4d0', '#f6ecd6', '#fbf4e3'],
  day: ['#cbe3ee', '#98c2d6', '#f5ecd8', '#fdf8ea'],
  evening: ['#c9c6cf', '#8f96ae', '#efdcc2', '#f6e6cf'],
  night: ['#8fa6bf', '#566f8e', '#d5cdbd', '#e2dac9'],
}

/** Night-blue water under a dark page, a paper chart under a light one. */
export const chartPalette = (light: Light, dark: boolean): ChartPalette => {
  const [water, deep, land, hill] = (dark ? seas : papers)[light]
  return dark
    ? {
        ground: '#0a1424',
        water,
        deep,
        glow: '#7fc0ea',
        land,
        hill,
        coast: '#a9d3ec',
        border: '#0d2038',
        brass: '#e2b25a',
        plate: '#0b1628',
        ink: '#eef4fa',
        faint: '#b9c9da',
        lamp: lamps[light],
        towns: light === 'night' ? 1 : light === 'evening' ? 0.55 : 0,
      }
    : {
        ground: '#efe6d2',
        water,
        deep,
        glow: '#ffffff',
        land,
        hill,
        coast: '#4f5b66',
        border: '#b3a688',
        brass: '#8a6118',
        plate: '#fffaf0',
        ink: '#1c2733',
        faint: '#47525e',
        lamp: lamps[light],
        towns: light === 'night' ? 0.8 : 0,
      }
}

export interface RoomPalette {
  readonly sky: readonly [string, string, string]
  readonly sun: string
  readonly buildings: readonly [string, string]
  readonly panes: number
  readonly wall: string
  readonly wallDeep: string
  readonly wood: string
  readonly woodDeep: string
  readonly woodLight: string
  readonly lamp: string
  readonly lampStrength: number
  /** The dark the room lies in away from the light. */
  readonly shade: number
}

/** Rooms are lit by the hour, not by the page: wood stays wood. */
export const roomPalette = (light: Light): RoomPalette =>
  ({
    morning: {
      sky: ['#5f87b0', '#d9b48f', '#ffe2b0'] as const,
      sun: '#fff1cf',
      buildings: ['#6d7f98', '#4a5c78'] as const,
      panes: 0.12,
      wall: '#3d5368',
      wallDeep: '#22313f',
      wood: '#8a5630',
      woodDeep: '#4a2a16',
      woodLight: '#b67a48',
      lamp: '#ffdca6',
      lampStrength: 0.42,
      shade: 0.28,
    },
    day: {
      sky: ['#3f86c4', '#8fc0e2', '#dcecf2'] as const,
      sun: '#fffbe8',
      buildings: ['#7f95ab', '#566d87'] as const,
      panes: 0.05,
      wall: '#486176',
      wallDeep: '#2a3b4b',
      wood: '#94603a',
      woodDeep: '#51301b',
      woodLight: '#c08a56',
      lamp: '#fff0d0',
      lampStrength: 0.36,
      shade: 0.18,
    },
    evening: {
      sky: ['#2a2c58', '#a04f62', '#f5a05a'] as const,
      sun: '#ffc27a',
      buildings: ['#3d3350', '#241f3a'] as const,
      panes: 0.4,
      wall: '#3b3a54',
      wallDeep: '#1f1f33',
      wood: '#80472a',
      woodDeep: '#3e2012',
      woodLight: '#b06a3c',
      lamp: '#ffb066',
      lampStrength: 0.48,
      shade: 0.36,
    },
    night: {
      sky: ['#050b1c', '#0c1a36', '#1b2f52'] as const,
      sun: '#dfe9ff',
      buildings: ['#101d35', '#0a1426'] as const,
      panes: 0.5,
      wall: '#1f2c40',
      wallDeep: '#0e1624',
      wood: '#5e3820',
      woodDeep: '#2a170c',
      woodLight: '#8e5a34',
      lamp: '#ffcf85',
      lampStrength: 0.62,
      shade: 0.58,
    },
  })[light]
