/** The arguments as they are shipped: whole, dated, two-sided, and each with somebody to answer it. */
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import {
  type Argument,
  argumentsOf,
  causes,
  checkArguments,
  fitOf,
  heardOf,
  isOpen,
  parseArguments,
  placeArguments,
} from '../../src/debate/index.ts'
import { shippedLaw } from '../law/shipped.ts'
import { argumentFiles, argumentTexts, courts, dossier } from './shipped.ts'

const names = Object.keys(argumentTexts)
const all = dossier.arguments
const argument = (id: string): Argument => all.find(a => a.id === id)!
const count = <T>(list: readonly T[], key: (each: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const each of list) counts[key(each)] = (counts[key(each)] ?? 0) + 1
  return counts
}

describe('the shipped arguments', () => {
  test.each(names)('%s has the shape of a file of arguments', name => {
    expect(parseArguments(argumentTexts[name]!, name).problems.map(printProblem)).toEqual([])
  })

  test('lead nowhere astray: every argument, premise, authority, forum, fact and motion that is named exists', () => {
    const problems = checkArguments(argumentFiles, { law: shippedLaw, names })
    expect(
      problems.flatMap(p => placeArguments([p], argumentTexts[p.where.file!]!, p.where.file)).map(printProblem),
    ).toEqual([])
  })

  test('are 63 for the trainer and 28 counter-moves', () => {
    expect(count(all, a => a.tier)).toEqual({ core: 63, reply: 28 })
    expect(count(all, a => `${a.side} ${a.tier}`)).toEqual({
      'resist core': 30,
      'resist reply': 1,
      'compel core': 23,
      'compel reply': 23,
      'comply-with-channel core': 10,
      'comply-with-channel reply': 4,
    })
  })

  test('have three premises each, but for the agreements of two states, and the authorities and the record the sources give them', () => {
    expect(all.filter(a => a.premises.length !== 3).map(a => a.id)).toEqual(['h-exec-agreement'])
    expect(all.flatMap(a => a.authorities)).toHaveLength(229)
    expect(
      count(
        all.flatMap(a => a.record),
        r => `${r.accepted}`,
      ),
    ).toEqual({ true: 87, false: 53, partly: 40 })
  })

  test('attack each other in three ways', () => {
    expect(
      count(
        all.flatMap(a => a.attackedBy),
        x => x.kind,
      ),
    ).toEqual({ rebut: 71, undercut: 68, undermine: 8 })
  })

  test('are each answered by somebody, except that no world court is open, which nobody disputes', () => {
    expect(all.filter(a => a.attackedBy.length === 0).map(a => a.id)).toEqual(['c-no-forum'])
  })

  test('are answered by the other side', () => {
    const friendly = all.flatMap(a =>
      a.attackedBy.filter(x => argument(x.by).side === a.side).map(x => `${x.by} > ${a.id}`),
    )
    expect(friendly).toEqual([])
  })

  test('are all held by some motion', () => {
    const held = new Set(dossier.motions.flatMap(m => m.issues.flatMap(i => i.positions.flatMap(p => p.arguments))))
    expect(all.filter(a => !held.has(a.id)).map(a => a.id)).toEqual([])
  })

  test('let no real company speak: their names stand in cases and in what people get wrong', () => {
    const spoken = all.flatMap(a => [
      a.claim,
      a.plain,
      ...a.premises.map(p => p.says),
      ...a.attackedBy.map(x => x.says),
    ])
    expect(spoken.filter(text => /Microsoft|Google|Apple|Nimbus/.test(text))).toEqual([])
  })
})

