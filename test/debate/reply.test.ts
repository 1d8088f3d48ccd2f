/** The opponent: right by brute force, blind to hidden cards, the same every time, and in time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Card,
  type Duel,
  fullBound,
  type Graph,
  lay,
  moves,
  openDuel,
  otherSide,
  reply,
  rulingOf,
  sayReply,
  seenBy,
  strengths,
} from '../../src/debate/index.ts'
import { bruteForce, duels, worthOf } from './duels.ts'

const ask = (duel: Duel, strength: (typeof strengths)[number], seed = 1) =>
  reply(seenBy(duel, duel.turn), { strength, seed })
const open = (duel: Duel) => !duel.over

describe('against brute force', () => {
  test('at full strength the reply is worth as much as any move, looked at to the very end', () =>
    fc.assert(
      fc.property(duels().filter(open), fc.nat(), (duel, seed) => {
        const answer = ask(duel, 'full', seed)
        expect(answer.searched.complete).toBe(true)
        const values = moves(duel).map(move => bruteForce(lay(duel, move), duel.turn))
        expect(bruteForce(lay(duel, answer.move), duel.turn)).toBe(Math.max(...values))
      }),
      { numRuns: 250 },
    ))
  test('two-ply: the best after the best single answer', () =>
    fc.assert(
      fc.property(duels(4).filter(open), duel => {
        const values = new Map(moves(duel).map(move => [move, bruteForce(lay(duel, move), duel.turn, 1)]))
        expect(values.get(ask(duel, 'two-ply').move)).toBe(Math.max(...values.values()))
      }),
      { numRuns: 250 },
    ))
  test('greedy: the best as things lie right after it', () =>
    fc.assert(
      fc.property(duels(4).filter(open), duel => {
        const values = new Map(moves(duel).map(move => [move, worthOf(lay(duel, move), duel.turn)]))
        expect(values.get(ask(duel, 'greedy').move)).toBe(Math.max(...values.values()))
      }),
      { numRuns: 250 },
    ))
  test('what it says of the table before and after is what the bench would say', () =>
    fc.assert(
      fc.property(duels().filter(open), duel => {
        const { move, before, after } = ask(duel, 'full')
        for (const [places, ruling] of [
          [before, rulingOf(duel)],
          [after, rulingOf(lay(duel, move))],
        ] as const)
          expect(places).toEqual(
            duel.stakes.map(stake => ({
              stake,
              stands: ruling.labels[stake.position] === 'in',
              margin: ruling.issues[stake.issue]!.positions[stake.position]!.margin,
            })),
          )
      }),
      { numRuns: 250 },
    ))
})

describe('the opponent plays fair', () => {
  /** The same duel with some of the other side's cards elsewhere than in its hand: as many as before, but others. */
  const hiding = duels(4)
    .filter(duel => open(duel) && duel.hands[otherSide(duel.turn)].length >= 2)
    .chain(duel => {
      const them = otherSide(duel.turn)
      const hand = (ids: readonly string[]): Duel =>
        openDuel({
          ...duel,
          hands: { ...duel.hands, [them]: ids },
          left: { ...duel.left, [them]: Math.min(duel.left[them], ids.length) },
        })
      const all = duel.hands[them]
      return fc
        .integer({ min: 1, max: all.length - 1 })
        .chain(size =>
          fc.tuple(
            fc.shuffledSubarray([...all], { minLength: size, maxLength: size }),
            fc.shuffledSubarray([...all], { minLength: size, maxLength: size }),
          ),
        )
        .map(([one, two]) => [hand(one), hand(two)] as const)
    })
  test.each(strengths)('%s: what is hidden in the other hand makes no difference', strength =>
    fc.assert(
      fc.property(hiding, ([one, two]) => {
        expect(ask(one, strength)).toEqual(ask(two, strength))
      }),
      { numRuns: 150 },
    ),
  )
  test.each(strengths)('%s: the same question has the same answer, whatever was asked between', strength =>
    fc.assert(
      fc.property(duels(4).filter(open), duels(4).filter(open), fc.nat(), (duel, other, seed) => {
        const first = ask(duel, strength, seed)
        ask(other, strength, seed)
        expect(ask(structuredClone(duel), strength, seed)).toEqual(first)
        expect(moves(duel)).toContain(first.move)
      }),
      { numRuns: 100 },
    ),
  )
  test('two of its own kind always come to an end', () =>
    fc.assert(
      fc.property(duels(4), fc.constantFrom(...strengths), (duel, strength) => {
        let turns = 0
        for (let now = duel; !now.over; now = lay(now, ask(now, strength).move)) turns++
        expect(turns).toBeLessThanOrEqual(24)
      }),
      { numRuns: 100 },
    ))
})

