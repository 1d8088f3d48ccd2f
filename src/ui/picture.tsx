/**
 * The picture: a chart of the matter with the states lit by what they say, and the room with the people in it.
 * It is a still; the stage, when asked for, draws over it. Everything in it is also in words.
 */
import { useMemo } from 'preact/hooks'
import world from '../../assets/chart/world.svg?no-inline'
import type { CaseView, ChoiceView, PersonView, StageStatus, StageView, Verdict } from '../view/index.ts'
import { anchorOf, clusters, frameOf, journey, point, within } from './chart.ts'
import { useDesk } from './desk.ts'
import { Icon, type IconName } from './icons.tsx'
import { Portrait } from './portrait.tsx'
import { VerdictChip } from './verdict.tsx'
import { mark } from './words.ts'

const siteIcon: Readonly<Record<StageView['sites'][number]['kind'], IconName>> = {
  datacentre: 'server',
  office: 'building-2',
  court: 'landmark',
  authority: 'landmark',
}
const cargo: Readonly<Record<StageView['travels'][number]['what'], IconName>> = {
  warrant: 'scroll-text',
  data: 'server',
  request: 'mail',
  letter: 'mail',
  brief: 'file-text',
}
const held = { content: 'the letters', metadata: 'records', copy: 'a copy', keys: 'keys' } as const

/** The hatches of the chart, one per verdict: never colour alone. */
export const Hatches = () => (
  <defs>
    <pattern id="h-obliges" width="9" height="9" patternUnits="userSpaceOnUse">
      <path d="M0 0h9v9H0z" class="wash" />
      <path d="M2.5 0v9M7 0v9" />
    </pattern>
    <pattern id="h-forbids" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0h9v9H0z" class="wash" />
      <path d="M0 4.5h9" />
    </pattern>
    <pattern id="h-permits" width="10" height="10" patternUnits="userSpaceOnUse">
      <path d="M0 0h10v10H0z" class="wash" />
      <path d="M2.5 2.5v.1M7.5 7.5v.1" />
    </pattern>
    <pattern id="h-excuses" width="9" height="9" patternUnits="userSpaceOnUse">
      <path d="M0 0h9v9H0z" class="wash" />
      <path d="M0 4.5h9" />
    </pattern>
    <pattern id="h-contested" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0h11v11H0z" class="wash" />
      <path d="M0 5.5h11M5.5 0v11" />
    </pattern>
  </defs>
)

/** Lines of latitude and longitude across a frame, every ten degrees. */
export const Graticule = () => (
  <g class="graticule">
    {Array.from({ length: 37 }, (_, i) => (
      <path key={`m${i}`} d={`M${i * 100 - 1800} -1600V1000`} />
    ))}
    {Array.from({ length: 14 }, (_, i) => (
      <path key={`p${i}`} d={`M-1900 ${point(0, i * 10 - 50).y.toFixed(1)}H1900`} />
    ))}
  </g>
)

const Chart = ({ stage, says }: { stage: StageView; says: ChoiceView['says'] | null }) => {
  const frame = useMemo(() => frameOf(stage), [stage])
  const site = (id: string) => stage.sites.find(other => other.id === id)
  const verdictOf = (order: string): Verdict | null => says?.find(line => line.order === order)?.verdict ?? null
  const journeys = stage.travels.flatMap(travel => {
    const [from, to] = [site(travel.from), site(travel.to)]
    return from && to && from !== to
      ? [{ ...travel, ...journey(point(from.lon, from.lat), point(to.lon, to.lat)) }]
      : []
  })
  // The widest orders first, so that a member state is drawn over its union.
  const orders = [...stage.orders].sort((a, b) => b.countries.length - a.countries.length)
  return (
    <div class="chart" aria-hidden="true">
      <svg viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} preserveAspectRatio="xMidYMid slice">
        <title>Chart</title>
        <Hatches />
        <Graticule />
        <use href={`${world}#land`} class="land" />
        {orders.map(order => (
          <g
            key={order.id}
            class={`territory of-${order.id} ${verdictOf(order.id) ? `is-${verdictOf(order.id)}` : ''}`}
          >
            {order.countries.map(country => (
              <use key={country} href={`${world}#c${country}`} />
            ))}
          </g>
        ))}
        {journeys.map((travel, i) => (
          <path key={i} d={travel.path} class={`journey is-${travel.what}`} />
        ))}
      </svg>
      {orders.map(order => {
        const at = anchorOf(order.countries)
        const verdict = verdictOf(order.id)
        return (
          at && (
            <span key={order.id} class={`order-name of-${order.id}`} style={within(frame, at)}>
              {verdict ? <VerdictChip verdict={verdict} order={order.id} /> : <b>{order.name}</b>}
            </span>
          )
        )
      })}
      {journeys.map((travel, i) => (
        <span key={i} class={`cargo is-${travel.what}`} style={within(frame, travel.middle)}>
          <Icon name={cargo[travel.what]} />
        </span>
      ))}
      {clusters(stage.sites, frame.width * 0.035).map(cluster => (
        <span
          key={cluster.sites[0]?.id}
          class={`site ${cluster.x > frame.x + frame.width * 0.8 ? 'leftward' : ''}`}
          style={within(frame, cluster)}
        >
          <span class="site-marks">
            {[...new Set(cluster.sites.map(({ kind }) => siteIcon[kind]))].map(name => (
              <i key={name}>
                <Icon name={name} />
              </i>
            ))}
          </span>
          <span class="site-name">
            {cluster.sites.map(({ id, name, holds }) => (
              <span key={id}>
                {name}
                {holds.length > 0 && <small>{holds.map(what => held[what]).join(', ')}</small>}
              </span>
            ))}
          </span>
        </span>
      ))}
    </div>
  )
}

