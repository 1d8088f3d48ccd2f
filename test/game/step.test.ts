import { describe, expect, test } from 'vitest'
import {
  evaluationAt,
  exposures,
  holdsAt,
  options,
  outcomes,
  prepare,
  preview,
  print,
  type State,
  start,
  step,
  weigh,
} from '../../src/game/index.ts'
import { consequences, law, level, prepared } from './lighthouse.ts'
import { played } from './walks.ts'

const matter = prepared()
const changes = (state: State) => state.made.at(-1)!.changes
const brief = (state: State) => changes(state).map(({ meter, by, reasons }) => `${meter} ${by} ${reasons[0]!.rule}`)
const ids = (state: State) => options(matter, state).map(choice => choice.id)

describe('a matter opens', () => {
  test('on its first scene, its day and its court, with flags at their first values', () => {
    const state = start(matter)
    expect(state).toMatchObject({ scene: 'door', day: '1950-01-01', forum: 'north-low', ending: null, seed: 0 })
    expect(state.facts).toMatchObject({ 'flag.waited': 0, 'flag.weather': 'fair', 'flag.wrote': false })
    expect(state.facts['box.burnt']).toBeNull()
  })
  test('with every meter at what the level says, and no exposure, since nothing has been done', () =>
    expect(start(matter).meters).toEqual({
      'exposure.north': 0,
      'exposure.south': 0,
      'trust.sailors': 5,
      'trust.harbours': 55,
      justice: 50,
      treasury: 60,
      standing: 70,
    }))
  test('only on a seed from 0 to 32767', () => {
    expect(() => start(matter, { seed: 32768 })).toThrow(RangeError)
    expect(() => start(matter, { seed: 0.5 })).toThrow('whole number')
  })
  test('on chance too, which is then settled before the first choice', () => {
    const opening = prepared({ ...level, start: 'post' })
    const state = start(opening, { seed: 3 })
    expect(state.scene).toBe('court')
    expect(state.opening).toMatchObject([{ scene: 'post' }])
    expect(state.facts['flag.wrote']).toBe(true)
  })
})

describe('a choice', () => {
  test('is open only while its condition surely holds', () => {
    const waited = played(matter, ['wait'])
    expect(ids(waited)).toContain('wait')
    expect(ids(played(matter, ['wait', 'wait']))).not.toContain('wait')
  })
  test('that is not open is our own mistake, and throws', () =>
    expect(() => step(matter, start(matter), 'comply')).toThrow('"comply" is not open in "door"'))
  test('counts a flag up no further than its bound', () => {
    const counting = prepared({
      ...level,
      scenes: level.scenes.map(scene =>
        'chance' in scene ? scene : { ...scene, choices: scene.choices.map(({ if: _, ...choice }) => choice) },
      ),
    })
    expect(played(counting, ['wait', 'wait', 'wait', 'wait']).facts['flag.waited']).toBe(2)
  })
  test('goes to the first way whose condition holds', () => {
    expect(played(matter, ['sleep']).scene).toBe('court')
    expect(
      outcomes(matter, played(matter, ['wait', 'wait']), 'sleep').some(
        end => end.state.made.at(-1)!.chances[0]?.scene === 'storm',
      ),
    ).toBe(true)
  })
  test('does what its acts entail', () =>
    expect(played(matter, ['sleep', 'comply']).acts).toEqual(['send-everything', 'hand-over']))
  test('leaves the state it was taken in as it was', () => {
    const before = start(matter)
    const copy = structuredClone(before)
    step(matter, before, 'give')
    expect(before).toEqual(copy)
  })
  test('does not change what is unknown by counting', () => {
    const blind = prepared({ ...level, facts: { ...level.facts, 'box.owner': null } })
    expect(played(blind, ['give']).made[0]!.changes.map(change => change.meter)).not.toContain('trust.sailors')
  })
})

