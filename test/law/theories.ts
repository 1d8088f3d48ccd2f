/**
 * Random law, for properties: conditions as trees (so that a reference can judge them without our parser), rules with
 * exceptions, defeaters, dates, courts and superiority, contested questions with holdings, two legal orders.
 */
import fc from 'fast-check'
import type { ActSpec, Court, FactSpec, Facts, Head, Holding, LawFile, Rule, Value } from '../../src/law/index.ts'

/** A condition as a tree. */
export type Tree =
  | { readonly is: 'and' | 'or'; readonly parts: readonly Tree[] }
  | { readonly is: 'not'; readonly part: Tree }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'fact'; readonly path: string }
  | { readonly is: 'compare'; readonly op: string; readonly left: Term; readonly right: Term }
  | { readonly is: 'in'; readonly left: Term; readonly list: readonly Term[] }
  | { readonly is: 'atom'; readonly name: string }
  | { readonly is: 'contrary'; readonly name: string }
/** A value in a condition: a fact, a reading, a literal, a sum. */
export type Term =
  | { readonly is: 'path'; readonly path: string }
  | { readonly is: 'literal'; readonly value: Value; readonly date?: boolean }
  | { readonly is: 'sum'; readonly op: '+' | '-'; readonly left: Term; readonly right: Term }

export const facts: Readonly<Record<string, FactSpec>> = {
  'data.copy': { type: 'bool' },
  'data.keys': { type: 'bool' },
  'demand.served': { type: 'bool' },
  'demand.count': { type: 'int', min: 0, max: 4 },
  'demand.other': { type: 'int', min: -2, max: 2 },
  'demand.day': { type: 'date' },
  'data.at': { type: 'enum', values: ['us', 'ie', 'uk'] },
  'data.backup': { type: 'enum', values: ['us', 'ie', 'uk'] },
}
export const questions = { reach: { readings: ['control', 'location'] }, duty: { readings: ['owed', 'free'] } }
export const courts: readonly Court[] = [
  { id: 'high' },
  { id: 'circuit', parent: 'high' },
  { id: 'district', parent: 'circuit' },
  { id: 'other', parent: 'high' },
]
export const days = ['2013-12-04', '2014-07-31', '2016-07-14', '2018-03-23', '2018-05-25'] as const
/** Acts of which one is part of another, and some rule each other out. */
export const acts: readonly ActSpec[] = [
  { id: 'disclose-content', gloss: 'disclose', definition: '', excludes: ['delete-content'] },
  { id: 'disclose-everything', gloss: 'disclose all', definition: '', entails: ['disclose-content'] },
  { id: 'preserve', gloss: 'preserve', definition: '' },
  { id: 'delete-content', gloss: 'delete', definition: '', excludes: ['preserve'] },
]
const actIds = acts.map(a => a.id)
const spans = ['8 hours', '1 day', '10 days', '30 days'] as const
const orders = ['us', 'ie'] as const

const bools = ['data.copy', 'data.keys', 'demand.served']
const path = (p: string): Term => ({ is: 'path', path: p })
const literal = (value: Value): Term => ({ is: 'literal', value })
const word = fc.constantFrom('us', 'ie', 'uk').map(literal)
const day = fc.constantFrom(...days).map((value): Term => ({ is: 'literal', value, date: true }))
const whole = fc.integer({ min: 0, max: 4 }).map(literal)
const number: fc.Arbitrary<Term> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('demand.count', 'demand.other').map(path) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('+', '-'),
        fc.constant(path('demand.count')),
        fc.oneof(whole, fc.constant(path('demand.other'))),
      )
      .map(([op, left, right]): Term => ({ is: 'sum', op: op as '+' | '-', left, right })),
  },
)
const place = fc.constantFrom('data.at', 'data.backup').map(path)
const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const same = fc.constantFrom('==', '!=')
const compare = (op: fc.Arbitrary<string>, left: fc.Arbitrary<Term>, right: fc.Arbitrary<Term>): fc.Arbitrary<Tree> =>
  fc.record({ is: fc.constant('compare' as const), op, left, right })
