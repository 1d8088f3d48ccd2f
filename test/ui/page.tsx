/** The page in a simulated browser: draws a screen, notes what it asks for, and answers as `app` would where told to. */
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { App, fetchCards, fetchShelf } from '../../src/ui/index.ts'
import type { PageIntent, ScreenView } from '../../src/view/index.ts'

// The cards and the shelf come in chunks of their own; here they have arrived.
await Promise.all([fetchCards(), fetchShelf()])

export interface OpenPage {
  readonly root: HTMLElement
  readonly sent: PageIntent[]
  /** Draws another screen on the same page. */
  readonly show: (screen: ScreenView) => void
  /** The first element that fits, or a failure that says what was looked for. */
  readonly find: <E extends HTMLElement = HTMLElement>(selector: string) => E
  readonly all: (selector: string) => readonly HTMLElement[]
  /** A button, link or radio by the words on it. */
  readonly named: (words: string) => HTMLElement
  readonly press: (element: HTMLElement) => void
  readonly key: (element: HTMLElement, key: string) => void
  readonly close: () => void
}

const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

export const wordsOf = (element: Element | null): string => tidy(element?.textContent ?? '')

export const openPage = (screen: ScreenView): OpenPage => {
  const root = document.body.appendChild(document.createElement('div'))
  const sent: PageIntent[] = []
  /** Drawn to the last turn: see `later.tsx`. */
  const show = (next: ScreenView) => {
    const fake = !vi.isFakeTimers()
    if (fake) vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    act(() => render(<App screen={next} send={intent => sent.push(intent)} />, root))
    for (let turn = 0; turn < 12; turn++) act(() => void vi.advanceTimersByTime(1))
    if (fake) vi.useRealTimers()
  }
  show(screen)
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
  const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const found = root.querySelector<E>(selector)
    if (!found) throw new Error(`Nothing fits "${selector}" in: ${wordsOf(root).slice(0, 400)}`)
    return found
  }
  const named = (words: string) => {
    const candidates = all('button, a, label, summary')
    const found = candidates.find(element => wordsOf(element).includes(words))
    if (!found) throw new Error(`No control says "${words}". There are: ${candidates.map(wordsOf).join(' | ')}`)
    return found
  }
  const press = (element: HTMLElement) => act(() => element.click())
  const key = (element: HTMLElement, name: string) =>
    act(() => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
    })
  const close = () => {
    act(() => render(null, root))
    root.remove()
  }
  return { root, sent, show, find, all, named, press, key, close }
}
