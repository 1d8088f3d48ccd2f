/** An account read aloud, as a careful lawyer would: the answer, the rule and its source, what it turned on, what was said against it. */
import { addDays, type Day, writeDay } from '../base/index.ts'
import type { Pack } from './assemble.ts'
import type { Evaluation } from './evaluation.ts'
import { type Modality, readHead } from './head.ts'
import type { Account, ContraryAccount, ExceptionAccount, Leaf, RuleAccount, Why } from './why.ts'
import { atomWords, valueWords } from './words.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const stop = (text: string) => (/[.!?”]$/.test(text) ? text : `${text}.`)
const and = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join('; ')}; and ${words.at(-1)}`

const verbs: Readonly<Record<Modality, readonly [yes: string, unknown: string, no: string]>> = {
  oblige: ['obliges you to', 'may oblige you to', 'does not oblige you to'],
  forbid: ['forbids you to', 'may forbid you to', 'does not forbid you to'],
  permit: ['permits you to', 'may permit you to', 'does not itself permit you to'],
  excuse: ['leaves you free not to', 'may leave you free not to', 'does not itself leave you free not to'],
}

/** "The law of Ireland forbids you to hand over the content of the account". */
export const headWords = (pack: Pack, head: string, holds: 'yes' | 'unknown' | 'no'): string => {
  const claim = readHead(head)
  if (!claim || 'conclude' in claim) {
    const atom = head.replace(/^!/, '')
    const is = head.startsWith('!') ? 'the contrary is' : 'it is'
    const degree = { yes: 'shown', unknown: 'not settled', no: 'not shown' }[holds]
    return `${is} ${degree}: ${atomWords(pack, atom)}`
  }
  const [modality, order, act] = head.split(' ') as [Modality, string, string]
  const verb = verbs[modality][holds === 'yes' ? 0 : holds === 'unknown' ? 1 : 2]
  const deed = pack.acts.get(act)?.gloss ?? act.replaceAll('-', ' ')
  return `the law of ${orderWords(pack, order)} ${verb} ${deed}`
}

const orderWords = (pack: Pack, order: string): string => {
  const name = pack.orders.get(order) ?? order
  return /^(United|European|Netherlands)/.test(name) ? `the ${name}` : name
}

/** "in force since 21 October 1986", "in force from 19 April 1989 to 24 May 2018". */
export const termWords = (from: Day | null, to: Day | null): string => {
  if (from === null) return to === null ? 'undated' : `in force to ${writeDay(addDays(to, -1))}`
  return to === null
    ? `in force since ${writeDay(from)}`
    : `in force from ${writeDay(from)} to ${writeDay(addDays(to, -1))}`
}

/** Everything a leaf looked at, with what was found: "(where the content is stored: Ireland)". */
const found = (pack: Pack, leaf: Leaf): string => {
  const facts = leaf.facts
    .filter(f => leaf.holds !== 'yes' || pack.facts.get(f.path)?.type !== 'bool')
    .map(f => (f.value === null ? 'not known' : `here: ${valueWords(pack.facts.get(f.path), f.value)}`))
  const readings = leaf.readings.map(r => {
    if (r.reading === null) return 'no court that binds here has answered it'
    if (!r.holding) return `supposed: “${r.reading}”`
    const by = pack.courts.get(r.holding.court)?.name ?? r.holding.court
    return `“${r.reading}”, ${by}${!r.holding.from ? '' : `, ${writeDay(r.holding.from)}`}`
  })
  const all = [...new Set([...facts, ...readings])]
  return all.length ? ` (${all.join('; ')})` : ''
}

const leafLine = (pack: Pack, leaf: Leaf) => `${leaf.words}${found(pack, leaf)}`

const cited = (pack: Pack, ids: readonly string[]) =>
  ids.length ? ` [${ids.map(id => pack.authorities.get(id)?.citation ?? id).join('; ')}]` : ''

const named = (pack: Pack, r: RuleAccount) => `${r.rule}${cited(pack, r.cite)}${r.unverified ? ' (not verified)' : ''}`

/** "Its exception is not met (a stay suspends the order): a stay of the order is not in force." */
const exceptionWords = (pack: Pack, words: string, x: ExceptionAccount): readonly [string, readonly string[]] => {
  const said = x.says === null ? '' : ` (${x.says.replace(/[.]$/, '')})`
  return [`${words}${said}:`, x.leaves.map(l => leafLine(pack, l))]
}

const of = (leaves: readonly Leaf[], holds: Leaf['holds']) => leaves.filter(l => l.holds === holds)

/** One rule in sentences: what it says, whether it was in force, what it turned on. */
const ruleLines = (pack: Pack, r: RuleAccount): string[] => {
  const lines = [`${named(pack, r)}, ${termWords(r.from, r.to)}.${r.says ? ` ${stop(r.says)}` : ''}`]
  const say = (words: string, items: readonly string[]) => {
    if (items.length) lines.push(`  ${stop(`${words} ${and(items)}`)}`)
  }
  const leaf = (l: Leaf) => leafLine(pack, l)
  if (r.standing === 'not-in-force') lines.push('  It is not in force on that day.')
  if (r.standing === 'other-forum')
    lines.push(`  It binds only in ${pack.courts.get(r.court ?? '')?.name ?? r.court} and the courts below it.`)
  if (r.standing === 'condition') say('It does not apply, for this would be needed:', r.leaves.map(leaf))
  if (r.standing === 'exception')
    for (const x of r.exceptions) say(...exceptionWords(pack, 'It would apply, but its exception is met', x))
  if (r.standing === 'applies') {
    say('It applies, because', r.leaves.map(leaf))
    for (const x of r.exceptions) say(...exceptionWords(pack, 'Its exception is not met', x))
  }
  if (r.standing === 'may-apply') {
    say('So much is clear:', of(r.leaves, 'yes').map(leaf))
    say('It waits for this:', of(r.leaves, 'unknown').map(leaf))
    for (const x of r.exceptions)
      say(...exceptionWords(pack, x.holds === 'no' ? 'Its exception is not met' : 'Its exception may be met', x))
  }
  return lines
}

const rank = (pack: Pack, by: readonly RuleAccount[]) =>
  by.map(t => {
    const why = pack.rules.get(t.rule)?.rank
    return why ? `${t.rule} (${why})` : t.rule
  })

const contraryLines = (pack: Pack, c: ContraryAccount): string[] => {
  const [first, ...rest] = ruleLines(pack, c.rule)
  const fate = {
    absent: [],
    beaten: [`  It is beaten by ${and(rank(pack, c.by))}.`],
    prevails: ['  It prevails: it was made to override.'],
    alone: ['  Nothing that applies speaks for the opposite.'],
    tied: ['  Neither overrides the other: a tie, from which nothing follows.'],
    open: [
      c.by.length ? `  It may be beaten by ${and(rank(pack, c.by))}.` : '  Whether it stands in the way is not known.',
    ],
  }[c.fate]
  const beaters = c.fate === 'beaten' ? c.by.flatMap(t => ruleLines(pack, t).map(l => `  ${l}`)) : []
  return [`Against it: ${first}`, ...rest, ...fate, ...beaters]
}

const accountLines = (pack: Pack, a: Account): string[] => [
  ...a.rules.flatMap(r => ruleLines(pack, r)),
  ...(a.duty === null || a.holds === 'no' ? [] : [`It follows, because ${headWords(pack, a.duty, a.holds)}.`]),
  ...a.contrary.filter(c => c.fate !== 'absent' || a.holds !== 'no').flatMap(c => contraryLines(pack, c)),
]

/**
 * The whole account in lines, the answer first. Conclusions it rests on follow under their own headings.
 */
export const explain = (evaluation: Evaluation, w: Why): readonly string[] => {
  const { pack, at } = evaluation
  const forum = at.forum === null ? 'no forum' : (pack.courts.get(at.forum)?.name ?? at.forum)
  const silent = w.rules.length === 0 && w.contrary.length === 0 && w.duty === null
  return [
    stop(capital(`${headWords(pack, w.head, w.holds)}, on ${writeDay(at.day)}, ${forum}`)),
    ...(silent ? ['No rule speaks of it.'] : accountLines(pack, w)),
    ...Object.values(w.atoms).flatMap(a => [
      '',
      stop(capital(headWords(pack, a.head, a.holds))),
      ...accountLines(pack, a),
    ]),
  ]
}
