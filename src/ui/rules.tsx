/** The shelves of orders with their rules in plain words, and of open questions with who answered them how. */
import { useEffect, useState } from 'preact/hooks'
import type { LibraryView, OrderView, QuestionView, RuleView, Spelt } from '../view/index.ts'
import { Citations } from './cite.tsx'
import { Icon } from './icons.tsx'
import { Bar, hasWords, inYear, Pick, Search, YearPick } from './shelves.tsx'
import { Hatch, VerdictChip } from './verdict.tsx'
import { mark } from './words.ts'

const Condition = ({ of }: { of: Spelt }) =>
  of.kind === 'one' ? (
    <span>{of.text}</span>
  ) : (
    <>
      <b class="joint">{of.kind === 'all' ? 'all of these' : 'any one of these'}</b>
      <ul class={`spelt is-${of.kind}`}>
        {of.parts.map((part, i) => (
          <li key={i}>
            <Condition of={part} />
          </li>
        ))}
      </ul>
    </>
  )

const Others = ({ title, of }: { title: string; of: RuleView['full']['beats'] }) =>
  of.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="says-list">
        {of.map(other => (
          <li key={other.id}>
            {other.says} {other.why && <span class="from">({other.why})</span>}
          </li>
        ))}
      </ul>
    </>
  )

