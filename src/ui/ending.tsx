/** The end of a matter and its debrief: what you chose, what it rested on, what a good opponent says, what happened. */
import type { ComponentChildren, RefObject } from 'preact'
import type { CaseView, DecisionView, EndingView } from '../view/index.ts'
import { Checked, Citations } from './cite.tsx'
import { Code } from './code.tsx'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Changes, Meter } from './meters.tsx'
import { Prose, Still, Words } from './rich.tsx'
import { Followed } from './scene.tsx'
import { signed } from './words.ts'
import { AnotherYear } from './year.tsx'

// Fetched with the debrief, and shown during practice as well.
export { AnotherYear }

const tones = { won: 'Won', mixed: 'Won and lost', lost: 'Lost' } as const

const Decisions = ({ decisions }: { decisions: readonly DecisionView[] }) => (
  <section class="debrief-part" aria-labelledby="did-title">
    <h2 id="did-title">What you did</h2>
    <table class="decisions">
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">What changed</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(decision => (
          <tr key={decision.number}>
            <th scope="row">
              <div class="did">
                <span class="log-number">{decision.number}</span>
                <span>
                  <Still text={decision.choice} />
                  <span class="log-scene">
                    {decision.date} · {decision.scene}
                  </span>
                </span>
              </div>
            </th>
            <td>
              {decision.changes.length === 0 ? (
                <span class="quiet-text">Nothing yet</span>
              ) : (
                <ul class="change-chips">
                  {decision.changes.map(change => (
                    <li key={change.meter} class={change.good ? 'is-good' : 'is-bad'}>
                      <b>{signed(change.by)}</b> {change.name}
                    </li>
                  ))}
                </ul>
              )}
            </td>
            <td>
              {decision.then && (
                <p>
                  <Words text={decision.then} />
                </p>
              )}
              {decision.chances.map((chance, i) => (
                <p key={i} class="chance">
                  {chance}
                </p>
              ))}
              {decision.changes.length > 0 && (
                <details class="grounds">
                  <summary>
                    Reasons<span class="sr-only"> for decision {decision.number}</span>
                  </summary>
                  <Changes changes={decision.changes} />
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const History = ({ history }: { history: EndingView['history'] }) => (
  <section class="debrief-part history" aria-labelledby="history-title">
    <h2 id="history-title">What really happened</h2>
    <ol>
      {history.map((entry, i) => (
        <li key={i}>
          <p class="history-date">{entry.date}</p>
          <div>
            <p>
              <Words text={entry.text} /> {!entry.verified && <Checked verified={false} />}
            </p>
            <Citations of={entry.citations} />
          </div>
        </li>
      ))}
    </ol>
  </section>
)

export const Ending = ({
  of,
  ending,
  title,
  picture,
}: {
  of: CaseView
  ending: EndingView
  /** The last picture: beside the last words, or under them. */
  picture: ComponentChildren
  title: RefObject<HTMLHeadingElement | null>
}) => {
  const { send } = useDesk()
  return (
    <div class="ending">
      <div class="ending-top">
        <header class={`ending-head tone-${ending.tone}`}>
          <p class="kicker">
            <span class="tone">{tones[ending.tone]}</span> <span>{of.scene.date}</span> <span>{of.scene.place}</span>
          </p>
          <h1 ref={title} tabIndex={-1} id="scene-title">
            {ending.title}
          </h1>
          <div class="prose">
            <Prose text={ending.text} />
          </div>
        </header>
        {picture}
      </div>
      {of.last && <Followed last={of.last} />}
      <section class="debrief-part" aria-labelledby="stands-title">
        <h2 id="stands-title">Where it stands</h2>
        <ul class="stands">
          {ending.verdicts.map(({ meter, text, reasons }) => (
            <li key={meter.id}>
              <ul>
                <Meter meter={{ ...meter, change: 0 }} />
              </ul>
              <p>{text}</p>
              {reasons.length > 0 && (
                <details class="grounds">
                  <summary>
                    Reasons<span class="sr-only"> for {meter.name}</span>
                  </summary>
                  <Changes changes={reasons} />
                </details>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Decisions decisions={of.decisions} />
      <AnotherYear of={of} />
      <div class="debrief-pair">
        <section class="debrief-part" aria-labelledby="lesson-title">
          <h2 id="lesson-title">What it rested on</h2>
          <p class="big-words">
            <Words text={ending.lesson} />
          </p>
          <Citations of={ending.citations} />
        </section>
        <section class="debrief-part other-side" aria-labelledby="other-title">
          <h2 id="other-title">What a good opponent would say</h2>
          <blockquote class="big-words">
            <Words text={ending.otherSide} />
          </blockquote>
        </section>
      </div>
      {ending.history.length > 0 && <History history={ending.history} />}
      {ending.simplified.length > 0 && (
        <section class="debrief-part" aria-labelledby="simple-title">
          <h2 id="simple-title">What we simplified, and why</h2>
          <dl class="simplified">
            {ending.simplified.map(({ what, why }, i) => (
              <div key={i}>
                <dt>{what}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {ending.questions.length > 0 && (
        <section class="debrief-part" aria-labelledby="questions-title">
          <h2 id="questions-title">Questions to argue about</h2>
          <ol class="questions">
            {ending.questions.map((question, i) => (
              <li key={i}>{question}</li>
            ))}
          </ol>
        </section>
      )}
      <section class="debrief-part take-away" aria-labelledby="code-title">
        <h2 id="code-title">Your result</h2>
        <p>This code is your whole play. Anybody who enters it sees the same decisions and the same reasons.</p>
        <Code code={of.code} />
        <p class="row">
          <button type="button" class="button primary" onClick={() => send({ kind: 'restart' })}>
            <Icon name="rotate-ccw" />
            Play again
          </button>
          {of.canUndo && (
            <button type="button" class="button" onClick={() => send({ kind: 'undo' })}>
              <Icon name="undo-2" />
              Take back the last answer
            </button>
          )}
          <button type="button" class="button" onClick={() => globalThis.print()}>
            <Icon name="printer" />
            Print
          </button>
          <button type="button" class="button" onClick={() => send({ kind: 'home' })}>
            All matters
          </button>
        </p>
      </section>
    </div>
  )
}
