/** The cards opened over the page, one above the other: a word, an authority, a paper, the menu. Fetched apart. */
import type { CaseView, CitationView, ScreenView } from '../view/index.ts'
import { Authority, Citations } from './cite.tsx'
import type { Card } from './desk.ts'
import { Dialog } from './dialog.tsx'
import { Menu } from './menu.tsx'
import { Paper } from './papers.tsx'
import { paperWord } from './words.ts'

/** The authority behind a `law` link: named by the case, or cited somewhere in what it shows. */
export const authorityOf = (of: CaseView, id: string): CitationView | undefined =>
  of.authorities?.find(citation => citation.id === id) ??
  [
    ...of.documents.map(paper => paper.citations),
    ...of.glossary.map(entry => entry.citations),
    ...of.decisions.flatMap(decision => decision.changes.flatMap(change => change.reasons.map(r => r.citations))),
    ...(of.ending?.history.map(entry => entry.citations) ?? []),
  ]
    .flat()
    .find(citation => citation.id === id)

const Missing = ({ what }: { what: string }) => <p class="empty">{what} is not in this matter’s file.</p>

const Inside = ({ card, screen, done }: { card: Card; screen: ScreenView; done: () => void }) => {
  const of = screen.kind === 'play' ? screen.case : null
  switch (card.kind) {
    case 'menu':
      return (
        <Dialog title={of ? 'Menu' : 'Settings'} kind="menu" onClosed={done}>
          <Menu screen={screen} done={done} />
        </Dialog>
      )
    case 'term': {
      const entry = of?.glossary.find(other => other.id === card.id)
      return (
        <Dialog title={entry?.term ?? card.id} kicker="In plain words" onClosed={done}>
          {entry ? (
            <>
              <p class="definition">{entry.text}</p>
              <Citations of={entry.citations} />
            </>
          ) : (
            <Missing what="This word" />
          )}
        </Dialog>
      )
    }
    case 'law':
    case 'citation': {
      const found = card.kind === 'citation' ? card.citation : of && authorityOf(of, card.id)
      return (
        <Dialog title={found?.title ?? 'Authority'} kicker="Authority" onClosed={done}>
          {found ? <Authority citation={found} /> : <Missing what="This authority" />}
        </Dialog>
      )
    }
    case 'document': {
      const paper = of?.documents.find(other => other.id === card.id)
      return (
        <Dialog
          title={paper?.title ?? 'Paper'}
          kicker={paper ? paperWord[paper.kind] : 'Paper'}
          kind="paper"
          onClosed={done}
        >
          {paper ? <Paper of={paper} /> : <Missing what="This paper" />}
        </Dialog>
      )
    }
  }
}

export const Cards = ({
  cards,
  screen,
  close,
}: {
  cards: readonly Card[]
  screen: ScreenView
  close: (card: Card) => void
}) => (
  <>
    {cards.map((card, i) => (
      <Inside key={i} card={card} screen={screen} done={() => close(card)} />
    ))}
  </>
)