describe('breaches', () => {
  test('a deed that is forbidden for certain is a certain breach, by the law before it', () =>
    expect(played(matter, ['burn-it']).breaches).toMatchObject([
      {
        order: 'north',
        act: 'burn',
        manner: 'did',
        level: 'certain',
        rules: ['n-burn'],
        authorities: ['north-penal-code'],
      },
    ]))
  test('a deed under contested law is a possible breach', () =>
    expect(played(matter, ['give']).breaches).toMatchObject([
      { order: 'south', act: 'hand-over', manner: 'did', level: 'possible', rules: ['s-secrecy'] },
    ]))
  test('a duty left undone is no breach before its time has come', () =>
    expect(played(matter, ['sleep']).breaches).toEqual([]))
  test('a duty left undone once its time has come is one, from that day', () =>
    expect(played(matter, ['sleep', 'defy']).breaches).toMatchObject([
      { order: 'north', act: 'hand-over', manner: 'omitted', level: 'certain', since: '1950-03-05' },
    ]))
  test('an omission ends when the act is done, and the deed under the other law begins', () =>
    expect(played(matter, ['sleep', 'defy', 'comply']).breaches).toMatchObject([{ order: 'south', manner: 'did' }]))
  test('an omission ends by law when a stay excuses it', () => {
    expect(played(matter, ['sleep', 'defy', 'plead']).breaches).toEqual([])
    expect(played(matter, ['sleep', 'plead']).breaches).toEqual([])
  })
  test('and comes back when the stay is gone', () =>
    expect(played(matter, ['sleep', 'plead', 'lift']).breaches).toMatchObject([
      { act: 'hand-over', manner: 'omitted' },
    ]))
  test('a duty that revives on the way is not broken before there was a choice in which to meet it', () => {
    const revived = played(matter, ['sleep', 'plead', 'go-upstairs'])
    expect(evaluationAt(matter, revived).says('north', 'hand-over')).toBe('obliges')
    expect(revived.breaches).toEqual([])
    expect(step(matter, revived, 'shrug').state.breaches).toMatchObject([{ manner: 'omitted', since: '1950-03-20' }])
    expect(step(matter, revived, 'obey').state.breaches).toMatchObject([{ manner: 'did' }])
  })
  test('an omission that only pauses within one step never ended, and nobody reacts to it', () => {
    const paused = played(matter, ['sleep', 'defy', 'go-upstairs'])
    expect(paused.breaches).toMatchObject([{ manner: 'omitted', since: '1950-03-05' }])
    expect(changes(paused).filter(change => change.meter === 'standing')).toEqual([])
  })
  test('a choice can be weighed without being taken: what it does, breaks and leaves undone', () => {
    const court = played(matter, ['sleep'])
    expect(weigh(matter, court, 'defy')).toMatchObject({
      acts: [],
      did: [],
      owed: [{ act: 'hand-over' }],
      due: ['hand-over'],
    })
    expect(weigh(matter, court, 'comply')).toMatchObject({
      acts: ['send-everything', 'hand-over'],
      did: [{ order: 'south' }],
      owed: [],
    })
    expect(weigh(matter, court, 'plead').owed).toEqual([])
    expect(() => weigh(matter, court, 'give')).toThrow('not open')
  })
  test('a breach that lasts is reacted to once', () => {
    const state = played(matter, ['sleep', 'defy', 'defy'])
    expect(state.made.map(decision => decision.changes.filter(change => change.meter === 'standing').length)).toEqual([
      0, 1, 0,
    ])
  })
  test('a deed stays done whatever comes later, and is judged by the law of its moment', () => {
    const before = played(matter, ['give'])
    const after = played(matter, ['give', 'notice'])
    expect(after.facts['paper.notice']).toBe(true)
    expect(exposures(matter, after)).toEqual(exposures(matter, before))
  })
})

