/** The first screen: what this is in one sentence, and one press to begin. */
import { useId, useState } from 'preact/hooks'
import world from '../../assets/chart/world.svg?no-inline'
import type { MatterCard, ScreenView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Graticule } from './picture.tsx'
import { ImportSave, Sure } from './sure.tsx'

type Mode = 'practice' | 'hearing'

/** The chart table: the Atlantic at night, a demand on its way from New York to Dublin, brass dividers over it. */
const ChartTable = () => (
  <svg class="chart-table" viewBox="-1420 -1010 1440 900" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
    <title>A chart of the Atlantic</title>
    <defs>
      <linearGradient id="brass" x1="0" x2="1" y1="0" y2="0">
        <stop offset="0" class="brass-dark" />
        <stop offset="0.45" class="brass-light" />
        <stop offset="1" class="brass-dark" />
      </linearGradient>
      <radialGradient id="lamp" cx="0.5" cy="0.32" r="0.75">
        <stop offset="0" class="lamp-in" />
        <stop offset="1" class="lamp-out" />
      </radialGradient>
    </defs>
    <rect x="-2600" y="-1800" width="3000" height="2600" class="water" />
    <Graticule />
    <use href={`${world}#land`} class="shoal" />
    <use href={`${world}#land`} class="land" />
    <use href={`${world}#c840`} class="territory of-us" />
    <use href={`${world}#c372`} class="territory of-ie" />
    <rect x="-1420" y="-1110" width="1540" height="1100" fill="url(#lamp)" />
    <g class="rose" transform="translate(-300 -285)">
      <circle r="78" />
      <circle r="70" />
      {Array.from({ length: 32 }, (_, i) => (
        <path
          key={i}
          d={i % 8 === 0 ? 'M0-78V-58' : i % 4 === 0 ? 'M0-78V-64' : 'M0-78V-70'}
          transform={`rotate(${i * 11.25})`}
        />
      ))}
      {[45, 135, 225, 315].map(turn => (
        <path key={turn} class="minor" d="M0 0 7-10 0-44-7-10Z" transform={`rotate(${turn})`} />
      ))}
      {[0, 90, 180, 270].map(turn => (
        <g key={turn} transform={`rotate(${turn})`}>
          <path class="point-dark" d="M0 0 0-62 9-10Z" />
          <path class="point-light" d="M0 0 0-62-9-10Z" />
        </g>
      ))}
      <path class="fleur" d="M0-106c7 8 8 15 0 24-8-9-7-16 0-24Z" />
    </g>
    <path class="journey is-warrant" d="M-740-446Q-420-690-63-633" />
    <g class="harbours">
      <circle cx="-740" cy="-446" r="9" />
      <circle cx="-63" cy="-633" r="9" />
      <circle cx="-740" cy="-446" r="3" />
      <circle cx="-63" cy="-633" r="3" />
    </g>
    <g class="dividers">
      <path
        class="shade"
        d="M-425-905 -716-447 -700-440 -398-893ZM-425-905 -58-615 -44-626 -398-893Z"
        transform="translate(14 26)"
      />
      <path d="M-431-897 -741-448 -737-444 -404-880Z" fill="url(#brass)" />
      <path d="M-412-880 -66-629 -61-634 -392-902Z" fill="url(#brass)" />
      <circle cx="-412" cy="-897" r="27" fill="url(#brass)" />
      <circle cx="-412" cy="-897" r="19" class="ring" />
      <circle cx="-412" cy="-897" r="6" class="ring" />
      <path d="M-421-924h18l-3-44h-12Z" fill="url(#brass)" />
      <path class="ring" d="M-420-934h16M-419-944h14M-418-954h12" />
    </g>
    <g class="courier" transform="translate(-404 -608) rotate(-8)">
      <path class="shade" d="M-38-24H44V34H-38Z" />
      <path class="leaf" d="M-42-28H42V28H-42Z" />
      <path class="fold" d="M-42-28 0 6 42-28" />
      <circle class="seal" cy="4" r="11" />
      <path class="seal-mark" d="M0-2v12M-5 1h10M-5 1l-2.500 5h5zM5 1l-2.500 5h5z" />
    </g>
  </svg>
)

