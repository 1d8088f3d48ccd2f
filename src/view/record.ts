/** Meters and what moved them: each change with every reason, each decision with what followed. */
import { writeDay } from '../base/index.ts'
import type { Change, Decision, Matter, State } from '../game/index.ts'
import { spans, unmarked } from '../level/index.ts'
import { bookOf } from './book.ts'
import type { MeterGroup } from './kinds.ts'
import type { ChangeView, DecisionView, EndingView, MeterView } from './types.ts'
import { exposureName, meterWord, sentence, sinceStart } from './words.ts'

const groupOf = (meter: string): MeterGroup =>
  meter.startsWith('exposure.') ? 'exposure' : meter.startsWith('trust.') ? 'trust' : 'case'

const after = (meter: string) => meter.slice(meter.indexOf('.') + 1)

/** A meter's name: "US exposure", "European consumers", "Justice". */
export const meterName = (matter: Matter, meter: string): string => {
  const group = groupOf(meter)
  if (group === 'exposure') return exposureName(after(meter), bookOf(matter).orderName(after(meter)))
  if (group === 'trust') return matter.level.groups.find(each => each.id === after(meter))?.name ?? after(meter)
  return sentence(meter).slice(0, -1)
}

/** Every meter as it stands, with what the last decision moved it by. */
export const metersOf = (matter: Matter, state: State): readonly MeterView[] =>
  matter.meters.map(id => {
    const group = groupOf(id)
    const value = state.meters[id] ?? 0
    const last = state.made.at(-1)?.changes ?? []
    return {
      id,
      group,
      name: meterName(matter, id),
      value,
      words: meterWord(id, group, value),
      better: group === 'exposure' ? 'lower' : 'higher',
      change: last.reduce((sum, change) => sum + (change.meter === id ? change.by : 0), 0),
    }
  })

/** Changes, one for each meter, with all their reasons. */
export const changesOf = (matter: Matter, changes: readonly Change[]): readonly ChangeView[] => {
  const meters = [...new Set(changes.map(change => change.meter))]
  return meters.map(meter => {
    const own = changes.filter(change => change.meter === meter)
    const by = own.reduce((sum, change) => sum + change.by, 0)
    return {
      meter,
      name: meterName(matter, meter),
      by,
      good: groupOf(meter) === 'exposure' ? by <= 0 : by >= 0,
      reasons: own.flatMap(change =>
        change.reasons.map(({ rule, why, authorities }) => ({
          rule,
          why: sentence(why),
          citations: bookOf(matter).cite(authorities),
          model: !matter.pack.rules.has(rule),
          by: change.by,
        })),
      ),
    }
  })
}

/** What chance settled on the way, told as it happened, with why it was unsettled. */
const chancesOf = (matter: Matter, chances: Decision['chances']): readonly string[] =>
  chances.flatMap(({ scene: id, outcome }) => {
    const scene = matter.scenes.get(id)
    if (!scene || !('chance' in scene)) return []
    const drawn = scene.chance.find(each => each.id === outcome)
    return [[...scene.text, drawn?.text ?? '', scene.because].map(unmarked).filter(Boolean).join(' ')]
  })

const decisionOf = (matter: Matter, decision: Decision, number: number): DecisionView => {
  const scene = matter.scenes.get(decision.scene)
  const choice = scene && 'choices' in scene ? scene.choices.find(each => each.id === decision.choice) : undefined
  return {
    number,
    date: writeDay(decision.day),
    scene: scene?.title ?? decision.scene,
    choice: spans(choice?.text ?? decision.choice),
    then: choice?.after ? spans(choice.after) : null,
    chances: chancesOf(matter, decision.chances),
    changes: changesOf(matter, decision.changes),
  }
}

/** Every decision so far, in order. */
export const decisionsOf = (matter: Matter, state: State): readonly DecisionView[] =>
  state.made.map((decision, i) => decisionOf(matter, decision, i + 1))

/** One sentence per meter: where it stands, and what did most to put it there. */
export const verdictsOf = (matter: Matter, state: State): EndingView['verdicts'] =>
  metersOf(matter, state).map(meter => {
    const changes = state.made.flatMap(decision => decision.changes).filter(change => change.meter === meter.id)
    const total = changes.reduce((sum, change) => sum + change.by, 0)
    // What did most in the direction it went; when it came back to where it was, what moved it most at all.
    const telling = changes.filter(change => total === 0 || Math.sign(change.by) === Math.sign(total))
    const most = telling.reduce<Change | null>(
      (best, change) => (best === null || Math.abs(change.by) > Math.abs(best.by) ? change : best),
      null,
    )
    const stands = `${meter.name}: ${meter.words}, at ${meter.value} of 100, ${sinceStart(total)}.`
    const text = most
      ? `${stands} What did most: ${sentence(most.reasons[0]?.why ?? '')}`
      : `${stands} Nothing moved it.`
    return {
      meter,
      text,
      reasons: state.made.flatMap(decision =>
        changesOf(
          matter,
          decision.changes.filter(change => change.meter === meter.id),
        ),
      ),
    }
  })
