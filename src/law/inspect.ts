/** Do the declarations of law files refer to things that exist, once each, with real dates? */
import { type Day, didYouMean, isDay, type Problem, type Where } from '../base/index.ts'
import { timeOf } from './deadline.ts'
import { type Declared, type Gathered, lineOf } from './gather.ts'
import { type Target, targetOf } from './head.ts'
import type { Holding, Rule } from './pack.ts'

/** Notes one error; everything that checks law files reports this way. */
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

/** The place of a part of something. */
export const within = (where: Where, ...path: (string | number)[]): Where => ({
  ...where,
  path: [...(where.path ?? []), ...path],
})

const days = (it: { from?: Day | null; to?: Day | null }, what: string, where: Where, report: Report) => {
  for (const key of ['from', 'to'] as const) {
    const day = it[key]
    if (day != null && !isDay(day))
      report('bad-date', within(where, key), `${what} gives "${day}", no day.`, 'Law has dates.', 'Write YYYY-MM-DD.')
  }
  if (it.from != null && it.to != null && it.to <= it.from)
    report(
      'never-in-force',
      within(where, 'to'),
      `${what} ends on ${it.to}, not after it begins on ${it.from}.`,
      'It would never be in force.',
      '"to" is the first day on which it no longer holds.',
    )
}

const dated = (it: { from?: Day | null; cited: boolean }, what: string, where: Where, report: Report) => {
  if (it.from == null) report('no-date', where, `${what} does not say from when.`, 'Law has dates.', 'Give "from".')
  if (!it.cited)
    report('no-authority', where, `${what} cites nothing.`, 'No law is invented here.', 'Give "cite" an authority id.')
}

const court = (id: string, d: Declared, what: string, where: Where, report: Report) => {
  if (d.courts.has(id)) return
  const mend = nearest(id, d.courts.keys(), 'Declare it under "courts".')
  report('unknown-court', where, `${what} names a court "${id}" that is not declared.`, 'It would bind nobody.', mend)
}

const holding = (h: Holding, d: Declared, strict: boolean, where: Where, report: Report) => {
  const what = `The holding on "${h.question}" by "${h.court}"`
  court(h.court, d, what, within(where, 'court'), report)
  days(h, what, where, report)
  if (strict) dated({ ...h, cited: !!h.cite }, what, where, report)
  const question = d.questions.get(h.question)
  if (!question)
    report(
      'unknown-question',
      within(where, 'question'),
      `The question "${h.question}" is not declared.`,
      'No rule can ask it.',
      nearest(h.question, d.questions.keys(), 'Declare it under "questions".'),
    )
  else if (!question.readings.includes(h.reading))
    report(
      'unknown-reading',
      within(where, 'reading'),
      `"${h.reading}" is no reading of "${h.question}".`,
      'No rule can ask for it.',
      nearest(h.reading, question.readings, `It can be ${question.readings.join(', ')}.`),
    )
}

const deadlines = (rule: Rule, head: Target, where: Where, report: Report) => {
  const binds = head.kind === 'norm' && rule.kind !== 'defeater' ? head.modality : null
  const idle = (key: 'within' | 'until', what: string) =>
    report(
      'idle-deadline',
      within(where, key),
      `The rule "${rule.id}" gives "${key}", but ${what}.`,
      'Only who must do or leave something can be late, or free again.',
      'Take it out, or check "then".',
    )
  if (rule.within !== undefined && binds !== 'oblige') idle('within', 'it concludes no duty')
  if (rule.until !== undefined && binds !== 'oblige' && binds !== 'forbid')
    idle('until', 'it concludes neither a duty nor a prohibition')
  const { due, end } = timeOf(rule)
  if (end > due) return
  report(
    'never-due',
    within(where, 'until'),
    `The rule "${rule.id}" lasts ${rule.until} after service, but is due only within ${rule.within}.`,
    'The duty would be over before anybody had to meet it.',
    'Let it last longer, or fall due earlier.',
  )
}

