/**
 * Every screen of the page on fixture data, to look at while working: `npx vite test/ui/gallery --port 4310`, then
 * `?screen=court&theme=dark`. Answers nothing but settings, the curtain and focus. Not shipped.
 */
import { render } from 'preact'
import { App } from '../../../src/ui/index.ts'
import type { PageIntent, ScreenView, Settings } from '../../../src/view/index.ts'
import { court, screens } from '../fixture.ts'

const query = new URLSearchParams(location.search)
let screen: ScreenView = screens[query.get('screen') ?? 'play'] ?? screens.play!
screen = {
  ...screen,
  settings: { ...screen.settings, theme: (query.get('theme') ?? 'auto') as Settings['theme'] },
}

const send = (intent: PageIntent) => {
  if (intent.kind === 'settings') screen = { ...screen, settings: { ...screen.settings, ...intent.change } }
  if (intent.kind === 'choose' && screen.kind === 'play') screen = { ...screen, case: court }
  if (intent.kind === 'dismiss') screen = { ...screen, notices: screen.notices.filter(n => n.id !== intent.notice) }
  if (intent.kind === 'stage' && screen.kind === 'play') screen = { ...screen, stage: intent.on ? 'on' : 'off' }
  draw()
}
const draw = () => render(<App screen={screen} send={send} />, document.getElementById('app')!)
draw()
