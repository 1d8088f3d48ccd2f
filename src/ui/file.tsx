/** What stands on the shelf behind the desk: the people, the decisions so far, the words. Fetched after the scene. */
import { useState } from 'preact/hooks'
import type { CaseView, DecisionView, PersonView } from '../view/index.ts'
import { Citations } from './cite.tsx'
import { Icon } from './icons.tsx'
import { Changes } from './meters.tsx'
import { Portrait } from './portrait.tsx'
import { Still, Words } from './rich.tsx'

const sides = {
  us: 'on your side of the table',
  them: 'against you',
  bench: 'the bench',
  world: 'the world outside',
} as const

export const Cast = ({ people }: { people: readonly PersonView[] }) => (
  <section class="cast deck" id="people" aria-labelledby="people-title">
    <header class="deck-head">
      <h2 id="people-title">The people</h2>
    </header>
    <ul>
      {people.map(person => (
        <li key={person.id} class={`side-${person.side}`}>
          <Portrait of={person} />
          <h3>{person.name}</h3>
          <p class="cast-role">
            {person.role} <span class="sr-only">, {sides[person.side]}</span>
          </p>
          <p class="cast-wants">Wants: {person.wants.replace(/\.$/, '')}.</p>
        </li>
      ))}
    </ul>
  </section>
)

export const Log = ({ decisions }: { decisions: readonly DecisionView[] }) => (
  <section class="log deck" id="log" aria-labelledby="log-title">
    <header class="deck-head">
      <h2 id="log-title">Decisions so far</h2>
    </header>
    {decisions.length === 0 ? (
      <p class="empty">None yet. Each answer you give is written here, with what it changed and why.</p>
    ) : (
      <ol>
        {decisions.map(decision => (
          <li key={decision.number}>
            <details>
              <summary>
                <span class="log-number">{decision.number}</span>
                <span class="log-choice">
                  <Still text={decision.choice} />
                </span>
                <span class="log-scene">
                  {decision.date} · {decision.scene}
                </span>
              </summary>
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
              <Changes changes={decision.changes} />
            </details>
          </li>
        ))}
      </ol>
    )}
  </section>
)

type Entry = CaseView['glossary'][number]

const Entries = ({ of }: { of: readonly Entry[] }) => (
  <dl>
    {of.map(({ id, term, text, citations }) => (
      <div key={id} id={`term-${id}`}>
        <dt>{term}</dt>
        <dd>
          {text}
          {citations.length > 0 && (
            <details class="term-cites">
              <summary>
                {citations.length === 1 ? 'One authority' : `${citations.length} authorities`}
                <span class="sr-only"> for {term}</span>
              </summary>
              <Citations of={citations} />
            </details>
          )}
        </dd>
      </div>
    ))}
  </dl>
)

/** So many words are read through at once; more are folded until asked for. */
const few = 12

/** Every term of the matter, to search or to read through. */
export const Glossary = ({ glossary }: { glossary: CaseView['glossary'] }) => {
  const [sought, seek] = useState('')
  const [open, setOpen] = useState(false)
  const wanted = sought.trim().toLowerCase()
  const found = wanted
    ? glossary.filter(({ term, text }) => `${term} ${text}`.toLowerCase().includes(wanted))
    : glossary
  return (
    <section class="glossary deck" id="words" aria-labelledby="words-title">
      <header class="deck-head">
        <h2 id="words-title">Words</h2>
        <label class="seek">
          <span>Find a word</span>
          <input type="search" value={sought} onInput={event => seek(event.currentTarget.value)} />
        </label>
      </header>
      {found.length === 0 ? (
        <p class="empty">{wanted ? `No word here matches “${sought}”.` : 'This matter explains no words.'}</p>
      ) : wanted || glossary.length <= few ? (
        <Entries of={found} />
      ) : (
        <details class="all-words" onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>
            All {glossary.length} words
            <Icon name="chevron-down" />
          </summary>
          {open && <Entries of={glossary} />}
        </details>
      )}
    </section>
  )
}
