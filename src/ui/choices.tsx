/** The answers open now. A press commits; pointing or focusing only lights the chart. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { CaseView, ChoiceView, MeterView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Still } from './rich.tsx'
import { VerdictChip } from './verdict.tsx'
import { gather, plain } from './words.ts'

const arrows = { up: 'arrow-up', down: 'arrow-down', either: 'arrow-up-down' } as const
const ways = { up: 'up', down: 'down', either: 'up or down' } as const

const Predictions = ({ of, meters }: { of: ChoiceView['predictions']; meters: readonly MeterView[] }) => (
  <span class="predictions">
    {gather(of, meters).map(({ way, better, label, names }) => {
      const tone = way === 'either' ? 'is-either' : (way === 'up') === (better === 'higher') ? 'is-good' : 'is-bad'
      return (
        <span key={label} class={`prediction ${tone}`}>
          <Icon name={arrows[way]} />
          <span aria-hidden="true">{label}</span>
          <span class="sr-only">
            {names.join(', ')} {ways[way]},{' '}
          </span>
        </span>
      )
    })}
  </span>
)

const Choice = ({ choice, number, of }: { choice: ChoiceView; number: number; of: CaseView }) => {
  const { send } = useDesk()
  const id = useId()
  const point = () => send({ kind: 'focus', id: choice.id })
  const moves = of.showPredictions && choice.predictions.length > 0 && (
    <span id={`${id}-moves`}>
      <Predictions of={choice.predictions} meters={of.meters} />
    </span>
  )
  const described = [choice.aside && 'more', moves && 'moves', choice.says.length > 0 && 'says']
    .filter(Boolean)
    .map(part => `${id}-${part}`)
    .join(' ')
  return (
    <li class="choice" onMouseEnter={point}>
      <button
        type="button"
        class="choice-button"
        aria-labelledby={`${id}-text`}
        aria-describedby={described || undefined}
        onFocus={point}
        onClick={() => send({ kind: 'choose', id: choice.id })}
      >
        <span class="choice-number" aria-hidden="true">
          {number}
        </span>
        <span class="choice-text" id={`${id}-text`}>
          <Still text={choice.text} />
        </span>
        {choice.aside && (
          <span class="choice-aside" id={`${id}-more`}>
            <Still text={choice.aside} />
          </span>
        )}
      </button>
      {choice.says.length > 0 ? (
        <details class="grounds">
          <summary>
            <span class="choice-foot">
              {moves}
              <span class="choice-says" id={`${id}-says`}>
                {choice.says.map(says => (
                  <VerdictChip key={says.order} verdict={says.verdict} order={says.order} name={says.name} />
                ))}
              </span>
            </span>
            <span class="sr-only">: what the law says of {plain(choice.text)}</span>
            <Icon name="chevron-down" />
          </summary>
          <ul>
            {choice.says.map(says => (
              <li key={says.order}>
                <VerdictChip verdict={says.verdict} order={says.order} name={says.name} /> {says.text}
              </li>
            ))}
          </ul>
        </details>
      ) : (
        moves && <p class="choice-foot">{moves}</p>
      )}
    </li>
  )
}

/** The list. Number keys move the focus to an answer, and only while the focus is inside `scope`. */
export const Choices = ({ of }: { of: CaseView }) => {
  const { send } = useDesk()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const scope = list.current?.closest('.matter')
    if (!scope) return
    const onKey = (event: Event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event as KeyboardEvent
      if (ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return
      list.current?.querySelectorAll<HTMLElement>('.choice-button')[Number(key) - 1]?.focus()
    }
    scope.addEventListener('keydown', onKey)
    return () => scope.removeEventListener('keydown', onKey)
  }, [])
  return (
    <section class="choices" aria-labelledby="choices-title" onMouseLeave={() => send({ kind: 'focus', id: null })}>
      <h2 id="choices-title">How do you answer?</h2>
      <ol ref={list}>
        {of.choices.map((choice, i) => (
          <Choice key={`${of.scene.id}/${choice.id}`} choice={choice} number={i + 1} of={of} />
        ))}
      </ol>
      <p class="hint">
        <span class="hint-keys">Keys 1 to {Math.min(9, of.choices.length)} point at an answer, Enter gives it. </span>
        {of.mode === 'hearing' ? 'This is a hearing: an answer stands.' : 'Practice: any answer can be taken back.'}
      </p>
    </section>
  )
}