/** The warrant: control against location, with an exception, an exception to the exception, and a dud. */
const graph: Graph = {
  statements: {
    reaches: { text: 'The warrant reaches the mail' },
    stops: { text: 'The warrant stops at the border' },
    'own-records': { text: "The mail is the provider's own business record" },
    'letters-of-others': { text: "The mail is other people's letters" },
    presumed: { text: 'Statutes are presumed to stop at the border' },
    'domestic-act': { text: 'Disclosure happens at home' },
  },
  assumptions: ['presumed'],
  arguments: [
    {
      id: 'subpoena',
      premises: [],
      exceptions: ['letters-of-others'],
      conclusion: 'reaches',
      weight: 70,
      text: 'It works like a subpoena',
    },
    {
      id: 'letters',
      premises: [],
      exceptions: ['own-records'],
      conclusion: 'letters-of-others',
      weight: 40,
      text: 'They are letters',
    },
    { id: 'records', premises: [], exceptions: [], conclusion: 'own-records', weight: 30, text: 'They are records' },
    {
      id: 'presumption',
      premises: ['presumed'],
      exceptions: ['domestic-act'],
      conclusion: 'stops',
      weight: 60,
      text: 'Congress did not say so',
    },
    {
      id: 'at-home',
      premises: [],
      exceptions: [],
      conclusion: 'domestic-act',
      weight: 50,
      text: 'The click is in Redmond',
    },
    { id: 'policy', premises: [], exceptions: [], conclusion: 'reaches', weight: 20, text: 'Crime has no borders' },
  ],
  issues: [{ id: 'reach', positions: ['reaches', 'stops'], standard: 'preponderance' }],
}
const card = (id: string): Card => ({ id, arguments: [id], text: graph.arguments.find(a => a.id === id)!.text! })
const hearing = (
  pro: readonly string[],
  con: readonly string[],
  turn: 'pro' | 'con',
  already: readonly string[] = [],
) => {
  const files = {
    pro: ['subpoena', 'records', 'at-home', 'policy'].map(card),
    con: ['letters', 'presumption'].map(card),
  }
  const held = [...pro, ...con]
  // What lies there already is on nobody's card.
  const keep = (cards: readonly Card[]) => cards.filter(c => !already.includes(c.id) && held.includes(c.id))
  const kept = { pro: keep(files.pro), con: keep(files.con) }
  const base = { ...graph, arguments: graph.arguments.filter(a => already.includes(a.id) || held.includes(a.id)) }
  return openDuel({
    graph: base,
    stakes: [{ issue: 'reach', side: 'pro', position: 'reaches' }],
    files: kept,
    hands: { pro, con },
    turn,
  })
}

describe('it says why it answered so', () => {
  test.each<[string, Duel, string | null, string]>([
    ['undercuts what stands', hearing([], ['letters'], 'con', ['subpoena']), 'letters', 'undercut'],
    [
      'answers the undercutter',
      hearing(['records', 'policy'], [], 'pro', ['subpoena', 'letters']),
      'records',
      'restore',
    ],
    ['rebuts with a heavier argument', hearing(['subpoena'], [], 'pro', ['presumption']), 'subpoena', 'rebut'],
    ['rests when it leads and nothing adds to it', hearing(['policy'], [], 'pro', ['subpoena']), null, 'rest'],
    ['concedes what cannot be helped', hearing([], ['letters'], 'con', ['policy']), null, 'concede'],
    ['argues into an empty room', hearing(['policy'], [], 'pro', []), 'policy', 'argue'],
  ])('%s', (_, duel, move, kind) => {
    const answer = ask(duel, 'full')
    expect([answer.move, answer.kind]).toEqual([move, kind])
  })
  test('in sentences with the numbers in them, and with what it would mind', () => {
    const duel = hearing(['records'], ['letters', 'presumption'], 'con', ['subpoena'])
    const said = strengths.map(strength => {
      const seen = seenBy(duel, 'con')
      return [strength, ...sayReply(seen, reply(seen, { strength, seed: 1 }))]
    })
    expect(said).toMatchInlineSnapshot(`
      [
        [
          "greedy",
          "I lay "They are letters" to undercut "It works like a subpoena": not to deny what it says, but to show that it does not get there.",
          "Before it you clear the bar by 70; now you are just short of the bar.",
          "What I would mind most is "They are records", if you hold it: then you clear the bar by 70.",
        ],
        [
          "two-ply",
          "I lay "Congress did not say so" to answer "It works like a subpoena" with the opposite.",
          "Before it you clear the bar by 70; now you clear the bar by 10.",
        ],
        [
          "full",
          "I lay "They are letters" to undercut "It works like a subpoena": not to deny what it says, but to show that it does not get there.",
          "Before it you clear the bar by 70; now you are just short of the bar.",
          "What I would mind most is "They are records", if you hold it: then you clear the bar by 70.",
        ],
      ]
    `)
  })
})