const ruleOf = (rule: Rule, order: string, d: Declared, strict: boolean, where: Where, report: Report) => {
  const what = `The rule "${rule.id}"`
  if (rule.court !== undefined) court(rule.court, d, what, within(where, 'court'), report)
  days(rule, what, where, report)
  if (strict) {
    dated({ ...rule, cited: !!rule.cite?.length }, what, where, report)
    rule.unless?.forEach((u, i) => {
      if (u.cite === undefined)
        report(
          'no-authority',
          within(where, 'unless', i),
          `An exception of "${rule.id}" cites nothing.`,
          'No law is invented here.',
          'Give "cite" an authority id.',
        )
    })
    if (rule.overrides?.length && rule.rank === undefined)
      report(
        'no-rank',
        within(where, 'overrides'),
        `${what} overrides another and does not say why.`,
        'A rule prevails for a reason that a lawyer can name.',
        'Give "rank": lex specialis, lex superior or lex posterior.',
      )
  }
  rule.sanction?.forEach((s, i) => {
    if (s.max >= s.min && s.min >= 0) return
    const at = within(where, 'sanction', i)
    report('bad-interval', at, `${what} threatens ${s.min} to ${s.max}.`, 'No such interval.', 'Give 0 <= min <= max.')
  })
  const head = targetOf(rule.then, order)
  deadlines(rule, head, where, report)
  if (head.kind === 'norm') {
    if (!order)
      report('no-order', where, `${what} binds no legal order.`, 'A norm is always somebody’s norm.', 'Give "order".')
    if (strict && !d.acts.has(head.act))
      report(
        'unknown-act',
        within(where, 'then'),
        `${what} speaks of "${head.act}", which is no act.`,
        'Nobody can do or leave it.',
        nearest(head.act, d.acts.keys(), 'Declare it under "acts".'),
      )
    return
  }
  const taken = d.facts.has(head.atom) ? 'a declared fact' : head.atom.startsWith('reading.') ? 'a reading' : null
  if (taken)
    report(
      'fact-concluded',
      within(where, 'then'),
      `${what} concludes "${head.atom}", which is ${taken}.`,
      'Facts are found, not concluded.',
      'Give the conclusion a name of its own.',
    )
}

/** Reports whatever is declared twice, refers to nothing, or has no real date. */
export const inspect = ({ declared: d, rules, places }: Gathered, strict: boolean, report: Report): void => {
  for (const { what, id, where, again } of places) {
    if (again)
      report(
        'declared-twice',
        where,
        `The ${what} "${id}" is declared twice, with two meanings.`,
        'One name would mean two things.',
        'Keep one of them.',
      )
    if (what === 'fact' && /^reading(\.|$)/.test(id))
      report(
        'reserved-name',
        where,
        `A fact cannot be called "${id}".`,
        'Names that begin with "reading." stand for contested questions.',
        'Give it another name.',
      )
    if (what === 'holding') holding(d.holdings[Number(id)]!, d, strict, where, report)
    if (what !== 'court') continue
    const parent = d.courts.get(id)!.parent
    if (parent !== undefined) court(parent, d, `The court "${id}"`, within(where, 'parent'), report)
    const line = lineOf(d.courts, id)
    const back = line.indexOf(d.courts.get(line.at(-1)!)?.parent ?? '')
    // A circle is told once, of the first of its courts by name.
    if (back === 0 && line.toSorted()[0] === id)
      report('court-loop', where, `Above the court "${id}" courts go round.`, 'None is highest.', 'Mend "parent".')
  }
  const seen = new Set<string>()
  for (const { rule, order, where } of rules) {
    if (seen.has(rule.id))
      report('declared-twice', where, `The rule "${rule.id}" is there twice.`, 'One id, one rule.', 'Rename one.')
    seen.add(rule.id)
    ruleOf(rule, order, d, strict, where, report)
  }
}
