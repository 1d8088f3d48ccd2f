/** The law panel: what each order says now of the acts that matter, why, what is open, and where two orders collide. */
import { type Day, writeDay } from '../base/index.ts'
import { type Breach, lawAt, type Matter, options, type State, type Weighing } from '../game/index.ts'
import type { Conflict, FactSpec } from '../law/index.ts'
import { type Evaluation, exposure, type Modality, type Norm, type Verdict } from '../law/index.ts'
import { bookOf, type LawBook } from './book.ts'
import { writeLab } from './lablink.ts'
import type { ChoiceView, FindingView, LawView } from './types.ts'
import { questionsOpen, whysOf } from './why.ts'
import {
  breachSentence,
  conflictSentence,
  type Duty,
  exposureSentence,
  sentence,
  silentSentence,
  spanOn,
  standingSentence,
  toKnow,
  toSettle,
  verdictSentence,
} from './words.ts'

/** Verdicts, gravest first: what a choice is told by, and how findings are sorted. */
export const gravity: readonly Verdict[] = ['forbids', 'obliges', 'contested', 'permits', 'excuses', 'silent']

/** The modality that a settled verdict speaks of. */
export const modalityOf: Partial<Record<Verdict, Modality>> = {
  obliges: 'oblige',
  forbids: 'forbid',
  permits: 'permit',
  excuses: 'excuse',
}

/** Acts the player has reason to ask about: those now due, those on the table, and whatever a duty speaks of. */
const actsThatMatter = (matter: Matter, state: State, law: Evaluation, order: string): readonly string[] => {
  const scene = matter.scenes.get(state.scene)
  const due = scene && 'choices' in scene ? (scene.due ?? []) : []
  const duties = law.norms().filter(norm => norm.order === order && ['oblige', 'forbid'].includes(norm.modality))
  const open = options(matter, state).flatMap(choice => choice.acts)
  return [...new Set([...due, ...state.due, ...open, ...duties.map(norm => norm.act)])]
}