const ModeChoice = ({ mode, pick }: { mode: Mode; pick: (mode: Mode) => void }) => {
  const group = useId()
  const options = [
    ['practice', 'Practice', 'take answers back, see what they will move'],
    ['hearing', 'Hearing', 'every answer stands'],
  ] as const
  return (
    <fieldset class="modes">
      <legend>How to play</legend>
      {options.map(([value, name, hint]) => (
        <label key={value}>
          <input type="radio" name={group} checked={mode === value} onChange={() => pick(value)} />
          <span>
            <b>{name}</b> <small>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const Matter = ({ matter, first }: { matter: MatterCard; first: boolean }) => {
  const { send } = useDesk()
  const [mode, pick] = useState<Mode>('practice')
  const { saved } = matter
  const begin = () => send({ kind: 'start', matter: matter.id, mode })
  return (
    <article class={first ? 'matter-card is-first' : 'matter-card'}>
      <p class="kicker">
        <span>{matter.date}</span> <span>about {matter.minutes} minutes</span>
      </p>
      <h2>{matter.title}</h2>
      <p class="matter-sub">{matter.subtitle}</p>
      <p class="matter-brief">{matter.brief}</p>
      {saved ? (
        <>
          <button
            type="button"
            class="button primary large"
            onClick={() => send({ kind: 'resume', matter: matter.id })}
          >
            {saved.ended ? 'Read your debrief' : 'Go on with the matter'}
            <Icon name="arrow-right" />
          </button>
          <p class="saved-at">
            Saved at “{saved.scene}”, {saved.date}, after{' '}
            {saved.decisions === 1 ? 'one decision' : `${saved.decisions} decisions`}.
          </p>
          <ModeChoice mode={mode} pick={pick} />
          <p class="row">
            <Sure
              ask="Start again"
              icon="rotate-ccw"
              warn="Start again? The saved play is replaced."
              yes="Start again"
              onSure={begin}
            />
            <Sure
              ask="Erase the save"
              icon="x"
              warn="Erase this save? It cannot be brought back."
              yes="Erase"
              onSure={() => send({ kind: 'erase-save', matter: matter.id })}
            />
          </p>
        </>
      ) : (
        <>
          <button type="button" class="button primary large" onClick={begin}>
            Open the matter
            <Icon name="arrow-right" />
          </button>
          <ModeChoice mode={mode} pick={pick} />
        </>
      )}
    </article>
  )
}

const EnterCode = () => {
  const { send } = useDesk()
  const [code, setCode] = useState('')
  return (
    <form
      class="enter-code"
      onSubmit={event => {
        event.preventDefault()
        if (code.trim()) send({ kind: 'enter-code', code: code.trim() })
      }}
    >
      <label>
        <span>Have a result code?</span>
        <input
          type="text"
          value={code}
          onInput={event => setCode(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="COMITY-..."
        />
      </label>
      <button type="submit" class="button">
        Replay it
      </button>
    </form>
  )
}

export const Start = ({ screen }: { screen: Extract<ScreenView, { kind: 'start' }> }) => {
  const { open } = useDesk()
  return (
    <div class="start">
      <div class="start-art">
        <ChartTable />
      </div>
      <header class="start-bar">
        <p class="brand">Comity</p>
        <p class="row">
          <a class="button quiet" href="#law=lab">
            <Icon name="scale" />
            The law
          </a>
          <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => open({ kind: 'menu' })}>
            <Icon name="menu" />
            Settings
          </button>
        </p>
      </header>
      <main id="main" class="start-main">
        <h1>
          You are the lawyer between a state that orders and a state that forbids: decide, and see exactly what it
          costs, and why.
        </h1>
        {screen.matters.length === 0 ? (
          <p class="empty">No matter is on the docket. Reload the page, or open a saved file.</p>
        ) : (
          screen.matters.map((matter, i) => <Matter key={matter.id} matter={matter} first={i === 0} />)
        )}
        <section class="start-more" aria-labelledby="more-title">
          <h2 id="more-title" class="sr-only">
            Codes and saved files
          </h2>
          <EnterCode />
          <ImportSave />
        </section>
      </main>
      <footer class="start-foot">
        <p>
          <b>A teaching model, not legal advice.</b>
          {screen.lawDate && ` Law as checked on ${screen.lawDate}.`} Nimbus and its people are invented; the law is
          cited. No account, no tracking: nothing leaves this page.
        </p>
      </footer>
    </div>
  )
}
