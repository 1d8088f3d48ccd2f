/** What authorities weigh, in shipped courts and on shipped dates. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorityKinds,
  authorityTable,
  type Bench,
  type Cited,
  type CourtSeat,
  weighAuthorities,
  weighAuthority,
} from '../../src/debate/index.ts'

const law = (name: string) => JSON.parse(readFileSync(`levels/law/${name}.json`, 'utf8'))
const courts: readonly CourtSeat[] = law('courts').courts
interface Holding {
  readonly court: string
  readonly from: string
  readonly to?: string
  readonly ended?: 'reversed' | 'vacated' | 'superseded'
  readonly cite: string
}
const cases: readonly Cited[] = (law('us').holdings as readonly Holding[]).map(holding => ({
  id: holding.cite,
  kind: 'case',
  order: 'us',
  court: holding.court,
  from: holding.from,
  ...(holding.to === undefined ? {} : { to: holding.to }),
  ...(holding.ended === undefined ? {} : { ended: holding.ended }),
}))
const cited = (id: string): Cited => cases.find(each => each.id === id)!
const bench = (forum: string, day: string, more: Partial<Bench> = {}): Bench => ({ courts, forum, day, ...more })
const weigh = (what: Cited, at: Bench) => {
  const { weight, standing, binding } = weighAuthority(what, at)
  return [weight, standing, binding]
}
const second = cited('us-ms-2dcir-2016')
const made = (parts: Partial<Cited>): Cited => ({ id: 'x', kind: 'case', order: 'us', from: null, ...parts })

describe('the Second Circuit on the warrant', () => {
  test.each([
    ['us-sdny', '2016-07-13', [0, 'not-yet', false]],
    ['us-2d-cir', '2016-07-14', [0, 'this-very-ruling', false]],
    ['us-sdny', '2016-07-14', [95, 'court-above', true]],
    ['us-sdny', '2017-01-01', [95, 'court-above', true]],
    ['us-sdny-magistrate', '2017-01-01', [95, 'court-above', true]],
    ['us-2d-cir', '2017-01-24', [90, 'own-court', true]],
    ['us-ed-pa', '2017-02-03', [60, 'sister-court', false]],
    ['us-scotus', '2018-02-27', [45, 'court-below', false]],
    ['ie-high-court', '2017-01-01', [35, 'foreign', false]],
    ['us-sdny', '2018-04-16', [95, 'court-above', true]],
    ['us-sdny', '2018-04-17', [15, 'vacated', false]],
    ['us-sdny', '2019-01-01', [15, 'vacated', false]],
    ['ie-high-court', '2019-01-01', [15, 'vacated', false]],
  ])('in %s on %s', (forum, day, expected) => expect(weigh(second, bench(forum, day))).toEqual(expected))
  test('each number has its reason', () => {
    const says = (forum: string, day: string, what = second) => weighAuthority(what, bench(forum, day)).says
    expect([
      says('us-sdny', '2017-01-01'),
      says('us-ed-pa', '2017-02-03'),
      says('us-sdny', '2018-04-17', { ...second, endedBy: 'the Supreme Court' }),
      says('us-sdny', '2016-08-01', cited('us-ms-francis-2014')),
      says('us-2d-cir', '2015-09-09'),
    ]).toEqual([
      'The Court of Appeals for the Second Circuit stands above the District Court, Southern District of New York, so its ruling binds.',
      'The Court of Appeals for the Second Circuit neither stands above the District Court, Eastern District of Pennsylvania nor below it, so it persuades and does not bind.',
      'It was vacated on 17 April 2018 by the Supreme Court: it binds nobody any more, though its reasons can still be read.',
      'It was reversed on 14 July 2016: a higher court found it wrong.',
      'On 9 September 2015 it does not exist yet: it is of 14 July 2016.',
    ])
  })
})

describe('the magistrate and the district judge of 2014', () => {
  test.each([
    ['us-ms-francis-2014', 'us-sdny-magistrate', '2014-04-25', 'this-very-ruling'],
    ['us-ms-francis-2014', 'us-sdny', '2014-07-31', 'court-below'],
    ['us-ms-preska-2014-07', 'us-2d-cir', '2015-09-09', 'court-below'],
    ['us-ms-preska-2014-07', 'us-sdny-magistrate', '2015-01-01', 'court-above'],
    ['us-ms-preska-2014-07', 'us-sdny', '2016-07-14', 'reversed'],
    ['us-google-edpa-2017', 'us-sdny', '2017-03-01', 'sister-court'],
  ])('%s in %s on %s: %s', (id, forum, day, standing) =>
    expect(weighAuthority(cited(id), bench(forum, day)).standing).toBe(standing),
  )
})

describe('other authorities in the Southern District in 2014', () => {
  const at = bench('us-sdny', '2014-07-31')
  test.each<[string, Partial<Cited>, number, string]>([
    ['the Supreme Court', { court: 'us-scotus' }, 100, 'highest-court'],
    ['the statute', { kind: 'statute' }, 98, 'written-law'],
    ['a treaty of the United States', { kind: 'treaty' }, 96, 'treaty'],
    ['an executive agreement', { kind: 'executive-agreement' }, 92, 'agreement'],
    ['a doctrine', { kind: 'doctrine' }, 50, 'doctrine'],
    ['the law between states', { kind: 'doctrine', order: null }, 50, 'doctrine'],
    ['a treaty the United States has not joined', { kind: 'treaty', order: null }, 50, 'doctrine'],
    ['guidance', { kind: 'guidance' }, 40, 'guidance'],
    ['an Irish statute', { kind: 'statute', order: 'ie' }, 35, 'foreign'],
    ['the Court of Justice', { court: 'eu-cjeu', order: 'eu' }, 35, 'foreign'],
    ['dicta of the Supreme Court', { court: 'us-scotus', part: 'dicta' }, 25, 'dicta'],
    ['a dissent', { court: 'us-2d-cir', part: 'separate-opinion' }, 20, 'separate-opinion'],
    ['what a foreign court said by the way', { court: 'eu-cjeu', order: 'eu', part: 'dicta' }, 15, 'foreign-dicta'],
    ['counsel', { court: 'us-2d-cir', part: 'argument' }, 10, 'argument'],
    ['a repealed statute', { kind: 'statute', to: '2010-01-01' }, 5, 'superseded'],
    ['the CLOUD Act', { kind: 'statute', from: '2018-03-23' }, 0, 'not-yet'],
    [
      'a reversed ruling said by the way',
      { court: 'us-2d-cir', part: 'dicta', to: '2014-01-01', ended: 'reversed' },
      5,
      'reversed',
    ],
  ])('%s', (_, parts, weight, standing) => expect(weigh(made(parts), at).slice(0, 2)).toEqual([weight, standing]))
  test('of several the weightiest comes first', () =>
    expect(
      weighAuthorities(
        [made({ id: 'b', part: 'dicta' }), made({ id: 'a', part: 'dicta' }), made({ id: 'c', kind: 'statute' })],
        at,
      ).map(each => each.authority),
    ).toEqual(['c', 'a', 'b']))
})

describe('law of an order that this forum follows', () => {
  const at = bench('ie-high-court', '2015-11-01', { follows: ['eu'] })
  test.each<[string, Partial<Cited>, number]>([
    ['a ruling of the Court of Justice binds Irish courts', { court: 'eu-cjeu', order: 'eu' }, 100],
    ['a regulation of the Union too', { kind: 'regulation', order: 'eu' }, 98],
    ['an American ruling does not', { court: 'us-scotus', order: 'us' }, 35],
  ])('%s', (_, parts, weight) => expect(weigh(made(parts), at)[0]).toBe(weight))
})

describe('always', () => {
  const anything = fc.record({
    kind: fc.constantFrom(...authorityKinds),
    order: fc.constantFrom('us', 'ie', 'eu', null),
    court: fc.constantFrom(...courts.map(court => court.id)),
    from: fc.constantFrom(null, '2013-01-01', '2014-07-31', '2016-07-14'),
    to: fc.constantFrom(null, '2014-07-31', '2018-04-17'),
    ended: fc.constantFrom('reversed' as const, 'vacated' as const, 'superseded' as const),
    part: fc.constantFrom('holding' as const, 'dicta' as const, 'separate-opinion' as const, 'argument' as const),
  })
  const benches = fc.record({
    forum: fc.constantFrom(...courts.map(court => court.id)),
    day: fc.constantFrom('2012-01-01', '2014-07-31', '2016-07-14', '2019-01-01'),
  })
  test('whatever binds weighs 90 to 100, and whatever does not weighs less', () =>
    fc.assert(
      fc.property(anything, benches, (parts, { forum, day }) => {
        const { weight, binding, says, standing } = weighAuthority(made(parts), bench(forum, day))
        expect(weight >= 90).toBe(binding)
        expect(weight).toBe(authorityTable[standing][0])
        expect(says).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 500 },
    ))
  test('what has ended weighs less than what stands, and nothing weighs anything before its day', () =>
    fc.assert(
      fc.property(anything, benches, (parts, { forum, day }) => {
        const at = bench(forum, day)
        const [now, standing] = [weighAuthority(made(parts), at), weighAuthority(made({ ...parts, to: null }), at)]
        if (parts.part === 'holding') expect(now.weight).toBeLessThanOrEqual(standing.weight)
        if (parts.from !== null && day < parts.from) expect(now.weight).toBe(0)
      }),
      { numRuns: 500 },
    ))
})
