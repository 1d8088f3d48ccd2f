/**
 * A matter made ready to play: a level, the law of its world and the consequence model, compiled once.
 * Also the one place where the law is asked: findings are remembered by the facts law can read, the day and the forum.
 */
import { type Day, finish } from '../base/index.ts'
import {
  assembling,
  type Condition,
  type Evaluation,
  evaluate,
  type FactSpec,
  type Facts,
  type LawFile,
  type Pack,
  type Tri,
  test,
  trust,
} from '../law/index.ts'
import { type Ending, flagFacts, type Level, type Scene } from '../level/index.ts'
import type { ConsequenceFile, ConsequenceRule } from './consequence.ts'
import { lawFor } from './scope.ts'
import type { MeterId } from './state.ts'

/** A level with its law, ready to play. Made by `prepare`; everything in it is read-only and shared by all plays. */
export interface Matter {
  readonly level: Level
  readonly law: readonly LawFile[]
  readonly consequences: ConsequenceFile
  readonly pack: Pack
  /** Every meter of the matter, in the order they are shown. */
  readonly meters: readonly MeterId[]
  readonly scenes: ReadonlyMap<string, Scene>
  readonly endings: ReadonlyMap<string, Ending>
  /** Law facts and flags, by path. */
  readonly facts: ReadonlyMap<string, FactSpec>
  readonly conditions: ReadonlyMap<string, Condition>
  /** The initial value of every fact and flag. */
  readonly initial: Facts
  /** Facts some rule of law reads: what a finding can depend on. */
  readonly read: readonly string[]
  readonly evaluations: Map<string, Evaluation>
}

/** Where and when the law is asked. */
export interface Spot {
  readonly facts: Facts
  readonly day: Day
  readonly forum: string | null
}

/** The initial value of a flag: false, its least number, or its first value. */
const firstValue = (flag: NonNullable<Level['flags']>[string]) =>
  flag.type === 'bool' ? false : flag.type === 'int' ? flag.min : flag.values[0]!

/** Every condition a level writes, with its place in the file. */
const written = (level: Level): readonly { text: string; path: (string | number)[] }[] => {
  const found: { text: string; path: (string | number)[] }[] = []
  const take = (text: string | undefined, ...path: (string | number)[]) => {
    if (text !== undefined) found.push({ text, path })
  }
  const ways = (goto: string | readonly { if?: string | undefined }[], ...path: (string | number)[]) => {
    if (typeof goto !== 'string') goto.forEach((way, i) => void take(way.if, ...path, 'goto', i, 'if'))
  }
  level.scenes.forEach((scene, s) => {
    if ('chance' in scene) scene.chance.forEach((outcome, i) => void ways(outcome.goto, 'scenes', s, 'chance', i))
    else
      scene.choices.forEach((choice, i) => {
        take(choice.if, 'scenes', s, 'choices', i, 'if')
        ways(choice.goto, 'scenes', s, 'choices', i)
      })
  })
  level.sites.forEach((site, s) => {
    take(site.if, 'sites', s, 'if')
    site.holds?.forEach((thing, i) => void take(thing.if, 'sites', s, 'holds', i, 'if'))
  })
  level.documents.forEach((document, d) => void take(document.if, 'documents', d, 'if'))
  return found
}

const factsRead = (pack: Pack): readonly string[] => {
  const names = new Set(
    pack.clauses.flatMap(({ when, unless, sanctions }) =>
      [when, ...unless, ...sanctions].flatMap(each => each?.names ?? []),
    ),
  )
  return [...pack.facts.keys()].filter(path => names.has(path))
}

/** Every condition of level and consequences, once each, with where it stands. */
export const conditionsOf = (
  level: Level,
  consequences: ConsequenceFile,
): ReadonlyMap<string, { readonly file?: string; readonly path: readonly (string | number)[] }> => {
  const found = new Map<string, { file?: string; path: (string | number)[] }>()
  for (const { text, path } of written(level)) if (!found.has(text)) found.set(text, { path })
  consequences.rules.forEach(({ when }, i) => {
    if (when !== undefined && !found.has(when))
      found.set(when, { file: 'consequences.json', path: ['rules', i, 'when'] })
  })
  return found
}

