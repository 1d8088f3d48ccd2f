/** The chart of the lab: the world and, magnified, Europe; each order lit by what it says, conflicts drawn between them. */
import world from '../../assets/chart/world.svg?no-inline'
import type { LabView, Verdict } from '../view/index.ts'
import { type Frame, journey, point, within } from './chart.ts'
import { Icon } from './icons.tsx'
import { Graticule } from './picture.tsx'
import { VerdictChip } from './verdict.tsx'
import { mark } from './words.ts'

const worldFrame: Frame = { x: -1500, y: -1090, width: 3290, height: 1610 }
const europeFrame: Frame = { x: -205, y: -790, width: 510, height: 410 }

/** Where an order's word stands, by longitude and latitude; in Europe on the magnified chart. */
const seats: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  us: [-84, 38.5],
  ca: [-104, 59],
  br: [-52, -10],
  ru: [98, 63],
  cn: [104, 36],
  in: [79, 19],
  au: [134, -25],
}
const europeanSeats: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  ie: [-7.2, 53.4],
  uk: [-1, 56.6],
  be: [3.4, 50.5],
  de: [12.5, 53],
  fr: [0.6, 47.4],
  ch: [9.5, 44.8],
  eu: [18, 49.2],
}

const hatches: readonly (readonly [Verdict, string, string | undefined])[] = [
  ['obliges', 'M2.500 0v9M7 0v9', undefined],
  ['forbids', 'M0 4.500h9', 'rotate(45)'],
  ['permits', 'M2.500 2.500v.1M7 7v.1', undefined],
  ['excuses', 'M0 4.500h9', undefined],
  ['contested', 'M0 4.500h9M4.500 0v9', 'rotate(45)'],
]

/** Hatches at the scale of a chart. */
const Hatches = ({ name, scale }: { name: string; scale: number }) => (
  <defs>
    {hatches.map(([verdict, path, turn]) => (
      <pattern
        key={verdict}
        id={`${name}-${verdict}`}
        class={`lab-hatch is-${verdict}`}
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform={`scale(${scale})${turn ? ` ${turn}` : ''}`}
      >
        <path d="M0 0h9v9H0z" class="wash" />
        <path d={path} />
      </pattern>
    ))}
  </defs>
)

const seatOf = (order: string) => {
  const seat = seats[order] ?? europeanSeats[order]
  return seat ? point(...seat) : null
}

interface Props {
  readonly lab: LabView
}

const Lands = ({ lab, name }: Props & { name: string }) => (
  <>
    <Graticule />
    <use href={`${world}#land`} class="shoal" />
    <use href={`${world}#land`} class="land" />
    {lab.map.territories
      .filter(({ verdict, countries }) => verdict !== 'silent' || countries.length === 1)
      .map(({ order, verdict, countries }) => (
        <g
          key={order}
          class={`territory is-${verdict}`}
          // A member state that is silent lets its union show.
          style={{ fill: verdict === 'silent' ? 'none' : `url(#${name}-${verdict})` }}
        >
          {countries.map(country => (
            <use key={country} href={`${world}#c${country}`} />
          ))}
        </g>
      ))}
  </>
)

const Clashes = ({ lab }: Props) => (
  <>
    {lab.conflicts.map(({ orders: [a, b], level }) => {
      const [from, to] = [seatOf(a), seatOf(b)]
      return from && to && <path key={`${a} ${b}`} class={`clash is-${level}`} d={journey(from, to).path} />
    })}
  </>
)

const Words = ({ lab, at, frame }: Props & { at: typeof seats; frame: Frame }) => (
  <>
    {lab.map.territories.map(({ order, verdict }) => {
      const seat = at[order]
      if (!seat) return null
      const asks = lab.map.asker === order
      const holds = lab.map.dataAt === order
      return (
        <span
          key={order}
          class={`order-name is-${verdict} ${asks || holds ? 'is-party' : ''}`}
          style={within(frame, point(...seat))}
        >
          {asks && <Icon name="scroll-text" />}
          {holds && <Icon name="server" />}
          {verdict === 'silent' ? <b>{mark(order)}</b> : <VerdictChip verdict={verdict} order={order} />}
        </span>
      )
    })}
  </>
)

/** The picture of an answer; everything in it is in the table beside it, so it is hidden from readers. */
export const LabMap = ({ lab }: Props) => {
  const view = ({ x, y, width, height }: Frame) => `${x} ${y} ${width} ${height}`
  return (
    <div class="lab-map" aria-hidden="true">
      <div class="chart lab-world">
        <svg viewBox={view(worldFrame)} preserveAspectRatio="xMidYMid slice">
          <title>The world</title>
          <Hatches name="w" scale={5} />
          <Lands lab={lab} name="w" />
          <Clashes lab={lab} />
          <rect class="lens" {...europeFrame} rx="20" />
        </svg>
        <Words lab={lab} at={seats} frame={worldFrame} />
      </div>
      <div class="chart lab-europe">
        <svg viewBox={view(europeFrame)} preserveAspectRatio="xMidYMid slice">
          <title>Europe</title>
          <Hatches name="e" scale={1.1} />
          <Lands lab={lab} name="e" />
          <Clashes lab={lab} />
        </svg>
        <Words lab={lab} at={europeanSeats} frame={europeFrame} />
      </div>
      <p class="lab-key">
        <span>
          <Icon name="scroll-text" /> asks
        </span>
        <span>
          <Icon name="server" /> the content lies here
        </span>
        <span class="key-clash is-certain">certain conflict</span>
        <span class="key-clash is-possible">possible conflict</span>
      </p>
    </div>
  )
}
