/**
 * The theatre beside the page: a living map, a courtroom, an office. It only shows; leaving it away loses nothing.
 *
 * Loaded on demand with everything it needs. `show` may be called at any time and as often as anything changes;
 * a still stage draws one finished picture and sleeps, and so does a moving one when nothing moves.
 */
import Phaser from 'phaser'
import facesUrl from '../../assets/faces.png'
import type { Intent, StageView } from '../view/index.ts'
import { fontsReady } from './ink.ts'
import type { Atlas } from './people.ts'
import type { Cue, Size } from './theatre.ts'
import { Theatre } from './theatre.ts'
import type { Says } from './verdict.ts'

export type { Says } from './verdict.ts'

export interface StageOptions {
  /** One finished frame, no motion: reduced motion, slow graphics. */
  readonly still: boolean
  readonly renderer?: 'webgl' | 'canvas' | 'auto'
  /** For asking what the page can ask. Nothing on the stage is pressed today: a finger on it scrolls the page. */
  readonly send: (intent: Intent) => void
}

export interface Stage {
  /** Shows this view, lit by what the focused choice's orders say (null: none is in focus). */
  readonly show: (view: StageView, says: Says, dark: boolean) => void
  /** Takes everything down: canvas, loop, observers. */
  readonly destroy: () => void
}

/** The most device pixels drawn: beyond this, sharpness is not worth the heat. */
const pixels = 2_600_000

/** Milliseconds a stage may take to open before the page is told that it will not. */
const patience = 20_000

const sizeOf = (parent: HTMLElement): Size => {
  const w = Math.max(240, Math.round(parent.clientWidth))
  const h = Math.max(180, Math.round(parent.clientHeight))
  return { w, h, dpr: Math.min(2, window.devicePixelRatio || 1, Math.sqrt(pixels / (w * h))) }
}

const loadAtlas = (): Promise<Atlas> =>
  new Promise(resolve => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = facesUrl
  })

/** The renderer asked for, or what the machine can do. */
const rendererFor = (wanted: StageOptions['renderer']) => {
  if (wanted === 'canvas') return Phaser.CANVAS
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context ? Phaser.WEBGL : Phaser.CANVAS
}

/**
 * Opens the theatre in an element and fills it: the canvas has the element's size, whatever that becomes. An element
 * that has no height of its own is given one. Resolves once something can be shown; rejects when nothing can be drawn.
 */
export const mount = async (parent: HTMLElement, options: StageOptions): Promise<Stage> => {
  const [atlas] = await Promise.all([loadAtlas(), fontsReady()])
  const house = document.createElement('div')
  house.setAttribute('aria-hidden', 'true')
  house.style.position = 'relative'
  house.style.overflow = 'hidden'
  house.style.width = '100%'
  if (parent.clientHeight < 120) house.style.aspectRatio = '4 / 3'
  else house.style.height = '100%'
  parent.append(house)

  const ruler = document.createElement('canvas').getContext('2d')
  const measure = (text: string, font: string) => {
    if (!ruler) return text.length * 7
    ruler.font = font
    return ruler.measureText(text).width
  }
  let size = sizeOf(house)
  const type = rendererFor(options.renderer)
  let game: Phaser.Game | undefined
  const theatre = await new Promise<Theatre>((resolve, reject) => {
    const late = setTimeout(() => {
      game?.destroy(true)
      house.remove()
      reject(new Error('The stage did not open in time.'))
    }, patience)
    const ready = (opened: Theatre) => {
      clearTimeout(late)
      resolve(opened)
    }
    try {
      game = new Phaser.Game({
        type,
        parent: house,
        width: Math.round(size.w * size.dpr),
        height: Math.round(size.h * size.dpr),
        banner: false,
        autoFocus: false,
        disableContextMenu: false,
        audio: { noAudio: true },
        // Nothing is pressed on the canvas: the page scrolls under a finger as anywhere.
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        fps: { limit: 30 },
        render: { antialias: true, antialiasGL: false, powerPreference: 'low-power' },
        scale: { mode: Phaser.Scale.NONE },
        scene: new Theatre({ atlas, measure, size, still: options.still, ready }),
      })
    } catch (problem) {
      clearTimeout(late)
      house.remove()
      reject(problem)
    }
  })
  const stage = game!
  const { canvas } = stage
  const settle = () => {
    canvas.style.display = 'block'
    canvas.style.width = `${size.w}px`
    canvas.style.height = `${size.h}px`
  }
  settle()
  house.dataset.renderer = type === Phaser.CANVAS ? 'canvas' : 'webgl'

  const resize = () => {
    const next = sizeOf(house)
    if (next.w === size.w && next.h === size.h && next.dpr === size.dpr) return
    size = next
    stage.scale.resize(Math.round(size.w * size.dpr), Math.round(size.h * size.dpr))
    settle()
    theatre.redraw(size)
  }
  let asked = 0
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(resize)
  })
  observer.observe(house)

  // Off the screen nothing is drawn; back on it, what was under way goes on.
  const sight = new IntersectionObserver(entries => {
    if (entries.at(-1)?.isIntersecting) stage.loop.wake()
    else stage.loop.sleep()
  })
  sight.observe(house)
  const restored = () => theatre.redraw(size)
  canvas.addEventListener('webglcontextrestored', restored)

  let shown: Cue | null = null
  return {
    show: (view, says, dark) => {
      if (shown?.view === view && shown.says === says && shown.dark === dark) return
      shown = { view, says, dark }
      house.dataset.scene = view.kind
      theatre.show(shown)
    },
    destroy: () => {
      observer.disconnect()
      sight.disconnect()
      cancelAnimationFrame(asked)
      canvas.removeEventListener('webglcontextrestored', restored)
      // A sleeping loop would never come round to taking itself down.
      stage.loop.wake()
      stage.destroy(true)
      house.remove()
    },
  }
}