const Person = ({ of, at, plate }: { of: PersonView; at: string; plate?: string }) => (
  <li class={`person at-${at}`}>
    <Portrait of={of} />
    {of.says && (
      <q class={`bubble side-${of.side}`}>
        <span>{of.says}</span>
      </q>
    )}
    <span class="plate">
      {plate ?? of.name}
      <span class="sr-only">, {of.role}</span>
    </span>
  </li>
)

const you: PersonView = {
  id: 'you',
  name: 'You',
  role: 'general counsel',
  wants: '',
  side: 'us',
  face: 'serious',
  says: null,
}

/** The room as a band under the chart: bench in the middle of a court, people around the desk of an office. */
const Room = ({ stage, hidden }: { stage: StageView; hidden: boolean }) => {
  const { hearing } = stage
  const voice = (person: PersonView) => stage.people.find(other => other.id === person.id) ?? person
  const seated: readonly { of: PersonView; at: string; plate?: string }[] = hearing
    ? [
        ...(hearing.counsel ? [{ of: voice(hearing.counsel), at: 'left' }] : []),
        { of: voice(hearing.bench), at: 'bench' },
        { of: voice(you), at: 'right', plate: 'You, general counsel' },
      ]
    : stage.people.map(of => ({ of, at: 'desk' }))
  if (seated.length === 0) return null
  return (
    <ul
      class={`room is-${stage.kind} seats-${Math.min(4, seated.length)} ${hidden ? 'sr-only' : ''}`}
      aria-label={stage.name}
    >
      {seated.slice(0, 4).map(seat => (
        <Person key={seat.of.id} {...seat} />
      ))}
    </ul>
  )
}

interface Props {
  readonly of: CaseView
  readonly status: StageStatus
  readonly pointed: ChoiceView | null
  readonly stageSlot: ((element: HTMLElement | null) => void) | undefined
}

export const Picture = ({ of, status, pointed, stageSlot }: Props) => {
  const { send } = useDesk()
  const { stage } = of
  const live = status === 'on' || status === 'still'
  const raised = live || status === 'loading'
  return (
    <figure class={`picture light-${stage.light} ${live ? 'is-live' : ''}`}>
      <div class="theatre">
        {raised && <div class="stage-slot" aria-hidden="true" ref={stageSlot ?? null} />}
        {!live && <Chart stage={stage} says={pointed?.says ?? null} />}
        <Room stage={stage} hidden={live} />
      </div>
      <figcaption class="picture-foot">
        <ul class="pointed" aria-label="What each legal order says of the answer you point at">
          {stage.orders.map(order => {
            const line = pointed?.says.find(says => says.order === order.id)
            return (
              <li key={order.id} class={`of-${order.id}`}>
                {line ? (
                  <VerdictChip verdict={line.verdict} order={order.id} name={order.name} />
                ) : (
                  <span class="verdict">
                    <b aria-hidden="true">{mark(order.id)}</b> {order.name}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <details class="described">
          <summary>In words</summary>
          <p>{stage.describes}</p>
        </details>
        <button
          type="button"
          class="button quiet curtain"
          aria-pressed={raised}
          disabled={status === 'loading'}
          onClick={() => send({ kind: 'stage', on: !raised })}
        >
          <Icon name="clapperboard" />
          {status === 'loading' ? 'The curtain rises ...' : raised ? 'Lower the curtain' : 'Raise the curtain'}
        </button>
        {status === 'failed' && (
          <p class="stage-failed">The stage could not be drawn here. This picture shows the same.</p>
        )}
      </figcaption>
    </figure>
  )
}