// Literals beside a plain path stay within its domain, as the language demands; sums may be compared with anything.
const near = compare(order, fc.constant(path('demand.other')), fc.integer({ min: -2, max: 2 }).map(literal))
const far = compare(order, fc.constant(path('demand.count')), whole)
const sums = compare(
  order,
  number.filter(t => t.is === 'sum'),
  fc.integer({ min: -3, max: 7 }).map(literal),
)

const leaf = (atoms: readonly string[], readings: boolean): fc.Arbitrary<Tree> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...bools).map((p): Tree => ({ is: 'fact', path: p })) },
    { weight: 2, arbitrary: compare(same, place, word) },
    { weight: 1, arbitrary: compare(same, place, place) },
    { weight: 1, arbitrary: compare(same, fc.constantFrom(...bools).map(path), fc.boolean().map(literal)) },
    { weight: 1, arbitrary: near },
    { weight: 1, arbitrary: far },
    { weight: 1, arbitrary: sums },
    { weight: 1, arbitrary: compare(order, number, number) },
    { weight: 1, arbitrary: compare(order, fc.constant(path('demand.day')), day) },
    {
      weight: 1,
      arbitrary: fc
        .array(word, { minLength: 0, maxLength: 3 })
        .chain(list => place.map((left): Tree => ({ is: 'in', left, list }))),
    },
    { weight: 1, arbitrary: fc.boolean().map((value): Tree => ({ is: 'bool', value })) },
    ...(readings
      ? [
          {
            weight: 2,
            arbitrary: compare(
              same,
              fc.constant(path('reading.reach')),
              fc.constantFrom('control', 'location').map(literal),
            ),
          },
          {
            weight: 1,
            arbitrary: compare(same, fc.constant(path('reading.duty')), fc.constantFrom('owed', 'free').map(literal)),
          },
        ]
      : []),
    ...(atoms.length
      ? [
          { weight: 4, arbitrary: fc.constantFrom(...atoms).map((name): Tree => ({ is: 'atom', name })) },
          { weight: 2, arbitrary: fc.constantFrom(...atoms).map((name): Tree => ({ is: 'contrary', name })) },
        ]
      : []),
  )

/** A condition over the facts, the given atoms and, if wanted, the readings. */
export const trees = (atoms: readonly string[] = [], readings = true, depth = 3): fc.Arbitrary<Tree> => {
  const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
    tree: fc.oneof(
      { maxDepth: depth, depthSize: 'small' },
      leaf(atoms, readings),
      fc.record({
        is: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ is: fc.constant('not' as const), part: tie('tree') }),
    ),
  }))
  return tree
}

const term = (t: Term): string => {
  if (t.is === 'path') return t.path
  if (t.is === 'sum') return `${term(t.left)} ${t.op} ${term(t.right)}`
  if (t.date) return `date("${t.value}")`
  return typeof t.value === 'string' ? `'${t.value}'` : String(t.value)
}

/** Writes a tree in the condition language. */
export const print = (t: Tree): string => {
  switch (t.is) {
    case 'and':
      return t.parts.map(p => (p.is === 'or' ? `(${print(p)})` : print(p))).join(' && ')
    case 'or':
      return t.parts.map(print).join(' || ')
    case 'not':
      return t.part.is === 'fact' || t.part.is === 'atom' ? `!${print(t.part)}` : `!(${print(t.part)})`
    case 'bool':
      return String(t.value)
    case 'fact':
      return t.path
    case 'atom':
      return t.name
    case 'contrary':
      return `contrary(${t.name})`
    case 'compare':
      return `${term(t.left)} ${t.op} ${term(t.right)}`
    case 'in':
      return `${term(t.left)} in [${t.list.map(term).join(', ')}]`
  }
}

/** A rule with its conditions as trees. */
export interface Planned {
  readonly rule: Rule
  readonly when: Tree
  readonly unless: readonly Tree[]
}

export interface Theory {
  readonly rules: readonly Planned[]
  readonly holdings: readonly Holding[]
}

