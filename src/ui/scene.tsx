/** The scene: where we are, what followed from the last choice, who wants what, what is being argued. */
import type { RefObject } from 'preact'
import type { CaseView, DecisionView, OpeningView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Moved } from './meters.tsx'
import { Prose, Still, Words } from './rich.tsx'
import { paperIcon } from './words.ts'

/** The aftermath of the last choice: one line, then each meter that moved and why. */
export const Followed = ({ last }: { last: DecisionView }) => (
  <section class="followed" aria-labelledby="followed-title">
    <h2 id="followed-title">What followed</h2>
    <p class="followed-choice">
      You answered: <Still text={last.choice} />
    </p>
    {last.then && (
      <p class="followed-then">
        <Words text={last.then} />
      </p>
    )}
    {last.chances.map((chance, i) => (
      <p key={i} class="chance">
        <b>Unsettled, then settled:</b> {chance}
      </p>
    ))}
    <Moved changes={last.changes} />
  </section>
)

/** A hearing in words: who sits, what is asked, what has been said by each side. */
const Hearing = ({ hearing }: { hearing: NonNullable<CaseView['stage']['hearing']> }) => (
  <section class="hearing" aria-labelledby="hearing-title">
    <h2 id="hearing-title">
      <Icon name="gavel" />
      {hearing.motion}
    </h2>
    <p>
      Before {hearing.bench.name}, {hearing.bench.role}
      {hearing.counsel && `; against you, ${hearing.counsel.name}, ${hearing.counsel.role}`}.
    </p>
    {hearing.points.length > 0 && (
      <ul class="points">
        {hearing.points.map((point, i) => (
          <li key={i} class={`point by-${point.side}`}>
            <b>{point.side === 'us' ? 'You' : 'Against you'}</b> {point.text}
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** The papers that came with this scene: one press opens each. */
const Arrived = ({ papers }: { papers: CaseView['documents'] }) => {
  const { open, send } = useDesk()
  if (papers.length === 0) return null
  return (
    <ul class="arrived" aria-label="New papers">
      {papers.map(paper => (
        <li key={paper.id}>
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              send({ kind: 'open-document', id: paper.id })
              open({ kind: 'document', id: paper.id })
            }}
          >
            <Icon name={paperIcon[paper.kind]} />
            <span>
              <span class="sr-only">Read: </span>
              {paper.title}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Place and date, the title that takes the focus after each choice, and the prose. */
export const Scene = ({ of, title }: { of: OpeningView; title: RefObject<HTMLHeadingElement | null> }) => (
  <div class="scene">
    <header class="scene-head">
      <p class="kicker">
        <span>{of.scene.date}</span> <span>{of.scene.place}</span>
      </p>
      <h1 ref={title} tabIndex={-1} id="scene-title">
        {of.scene.title}
      </h1>
    </header>
    {of.last && <Followed last={of.last} />}
    {of.stage.hearing && <Hearing hearing={of.stage.hearing} />}
    <div class="prose">
      <Prose text={of.scene.text} />
    </div>
    <Arrived papers={of.documents.filter(paper => of.scene.papers.includes(paper.id))} />
  </div>
)
