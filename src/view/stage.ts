/** The picture: where the scene stands, who is there, what lies where and what is on its way. */
import type { Day } from '../base/index.ts'
import { holdsAt, type Matter, type State } from '../game/index.ts'
import { unmarked } from '../level/index.ts'
import { bookOf } from './book.ts'
import type { PersonView, StageView } from './types.ts'
import { listed, sentence } from './words.ts'

/** Member states of the Union by ISO 3166-1 numeric id, with the days of joining and leaving that lie near the season. */
const union: readonly { readonly id: string; readonly from?: Day; readonly to?: Day }[] = [
  ...'040 056 100 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752'
    .split(' ')
    .map(id => ({ id })),
  { id: '191', from: '2013-07-01' },
  { id: '826', to: '2020-02-01' },
]

const states: Readonly<Record<string, readonly string[]>> = {
  us: ['840'],
  ie: ['372'],
  uk: ['826'],
  be: ['056'],
  de: ['276'],
  fr: ['250'],
  ch: ['756'],
  br: ['076'],
  cn: ['156'],
  ru: ['643'],
  in: ['356'],
  au: ['036'],
  ca: ['124'],
}

/** The countries an order speaks for on a day, as a map numbers them. */
export const countriesOf = (order: string, day: Day): readonly string[] =>
  order === 'eu'
    ? union.filter(({ from, to }) => (!from || from <= day) && (!to || day < to)).map(({ id }) => id)
    : (states[order] ?? [])

/** How the things on a map are called in a sentence. */
const held = { content: 'the content', metadata: 'the records', copy: 'a copy', keys: 'the keys' } as const
const moving = {
  warrant: 'A warrant',
  data: 'Data',
  request: 'A request',
  letter: 'A letter',
  brief: 'A brief',
} as const

/** Whether a site, a thing or a paper is there: without a condition it is. */
export const isOpen = (matter: Matter, state: State, condition: string | undefined) =>
  condition === undefined || holdsAt(matter, state, condition) === 'yes'

/** Arguments already put to the bench that sits now, and what the other side says. */
const pointsOf = (matter: Matter, state: State, bench: string, counsel: PersonView | null) => {
  const ours = state.made.flatMap(({ scene: id, choice }) => {
    const scene = matter.scenes.get(id)
    if (!scene || 'chance' in scene || scene.hearing?.bench !== bench) return []
    const made = scene.choices.find(each => each.id === choice)
    return made ? [{ text: unmarked(made.text), side: 'us' as const }] : []
  })
  return [...ours, ...(counsel?.says ? [{ text: counsel.says, side: 'them' as const }] : [])]
}

const describe = (view: Omit<StageView, 'describes'>): string => {
  const name = (id: string) => view.sites.find(site => site.id === id)?.name ?? id
  const places = view.sites
    .filter(site => site.holds.length > 0)
    .map(site => `${site.name} holds ${listed(site.holds.map(what => held[what]))}.`)
  const journeys = view.travels.map(({ what, from, to }) => `${moving[what]} goes from ${name(from)} to ${name(to)}.`)
  const present = view.people.map(person => `${person.name}, ${person.face}`)
  return [
    sentence(view.name),
    view.hearing ? sentence(`${view.hearing.bench.name} presides. ${view.hearing.motion}`) : '',
    present.length > 0 ? sentence(`Present: ${listed(present)}`) : '',
    ...journeys,
    ...places,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The stage for a state. At an ending, the ending's own place. */
export const stageOf = (matter: Matter, state: State): StageView => {
  const { level } = matter
  const book = bookOf(matter)
  const scene = matter.scenes.get(state.scene)!
  const ending = state.ending === null ? undefined : matter.endings.get(state.ending)
  const place = ending?.place ?? scene.place
  const people = (place.people ?? []).map(({ who, face, says }) => book.person(who, face, says))
  const someone = (id: string) => people.find(person => person.id === id) ?? book.person(id)

  const sites = level.sites
    .filter(site => isOpen(matter, state, site.if))
    .map(({ id, name, lon, lat, kind, holds }) => ({
      id,
      name,
      lon,
      lat,
      kind,
      holds: (holds ?? []).filter(thing => isOpen(matter, state, thing.if)).map(thing => thing.what),
    }))

  const last = state.made.at(-1)
  const from = last && matter.scenes.get(last.scene)
  const taken = from && 'choices' in from ? from.choices.find(choice => choice.id === last.choice) : undefined
  const onTheWay = (last?.chances ?? state.opening).map(chance => matter.scenes.get(chance.scene))
  const travels = [taken, ...onTheWay, ending ? undefined : scene]
    .flatMap(each => each?.travels ?? [])
    .filter(({ from, to }) => [from, to].every(id => sites.some(site => site.id === id)))
    .filter((one, i, all) => all.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === i)

  const sits = !ending && 'choices' in scene ? scene.hearing : undefined
  const counsel = sits?.counsel === undefined ? null : someone(sits.counsel)
  const view = {
    kind: place.kind,
    name: place.name,
    light: place.light ?? 'day',
    people,
    sites,
    travels,
    orders: level.orders.map(id => ({ id, name: book.orderName(id), countries: countriesOf(id, state.day) })),
    hearing: sits
      ? {
          motion: unmarked(sits.motion),
          bench: someone(sits.bench),
          counsel,
          points: pointsOf(matter, state, sits.bench, counsel),
        }
      : null,
  } as const
  return { ...view, describes: describe(view) }
}