/** A matter out of parts that are known to fit. */
export const matterOf = (
  level: Level,
  law: readonly LawFile[],
  consequences: ConsequenceFile,
  pack: Pack,
  conditions: ReadonlyMap<string, Condition>,
): Matter => {
  const flags = flagFacts(level)
  const initial: Record<string, Facts[string]> = { ...level.facts }
  for (const [name, flag] of Object.entries(level.flags ?? {})) initial[`flag.${name}`] = firstValue(flag)
  return {
    level,
    law,
    consequences,
    pack,
    meters: [
      ...level.orders.map(order => `exposure.${order}`),
      ...level.groups.map(group => `trust.${group.id}`),
      'justice',
      'treasury',
      'standing',
    ],
    scenes: new Map(level.scenes.map(scene => [scene.id, scene])),
    endings: new Map(level.endings.map(ending => [ending.id, ending])),
    facts: new Map([...pack.facts, ...Object.entries(flags)]),
    conditions,
    initial,
    read: factsRead(pack),
    evaluations: new Map(),
  }
}

/**
 * A matter out of a level, law and consequences that `prepare` has accepted before, as a build does: nothing is checked
 * again, and no message for what could be wrong is carried along. Throws on what `prepare` refuses. It goes step by
 * step: a page stays answerable in between.
 */
export function* preparing(
  level: Level,
  files: readonly LawFile[],
  consequences: ConsequenceFile,
): Generator<undefined, Matter> {
  const texts = [...conditionsOf(level, consequences).keys()]
  const law = lawFor(level, files, texts)
  const pack = yield* assembling(law)
  yield
  const flags = flagFacts(level)
  const conditions = new Map<string, Condition>()
  for (const text of texts) {
    conditions.set(text, trust(pack, text, flags))
    yield
  }
  return matterOf(level, law, consequences, pack, conditions)
}

/** The same, at once. */
export const trusted = (level: Level, law: readonly LawFile[], consequences: ConsequenceFile): Matter =>
  finish(preparing(level, law, consequences))

/** Findings kept at once; a search through a whole matter must not fill the machine. */
const mostEvaluations = 4096

const laws = new WeakMap<Spot, Evaluation>()
const whole = new WeakMap<Spot, Evaluation>()

/**
 * What the law says there and then. Asked once for the same day, forum and facts that some rule reads, so it must not
 * be asked about flags; `evaluationAt` may be.
 */
export const lawAt = (matter: Matter, spot: Spot): Evaluation => {
  const known = laws.get(spot)
  if (known) return known
  const { facts, day, forum } = spot
  const key = `${day}|${forum}|${matter.read.map(path => facts[path] ?? '').join('|')}`
  let found = matter.evaluations.get(key)
  if (!found) {
    if (matter.evaluations.size >= mostEvaluations) matter.evaluations.clear()
    found = evaluate(matter.pack, { facts, day, forum })
    matter.evaluations.set(key, found)
  }
  laws.set(spot, found)
  return found
}

/** What the law says in a state, ready for every question about it: findings, reasons, conditions over facts and flags. */
export const evaluationAt = (matter: Matter, spot: Spot): Evaluation => {
  let found = whole.get(spot)
  if (!found) {
    const { facts, day, forum } = spot
    found = evaluate(matter.pack, { facts, day, forum })
    whole.set(spot, found)
  }
  return found
}

/** Whether a condition written in the level or the consequence model holds there and then. */
export const holdsAt = (matter: Matter, spot: Spot, text: string): Tri => {
  const compiled = matter.conditions.get(text)
  if (!compiled) throw new Error(`"${text}" is no condition of ${matter.level.id}, so it was never compiled`)
  return test(compiled, lawAt(matter, spot), spot.facts)
}

/** True when there is no condition, or it holds for certain. */
export const isOpen = (matter: Matter, spot: Spot, text: string | undefined): boolean =>
  text === undefined || holdsAt(matter, spot, text) === 'yes'

/** Customer groups a consequence rule speaks of, as meter ids; other meters are themselves. */
export const metersOf = (matter: Matter, rule: ConsequenceRule): readonly MeterId[] =>
  rule.meter !== 'trust'
    ? [rule.meter]
    : matter.level.groups
        .filter(
          group =>
            (rule.of?.region === undefined || rule.of.region === group.region) &&
            (rule.of?.kind === undefined || rule.of.kind === group.kind),
        )
        .map(group => `trust.${group.id}`)
