/** Another year: the same decisions on the same facts, by the law of another day; in words first, then in a table. */
import { useMemo, useState } from 'preact/hooks'
import { writeDay } from '../base/index.ts'
import type { CaseView, Verdict } from '../view/index.ts'
import {
  type GroundView,
  type Standing,
  type StandingView,
  underLaw,
  type YearDecisionView,
  type YearOrderView,
  type YearView,
  yearsOf,
} from '../view/index.ts'
import { Citations } from './cite.tsx'
import { Icon } from './icons.tsx'
import { Still } from './rich.tsx'
import { Hatch } from './verdict.tsx'

const word: Readonly<Record<Standing, string>> = {
  lawful: 'No breach',
  open: 'Open to argument',
  'open-goes-on': 'Open, and goes on',
  breach: 'A breach',
  'breach-goes-on': 'A breach goes on',
}
/** Standings wear the hatches of the verdicts: what is forbidden, what is open, what is let be. */
const hatch: Readonly<Record<Standing, Verdict>> = {
  lawful: 'permits',
  open: 'contested',
  'open-goes-on': 'contested',
  breach: 'forbids',
  'breach-goes-on': 'forbids',
}

const Chip = ({ standing }: { standing: Standing }) => (
  <span class={`verdict is-${hatch[standing]}`}>
    <Hatch verdict={hatch[standing]} />
    {word[standing]}
  </span>
)

const Ground = ({ of }: { of: GroundView }) => (
  <li>
    <p>
      {of.says} {of.but && <b>{of.but}</b>}
    </p>
    <p class="rule-id">
      Rule <code>{of.rule}</code>
      {of.unverified && ' · not verified in the law pack'}
    </p>
    <Citations of={of.citations} />
  </li>
)

/** What one order says under one law. Reasons lie open where they make the difference. */
const Said = ({ of, about, open }: { of: StandingView; about: string; open: boolean }) => (
  <>
    <p class="year-verdict">
      <Chip standing={of.standing} />
    </p>
    <p>{of.text}</p>
    {of.costs.map(line => (
      <p key={line} class="year-cost">
        {line}
      </p>
    ))}
    {of.grounds.length > 0 && (
      <details class="grounds" open={open}>
        <summary>
          Why<span class="sr-only">: {about}</span>
        </summary>
        <ul class="year-grounds">
          {of.grounds.map(each => (
            <Ground key={each.rule} of={each} />
          ))}
        </ul>
      </details>
    )}
  </>
)

const Order = ({ of, number, law }: { of: YearOrderView; number: number; law: string }) => (
  <>
    <th scope="row" class="year-order">
      {of.name}
      {of.changed && <span class="year-changes">changes</span>}
    </th>
    {of.same ? (
      <td colSpan={2}>
        <span class="year-when">The same under both</span>
        <Said of={of.was} about={`${of.name}, decision ${number}`} open={false} />
      </td>
    ) : (
      <>
        <td>
          <span class="year-when">On its own day</span>
          <Said of={of.was} about={`${of.name}, decision ${number}, on its own day`} open={false} />
        </td>
        <td>
          <span class="year-when">Under {law}</span>
          <Said of={of.would} about={`${of.name}, decision ${number}, under ${law}`} open={of.changed} />
        </td>
      </>
    )}
  </>
)

const Decision = ({ of, law }: { of: YearDecisionView; law: string }) => {
  const rows = of.orders.length + (of.silent.length > 0 ? 1 : 0)
  const head = (
    <th scope="rowgroup" rowSpan={rows} class="year-decision" id={`year-${of.number}`} tabIndex={-1}>
      <div class="did">
        <span class="log-number">{of.number}</span>
        <span>
          <Still text={of.choice} />
          <span class="log-scene">
            {of.date} · {of.scene}
          </span>
        </span>
      </div>
    </th>
  )
  return (
    <tbody class={of.changed ? 'is-changed' : undefined}>
      {of.orders.map((order, i) => (
        <tr key={order.order}>
          {i === 0 && head}
          <Order of={order} number={of.number} law={law} />
        </tr>
      ))}
      {of.silent.length > 0 && (
        <tr>
          {of.orders.length === 0 && head}
          <td colSpan={3} class="year-silent">
            {of.silent.join(', ')}: no rule on this, under either law.
          </td>
        </tr>
      )}
    </tbody>
  )
}

const Table = ({ of }: { of: YearView }) => {
  const [all, setAll] = useState(false)
  const changing = of.decisions.filter(decision => decision.changed)
  const shown = all ? of.decisions : changing
  return (
    <>
      <h3 id="year-table-title">Decision by decision</h3>
      {changing.length < of.decisions.length && (
        <label class="year-few">
          <input type="checkbox" checked={all} onChange={event => setAll(event.currentTarget.checked)} />
          Show every decision, also those judged alike
        </label>
      )}
      {shown.length > 0 && <Rows of={of} shown={shown} />}
    </>
  )
}

