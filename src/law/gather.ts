/** Several law files as one: their declarations merged, each name declared once, every reference found. */
import { didYouMean, isDay, type Problem, type Where } from '../base/index.ts'
import type {
  ActSpec,
  AtomSpec,
  Authority,
  Court,
  FactSpec,
  Holding,
  LawFile,
  Question,
  Rule,
  Sanction,
} from './pack.ts'

/** Everything the files declare, before the rules are read. */
export interface Gathered {
  readonly orders: ReadonlyMap<string, string>
  readonly facts: ReadonlyMap<string, FactSpec>
  readonly glosses: ReadonlyMap<string, AtomSpec>
  readonly acts: ReadonlyMap<string, ActSpec>
  readonly courts: ReadonlyMap<string, Court>
  readonly questions: ReadonlyMap<string, Question>
  readonly holdings: readonly Holding[]
  readonly authorities: ReadonlyMap<string, Authority>
  readonly rules: readonly { readonly rule: Rule; readonly order: string; readonly where: Where }[]
}

/** Notes one error; everything that reads law files reports this way. */
export type Report = (code: string, where: Where, what: string, why: string, mend: string) => void

/** A reporter that fills a list with errors. */
export const reporter =
  (problems: Problem[]): Report =>
  (code, where, what, why, mend) => {
    problems.push({ code, severity: 'error', where, what, why, mend })
  }

