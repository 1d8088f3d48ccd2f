/**
 * Time, fairly: processor time instead of the clock on the wall, and rounds in which everybody takes a turn, so that a
 * machine that is slow or busy for a while is so for all. What counts is each one's time over Comity's in the same round.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Contender, comity } from './contenders.ts'
import { comityAnswer } from './referee.ts'
import type { RuleSet } from './sets.ts'

/** A middle value and the quarter below and above which a quarter of the rounds lie. */
export interface Spread {
  readonly middle: number
  readonly low: number
  readonly high: number
}

export const spread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { middle: at(0.5), low: at(0.25), high: at(0.75) }
}

/** One contender's result: microseconds of processor time for a whole rule set, and how many times Comity's that is. */
export interface Lap {
  readonly contender: Contender
  readonly micros: Spread
  readonly times: Spread
}

/** How long each turn takes at least, how many rounds there are, and how long everybody warms up, in milliseconds. */
export interface Pace {
  readonly turn: number
  readonly rounds: number
  readonly warm: number
}

setFlagsFromString('--expose-gc')
/** Clears away what others have thrown out, so that nobody pays for it in his own turn. */
const tidy = runInNewContext('gc') as (how: { readonly type: 'minor' }) => void

/** Asks from `next` on, `count` of them, all round; microseconds of processor time. */
const turn = async (run: (ask: number) => unknown, asks: number, next: number, count: number): Promise<number> => {
  const before = process.cpuUsage()
  for (let i = 0; i < count; i++) {
    const answer = run((next + i) % asks)
    if (answer instanceof Promise) await answer
  }
  const used = process.cpuUsage(before)
  return used.user + used.system
}

/** Which of the questions a contender answers otherwise than Comity; none, if all is well. */
export const differences = async (
  contender: Contender,
  { pack, known }: RuleSet,
): Promise<readonly { ask: number; here: readonly string[]; there: readonly string[] }[]> => {
  const run = contender.prepare(pack, known)
  const found = []
  for (const [ask, at] of known.entries()) {
    const expected = comityAnswer(pack, at)
    const answer = contender.read(pack, (await run(ask)) as never)
    const here = expected.filter(x => !answer.includes(x))
    const there = answer.filter(x => !expected.includes(x))
    if (here.length || there.length) found.push({ ask, here, there })
  }
  return found
}

/** Times everybody on one rule set. Comity is put first if it is not there. */
export const race = async (set: RuleSet, all: readonly Contender[], pace: Pace): Promise<readonly Lap[]> => {
  const asks = set.known.length
  const runners = [comity, ...all.filter(c => c !== comity)].map(contender => ({
    contender,
    run: contender.prepare(set.pack, set.known),
    next: 0,
    count: 1,
    micros: [] as number[],
  }))
  for (const r of runners) {
    let used = 0
    let done = 0
    while (used < pace.warm * 1000) {
      used += await turn(r.run, asks, done, 10)
      done += 10
      // The last tenth of the warming up tells how many make a turn.
      r.count = Math.max(10, Math.round((pace.turn * 1000 * done) / used))
    }
  }
  for (let round = 0; round < pace.rounds; round++)
    for (const r of runners) {
      // Half a turn's run-up, so that nobody is timed while the machine still remembers somebody else.
      await turn(r.run, asks, r.next, Math.ceil(r.count / 2))
      tidy({ type: 'minor' })
      r.micros.push((await turn(r.run, asks, r.next, r.count)) / r.count)
      r.next = (r.next + r.count) % asks
    }
  const base = runners[0]!.micros
  return runners.map(({ contender, micros }) => ({
    contender,
    micros: spread(micros),
    times: spread(micros.map((m, i) => m / base[i]!)),
  }))
}