const Rows = ({ of, shown }: { of: YearView; shown: YearView['decisions'] }) => (
  <table class="decisions year-table" aria-labelledby="year-table-title">
    <thead>
      <tr>
        <th scope="col">Decision</th>
        <th scope="col">By</th>
        <th scope="col">On its own day</th>
        <th scope="col">Under {of.law}</th>
      </tr>
    </thead>
    {shown.map(decision => (
      <Decision key={decision.number} of={decision} law={of.law} />
    ))}
  </table>
)

const Answer = ({ of }: { of: YearView }) => (
  <>
    <div class="year-answer">
      <p class="big-words">{of.headline}</p>
      <ul class="year-summary">
        {of.summary.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details class="grounds">
        <summary>How the law had last turned</summary>
        <p>{of.says}</p>
        <Citations of={of.citations} />
      </details>
    </div>
    {of.changes.length > 0 && (
      <>
        <h3>What changes</h3>
        <ol class="year-list">
          {of.changes.map(({ number, order, text, ground }) => (
            <li key={`${number} ${order}`}>
              <p>{text}</p>
              {ground && (
                <p class="from">
                  {ground.says} {ground.but} {ground.citations[0] && <cite>{ground.citations[0].citation}</cite>}
                </p>
              )}
            </li>
          ))}
        </ol>
      </>
    )}
    <h3>Exposure</h3>
    <dl class="year-exposure">
      {of.exposure.map(({ order, name, text }) => (
        <div key={order}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    <Table of={of} />
  </>
)

/** How it is worked out: said here, where somebody may doubt it. */
const How = () => (
  <details class="year-how">
    <summary>
      How this is worked out
      <Icon name="chevron-down" />
    </summary>
    <ul>
      <li>
        One day’s law judges every decision. Your play is not moved into that year: it may have lasted for years, and a
        shifted calendar would judge its parts by different laws.
      </li>
      <li>
        The facts are those you decided on, before the same court. What happened in the procedure stays as it was: the
        motion, the stay, the contempt, a new warrant, what this very case has won.
      </li>
      <li>
        What courts had held in general, which rules were in force and what a breach may cost are those of that day.
      </li>
      <li>
        Your play is judged again, not played again: nobody in it acts otherwise, and the other meters are left alone.
      </li>
    </ul>
  </details>
)

/** The section: pick a year or a day, and see. Nothing is worked out before somebody picks. */
export const AnotherYear = ({ of, early = false }: { of: CaseView; early?: boolean }) => {
  const { days, span } = useMemo(() => yearsOf(of), [of])
  const [day, pick] = useState('')
  const view = useMemo(() => (day === '' ? null : underLaw(of, day)), [of, day])
  if (days.length === 0 || !span || of.decisions.length === 0) return null
  const at = days.findIndex(each => each.day === day)
  const step = (by: number) => {
    // From a day between two years, to the nearest on that side.
    const next = by > 0 ? days.find(each => each.day > day) : days.findLast(each => each.day < day)
    if (next) pick(next.day)
  }
  const known = (text: string) => text >= span.first && text <= span.last
  return (
    <section class="debrief-part deck other-year" aria-labelledby="year-title">
      <h2 id="year-title">Your choices under the law of another year</h2>
      <p class="year-lead">
        The same decisions on the same facts: would they have been lawful then, or now?
        {early && ' This looks ahead of your story: it tells what later courts and statutes did.'}
      </p>
      <div class="year-pick">
        <label>
          <span>The law of</span>
          <select value={at < 0 ? '' : day} onChange={event => pick(event.currentTarget.value)}>
            <option value="">{at < 0 && day ? `${writeDay(day)}` : 'Choose a year'}</option>
            {days.map(each => (
              <option key={each.day} value={each.day}>
                {each.name}
                {each.isToday ? ' (today)' : ''}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>or of one day</span>
          <input
            type="date"
            min={span.first}
            max={span.last}
            value={day}
            onChange={event => known(event.currentTarget.value) && pick(event.currentTarget.value)}
          />
        </label>
        {day !== '' && (
          <p class="row">
            <button type="button" class="button" disabled={day <= days[0]!.day} onClick={() => step(-1)}>
              Earlier
            </button>
            <button type="button" class="button" disabled={day >= days.at(-1)!.day} onClick={() => step(1)}>
              Later
            </button>
          </p>
        )}
      </div>
      <p class="sr-only" role="status">
        {view?.headline}
      </p>
      {view && <Answer of={view} />}
      <How />
    </section>
  )
}
