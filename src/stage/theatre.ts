/**
 * The theatre: one Phaser scene that shows whatever it was last told. All it keeps (sheets, couriers, tweens) can be
 * thrown away and drawn again from the cue; nothing is decided here.
 */
import Phaser from 'phaser'
import type { StageView } from '../view/index.ts'
import { paintChart, paintLens, paintLit, waterOf } from './chart.ts'
import { paintChairs, paintClerksTable, paintCourtFront, paintCourtWall } from './court.ts'
import type { Pen } from './ink.ts'
import { gradient } from './ink.ts'
import { officeLines, paintDesk, paintOfficeWall } from './office.ts'
import type { ChartPalette } from './palette.ts'
import { chartPalette, roomPalette } from './palette.ts'
import type { Pane } from './pane.ts'
import { openPane, paintTexture } from './pane.ts'
import type { Atlas } from './people.ts'
import {
  cardSize,
  layBubble,
  paintBubble,
  paintBust,
  paintCard,
  paintHalo,
  paintMedallion,
  paintName,
} from './people.ts'
import type { ChartPieces, Measure, TravelPiece } from './pieces.ts'
import { badges, layChart } from './pieces.ts'
import type { Box, Seat } from './plan.ts'
import { courtSeats, deal, medallions, officeSeats, panels } from './plan.ts'
import { paintBadge, paintCourierLabel, paintLegend, paintOrders, paintSites } from './sites.ts'
import type { Lit, Says } from './verdict.ts'
import { light } from './verdict.ts'
import type { Voyages } from './voyages.ts'
import { openVoyages } from './voyages.ts'

/** What the stage was last told to show. */
export interface Cue {
  readonly view: StageView
  readonly says: Says
  readonly dark: boolean
}

/** CSS pixels of the stage, and device pixels to each. */
export interface Size {
  readonly w: number
  readonly h: number
  readonly dpr: number
}

const sheets = {
  chart: 0,
  lit: 1,
  lens: 1.3,
  under: 1.6,
  sites: 3,
  orders: 5,
  post: 7,
  wall: 10,
  cast: 11,
  words: 12,
  cards: 13,
  edge: 20,
} as const
type Sheet = keyof typeof sheets

/** Milliseconds. Light changes slowly, words come quickly, a state speaks in between. */
const pace = { light: 1400, scene: 900, speak: 550, words: 420 }

/** The plaque with the name of the place hangs from the seam, or into the room; a low room has no air for it. */
const hung = (room: Box) => room.y > 0 || room.h > 240
/** Air above the words. */
const headOf = (room: Box) => (room.y > 0 ? 14 : hung(room) ? 30 : 8)

export class Theatre extends Phaser.Scene {
  #panes: Record<Sheet, Pane> | null = null
  #voyages: Voyages | null = null
  #cue: Cue | null = null
  #flown = ''
  #landed: TravelPiece[] = []
  #badges = new Map<string, Phaser.GameObjects.Image>()
  #badgeFaces = new Map<string, string>()
  #idle = 0
  #slow = 0
  readonly #atlas: Atlas
  readonly #measure: Measure
  readonly #ready: (theatre: Theatre) => void
  #size: Size
  #still: boolean

  constructor(options: {
    atlas: Atlas
    measure: Measure
    size: Size
    still: boolean
    ready: (theatre: Theatre) => void
  }) {
    super('theatre')
    this.#atlas = options.atlas
    this.#measure = options.measure
    this.#size = options.size
    this.#still = options.still
    this.#ready = options.ready
  }