describe('time', () => {
  test('nothing of the Act of 2018 can be used before 23 March 2018', () => {
    const young = ['us-sca-2713', 'us-sca-2703-h', 'us-cloud-act-2018', 'us-cloud-2523']
    const cards = all.filter(a => a.authorities.every(id => young.includes(id)) || a.id === 'c-cloud-act-answers')
    expect(cards.map(a => a.id)).toContain('c-cloud-act-answers')
    expect(cards.filter(a => isOpen(a, '2018-03-22')).map(a => a.id)).toEqual([])
    for (const id of [
      'c-cloud-act-answers',
      'c-keys-abroad',
      'r-2703h-motion',
      'c-not-qualifying',
      'h-common-law-comity-left',
    ])
      expect([isOpen(argument(id), '2018-03-22'), isOpen(argument(id), '2018-03-23')]).toEqual([false, true])
  })

  test('article 48 says nothing before 25 May 2018, and its guidelines nothing before 4 June 2025', () => {
    expect([isOpen(argument('r-gdpr-48'), '2018-05-24'), isOpen(argument('r-gdpr-48'), '2018-05-25')]).toEqual([
      false,
      true,
    ])
    expect([
      isOpen(argument('c-order-to-parent'), '2025-06-03'),
      isOpen(argument('c-order-to-parent'), '2025-06-04'),
    ]).toEqual([false, true])
  })

  test('no premise or mistake is known before its argument, and none is dated after the last day of the record', () => {
    const days = all.flatMap(a =>
      [...a.premises.map(p => p.from), a.mistake.from].flatMap(d => (d ? [[a.from, d]] : [])),
    )
    expect(days.length).toBeGreaterThan(30)
    expect(days.filter(([from, day]) => day! < from! || day! > '2026-11-22')).toEqual([])
  })

  test('in April 2014 nobody could say that Ireland was willing; after its brief of December they could', () => {
    const { premises } = argument('h-mlat-first')
    expect(premises.find(p => p.id === 'ireland-willing')!.from).toBe('2014-12-23')
  })
})

describe('how an argument fits', () => {
  const dublin = dossier.motions.find(m => m.id === 'dublin-magistrate')!
  const at = (facts: Record<string, unknown>) => ({ day: dublin.day, facts: { ...dublin.facts, ...facts } })

  test('all its facts are there', () => {
    expect(fitOf(argument('r-warrant-territorial'), at({}))).toBe(100)
  })
  test('a copy at home takes one of three away', () => {
    expect(fitOf(argument('r-warrant-territorial'), at({ 'data.usCopy': true }))).toBe(66)
  })
  test('what nobody knows does not count for it', () => {
    expect(fitOf(argument('r-foreign-user'), at({}))).toBe(50)
    expect(fitOf(argument('r-foreign-user'), at({ 'person.usPerson': false }))).toBe(100)
  })
  test('a bound is a factor: fourteen days are in time, fifteen are not', () => {
    const facts = { 'person.usPerson': false, 'person.residence': 'uk', 'data.contentAt': 'uk' }
    const within = (days: number) =>
      fitOf(argument('r-2703h-motion'), at({ ...facts, 'demand.daysSinceService': days }))
    expect([within(14), within(15)]).toEqual([100, 75])
  })
})

describe('the record', () => {
  const heard = (id: string, forum: string, day: string) =>
    heardOf(argument(id), { forum, day }, courts).map(h => `${h.bearing} ${h.reception.forum} ${h.reception.accepted}`)

  test("a court's own word comes first, then those above it, then everybody else", () => {
    expect(heard('c-bank-records', 'us-sdny', '2014-07-31')).toEqual([
      'own us-sdny true',
      'persuasive us-11th-cir true',
    ])
    expect(heard('c-bank-records', 'us-sdny', '2016-07-14')[1]).toBe('binding us-2d-cir false')
  })
  test('what had not been said yet is not heard', () => {
    expect(heard('r-warrant-territorial', 'us-2d-cir', '2016-07-13')).toEqual([
      'persuasive us-sdny false',
      'persuasive us-sdny-magistrate false',
    ])
  })
  test('a dissent binds nobody, not even its own court', () => {
    expect(heard('c-domestic-disclosure', 'us-2d-cir', '2017-01-25')).toEqual([
      'own us-2d-cir false',
      'persuasive us-2d-cir partly',
    ])
  })
})

test('whatever a file of arguments holds, it is told and never thrown', () => {
  for (const odd of [null, 1, [], {}, { arguments: null }, { arguments: [null] }, { motions: [{ issues: [{}] }] }])
    expect(() => argumentsOf(odd)).not.toThrow()
  expect(causes).toHaveLength(3)
})
