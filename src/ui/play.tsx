/** The desk: the whole game on one page. DOM order is reading order: scene, answers, picture, papers, law, shelf. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseView, OpeningView, ScreenView } from '../view/index.ts'
import { Choices } from './choices.tsx'
import { Debrief, LookAhead } from './debrief.tsx'
import { DeskContext, useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Jump } from './jump.tsx'
import { Later } from './later.tsx'
import { Law } from './law.tsx'
import { Meters } from './meters.tsx'
import { Papers } from './papers.tsx'
import { Picture } from './picture.tsx'
import { Scene } from './scene.tsx'
import { Cast, Glossary, Log } from './shelf.tsx'
import { announcement } from './words.ts'

/** What the status line says, once, when a play moves from `before` to `now`. */
export const said = (before: OpeningView, now: OpeningView): string => {
  if (now.level.id !== before.level.id || now.decisions.length === before.decisions.length) return ''
  if (now.decisions.length < before.decisions.length) return `Taken back. You are at: ${now.scene.title}.`
  return now.last ? announcement(now.last) : ''
}

const Bar = ({ of }: { of: OpeningView }) => {
  const { send, open } = useDesk()
  return (
    <header class="bar-top">
      <button type="button" class="brand" onClick={() => send({ kind: 'home' })}>
        Comity<span class="sr-only">: all matters</span>
      </button>
      <p class="matter-name">
        <b>{of.level.title}</b>
        <span>{of.level.subtitle}</span>
      </p>
      <nav class="jump" aria-label="On this desk">
        {!of.ending && <Jump to="choices-title">Answers</Jump>}
        <Jump to="papers">Papers</Jump>
        <Jump to="law">Law</Jump>
        <Jump to="people">People</Jump>
        {!of.ending && <Jump to="log">Log</Jump>}
        <Jump to="words">Words</Jump>
      </nav>
      <div class="bar-tools">
        {of.canUndo && (
          <button type="button" class="button quiet" onClick={() => send({ kind: 'undo' })}>
            <Icon name="undo-2" />
            <span>Take back</span>
          </button>
        )}
        <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => open({ kind: 'menu' })}>
          <Icon name="menu" />
          <span>Menu</span>
        </button>
      </div>
    </header>
  )
}

interface Props {
  /** A play, or its opening while the rest of the matter is fetched: then there are no answers and no law yet. */
  readonly screen: Pick<Extract<ScreenView, { kind: 'play' }>, 'stage'> & { readonly case: CaseView | OpeningView }
  readonly stageSlot: ((element: HTMLElement | null) => void) | undefined
}

export const Play = ({ screen, stageSlot }: Props) => {
  const of = screen.case
  const { send, ...desk } = useDesk()
  const [pointed, point] = useState<string | null>(null)
  const [status, setStatus] = useState('')
  const told = useRef<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef(of)
  const moment = `${of.level.id}/${of.scene.id}/${of.decisions.length}`

  // A new moment: the focus goes to its title, the status line says once what changed.
  // One run per moment, not per drawing of it.
  useEffect(() => {
    setStatus(said(before.current, of))
    before.current = of
    told.current = null
    point(null)
    title.current?.focus({ preventScroll: true })
    globalThis.scrollTo?.({ top: 0 })
  }, [moment])

  const pointing: typeof send = intent => {
    if (intent.kind === 'focus') {
      if (intent.id === told.current) return
      told.current = intent.id
      point(intent.id)
    }
    send(intent)
  }
  const whole: CaseView | null = 'law' in of ? of : null
  const choice = of.choices.find(other => other.id === pointed) ?? null

  return (
    <DeskContext.Provider value={{ ...desk, send: pointing }}>
      <Bar of={of} />
      <p class="sr-only" role="status" data-status>
        {status}
      </p>
      <Meters meters={of.meters} />
      <main id="main" class={`matter ${of.ending ? 'is-ended' : ''} ${of.decisions.length > 0 ? 'is-moving' : ''}`}>
        {!of.ending && (
          <>
            <div class="answer-side">
              <Scene of={of} title={title} />
              {whole ? (
                <Later turns={1}>
                  <Choices of={whole} />
                </Later>
              ) : (
                <p class="quiet-text" role="status">
                  The law of this day is being fetched …
                </p>
              )}
            </div>
            <div class="look-side">
              <Picture of={of} status={screen.stage} pointed={choice} stageSlot={stageSlot} />
              <Later turns={4}>
                <Papers documents={of.documents} />
              </Later>
            </div>
          </>
        )}
        {whole && (
          <Debrief
            of={whole}
            ending={whole.ending}
            title={title}
            soon={whole.decisions.length > 0}
            picture={<Picture of={whole} status={screen.stage} pointed={null} stageSlot={stageSlot} />}
          />
        )}
      </main>
      {whole && (
        <div class="shelf">
          <Later turns={6}>
            <Law of={whole} />
          </Later>
          <Later turns={7}>
            <Cast people={of.cast} />
            {!of.ending && <Log decisions={of.decisions} />}
            {of.canUndo && !of.ending && <LookAhead of={whole} />}
            {of.ending && (
              <div class="deck">
                <Papers documents={of.documents} heading="The file" />
              </div>
            )}
          </Later>
          <Later turns={8}>
            <Glossary glossary={of.glossary} />
          </Later>
        </div>
      )}
    </DeskContext.Provider>
  )
}
