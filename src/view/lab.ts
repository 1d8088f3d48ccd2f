/** The conflict lab: one act, asked of every legal order on a day, before a court, on facts of which some may be unknown. */
import { writeDay } from '../base/index.ts'
import {
  breachesOf,
  compare,
  type Evaluation,
  evaluate,
  exposure,
  exposures,
  type FactSpec,
  reachOf,
  valueWords,
} from '../law/index.ts'
import { ask, firstDay, type Lab, lastDay, monthOf, placeOf, writeValue } from './labstate.ts'
import { conflictView, findingOf, gravity } from './law.ts'
import type { CostLine, FactGroup, FactView, LabState, LabView, OrderAnswer, StripView } from './lawroom.ts'
import { presets } from './presets.ts'
import { countriesOf } from './stage.ts'
import { stripOf } from './strip.ts'
import { turningsOf, waysOf } from './turnings.ts'
import type { Verdict } from './types.ts'
import { cost, listed, sentence } from './words.ts'

const groupsOf: readonly (readonly [id: string, title: string, prefixes: readonly string[]])[] = [
  ['demand', 'The demand', ['demand']],
  ['data', 'The data and its keys', ['data', 'keys', 'transfer']],
  ['provider', 'The provider', ['provider']],
  ['person', 'The account holder', ['person']],
  ['procedure', 'The procedure so far', ['procedure']],
  ['world', 'The world around it', []],
]

const groupOf = (path: string): string => {
  const prefix = path.slice(0, path.indexOf('.'))
  return groupsOf.find(([, , prefixes]) => prefixes.includes(prefix))?.[0] ?? 'world'
}

const factView = (path: string, spec: FactSpec, state: LabState, matters: boolean): FactView => {
  const values = spec.type === 'bool' ? [true, false] : spec.type === 'enum' ? spec.values : ([] as readonly string[])
  return {
    path,
    gloss: sentence(spec.gloss ?? path).slice(0, -1),
    kind: spec.type === 'int' ? 'number' : spec.type === 'date' ? 'date' : 'choice',
    options: [
      ...values.map(value => ({ value: writeValue(value), text: valueWords(spec, value) })),
      { value: '', text: 'not known' },
    ],
    value: writeValue(state.facts[path] ?? null),
    ...(spec.type === 'int' && spec.min !== undefined ? { min: spec.min } : {}),
    ...(spec.type === 'int' && spec.max !== undefined ? { max: spec.max } : {}),
    matters,
  }
}

const factGroups = ({ pack }: Lab, state: LabState, law: Evaluation, speaking: readonly string[]): FactGroup[] => {
  const reach = speaking.map(order => reachOf(law, order, state.act))
  const facts = new Set(reach.flatMap(each => each.facts))
  const questions = new Set(reach.flatMap(each => each.questions))
  const all = [...pack.facts].map(([path, spec]) => factView(path, spec, state, facts.has(path)))
  const readings = [...pack.questions].map(([id, question]): FactView => {
    const held = evaluate(pack, { ...law.at, suppose: {} }).readings[id]
    const name = (reading: string) => reading.replaceAll('-', ' ')
    return {
      path: `reading.${id}`,
      gloss: question.asks ?? id,
      kind: 'choice',
      options: [
        { value: '', text: held ? `as held: “${name(held)}”` : 'open: no court here has said' },
        ...question.readings.map(reading => ({ value: reading, text: `suppose “${name(reading)}”` })),
      ],
      value: state.suppose[id] ?? '',
      matters: questions.has(id),
    }
  })
  const told = (of: readonly FactView[], word: string) =>
    `${of.filter(f => f.value !== '').length} of ${of.length} ${word}`
  return [
    ...groupsOf.map(([id, title]) => {
      const own = all.filter(({ path }) => groupOf(path) === id)
      return { id, title, facts: own, summary: told(own, 'known') }
    }),
    { id: 'questions', title: 'Open questions of law', facts: readings, summary: told(readings, 'supposed') },
  ].filter(group => group.facts.length > 0)
}

const costLines = ({ book }: Lab, law: Evaluation, act: string, done: boolean): readonly CostLine[] =>
  breachesOf(law, done ? [act] : [])
    .filter(breach => (done ? breach.manner === 'did' : breach.act === act))
    .flatMap(breach => {
      const found = exposure(law, breach)
      const texts = found.length > 0 ? found.map(cost) : ['a breach for which no sanction is stated']
      return texts.map(text => ({
        order: breach.order,
        name: book.orderName(breach.order),
        text: sentence(text),
        level: breach.level,
      }))
    })