describe('meters', () => {
  test('move by the consequence rules, one change each, with the rule and its sentence', () => {
    const state = played(matter, ['give'])
    expect(brief(state)).toEqual([
      'justice 20 justice-served',
      'trust.sailors -5 trust-south',
      'treasury -3 treasury-possible',
      'justice -6 justice-delay',
      'exposure.south 15 s-secrecy',
    ])
    expect(changes(state)[0]!.reasons).toEqual([{ rule: 'justice-served', authorities: [], why: 'The case moves on.' }])
  })
  test('stop at their bounds, and the change says what they really moved by', () =>
    expect(played(matter, ['give']).meters['trust.sailors']).toBe(0))
  test('name the authorities of the law when a breach is the cause, besides those of the model', () => {
    const standing = changes(played(matter, ['sleep', 'defy'])).find(change => change.meter === 'standing')
    expect(standing?.reasons).toEqual([
      { rule: 'standing-defied', authorities: ['north-bench-book', 'north-act'], why: 'The court waits.' },
    ])
  })
  test('of trust move only for the customers the rule speaks of', () =>
    expect(changes(played(matter, ['give'])).filter(change => change.meter.startsWith('trust.'))).toHaveLength(1))
  test('feel each full month that passes', () =>
    expect(changes(played(matter, ['sleep']))).toMatchObject([{ meter: 'justice', by: -4 }]))
  test('react to a fact once, when it takes its value, and not when it only keeps it', () => {
    const burnt = changes(played(matter, ['burn-it']))
    expect(burnt.filter(change => change.reasons[0]!.rule === 'justice-burnt')).toMatchObject([{ by: -50 }])
  })
  test('feel that a breach has ended', () => {
    const state = played(matter, ['sleep', 'defy', 'comply'])
    expect(brief(state)).toContain('standing 4 standing-purged')
    expect(changes(state).find(change => change.meter === 'standing')!.reasons[0]!.authorities).toEqual(['north-act'])
  })
})

describe('exposure', () => {
  test('of a certain breach is the mean of both ends of its interval', () => {
    const [north] = exposures(matter, played(matter, ['burn-it']))
    expect(north).toMatchObject({ order: 'north', meter: 'exposure.north', points: 70 })
    expect(north!.stakes).toMatchObject([{ kind: 'crime', min: 6, max: 24, points: 70, rules: ['n-burn'] }])
  })
  test('of a possible breach starts at nothing', () =>
    expect(exposures(matter, played(matter, ['give']))[1]).toMatchObject({ order: 'south', points: 15 }))
  test('rises with its law rule and authority as the reason', () => {
    const rise = changes(played(matter, ['sleep', 'defy'])).find(change => change.meter === 'exposure.north')
    expect(rise).toMatchObject({ by: 30, reasons: [{ rule: 'n-hand-over', authorities: ['north-act'] }] })
    expect(rise!.reasons[0]!.why).toBe(
      'Northland: to hand over the box is owed, and undone; up to 100 NOK a day at stake.',
    )
  })
  test('falls when the breach is over, and says so', () => {
    const fall = changes(played(matter, ['sleep', 'defy', 'plead'])).find(change => change.meter === 'exposure.north')
    expect(fall).toMatchObject({ by: -30, reasons: [{ rule: 'n-hand-over', authorities: ['north-act'] }] })
    expect(fall!.reasons[0]!.why).toBe(
      'Northland: to hand over the box is no longer a breach; up to 100 NOK a day had been at stake.',
    )
  })
  test('follows the facts while an omission lasts: a fine that is set makes it graver', () => {
    const fined = prepared({ ...level, facts: { ...level.facts, 'keeper.fined': true } })
    expect(exposures(fined, played(fined, ['sleep', 'defy']))[0]).toMatchObject({ points: 60 })
  })
})

describe('cues', () => {
  test('tell what moved, travelled, broke and ended, and nothing that the state does not hold', () => {
    const { cues } = step(matter, start(matter), 'give')
    expect(cues).toEqual([
      { kind: 'travelled', what: 'data', from: 'lamp', to: 'pier' },
      { kind: 'travelled', what: 'letter', from: 'pier', to: 'lamp' },
      { kind: 'breached', order: 'south', act: 'hand-over' },
      { kind: 'moved', meter: 'exposure.south', by: 15 },
      { kind: 'moved', meter: 'trust.sailors', by: -5 },
      { kind: 'moved', meter: 'justice', by: 14 },
      { kind: 'moved', meter: 'treasury', by: -3 },
    ])
    expect(step(matter, start(matter), 'burn-it').cues).toContainEqual({ kind: 'ended', ending: 'ashes' })
  })
})

