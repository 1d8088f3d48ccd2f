/**
 * A motion made into a debate: the graph of its issues, the cards each side can hold, and what is at stake.
 *
 * An argument leads from its premises to the position it is held for; positions of an issue are rivals, so a rebuttal
 * needs no more. An undercut is an exception, and whether it stands is an issue of its own, as is an attack on a
 * premise: the attacker must outweigh what it attacks. So two arguments that undercut each other never wait for each
 * other in vain. Attacks bite where both arguments are held in the same issue. Whoever lays a card lays its argument,
 * what holds it together, and all its attacks.
 */
import type { Day } from '../base/index.ts'
import {
  type Argument,
  type Dossier,
  isOpen,
  type Motion,
  type MotionIssue,
  type Position,
  type Premise,
  premisesOn,
} from './argument.ts'
import type { Card, Side, Stake } from './duel.ts'
import type { Decision } from './evaluate.ts'
import {
  type Graph,
  type GraphArgument,
  type Issue,
  type StandardName,
  type Statement,
  type Weight,
  weightOf,
} from './graph.ts'
import { isContradicted, type Occasion } from './record.ts'

/** What may be changed about a motion: another forum, another day, other facts, another bar for every issue. */
export interface Setting {
  readonly forum?: string
  readonly day?: Day
  readonly facts?: Motion['facts']
  readonly standard?: StandardName
  /** Issues that may still be argued; all, when left out. On appeal those that were raised below. */
  readonly issues?: readonly string[]
}

/** A motion ready to be argued. */
export interface Hearing {
  readonly motion: Motion
  readonly occasion: Occasion
  readonly graph: Graph
  readonly stakes: readonly Stake[]
  /** Cards by side: `pro` is the side that moves. The id of a card is that of its argument. */
  readonly files: Readonly<Record<Side, readonly Card[]>>
}

/** Which side of the table a party sits on. */
export const seatOf = (motion: Pick<Motion, 'mover'>, party: Motion['mover']): Side =>
  motion.mover === party ? 'pro' : 'con'

/** The statement that a position of an issue is. */
export const positionId = (issue: string, position: string): string => `${issue}/${position}`
/** The statement that a premise of an argument is. */
export const premiseId = (argument: string, premise: string): string => `${argument}/${premise}`
/** The exception that stands when one argument undercuts another; also the id of the attack as an argument. */
export const attackId = (by: string, target: string): string => `${by}>${target}`
/** The statement that another is not so. */
export const deniedId = (statement: string): string => `not ${statement}`

/** The arguments that can be held for a position on that day. */
export const holdable = (position: Position, dossier: Dossier, day: Day): readonly Argument[] =>
  position.arguments.flatMap(id => dossier.arguments.find(a => a.id === id && isOpen(a, day)) ?? [])

