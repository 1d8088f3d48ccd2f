/** Markers that do not stand on each other and labels that never overlap. Pure and deterministic. */
import type { Box } from './plan.ts'
import { apart, within } from './plan.ts'
import type { Point } from './projection.ts'

/**
 * Moves points apart until any two are at least `gap` from each other, each as little as it can, inside the bounds.
 * Points at one and the same place fan out in the order given.
 */
export const spread = (points: readonly Point[], gap: number, bounds: Box): readonly Point[] => {
  const moved = points.map(([x, y], i): [number, number] => [
    x + Math.cos(i * 2.399) * 0.01 * (i + 1),
    y + Math.sin(i * 2.399) * 0.01 * (i + 1),
  ])
  for (let round = 0; round < 400; round++) {
    let calm = true
    for (let i = 0; i < moved.length; i++)
      for (let j = i + 1; j < moved.length; j++) {
        const [p, q] = [moved[i]!, moved[j]!]
        const [dx, dy] = [q[0] - p[0], q[1] - p[1]]
        const distance = Math.hypot(dx, dy)
        if (distance >= gap) continue
        calm = false
        const push = (gap - distance) / 2 + 0.05
        const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0]
        moved[i] = [p[0] - ux * push, p[1] - uy * push]
        moved[j] = [q[0] + ux * push, q[1] + uy * push]
      }
    for (const p of moved) {
      p[0] = Math.max(bounds.x, Math.min(bounds.x + bounds.w, p[0]))
      p[1] = Math.max(bounds.y, Math.min(bounds.y + bounds.h, p[1]))
    }
    if (calm) break
  }
  return moved
}

/** A label that wants to stand near a point; the heavier is placed first. */
export interface Wanted {
  readonly id: string
  readonly at: Point
  readonly w: number
  readonly h: number
  /** What stands at the point and must stay clear. */
  readonly radius: number
  readonly weight: number
  /** The direction to try first, in degrees clockwise from the right. */
  readonly prefer?: number
  /** Places it may lie on, without a leader, the best first: the label of a wide country lies on the country. */
  readonly spots?: readonly Point[]
}

export interface Placed {
  readonly id: string
  readonly box: Box
  /** From the point to the label, when they are not side by side. */
  readonly leader: readonly [Point, Point] | null
}

/** Directions around the clock, the preferred first: beside, below, above, then between. */
const directions: readonly number[] = [0, 180, 90, 270, 45, 135, 315, 225, 22, 158, 338, 202, 68, 112, 292, 248]
const reaches = [5, 14, 28, 46, 68, 94, 124, 160]

/** True when the segment runs through the box. */
export const crosses = ([a, b]: readonly [Point, Point], box: Box): boolean => {
  let [near, far] = [0, 1]
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  for (const [from, delta, low, high] of [
    [a[0], dx, box.x, box.x + box.w],
    [a[1], dy, box.y, box.y + box.h],
  ] as const) {
    if (Math.abs(delta) < 1e-9) {
      if (from < low || from > high) return false
    } else {
      const [t, u] = [(low - from) / delta, (high - from) / delta]
      near = Math.max(near, Math.min(t, u))
      far = Math.min(far, Math.max(t, u))
    }
  }
  return near <= far
}

/** The point of a box nearest to a place. */
const nearest = (box: Box, [x, y]: Point): Point => [
  Math.max(box.x, Math.min(box.x + box.w, x)),
  Math.max(box.y, Math.min(box.y + box.h, y)),
]

/** What came of placing: labels with their boxes, and the ids of those that fit nowhere. */
export interface Placing {
  readonly placed: readonly Placed[]
  readonly dropped: readonly string[]
}

/**
 * Puts each label where it overlaps nothing: no obstacle, no marker, no other label, no other's leader, and inside the
 * bounds; and its own leader runs over no label, and over no marker where that can be helped. Heavy labels first; one
 * that found no room goes to the front and all try again, a few times. One that fits nowhere is left out and named in
 * `dropped`; the page says its words anyway.
 */
export const placeLabels = (
  wanted: readonly Wanted[],
  obstacles: readonly Box[],
  markers: readonly Box[],
  bounds: Box,
): Placing => {
  let front: readonly string[] = []
  let best: Placing | null = null
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 6 && least > 0; round++) {
    const order = [...wanted].sort(
      (a, b) =>
        Number(front.includes(b.id)) - Number(front.includes(a.id)) || b.weight - a.weight || a.id.localeCompare(b.id),
    )
    const placing = placeInOrder(order, obstacles, markers, bounds)
    const left = order.filter(label => placing.dropped.includes(label.id))
    const lost = left.reduce((sum, label) => sum + label.weight ** 2, 0)
    if (lost < least) [best, least] = [placing, lost]
    const next = left.find(label => !front.includes(label.id))
    if (!next) break
    front = [...front, next.id]
  }
  return best ?? { placed: [], dropped: [] }
}

const placeInOrder = (
  order: readonly Wanted[],
  obstacles: readonly Box[],
  markers: readonly Box[],
  bounds: Box,
): Placing => {
  const placed: Placed[] = []
  const dropped: string[] = []
  const busy = [...obstacles, ...markers]
  for (const label of order) {
    const free = candidates(label).filter(({ box, leader }) => {
      if (!within(box, bounds) || !busy.every(o => apart(box, o, 1))) return false
      if (!placed.every(p => apart(box, p.box, 3) && !(p.leader && crosses(p.leader, box)))) return false
      return !leader || !placed.some(p => crosses(leader, p.box))
    })
    const own = (m: Box) => within({ x: label.at[0], y: label.at[1], w: 0, h: 0 }, m)
    // A leader over somebody else's marker is ugly, but better than no label.
    const spot = free.find(({ leader }) => !leader || !markers.some(m => !own(m) && crosses(leader, m))) ?? free[0]
    if (spot) placed.push({ id: label.id, ...spot })
    else dropped.push(label.id)
  }
  return { placed, dropped }
}

const candidates = ({ at, w, h, radius, prefer, spots }: Wanted): readonly Omit<Placed, 'id'>[] => [
  ...(spots ?? []).map(([x, y]) => ({
    box: { x: Math.round(x - w / 2), y: Math.round(y - h / 2), w, h },
    leader: null,
  })),
  ...reaches.flatMap(reach =>
    (prefer === undefined ? directions : [prefer, ...directions]).map(degrees => {
      const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      // The box touches a circle of this radius around the point: it is pushed out along the direction.
      const away = radius + reach
      const x = at[0] + dx * away + (dx > 0.35 ? 0 : dx < -0.35 ? -w : -w / 2)
      const y = at[1] + dy * away + (dy > 0.35 ? 0 : dy < -0.35 ? -h : -h / 2)
      const box = { x: Math.round(x), y: Math.round(y), w, h }
      const end = nearest(box, at)
      const start: Point = [at[0] + dx * radius, at[1] + dy * radius]
      return { box, leader: reach > 14 ? ([start, end] as const) : null }
    }),
  ),
]