test('a stronger opponent is never worth less to its side, and sometimes more', () => {
  const played = fc.sample(duels(3).filter(open), { seed: 4, numRuns: 300 })
  const better = { greedy: 0, 'two-ply': 0 }
  for (const duel of played) {
    const worth = (strength: (typeof strengths)[number]) => bruteForce(lay(duel, ask(duel, strength).move), duel.turn)
    const full = worth('full')
    for (const weaker of ['greedy', 'two-ply'] as const) {
      expect(full).toBeGreaterThanOrEqual(worth(weaker))
      if (full > worth(weaker)) better[weaker]++
    }
  }
  expect(better.greedy).toBeGreaterThan(0)
  expect(better['two-ply']).toBeGreaterThan(0)
})

test('cards without any bearing on what is at stake are passed over, and a file of a hundred is still answered', () => {
  const many = Array.from({ length: 100 }, (_, i) => i)
  const crowd: Graph = {
    statements: Object.fromEntries(['yes', 'no', 'aside'].map(id => [id, {}])),
    assumptions: [],
    arguments: many.map(i => ({
      id: `a${i}`,
      premises: [],
      exceptions: [],
      conclusion: i % 2 ? 'no' : i < 90 ? 'yes' : 'aside',
      weight: i,
    })),
    issues: [{ id: 'i', positions: ['yes', 'no'], standard: 'preponderance' }],
  }
  const cards = (odd: number) => many.filter(i => i % 2 === odd).map(i => ({ id: `c${i}`, arguments: [`a${i}`] }))
  const files = { pro: cards(0), con: cards(1) }
  const hands = { pro: files.pro.map(c => c.id), con: files.con.map(c => c.id) }
  const duel = openDuel({ graph: crowd, stakes: [{ issue: 'i', side: 'pro', position: 'yes' }], files, hands })
  // 88 is the most there is for "yes"; what is said aside does not count, however heavy.
  for (const strength of strengths) expect(ask(duel, strength).move).toBe('c88')
  expect(reply(seenBy(duel, 'pro'), { strength: 'full', seed: 1, bound: { depth: 40, work: 0 } }).searched.depth).toBe(
    2,
  )
})

describe('in time', () => {
  /** A dozen cards a side: each an argument of its own, half of them undercut by one of the other side. */
  const large = (seed: number): Duel => {
    const n = (i: number) => (Math.imul(seed + 7 * i, 2654435761) >>> 16) % 100
    const ids = Array.from({ length: 24 }, (_, i) => i)
    const statements = ['yes', 'no', 'also-yes', 'also-no', ...ids.flatMap(i => [`p${i}`, `e${i}`])]
    const conclusionOf = (i: number) => {
      const target = ids.filter(j => j % 2 !== i % 2)[n(i) % 12]!
      return n(i + 50) < 45
        ? `e${target}`
        : [n(i + 90) % 2 ? 'yes' : 'also-yes', n(i + 90) % 2 ? 'no' : 'also-no'][i % 2]!
    }
    const large: Graph = {
      statements: Object.fromEntries(statements.map(id => [id, {}])),
      assumptions: ids.map(i => `p${i}`),
      arguments: ids.map(i => ({
        id: `a${i}`,
        premises: [`p${i}`],
        exceptions: [`e${i}`],
        conclusion: conclusionOf(i),
        weight: { authority: 20 + (n(i + 3) % 80), fit: 90, evidence: 30 + (n(i + 9) % 70) },
      })),
      issues: [
        { id: 'one', positions: ['yes', 'no'], standard: 'preponderance' },
        { id: 'two', positions: ['also-yes', 'also-no'], standard: 'clear-and-convincing' },
      ],
    }
    const cards = (odd: number) => ids.filter(i => i % 2 === odd).map(i => ({ id: `c${i}`, arguments: [`a${i}`] }))
    const files = { pro: cards(0), con: cards(1) }
    return openDuel({
      graph: large,
      stakes: [
        { issue: 'one', side: 'pro', position: 'yes' },
        { issue: 'two', side: 'con', position: 'also-no', worth: 2 },
      ],
      files,
      hands: { pro: files.pro.map(c => c.id), con: files.con.map(c => c.id) },
    })
  }
  test('full strength keeps to its bound with a dozen cards a side, and looks at least one answer ahead', () => {
    for (let seed = 0; seed < 12; seed++) {
      const { searched } = ask(large(seed), 'full')
      // Each position weighs the 24 arguments and what they speak of.
      expect(searched.positions).toBeLessThanOrEqual(fullBound.work / 24)
      expect(searched.depth).toBeGreaterThanOrEqual(2)
    }
  })
  test('which takes a processor less than 50 ms', () => {
    // Processor time, because other work on the machine is not the opponent's; the median, because of the collector.
    const spent = Array.from({ length: 36 }, (_, seed) => {
      const seen = seenBy(large(seed), 'pro')
      const begun = process.cpuUsage()
      reply(seen, { strength: 'full', seed })
      return process.cpuUsage(begun).user / 1000
    }).slice(12)
    expect(spent.sort((a, b) => a - b)[12]).toBeLessThan(50)
  })
})