/** A text as of a day: sentences that speak of a later year are left out, so that the law panel is no prophet. */
const asOf = (text: string, day: Day): string =>
  (text.match(/[^.!?]+[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? [text])
    .filter(part => [...part.matchAll(/\b(?:19|20)\d\d\b/g)].every(([year]) => year <= day.slice(0, 4)))
    .join('')
    .trim()

const readingsOf = (book: LawBook, law: Evaluation, questions: readonly string[]): FindingView['readings'] =>
  questions.flatMap(id => {
    const { pack } = law
    const question = pack.questions.get(id)
    return (question?.readings ?? []).map(reading => ({
      claim: asOf(question?.says?.[reading] ?? reading, law.at.day),
      taken: pack.holdings
        .filter(h => h.question === id && h.reading === reading && (h.from ?? '') <= law.at.day)
        .map(h => `${book.courtName(h.court)}, ${spanOn(law.at.day, h.from ?? null, h.to ?? null, 'case')}`),
    }))
  })

/** What breaking this norm may cost, in sentences. */
const costsOf = (law: Evaluation, norm: Norm): readonly string[] => {
  if (norm.modality !== 'oblige' && norm.modality !== 'forbid') return []
  const manner = norm.modality === 'forbid' ? 'did' : 'omitted'
  const level = norm.holds === 'yes' ? 'certain' : 'possible'
  const { order, act, rules } = norm
  return exposure(law, { order, act, rules, manner, level }).map(each => exposureSentence(manner, each))
}

/** Of norms that may hold, the one to name: a duty or a prohibition before a permission. */
const doubted = (norms: readonly Norm[]): Modality | null =>
  (norms.find(norm => norm.modality === 'oblige' || norm.modality === 'forbid') ?? norms[0])?.modality ?? null

const inDoubt = (law: Evaluation, order: string, act: string): Modality | null =>
  doubted(law.norms().filter(norm => norm.order === order && norm.act === act && norm.holds === 'unknown'))

/** What an order says of an act, with its reasons, readings and costs worked out when they are read; null if nothing. */
export const findingOf = (book: LawBook, law: Evaluation, order: string, act: string): FindingView | null => {
  const verdict = law.says(order, act)
  if (verdict === 'silent') return null
  const all = law.norms().filter(norm => norm.order === order && norm.act === act)
  const settled = modalityOf[verdict]
  const norms = settled ? all.filter(norm => norm.modality === settled) : all.filter(norm => norm.holds === 'unknown')
  const modalities = norms.map(norm => norm.modality)
  // Readings and reasons are worked out when somebody opens the finding: most stay closed.
  let readings: FindingView['readings'] | undefined
  let whys: FindingView['whys'] | undefined
  let costs: FindingView['exposure'] | undefined
  return {
    order,
    orderName: book.orderName(order),
    act,
    actText: book.act(act),
    verdict,
    text: verdictSentence(book.lawOf(order), verdict, book.act(act), doubted(norms)),
    get readings() {
      readings ??= verdict === 'contested' ? readingsOf(book, law, questionsOpen(law, order, act, modalities)) : []
      return readings
    },
    get whys() {
      whys ??= whysOf(book, law, order, act, modalities)
      return whys
    },
    get exposure() {
      costs ??= norms.flatMap(norm => costsOf(law, norm))
      return costs
    },
  }
}

/** What it would take to dissolve a possible conflict: facts to learn, questions to settle. */
const unknownWords = (law: Evaluation, facts: ReadonlyMap<string, FactSpec>, path: string): string => {
  const asks = law.pack.questions.get(path.replace(/^reading\./, ''))?.asks
  if (path.startsWith('reading.')) return toSettle(asks ?? path)
  const spec = facts.get(path)
  return toKnow(spec?.gloss ?? path, spec?.type === 'bool')
}

/** The duty of an order that takes part in a conflict. */
const dutyIn = (book: LawBook, law: Evaluation, order: string, acts: readonly string[]): Duty => {
  const norms = law
    .norms()
    .filter(n => n.order === order && acts.includes(n.act) && (n.modality === 'oblige' || n.modality === 'forbid'))
  const norm = norms.find(n => n.holds === 'yes') ?? norms[0]!
  return {
    law: book.lawOf(order),
    must: norm.modality === 'oblige',
    sure: norm.holds === 'yes',
    act: book.act(norm.act),
  }
}

/** A conflict in a sentence, with what would dissolve it; that is worked out when it is read. */
export const conflictView = (
  book: LawBook,
  law: Evaluation,
  conflict: Conflict,
  facts: ReadonlyMap<string, FactSpec> = law.pack.facts,
): LawView['conflicts'][number] => {
  const [a, b] = conflict.orders
  return {
    text: conflictSentence([dutyIn(book, law, a, conflict.acts), dutyIn(book, law, b, conflict.acts)]),
    level: conflict.level,
    get dissolve() {
      return (conflict.dissolve ?? []).map(path => unknownWords(law, facts, path))
    },
  }
}

/** The law panel in a state. */
export const lawView = (matter: Matter, state: State): LawView => {
  const law = lawAt(matter, state)
  const book = bookOf(matter)
  const { orders } = matter.level
  return {
    day: writeDay(state.day),
    forum: book.courtName(state.forum),
    get lab() {
      const { day, forum } = law.at
      const facts = Object.fromEntries(Object.entries(law.at.facts).filter(([path]) => law.pack.facts.has(path)))
      const act = law.conflicts()[0]?.acts[0] ?? 'disclose-content'
      return writeLab({ day, forum, act, facts, suppose: {} })
    },
    orders: orders.map(id => ({
      id,
      name: book.orderName(id),
      findings: actsThatMatter(matter, state, law, id)
        .flatMap(act => findingOf(book, law, id, act) ?? [])
        .sort((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict)),
    })),
    conflicts: law
      .conflicts()
      .filter(conflict => conflict.orders.every(order => orders.includes(order)))
      .map(conflict => conflictView(book, law, conflict, matter.facts)),
  }
}

/** Whether a breach was there before and this scene does not ask about it: then the choice does not make it. */
export const standsIn = (matter: Matter, state: State): ((breach: Breach) => boolean) => {
  const scene = matter.scenes.get(state.scene)
  const asked = scene && 'choices' in scene ? (scene.due ?? []) : []
  return breach =>
    !asked.includes(breach.act) &&
    state.breaches.some(
      old =>
        old.order === breach.order &&
        old.act === breach.act &&
        old.manner === breach.manner &&
        (old.level === breach.level || old.level === 'certain'),
    )
}

/**
 * What each order says of a choice: the gravest thing gives the verdict and comes first, in words everything follows.
 * A breach that was there before, and that this scene does not ask about, is told last and gives no verdict.
 */
export const saysOf = (matter: Matter, state: State, { acts, did, owed, due }: Weighing): ChoiceView['says'] => {
  const law = lawAt(matter, state)
  const book = bookOf(matter)
  const stands = standsIn(matter, state)
  const left = due.filter(act => !acts.includes(act) && !state.acts.includes(act))
  return matter.level.orders.map(order => {
    const name = book.lawOf(order)
    const told: { verdict: Verdict; text: string }[] = []
    const breaches = [...did, ...owed.filter(breach => !stands(breach))].filter(breach => breach.order === order)
    for (const { act, manner, level } of breaches)
      told.push({
        verdict: level === 'certain' ? 'forbids' : 'contested',
        text: breachSentence(name, manner, level, book.act(act)),
      })
    for (const act of acts) {
      const verdict = law.says(order, act)
      if (verdict === 'obliges')
        told.push({ verdict, text: sentence(`${name} obliges you to ${book.act(act)}, and this does it`) })
      else if (verdict === 'permits' || verdict === 'excuses')
        told.push({ verdict, text: verdictSentence(name, verdict, book.act(act)) })
      else if (verdict === 'contested' && !breaches.some(breach => breach.act === act && breach.manner === 'did'))
        told.push({ verdict, text: verdictSentence(name, verdict, book.act(act), inDoubt(law, order, act)) })
    }
    for (const act of left)
      if (law.says(order, act) === 'excuses')
        told.push({ verdict: 'excuses', text: verdictSentence(name, 'excuses', book.act(act)) })
    told.sort((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict))
    const before = owed
      .filter(breach => breach.order === order && stands(breach))
      .map(({ level, act }) => standingSentence(name, level, book.act(act)))
    return {
      order,
      name: book.orderName(order),
      verdict: told[0]?.verdict ?? 'silent',
      text: [...(told.length > 0 ? told.map(each => each.text) : [silentSentence(name)]), ...before].join(' '),
    }
  })
}
