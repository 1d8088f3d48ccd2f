/**
 * The rule sets of the benchmark and what is asked of them: the law as it ships, on days and in forums of every era,
 * and a hundred made-up rules. Everything follows from a fixed seed, so that every run asks the same.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type At, assemble, type Facts, type LawFile, type Pack, type Rule, type Value } from '../../src/law/index.ts'
import { shippedLaw } from '../law/shipped.ts'

/** A rule set and what is asked of it. */
export interface RuleSet {
  readonly name: string
  readonly pack: Pack
  /** Nothing unknown: every reading is supposed, every fact known, so that two-valued libraries can answer too. */
  readonly known: readonly At[]
  /** The same, with about a third of facts and readings unknown. */
  readonly open: readonly At[]
}

type Chance = (below: number) => number

const chanceFrom = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed)
  for (let i = 0; i < 20; i++) generator.next()
  return below => (generator.next() >>> 0) % below
}
const pick = <T>(chance: Chance, all: readonly T[]): T => all[chance(all.length)]!

const anyValue = (chance: Chance, pack: Pack, path: string): Value => {
  const spec = pack.facts.get(path)!
  if (spec.type === 'bool') return chance(2) === 1
  if (spec.type === 'enum') return pick(chance, spec.values)
  if (spec.type === 'date') return pick(chance, days)
  return (spec.min ?? 0) + chance((spec.max ?? 9) - (spec.min ?? 0) + 1)
}

const days = [
  '2013-12-04',
  '2014-08-29',
  '2016-08-01',
  '2017-06-01',
  '2018-04-18',
  '2020-09-01',
  '2024-10-03',
  '2026-09-01',
]

/** Asks on random days and forums. `bases` are facts to start from; the rest, and a part of those, is drawn. */
const asks = (pack: Pack, forums: readonly string[], bases: readonly Facts[], count: number, chance: Chance) => {
  const known: At[] = []
  const open: At[] = []
  for (let n = 0; n < count; n++) {
    const base = bases.length ? pick(chance, bases) : {}
    const facts: Record<string, Value | null> = {}
    for (const path of pack.facts.keys()) {
      const given = base[path] ?? null
      facts[path] = given === null || chance(10) < 3 ? anyValue(chance, pack, path) : given
    }
    const suppose = Object.fromEntries([...pack.questions].map(([q, { readings }]) => [q, pick(chance, readings)]))
    const at: At = { facts, day: pick(chance, days), forum: pick(chance, forums), suppose }
    known.push(at)
    const hide = <T>(all: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(all).map(([k, v]) => [k, chance(3) === 0 ? null : v]))
    open.push({ ...at, facts: hide(facts), suppose: hide(suppose) })
  }
  return { known, open }
}

const cases = resolve(import.meta.dirname, '../law/cases')
const caseFacts = (): readonly Facts[] =>
  readdirSync(cases)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => (JSON.parse(readFileSync(resolve(cases, name), 'utf8')) as { facts?: Facts }).facts ?? {})

/** The law as it ships: whatever stands in `levels/law`, asked on facts near those of the lawyers' cases. */
export const shippedSet = (count: number): RuleSet => {
  const pack = assemble(shippedLaw)
  const forums = [...pack.courts.keys()]
  return {
    name: `the shipped law, ${pack.clauses.length} rules`,
    pack,
    ...asks(pack, forums, caseFacts(), count, chanceFrom(7)),
  }
}

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i)

const leaf = (chance: Chance, atoms: number): string => {
  const kind = chance(atoms ? 9 : 7)
  if (kind < 3) return `${chance(4) === 0 ? '!' : ''}flag.b${chance(12)}`
  if (kind === 3) return `place.e${chance(6)} ${pick(chance, ['==', '!='])} "${pick(chance, places)}"`
  if (kind === 4) return `place.e${chance(6)} in ["${pick(chance, places)}", "${pick(chance, places)}"]`
  if (kind === 5) return `count.n${chance(4)} ${pick(chance, ['<', '>=', '=='])} ${chance(10)}`
  if (kind === 6)
    return chance(3) === 0
      ? `reading.q${chance(2)} == "${pick(chance, ['wide', 'narrow'])}"`
      : `date.d${chance(2)} ${pick(chance, ['<', '>='])} date("${pick(chance, days)}")`
  return kind === 7 ? `contrary(p${chance(atoms)})` : `p${chance(atoms)}`
}
const places = ['us', 'ie', 'uk', 'br']

const made = (chance: Chance, atoms: number): string => {
  const parts = numbers(2 + chance(3)).map(() => leaf(chance, atoms))
  if (chance(3) === 0) return `${parts[0]} && (${parts.slice(1).join(' || ')})`
  return parts.join(' && ')
}

/** A file of made-up rules: a third conclude atoms, the rest norms; dates, courts, exceptions and superiority occur. */
export const madeUp = (rules: number): LawFile => {
  const chance = chanceFrom(11)
  const orders = ['us', 'ie', 'uk']
  const written = numbers(rules).map((i): Rule => {
    const atom = i < rules / 3 ? i % 10 : null
    const order = pick(chance, orders)
    const uses = atom ?? 10
    const act = `act-${chance(6)}`
    const modality = pick(chance, ['oblige', 'oblige', 'forbid', 'forbid', 'permit', 'excuse'])
    const from = chance(3) === 0 ? { from: pick(chance, days.slice(0, 4)) } : {}
    const to = chance(6) === 0 ? { to: pick(chance, days.slice(4)) } : {}
    return {
      id: `r${i}`,
      order,
      ...from,
      ...to,
      ...(chance(8) === 0 ? { court: pick(chance, ['high', 'low']) } : {}),
      ...(chance(12) === 0 ? { kind: 'defeater' as const } : {}),
      when: made(chance, uses),
      unless: chance(3) === 0 ? [{ when: leaf(chance, uses) }] : [],
      then:
        atom === null
          ? ({ [modality]: act } as unknown as Rule['then'])
          : { conclude: `${chance(3) === 0 && i >= 10 ? '!' : ''}p${atom}` },
      cite: [`authority-${i}`],
    }
  })
  const overrides = written.map((rule, i) =>
    written
      .slice(0, i)
      .filter(other => other.order === rule.order && chance(4) === 0)
      .map(other => other.id),
  )
  return {
    facts: {
      ...Object.fromEntries(numbers(12).map(i => [`flag.b${i}`, { type: 'bool' as const }])),
      ...Object.fromEntries(numbers(6).map(i => [`place.e${i}`, { type: 'enum' as const, values: places }])),
      ...Object.fromEntries(numbers(4).map(i => [`count.n${i}`, { type: 'int' as const, min: 0, max: 9 }])),
      ...Object.fromEntries(numbers(2).map(i => [`date.d${i}`, { type: 'date' as const }])),
    },
    questions: { q0: { readings: ['wide', 'narrow'] }, q1: { readings: ['wide', 'narrow'] } },
    courts: [{ id: 'high' }, { id: 'low', parent: 'high' }, { id: 'other', parent: 'high' }],
    rules: written.map((rule, i) => ({ ...rule, overrides: overrides[i]! })),
  }
}

/** A hundred made-up rules. */
export const madeUpSet = (count: number): RuleSet => {
  const pack = assemble([madeUp(100)])
  return { name: 'a made-up set, 100 rules', pack, ...asks(pack, ['high', 'low', 'other'], [], count, chanceFrom(13)) }
}