const weighed = (law: Evaluation, act: string, done: readonly CostLine[], left: readonly CostLine[]): string => {
  if (done.length === 0 && left.length === 0) return 'Neither doing it nor leaving it undone breaks a rule here.'
  if (left.length === 0) return 'Only to do it breaks a rule here.'
  if (done.length === 0) return 'Only to leave it undone breaks a rule here.'
  const { dominances } = compare(law, [
    { id: 'done', acts: [act] },
    { id: 'left', acts: [] },
  ])
  const better = dominances[0]?.better
  if (better === 'done') return 'To do it is nowhere dearer than to leave it undone, and somewhere cheaper.'
  if (better === 'left') return 'To leave it undone is nowhere dearer than to do it, and somewhere cheaper.'
  return 'Neither is cheaper in everything: what one saves in one order it may cost in another, and the kinds of cost cannot be added up.'
}

/** "the United States", "Ireland": an order as it stands in a sentence. */
const inWords = (name: string): string => (/^(United|European)/.test(name) ? `the ${name}` : name)

const verbOf: Readonly<Record<Verdict, string>> = {
  obliges: 'obliges you',
  forbids: 'forbids it',
  permits: 'permits it',
  excuses: 'leaves you free',
  contested: 'is contested',
  silent: 'says nothing',
}

const verbsOf: Readonly<Record<Verdict, string>> = {
  obliges: 'oblige you',
  forbids: 'forbid it',
  contested: 'contested',
  permits: 'permit it',
  excuses: 'leave you free',
  silent: 'silent',
}