/** Makes a motion ready. `weigh` says what an argument is worth there and then. */
export const hearingOf = (
  motion: Motion,
  dossier: Dossier,
  weigh: (argument: Argument, occasion: Occasion) => Weight,
  setting: Setting = {},
): Hearing => {
  const occasion: Occasion = {
    forum: setting.forum ?? motion.forum,
    day: setting.day ?? motion.day,
    facts: setting.facts ?? motion.facts,
  }
  const statements: Record<string, Statement> = {}
  const assumptions: string[] = []
  const entries: GraphArgument[] = []
  const issues: Issue[] = []
  const stakes: Stake[] = []
  const files: Record<Side, Card[]> = { pro: [], con: [] }

  const layOut = (issue: MotionIssue): void => {
    const standard = setting.standard ?? issue.standard
    const ids = issue.positions.map(p => positionId(issue.id, p.id))
    issue.positions.forEach((p, i) => {
      statements[ids[i]!] = { text: p.says }
    })
    issues.push({ id: issue.id, positions: ids, standard })
    const bears = issue.positions.find(p => p.id === issue.burden)!
    stakes.push({ issue: issue.id, side: seatOf(motion, bears.side), position: positionId(issue.id, bears.id) })

    const held = issue.positions.map(p => holdable(p, dossier, occasion.day))
    const here = new Map(held.flat().map(a => [a.id, a]))
    const attacksOn = (a: Argument) => a.attackedBy.filter(x => here.has(x.by))
    const exceptionsOf = (a: Argument) =>
      attacksOn(a).flatMap(x => (x.kind === 'undercut' ? [attackId(x.by, a.id)] : []))
    const premisesOf = (a: Argument) => premisesOn(a, occasion.day).map(p => premiseId(a.id, p.id))
    /** Puts a premise down: undisputed, unless the facts say otherwise. */
    const suppose = (id: string, p: Premise) => {
      statements[id] = { text: p.says }
      if (!isContradicted(p, occasion.facts)) assumptions.push(id)
    }
    const own = new Map<string, string[]>()
    const add = (owner: string, argument: GraphArgument) => {
      entries.push(argument)
      own.set(owner, [...(own.get(owner) ?? []), argument.id])
    }

    const weights = new Map([...here.values()].map(a => [a.id, weigh(a, occasion)]))
    const dispute = (id: string, text: string, denial: string) => {
      statements[id] = { text }
      statements[deniedId(id)] = { text: denial }
      issues.push({ id: `${id}?`, positions: [id, deniedId(id)], standard: 'preponderance' })
    }

    issue.positions.forEach((position, i) => {
      const { supposes } = position
      const supposed = supposes ? [`${positionId(issue.id, position.id)}/${supposes.id}`] : []
      if (supposes) suppose(supposed[0]!, supposes)
      for (const a of held[i]!) {
        const weight = weights.get(a.id)!
        add(a.id, {
          id: a.id,
          premises: [...premisesOf(a), ...supposed],
          exceptions: exceptionsOf(a),
          conclusion: positionId(issue.id, position.id),
          weight,
          text: a.claim,
        })
        const taken = new Set(attacksOn(a).flatMap(x => (x.premise === undefined ? [] : [x.premise])))
        for (const p of premisesOn(a, occasion.day)) {
          const id = premiseId(a.id, p.id)
          if (taken.has(p.id)) {
            dispute(id, p.says, `It is not so: ${p.says}`)
            // Against the facts nobody can back it, attacked or not.
            if (!isContradicted(p, occasion.facts))
              add(a.id, { id, premises: [], exceptions: [], conclusion: id, weight, text: p.says })
          } else {
            suppose(id, p)
          }
        }
      }
    })
    for (const target of here.values())
      for (const x of attacksOn(target)) {
        if (x.kind === 'rebut') continue
        const id = attackId(x.by, target.id)
        const premise = x.premise === undefined ? undefined : premiseId(target.id, x.premise)
        // A premise that cannot be said yet cannot be taken away either.
        if (premise !== undefined && statements[premise] === undefined) continue
        const by = here.get(x.by)!
        const weight = weights.get(by.id)!
        const holds = weights.get(target.id)!
        if (premise === undefined) {
          const text = `The step holds: ${target.claim}`
          dispute(id, x.says, text)
          add(target.id, {
            id: deniedId(id),
            premises: [],
            exceptions: [],
            conclusion: deniedId(id),
            weight: holds,
            text,
          })
        }
        // An attack that cannot outweigh its target fails whatever else is the case, and need not wait for it.
        const vain = weightOf(weight) <= weightOf(holds)
        add(by.id, {
          id,
          premises: vain ? [] : premisesOf(by),
          exceptions: vain ? [] : exceptionsOf(by),
          conclusion: premise === undefined ? id : deniedId(premise),
          weight,
          text: x.says,
        })
      }
    issue.positions.forEach((position, i) => {
      for (const a of held[i]!)
        files[seatOf(motion, position.side)].push({ id: a.id, arguments: own.get(a.id)!, text: a.claim })
    })
  }

  for (const issue of motion.issues)
    if (setting.issues === undefined || setting.issues.includes(issue.id)) layOut(issue)
  return { motion, occasion, graph: { statements, assumptions, arguments: entries, issues }, stakes, files }
}

/** What the bench orders. */
export interface Relief {
  /** The position that prevails in each issue: the one that was proved, or the one opposite the burden. */
  readonly issues: Readonly<Record<string, string>>
  readonly relief: 'granted' | 'refused' | 'partly'
}

/** Reads the decisions of the issues as an order. Issues that were not argued are not in it. */
export const reliefOf = (motion: Motion, decisions: Readonly<Record<string, Pick<Decision, 'decided'>>>): Relief => {
  const argued = motion.issues.filter(i => decisions[i.id] !== undefined)
  const prevailing = argued.map(issue => {
    const { decided } = decisions[issue.id]!
    const proved = issue.positions.find(p => positionId(issue.id, p.id) === decided)
    return proved ?? issue.positions.find(p => p.id !== issue.burden)!
  })
  const won = prevailing.filter(p => p.side === motion.mover).length
  const enough = motion.needs === 'one' ? won > 0 : won > 0 && won === argued.length
  return {
    issues: Object.fromEntries(argued.map((issue, i) => [issue.id, prevailing[i]!.id])),
    relief: enough ? 'granted' : won > 0 ? 'partly' : 'refused',
  }
}
