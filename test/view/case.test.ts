/** What a player is shown, from a matter small enough to hold in mind. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { options, replay, start, step } from '../../src/game/index.ts'
import { caseView } from '../../src/view/index.ts'
import { after, coast } from './coast.ts'

const practice = { showPredictions: true, mode: 'practice', seen: [] } as const
const seen = (choices: readonly string[], seed = 0) => caseView(coast, after(choices, seed), practice)
const says = (choices: readonly string[], choice: string) =>
  seen(choices)
    .choices.find(open => open.id === choice)!
    .says.map(each => `${each.order} ${each.verdict}: ${each.text}`)
const finding = (choices: readonly string[], order: string, act: string) =>
  seen(choices)
    .law.orders.find(each => each.id === order)!
    .findings.find(each => each.act === act)!

test('a text comes as spans: emphasis and links are data, never markup', () => {
  expect(seen([]).level.brief).toEqual([
    { kind: 'text', text: 'A ' },
    { kind: 'em', text: 'box' },
    { kind: 'text', text: ', a ' },
    { kind: 'term', text: 'stay', id: 'stay' },
    { kind: 'text', text: ', two coasts.' },
  ])
})

test('each order says of a choice the gravest thing first', () => {
  expect(says([], 'give')).toEqual([
    'north obliges: The law of Northland obliges you to hand over the box, and this does it.',
    'south contested: The law of Southland may forbid you to hand over the box, and this does it.',
  ])
  expect(says([], 'burn-it')[0]).toBe(
    'north forbids: The law of Northland forbids you to burn the box, and this does it.',
  )
  expect(says([], 'wait')).toEqual([
    'north silent: The law of Northland neither asks for this nor forbids it.',
    'south silent: The law of Southland neither asks for this nor forbids it.',
  ])
})

test('a duty whose time has come is told of the choice that leaves it undone, and not of the one that meets it', () => {
  expect(says(['sleep'], 'defy')[0]).toBe(
    'north forbids: The law of Northland obliges you to hand over the box: to leave that undone is what it forbids.',
  )
  expect(says(['sleep'], 'comply')[0]).toContain('north obliges')
})

test('a stay that is asked for in the same breath excuses what is left undone', () => {
  expect(says(['sleep', 'plead'], 'defy')[0]).toBe(
    'north excuses: The law of Northland does not require you, for now, to hand over the box.',
  )
})

test('a finding opens to its rule, the facts it took, its dates and its authority', () => {
  const obliged = finding([], 'north', 'hand-over')
  expect(obliged.text).toBe('The law of Northland obliges you to hand over the box.')
  expect(obliged.exposure).toEqual(['Leaving it undone may cost up to 100 NOK for each day.'])
  expect(obliged.whys).toMatchObject([
    {
      rule: 'n-hand-over',
      says: 'A paper that was served must be obeyed.',
      holds: 'yes',
      inForce: 'in force since 1 January 1900',
      citations: [
        { id: 'north-act', dates: 'in force since 1 January 1900', note: 'Verified in part. Read in translation.' },
      ],
    },
  ])
  expect(obliged.whys[0]!.facts.map(fact => fact.holds)).toEqual(['yes'])
})

test('what beats a duty is shown where the duty fell', () => {
  const excused = finding(['sleep', 'plead'], 'north', 'hand-over')
  expect(excused.verdict).toBe('excuses')
  expect(excused.whys[0]!.rule).toBe('n-stay')
  expect(excused.whys[0]!.against).toMatchObject([{ rule: 'n-hand-over' }])
})

test('contested law is shown as such: each reading, who took it by then, and no ruling of a later day', () => {
  const open = finding([], 'south', 'hand-over')
  expect(open.verdict).toBe('contested')
  expect(open.text).toBe('It is open whether the law of Southland forbids you to hand over the box.')
  expect(open.readings).toEqual([
    { claim: 'What lies in the South is secret.', taken: [] },
    { claim: 'Only letters are secret.', taken: ['Court of Elsewhere, since 1 January 1940'] },
  ])
  expect(open.exposure).toEqual(['Doing it may cost a fine of up to 1,000 SEK.'])
})

test('a possible conflict names both laws and what would dissolve it', () => {
  expect(seen([]).law.conflicts).toEqual([
    {
      text: 'The law of Northland obliges you to hand over the box, and the law of Southland may forbid it: if both do, nobody can obey both.',
      level: 'possible',
      dissolve: ['A ruling on “Is a box at sea secret?”'],
    },
  ])
})

test('predicted directions come before a choice, and only when wanted', () => {
  const open = seen([]).choices.find(choice => choice.id === 'give')!
  expect(open.predictions).toContainEqual({ meter: 'trust.sailors', name: 'Sailors', way: 'down' })
  expect(open.predictions).toContainEqual({ meter: 'exposure.south', name: 'Exposure in Southland', way: 'up' })
  const hidden = caseView(coast, after([]), { ...practice, showPredictions: false })
  expect(hidden.choices.every(choice => choice.predictions.length === 0)).toBe(true)
})

test('documents stay on the desk in the order they came, those of a chance scene too, and are new until opened', () => {
  const choices = ['ask-court']
  expect(seen(choices).documents.map(document => [document.id, document.isNew])).toEqual([
    ['paper', true],
    ['forecast', true],
  ])
  const opened = caseView(coast, after(choices), { ...practice, seen: ['paper'] })
  expect(opened.documents[0]).toMatchObject({ isNew: false, date: '1 January 1950', from: null })
})

test('what chance brought is told, with why it was unsettled', () => {
  const last = seen(['ask-court']).last!
  expect(last.chances[0]).toMatch(/^The lamp turns\. It (passes|stays)\. Nobody can tell the weather\.$/)
})

test('a hearing shows the bench, the other side and what has been put to it', () => {
  const { stage, scene } = seen(['sleep', 'plead'])
  expect(scene.hearing).toBe(true)
  expect(stage.hearing).toMatchObject({
    motion: 'Whether to wait',
    bench: { id: 'judge', face: 'stern', says: 'Well?' },
    counsel: { id: 'agent' },
    points: [{ text: 'Plead.', side: 'us' }],
  })
})

test('the picture shows what lies where, what is on its way, and says so in words', () => {
  const { stage } = seen([])
  expect(stage.sites.map(site => site.holds)).toEqual([[], []])
  expect(stage.travels).toEqual([{ what: 'warrant', from: 'pier', to: 'lamp' }])
  expect(stage.describes).toBe('The lamp room. A warrant goes from The pier to The lamp.')
  expect(seen(['wait']).stage.sites[0]!.holds).toEqual(['content'])
  expect(seen(['give']).stage.travels.map(travel => travel.what)).toEqual(['data', 'letter'])
})

test('the glossary holds the words of this matter and not those of another', () => {
  expect(seen([]).glossary.map(entry => entry.id)).toEqual(['stay'])
})

test('an ending says where each meter stands, what did most, what really happened and what was left out', () => {
  const view = seen(['give', 'go-home'])
  expect(view.choices).toEqual([])
  expect(view.scene.title).toBe('Home')
  expect(view.ending).toMatchObject({
    tone: 'mixed',
    history: [{ date: '1 January 1950', verified: false }],
    simplified: [{ what: 'The sea.', why: 'It is large.' }],
  })
  const justice = view.ending!.verdicts.find(verdict => verdict.meter.id === 'justice')!
  // 20 up for the box, 2 down for every 30 of the 90 days to April and the 30 to May.
  expect(justice.text).toBe('Justice: moving, at 62 of 100, 12 higher than it began. What did most: The case moves on.')
  const unmoved = view.ending!.verdicts.find(verdict => verdict.meter.id === 'exposure.north')!
  expect(unmoved.text).toBe('Exposure in Northland: none, at 0 of 100, as it began. Nothing moved it.')
})

test('of any walk: every change has a reason, sums are right, and the view can be shown as it is', () =>
  fc.assert(
    fc.property(fc.nat(32767), fc.array(fc.nat(20), { maxLength: 12 }), (seed, picks) => {
      let state = start(coast, { seed })
      const first = caseView(coast, state, practice)
      for (const pick of picks) {
        const open = options(coast, state)
        if (open.length === 0) break
        state = step(coast, state, open[pick % open.length]!.id).state
      }
      const view = caseView(coast, state, practice)
      for (const decision of view.decisions)
        for (const change of decision.changes) {
          expect(change.reasons.length).toBeGreaterThan(0)
          expect(change.reasons.reduce((sum, reason) => sum + (reason.by ?? 0), 0)).toBe(change.by)
        }
      for (const [i, meter] of view.meters.entries()) {
        const moved = view.decisions
          .flatMap(decision => decision.changes)
          .filter(change => change.meter === meter.id)
          .reduce((sum, change) => sum + change.by, 0)
        expect(meter.value).toBe(first.meters[i]!.value + moved)
        expect(meter.words).not.toBe('')
      }
      // Plain data: what a page receives is what JSON can carry.
      expect(JSON.parse(JSON.stringify(view))).toEqual(view)
      expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\[object/)
    }),
    { numRuns: 60 },
  ))

test('the code in the view is the play that led there', () => {
  const state = after(['wait', 'give'])
  const again = replay(coast, {
    level: 'lighthouse',
    version: '',
    content: '',
    mode: 'practice',
    seed: 0,
    choices: ['wait', 'give'],
  })
  expect(again.ok && caseView(coast, again.value, practice).code).toBe(caseView(coast, state, practice).code)
})
