/** Random debates, for properties: circles, shared premises, ties, weak and hard standards, rivals assumed or not. */
import fc from 'fast-check'
import { type Graph, type Issue, standardNames, type Weight } from '../../src/debate/index.ts'

const scale = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 20, 40, 41, 50, 60, 100))
const weight: fc.Arbitrary<Weight> = fc.oneof(scale, fc.record({ authority: scale, fit: scale, evidence: scale }))

const several = (ids: readonly string[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...ids), { maxLength, comparator: 'IsStrictlyEqual' })

/** Any accepted graph of a few statements and arguments. */
export const graphs = (size = 9, most = 14): fc.Arbitrary<Graph> => {
  const ids = Array.from({ length: size }, (_, i) => `s${i}`)
  return fc
    .record({
      bodies: fc.array(
        fc.record({
          premises: several(ids, 3),
          exceptions: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: several(ids, 2) }),
          conclusion: fc.constantFrom(...ids),
          weight,
        }),
        { maxLength: most },
      ),
      shuffled: fc.shuffledSubarray(ids, { minLength: size, maxLength: size }),
      sizes: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
      standard: fc.array(fc.constantFrom(...standardNames, 'own'), { minLength: 3, maxLength: 3 }),
      assumed: several(ids, 5),
      override: fc.option(
        fc.record({ alpha: fc.integer({ min: 0, max: 60 }), beta: fc.option(fc.integer({ min: -10, max: 40 })) }),
        { nil: undefined },
      ),
      gamma: fc.option(fc.integer({ min: 0, max: 101 })),
    })
    .map(({ bodies, shuffled, sizes, standard, assumed, override, gamma }) => {
      let at = 0
      const issues: Issue[] = sizes.map((count, i) => {
        const positions = shuffled.slice(at, at + count)
        at += count
        return { id: `i${i}`, positions, standard: standard[i]! }
      })
      const rivals = (id: string) => issues.find(issue => issue.positions.includes(id))?.positions ?? []
      const assumptions = assumed.filter((id, i) => !assumed.slice(0, i).some(other => rivals(id).includes(other)))
      return {
        statements: Object.fromEntries(ids.map(id => [id, {}])),
        assumptions,
        arguments: bodies.map((body, i) => ({ id: `a${i}`, ...body })),
        issues,
        standards: { own: { gamma }, ...(override ? { preponderance: override } : {}) },
      }
    })
}