/** A theory as one law file. */
export const fileOf = ({ rules, holdings }: Theory): LawFile => ({
  facts,
  questions,
  courts,
  acts,
  holdings,
  rules: rules.map(p => p.rule),
})

const span = fc
  .tuple(fc.option(fc.nat(days.length - 1), { freq: 3 }), fc.option(fc.nat(days.length - 1), { freq: 3 }))
  .map(([a, b]) => ({
    ...(a === null ? {} : { from: days[a]! }),
    ...(b === null || (a !== null && b <= a) ? {} : { to: days[b]! }),
  }))

const atomNames = ['p', 'q', 'r'] as const

interface Body {
  readonly then: Head
  readonly order: 'us' | 'ie'
  readonly court: string | null
  readonly span: { from?: string; to?: string }
  readonly defeater: boolean
  readonly when: Tree
  readonly unless: readonly Tree[]
  readonly beats: readonly number[]
  readonly rank: number
  /** Places in `spans`: by when a duty is due, how long it lasts. */
  readonly due: number | null
  readonly end: number | null
}

/** A rule whose conditions may use the given atoms. */
const body = (then: fc.Arbitrary<Head>, atoms: readonly string[]): fc.Arbitrary<Body> =>
  fc.record({
    then,
    order: fc.constantFrom(...orders),
    court: fc.option(fc.constantFrom(...courts.map(c => c.id)), { freq: 4 }),
    span,
    defeater: fc.nat(5).map(n => n === 0),
    when: trees(atoms, true, 2),
    unless: fc.array(trees(atoms, true, 1), { maxLength: 2 }),
    beats: fc.array(fc.nat(13), { maxLength: 4 }),
    rank: fc.nat(1000),
    due: fc.option(fc.nat(spans.length - 1), { freq: 2 }),
    end: fc.option(fc.nat(spans.length - 1), { freq: 2 }),
  })

/** An atom may rest only on those before it, a norm on all. */
const bodies = fc.oneof(
  ...atomNames.map((name, level) => ({
    weight: 1,
    arbitrary: body(
      fc.boolean().map(contrary => ({ conclude: `${contrary ? '!' : ''}${name}` })),
      atomNames.slice(0, level),
    ),
  })),
  {
    weight: 5,
    arbitrary: body(
      fc
        .tuple(fc.constantFrom('oblige', 'forbid', 'permit', 'excuse'), fc.constantFrom(...actIds))
        .map(([modality, act]) => ({ [modality]: act }) as unknown as Head),
      atomNames,
    ),
  },
)

/** Deadlines where they mean something: due only what must be done, over only what binds, and not before it is due. */
const timed = ({ then, defeater, due, end }: Body): Pick<Rule, 'within' | 'until'> => {
  const must = 'oblige' in then && !defeater
  const binds = must || ('forbid' in then && !defeater)
  return {
    ...(must && due !== null ? { within: spans[due]! } : {}),
    ...(binds && end !== null && !(must && due !== null && end <= due) ? { until: spans[end]! } : {}),
  }
}

/** Superiority only inside one order and only of higher rank over lower, so never in a circle. */
const planned = (all: readonly Body[]): readonly Planned[] =>
  all.map(({ then, order, court, span, defeater, when, unless, beats, rank, due, end }, i) => ({
    when,
    unless,
    rule: {
      id: `r${i}`,
      order,
      ...(court === null ? {} : { court }),
      ...span,
      ...(defeater ? { kind: 'defeater' as const } : {}),
      when: print(when),
      unless: unless.map(u => ({ when: print(u) })),
      then,
      ...timed({ then, order, court, span, defeater, when, unless, beats, rank, due, end }),
      overrides: [...new Set(beats)].filter(j => all[j]?.order === order && all[j].rank < rank).map(j => `r${j}`),
    },
  }))

/** One plain rule for each atom, so that every atom is concluded by something. */
const plain: readonly Planned[] = atomNames.map((name, i) => {
  const when: Tree = { is: 'fact', path: bools[i]! }
  return { when, unless: [], rule: { id: `plain-${name}`, order: 'us', when: print(when), then: { conclude: name } } }
})

