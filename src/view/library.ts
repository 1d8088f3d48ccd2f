/** The shelves of the law room: orders, rules in plain words, authorities with their dates, open questions and holdings. */
import { writeDay } from '../base/index.ts'
import { type Authority, headWords, type Rule, spell } from '../law/index.ts'
import type { Lab } from './labstate.ts'
import type { AuthorityView, LibraryView, OrderView, QuestionView, RuleView } from './lawroom.ts'
import type { Verdict } from './types.ts'
import { cost, sentence, span } from './words.ts'

/** Which shelf an authority stands on: its order, or the world beyond. */
const shelfOf = (lab: Lab, jurisdiction: string): string => {
  const id = jurisdiction.toLowerCase().split('-')[0]!
  return lab.pack.orders.has(id) ? id : 'world'
}

const kindWords = (kind: Authority['kind']): string => kind.replaceAll('-', ' ')

const verdictOf = (rule: Rule): Verdict =>
  'oblige' in rule.then
    ? 'obliges'
    : 'forbid' in rule.then
      ? 'forbids'
      : 'permit' in rule.then
        ? 'permits'
        : 'excuse' in rule.then
          ? 'excuses'
          : 'silent'

const headOf = (rule: Rule, order: string): string =>
  'conclude' in rule.then ? rule.then.conclude : `${Object.keys(rule.then)[0]} ${order} ${Object.values(rule.then)[0]}`

const saysOf = (rule: Rule | undefined): string => rule?.says ?? rule?.id ?? ''

const ruleView = (lab: Lab, rule: Rule, order: string): RuleView => {
  const { pack, book } = lab
  const head = headOf(rule, order)
  const then =
    rule.kind === 'defeater'
      ? `This only stands in the way of the opposite of: ${headWords(pack, head, 'yes')}`
      : headWords(pack, head, 'yes')
  const rank = (from: Rule) => (from.rank ? `${from.rank}` : '')
  let full: RuleView['full'] | undefined
  const sources = book.cite(rule.cite)
  return {
    id: rule.id,
    order,
    says: saysOf(rule),
    then: sentence(then),
    effect: verdictOf(rule),
    dates: span(rule.from, rule.to),
    from: rule.from ?? null,
    to: rule.to ?? null,
    unverified: rule.unverified === true,
    search: [rule.id, saysOf(rule), then, ...sources.flatMap(s => [s.citation, s.title])].join(' ').toLowerCase(),
    get full() {
      full ??= {
        when: spell(pack, rule.when),
        unless: (rule.unless ?? []).map(exception => ({
          text: sentence(exception.says ?? ''),
          when: spell(pack, exception.when),
          source: book.cite(exception.cite === undefined ? [] : [exception.cite])[0] ?? null,
        })),
        scope: rule.court === undefined ? null : `${book.courtName(rule.court)}, and the courts below it.`,
        time: [
          ...(rule.within === undefined ? [] : [`Within ${rule.within} of service.`]),
          ...(rule.until === undefined ? [] : [`It ends ${rule.until} after service.`]),
        ],
        beats: (rule.overrides ?? []).map(id => ({ id, says: saysOf(pack.rules.get(id)), why: rank(rule) })),
        beatenBy: [...pack.rules.values()]
          .filter(other => other.overrides?.includes(rule.id))
          .map(other => ({ id: other.id, says: saysOf(other), why: rank(other) })),
        sanctions: (rule.sanction ?? []).map(each => ({
          text: sentence(cost(each)),
          note: sentence(each.note ?? ''),
          when: each.when === undefined ? null : spell(pack, each.when),
        })),
        citations: sources,
      }
      return full
    },
  }
}

const depthIn = (lab: Lab, id: string): number => {
  let depth = 0
  for (let at = lab.pack.courts.get(id)?.parent; at !== undefined && depth < 9; at = lab.pack.courts.get(at)?.parent)
    depth++
  return depth
}

/** Courts with those above them first, each branch together. */
const courtsOf = (lab: Lab, order: string): OrderView['courts'] => {
  const own = [...lab.pack.courts.values()].filter(court => court.order === order)
  const under = (parent: string | undefined): typeof own =>
    own
      .filter(court => (own.some(c => c.id === court.parent) ? court.parent : undefined) === parent)
      .flatMap(court => [court, ...under(court.id)])
  return under(undefined).map(({ id, name }) => ({ id, name: name ?? id, depth: depthIn(lab, id) }))
}

