/** The browser's door: opens the session on this page, draws what it says, and brings what people do back to it. */

import { cards, lawAt, lawDate, lawRoomAt, levelAt, openingAt } from 'virtual:docket'
import { render } from 'preact'
import type { ConsequenceFile } from '../game/index.ts'
import type { LawFile } from '../law/index.ts'
import type { Level } from '../level/index.ts'
import { App, fetchCards, fetchLawRoom } from '../ui/index.ts'
import type { OpeningView, ScreenView } from '../view/index.ts'
import { readAddress, readSwitches, writeAddress } from './address.ts'
import { inTurns } from './loading.ts'
import { openSession } from './session.ts'
import { openShelf } from './shelf.ts'
import { openTheatre } from './theatre.ts'

const root = document.getElementById('page')!

const fetchJson = async <T,>(at: string): Promise<T> => {
  const response = await fetch(at)
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${at}`)
  return response.json() as Promise<T>
}
const law = async () => fetchJson<{ law: readonly LawFile[]; consequences: ConsequenceFile }>(lawAt)

/**
 * Until what was drawn last can be seen. Browsers tell that only of a page nobody has touched yet; else two frames must
 * do. A page in the background draws nothing, so it is not waited for.
 */
const presented = () =>
  new Promise<void>(resolve => {
    setTimeout(resolve, 500)
    const told = PerformanceObserver.supportedEntryTypes?.includes('largest-contentful-paint')
    if (told && navigator.userActivation?.hasBeenActive === false)
      new PerformanceObserver(() => resolve()).observe({ type: 'largest-contentful-paint' })
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })

const breathe = () => new Promise<void>(resolve => setTimeout(resolve))
/** What waits to be written into the address: a slider being dragged would write it faster than browsers allow. */
let addressing = 0

const session = openSession({
  docket: cards,
  lawDate,
  shelf: openShelf(() => window.localStorage),
  loadTable: () => import('./table.ts'),
  loadReader: () => import('./reader.ts'),
  breathe,
  loadMatter: async id => {
    const [matter, rest] = await Promise.all([fetchJson<{ level: Level; tag: string }>(levelAt[id]!), law()])
    return { ...matter, ...rest }
  },
  loadOpening: async id => {
    const at = openingAt[id]
    return at === undefined ? null : fetchJson<OpeningView>(at)
  },
  drawn: presented,
  loadLaw: async () => {
    const [room, files] = await Promise.all([
      import('./lawroom.ts'),
      fetchJson<readonly LawFile[]>(lawRoomAt),
      fetchLawRoom(),
    ])
    return room.furnish(files, work => inTurns(work, breathe))
  },
  seed: () => crypto.getRandomValues(new Uint16Array(1))[0]! & 0x7fff,
  offer: (name, text) => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  },
  showAddress: (address, how) => {
    const url = `${location.pathname}${location.search}${writeAddress(address)}`
    if (url === `${location.pathname}${location.search}${location.hash}`) return
    clearTimeout(addressing)
    const write = () => history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url)
    if (address.kind === 'law') addressing = setTimeout(write, 250) as unknown as number
    else write()
  },
})

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const prefersCalm = matchMedia('(prefers-reduced-motion: reduce)')

/** False when WebGL is missing or drawn by the processor: a phone would heat and a lesson would stutter. */
const fast = () => {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

const theatre = openTheatre({
  load: () => import('../stage/index.ts'),
  send: session.send,
  switches: readSwitches(location.search),
  fast,
  report: session.stageIs,
})

let drawn: ScreenView | null = null

const draw = () => {
  const { settings, focused, curtain } = session.store.getState()
  const screen = session.screen()
  // What is in focus lights the stage and changes nothing on the page.
  if (screen !== drawn) {
    drawn = screen
    const page = document.documentElement
    page.dataset.theme = settings.theme
    page.dataset.motion = settings.motion
    render(<App screen={screen} send={session.send} stageSlot={theatre.attach} />, root)
  }
  const calm = settings.motion === 'reduced' || prefersCalm.matches
  const dark = settings.theme === 'dark' || (settings.theme === 'auto' && prefersDark.matches)
  if (screen.kind === 'play') {
    const says = screen.case.choices.find(choice => choice.id === focused)?.says ?? null
    theatre.show({ view: screen.case.stage, says, dark })
  }
  theatre.want(curtain && screen.kind === 'play', calm)
}

let waiting = false
/**
 * Draws once for everything that happened at once: an intent may change the session several times. What to show is
 * worked out now and drawn in a task of its own, so that neither keeps a slow machine from answering.
 */
const drawSoon = () => {
  if (waiting) return
  waiting = true
  queueMicrotask(() => {
    session.screen()
    setTimeout(() => {
      waiting = false
      draw()
    })
  })
}

const route = () => session.open(readAddress(location.hash, id => document.getElementById(id) !== null))

session.store.subscribe(drawSoon)
prefersDark.addEventListener('change', drawSoon)
prefersCalm.addEventListener('change', drawSoon)
addEventListener('popstate', route)
route()
drawSoon()

// Pressing start should open at once: fetch the game when the page has nothing else to do.
const idle = globalThis.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200))
addEventListener('load', () =>
  idle(
    () =>
      void session
        .warm()
        .then(fetchCards)
        .catch(() => {}),
  ),
)
