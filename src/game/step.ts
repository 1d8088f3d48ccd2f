/**
 * A matter being played. Pure: no clock, no chance, no screen. `step` is the only way forward, and a play replayed
 * on its matter always ends the same way.
 *
 * A choice is followed through in this order: its acts are judged by the law before them; facts change; duties whose
 * time has come are judged by the law after them; consequence rules react; the next scene opens (chance settles on the
 * way) with its own facts, day and court; days that passed, facts that changed, breaches that began or ended are
 * reacted to there; exposure is measured last.
 */
import { daysBetween } from '../base/index.ts'
import type { FactSpec, Facts } from '../law/index.ts'
import type { ChanceScene, Choice, Scene } from '../level/index.ts'
import { alive, deeds, type Exposure, exposureReasons, exposuresOf, lasting, omissions, same } from './breach.ts'
import { draw, lastSeed, type Outcome } from './chance.ts'
import { isOpen, lawAt, type Matter, type Spot } from './matter.ts'
import { changedFacts, type Event, move, react, type Tally } from './react.ts'
import type { Breach, Chance, Cue, Decision, MeterId, Mode, State } from './state.ts'

/** A state after a choice, the cues on the way there, and how likely chance makes it (1 where there is none). */
export interface Arrival {
  readonly state: State
  readonly cues: readonly Cue[]
  readonly chance: number
}

type Writes = Readonly<Record<string, Facts[string] | { readonly add: number } | undefined>>

const bounded = (spec: FactSpec | undefined, value: number) =>
  spec?.type === 'int' ? Math.min(spec.max ?? value, Math.max(spec.min ?? value, value)) : value

/** The facts after some are set. What is unknown cannot be counted up and stays unknown. */
const write = (matter: Matter, facts: Facts, writes: Writes | undefined): Facts => {
  let now: Record<string, Facts[string]> | undefined
  for (const [path, value] of Object.entries(writes ?? {})) {
    if (value === undefined) continue
    const was = (now ?? facts)[path] ?? null
    const is =
      typeof value !== 'object' || value === null
        ? value
        : typeof was === 'number'
          ? bounded(matter.facts.get(path), was + value.add)
          : null
    if (is === was) continue
    now ??= { ...facts }
    now[path] = is
  }
  return now ?? facts
}

/** The acts a choice performs, with all they entail. */
const performed = (matter: Matter, acts: readonly string[]): readonly string[] => {
  const all = new Set(acts)
  for (const act of all) for (const more of matter.pack.acts.get(act)?.entails ?? []) all.add(more)
  return [...all]
}

const travels = (of: { readonly travels?: Choice['travels'] }): readonly Cue[] =>
  (of.travels ?? []).map(({ what, from, to }) => ({ kind: 'travelled', what, from, to }))

/** Somewhere on the way from a choice to the next one. */
interface Way extends Spot {
  readonly scene: string
  readonly ending: string | null
  readonly chances: readonly Chance[]
  readonly cues: readonly Cue[]
  readonly chance: number
}

/** Which outcomes of a chance scene to follow: the one a seed draws, or all of them. */
type Pick = (scene: ChanceScene) => readonly { readonly outcome: Outcome; readonly chance: number }[]

const target = (matter: Matter, spot: Spot, goto: Choice['goto'], from: string): string => {
  if (typeof goto === 'string') return goto
  const way = goto.find(each => isOpen(matter, spot, each.if))
  if (!way)
    throw new Error(`No way out of "${from}" in ${matter.level.id} is open; parse promises a last one without "if"`)
  return way.goto
}

/** Opens the scene or ending `to`, and settles chance until a choice or an ending stands open. */
const settle = (matter: Matter, way: Way, to: string, pick: Pick): readonly Way[] => {
  const ending = matter.endings.get(to)
  if (ending) return [{ ...way, facts: write(matter, way.facts, ending.set), day: ending.date, ending: to }]
  const scene = matter.scenes.get(to)
  if (!scene) throw new Error(`${matter.level.id} has neither a scene nor an ending "${to}"`)
  const here: Way = {
    ...way,
    scene: to,
    facts: write(matter, way.facts, scene.set),
    day: scene.date,
    forum: scene.forum ?? way.forum,
    cues: [...way.cues, ...travels(scene)],
  }
  if (!('chance' in scene)) return [here]
  if (way.chances.some(settled => settled.scene === to)) {
    const chain = [...way.chances.map(settled => settled.scene), to].join(' → ')
    throw new Error(`Chance in ${matter.level.id} leads back to itself with no choice between: ${chain}`)
  }
  return pick(scene).flatMap(({ outcome, chance }) => {
    const settled: Way = {
      ...here,
      facts: write(matter, here.facts, outcome.set),
      chances: [...here.chances, { scene: to, outcome: outcome.id }],
      chance: here.chance * chance,
    }
    return settle(matter, settled, target(matter, settled, outcome.goto, to), pick)
  })
}

const seeded =
  (seed: number, settled: readonly Chance[]): Pick =>
  scene => {
    const visit = settled.filter(chance => chance.scene === scene.id).length + 1
    return [{ outcome: draw(scene, seed, visit), chance: 1 }]
  }

