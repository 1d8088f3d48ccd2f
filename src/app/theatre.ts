/**
 * The stage, from outside: loaded when asked for, still when motion is unwelcome or graphics are slow, and survived
 * when it fails. The page never waits for it.
 */
import type { ChoiceView, StageStatus, StageView } from '../view/index.ts'
import type { Switches } from './address.ts'

/** What the stage is shown: the picture, what the law says of the choice in focus, and whether the page is dark. */
export interface Scenery {
  readonly view: StageView
  readonly says: ChoiceView['says'] | null
  readonly dark: boolean
}

/** The stage's front door, as `src/stage` gives it. */
export interface StageDoor<Send> {
  mount(
    parent: HTMLElement,
    options: { still: boolean; renderer?: 'webgl' | 'canvas' | 'auto'; send: Send },
  ): Promise<{ show(view: StageView, says: ChoiceView['says'] | null, dark: boolean): void; destroy(): void }>
}

export interface TheatreOptions<Send> {
  readonly load: () => Promise<StageDoor<Send>>
  readonly send: Send
  readonly switches: Switches
  /** False when the machine can draw WebGL only slowly, or not at all. */
  readonly fast: () => boolean
  /** Told on every change of status; `why` is said on `failed`. */
  readonly report: (status: StageStatus, why: string | null) => void
}

export interface Theatre {
  /** The element to draw in, or null when it leaves the page. */
  attach(slot: HTMLElement | null): void
  /** Whether the stage is wanted, and whether motion is unwelcome. */
  want(on: boolean, calm: boolean): void
  /** Shows a picture; kept and shown later when the stage is not up yet. */
  show(scenery: Scenery | null): void
}

/** How to draw: slow machines get one still picture on a plain canvas. */
export const choosePicture = (
  switches: Switches,
  calm: boolean,
  fast: () => boolean,
): { readonly still: boolean; readonly renderer: 'webgl' | 'canvas' | 'auto' } => {
  if (switches.renderer) return { still: switches.still || calm, renderer: switches.renderer }
  return fast() ? { still: switches.still || calm, renderer: 'auto' } : { still: true, renderer: 'canvas' }
}

/** A theatre with its curtain down. */
export const openTheatre = <Send>({ load, send, switches, fast, report }: TheatreOptions<Send>): Theatre => {
  type Stage = Awaited<ReturnType<StageDoor<Send>['mount']>>
  let slot: HTMLElement | null = null
  let wanted = false
  let calm = false
  let scenery: Scenery | null = null
  let stage: Stage | null = null
  /** Each raising of the curtain gets a number, so that a late one knows it is late. */
  let raising = 0
  let up: { slot: HTMLElement; calm: boolean } | null = null

  const draw = () => {
    if (stage && scenery) stage.show(scenery.view, scenery.says, scenery.dark)
  }
  const lower = () => {
    raising++
    up = null
    stage?.destroy()
    stage = null
  }
  const fall = (error: unknown) => {
    lower()
    wanted = false
    report('failed', error instanceof Error ? error.message : String(error))
  }
  const settle = async () => {
    if (!wanted) {
      if (up) lower()
      report('off', null)
      return
    }
    if (up && up.slot === slot && up.calm === calm) return
    lower()
    const mine = raising
    // The page answers with the element to draw in, perhaps at once: then that call has taken over.
    report('loading', null)
    if (mine !== raising || !slot) return
    up = { slot, calm }
    try {
      const door = await load()
      if (mine !== raising) return
      const picture = choosePicture(switches, calm, fast)
      const raised = await door.mount(up.slot, { ...picture, send })
      if (mine !== raising) return raised.destroy()
      stage = raised
      draw()
      report(picture.still ? 'still' : 'on', null)
    } catch (error) {
      if (mine === raising) fall(error)
    }
  }

  return {
    attach(element) {
      if (element === slot) return
      slot = element
      if (wanted) void settle()
    },
    want(on, quiet) {
      if (on === wanted && quiet === calm) return
      wanted = on
      calm = quiet
      void settle()
    },
    show(next) {
      scenery = next
      try {
        draw()
      } catch (error) {
        fall(error)
      }
    },
  }
}
