/** Where things stand on the stage: the chart, the room, who sits where. Pure arithmetic in CSS pixels. */
import type { PersonView, StageView } from '../view/index.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * The two panels of the stage. A matter on the map has no room. A stage too low for two shows the room, and cuts to the
 * chart while the law speaks of a choice.
 */
export const panels = (
  kind: StageView['kind'],
  w: number,
  h: number,
  spoken: boolean,
): { chart: Box; room: Box | null } => {
  const whole = { x: 0, y: 0, w, h }
  if (kind === 'map') return { chart: whole, room: null }
  if (h < 300 && w < h * 2.4) return { chart: whole, room: spoken ? null : whole }
  if (w > h * 1.9) {
    const left = Math.round(w * 0.5)
    return { chart: { x: 0, y: 0, w: left, h }, room: { x: left, y: 0, w: w - left, h } }
  }
  const top = Math.round(h * (w < 520 ? 0.42 : w > h * 1.6 ? 0.5 : 0.53))
  return { chart: { x: 0, y: 0, w, h: top }, room: { x: 0, y: top, w, h: h - top } }
}

/** True when no part of `a` lies in `b`, with a margin between them. */
export const apart = (a: Box, b: Box, margin = 0): boolean =>
  a.x + a.w + margin <= b.x || b.x + b.w + margin <= a.x || a.y + a.h + margin <= b.y || b.y + b.h + margin <= a.y

/** True when all of `inner` lies in `outer`. */
export const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

/** Somebody on the stage: whose face, where, how large, looking which way. */
export interface Seat {
  readonly person: PersonView
  /** Middle of the bust, and the line it rises from. */
  readonly x: number
  readonly base: number
  readonly size: number
  readonly flip: boolean
  /** Where what they say may be written. */
  readonly bubble: Box
}

/** At most so many people fit side by side with a legible name each. */
export const seatsFor = (w: number): number => Math.max(1, Math.min(4, Math.floor(w / 150)))

/** Across the desk: those with something to say first, spread evenly, each with a column of air for the words. */
export const officeSeats = (people: readonly PersonView[], w: number, desk: number, head: number): readonly Seat[] => {
  const shown = people
    .map((person, i) => ({ person, i }))
    .sort((a, b) => Number(b.person.says !== null) - Number(a.person.says !== null) || a.i - b.i)
    .slice(0, seatsFor(w))
    .sort((a, b) => a.i - b.i)
  const column = w / shown.length
  const size = Math.min(desk * 0.68, column * 0.86, 330)
  return shown.map(({ person }, i) => ({
    person,
    x: column * (i + 0.5),
    base: desk + size * 0.1,
    size,
    flip: i >= shown.length / 2 && shown.length > 1,
    bubble: { x: column * i + 8, y: head, w: column - 16, h: Math.max(30, desk - size * 0.86 - head - 4) },
  }))
}

/** Bench in the middle, the other side on the left, ours on the right, as counsel sees it from behind. */
export interface Court {
  readonly bench: readonly Seat[]
  readonly tables: readonly (Seat & { readonly side: 'us' | 'them' })[]
  readonly benchBox: Box
  readonly tableBoxes: readonly [Box, Box]
  /** How much wall there is above the heads, more than the people need. */
  readonly lift: number
  /** The arguments on the table: those not being spoken now. */
  readonly points: NonNullable<StageView['hearing']>['points']
  /** Where the argument cards lie; no height when there are none. */
  readonly rail: Box
}

const counselFor = (people: readonly PersonView[], side: PersonView['side']) => people.filter(p => p.side === side)

/** You, when a level leaves you out: somebody must stand at our table. */
export const you: PersonView = {
  id: 'you',
  name: 'You',
  role: 'general counsel',
  wants: '',
  side: 'us',
  face: 'calm',
  says: null,
}

