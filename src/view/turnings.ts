/** What one order's answer turns on: each single change that would alter it, and pairs of changes that would end a duty. */
import { changesWords, evaluate, type Modality, reachOf, repairs, type Value } from '../law/index.ts'
import { ask, type Lab } from './labstate.ts'
import type { LabState, Turning } from './lawroom.ts'
import type { Verdict } from './types.ts'
import { listed, sentence } from './words.ts'

/** Most turnings told of one order: past these a list is no answer. */
const most = 14
const mostPairs = 6

/** "the content is stored in Ireland or Belgium": clauses that begin alike are said once. */
const together = (clauses: readonly string[]): string => {
  const [first = '', ...rest] = clauses
  const words = first.split(' ')
  let shared = 0
  while (shared < words.length && rest.every(clause => clause.split(' ')[shared] === words[shared])) shared++
  if (rest.length === 0 || shared < 2) return listed(clauses.slice(0, 4), 'or')
  const start = words.slice(0, shared).join(' ')
  return `${start} ${listed(
    clauses.map(clause => clause.slice(start.length + 1)),
    'or',
  )}`
}

/** Each single change of a fact or a reading that would alter what the order says, those of one outcome together. */
export const turningsOf = (lab: Lab, state: LabState, order: string): readonly Turning[] => {
  const law = ask(lab, state)
  const now = law.says(order, state.act)
  const { facts, questions } = reachOf(law, order, state.act)
  const found: Turning[] = []
  for (const path of facts) {
    const spec = lab.pack.facts.get(path)
    const values: readonly Value[] = spec?.type === 'bool' ? [true, false] : spec?.type === 'enum' ? spec.values : []
    const heaps = new Map<Verdict, Value[]>()
    for (const value of values) {
      if (value === (state.facts[path] ?? null)) continue
      const verdict = evaluate(lab.pack, { ...law.at, facts: { ...state.facts, [path]: value } }).says(order, state.act)
      if (verdict !== now) heaps.set(verdict, [...(heaps.get(verdict) ?? []), value])
    }
    for (const [verdict, heap] of heaps)
      found.push({
        text: sentence(`if ${together(heap.flatMap(value => changesWords(lab.pack, { [path]: value })))}`),
        verdict,
        change: { facts: { [path]: heap[0]! } },
      })
  }
  for (const id of questions) {
    const question = lab.pack.questions.get(id)
    for (const reading of question?.readings ?? []) {
      const verdict = evaluate(lab.pack, { ...law.at, suppose: { ...state.suppose, [id]: reading } }).says(
        order,
        state.act,
      )
      if (verdict !== now)
        found.push({
          text: sentence(`if the courts answer “${question?.asks ?? id}” with “${reading.replaceAll('-', ' ')}”`),
          verdict,
          change: { suppose: { [id]: reading } },
        })
    }
  }
  return found.slice(0, most)
}

const dutyOf: Partial<Record<Verdict, readonly Modality[]>> = {
  obliges: ['oblige'],
  forbids: ['forbid'],
  contested: ['oblige', 'forbid'],
}

/** Facts that make it another demand, not another way to meet this one. */
const identity = ['demand.asker', 'demand.instrument', 'demand.served', 'demand.wantsContent', 'demand.wantsRecords']

/** Pairs of changed facts that would free the company of what the order asks, neither being enough alone. */
export const waysOf = (lab: Lab, state: LabState, order: string): readonly Turning[] => {
  const law = ask(lab, state)
  const paths = reachOf(law, order, state.act).facts.filter(path => !identity.includes(path))
  return (dutyOf[law.says(order, state.act)] ?? [])
    .flatMap(modality =>
      repairs(law, { order, [modality]: state.act } as unknown as Parameters<typeof repairs>[1], 'no', paths),
    )
    .filter(repair => Object.keys(repair).length === 2)
    .slice(0, mostPairs)
    .map(repair => ({
      text: sentence(`if ${changesWords(lab.pack, repair).join(', and ')}`),
      verdict: evaluate(lab.pack, { ...law.at, facts: { ...state.facts, ...repair } }).says(order, state.act),
      change: { facts: repair },
    }))
}
