/** The papers on the desk: each kind laid out as its own kind of paper; newest first; in full in a card. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentView } from '../view/index.ts'
import { Citations } from './cite.tsx'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Prose } from './rich.tsx'
import { paperIcon, paperWord } from './words.ts'

const Heads = ({ of }: { of: DocumentView }) => {
  const lines = [
    ['From', of.from],
    ['To', of.to],
    ['Date', of.date],
    ...(of.kind === 'email' || of.kind === 'memo' ? [['Subject', of.title]] : []),
  ].filter((line): line is [string, string] => Boolean(line[1]))
  return (
    <dl class="paper-lines">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One document as paper. `level` keeps headings in order where it is shown. */
export const Paper = ({ of, level = 3 }: { of: DocumentView; level?: 2 | 3 }) => {
  const Title = level === 2 ? 'h2' : 'h3'
  const lined = of.kind === 'email' || of.kind === 'memo'
  return (
    <article class={`paper is-${of.kind}`}>
      <header class="paper-head">
        {of.kind === 'newspaper' && <p class="masthead">{of.from ?? 'The newspaper'}</p>}
        {of.kind !== 'newspaper' && !lined && of.from && <p class="paper-from">{of.from}</p>}
        {lined && <p class="paper-kind">{paperWord[of.kind]}</p>}
        {lined ? <Heads of={of} /> : <Title class="paper-title">{of.title}</Title>}
        {!lined && (
          <p class="paper-date">
            {of.to && <span>To {of.to}</span>} <time>{of.date}</time>
          </p>
        )}
      </header>
      <div class="paper-body">
        {of.stamp && <p class="stamp">{of.stamp}</p>}
        <Prose text={of.body} />
      </div>
      {(of.note || of.citations.length > 0) && (
        <footer class="paper-foot">
          {of.note && (
            <p class="note">
              <Icon name="info" />
              {of.note}
            </p>
          )}
          <Citations of={of.citations} label="What this paper rests on" />
        </footer>
      )}
    </article>
  )
}

/** What arrives lies on top, in the order it was put there; of a file that is taken up again, what is unread. */
const usePile = (documents: readonly DocumentView[]): readonly DocumentView[] => {
  const known = useRef<readonly string[] | null>(null)
  const ids = documents.map(paper => paper.id)
  const unread = documents.filter(paper => paper.isNew).map(paper => paper.id)
  const before = known.current ?? ids.filter(id => !unread.includes(id)).reverse()
  known.current = [...ids.filter(id => !before.includes(id)), ...before.filter(id => ids.includes(id))]
  return known.current.flatMap(id => documents.find(paper => paper.id === id) ?? [])
}

/** Tabs over one paper. The newest paper lies on top whenever one arrives. */
export const Papers = ({ documents, heading }: { documents: readonly DocumentView[]; heading?: string }) => {
  const { send, open } = useDesk()
  const pile = usePile(documents)
  const [chosen, choose] = useState<string | null>(null)
  const tabs = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const top = pile[0]?.id
  // A paper that arrives is the one to read.
  useEffect(() => choose(null), [top])
  const shown = pile.find(paper => paper.id === chosen) ?? pile[0]
  const pick = (id: string) => {
    // The paper that lay on top has been seen too.
    if (shown?.isNew && shown.id !== id) send({ kind: 'open-document', id: shown.id })
    choose(id)
    sheet.current?.scrollTo?.({ top: 0 })
    send({ kind: 'open-document', id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = pile.findIndex(paper => paper.id === shown?.id)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: pile.length - 1 }[event.key]
    const next = to === undefined ? undefined : pile[(to + pile.length) % pile.length]
    if (!next) return
    event.preventDefault()
    pick(next.id)
    tabs.current?.querySelector<HTMLElement>(`[data-paper="${next.id}"]`)?.focus()
  }
  return (
    <section class="papers" id="papers" aria-labelledby="papers-title">
      <h2 id="papers-title" class={heading ? undefined : 'sr-only'}>
        {heading ?? 'Papers'}
      </h2>
      {shown ? (
        <>
          <div class="tabs-row">
            <div class="tabs" role="tablist" aria-labelledby="papers-title" ref={tabs} onKeyDown={onKeyDown}>
              {pile.map(paper => {
                const selected = paper.id === shown.id
                return (
                  <button
                    key={paper.id}
                    type="button"
                    role="tab"
                    id={`tab-${paper.id}`}
                    data-paper={paper.id}
                    aria-selected={selected}
                    aria-controls="paper-sheet"
                    tabIndex={selected ? 0 : -1}
                    class={`tab is-${paper.kind}`}
                    onClick={() => pick(paper.id)}
                  >
                    <Icon name={paperIcon[paper.kind]} />
                    <span>{paper.title}</span>
                    {paper.isNew && <span class="new">new</span>}
                  </button>
                )
              })}
            </div>
            <button type="button" class="button quiet in-full" onClick={() => open({ kind: 'document', id: shown.id })}>
              <Icon name="maximize-2" />
              <span>
                Read<span class="sr-only"> {shown.title}</span> in full
              </span>
            </button>
          </div>
          <div
            class="sheet"
            id="paper-sheet"
            role="tabpanel"
            aria-labelledby={`tab-${shown.id}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            ref={sheet}
          >
            <Paper key={shown.id} of={shown} />
          </div>
        </>
      ) : (
        <p class="empty">No paper has reached the desk yet.</p>
      )}
    </section>
  )
}
