/** Waiting, and what went wrong: where, what, why it matters, how to mend it, what was kept, and a way back. */
import type { Problem } from '../base/index.ts'
import type { ScreenView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { ImportSave, takeFocus } from './sure.tsx'

export const Loading = ({ what }: { what: string }) => (
  <main class="waiting" id="main" aria-busy="true">
    <svg class="compass" viewBox="-50 -50 100 100" aria-hidden="true">
      <circle r="44" />
      <path class="needle" d="M0-38 7 0 0 38-7 0Z" />
      <path class="north" d="M0-38 7 0H-7Z" />
    </svg>
    <div role="status">
      <h1>{what}</h1>
    </div>
  </main>
)

const severity = { error: 'Error', warning: 'Warning', hint: 'Hint' } as const

const place = ({ file, line, column, path }: Problem['where']) =>
  [file, line === undefined ? path?.join(' › ') : `line ${line}, column ${column ?? 1}`].filter(Boolean).join(' · ')

/** Problems in full: where, what, why it matters, how to mend it. */
export const Problems = ({ of: problems }: { of: readonly Problem[] }) => (
  <ul class="problems">
    {problems.map((problem, i) => (
      <li key={i} class={`problem is-${problem.severity}`}>
        <p class="problem-place">
          <b>{severity[problem.severity]}</b> {place(problem.where)} <code>{problem.code}</code>
        </p>
        <p class="problem-what">{problem.what}</p>
        <dl>
          {problem.why && (
            <div>
              <dt>Why it matters</dt>
              <dd>{problem.why}</dd>
            </div>
          )}
          {problem.mend && (
            <div>
              <dt>How to mend it</dt>
              <dd>{problem.mend}</dd>
            </div>
          )}
        </dl>
      </li>
    ))}
  </ul>
)

export const Trouble = ({ screen }: { screen: Extract<ScreenView, { kind: 'problem' }> }) => {
  const { send } = useDesk()
  return (
    <main class="trouble" id="main">
      <h1 tabIndex={-1} ref={takeFocus}>
        {screen.title}
      </h1>
      {screen.kept && (
        <p class="kept">
          <Icon name="check" />
          {screen.kept}
        </p>
      )}
      <Problems of={screen.problems} />
      <p class="row">
        <button type="button" class="button primary" onClick={() => send({ kind: 'home' })}>
          Back to the matters
        </button>
        <ImportSave />
      </p>
    </main>
  )
}
