/** Couriers under way: each crosses the chart once, leaving its trail, and rests short of where it was sent. */
import type Phaser from 'phaser'
import { clear } from './palette.ts'
import { paintTexture } from './pane.ts'
import type { ChartPieces, TravelPiece } from './pieces.ts'
import { couriers, trail } from './pieces.ts'
import { pointAt } from './projection.ts'
import { paintCourier } from './sites.ts'

export interface Voyages {
  /** Shows the journeys; under way when `moving`, else as they end. Calls back as each comes to rest. */
  readonly show: (pieces: ChartPieces, dpr: number, moving: boolean, landed: (piece: TravelPiece) => void) => void
  readonly hide: () => void
}

/** Slow enough to be read as a demand on its way; a long way takes longer. */
const crossing = (piece: TravelPiece) => {
  const [a, b] = [piece.path[0]!, piece.path.at(-1)!]
  return Math.min(5200, 2400 + Math.hypot(b[0] - a[0], b[1] - a[1]) * 4)
}

export const openVoyages = (scene: Phaser.Scene, depths: { trail: number; courier: number }): Voyages => {
  let images: Phaser.GameObjects.Image[] = []
  let textures: string[] = []
  const hide = () => {
    for (const image of images) {
      scene.tweens.killTweensOf(image)
      image.destroy()
    }
    for (const key of textures) scene.textures.remove(key)
    images = []
    textures = []
  }
  const add = (key: string, [x, y]: readonly [number, number], depth: number, dpr: number) => {
    const image = scene.add.image(x * dpr, y * dpr, key).setDepth(depth)
    images.push(image)
    return image
  }

  return {
    hide,
    show: (pieces, dpr, moving, landed) => {
      hide()
      pieces.travels.forEach((piece, i) => {
        const { colour, size } = couriers[piece.travel.what]
        const r = size * (pieces.marker < 12 ? 0.75 : 1)
        const dot = paintTexture(scene, 'dot', r * 2 + 3, r * 2 + 3, dpr, pen => {
          pen.beginPath()
          pen.arc(r + 1.5, r + 1.5, r + 1, 0, Math.PI * 2)
          pen.fillStyle = clear('#08111f', 0.55)
          pen.fill()
          pen.beginPath()
          pen.arc(r + 1.5, r + 1.5, r, 0, Math.PI * 2)
          pen.fillStyle = colour
          pen.fill()
        })
        const side = pieces.marker * 3.1
        const face = paintTexture(scene, 'courier', side, side, dpr, pen => paintCourier(pen, piece.travel.what, side))
        textures.push(dot, face)
        const dots = trail(piece).map(({ t, at }) => ({ t, image: add(dot, at, depths.trail, dpr) }))
        const courier = add(face, pointAt(piece.path, piece.rest), depths.courier, dpr)
        // The way still to go is only hinted at.
        const reveal = (t: number) => {
          for (const d of dots) d.image.setAlpha(d.t <= t ? 1 : 0.28)
        }
        reveal(moving ? 0 : piece.rest)
        if (!moving) {
          landed(piece)
          return
        }
        const pace = { t: 0 }
        const [x, y] = pointAt(piece.path, 0)
        courier.setPosition(x * dpr, y * dpr).setAlpha(0)
        scene.tweens.add({ targets: courier, alpha: 1, duration: 500, delay: i * 900 })
        scene.tweens.add({
          targets: pace,
          t: piece.rest,
          delay: 350 + i * 900,
          duration: crossing(piece),
          ease: 'Sine.easeInOut',
          onUpdate: () => {
            const [px, py] = pointAt(piece.path, pace.t)
            courier.setPosition(px * dpr, py * dpr)
            reveal(pace.t)
          },
          onComplete: () => landed(piece),
        })
      })
    },
  }
}
