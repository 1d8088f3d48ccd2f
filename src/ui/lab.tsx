/** The conflict lab: the question above, the chart and the years, then what every order says and why; the facts beside it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LabView, LawRoomView, OrderAnswer, Turning } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Jump } from './jump.tsx'
import { LabFacts } from './labfacts.tsx'
import { LabMap } from './labmap.tsx'
import { LabStrip } from './labstrip.tsx'
import { Later } from './later.tsx'
import { Why } from './law.tsx'
import { Hatch, VerdictChip } from './verdict.tsx'
import { mark, verdictMeaning } from './words.ts'

interface Props {
  readonly lab: LabView
}

const Question = ({ lab }: Props) => {
  const { send } = useDesk()
  const about = lab.presets.find(preset => preset.id === lab.preset)?.about
  return (
    <div class="lab-ask">
      <label class="ask-preset">
        <span>Start from</span>
        <select
          value={lab.preset}
          onChange={event => {
            const preset = event.currentTarget.value
            if (preset) send({ kind: 'lab', change: { preset } })
          }}
        >
          {!lab.preset && <option value="">your own question</option>}
          {lab.presets.map(preset => (
            <option key={preset.id} value={preset.id}>
              {preset.title}
            </option>
          ))}
        </select>
        <small>{about ?? 'Changed from one of these: choose one to begin again.'}</small>
      </label>
      <label class="ask-act">
        <span>May you, must you</span>
        <select
          value={lab.act.id}
          onChange={event => send({ kind: 'lab', change: { act: event.currentTarget.value } })}
        >
          {lab.acts.map(act => (
            <option key={act.id} value={act.id}>
              {act.text}
            </option>
          ))}
        </select>
        <small>{lab.act.definition}</small>
      </label>
      <label class="ask-forum">
        <span>Before</span>
        <select
          value={lab.forum}
          onChange={event => send({ kind: 'lab', change: { forum: event.currentTarget.value || null } })}
        >
          <option value="">no court yet</option>
          {lab.forums.map(({ order, courts }) => (
            <optgroup key={order} label={order}>
              {courts.map(court => (
                <option key={court.id} value={court.id}>
                  {court.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <small>Its holdings bind, and those of the courts above it.</small>
      </label>
    </div>
  )
}

const Turnings = ({ title, of, none }: { title: string; of: readonly Turning[]; none?: string }) => {
  const { send } = useDesk()
  if (of.length === 0 && !none) return null
  return (
    <>
      <h4>{title}</h4>
      {of.length === 0 ? (
        <p class="quiet-text">{none}</p>
      ) : (
        <ul class="turnings">
          {of.map(turning => (
            <li key={turning.text}>
              <span>{turning.text}</span> <VerdictChip verdict={turning.verdict} />
              <button type="button" class="button small" onClick={() => send({ kind: 'lab', change: turning.change })}>
                Try it<span class="sr-only">: {turning.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The reasons of one order, drawn when they are asked for. */
const Reasons = ({ of }: { of: OrderAnswer }) => {
  const { finding } = of
  if (!finding) return null
  return (
    <div class={`finding-body is-${of.verdict}`}>
      <h3 class="sr-only">Reasons: {of.name}</h3>
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
      <Turnings
        title="What if: it would say otherwise"
        of={of.turns}
        none="No single change of a fact, and no single ruling, would alter this answer."
      />
      <Turnings title="What it would take, two changes together" of={of.ways} />
    </div>
  )
}