/** Seats for a hearing. People already on the bench or at a table are seated once. */
export const courtSeats = (view: StageView, w: number, h: number, head: number): Court => {
  const { hearing, people } = view
  // What is being said this moment hangs in the air; it becomes a card when it has been said.
  const spoken = people.map(p => p.says)
  const points = (hearing?.points ?? []).filter(point => !spoken.includes(point.text))
  // A card takes three lines of small print, also in a low room.
  const rail = points.length > 0 ? Math.round(Math.min(h * 0.32, Math.max(64, Math.min(96, h * 0.2)))) : 0
  const floor = h - rail
  // In a high room the people stay together at its foot, under a high wall.
  const tall = Math.min(floor, w * 0.66)
  const lift = floor - tall
  const low = tall < 230
  const byId = (p: PersonView) => people.find(q => q.id === p.id) ?? p
  const judges = [
    ...(hearing ? [byId(hearing.bench)] : []),
    ...counselFor(people, 'bench').filter(p => p.id !== hearing?.bench.id),
  ]
  const bench = (judges.length === 1 && /panel/.test(judges[0]!.id) ? panel(judges[0]!) : judges).slice(0, 3)
  const them = hearing?.counsel ? byId(hearing.counsel) : (counselFor(people, 'them')[0] ?? null)
  const us = people.find(p => p.id === 'you') ?? you

  const benchW = w * (bench.length > 1 ? 0.44 : 0.29)
  const benchTop = lift + tall * 0.64
  const benchBox = { x: (w - benchW) / 2, y: benchTop, w: benchW, h: floor - benchTop - tall * 0.05 }
  const each = benchW / Math.max(1, bench.length)
  const judge = Math.min(tall * (low ? 0.48 : 0.52), each * (bench.length > 1 ? 1.22 : 0.95), 340)
  const tableTop = lift + tall * 0.73
  const tableW = w * (bench.length > 1 ? 0.21 : 0.245)
  const gap = w * 0.045
  const left = { x: gap, y: tableTop, w: tableW, h: floor - tableTop + 2 }
  const right = { ...left, x: w - gap - tableW }
  const counsel = Math.min(tall * (low ? 0.46 : 0.54), tableW * 0.95, 320)
  const air = (from: number, to: number, bottom: number): Box => ({
    x: w * from,
    y: head,
    w: w * (to - from),
    h: Math.max(28, bottom - head - 4),
  })
  // The bench speaks across a silent table; when all speak, in the gap before ours.
  const silent = { us: !us.says, them: !them?.says }
  const middle =
    bench.length > 1 ? [0.31, 0.69] : silent.us ? [0.585, 0.97] : silent.them ? [0.03, 0.415] : [0.575, 0.735]
  const above = tableTop - counsel * 0.78

  return {
    bench: bench.map((person, i) => {
      const x = w / 2 + (i - (bench.length - 1) / 2) * each
      return {
        person,
        x,
        base: benchTop + judge * 0.08,
        size: judge,
        flip: x > w / 2 + 1,
        bubble: air(middle[0]!, middle[1]!, benchTop - judge * (bench.length > 1 ? 0.88 : 0.42)),
      }
    }),
    tables: [
      ...(them
        ? [
            {
              person: them,
              side: 'them' as const,
              x: left.x + left.w / 2,
              base: tableTop + counsel * 0.08,
              size: counsel,
              flip: false,
              bubble: air(0.015, bench.length > 1 ? 0.3 : 0.41, above),
            },
          ]
        : []),
      {
        person: us,
        side: 'us' as const,
        x: right.x + right.w / 2,
        base: tableTop + counsel * 0.08,
        size: counsel,
        flip: true,
        bubble: air(bench.length > 1 ? 0.7 : judges.some(j => j.says) && !silent.them ? 0.745 : 0.59, 0.985, above),
      },
    ],
    benchBox,
    tableBoxes: [left, right],
    lift,
    points,
    rail: { x: 0, y: floor, w, h: rail },
  }
}

/** A panel is one person to the level and three on the bench; the one in the middle speaks. */
const panel = (bench: PersonView): readonly PersonView[] =>
  [1, 2, 3].map(n => ({ ...bench, id: `panel-${n}`, says: n === 2 ? bench.says : null }))

type Points = Court['points']

/**
 * Cards along the rail: theirs from the left, ours to the right, each side its half, or all of it while the other has
 * nothing there. As many as can be read; the latest are kept.
 */
export const deal = (points: Points, rail: Box): readonly (Points[number] & { readonly at: Box })[] => {
  const gap = 8
  const sides = (['them', 'us'] as const).filter(side => points.some(p => p.side === side))
  const w = rail.w / Math.max(1, sides.length)
  const most = Math.max(1, Math.min(3, Math.floor(w / 170)))
  return sides.flatMap((side, n) => {
    const own = points.filter(p => p.side === side).slice(-most)
    const each = (w - gap * (own.length + 1)) / own.length
    return own.map((point, i) => ({
      ...point,
      at: { x: rail.x + w * n + gap + i * (each + gap), y: rail.y + gap + 5, w: each, h: rail.h - gap * 2 - 5 },
    }))
  })
}

/** On the map: a card per person along the lower right edge, speakers first, none where there is no room. */
export const medallions = (
  people: readonly PersonView[],
  water: Box,
): readonly { readonly person: PersonView; readonly box: Box }[] => {
  const speakers = [...people].sort((a, b) => Number(b.says !== null) - Number(a.says !== null))
  const w = Math.min(280, water.w * 0.62)
  const h = 66
  const most = Math.max(0, Math.min(2, Math.floor((water.h * 0.4) / (h + 8))))
  return speakers.slice(0, most).map((person, i) => ({
    person,
    box: { x: water.x + water.w - w - 8, y: water.y + water.h - (i + 1) * (h + 8), w, h },
  }))
}
