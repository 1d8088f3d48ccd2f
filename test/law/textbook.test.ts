/**
 * With nothing unknown, what holds is what the textbook proves: the proof theory +d of defeasible logic with ambiguity
 * blocking and team defeat (Antoniou, Billington, Governatori, Maher 2001), written down from its conditions.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble, evaluate, type Rule } from '../../src/law/index.ts'

/** A literal: an atom's number and its sign. Bodies use lower atoms only, so that proofs end. */
interface Literal {
  readonly atom: number
  readonly sign: boolean
}
interface Line {
  readonly body: readonly Literal[]
  readonly head: Literal
  readonly defeater: boolean
  readonly beats: readonly number[]
  readonly rank: number
}

const size = 5
const literal = (below: number): fc.Arbitrary<Literal> => fc.record({ atom: fc.nat(below - 1), sign: fc.boolean() })
const line = fc.integer({ min: 0, max: size - 1 }).chain(atom =>
  fc.record({
    body: atom === 0 ? fc.constant([]) : fc.array(literal(atom), { maxLength: 2 }),
    head: fc.record({ atom: fc.constant(atom), sign: fc.boolean() }),
    defeater: fc.nat(6).map(n => n === 0),
    beats: fc.array(fc.nat(13), { maxLength: 5 }),
    rank: fc.nat(1000),
  }),
)
/** Superiority of higher rank over lower only, and so never in a circle. */
const theories = fc
  .array(line, { minLength: 3, maxLength: 14 })
  .map(lines =>
    lines.map((one, i) => ({ ...one, beats: one.beats.filter(j => j !== i && lines[j] && lines[j].rank < one.rank) })),
  )

const opposite = ({ atom, sign }: Literal): Literal => ({ atom, sign: !sign })
const same = (a: Literal, b: Literal) => a.atom === b.atom && a.sign === b.sign

/** +d q: a supportive rule applies, and every attacking rule is discarded or beaten by an applicable supportive one. */
const provable = (lines: readonly Line[], q: Literal): boolean => {
  const applicable = (r: Line) => r.body.every(b => provable(lines, b))
  const supportive = lines.filter(r => !r.defeater && same(r.head, q))
  const attacking = lines.filter(s => same(s.head, opposite(q)))
  return (
    supportive.some(applicable) &&
    attacking.every(s => !applicable(s) || supportive.some(t => applicable(t) && t.beats.includes(lines.indexOf(s))))
  )
}

const name = ({ atom, sign }: Literal) => `${sign ? '' : '!'}p${atom}`
const written = ({ body, head, defeater, beats }: Line, i: number): Rule => ({
  id: `r${i}`,
  order: 'us',
  ...(defeater ? { kind: 'defeater' as const } : {}),
  when: body.map(b => (b.sign ? `p${b.atom}` : `contrary(p${b.atom})`)).join(' && ') || 'true',
  then: { conclude: name(head) },
  overrides: beats.map(j => `r${j}`),
})
/** Every atom is concluded by something, so that conditions may ask for it: a rule that never applies. */
const idle = Array.from(
  { length: size },
  (_, i): Rule => ({ id: `idle-${i}`, order: 'us', when: 'false', then: { conclude: `p${i}` } }),
)

test('a literal holds exactly where the textbook proves it', () => {
  const met = { proved: 0, not: 0 }
  fc.assert(
    fc.property(theories, lines => {
      const e = evaluate(assemble([{ rules: [...lines.map(written), ...idle] }]), {
        facts: {},
        day: '2014-01-01',
        forum: null,
      })
      for (let atom = 0; atom < size; atom++)
        for (const sign of [true, false]) {
          const proved = provable(lines, { atom, sign })
          met[proved ? 'proved' : 'not']++
          expect([name({ atom, sign }), e.atom(name({ atom, sign }))]).toEqual([
            name({ atom, sign }),
            proved ? 'yes' : 'no',
          ])
        }
    }),
    { numRuns: 2000, seed: 2001 },
  )
  expect(Math.min(met.proved, met.not)).toBeGreaterThan(2000)
}, 60_000)
