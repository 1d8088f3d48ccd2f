/**
 * The picture: a chart of the matter with the states lit by what they say, and the room with the people in it.
 * It is a still; the stage, when asked for, draws over it. Everything in it is also in words.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import world from '../../assets/chart/world.svg?no-inline'
import type { ChoiceView, OpeningView, PersonView, StageStatus, StageView, Verdict } from '../view/index.ts'
import { clusters, frameOf, journey, layout, point, smallChart, within } from './chart.ts'
import { useDesk } from './desk.ts'
import { Icon, type IconName } from './icons.tsx'
import { Later } from './later.tsx'
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
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(780)
  useEffect(() => {
    if (!box.current) return
    // In steps, so that a window being dragged does not lay the words out anew at every pixel.
    const watch = new ResizeObserver(entries => setWide(Math.round((entries[0]?.contentRect.width || 780) / 20) * 20))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const drawn = useMemo(() => {
    const frame = frameOf(stage)
    const marks = clusters(stage.sites, frame.width * 0.03)
    const site = (id: string) => stage.sites.find(other => other.id === id)
    const journeys = stage.travels.flatMap(travel => {
      const [from, to] = [site(travel.from), site(travel.to)]
      return from && to && from !== to
        ? [{ ...travel, ...journey(point(from.lon, from.lat), point(to.lon, to.lat)) }]
        : []
    })
    return { frame, marks, journeys }
  }, [stage])
  const { frame, marks, journeys } = drawn
  const { sides, names } = useMemo(() => {
    const middles = drawn.journeys.map(({ middle }) => middle)
    return layout(drawn.frame, drawn.marks, stage.orders, middles, wide)
  }, [drawn, stage, wide])
  const verdictOf = (order: string): Verdict | null => says?.find(line => line.order === order)?.verdict ?? null
  // The widest orders first, so that a member state is drawn over its union.
  const orders = [...stage.orders].sort((a, b) => b.countries.length - a.countries.length)
  return (
    <div class={wide < smallChart ? 'chart is-small' : 'chart'} aria-hidden="true" ref={box}>
      <svg viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`} preserveAspectRatio="xMidYMid slice">
        <title>Chart</title>
        <Hatches />
        <Graticule />
        {/* The coastlines are a file of their own, which takes a browser a turn of its own to take in. */}
        <Later turns={1}>
          <use href={`${world}#land`} class="shoal" />
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
        </Later>
        {journeys.map((travel, i) => (
          <path key={i} d={travel.path} class={`journey is-${travel.what}`} />
        ))}
      </svg>
      {orders.map(order => {
        const at = names.get(order.id)
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
      {marks.map((spot, i) => (
        <span key={spot.sites[0]?.id} class={`site to-${sides[i] ?? 'none'}`} style={within(frame, spot)}>
          <span class="site-marks">
            {[...new Set(spot.sites.map(({ kind }) => siteIcon[kind]))].map(name => (
              <i key={name}>
                <Icon name={name} />
              </i>
            ))}
          </span>
          <span class="site-name">
            {spot.sites.map(({ id, name, holds }) => (
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
      <span>
        {plate ?? of.name}
        <span class="sr-only">, {of.role}</span>
      </span>
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

/** What is behind the people: a window over the city, or a panelled wall with columns and the scales. */
const Backdrop = ({ court }: { court: boolean }) => (
  <svg
    class="backdrop"
    viewBox={court ? '0 0 800 190' : '0 0 800 130'}
    preserveAspectRatio="xMidYMax slice"
    aria-hidden="true"
  >
    <title>The room</title>
    {court ? (
      <>
        {[40, 180, 320, 460, 600].map(x => (
          <path key={x} class="panel" d={`M${x + 12} 14h116v132h-116zM${x + 22} 24h96v112h-96z`} />
        ))}
        {[22, 166, 620, 764].map(x => (
          <g key={x}>
            <path class="column" d={`M${x - 13} 10h26v190h-26z`} />
            <path class="column-light" d={`M${x - 7} 10h5v190h-5z`} />
            <path class="capital" d={`M${x - 19} 0h38v6l-4 6h-30l-4-6z`} />
          </g>
        ))}
        <path class="scales" d="M400 6v34M380 12q20-8 40 0M380 12l-9 17q9 7 18 0zM420 12l-9 17q9 7 18 0zM390 40h20" />
      </>
    ) : (
      <>
        <path class="sky" d="M0 0h800v130H0z" />
        <path
          class="far"
          d="M0 130V74h34V58h30v24h26V46h12v-14h6v14h14v40h40V62h44v28h30V50h38v30h22V66h50v22h34V40h10V22h4v18h12v50h42V58h46v34h28V48h30v26h44V64h32v24h40V44h36v40h30V68h66v62z"
        />
        <path
          class="near"
          d="M0 130V96h58V84h40v26h52V92h46v22h74V88h36v22h96V94h52v20h70V86h30v26h88V98h64v14h44V90h50v40z"
        />
        <path class="lights" d="M70 66h14M214 70h22M286 60h16M470 66h20M540 58h10M688 54h16M20 84h8M596 74h14" />
        <path class="mullion" d="M0 3h800M200 0v130M400 0v130M600 0v130" />
      </>
    )}
  </svg>
)

/** The room as a band under the chart: bench in the middle of a court, people around the desk of an office. */
const Room = ({ stage, hidden }: { stage: StageView; hidden: boolean }) => {
  const { hearing } = stage
  const voice = (person: PersonView) => stage.people.find(other => other.id === person.id) ?? person
  const seated: readonly { of: PersonView; at: string; plate?: string }[] = hearing
    ? [
        ...(hearing.counsel ? [{ of: voice(hearing.counsel), at: 'left' }] : []),
        { of: voice(hearing.bench), at: 'bench' },
        { of: voice(you), at: 'right', plate: 'You' },
      ]
    : stage.people.map(of => ({ of, at: 'desk' }))
  if (seated.length === 0) return null
  return (
    <div class={`room is-${stage.kind} ${hidden ? 'sr-only' : ''}`}>
      <Later turns={3}>
        <Backdrop court={stage.kind === 'courtroom'} />
      </Later>
      <ul aria-label={`${stage.name}: who is there`}>
        {seated.slice(0, 4).map(seat => (
          <Person key={seat.of.id} {...seat} />
        ))}
      </ul>
    </div>
  )
}

interface Props {
  readonly of: OpeningView
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
        {!live && (
          <Later turns={2} meanwhile={<div class="chart" aria-hidden="true" />}>
            <Chart stage={stage} says={pointed?.says ?? null} />
          </Later>
        )}
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
                    <b aria-hidden="true">{mark(order.id)}</b> <span class="order-full">{order.name}</span>
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
          aria-disabled={status === 'loading'}
          onClick={() => status !== 'loading' && send({ kind: 'stage', on: !raised })}
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
