/** One painted sheet of the stage. A new painting fades in over the old; the same painting asked for again stays. */
import type Phaser from 'phaser'
import type { Pen } from './ink.ts'
import type { Box } from './plan.ts'

/** How a painting comes in: over how many milliseconds, from how many CSS pixels below. 0 is at once. */
export interface Entrance {
  readonly fade: number
  readonly rise?: number
  /** Covers what it replaces, which then stays until it is covered: no dip into the dark between two charts. */
  readonly solid?: boolean
}

export interface Pane {
  /** Shows a painting. `signature` says what is on it: when nothing changed, nothing is painted. */
  readonly show: (signature: string, box: Box, dpr: number, paint: (pen: Pen) => void, entrance: Entrance) => void
  readonly hide: (fade: number) => void
}

let painted = 0

/** Paints onto a texture of its own, in CSS pixels, and returns its key. */
export const paintTexture = (
  scene: Phaser.Scene,
  name: string,
  w: number,
  h: number,
  dpr: number,
  paint: (pen: Pen) => void,
): string => {
  const key = `${name}-${painted++}`
  const texture = scene.textures.createCanvas(key, Math.max(1, Math.ceil(w * dpr)), Math.max(1, Math.ceil(h * dpr)))
  const pen = texture?.getContext()
  if (!texture || !pen) return key
  pen.save()
  pen.scale(dpr, dpr)
  paint(pen)
  pen.restore()
  // Without a renderer (no screen at all) there is nowhere to send the picture.
  if (scene.game.renderer) texture.refresh()
  return key
}

/** A sheet at a depth. The scene keeps at most two of its textures: the one going and the one coming. */
export const openPane = (scene: Phaser.Scene, name: string, depth: number): Pane => {
  let shown: { image: Phaser.GameObjects.Image; key: string; signature: string; at: string } | null = null

  const drop = ({ image, key }: { image: Phaser.GameObjects.Image; key: string }) => {
    scene.tweens.killTweensOf(image)
    image.destroy()
    scene.textures.remove(key)
  }
  let going: { image: Phaser.GameObjects.Image; key: string } | null = null
  const leave = (fade: number, after: number) => {
    if (going) drop(going)
    going = null
    const old = shown
    shown = null
    if (!old) return
    scene.tweens.killTweensOf(old.image)
    if (fade === 0 || (fade === 1 && after === 0)) return drop(old)
    going = old
    const done = () => {
      if (going === old) going = null
      drop(old)
    }
    scene.tweens.add({ targets: old.image, alpha: 0, delay: after, duration: fade, onComplete: done })
  }

  return {
    show: (signature, box, dpr, paint, { fade, rise = 0, solid = false }) => {
      const at = JSON.stringify(box)
      const key = `${signature} ${at} ${dpr}`
      if (shown?.signature === key) return
      const placeOfOld = shown?.at ?? at
      if (solid) leave(1, fade)
      // The old one leaves late, so that what both show alike does not flicker; at another place it makes way first.
      else if (shown && shown.at !== at) leave(fade * 0.35, 0)
      else leave(fade * 0.6, fade * 0.4)
      const texture = paintTexture(scene, name, box.w, box.h, dpr, paint)
      const image = scene.add
        .image(box.x * dpr, box.y * dpr, texture)
        .setOrigin(0, 0)
        .setDepth(depth)
      const delay = going && !solid && placeOfOld !== at ? fade * 0.35 : 0
      shown = { image, key: texture, signature: key, at }
      if (fade === 0) return
      image.setAlpha(0)
      image.y += rise * dpr
      scene.tweens.add({ targets: image, alpha: 1, y: box.y * dpr, delay, duration: fade, ease: 'Sine.easeInOut' })
    },
    hide: fade => leave(fade, 0),
  }
}