const Row = ({ order }: { order: OrderAnswer }) => {
  const [open, setOpen] = useState(false)
  const id = `why-${order.id}`
  return (
    <>
      <tr class={`is-${order.verdict}`}>
        <th scope="row">
          <span class="order-mark" aria-hidden="true">
            {mark(order.id)}
          </span>{' '}
          {order.name}
        </th>
        <td data-label="Says">
          <VerdictChip verdict={order.verdict} />
        </td>
        <td data-label="In conflict with">
          {order.against.length === 0 ? (
            <span class="quiet-text">nobody</span>
          ) : (
            <ul>
              {order.against.map(other => (
                <li key={other.id} class={`versus is-${other.level}`}>
                  {other.name} <small>{other.level}</small>
                </li>
              ))}
            </ul>
          )}
        </td>
        <td data-label="A breach may cost">
          {order.exposure.length === 0 ? (
            <span class="quiet-text">nothing stated</span>
          ) : (
            <ul>
              {order.exposure.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </td>
        <td class="why-cell">
          <button type="button" class="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            Why<span class="sr-only"> {order.name}</span>
            <Icon name="chevron-down" />
          </button>
        </td>
      </tr>
      <tr id={id} class="why-row" hidden={!open}>
        <td colSpan={5}>{open && <Reasons of={order} />}</td>
      </tr>
    </>
  )
}

const Answers = ({ lab }: Props) => {
  const speaking = lab.orders.filter(order => order.verdict !== 'silent')
  const silent = lab.orders.filter(order => order.verdict === 'silent')
  return (
    <section class="lab-answers" id="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">What every order says</h2>
      <p class="in-short">{lab.inShort}</p>
      {speaking.length > 0 && (
        <table>
          <caption class="sr-only">
            Whether you may {lab.act.text}, on {lab.dayText}
          </caption>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Says</th>
              <th scope="col">In conflict with</th>
              <th scope="col">A breach may cost</th>
              <th scope="col">
                <span class="sr-only">Reasons</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {speaking.map(order => (
              <Row key={order.id} order={order} />
            ))}
          </tbody>
        </table>
      )}
      {silent.length > 0 && (
        <p class="silent-orders">
          <VerdictChip verdict="silent" /> {silent.map(order => order.name).join(', ')}
        </p>
      )}
      <ul class="legend" aria-label="Key">
        {(Object.keys(verdictMeaning) as (keyof typeof verdictMeaning)[]).map(verdict => (
          <li key={verdict}>
            <VerdictChip verdict={verdict} /> {verdictMeaning[verdict]}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Conflicts = ({ lab }: Props) =>
  lab.conflicts.length === 0 ? null : (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">
        <Icon name="triangle-alert" />
        {lab.conflicts.length === 1 ? 'A conflict of laws' : `${lab.conflicts.length} conflicts of laws`}
      </h2>
      <ul>
        {lab.conflicts.map(conflict => (
          <li key={conflict.orders.join(' ')}>
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
  )

const Costs = ({ lab }: Props) => (
  <section class="lab-costs" aria-labelledby="costs-title">
    <h2 id="costs-title">What it may cost</h2>
    <div class="costs">
      {(
        [
          ['If you do it', lab.done],
          ['If you leave it undone', lab.left],
        ] as const
      ).map(([title, lines]) => (
        <div key={title}>
          <h3>{title}</h3>
          {lines.length === 0 ? (
            <p class="quiet-text">No rule is broken.</p>
          ) : (
            <ul>
              {lines.map((line, i) => (
                <li key={i}>
                  <Hatch verdict={line.level === 'certain' ? 'forbids' : 'contested'} /> <b>{line.name}</b>,{' '}
                  {line.level === 'certain' ? 'a breach' : 'perhaps a breach'}: {line.text}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
    <p>{lab.weighed}</p>
  </section>
)

/** What the last change did: at once for the eye, and once the hand rests for the ear. */
const Changed = ({ of, turn }: { of: readonly string[]; turn: number }) => {
  const [told, tell] = useState('')
  const [fresh, freshen] = useState(false)
  useEffect(() => {
    if (turn === 0) return
    freshen(true)
    const soon = setTimeout(() => tell(of.join(' ')), 600)
    const stale = setTimeout(() => freshen(false), 9000)
    return () => {
      clearTimeout(soon)
      clearTimeout(stale)
    }
  }, [turn, of])
  return (
    <>
      {of.length > 0 && (
        <div class={fresh ? 'lab-changed is-fresh' : 'lab-changed'} aria-hidden="true">
          <Icon name="rotate-ccw" />
          <p key={turn}>{of.join(' ')}</p>
        </div>
      )}
      <p class="sr-only" role="status" data-status>
        {told}
      </p>
    </>
  )
}

const Share = ({ link }: { link: string }) => {
  const [said, say] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const url = `${location.origin}${location.pathname}${location.search}#law=${link}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      say('The link is copied.')
    } catch {
      // Without permission the link is shown and selected, ready for the person's own copy.
      say('Copy the link with your own keys:')
      field.current?.select()
    }
  }
  return (
    <div class="lab-share">
      <button type="button" class="button" onClick={copy}>
        <Icon name={said === 'The link is copied.' ? 'check' : 'copy'} />
        Copy a link to this
      </button>
      <button type="button" class="button" onClick={() => globalThis.print()}>
        <Icon name="printer" />
        Print
      </button>
      <span role="status">{said}</span>
      {said.startsWith('Copy') && (
        <input
          type="text"
          readOnly
          value={url}
          aria-label="The link"
          ref={field}
          onFocus={e => e.currentTarget.select()}
        />
      )}
    </div>
  )
}

/** The lab. Keeps only which reasons lie open; the question itself is in the address. */
export const Lab = ({ law }: { law: LawRoomView }) => {
  const { lab } = law
  const [wide] = useState(() => globalThis.matchMedia?.('(min-width: 62rem)').matches ?? true)
  return (
    <div class="lab">
      <div class="lab-head">
        <div>
          <h1 tabIndex={-1}>The conflict lab</h1>
          <p class="lab-lead">
            One act, every legal order, any day since 2013. Change the question and see who obliges, who forbids, and
            why.
          </p>
        </div>
        <Share link={law.link} />
      </div>
      <Question lab={lab} />
      <nav class="lab-jump" aria-label="In the lab">
        <Jump to="answers">Answers</Jump>
        <Jump to="facts">Facts</Jump>
      </nav>
      <div class="lab-desk">
        <div class="lab-main">
          <LabMap lab={lab} />
          <Changed of={law.changed} turn={law.turn} />
          <LabStrip lab={lab} />
          <Answers lab={lab} />
          <Conflicts lab={lab} />
          <Costs lab={lab} />
        </div>
        <Later turns={1}>
          <LabFacts lab={lab} wide={wide} />
        </Later>
      </div>
    </div>
  )
}