const inShort = (orders: readonly OrderAnswer[], conflicts: LabView['conflicts']): string => {
  const parts = gravity
    .filter(verdict => verdict !== 'silent')
    .flatMap(verdict => {
      const names = orders.filter(order => order.verdict === verdict).map(order => inWords(order.name))
      if (names.length === 0) return []
      if (verdict === 'contested') return [`it is contested in ${listed(names)}`]
      return [`${listed(names)} ${names.length === 1 ? verbOf[verdict] : verbsOf[verdict]}`]
    })
  const certain = conflicts.filter(({ level }) => level === 'certain').length
  const possible = conflicts.length - certain
  const count = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word} conflict${n === 1 ? '' : 's'} of laws`])
  const clash = listed([...count(certain, 'certain'), ...count(possible, 'possible')])
  return [
    parts.length > 0 ? sentence(parts.join('; ')) : 'No order has a rule on this.',
    clash ? sentence(clash) : 'No conflict of laws.',
  ].join(' ')
}

const answersOf = (lab: Lab, state: LabState, law: Evaluation): readonly OrderAnswer[] => {
  const { act } = state
  const { book } = lab
  const conflicts = law.conflicts().filter(conflict => conflict.acts.includes(act))
  const answers = lab.orders.map((id): OrderAnswer => {
    const finding = findingOf(book, law, id, act)
    const verdict = finding?.verdict ?? 'silent'
    const norms = law.norms().filter(norm => norm.order === id && norm.act === act)
    let turns: OrderAnswer['turns'] | undefined
    let ways: OrderAnswer['ways'] | undefined
    return {
      id,
      name: book.orderName(id),
      verdict,
      text: finding?.text ?? `${sentence(book.lawOf(id)).slice(0, -1)} has no rule on it.`,
      against: conflicts
        .filter(conflict => conflict.orders.includes(id))
        .map(({ orders: [a, b], level }) => {
          const other = a === id ? b : a
          return { id: other, name: book.orderName(other), level }
        }),
      exposure: [
        ...new Set(
          exposures(
            law,
            norms.flatMap(({ order, modality, holds, rules }) =>
              modality === 'oblige' || modality === 'forbid'
                ? [
                    {
                      order,
                      act,
                      manner: modality === 'forbid' ? ('did' as const) : ('omitted' as const),
                      level: holds === 'yes' ? ('certain' as const) : ('possible' as const),
                      rules,
                    },
                  ]
                : [],
            ),
          ).map(each => sentence(cost(each))),
        ),
      ],
      sources: book.cite(norms.flatMap(norm => norm.authorities)),
      finding,
      get turns() {
        turns ??= turningsOf(lab, state, id)
        return turns
      },
      get ways() {
        ways ??= waysOf(lab, state, id)
        return ways
      },
    }
  })
  // Who speaks comes first, the gravest before the rest.
  return [...answers].sort((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict))
}

const mapOf = ({ pack }: Lab, state: LabState, orders: readonly OrderAnswer[]): LabView['map'] => {
  const word = (path: string) => {
    const value = state.facts[path]
    return typeof value === 'string' ? value : null
  }
  const territories = orders.map(({ id, name, verdict }) => ({
    order: id,
    name,
    verdict,
    countries: countriesOf(id, state.day),
  }))
  const asker = word('demand.asker')
  return {
    asker: asker !== null && pack.orders.has(asker) ? asker : null,
    dataAt: word('data.contentAt'),
    // The widest first, so that a member state is drawn over its union; a silent one lets the union show.
    territories: territories.sort((a, b) => b.countries.length - a.countries.length),
  }
}

const forumsOf = ({ pack, orders, book }: Lab): LabView['forums'] =>
  orders.flatMap(order => {
    const courts = [...pack.courts.values()].filter(court => court.order === order)
    return courts.length === 0
      ? []
      : [{ order: book.orderName(order), courts: courts.map(({ id, name }) => ({ id, name: name ?? id })) }]
  })

const strips = new WeakMap<Lab, { key: string; strip: StripView }>()

/** The strip does not hang on the day: while only the day is dragged it is drawn once. */
const stripFor = (lab: Lab, state: LabState): StripView => {
  const key = JSON.stringify([state.forum, state.act, state.facts, state.suppose])
  const known = strips.get(lab)
  if (known?.key === key) return known.strip
  const strip = stripOf(lab, state)
  strips.set(lab, { key, strip })
  return strip
}

const presetOf = (state: LabState): string =>
  presets.find(
    preset =>
      preset.day === state.day &&
      preset.forum === state.forum &&
      preset.act === state.act &&
      Object.keys(state.suppose).length === 0 &&
      Object.entries({ ...state.facts, ...preset.facts }).every(
        ([path]) => (state.facts[path] ?? null) === (preset.facts[path] ?? null),
      ),
  )?.id ?? ''

/** What the lab shows in a state. Reasons, turnings and the strip are worked out when they are read. */
export const labView = (lab: Lab, state: LabState): LabView => {
  const law = ask(lab, state)
  const { pack, book } = lab
  const { act, day } = state
  const orders = answersOf(lab, state, law)
  const conflicts = law
    .conflicts()
    .filter(conflict => conflict.acts.includes(act))
    .map(conflict => {
      const { text, level } = conflictView(book, law, conflict)
      return {
        orders: conflict.orders,
        text,
        level,
        get dissolve() {
          return conflictView(book, law, conflict).dissolve
        },
      }
    })
  const speaking = lab.orders.filter(order => pack.subjects.some(s => s.order === order && s.act === act))
  const done = costLines(lab, law, act, true)
  const left = costLines(lab, law, act, false)
  let groups: readonly FactGroup[] | undefined
  return {
    day,
    dayText: writeDay(day),
    first: firstDay,
    last: lastDay,
    month: monthOf(day),
    months: monthOf(lastDay),
    now: placeOf(day),
    forum: state.forum ?? '',
    forums: forumsOf(lab),
    act: { id: act, text: book.act(act), definition: pack.acts.get(act)?.definition ?? '' },
    acts: lab.acts.map(id => ({ id, text: book.act(id) })),
    presets: presets.map(({ id, title, about }) => ({ id, title, about })),
    preset: presetOf(state),
    get groups() {
      groups ??= factGroups(lab, state, law, speaking)
      return groups
    },
    orders,
    conflicts,
    done,
    left,
    weighed: weighed(law, act, done, left),
    map: mapOf(lab, state, orders),
    get strip() {
      return stripFor(lab, state)
    },
    inShort: inShort(orders, conflicts),
  }
}

/** What a change did to what the orders say, sentence by sentence. */
export const changesOf = (lab: Lab, was: LabView, is: LabView): readonly string[] => {
  const said: string[] = []
  if (was.act.id !== is.act.id) said.push(sentence(`The question is now whether to ${is.act.text}`))
  const turned: string[] = []
  for (const { id, name, verdict } of is.orders) {
    const old = was.orders.find(order => order.id === id)!.verdict
    if (old === verdict) continue
    said.push(sentence(`${inWords(name)} now ${verbOf[verdict]} (before: ${old})`))
    turned.push(id)
  }
  const key = (orders: readonly string[]) => orders.join(' ')
  const names = (orders: readonly string[]) => listed(orders.map(order => inWords(lab.book.orderName(order))))
  for (const { orders, level } of is.conflicts) {
    const old = was.conflicts.find(other => key(other.orders) === key(orders))
    if (!old) said.push(sentence(`${names(orders)} are now in ${level} conflict`))
    else if (old.level !== level) said.push(`The conflict of ${names(orders)} is now ${level}.`)
  }
  for (const { orders } of was.conflicts)
    if (!is.conflicts.some(other => key(other.orders) === key(orders)))
      said.push(`The conflict of ${names(orders)} is gone.`)
  if (said.length === 0) return ['Nothing changes in what any order says of it.']
  const grounds = (view: LabView) => view.orders.filter(o => turned.includes(o.id)).flatMap(o => o.sources)
  const old = new Set(grounds(was).map(({ id }) => id))
  const fresh = [...new Map(grounds(is).map(source => [source.id, source.citation])).entries()].filter(
    ([id]) => !old.has(id),
  )
  if (fresh.length > 0) {
    const told = fresh.slice(0, 3).map(([, text]) => text.replace(/\.$/, ''))
    said.push(`${fresh.length === 1 ? 'The new ground' : 'New grounds'}: ${told.join('; ')}.`)
  }
  return said
}