const every: Pick = scene => {
  const all = scene.chance.reduce((sum, outcome) => sum + outcome.per1000, 0)
  return scene.chance.map(outcome => ({ outcome, chance: outcome.per1000 / all }))
}

/** The state in which a matter opens. The seed decides chance; without one it is 0. */
export const start = (matter: Matter, options: { readonly seed?: number; readonly mode?: Mode } = {}): State => {
  const { seed = 0, mode = 'practice' } = options
  if (!Number.isInteger(seed) || seed < 0 || seed > lastSeed)
    throw new RangeError(`A seed is a whole number from 0 to ${lastSeed}, not ${seed}`)
  const { level } = matter
  const before: Way = {
    facts: matter.initial,
    day: level.date,
    forum: level.forum ?? null,
    scene: level.start,
    ending: null,
    chances: [],
    cues: [],
    chance: 1,
  }
  const [way] = settle(matter, before, level.start, seeded(seed, []))
  const { scene, day, forum, facts, ending, chances } = way!
  const meters: Record<MeterId, number> = {}
  for (const order of level.orders) meters[`exposure.${order}`] = 0
  for (const group of level.groups) meters[`trust.${group.id}`] = group.trust
  return {
    scene,
    day,
    forum,
    facts,
    acts: [],
    due: [],
    meters: { ...meters, ...level.meters },
    breaches: [],
    opening: chances,
    made: [],
    mode,
    seed,
    ending,
  }
}

const sceneOf = (matter: Matter, state: State): Scene => {
  const scene = matter.scenes.get(state.scene)
  if (!scene) throw new Error(`${matter.level.id} has no scene "${state.scene}"`)
  return scene
}

/** The acts whose time comes in a scene. */
const askedBy = (scene: Scene): readonly string[] => ('chance' in scene ? [] : (scene.due ?? []))

/** The choices open now, in the author's order. None at an ending. */
export const options = (matter: Matter, state: State): readonly Choice[] => {
  if (state.ending !== null) return []
  const scene = sceneOf(matter, state)
  return 'chance' in scene ? [] : scene.choices.filter(choice => isOpen(matter, state, choice.if))
}

/** What is at stake now in each order, and why. */
export const exposures = (matter: Matter, state: State): readonly Exposure[] =>
  exposuresOf(matter, lawAt(matter, state), state.breaches)

const begun = (before: readonly Breach[], now: readonly Breach[]): readonly Event[] =>
  now.flatMap((breach): Event[] => {
    const old = before.find(same(breach))
    if (!old) return [{ kind: 'breach', breach, upgraded: false }]
    return old.level === 'possible' && breach.level === 'certain' ? [{ kind: 'breach', breach, upgraded: true }] : []
  })

const gone = (before: readonly Breach[], now: readonly Breach[]): readonly Breach[] =>
  before.filter(old => !now.some(same(old)))

/** What a choice does and leaves undone by the law, before anything follows from it. */
export interface Weighing {
  /** The acts it performs, with all they entail. */
  readonly acts: readonly string[]
  /** Prohibitions it breaks, by the law before it. */
  readonly did: readonly Breach[]
  /** Duties whose time has come and which it leaves undone, by the law after it. */
  readonly owed: readonly Breach[]
  /** The facts after it, on the same day before the same court. */
  readonly after: Spot
  /** Every act whose time has come. */
  readonly due: readonly string[]
}

/** Weighs one of `options` by the law, without taking it: no scene opens and no chance is settled. */
export const weigh = (matter: Matter, state: State, choiceId: string): Weighing => {
  const choice = options(matter, state).find(each => each.id === choiceId)
  if (!choice) throw new Error(`"${choiceId}" is not open in "${state.scene}" of ${matter.level.id}`)
  return weighed(matter, state, choice)
}

/** Weighs a choice of the scene by the law of the state's day, even where that law would not have left it open. */
export const weighed = (matter: Matter, state: State, choice: Choice): Weighing => {
  const { day, forum } = state
  const asked = askedBy(sceneOf(matter, state))

  // The acts, judged by the law and the facts before them.
  const acts = performed(matter, choice.acts)
  const done = [...state.acts, ...acts]
  const due = [...new Set([...state.due, ...asked])]
  const did = deeds(matter, lawAt(matter, state), acts, day)

  // The facts after them, and what was owed and left undone.
  let facts = state.facts
  for (const act of acts) facts = write(matter, facts, matter.pack.acts.get(act)?.sets)
  const after: Spot = { facts: write(matter, facts, choice.set), day, forum }
  const owed = omissions(matter, lawAt(matter, after), due, done, day)
  return { acts, did, owed, after, due }
}

