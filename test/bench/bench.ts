/**
 * `npm run bench`: whole rule sets a second, Comity beside others in one run, all giving equal answers; and how long
 * the conflict lab waits for its answer. How to read it: `src/law/README.md`.
 */
import { contenders } from './contenders.ts'
import { lab } from './lab.ts'
import { differences, race, type Spread } from './measure.ts'
import { madeUpSet, shippedSet } from './sets.ts'

const say = (text = '') => process.stdout.write(`${text}\n`)
const short = (n: number) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2))
const row = (cells: readonly string[], widths: readonly number[]) =>
  cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join('  ')
const between = ({ low, high }: Spread) => `${short(low)} - ${short(high)}`

/** Aims: times as fast as the fastest library that needs no `unsafe-eval`, and as json-rules-engine; one frame. */
const aims = { library: 5, rulesEngine: 150, frame: 16.7 }

let failed = false
for (const set of [shippedSet(120), madeUpSet(120)]) {
  say(`${set.name}; ${set.known.length} questions on random days, forums and facts`)
  for (const contender of contenders) {
    const wrong = await differences(contender, set)
    if (!wrong.length) continue
    failed = true
    const { ask, here, there } = wrong[0]!
    say(`  ${contender.name} answers ${wrong.length} questions otherwise. The first is question ${ask}:`)
    say(`    only Comity: ${here.join(', ') || 'nothing'}; only ${contender.name}: ${there.join(', ') || 'nothing'}`)
  }
  if (failed) continue
  say('  all answers are equal')
  const laps = await race(set, contenders, { turn: 20, rounds: 25, warm: 400 })
  const widths = [30, 12, 12, 10, 17, 6]
  say(`  ${row(['', 'sets/second', 'microsec.', 'x Comity', 'half of rounds', 'CSP'], widths)}`)
  for (const { contender, micros, times } of laps)
    say(
      `  ${row([contender.name, String(Math.round(1e6 / micros.middle)), short(micros.middle), short(times.middle), between(times), contender.csp ? 'safe' : 'unsafe'], widths)}`,
    )
  const libraries = laps.filter(l => l.contender.csp && l.contender.name !== 'Comity')
  const fastest = libraries.reduce((a, b) => (b.times.middle < a.times.middle ? b : a))
  const engine = libraries.find(l => l.contender.name === 'json-rules-engine')!
  const verdict = (n: number, aim: number) => `${short(n)} times (aim ${aim}: ${n >= aim ? 'reached' : 'not reached'})`
  say(
    `  against the fastest CSP-safe library, ${fastest.contender.name}: ${verdict(fastest.times.middle, aims.library)}`,
  )
  say(`  against json-rules-engine: ${verdict(engine.times.middle, aims.rulesEngine)}`)
  say()
}

if (failed) process.exitCode = 1
else {
  const set = shippedSet(120)
  const cold = lab(set.pack, set.open.slice(0, 60))
  const warm = lab(set.pack, set.open.slice(60))
  const line = (name: string, { whole, worst, parts }: ReturnType<typeof lab>) => {
    say(`  ${name}: ${short(whole.middle)} ms (half: ${between(whole)}; longest ${short(worst)})`)
    say(`    ${parts.map(p => `${p.name} ${short(p.time.middle)}`).join(', ')}`)
  }
  say('the conflict lab, the whole shipped law at once, a third of the facts unknown, processor time')
  line('first questions', cold)
  line('later questions', warm)
  say(`  one frame is ${aims.frame} ms: ${warm.whole.middle <= aims.frame ? 'within it' : 'not within it'}`)
}
