/** Citations: a line that opens the authority, the authority in full, and the mark that says whether it was checked. */
import type { CitationView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'

/** Whether the law pack could check this, in words. */
export const Checked = ({ verified }: { verified: boolean }) => (
  <span class={verified ? 'checked' : 'checked not'}>
    <Icon name={verified ? 'badge-check' : 'badge-question-mark'} />
    {verified ? 'source checked' : 'not verified'}
  </span>
)

/** Citations as a list, each with its dates and its status; each opens its authority. */
export const Citations = ({ of, label = 'Authorities' }: { of: readonly CitationView[]; label?: string }) => {
  const { open } = useDesk()
  if (of.length === 0) return null
  return (
    <ul class="citations" aria-label={label}>
      {of.map(citation => (
        <li key={citation.id}>
          <button
            type="button"
            class="cite"
            aria-haspopup="dialog"
            onClick={() => open({ kind: 'citation', citation })}
          >
            <cite>{citation.citation}</cite>
            <span class="cite-title">{citation.title}</span>
          </button>
          <span class="cite-status">
            {citation.dates} · <Checked verified={citation.verified} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One authority in full, for the inside of a card. */
export const Authority = ({ citation }: { citation: CitationView }) => (
  <div class="authority">
    <p class="authority-cite">{citation.citation}</p>
    <p class="authority-status">
      {citation.kind} · {citation.dates} · <Checked verified={citation.verified} />
    </p>
    <p>{citation.summary}</p>
    {citation.note && <p class="note">{citation.note}</p>}
  </div>
)
