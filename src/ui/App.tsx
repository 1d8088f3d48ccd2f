/** The page: one screen at a time, the notices, and the cards over it. Draws what it is shown, asks for what it wants. */
import { useEffect, useState } from 'preact/hooks'
import type { PageIntent, ScreenView } from '../view/index.ts'
import { type Card, DeskContext } from './desk.ts'
import { LawDoor } from './door.tsx'
import { Icon } from './icons.tsx'
import { Jump } from './jump.tsx'
import { Over } from './over.tsx'
import { Play } from './play.tsx'
import { Start } from './start.tsx'
import { Loading, Trouble } from './trouble.tsx'
import './style/index.css'

interface Props {
  readonly screen: ScreenView
  readonly send: (intent: PageIntent) => void
  /** Given the element the stage may draw in while the curtain is up, and null when it is gone. */
  readonly stageSlot?: (element: HTMLElement | null) => void
}

const Screen = ({ screen, stageSlot }: { screen: ScreenView; stageSlot: Props['stageSlot'] }) => {
  switch (screen.kind) {
    case 'start':
      return <Start screen={screen} />
    case 'loading':
      return screen.opening ? (
        <Play screen={{ case: screen.opening, stage: 'off' }} stageSlot={undefined} />
      ) : (
        <Loading what={screen.what} />
      )
    case 'problem':
      return <Trouble screen={screen} />
    case 'law':
      return <LawDoor screen={screen} />
    case 'play':
      return <Play screen={screen} stageSlot={stageSlot} />
  }
}

/** The whole page for one `ScreenView`. Keeps only what undoing would annoy: which card lies open. */
export const App = ({ screen, send, stageSlot }: Props) => {
  const [cards, setCards] = useState<readonly Card[]>([])
  const { theme, motion } = screen.settings
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.theme = theme
    dataset.motion = motion
  }, [theme, motion])
  const open = (card: Card) => setCards(now => [...now, card])
  const close = (card: Card) => setCards(now => now.filter(other => other !== card))
  return (
    <DeskContext.Provider value={{ send, open }}>
      <Jump class="skip" to="main">
        Skip to the {screen.kind === 'law' ? 'law' : 'matter'}
      </Jump>
      {screen.kind === 'play' && !screen.case.ending && (
        <Jump class="skip" to="choices-title">
          Skip to your answers
        </Jump>
      )}
      <Screen screen={screen} stageSlot={stageSlot} />
      <div class="notices" role="status">
        {screen.notices.map(notice => (
          <div key={notice.id} class={`notice is-${notice.tone}`}>
            <Icon name={notice.tone === 'warning' ? 'triangle-alert' : 'info'} />
            <span>{notice.text}</span>
            <button
              type="button"
              class="button quiet icon-only"
              onClick={() => send({ kind: 'dismiss', notice: notice.id })}
            >
              <Icon name="x" />
              <span class="sr-only">Dismiss: {notice.text}</span>
            </button>
          </div>
        ))}
      </div>
      <Over cards={cards} screen={screen} close={close} />
    </DeskContext.Provider>
  )
}