const authorityView = (lab: Lab, authority: Authority, rules: AuthorityView['rules']): AuthorityView => {
  const { id, title, citation, summary, jurisdiction, inForce, notes } = authority
  const order = shelfOf(lab, jurisdiction)
  const place = order === 'world' ? 'International' : lab.book.orderName(order)
  const scope = authority.verified ? (authority.verifiedScope ?? 'full') : 'none'
  return {
    id,
    citation,
    title,
    summary,
    dates: span(inForce.from, inForce.to, authority.kind === 'case' ? 'case' : 'law'),
    kind: kindWords(authority.kind),
    verified: authority.verified,
    ...(notes ? { note: notes } : {}),
    order,
    place,
    from: inForce.from,
    to: inForce.to,
    scope,
    points: authority.keyRules ?? [],
    sources: (authority.sources ?? []).filter(source => /^https?:\/\//.test(source)),
    rules,
    search: [id, title, citation, summary, place, ...(authority.keyRules ?? [])].join(' ').toLowerCase(),
  }
}

const ended = { reversed: 'reversed', vacated: 'vacated', superseded: 'overtaken' } as const

const questionView = (lab: Lab, id: string): QuestionView => {
  const { pack, book } = lab
  const question = pack.questions.get(id)!
  const turning = pack.clauses.filter(clause =>
    [clause.when, ...clause.unless].some(condition => condition.names.includes(`reading.${id}`)),
  )
  return {
    id,
    asks: question.asks ?? id,
    orders: [...new Set(turning.map(clause => clause.order))],
    readings: question.readings.map(reading => ({
      id: reading,
      name: reading.replaceAll('-', ' '),
      claim: question.says?.[reading] ?? '',
      holdings: pack.holdings
        .filter(holding => holding.question === id && holding.reading === reading)
        .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
        .map(({ court, from = null, to = null, cite, ended: how }) => ({
          court: book.courtName(court),
          from,
          to,
          dates: span(from, to, 'case'),
          ended: how && to ? `${ended[how]} on ${writeDay(to)}` : '',
          citations: book.cite(cite === undefined ? [] : [cite]),
        })),
    })),
    rules: turning.map(({ rule, order }) => ({ id: rule.id, order, says: saysOf(rule) })),
  }
}

const made = new WeakMap<Lab, LibraryView>()

const make = (lab: Lab): LibraryView => {
  const { pack, book } = lab
  const citing = new Map<string, { id: string; order: string; says: string }[]>()
  for (const { rule, order } of pack.clauses)
    for (const id of rule.cite ?? []) {
      const list = citing.get(id) ?? []
      list.push({ id: rule.id, order, says: saysOf(rule) })
      citing.set(id, list)
    }
  const questions = [...pack.questions.keys()].map(id => questionView(lab, id))
  const authorities = [...pack.authorities.values()]
    .map(authority => authorityView(lab, authority, citing.get(authority.id) ?? []))
    .sort((a, b) => ((a.from ?? '9') < (b.from ?? '9') ? -1 : 1))
  const orders = lab.orders.map((id): OrderView => {
    const clauses = pack.clauses.filter(clause => clause.order === id)
    const dates = clauses.flatMap(({ rule }) => rule.from ?? []).sort()
    return {
      id,
      name: book.orderName(id),
      // Norms first: what words mean is looked up, not read.
      rules: clauses
        .map(({ rule }) => ruleView(lab, rule, id))
        .sort((a, b) => Number(a.effect === 'silent') - Number(b.effect === 'silent')),
      authorities: authorities.filter(authority => authority.order === id).length,
      questions: questions.filter(question => question.orders.includes(id)).length,
      courts: courtsOf(lab, id),
      since: dates[0] ? writeDay(dates[0]) : '',
    }
  })
  return {
    orders,
    authorities,
    questions,
    kinds: [...new Set(authorities.map(({ kind }) => kind))].sort(),
    places: [...orders.map(({ id, name }) => ({ id, name })), { id: 'world', name: 'International' }],
  }
}

/** All there is to browse; made once for a pack. */
export const libraryOf = (lab: Lab): LibraryView => {
  let view = made.get(lab)
  if (!view) {
    view = make(lab)
    made.set(lab, view)
  }
  return view
}