describe('a preview', () => {
  test('says which meters a choice moves and which way', () =>
    expect(preview(matter, start(matter), 'give')).toEqual([
      { meter: 'exposure.south', way: 'up' },
      { meter: 'trust.sailors', way: 'down' },
      { meter: 'justice', way: 'up' },
      { meter: 'treasury', way: 'down' },
    ]))
  test('does not tell what chance has in store: it is the same for every seed', () => {
    const seen = [0, 1, 2, 3, 4, 5, 6, 7].map(seed =>
      JSON.stringify(preview(matter, start(matter, { seed }), 'ask-court')),
    )
    expect(new Set(seen).size).toBe(1)
  })
  test('says either where chance decides the direction', () => {
    const torn = prepared(level, {
      ...consequences,
      rules: [
        ...consequences.rules,
        { id: 'calm-sea', on: { fact: 'paper.stayed', is: true }, meter: 'standing', by: 5, why: 'Calm.' },
        { id: 'late-post', on: { act: 'ask-stay' }, meter: 'standing', by: -2, why: 'Trouble.' },
      ],
    })
    expect(preview(torn, start(torn), 'ask-court')).toContainEqual({ meter: 'standing', way: 'either' })
  })
})

describe('an ending', () => {
  const over = played(matter, ['give', 'go-home'])
  test('leaves nothing to choose', () => {
    expect(over.ending).toBe('home')
    expect(options(matter, over)).toEqual([])
  })
  test('has its own day, and the scene before it stays on the stage', () =>
    expect(over).toMatchObject({ scene: 'harbour', day: '1950-05-01' }))
})

describe('law and conditions', () => {
  test('can be asked in any state, with flags among the facts', () => {
    const state = played(matter, ['wait'])
    expect(evaluationAt(matter, state).says('north', 'hand-over')).toBe('obliges')
    expect(evaluationAt(matter, state).says('south', 'hand-over')).toBe('contested')
    expect(evaluationAt(matter, state).at.facts['flag.waited']).toBe(1)
    expect(holdsAt(matter, state, 'flag.waited > 0')).toBe('yes')
    expect(holdsAt(matter, start(matter), 'flag.waited > 0')).toBe('no')
  })
  test('that cannot be compiled are told with their place, all at once', () => {
    const broken = prepare({ ...level, sites: [{ ...level.sites[0]!, if: 'flag.wated > 0' }] }, law, {
      ...consequences,
      rules: [{ ...consequences.rules[0]!, when: 'box.gon' }],
    })
    expect(broken.ok).toBe(false)
    expect(broken.problems.map(problem => problem.where.path)).toEqual([
      ['sites', 0, 'if'],
      ['rules', 0, 'when'],
    ])
    expect(broken.problems[0]!.mend).toContain('flag.waited')
  })
})

test('a state prints as text that a person can check', () =>
  expect(print(matter, played(matter, ['sleep', 'defy']))).toMatchInlineSnapshot(`
    "scene    court
    day      1950-03-05, north-high
    done     nothing yet
    due      hand-over
    found    NORTH forbid burn: yes  [north-penal-code]
    found    NORTH oblige hand-over: yes  [north-act]
    found    SOUTH forbid hand-over: unknown  [south-secrecy-act]
    breach   NORTH omitted hand-over: certain, since 1950-03-05
    stake    NORTH 30: per-day
    conflict NORTH SOUTH hand-over: possible
    meters   exposure.north 30, exposure.south 0, trust.sailors 5, trust.harbours 55, justice 46, treasury 60, standing 60"
  `))
