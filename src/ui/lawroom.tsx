/** The law room: the lab and the shelves, one at a time, under one bar. */
import { useEffect, useRef } from 'preact/hooks'
import type { LawRoomView, LawTab } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Lab } from './lab.tsx'
import { Questions, Rules } from './rules.tsx'
import { Authorities } from './shelves.tsx'
import sheet from './style/lab.css?url'
import { Problems } from './trouble.tsx'

const tabs: readonly (readonly [LawTab, string])[] = [
  ['lab', 'Conflict lab'],
  ['rules', 'Orders and rules'],
  ['authorities', 'Authorities'],
  ['questions', 'Open questions'],
]

/** Fetches the style sheet of the room, once; a room without it would be read, but not with pleasure. */
export const dress = (): Promise<void> =>
  new Promise((done, fail) => {
    const known = document.querySelector<HTMLLinkElement>('link[data-law-room]')
    if (known) return done()
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    link.dataset.lawRoom = ''
    link.onload = () => done()
    link.onerror = () => {
      link.remove()
      fail(new Error('the style sheet of the law room did not arrive'))
    }
    document.head.append(link)
  })

const Shelf = ({ law }: { law: LawRoomView }) => {
  switch (law.tab) {
    case 'lab':
      return <Lab law={law} />
    case 'rules':
      return <Rules of={law.library} about={law.about} />
    case 'authorities':
      return <Authorities of={law.library} about={law.about} />
    case 'questions':
      return <Questions of={law.library} />
  }
}

export const LawRoom = ({ law, lawDate }: { law: LawRoomView; lawDate: string | undefined }) => {
  const { send, open } = useDesk()
  const main = useRef<HTMLElement>(null)
  const { tab } = law
  useEffect(() => {
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    // What an address names is scrolled to by itself.
    const named = law.about.length > (tab === 'rules' ? 1 : 0)
    if (!named) globalThis.scrollTo?.({ top: 0 })
  }, [tab])
  return (
    <div class="law-room">
      <header class="bar-top">
        <button type="button" class="brand" onClick={() => send({ kind: 'home' })}>
          Comity<span class="sr-only">: all matters</span>
        </button>
        <nav class="room-tabs" aria-label="The law">
          {tabs.map(([id, name]) => (
            <a key={id} href={`#law=${id}`} aria-current={id === tab ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <div class="bar-tools">
          <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => open({ kind: 'menu' })}>
            <Icon name="menu" />
            <span>Settings</span>
          </button>
        </div>
      </header>
      <main id="main" class="law-main" ref={main}>
        {law.problems.length > 0 && (
          <section class="room-problems" role="alert">
            <h2>This link did not open whole</h2>
            <Problems of={law.problems} />
          </section>
        )}
        <Shelf law={law} />
      </main>
      <footer class="start-foot">
        <p>
          <b>A teaching model, not legal advice.</b>
          {lawDate && ` Law as checked on ${lawDate}.`} What could not be checked says so.
        </p>
      </footer>
    </div>
  )
}
