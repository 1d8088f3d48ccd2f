/** The reasons of a finding, rule by rule, in words: read off the law's own account, never worked out again. */
import { writeDay } from '../base/index.ts'
import { type Claim, type Evaluation, type Modality, type Why, why, whyNot } from '../law/index.ts'
import type { LawBook } from './book.ts'
import type { WhyView } from './types.ts'
import { listed, sentence, spanOn } from './words.ts'

type Account = Omit<Why, 'atoms'>
type RuleAccount = Account['rules'][number]
type Leaf = RuleAccount['leaves'][number]

const claim = (order: string, modality: Modality, act: string) => ({ order, [modality]: act }) as unknown as Claim

/** The accounts of these norms; where none holds at all, of why there is neither a duty nor a prohibition. */
const accounts = (law: Evaluation, order: string, act: string, modalities: readonly Modality[]): readonly Why[] => {
  const found = modalities.flatMap(modality => why(law, claim(order, modality, act)) ?? [])
  if (found.length > 0) return found
  return (['oblige', 'forbid'] as const).flatMap(modality => whyNot(law, claim(order, modality, act)) ?? [])
}

const everyRule = (account: Why): readonly RuleAccount[] =>
  [account, ...Object.values(account.atoms)].flatMap(each => each.rules)

/** Contested questions that these norms wait for. */
export const questionsOpen = (
  law: Evaluation,
  order: string,
  act: string,
  modalities: readonly Modality[],
): readonly string[] => {
  const leaves = accounts(law, order, act, modalities)
    .flatMap(everyRule)
    .flatMap(rule => [...rule.leaves, ...rule.exceptions.flatMap(exception => exception.leaves)])
  const open = leaves.flatMap(leaf => leaf.readings.filter(({ reading }) => reading === null))
  return [...new Set(open.map(({ question }) => question))]
}

/** Where an answer comes from: the court that settled it, or the rule that concludes it. */
const sourceOf = (book: LawBook, atoms: Why['atoms'], leaf: Leaf): string | undefined => {
  const { holding } = leaf.readings.find(({ holding }) => holding !== null) ?? {}
  if (holding) return `${book.courtName(holding.court)}${holding.from ? `, ${writeDay(holding.from)}` : ''}`
  const rules = leaf.atoms.flatMap(atom => atoms[atom]?.rules.filter(each => each.applies !== 'no') ?? [])
  return rules.length > 0 ? `by ${listed(rules.map(each => each.rule))}` : undefined
}

const how = (law: Evaluation, { fate, by }: Account['contrary'][number]): string => {
  const winners = by.map(({ rule }) => {
    const rank = law.pack.rules.get(rule)?.rank
    return rank ? `${rule} (${rank})` : rule
  })
  switch (fate) {
    case 'beaten':
      return `It gives way to ${winners.join(' and ')}.`
    case 'prevails':
      return 'It prevails.'
    case 'tied':
      return 'Neither gives way, so nothing follows.'
    case 'alone':
      return 'It stands alone.'
    case 'open':
      return 'Whether it stands is open.'
    case 'absent':
      return 'It does not apply.'
  }
}

const saidBy = (law: Evaluation, { rule, says }: RuleAccount): string =>
  sentence(says ?? law.pack.rules.get(rule)?.when ?? rule)

const ruleView = (
  book: LawBook,
  law: Evaluation,
  account: RuleAccount,
  { contrary, atoms }: Pick<Why, 'contrary' | 'atoms'>,
): WhyView => ({
  rule: account.rule,
  says: saidBy(law, account),
  holds: account.applies,
  inForce: spanOn(law.at.day, account.from, account.to),
  facts: account.leaves.map(leaf => {
    const from = sourceOf(book, atoms, leaf)
    return { text: sentence(leaf.words), holds: leaf.holds, ...(from ? { from } : {}) }
  }),
  exceptions: account.exceptions.map(({ says, leaves, text, holds }) => ({
    text: sentence(says ?? (leaves.map(leaf => leaf.words).join('; ') || text)),
    holds,
  })),
  against: contrary
    .filter(({ fate }) => fate !== 'absent')
    .map(each => ({ rule: each.rule.rule, says: saidBy(law, each.rule), how: how(law, each) })),
  citations: book.cite(account.cite),
  unverified: account.unverified,
})

/**
 * Every rule these norms rest on: first those that conclude them, then those that conclude what they rest on in turn,
 * each with what was said against it.
 */
export const whysOf = (
  book: LawBook,
  law: Evaluation,
  order: string,
  act: string,
  modalities: readonly Modality[],
): readonly WhyView[] => {
  const views = new Map<string, WhyView>()
  for (const account of accounts(law, order, act, modalities)) {
    const upon = Object.values(account.atoms).filter(each => each.holds !== 'no')
    // A rule of another day has no part in this answer.
    for (const { rules, contrary } of [account, ...upon])
      for (const rule of rules)
        if (!views.has(rule.rule) && rule.standing !== 'not-in-force')
          views.set(rule.rule, ruleView(book, law, rule, { contrary, atoms: account.atoms }))
  }
  return [...views.values()]
}
