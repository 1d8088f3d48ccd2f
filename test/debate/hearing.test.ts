/** Motions made into debates: history's rulings come out of the record, by date, and out of nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Argument,
  evaluate,
  hearingOf,
  type Motion,
  openDuel,
  readGraph,
  reliefOf,
  type Setting,
  weighByRecord,
} from '../../src/debate/index.ts'
import { courts, dossier } from './shipped.ts'

const motion = (id: string): Motion => dossier.motions.find(m => m.id === id)!
const weigh = weighByRecord(courts)
const heard = (id: string, setting: Setting = {}) => hearingOf(motion(id), dossier, weigh, setting)
const ruled = (id: string, setting: Setting = {}) => {
  const { motion: m, graph } = heard(id, setting)
  return reliefOf(m, evaluate(graph).issues)
}
const standing = (id: string, setting: Setting = {}) =>
  Object.entries(evaluate(heard(id, setting).graph).arguments).flatMap(([a, f]) =>
    dossier.arguments.some(each => each.id === a) && f.effective > 0 ? [a] : [],
  )

const decided = dossier.motions.filter(m => m.ruling !== undefined)

describe("history's rulings", () => {
  test.each(decided.map(m => [m.day, m.name, m] as const))('%s, %s: come out of the record', (_, __, m) => {
    const { relief, issues } = ruled(m.id)
    expect(relief).toBe(m.ruling!.relief)
    for (const [issue, position] of Object.entries(m.ruling!.issues)) if (position) expect(issues[issue]).toBe(position)
  })

  test('on 25 April 2014 the magistrate takes the warrant for a hybrid', () => {
    expect(ruled('dublin-magistrate')).toEqual({
      relief: 'refused',
      issues: {
        reach: 'reaches-dublin',
        control: 'ours-to-produce',
        particularity: 'account-is-enough',
        restraint: 'go-ahead',
      },
    })
    expect(standing('dublin-magistrate')).toContain('c-hybrid-subpoena')
    expect(standing('dublin-magistrate')).not.toContain('r-warrant-territorial')
  })

  test('on 31 July 2014 it is a question of control, not of location', () => {
    expect(ruled('dublin-district').relief).toBe('refused')
    expect(standing('dublin-district')).toContain('c-control-not-location')
    expect(standing('dublin-district')).not.toContain('r-caretaker')
  })

  test('on 14 July 2016 the Act stops at the border', () => {
    expect(ruled('dublin-appeal')).toMatchObject({ relief: 'granted', issues: { reach: 'stops-at-the-border' } })
    expect(standing('dublin-appeal')).toEqual(expect.arrayContaining(['r-warrant-territorial', 'r-caretaker']))
    expect(standing('dublin-appeal')).not.toContain('c-control-not-location')
  })

  test('the three stages decide the same question, and only the day and the forum tell them apart', () => {
    const asked = ['dublin-magistrate', 'dublin-district', 'dublin-appeal'].map(id => motion(id).issues[0]!.asks)
    expect(new Set(asked).size).toBe(1)
    expect(ruled('dublin-district', { forum: 'us-2d-cir', day: '2016-07-14' }).relief).toBe('granted')
  })

  test('the day before the appeal is decided, its court has nothing of its own to go by', () => {
    const weights = heard('dublin-appeal', { day: '2016-07-13' }).graph.arguments
    expect(weights.find(a => a.id === 'r-warrant-territorial')!.weight).toMatchObject({ authority: 10 })
    expect(ruled('dublin-appeal', { day: '2016-07-13' }).relief).toBe('refused')
  })
})

describe('what the season teaches', () => {
  test('with a copy in the United States the appeal is lost', () => {
    const facts = { ...motion('dublin-appeal').facts, 'data.usCopy': true }
    expect(ruled('dublin-appeal', { facts })).toMatchObject({ relief: 'refused', issues: { reach: 'reaches-dublin' } })
  })

  test('whoever preserved only the Constitution loses on appeal', () => {
    expect(ruled('dublin-appeal', { issues: ['particularity'] }).relief).toBe('refused')
    expect(ruled('dublin-appeal', { issues: ['reach'] }).relief).toBe('granted')
  })

  test('each appeal keeps the issues of the motion below', () => {
    for (const m of dossier.motions.filter(each => each.after !== undefined)) {
      expect(m.issues.map(i => i.id)).toEqual(motion(m.after!).issues.map(i => i.id))
      expect(motion(m.after!).day < m.day).toBe(true)
    }
  })

  test('a mailbox that was frozen takes the force out of "treaties are slow"', () => {
    const facts = { ...motion('dublin-magistrate').facts, 'data.preserved': true }
    expect(standing('dublin-magistrate')).toContain('c-mlat-slow')
    expect(standing('dublin-magistrate', { facts })).not.toContain('c-mlat-slow')
  })

  test('the statutory motion of 2018 is for a Londoner, not for a Dubliner', () => {
    expect(standing('fourteen-days-london')).toContain('r-2703h-motion')
    expect(standing('fourteen-days-dublin')).not.toContain('r-2703h-motion')
    const late = { ...motion('fourteen-days-london').facts, 'demand.daysSinceService': 15 }
    expect(standing('fourteen-days-london', { facts: late })).not.toContain('r-2703h-motion')
  })

  test('where the record is level nothing is proved, and who has the burden loses', () => {
    const own = evaluate(heard('gag-suit-2017').graph).issues['own-speech']!
    expect(own.decided).toBeNull()
    expect(ruled('gag-suit-2017').issues['own-speech']).toBe('goes-forward')
  })
})

describe('every motion', () => {
  const each = dossier.motions.map(m => [m.id] as const)

  test.each(each)('%s is a debate with two sides, cards for both and a stake in every issue', id => {
    const { graph, files, stakes } = heard(id)
    expect(readGraph(graph).problems).toEqual([])
    expect(files.pro.length).toBeGreaterThan(0)
    expect(files.con.length).toBeGreaterThan(0)
    expect(stakes.map(s => s.issue)).toEqual(motion(id).issues.map(i => i.id))
    const hands = { pro: files.pro.map(c => c.id), con: files.con.map(c => c.id) }
    expect(() => openDuel({ graph, stakes, files, hands })).not.toThrow()
    const owned = [...files.pro, ...files.con].flatMap(c => c.arguments)
    expect([...owned].sort()).toEqual(graph.arguments.map(a => a.id).sort())
  })

  test.each(each)('%s has no argument, premise or attack that its day does not know', id => {
    const { graph, occasion } = heard(id)
    for (const a of dossier.arguments) {
      const late = a.premises.filter(p => p.from !== undefined && p.from > occasion.day)
      expect(late.filter(p => `${a.id}/${p.id}` in graph.statements)).toEqual([])
      if (a.from > occasion.day) expect(graph.arguments.filter(g => g.id.split(/[>/]/).includes(a.id))).toEqual([])
    }
  })

  test('comes to a ruling whatever is on the table and whatever anything weighs', () => {
    const walk = fc.record({ id: fc.constantFrom(...each.map(([id]) => id)), seed: fc.nat(), keep: fc.nat(100) })
    fc.assert(
      fc.property(walk, ({ id, seed, keep }) => {
        const toss = (text: string) => {
          let h = seed
          for (const c of text) h = (Math.imul(h, 31) + c.codePointAt(0)!) >>> 0
          return h % 101
        }
        const any = (a: Argument) => toss(a.id)
        const { graph, files } = hearingOf(motion(id), dossier, any)
        const laid = [...files.pro, ...files.con].filter(c => toss(`${c.id}?`) <= keep).flatMap(c => c.arguments)
        const { issues, arguments: found } = evaluate(graph, { arguments: laid })
        expect(Object.values(issues).filter(i => !i.resolved)).toEqual([])
        expect(Object.values(found).filter(f => !f.settled)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('an undercut', () => {
  const two = (attacker: number, target: number) =>
    evaluate(
      hearingOf(
        motion('theatre-2013'),
        {
          ...dossier,
          arguments: dossier.arguments.map(a =>
            a.id === 'c-they-get-it-anyway'
              ? {
                  ...a,
                  attackedBy: a.attackedBy.map(x => ({ ...x, kind: 'undercut' as const, at: 'inference' as const })),
                }
              : a,
          ),
        },
        a => (a.id === 'c-they-get-it-anyway' ? target : attacker),
      ).graph,
    ).arguments['c-they-get-it-anyway']!.effective
  test('cuts what it outweighs', () => expect(two(60, 50)).toBe(0))
  test('cuts nothing that weighs as much', () => expect(two(50, 50)).toBe(50))
})
