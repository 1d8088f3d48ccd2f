/**
 * An account read aloud, as a careful lawyer would: the answer, the rule and its source, what it turned on, what was
 * said against it. No names of the machine: a rule speaks by its own sentence.
 */
import { writeDay } from '../base/index.ts'
import {
  and,
  capital,
  courtWords,
  foundWords,
  orderWords,
  readingWords,
  sources,
  standsIn,
  stop,
  unknownWords,
} from './aloud.ts'
import type { Pack } from './assemble.ts'
import type { At, Evaluation } from './evaluation.ts'
import { type Modality, readHead } from './head.ts'
import type { Account, ContraryAccount, ExceptionAccount, Leaf, RuleAccount, Why } from './why.ts'
import { waitsFor } from './why.ts'
import { atomWords, denied } from './words.ts'

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
    const name = head.replace(/^!/, '')
    const contrary = name !== head
    if (!pack.glosses.has(name)) {
      const what = `${contrary ? 'the contrary of ' : ''}“${atomWords(pack, name)}”`
      return holds === 'unknown'
        ? `it is open whether ${what} holds`
        : `${what} is ${holds === 'yes' ? '' : 'not '}shown`
    }
    const point = contrary ? denied(atomWords(pack, name)) : atomWords(pack, name)
    return { yes: 'it is shown that ', unknown: 'it is open whether ', no: 'it is not shown that ' }[holds] + point
  }
  const [modality, order, act] = head.split(' ') as [Modality, string, string]
  const verb = verbs[modality][holds === 'yes' ? 0 : holds === 'unknown' ? 1 : 2]
  const deed = pack.acts.get(act)?.gloss ?? act.replaceAll('-', ' ')
  return `the law of ${orderWords(pack, order)} ${verb} ${deed}`
}

/** A head within a longer sentence: "it is an open question whether the law of Ireland forbids you to ...". */
const claimWords = (pack: Pack, head: string, holds: 'yes' | 'unknown' | 'no'): string => {
  const norm = head.split(' ').length === 3
  return norm && holds === 'unknown'
    ? `it is an open question whether ${headWords(pack, head, 'yes')}`
    : headWords(pack, head, holds)
}

/** "on 10 August 2014, before the High Court of Ireland,". */
const placeWords = (pack: Pack, at: At): string =>
  at.forum === null ? `On ${writeDay(at.day)}` : `On ${writeDay(at.day)}, before ${courtWords(pack, at.forum)},`

/** What the rule itself says, in its own sentence. */
const ownWords = (r: RuleAccount) => stop(r.says ?? `There is the rule “${r.rule.replaceAll('-', ' ')}”`)

const clauses = (pack: Pack, leaves: readonly Leaf[]) => and(leaves.map(l => foundWords(pack, l)))

const of = (leaves: readonly Leaf[], holds: Leaf['holds']) => leaves.filter(l => l.holds === holds)

/** "It must be met within 10 days of service." */
const timeWords = (pack: Pack, r: RuleAccount): readonly string[] => {
  const { within, until } = pack.rules.get(r.rule) ?? {}
  return [
    ...(within === undefined ? [] : [`It gives ${within} from service.`]),
    ...(until === undefined ? [] : [`It ends ${until} after service.`]),
  ]
}

const exceptionWords = (pack: Pack, x: ExceptionAccount): string => {
  const source = x.cite === null ? '' : ` (${capital(sources(pack, [x.cite]))}.)`
  const said = x.says === null ? 'There is an exception.' : `There is an exception. ${stop(capital(x.says))}`
  const found = clauses(pack, x.holds === 'unknown' ? of(x.leaves, 'unknown') : x.leaves)
  const met = { yes: 'It is met, because', no: 'It is not met, because', unknown: 'Whether it is met is open:' }
  return `${said}${source} ${met[x.holds]} ${stop(found)}`
}

/** What a rule turned on, in sentences. `so` begins the reason why it applies. */
const groundWords = (e: Evaluation, r: RuleAccount, so: string): readonly string[] => {
  const { pack, at } = e
  const found = (leaves: readonly Leaf[]) => clauses(pack, leaves)
  switch (r.standing) {
    case 'not-in-force':
      return [`That was ${r.from !== null && at.day < r.from ? 'not yet' : 'no longer'} the law on this day.`]
    case 'other-forum':
      return [`That binds only ${courtWords(pack, r.court ?? '')} and the courts below it.`]
    case 'condition':
      return [`But ${stop(found(r.leaves))}`]
    case 'exception':
      return r.exceptions.map(x => exceptionWords(pack, x))
    case 'applies':
      return [
        ...(found(r.leaves) === '' ? [] : [stop(`${so} ${found(r.leaves)}`)]),
        ...r.exceptions.map(x => exceptionWords(pack, x)),
      ]
    case 'may-apply': {
      const [clear, open] = [found(of(r.leaves, 'yes')), found(of(r.leaves, 'unknown'))]
      return [
        ...(clear === '' ? [] : [`So much is clear: ${stop(clear)}`]),
        ...(open === '' ? [] : [`${clear === '' ? '' : 'But '}${stop(clear === '' ? capital(open) : open)}`]),
        ...r.exceptions.map(x => exceptionWords(pack, x)),
      ]
    }
  }
}