const ruleLists = fc.array(bodies, { minLength: 1, maxLength: 14 }).map(all => [...planned(all), ...plain])

const holdings = fc.array(
  fc
    .record({
      which: fc.constantFrom(['reach', 'control'], ['reach', 'location'], ['duty', 'owed'], ['duty', 'free']),
      court: fc.constantFrom(...courts.map(c => c.id)),
      span,
    })
    .map(
      ({ which: [question, reading], court, span }): Holding => ({
        question: question!,
        reading: reading!,
        court,
        ...span,
      }),
    ),
  { maxLength: 5 },
)

export const theories: fc.Arbitrary<Theory> = fc.record({ rules: ruleLists, holdings })

/** Many rules of one order in one or two issues, on plain facts, with much superiority: teams, ties and defeaters. */
export const crowds: fc.Arbitrary<Theory> = fc.record({
  rules: fc
    .array(
      fc.record({
        then: fc.oneof(
          fc.constantFrom<Head>({ conclude: 'p' }, { conclude: '!p' }),
          fc.constantFrom<Head>({ oblige: 'preserve' }, { forbid: 'preserve' }),
          fc.constantFrom<Head>({ permit: 'preserve' }, { excuse: 'preserve' }),
        ),
        order: fc.constant('us' as const),
        court: fc.constant(null),
        span: fc.constant({}),
        defeater: fc.nat(7).map(n => n === 0),
        when: fc.oneof(
          fc.constantFrom(...bools).map((p): Tree => ({ is: 'fact', path: p })),
          fc.constant<Tree>({ is: 'bool', value: true }),
        ),
        unless: fc.constant([]),
        beats: fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }),
        rank: fc.nat(1000),
        due: fc.constant(null),
        end: fc.constant(null),
      }),
      { minLength: 4, maxLength: 9 },
    )
    .map(all => [...planned(all), ...plain]),
  holdings: fc.constant([]),
})

/** Duties and prohibitions of two orders on plain facts, with deadlines: conflicts of laws of every kind. */
export const duels: fc.Arbitrary<Theory> = fc.record({
  rules: fc
    .array(
      fc.record({
        then: fc
          .tuple(fc.constantFrom('oblige', 'oblige', 'forbid'), fc.constantFrom(...actIds))
          .map(([modality, act]) => ({ [modality]: act }) as unknown as Head),
        order: fc.constantFrom(...orders),
        court: fc.constant(null),
        span: fc.constant({}),
        defeater: fc.nat(9).map(n => n === 0),
        when: fc.oneof(
          fc.constantFrom(...bools).map((p): Tree => ({ is: 'fact', path: p })),
          fc.constant<Tree>({ is: 'bool', value: true }),
        ),
        unless: fc.constant([]),
        beats: fc.array(fc.nat(8), { maxLength: 4 }),
        rank: fc.nat(1000),
        due: fc.option(fc.nat(spans.length - 1), { freq: 4 }),
        end: fc.option(fc.nat(spans.length - 1), { freq: 4 }),
      }),
      { minLength: 2, maxLength: 9 },
    )
    .map(all => [...planned(all), ...plain]),
  holdings: fc.constant([]),
})

const anyOf = (spec: FactSpec): fc.Arbitrary<Value> => {
  if (spec.type === 'bool') return fc.boolean()
  if (spec.type === 'enum') return fc.constantFrom(...spec.values)
  if (spec.type === 'date') return fc.constantFrom(...days)
  return fc.integer({ min: spec.min!, max: spec.max! })
}

/** Facts, some of them unknown: null or missing. */
export const someFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(Object.entries(facts).map(([p, spec]) => [p, fc.option(anyOf(spec), { freq: 2 })])),
  { requiredKeys: [] },
) as fc.Arbitrary<Facts>

/** Facts, all of them known. */
export const allFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(Object.entries(facts).map(([p, spec]) => [p, anyOf(spec)])),
)

export const spots = fc.record({
  day: fc.constantFrom(...days, '2013-12-03', '2018-05-26'),
  forum: fc.option(fc.constantFrom(...courts.map(c => c.id)), { freq: 4 }),
})
