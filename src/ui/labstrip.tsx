/** Years under the hand: the slider of months, and under it what each order said of the act from 2013 to now. */
import type { LabView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Later } from './later.tsx'
import { verdictWord } from './words.ts'

const years = Array.from({ length: 14 }, (_, i) => 2013 + i)

const dayOf = (month: number) => `${2013 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

interface Props {
  readonly lab: LabView
}

const Rows = ({ lab }: Props) => {
  const { strip } = lab
  const { send } = useDesk()
  return (
    <>
      <ol class="strip" aria-hidden="true">
        {strip.rows.map(row => (
          <li key={row.order}>
            <span class="strip-name">{row.name}</span>
            <span class="strip-track">
              {row.stretches.map(({ verdict, from, start, width }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the same days are buttons below and steps above
                <i
                  key={from}
                  class={`is-${verdict}`}
                  style={{ left: `${start}%`, width: `${width}%` }}
                  title={verdictWord[verdict]}
                  onClick={() => send({ kind: 'lab', change: { day: from } })}
                />
              ))}
            </span>
          </li>
        ))}
        <li class="strip-now">
          <span class="strip-name" />
          <span class="strip-track">
            <b style={{ left: `${lab.now}%` }} />
          </span>
        </li>
      </ol>
      {strip.silent.length > 0 && strip.rows.length > 0 && (
        <p class="strip-silent">Silent throughout: {strip.silent.join(', ')}.</p>
      )}
      {strip.rows.length === 0 && (
        <p class="empty">On these facts no order speaks of this act in any of these years.</p>
      )}
      {strip.rows.length > 0 && (
        <details class="strip-words">
          <summary>
            The same in words: {strip.turns.length === 1 ? 'one day' : `${strip.turns.length} days`} on which an answer
            changes <Icon name="chevron-down" />
          </summary>
          <ul>
            {strip.turns.map(turn => (
              <li key={turn.day}>
                <button type="button" class="link" onClick={() => send({ kind: 'lab', change: { day: turn.day } })}>
                  {turn.text}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Steps = ({ lab }: Props) => {
  const { send } = useDesk()
  const { turns } = lab.strip
  const before = turns.findLast(turn => turn.day < lab.day)
  const after = turns.find(turn => turn.day > lab.day)
  const go = (day: string | undefined) => day && send({ kind: 'lab', change: { day } })
  return (
    <>
      <button type="button" class="button" aria-disabled={!before} onClick={() => go(before?.day)}>
        <span class="turned">
          <Icon name="arrow-right" />
        </span>
        Change before
      </button>
      <button type="button" class="button" aria-disabled={!after} onClick={() => go(after?.day)}>
        Next change
        <Icon name="arrow-right" />
      </button>
    </>
  )
}

/** The year as an instrument. */
export const LabStrip = ({ lab }: Props) => {
  const { send } = useDesk()
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${lab.day}T00:00:00Z`),
  )
  return (
    <section class="lab-years" aria-labelledby="years-title">
      <header>
        <h2 id="years-title">
          <label for="lab-month">The day</label>: <span class="day-now">{lab.dayText}</span>
        </h2>
        <div class="row">
          <Later turns={2}>
            <Steps lab={lab} />
          </Later>
          <label class="day-exact">
            <span class="sr-only">Exact day</span>
            <input
              type="date"
              min={lab.first}
              max={lab.last}
              value={lab.day}
              onChange={event => {
                const day = event.currentTarget.value
                if (day) send({ kind: 'lab', change: { day } })
              }}
            />
          </label>
        </div>
      </header>
      <div class="years">
        <input
          id="lab-month"
          type="range"
          min={0}
          max={lab.months}
          step={1}
          value={lab.month}
          aria-valuetext={month}
          onInput={event => send({ kind: 'lab', change: { day: dayOf(Number(event.currentTarget.value)) } })}
          onKeyDown={event => {
            const by = event.key === 'PageUp' ? 12 : event.key === 'PageDown' ? -12 : 0
            if (by === 0) return
            event.preventDefault()
            // From where the thumb is, not from what was drawn last: keys may come faster than pictures.
            const thumb = event.currentTarget
            const next = Math.max(0, Math.min(lab.months, Number(thumb.value) + by))
            thumb.value = String(next)
            send({ kind: 'lab', change: { day: dayOf(next) } })
          }}
        />
        <p class="ticks" aria-hidden="true">
          {years.map(year => (
            <span key={year}>{year}</span>
          ))}
        </p>
      </div>
      <Later turns={3}>
        <Rows lab={lab} />
      </Later>
    </section>
  )
}