/** "Did you mean ...?", or what could be written instead. */
export const nearest = (word: string, known: Iterable<string>, otherwise: string): string => {
  const near = didYouMean(word, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

/** Options of compilation. `strict` is for shipped law: every rule and holding needs an authority and a day. */
export interface CompileOptions {
  readonly strict?: boolean
  /** Names of the files, in the same order, for problems. */
  readonly names?: readonly string[]
}

/** The ancestors of a court, itself first. A loop ends the walk. */
export const lineOf = (courts: ReadonlyMap<string, Court>, court: string): readonly string[] => {
  const line: string[] = []
  for (let c: string | undefined = court; c !== undefined && !line.includes(c); c = courts.get(c)?.parent) line.push(c)
  return line
}

/** Merges the files and reports whatever refers to nothing, is declared twice with two meanings, or has no real date. */
export const gather = (files: readonly LawFile[], options: CompileOptions, report: Report): Gathered => {
  const orders = new Map<string, string>()
  const facts = new Map<string, FactSpec>()
  const glosses = new Map<string, AtomSpec>()
  const acts = new Map<string, ActSpec>()
  const courts = new Map<string, Court>()
  const questions = new Map<string, Question>()
  const authorities = new Map<string, Authority>()
  const holdings: { holding: Holding; where: Where }[] = []
  const rules: { rule: Rule; order: string; where: Where }[] = []

  const place = (file: number, ...path: (string | number)[]): Where => {
    const name = options.names?.[file]
    return name === undefined ? { path } : { file: name, path }
  }
  const declare = <T>(map: Map<string, T>, what: string, id: string, spec: T, where: Where) => {
    const before = map.get(id)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(spec))
      report(
        'declared-twice',
        where,
        `The ${what} "${id}" is declared twice, with two meanings.`,
        'One name would mean two things.',
        'Keep one of them.',
      )
    map.set(id, before ?? spec)
  }

  files.forEach((file, f) => {
    if (file.order !== undefined) orders.set(file.order, file.name ?? orders.get(file.order) ?? file.order)
    for (const [path, spec] of Object.entries(file.facts ?? {})) {
      declare(facts, 'fact', path, spec, place(f, 'facts', path))
      if (/^reading(\.|$)/.test(path))
        report(
          'reserved-name',
          place(f, 'facts', path),
          `A fact cannot be called "${path}".`,
          'Names that begin with "reading." stand for contested questions.',
          'Give it another name.',
        )
    }
    for (const [atom, spec] of Object.entries(file.atoms ?? {}))
      declare(glosses, 'atom', atom, spec, place(f, 'atoms', atom))
    file.acts?.forEach((act, i) => {
      const spec = typeof act === 'string' ? { id: act, gloss: act.replaceAll('-', ' '), definition: '' } : act
      declare(acts, 'act', spec.id, spec, place(f, 'acts', i))
    })
    file.courts?.forEach((court, i) => {
      declare(courts, 'court', court.id, court, place(f, 'courts', i))
    })
    for (const [q, spec] of Object.entries(file.questions ?? {}))
      declare(questions, 'question', q, spec, place(f, 'questions', q))
    file.authorities?.forEach((a, i) => {
      declare(authorities, 'authority', a.id, a, place(f, 'authorities', i))
    })
    file.holdings?.forEach((holding, i) => {
      holdings.push({ holding, where: place(f, 'holdings', i) })
    })
    file.rules?.forEach((rule, i) => {
      const order = rule.order ?? file.order ?? ''
      if (order && !orders.has(order)) orders.set(order, order)
      rules.push({ rule, order, where: place(f, 'rules', i) })
    })
  })

  const days = (it: { from?: string; to?: string }, what: string, where: Where) => {
    for (const day of [it.from, it.to])
      if (day !== undefined && !isDay(day))
        report('bad-date', where, `${what} gives "${day}", which is no day.`, 'Law has dates.', 'Write YYYY-MM-DD.')
    if (it.from !== undefined && it.to !== undefined && it.to <= it.from)
      report(
        'never-in-force',
        where,
        `${what} ends on ${it.to}, not after it begins on ${it.from}.`,
        'It would never be in force.',
        'The end is the first day on which it no longer holds.',
      )
  }
  const dated = (it: { from?: string; cite: boolean }, what: string, where: Where) => {
    if (!options.strict) return
    if (it.from === undefined)
      report('no-date', where, `${what} does not say from when.`, 'Law has dates.', 'Give "from".')
    if (!it.cite)
      report(
        'no-authority',
        where,
        `${what} cites nothing.`,
        'No law is invented here.',
        'Give "cite" an authority id.',
      )
  }
  const court = (id: string, what: string, where: Where) => {
    if (courts.has(id)) return
    const mend = nearest(id, courts.keys(), 'Declare it under "courts".')
    report('unknown-court', where, `${what} names a court "${id}" that is not declared.`, 'It would bind nobody.', mend)
  }

  for (const { id, parent } of courts.values()) {
    if (parent === undefined) continue
    const where = { path: ['courts', id] }
    court(parent, `The court "${id}"`, where)
    const top = lineOf(courts, id).at(-1)!
    if (courts.get(top)?.parent !== undefined && courts.has(courts.get(top)!.parent!))
      report(
        'court-loop',
        where,
        `The court "${id}" stands above itself.`,
        'No court could be the highest.',
        'Mend "parent".',
      )
  }
  for (const { holding: h, where } of holdings) {
    const what = `The holding on "${h.question}" by "${h.court}"`
    court(h.court, what, where)
    days(h, what, where)
    dated({ ...h, cite: !!h.cite }, what, where)
    const question = questions.get(h.question)
    if (!question)
      report(
        'unknown-question',
        where,
        `The question "${h.question}" is not declared.`,
        'No rule can ask it.',
        nearest(h.question, questions.keys(), 'Declare it under "questions".'),
      )
    else if (!question.readings.includes(h.reading))
      report(
        'unknown-reading',
        where,
        `"${h.reading}" is no reading of "${h.question}".`,
        'No rule can ask for it.',
        nearest(h.reading, question.readings, `It can be ${question.readings.join(', ')}.`),
      )
  }
  const seen = new Map<string, Where>()
  for (const { rule, where } of rules) {
    const what = `The rule "${rule.id}"`
    if (seen.has(rule.id))
      report('declared-twice', where, `${what} is there twice.`, 'One id must name one rule.', 'Rename one of them.')
    seen.set(rule.id, where)
    if (rule.court !== undefined) court(rule.court, what, where)
    days(rule, what, where)
    dated({ ...rule, cite: !!rule.cite?.length }, what, where)
    rule.sanction?.forEach((s: Sanction, i) => {
      if (s.max >= s.min && s.min >= 0) return
      const at = { ...where, path: [...(where.path ?? []), 'sanction', i] }
      report(
        'bad-interval',
        at,
        `${what} threatens ${s.min} to ${s.max}.`,
        'No such interval.',
        'Give 0 <= min <= max.',
      )
    })
  }
  return {
    orders,
    facts,
    glosses,
    acts,
    courts,
    questions,
    holdings: holdings.map(h => h.holding),
    authorities,
    rules,
  }
}