  create(): void {
    this.#panes = Object.fromEntries(
      Object.entries(sheets).map(([name, depth]) => [name, openPane(this, name, depth)]),
    ) as Record<Sheet, Pane>
    this.#voyages = openVoyages(this, { trail: 2, courier: 6 })
    this.#ready(this)
  }

  /** True while anything still moves. */
  get moving(): boolean {
    return this.tweens.getTweens().length > 0
  }

  /** Shows the cue, moving from what was there before unless the stage is still. */
  show(cue: Cue): void {
    this.#cue = cue
    this.#draw(!this.#still)
  }

  /** Draws everything again, at once: another size, or the graphics card forgot. */
  redraw(size: Size): void {
    this.#size = size
    this.#forget()
    this.#draw(false)
  }

  override update(): void {
    this.#idle = this.moving ? 0 : this.#idle + 1
    if (!this.moving) this.#slow = 0
    // Five frames a second is not motion. What was under way is shown as it ends, and from now on nothing moves.
    else if (this.game.loop.rawDelta > 200 && ++this.#slow > 12) {
      this.#still = true
      this.redraw(this.#size)
    }
    // One frame to draw, one to be sure: then the loop rests until there is something new.
    if (this.#idle > 2) this.game.loop.sleep()
  }

  #forget(): void {
    this.tweens.killAll()
    for (const pane of Object.values(this.#panes ?? {})) pane.hide(0)
    this.#voyages?.hide()
    for (const image of this.#badges.values()) image.destroy()
    this.#badges.clear()
    for (const key of this.#badgeFaces.values()) this.textures.remove(key)
    this.#badgeFaces.clear()
  }

  #draw(moving: boolean): void {
    const cue = this.#cue
    if (!cue || !this.#panes) return
    this.#idle = 0
    const { view, says, dark } = cue
    const { w, h } = this.#size
    const { chart, room } = panels(view.kind, w, h, says !== null)
    const palette = chartPalette(view.light, dark)
    this.cameras.main.setBackgroundColor(palette.ground)
    this.#drawChart(chart, view, light(view.orders, says), palette, dark, moving)
    if (room) this.#drawRoom(room, view, moving)
    else this.#drawMessengers(chart, view, palette, moving)
    this.game.loop.wake()
  }

  #sheet(name: Sheet, signature: unknown, box: Box, paint: (pen: Pen) => void, fade: number, rise = 0): void {
    this.#panes?.[name].show(JSON.stringify(signature), box, this.#size.dpr, paint, {
      fade,
      rise,
      solid: name === 'chart' || name === 'wall',
    })
  }

  #drawChart(box: Box, view: StageView, lit: readonly Lit[], p: ChartPalette, dark: boolean, moving: boolean): void {
    const { dpr } = this.#size
    const water = waterOf(box.w, box.h)
    const kept = view.kind === 'map' ? medallions(view.people, water) : []
    const pieces = this.#lay(
      view,
      lit,
      water,
      kept.map(k => k.box),
    )
    const { camera, lenses } = pieces
    const hour = [view.light, dark]
    this.#sheet(
      'chart',
      [camera.key, hour],
      box,
      pen => paintChart(pen, box.w, box.h, camera, p),
      moving ? pace.light : 0,
    )
    const speak = moving ? pace.speak : 0
    this.#sheet('lit', [camera.key, lit, hour], box, pen => paintLit(pen, camera, lit, p, dark), speak)
    const glasses = lenses.map(l => l.camera.key)
    this.#sheet(
      'lens',
      [glasses, hour],
      box,
      pen => {
        for (const lens of lenses) paintLens(pen, lens, p)
      },
      moving ? pace.light : 0,
    )
    this.#sheet(
      'under',
      [glasses, lit, hour],
      box,
      pen => {
        for (const lens of lenses) paintLit(pen, lens.camera, lit, p, dark)
      },
      speak,
    )
    this.#sheet(
      'sites',
      [camera.key, pieces.sites, pieces.legend, hour],
      box,
      pen => {
        paintSites(pen, pieces, p, dark)
        paintLegend(pen, pieces, p)
      },
      moving ? pace.scene : 0,
    )
    this.#sheet(
      'orders',
      [pieces.orders, lit, hour],
      box,
      pen => paintOrders(pen, pieces, lit, p, dark),
      moving ? pace.speak : 0,
    )
    this.#drawBadges(pieces, box, moving)

    const flight = JSON.stringify([view.travels, view.name, view.describes])
    const fresh = moving && flight !== this.#flown
    const places = JSON.stringify([flight, camera.key, dpr])
    if (fresh || places !== this.#shownTravels) {
      this.#landed = []
      this.#panes?.post.hide(0)
      this.#voyages?.show(pieces, dpr, fresh, piece => {
        this.#landed.push(piece)
        this.#post(box, pieces, p, fresh ? pace.words : 0)
      })
    } else if (this.#landed.length > 0) this.#post(box, pieces, p, 0)
    this.#shownTravels = places
    this.#flown = flight
  }
  #shownTravels = ''

  /** Laying the chart out takes longer than drawing it, and a change of focus moves nothing. */
  #lay(view: StageView, lit: readonly Lit[], water: Box, kept: readonly Box[]): ChartPieces {
    const key = JSON.stringify([view.sites, view.travels, view.orders, water, kept])
    if (this.#laid?.key !== key) this.#laid = { key, pieces: layChart(view, lit, water, kept, this.#measure) }
    return this.#laid.pieces
  }
  #laid: { key: string; pieces: ChartPieces } | null = null

  /** The words of the couriers that have come to rest. */
  #post(box: Box, pieces: ChartPieces, p: ChartPalette, fade: number): void {
    const landed = pieces.travels.filter(t => this.#landed.some(l => l.travel === t.travel))
    const paint = (pen: Pen) => {
      for (const piece of landed) paintCourierLabel(pen, piece, pieces.font, p)
    }
    this.#sheet('post', [landed.map(l => l.label), p.plate], box, paint, fade)
  }

  /** What each site holds; something newly there comes down onto its label, something gone is lifted off. */
  #drawBadges(pieces: ChartPieces, box: Box, moving: boolean): void {
    const { dpr } = this.#size
    const wanted = badges(pieces)
    const first = this.#badges.size === 0
    for (const [key, image] of this.#badges)
      if (!wanted.some(b => b.key === key)) {
        this.#badges.delete(key)
        if (!moving) image.destroy()
        else
          this.tweens.add({
            targets: image,
            alpha: 0,
            y: image.y - 16 * dpr,
            duration: 700,
            onComplete: () => image.destroy(),
          })
      }
    for (const { key, held, at, size } of wanted) {
      const [x, y] = [(box.x + at[0]) * dpr, (box.y + at[1]) * dpr]
      const there = this.#badges.get(key)
      if (there) {
        there.setPosition(x, y)
        continue
      }
      const kind = `${held} ${size}`
      const texture =
        this.#badgeFaces.get(kind) ??
        paintTexture(this, 'badge', size, size, dpr, pen => paintBadge(pen, held, size / 2, size / 2, size))
      this.#badgeFaces.set(kind, texture)
      const image = this.add.image(x, y, texture).setDepth(4)
      this.#badges.set(key, image)
      if (!moving) continue
      image.setAlpha(0)
      if (first) this.tweens.add({ targets: image, alpha: 1, duration: pace.scene })
      else {
        image.setScale(2.4)
        this.tweens.add({ targets: image, alpha: 1, scale: 1, delay: 500, duration: 900, ease: 'Cubic.easeOut' })
      }
    }
  }

  #drawRoom(box: Box, view: StageView, moving: boolean): void {
    if (view.kind === 'courtroom') this.#drawCourt(box, view, moving)
    else this.#drawOffice(box, view, moving)
    const title = view.kind === 'courtroom' ? (view.hearing?.motion ?? view.name) : view.name
    const seam = { x: 0, y: 0, w: this.#size.w, h: this.#size.h }
    const paint = (pen: Pen) => {
      const upright = box.x > 0
      pen.fillStyle = gradient(pen, upright ? [box.x - 3, 0, box.x + 3, 0] : [0, box.y - 3, 0, box.y + 3], [
        [0, '#6d4d18'],
        [0.4, '#f3d48c'],
        [1, '#6d4d18'],
      ])
      if (upright) pen.fillRect(box.x - 2, 0, 4, seam.h)
      else if (box.y > 0) pen.fillRect(0, box.y - 2, seam.w, 4)
      if (!hung(box)) return
      const [x, y] = [box.x + box.w / 2, upright ? 4 : Math.max(2, box.y - 12)]
      paintName(pen, title, '', x, y, Math.min(box.w - 30, 460), this.#size.w < 520 ? 10.5 : 12.5)
    }
    this.#sheet('edge', [box, title], seam, paint, moving ? pace.words : 0)
  }

  #drawCourt(box: Box, view: StageView, moving: boolean): void {
    const p = roomPalette(view.light)
    const court = courtSeats(view, box.w, box.h, headOf(box))
    const seats: readonly Seat[] = [...court.bench, ...court.tables]
    const bench = view.hearing?.bench.name ?? court.bench[0]?.person.name ?? view.name
    const { points } = court
    const faces = seats.map(s => [s.person.id, s.person.face, s.person.name])
    this.#sheet(
      'wall',
      ['court', view.light, court.rail],
      box,
      pen => paintCourtWall(pen, box.w, box.h, court, p, view.light),
      moving ? pace.light : 0,
    )
    this.#sheet(
      'cast',
      ['court', view.light, faces, bench, court.rail],
      box,
      pen => {
        paintChairs(pen, court)
        for (const seat of seats) {
          if (court.tables.some(t => t === seat)) paintHalo(pen, seat, p.lamp, 0.32)
          paintBust(pen, this.#atlas, seat)
        }
        paintCourtFront(pen, court, bench, p)
        paintClerksTable(pen, court.rail, p)
      },
      moving ? pace.speak : 0,
    )
    this.#drawWords(box, view, seats, moving)
    const shown = deal(points, court.rail)
    this.#sheet(
      'cards',
      [points],
      box,
      pen => {
        const size = Math.min(...shown.map(({ text, side, at }) => cardSize(pen, text, side === 'us', at)))
        shown.forEach(({ text, side, at }, i) => {
          paintCard(pen, text, side === 'us', at, (i % 2 ? 1 : -1) * 0.006, size)
        })
      },
      moving ? pace.scene : 0,
      16,
    )
  }

  #drawOffice(box: Box, view: StageView, moving: boolean): void {
    const p = roomPalette(view.light)
    const { desk } = officeLines(box.w, box.h)
    const seats = officeSeats(view.people, box.w, desk, headOf(box))
    const faces = seats.map(s => [s.person.id, s.person.face, s.person.name])
    this.#sheet(
      'wall',
      ['office', view.light],
      box,
      pen => paintOfficeWall(pen, box.w, box.h, p, view.light),
      moving ? pace.light : 0,
    )
    this.#sheet(
      'cast',
      ['office', view.light, faces],
      box,
      pen => {
        for (const seat of seats) {
          paintHalo(pen, seat, p.lamp, view.light === 'night' ? 0.3 : 0.2)
          paintBust(pen, this.#atlas, seat)
        }
        paintDesk(pen, box.w, box.h, seats.length, p, view.light)
        for (const seat of seats) {
          const most = box.w / seats.length - 12
          const size = box.w < 460 ? 11 : 13.5
          paintName(pen, seat.person.name, box.h < 230 ? '' : seat.person.role, seat.x, desk - size * 0.5, most, size)
        }
      },
      moving ? pace.speak : 0,
    )
    this.#drawWords(box, view, seats, moving)
    this.#panes?.cards.hide(moving ? pace.words : 0)
  }

  #drawWords(box: Box, view: StageView, seats: readonly Seat[], moving: boolean): void {
    const size = Math.max(11, Math.min(16, box.w / 58))
    const paint = (pen: Pen) => {
      // Nobody speaks in a larger hand than another.
      const cheekOf = (seat: Seat) => seat.x + (seat.flip ? -1 : 1) * seat.size * 0.27
      const sizes = seats.flatMap(s => (s.person.says ? [layBubble(pen, s.person.says, s.bubble, 0, size).size] : []))
      const even = Math.min(size, ...sizes)
      for (const seat of seats) {
        const { person } = seat
        if (!person.says) continue
        const cheek = cheekOf(seat)
        const bubble = layBubble(pen, person.says, seat.bubble, cheek, even)
        const mouth = [cheek, Math.max(bubble.box.y + bubble.box.h + 8, seat.base - seat.size * 0.62)] as const
        paintBubble(pen, bubble, mouth, person.side === 'us')
      }
    }
    this.#sheet(
      'words',
      [view.name, view.hearing?.motion, seats.map(s => [s.person.says, s.x, s.bubble])],
      box,
      paint,
      moving ? pace.words : 0,
      8,
    )
  }

  /** On the map, whoever speaks does so from a medallion at the edge. */
  #drawMessengers(box: Box, view: StageView, p: ChartPalette, moving: boolean): void {
    for (const name of ['wall', 'cast', 'cards', 'edge'] as const) this.#panes?.[name].hide(moving ? pace.words : 0)
    const shown = view.kind === 'map' ? medallions(view.people, waterOf(box.w, box.h)) : []
    const paint = (pen: Pen) => {
      for (const { person, box: at } of shown) paintMedallion(pen, this.#atlas, person, at, p)
    }
    this.#sheet('words', [shown, view.light, p.plate], box, paint, moving ? pace.words : 0)
  }
}