/** Follows one choice to every place `pick` lets chance lead. */
const follow = (matter: Matter, state: State, choiceId: string, pick: Pick): readonly Arrival[] => {
  const { acts, did, owed, after, due } = weigh(matter, state, choiceId)
  const choice = options(matter, state).find(each => each.id === choiceId)!
  const done = [...new Set([...state.acts, ...acts])]
  const breaches = alive(state.breaches, [...did, ...owed])
  const begins = begun(state.breaches, breaches)

  const tally: Tally = { meters: { ...state.meters }, changes: [] }
  const answer = (events: readonly Event[], spot: Spot) => react(matter, tally, choiceId, events, spot)
  const manner = (which: Breach['manner']) =>
    begins.filter(event => event.kind === 'breach' && event.breach.manner === which)
  answer(
    acts.map((act): Event => ({ kind: 'act', act })),
    state,
  )
  answer(manner('did'), state)
  answer(manner('omitted'), after)
  answer(changedFacts(state.facts, after.facts), after)

  const leaving: Way = {
    ...after,
    scene: state.scene,
    ending: null,
    chances: [],
    cues: travels(choice),
    chance: 1,
  }
  return settle(matter, leaving, target(matter, after, choice.goto, choiceId), pick).map(way =>
    arrive(matter, state, choiceId, way, { acts: done, due, breaches, after, tally }),
  )
}

interface Left {
  readonly acts: readonly string[]
  readonly due: readonly string[]
  readonly breaches: readonly Breach[]
  readonly after: Spot
  readonly tally: Tally
}

/** What follows once the next scene is open: days passed, facts and duties changed there, exposure measured anew. */
const arrive = (matter: Matter, state: State, choice: string, way: Way, left: Left): Arrival => {
  const { scene, day, forum, facts, ending, chances } = way
  const { acts, due } = left
  const spot: Spot = { facts, day, forum }
  const law = lawAt(matter, spot)
  const breaches = lasting(matter, law, { before: state.breaches, left: left.breaches }, { due, acts })
  const begins = begun([...left.breaches, ...state.breaches], breaches)
  const ended = gone([...left.breaches, ...gone(state.breaches, left.breaches)], breaches)

  const tally: Tally = { meters: { ...left.tally.meters }, changes: [...left.tally.changes] }
  const answer = (events: readonly Event[], at: Spot) => react(matter, tally, choice, events, at)
  answer([{ kind: 'passed', days: daysBetween(state.day, day) }], left.after)
  answer(changedFacts(left.after.facts, facts), spot)
  answer(begins, spot)
  answer(
    ended.map((breach): Event => ({ kind: 'closed', breach })),
    spot,
  )

  for (const now of exposuresOf(matter, law, breaches)) {
    const by = now.points - state.meters[now.meter]!
    if (by === 0) continue
    const before = exposures(matter, state).find(each => each.order === now.order)!
    move(tally, choice, now.meter, by, exposureReasons(matter, before, now))
  }

  const decision: Decision = { scene: state.scene, choice, day: state.day, changes: tally.changes, chances }
  const breached = [...begun(state.breaches, left.breaches), ...begins]
  const cues: Cue[] = [
    ...way.cues,
    ...breached.flatMap((event): Cue[] =>
      event.kind === 'breach' && !event.upgraded
        ? [{ kind: 'breached', order: event.breach.order, act: event.breach.act }]
        : [],
    ),
    ...ended.map(({ order, act }): Cue => ({ kind: 'closed', order, act })),
    ...matter.meters.flatMap((meter): Cue[] => {
      const by = tally.meters[meter]! - state.meters[meter]!
      return by === 0 ? [] : [{ kind: 'moved', meter, by }]
    }),
    ...(ending === null ? [] : [{ kind: 'ended', ending } as const]),
  ]
  return {
    state: {
      ...state,
      scene,
      day,
      forum,
      facts,
      acts,
      due,
      meters: tally.meters,
      breaches,
      made: [...state.made, decision],
      ending,
    },
    cues,
    chance: way.chance,
  }
}

/** Takes one of `options`. Anything else is our own mistake, and throws. */
export const step = (
  matter: Matter,
  state: State,
  choice: string,
): { readonly state: State; readonly cues: readonly Cue[] } => {
  const settled = [...state.opening, ...state.made.flatMap(decision => decision.chances)]
  const [{ state: next, cues }] = follow(matter, state, choice, seeded(state.seed, settled)) as [Arrival]
  return { state: next, cues }
}

/** Everywhere a choice can lead, whatever the seed, with how likely chance makes each. The likelihoods add up to 1. */
export const outcomes = (matter: Matter, state: State, choice: string): readonly Arrival[] =>
  follow(matter, state, choice, every)

/** Which way a choice moves a meter; `either` where chance decides the direction. */
export interface Prediction {
  readonly meter: MeterId
  readonly way: 'up' | 'down' | 'either'
}

/** Which meters a choice will move and which way, without telling what chance has in store. */
export const preview = (matter: Matter, state: State, choice: string): readonly Prediction[] => {
  const ends = outcomes(matter, state, choice)
  return matter.meters.flatMap((meter): Prediction[] => {
    const moves = ends.map(end => end.state.meters[meter]! - state.meters[meter]!)
    const [up, down] = [moves.some(by => by > 0), moves.some(by => by < 0)]
    return up || down ? [{ meter, way: up && down ? 'either' : up ? 'up' : 'down' }] : []
  })
}