const ruleWords = (e: Evaluation, r: RuleAccount, so = 'It applies here, because'): string =>
  [ownWords(r), standsIn(e.pack, r), ...timeWords(e.pack, r), ...groundWords(e, r, so)].filter(Boolean).join(' ')

const ranks = {
  'lex specialis': 'the special rule goes before the general one',
  'lex superior': 'the higher law goes before the lower',
  'lex posterior': 'the later law goes before the earlier',
} as const

/** "It gives way to this rule, for the special goes before the general: ...". */
const yields = (
  e: Evaluation,
  by: readonly RuleAccount[],
  told: ReadonlySet<string>,
  verb: string,
): readonly string[] =>
  by.map(t => {
    const rank = e.pack.rules.get(t.rule)?.rank
    const ground = rank ? `, for ${ranks[rank]}` : ''
    return told.has(t.rule)
      ? `${verb} to the rule already told${ground}: ${ownWords(t)}`
      : `${verb} to another rule${ground}. ${ruleWords(e, t)}`
  })

const contraryWords = (e: Evaluation, c: ContraryAccount, told: ReadonlySet<string>): string => {
  const own = ruleWords(e, c.rule)
  switch (c.fate) {
    case 'absent':
    case 'alone':
      return own
    case 'beaten':
      return [own, ...yields(e, c.by, told, 'It gives way')].join(' ')
    case 'prevails':
      return `${own} It was made to prevail, and it does.`
    case 'tied':
      return `${own} Neither side gives way to the other: the two stand level, and nothing follows from either.`
    case 'open':
      return c.by.length
        ? [own, ...yields(e, c.by, told, 'It may give way')].join(' ')
        : `${own} Until that is settled, it may stand in the way.`
  }
}

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length ? [title, ...lines.map(l => `  ${l}`)] : []

/** Rules of another day come last: they only show what was or will be. */
const dated = <T>(all: readonly T[], rule: (each: T) => RuleAccount): readonly T[] => [
  ...all.filter(each => rule(each).standing !== 'not-in-force'),
  ...all.filter(each => rule(each).standing === 'not-in-force'),
]

const accountWords = (e: Evaluation, a: Account, so?: string): readonly string[] => {
  const told = new Set(a.rules.filter(r => r.applies !== 'no').map(r => r.rule))
  const contrary = (c: ContraryAccount) => contraryWords(e, c, told)
  const weighty = a.contrary.filter(c => c.fate !== 'absent')
  const firm = weighty.filter(c => c.rule.applies === 'yes')
  const idle = dated(
    a.contrary.filter(c => c.fate === 'absent'),
    c => c.rule,
  )
  const duty = a.duty
    ? [
        a.head.startsWith('permit')
          ? `What must be done may be done, and ${claimWords(e.pack, a.duty, a.holds)}.`
          : `What is forbidden may be left undone, and ${claimWords(e.pack, a.duty, a.holds)}.`,
      ]
    : []
  if (a.holds === 'no') {
    const decided = firm.length > 0
    return [
      ...titled(decided ? 'The law says otherwise:' : '', firm.map(contrary)).filter(Boolean),
      ...titled(
        decided
          ? 'What might be said for it, and why it is not enough:'
          : 'What might be said for it, and why it does not count here:',
        dated(a.rules, r => r).map(r => ruleWords(e, r)),
      ),
    ]
  }
  return [
    ...a.rules.map(r => ruleWords(e, r, so)),
    ...duty,
    ...titled('What is said against it:', weighty.map(contrary)),
    ...titled('What might be said against it, and why it does not count here:', idle.map(contrary)),
  ]
}

/** "The answer hangs on what is not settled: whether a stay is in force." */
const openWords = (pack: Pack, w: Why): readonly string[] => {
  if (w.holds !== 'unknown') return []
  const things = waitsFor(w).map(path => {
    if (!path.startsWith('reading.')) return unknownWords(pack, path)
    const question = path.slice('reading.'.length)
    const { asks, readings = [] } = pack.questions.get(question) ?? {}
    const which = readings.map(readingWords).join(' or ')
    return `how the courts would answer “${asks ?? question}”${which ? ` (${which})` : ''}`
  })
  return things.length ? [stop(`It hangs on this: ${and(things)}`)] : []
}

const shown = 'So it is here, because'

/**
 * The whole account in lines, the answer first. Conclusions it rests on follow, each after an empty line.
 */
export const explain = (evaluation: Evaluation, w: Why): readonly string[] => {
  const { pack, at } = evaluation
  const silent = w.rules.length === 0 && w.contrary.length === 0 && w.duty === null
  return [
    `${placeWords(pack, at)} ${stop(claimWords(pack, w.head, w.holds))}`,
    ...openWords(pack, w),
    ...(silent ? ['No rule speaks of it.'] : accountWords(evaluation, w, / /.test(w.head) ? undefined : shown)),
    ...Object.values(w.atoms).flatMap(a => [
      '',
      stop(capital(claimWords(pack, a.head, a.holds))),
      ...accountWords(evaluation, a, shown),
    ]),
  ]
}