const Full = ({ rule }: { rule: RuleView }) => {
  const { full } = rule
  return (
    <div class="rule-body">
      <p class="rule-then">
        {rule.effect !== 'silent' && <VerdictChip verdict={rule.effect} />} {rule.then}
      </p>
      <h3>When</h3>
      <div class="rule-when">
        <Condition of={full.when} />
      </div>
      {full.unless.length > 0 && (
        <>
          <h3>Unless</h3>
          <ul class="says-list">
            {full.unless.map((exception, i) => (
              <li key={i}>
                {exception.text && <p>{exception.text}</p>}
                <div class="rule-when">
                  <Condition of={exception.when} />
                </div>
                {exception.source && <Citations of={[exception.source]} label="Where the exception stands" />}
              </li>
            ))}
          </ul>
        </>
      )}
      {full.scope && (
        <>
          <h3>Only before</h3>
          <p>{full.scope}</p>
        </>
      )}
      {full.time.length > 0 && (
        <>
          <h3>Time</h3>
          <p>{full.time.join(' ')}</p>
        </>
      )}
      <Others title="It goes before" of={full.beats} />
      <Others title="It gives way to" of={full.beatenBy} />
      {full.sanctions.length > 0 && (
        <>
          <h3>A breach may cost</h3>
          <ul class="says-list">
            {full.sanctions.map((sanction, i) => (
              <li key={i}>
                {sanction.text} {sanction.note && <span class="from">{sanction.note}</span>}
                {sanction.when && (
                  <div class="rule-when from">
                    If <Condition of={sanction.when} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Where it stands</h3>
      <Citations of={full.citations} />
      <p class="rule-id">
        Rule <code>{rule.id}</code>
      </p>
    </div>
  )
}

const RuleRow = ({ rule, open }: { rule: RuleView; open: boolean }) => {
  const [opened, setOpened] = useState(open)
  useEffect(() => {
    if (!open) return
    setOpened(true)
    document.getElementById(`rule-${rule.id}`)?.scrollIntoView({ block: 'center' })
  }, [open, rule.id])
  return (
    <li class={`rule-row is-${rule.effect}`} id={`rule-${rule.id}`}>
      <details open={opened} onToggle={event => setOpened(event.currentTarget.open)}>
        <summary>
          {rule.effect === 'silent' ? (
            <i class="hatch is-definition" aria-hidden="true" />
          ) : (
            <Hatch verdict={rule.effect} />
          )}
          <span>
            <span class="rule-says">{rule.says}</span>
            <small>
              {rule.dates}
              {rule.unverified && <span class="unverified"> · not verified in the law pack</span>}
            </small>
          </span>
          <Icon name="chevron-down" />
        </summary>
        {opened && <Full rule={rule} />}
      </details>
    </li>
  )
}

const effects = [
  ['obliges', 'duties'],
  ['forbids', 'prohibitions'],
  ['permits', 'permissions'],
  ['excuses', 'releases'],
  ['silent', 'what words mean'],
] as const

const OrderCard = ({ order, current }: { order: OrderView; current: boolean }) => (
  <li>
    <a class={`order-card of-${order.id}`} href={`#law=rules/${order.id}`} aria-current={current ? 'true' : undefined}>
      <span class="order-mark" aria-hidden="true">
        {mark(order.id)}
      </span>
      <b>{order.name}</b>
      <small>
        {order.rules.length} rules · {order.authorities} {order.authorities === 1 ? 'authority' : 'authorities'}
        {order.questions > 0 && ` · ${order.questions} open`}
      </small>
    </a>
  </li>
)

export const Rules = ({ of, about }: { of: LibraryView; about: readonly string[] }) => {
  const order = of.orders.find(each => each.id === about[0]) ?? of.orders.find(each => each.id === 'us') ?? of.orders[0]
  const [typed, type] = useState('')
  const [effect, setEffect] = useState('')
  const [year, setYear] = useState('')
  if (!order) return <p class="empty">No order has a rule.</p>
  const found = order.rules.filter(
    rule =>
      about.includes(rule.id) ||
      ((effect === '' || rule.effect === effect) && inYear(rule, year) && hasWords(rule.search, typed)),
  )
  return (
    <div class="shelf-page">
      <h1 tabIndex={-1}>Orders and rules</h1>
      <p class="lab-lead">Fourteen legal orders, rule by rule, in words made of the very data the answers come from.</p>
      <ul class="order-cards">
        {of.orders.map(each => (
          <OrderCard key={each.id} order={each} current={each.id === order.id} />
        ))}
      </ul>
      <section class={`of-${order.id}`} aria-labelledby="order-title">
        <h2 id="order-title">{order.name}</h2>
        {order.courts.length > 0 && (
          <details class="courts">
            <summary>
              {order.courts.length === 1 ? 'One court' : `${order.courts.length} courts`} of this order{' '}
              <Icon name="chevron-down" />
            </summary>
            <ul>
              {order.courts.map(court => (
                <li key={court.id} style={{ paddingInlineStart: `${court.depth * 1.25}rem` }}>
                  {court.name}
                </li>
              ))}
            </ul>
          </details>
        )}
        <search class="filters" aria-label={`Rules of ${order.name}`}>
          <Search value={typed} set={type} what="content, stay, emergency ..." />
          <Pick
            label="Effect"
            value={effect}
            set={setEffect}
            any="all rules"
            options={effects.map(([id, name]) => [id, name])}
          />
          <YearPick value={year} set={setYear} />
        </search>
        <p class="count" role="status">
          {found.length} of {order.rules.length} rules
        </p>
        {found.length === 0 ? (
          <p class="empty">No rule of this order fits all of this. Take away a word or a filter.</p>
        ) : (
          <ul class="rule-list">
            {found.map(rule => (
              <RuleRow key={rule.id} rule={rule} open={about.includes(rule.id)} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

const Question = ({ of }: { of: QuestionView }) => (
  <li class="question">
    <h2>{of.asks}</h2>
    <p class="kicker">
      {of.orders.map(order => (
        <span key={order}>{mark(order)}</span>
      ))}
    </p>
    <div class="question-readings">
      {of.readings.map(reading => (
        <div key={reading.id} class="reading">
          <h3>“{reading.name}”</h3>
          <p class="claim">{reading.claim}</p>
          {reading.holdings.length === 0 ? (
            <p class="quiet-text">No court has taken it.</p>
          ) : (
            <ol class="holdings">
              {reading.holdings.map((holding, i) => (
                <li key={i}>
                  <b>{holding.court}</b>
                  <Bar from={holding.from} to={holding.to} />
                  <small>
                    {holding.dates}
                    {holding.ended && `, ${holding.ended}`}
                  </small>
                  <Citations of={holding.citations} label="Decided in" />
                </li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
    {of.rules.length > 0 && (
      <details class="courts">
        <summary>
          {of.rules.length === 1 ? 'The rule that hangs on it' : `${of.rules.length} rules that hang on it`}{' '}
          <Icon name="chevron-down" />
        </summary>
        <ul class="says-list">
          {of.rules.map(rule => (
            <li key={rule.id}>
              <a href={`#law=rules/${rule.order}/${rule.id}`}>{rule.says}</a>
            </li>
          ))}
        </ul>
      </details>
    )}
  </li>
)

export const Questions = ({ of }: { of: LibraryView }) => {
  const [typed, type] = useState('')
  const found = of.questions.filter(question =>
    hasWords(`${question.asks} ${question.readings.map(r => r.claim).join(' ')}`.toLowerCase(), typed),
  )
  const ruled = found.filter(question => question.readings.some(reading => reading.holdings.length > 0))
  const never = found.filter(question => !ruled.includes(question))
  return (
    <div class="shelf-page">
      <h1 tabIndex={-1}>Open questions</h1>
      <p class="lab-lead">
        What lawyers answer in more than one way, and which court took which reading when. Nobody here decides it for
        them.
      </p>
      <search class="filters" aria-label="Open questions">
        <Search value={typed} set={type} what="control, transfer ..." />
      </search>
      <p class="count" role="status">
        {found.length} of {of.questions.length} questions, {ruled.length} of them answered by a court
      </p>
      {found.length === 0 && <p class="empty">No question has all of these words.</p>}
      <ul class="question-list">
        {[...ruled, ...never].map(question => (
          <Question key={question.id} of={question} />
        ))}
      </ul>
    </div>
  )
}
