/** Several law files as one: their declarations merged, and the place of each remembered. */
import type { Where } from '../base/index.ts'
import type { ActSpec, AtomSpec, Authority, Court, FactSpec, Holding, LawFile, Question, Rule } from './pack.ts'

/** What the files declare, by id. */
export interface Declared {
  /** Legal orders and their names in words. */
  readonly orders: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, FactSpec>
  /** Glosses of derived atoms. */
  readonly glosses: ReadonlyMap<string, AtomSpec>
  readonly acts: ReadonlyMap<string, ActSpec>
  readonly courts: ReadonlyMap<string, Court>
  readonly questions: ReadonlyMap<string, Question>
  readonly holdings: readonly Holding[]
  readonly authorities: ReadonlyMap<string, Authority>
}

/** A rule with the order that is its own or its file's, and its place. */
export interface Written {
  readonly rule: Rule
  readonly order: string
  readonly where: Where
}

/** Everything written, with places, for whoever checks it. */
export interface Gathered {
  readonly declared: Declared
  readonly rules: readonly Written[]
  /** Where each declaration stands; `again` where a name is given a second, different meaning. */
  readonly places: readonly {
    readonly what: string
    readonly id: string
    readonly where: Where
    readonly again: boolean
  }[]
}

/** Merges the files. The first declaration of a name counts; a different second one is noted. */
export const gather = (files: readonly LawFile[], names: readonly string[] = []): Gathered => {
  const orders = new Map<string, string>()
  const facts = new Map<string, FactSpec>()
  const glosses = new Map<string, AtomSpec>()
  const acts = new Map<string, ActSpec>()
  const courts = new Map<string, Court>()
  const questions = new Map<string, Question>()
  const authorities = new Map<string, Authority>()
  const holdings: Holding[] = []
  const rules: Written[] = []
  const places: Gathered['places'][number][] = []

  files.forEach((file, f) => {
    const at = (...path: (string | number)[]): Where => (names[f] === undefined ? { path } : { file: names[f], path })
    const declare = <T>(map: Map<string, T>, what: string, id: string, spec: T, where: Where) => {
      const before = map.get(id)
      places.push({
        what,
        id,
        where,
        again: before !== undefined && JSON.stringify(before) !== JSON.stringify(spec),
      })
      if (before === undefined) map.set(id, spec)
    }
    if (file.order !== undefined) orders.set(file.order, file.name ?? orders.get(file.order) ?? file.order)
    for (const [id, spec] of Object.entries(file.facts ?? {})) declare(facts, 'fact', id, spec, at('facts', id))
    for (const [id, spec] of Object.entries(file.atoms ?? {})) declare(glosses, 'atom', id, spec, at('atoms', id))
    for (const [id, spec] of Object.entries(file.questions ?? {}))
      declare(questions, 'question', id, spec, at('questions', id))
    file.acts?.forEach((act, i) => {
      const spec = typeof act === 'string' ? { id: act, gloss: act.replaceAll('-', ' '), definition: '' } : act
      declare(acts, 'act', spec.id, spec, at('acts', i))
    })
    file.courts?.forEach((court, i) => {
      declare(courts, 'court', court.id, court, at('courts', i))
    })
    file.authorities?.forEach((authority, i) => {
      declare(authorities, 'authority', authority.id, authority, at('authorities', i))
    })
    file.holdings?.forEach((holding, i) => {
      places.push({ what: 'holding', id: String(holdings.length), where: at('holdings', i), again: false })
      holdings.push(holding)
    })
    file.rules?.forEach((rule, i) => {
      const order = rule.order ?? file.order ?? ''
      if (order && !orders.has(order)) orders.set(order, order)
      rules.push({ rule, order, where: at('rules', i) })
    })
  })
  const declared = { orders, facts, glosses, acts, courts, questions, holdings, authorities }
  return { declared, rules, places }
}

/** The ancestors of a court, itself first. A loop ends the walk. */
export const lineOf = (courts: ReadonlyMap<string, Court>, court: string): readonly string[] => {
  const line = new Set<string>()
  for (let c: string | undefined = court; c !== undefined && !line.has(c); c = courts.get(c)?.parent) line.add(c)
  return [...line]
}
