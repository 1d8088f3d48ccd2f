/** The instruments: each meter as icon, name, number, word and a patterned bar; and what moved them. */
import { useState } from 'preact/hooks'
import type { ChangeView, MeterView } from '../view/index.ts'
import { Citations } from './cite.tsx'
import { Icon } from './icons.tsx'
import { meterIcon, short, signed } from './words.ts'

const groups = [
  { id: 'exposure', name: 'Exposure', hint: 'lower is better' },
  { id: 'trust', name: 'Trust', hint: 'higher is better' },
  { id: 'case', name: 'The case', hint: 'higher is better' },
] as const

/** Better or worse, from the meter's own direction. */
const tone = (meter: MeterView) =>
  meter.change === 0 ? '' : meter.change > 0 === (meter.better === 'higher') ? 'is-good' : 'is-bad'

/** The short name for the eye where it has little room, the whole one for the ear. */
const MeterName = ({ of }: { of: string }) =>
  short(of) === of ? (
    <span class="meter-name">{of}</span>
  ) : (
    <span class="meter-name" title={of}>
      <span aria-hidden="true">{short(of)}</span>
      <span class="sr-only">{of}</span>
    </span>
  )

/** `under` a heading that names its group, it is called by its short name. */
export const Meter = ({ meter, under = false }: { meter: MeterView; under?: boolean }) => (
  <li class={`meter in-${meter.group} ${tone(meter)}`}>
    <Icon name={meterIcon(meter)} />
    {under ? <MeterName of={meter.name} /> : <span class="meter-name">{meter.name}</span>}
    <span class="bar" aria-hidden="true">
      <span style={{ inlineSize: `${meter.value}%` }} />
    </span>
    <span class="meter-read">
      <span class="meter-value">
        {meter.value}
        {meter.change !== 0 && (
          <span class="meter-change">
            <span class="sr-only">, {meter.change > 0 ? 'up' : 'down'} </span>
            <span aria-hidden="true">{meter.change > 0 ? '▲' : '▼'}</span>
            {Math.abs(meter.change)}
          </span>
        )}
      </span>
      <span class="meter-word">{meter.words}</span>
    </span>
  </li>
)

/** All meters. On a phone they fold to one line of numbers. */
export const Meters = ({ meters }: { meters: readonly MeterView[] }) => {
  const [open, setOpen] = useState(false)
  return (
    <section class={open ? 'meters is-open' : 'meters'} aria-labelledby="meters-title">
      <h2 id="meters-title" class="sr-only">
        Meters
      </h2>
      <button
        type="button"
        class="meters-fold"
        aria-expanded={open}
        aria-controls="meters"
        onClick={() => setOpen(!open)}
      >
        {groups.map(group => (
          <span key={group.id} class={`fold-group in-${group.id}`}>
            <span>{group.name}</span>
            <span class="fold-numbers">
              {meters
                .filter(meter => meter.group === group.id)
                .map(meter => (
                  <span key={meter.id} class={tone(meter)}>
                    <span class="sr-only">{meter.name} </span>
                    {meter.value}
                    {meter.change !== 0 && <i aria-hidden="true">{meter.change > 0 ? '▲' : '▼'}</i>}{' '}
                  </span>
                ))}
            </span>
          </span>
        ))}
        <Icon name="chevron-down" />
        <span class="sr-only">Show the meters</span>
      </button>
      <div id="meters" class="meters-groups">
        {groups.map(group => {
          const own = meters.filter(meter => meter.group === group.id)
          if (own.length === 0) return null
          return (
            <div key={group.id} class={`meters-group in-${group.id}`}>
              <h3>
                {group.name} <span>{group.hint}</span>
              </h3>
              <ul>
                {own.map(meter => (
                  <Meter key={meter.id} meter={meter} under />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** What moved, each line opening to every reason: rule, sentence, authorities. */
export const Changes = ({ changes }: { changes: readonly ChangeView[] }) => {
  if (changes.length === 0) return <p class="quiet-text">No meter moved.</p>
  return (
    <ul class="changes">
      {changes.map(change => (
        <li key={change.meter} class={change.good ? 'is-good' : 'is-bad'}>
          <details>
            <summary>
              <span class="change-by">{signed(change.by)}</span>
              <span class="change-name">{change.name}</span>
              <span class="change-why">
                {change.reasons[0]?.why}
                {change.reasons.length > 1 && ` And ${change.reasons.length - 1} more.`}
              </span>
              <Icon name="chevron-down" />
            </summary>
            <ul class="reasons">
              {change.reasons.map((reason, i) => (
                <li key={i}>
                  <p>{reason.why}</p>
                  <p class="rule-id">
                    Comity’s model, rule <code>{reason.rule}</code>
                    {reason.citations.length > 0 && '; the law behind it:'}
                  </p>
                  <Citations of={reason.citations} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}

/** The same in one line, which opens to all of it. */
export const Moved = ({ changes }: { changes: readonly ChangeView[] }) => {
  if (changes.length === 0) return <p class="quiet-text">No meter moved.</p>
  return (
    <details class="moved">
      <summary>
        <span class="moved-list">
          {changes.map(change => (
            <span key={change.meter} class={change.good ? 'is-good' : 'is-bad'}>
              <b>{signed(change.by)}</b> {change.name}{' '}
            </span>
          ))}
        </span>
        <span class="why-word">
          Why
          <Icon name="chevron-down" />
        </span>
      </summary>
      <Changes changes={changes} />
    </details>
  )
}
