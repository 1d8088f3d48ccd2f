/** The law panel: what each order says now of each act; every finding opens to its reasons. Proof, not narration. */
import { useState } from 'preact/hooks'
import type { FindingView, LawView, WhyView } from '../view/index.ts'
import { Citations } from './cite.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Hatch, VerdictChip } from './verdict.tsx'
import { mark, verdictMeaning } from './words.ts'

const holdsIcon: Readonly<Record<WhyView['holds'], IconName>> = {
  yes: 'check',
  no: 'x',
  unknown: 'badge-question-mark',
}
const holdsWord = { yes: 'yes', no: 'no', unknown: 'not known' } as const

const Met = ({ holds }: { holds: WhyView['holds'] }) => (
  <span class={`met is-${holds}`}>
    <Icon name={holdsIcon[holds]} />
    <span class="sr-only">{holdsWord[holds]}: </span>
  </span>
)

/** One rule at work: what it says, the facts it took, its exceptions, what was said against it and how that fell. */
export const Why = ({ why }: { why: WhyView }) => (
  <div class="why">
    <p class="why-says">{why.says}</p>
    <p class="rule-id">
      Rule <code>{why.rule}</code> · {why.inForce}
      {why.unverified && <span class="unverified"> · not verified in the law pack</span>}
    </p>
    {why.facts.length > 0 && (
      <>
        <h5>Because</h5>
        <ul class="facts">
          {why.facts.map((fact, i) => (
            <li key={i}>
              <Met holds={fact.holds} />
              <span>
                {fact.text}
                {fact.from && <span class="from"> ({fact.from})</span>}
              </span>
            </li>
          ))}
        </ul>
      </>
    )}
    {why.exceptions.length > 0 && (
      <>
        <h5>Unless</h5>
        <ul class="facts">
          {why.exceptions.map((exception, i) => (
            <li key={i}>
              <Met holds={exception.holds} />
              <span>{exception.text}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {why.against.length > 0 && (
      <>
        <h5>Said against it</h5>
        <ul class="against">
          {why.against.map(other => (
            <li key={other.rule}>
              {other.says} <span class="from">{other.how}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    <Citations of={why.citations} />
  </div>
)

/** A finding; its reasons are drawn when it is opened, since most stay closed. */
const Finding = ({ finding }: { finding: FindingView }) => {
  const [open, setOpen] = useState(false)
  return (
    <li class={`finding is-${finding.verdict}`}>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <VerdictChip verdict={finding.verdict} /> <span class="finding-act">{finding.actText}</span>
          <Icon name="chevron-down" />
        </summary>
        {open && (
          <div class="finding-body">
            <p class="finding-text">{finding.text}</p>
            {finding.readings.length > 0 && (
              <>
                <h4>How it can be read</h4>
                <ul class="readings">
                  {finding.readings.map((reading, i) => (
                    <li key={i}>
                      <p>{reading.claim}</p>
                      <p class="from">
                        {reading.taken.length ? `Taken by ${reading.taken.join('; ')}` : 'Taken by no court yet'}
                      </p>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {finding.whys.length > 0 && <h4>Why</h4>}
            {finding.whys.map(why => (
              <Why key={why.rule} why={why} />
            ))}
            {finding.exposure.length > 0 && (
              <>
                <h4>What a breach may cost</h4>
                <ul class="exposure">
                  {finding.exposure.map((line, i) => (
                    <li key={i}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </details>
    </li>
  )
}

/** The whole panel: conflicts first, then one column per order. The law is asked for only here, where it is drawn. */
export const Law = ({ of }: { of: { readonly law: LawView } }) => {
  const { law } = of
  const used = new Set(law.orders.flatMap(order => order.findings.map(finding => finding.verdict)))
  return (
    <section class="law deck" id="law" aria-labelledby="law-title">
      <header class="deck-head">
        <h2 id="law-title">The law today</h2>
        <p>
          {law.day} · {law.forum}
        </p>
        <a class="button" href={`#law=${law.lab}`}>
          <Icon name="scale" />
          Open this in the lab
        </a>
        {used.size > 0 && (
          <ul class="legend" aria-label="Key">
            {(Object.keys(verdictMeaning) as (keyof typeof verdictMeaning)[])
              .filter(verdict => used.has(verdict))
              .map(verdict => (
                <li key={verdict}>
                  <VerdictChip verdict={verdict} /> {verdictMeaning[verdict]}
                </li>
              ))}
          </ul>
        )}
      </header>
      {law.conflicts.length > 0 && (
        <section class="conflicts" aria-labelledby="conflicts-title">
          <h3 id="conflicts-title">
            <Icon name="triangle-alert" />
            {law.conflicts.length === 1 ? 'A conflict of laws' : `${law.conflicts.length} conflicts of laws`}
          </h3>
          <ul>
            {law.conflicts.map((conflict, i) => (
              <li key={i}>
                <p>
                  <b>{conflict.level === 'certain' ? 'Certain.' : 'Possible.'}</b> {conflict.text}
                </p>
                {conflict.dissolve.length > 0 && (
                  <p class="from">What would dissolve it: {conflict.dissolve.join(' · ')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="orders">
        {law.orders.map(order => (
          <section key={order.id} class={`order of-${order.id}`} aria-labelledby={`order-${order.id}`}>
            <h3 id={`order-${order.id}`}>
              <span class="order-mark" aria-hidden="true">
                {mark(order.id)}
              </span>{' '}
              {order.name}
            </h3>
            {order.findings.length > 0 ? (
              <ul class="findings">
                {order.findings.map(finding => (
                  <Finding key={`${finding.act}/${finding.verdict}`} finding={finding} />
                ))}
              </ul>
            ) : (
              <p class="empty">
                <Hatch verdict="silent" /> Silent: no rule of this order speaks yet.
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}
