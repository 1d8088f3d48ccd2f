/** The shelf of authorities: what was in force when, and where it can be read. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AuthorityView, LibraryView } from '../view/index.ts'
import { Icon } from './icons.tsx'
import { mark } from './words.ts'

const first = 2011
const last = 2027
const place = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Math.max(0, Math.min(100, ((year + (month - 1) / 12 + date / 366 - first) / (last - first)) * 100))
}
const ticks = [2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026]

const scopeWord = { full: 'source checked', partial: 'checked in part', none: 'not verified' } as const

export const Scope = ({ of }: { of: AuthorityView['scope'] }) => (
  <span class={of === 'full' ? 'checked' : 'checked not'}>
    <Icon name={of === 'full' ? 'badge-check' : 'badge-question-mark'} />
    {scopeWord[of]}
  </span>
)

/** A bar from the first day in force to the last; what began before the chart starts at its edge. */
export const Bar = ({ from, to }: { from: string | null; to: string | null }) => {
  const start = from === null ? 0 : place(from)
  const end = to === null ? 100 : place(to)
  const before = from !== null && from < `${first}-01-01`
  return (
    <span class="bar-track" aria-hidden="true">
      <i
        class={`${before ? 'is-older' : ''} ${to === null ? 'is-open' : 'is-over'} ${from === null ? 'is-undated' : ''}`}
        style={{ left: `${start}%`, width: `${Math.max(end - start, 0.6)}%` }}
      />
    </span>
  )
}

export const Ticks = () => (
  <span class="bar-ticks" aria-hidden="true">
    {ticks.map(year => (
      <b key={year} style={{ left: `${place(`${year}-01-01`)}%` }}>
        {year}
      </b>
    ))}
  </span>
)

/** True when it was in force on some day of the year; the empty text is every year. */
export const inYear = ({ from, to }: { from: string | null; to: string | null }, year: string): boolean =>
  year === '' || ((from ?? '') <= `${year}-12-31` && (to === null || to > `${year}-01-01`))

const Authority = ({ of, open }: { of: AuthorityView; open: boolean }) => {
  const [opened, setOpened] = useState(open)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!open) return
    setOpened(true)
    row.current?.scrollIntoView({ block: 'center' })
  }, [open])
  return (
    <li ref={row} class={of.scope === 'none' ? 'authority-row is-unverified' : 'authority-row'}>
      <details open={opened} onToggle={event => setOpened(event.currentTarget.open)}>
        <summary>
          <span class="authority-name">
            <span class="order-mark" aria-hidden="true">
              {of.order === 'world' ? 'INT' : mark(of.order)}
            </span>
            <span>
              <b>{of.title}</b>
              <small>
                <cite>{of.citation}</cite>
              </small>
            </span>
          </span>
          <span class="authority-when">
            <Bar from={of.from} to={of.to} />
            <small>
              {of.dates}
              {of.scope !== 'full' && (
                <>
                  {' · '}
                  <Scope of={of.scope} />
                </>
              )}
            </small>
          </span>
        </summary>
        {opened && (
          <div class="authority-body">
            <p class="authority-status">
              {of.place} · {of.kind} · {of.dates} · <Scope of={of.scope} />
            </p>
            <p class="authority-summary">{of.summary}</p>
            {of.points.length > 0 && (
              <>
                <h3>What it comes to</h3>
                <ul class="says-list">
                  {of.points.map(point => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              </>
            )}
            {of.rules.length > 0 && (
              <>
                <h3>
                  {of.rules.length === 1 ? 'The rule that rests on it' : `${of.rules.length} rules that rest on it`}
                </h3>
                <ul class="says-list">
                  {of.rules.map(rule => (
                    <li key={rule.id}>
                      <a href={`#law=rules/${rule.order}/${rule.id}`}>{rule.says}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {of.note && <p class="note">{of.note}</p>}
            <h3>Where to read it</h3>
            {of.sources.length === 0 ? (
              <p class="quiet-text">No source that could be read is on record.</p>
            ) : (
              <ul class="sources">
                {of.sources.map(source => (
                  <li key={source}>
                    <a href={source} target="_blank" rel="noreferrer noopener">
                      {source}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </details>
    </li>
  )
}

const years = Array.from({ length: 14 }, (_, i) => String(2013 + i))

/** A filter's select. */
export const Pick = ({
  label,
  value,
  set,
  any,
  options,
}: {
  label: string
  value: string
  set: (value: string) => void
  any: string
  options: readonly (readonly [string, string])[]
}) => (
  <label>
    <span>{label}</span>
    <select value={value} onChange={event => set(event.currentTarget.value)}>
      <option value="">{any}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

export const Search = ({ value, set, what }: { value: string; set: (value: string) => void; what: string }) => (
  <label class="filter-text">
    <span>Words</span>
    <input
      type="search"
      value={value}
      placeholder={what}
      onInput={event => set(event.currentTarget.value)}
      autocomplete="off"
    />
  </label>
)

export const YearPick = ({ value, set }: { value: string; set: (value: string) => void }) => (
  <Pick label="In force in" value={value} set={set} any="any year" options={years.map(year => [year, year])} />
)

/** Every word of what was typed stands somewhere in the text. */
export const hasWords = (search: string, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => search.includes(word))

export const Authorities = ({ of, about }: { of: LibraryView; about: readonly string[] }) => {
  const [order, setOrder] = useState('')
  const [kind, setKind] = useState('')
  const [year, setYear] = useState('')
  const [typed, type] = useState('')
  const [doubtful, setDoubtful] = useState(false)
  const found = of.authorities.filter(
    authority =>
      (order === '' || authority.order === order) &&
      (kind === '' || authority.kind === kind) &&
      inYear(authority, year) &&
      (!doubtful || authority.scope !== 'full') &&
      hasWords(authority.search, typed),
  )
  return (
    <div class="shelf-page">
      <h1 tabIndex={-1}>Authorities</h1>
      <p class="lab-lead">
        Statutes, cases, treaties and papers: what each says, and from when to when it was the law.
      </p>
      <search class="filters" aria-label="Authorities">
        <Search value={typed} set={type} what="comity, warrant, 2703 ..." />
        <Pick
          label="Order"
          value={order}
          set={setOrder}
          any="all orders"
          options={of.places.map(each => [each.id, each.name])}
        />
        <Pick label="Kind" value={kind} set={setKind} any="all kinds" options={of.kinds.map(each => [each, each])} />
        <YearPick value={year} set={setYear} />
        <label class="tick">
          <input type="checkbox" checked={doubtful} onChange={event => setDoubtful(event.currentTarget.checked)} />
          <span>Only what could not be checked in full</span>
        </label>
      </search>
      <p class="count" role="status">
        {found.length} of {of.authorities.length} authorities
      </p>
      {found.length === 0 ? (
        <p class="empty">Nothing on the shelf fits all of this. Take away a word or a filter.</p>
      ) : (
        <>
          <h2 class="sr-only">What was found</h2>
          <Ticks />
          <ul class="authority-list">
            {found.map(authority => (
              <Authority key={authority.id} of={authority} open={about.includes(authority.id)} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
