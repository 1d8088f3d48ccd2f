/** The shipped matter, played in Node beside the browser, so that the page can be held against the rules. */
import { resolve } from 'node:path'
import { readShipped } from '../../src/cli/build/matters.ts'
import { type Matter, options, playOf, prepare, type State, start, step, writeCode } from '../../src/game/index.ts'
import { unmarked } from '../../src/level/index.ts'

const shipped = readShipped(resolve(import.meta.dirname, '../../levels'))
export const level = shipped.levels.find(each => each.id === 'dublin-warrant')!
const prepared = prepare(level, shipped.law, shipped.consequences)
if (!prepared.ok) throw new Error('the shipped matter cannot be prepared')
export const matter: Matter = prepared.value

/** One step of a play: what is open, which of it is taken, and where that leads. */
export interface Step {
  readonly scene: string
  readonly choice: string
  /** Its place among the open choices, from 1. */
  readonly number: number
  readonly text: string
}

export interface Walk {
  readonly name: string
  readonly seed: number
  readonly steps: readonly Step[]
  readonly ending: string
  readonly endingTitle: string
  readonly end: State
  /** The result code of the whole play. */
  readonly code: (mode: 'practice' | 'hearing', seed: number) => string
}

/** Follows a worked play of the level, choice by choice. */
export const walk = (play: NonNullable<typeof level.plays>[number]): Walk => {
  const seed = play.seed ?? 0
  let state = start(matter, { seed })
  const steps = play.choices.map((choice): Step => {
    const open = options(matter, state)
    const number = open.findIndex(each => each.id === choice) + 1
    const scene = matter.scenes.get(state.scene)!.title
    const text = unmarked(open[number - 1]!.text)
    state = step(matter, state, choice).state
    return { scene, choice, number, text }
  })
  const end = state
  return {
    name: play.name,
    seed,
    steps,
    ending: end.ending!,
    endingTitle: matter.endings.get(end.ending!)!.title,
    end,
    code: (mode, seed) => writeCode(matter, { ...playOf(matter, { ...end, mode }), seed }),
  }
}

/** Worked plays to different endings that no chance decides, longest first. */
export const walks: readonly Walk[] = (level.plays ?? [])
  .map(walk)
  .filter(each => each.end.made.every(decision => decision.chances.length === 0))
  .sort((a, b) => b.steps.length - a.steps.length)
  .filter((each, i, all) => all.findIndex(other => other.ending === each.ending) === i)
