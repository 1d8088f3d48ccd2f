/** Standards of proof: the constants, and how far a position is above or below its bar. */
import type { Graph, Standard, StandardName } from './graph.ts'

/** The constants of the house. A graph may override them. */
export const standards: Readonly<Record<StandardName, Standard>> = {
  scintilla: { alpha: 0, beta: null, gamma: null },
  preponderance: { alpha: 0, beta: 0, gamma: null },
  'clear-and-convincing': { alpha: 40, beta: 30, gamma: null },
  'beyond-reasonable-doubt': { alpha: 40, beta: 30, gamma: 20 },
  'dialectical-validity': { alpha: 0, beta: null, gamma: 1 },
}

const off: Standard = { alpha: 0, beta: null, gamma: null }

/** The standard of this name in this graph; undefined where neither the house nor the graph knows it. */
export const standardOf = (graph: Pick<Graph, 'standards'>, name: string): Standard | undefined => {
  const own = Object.hasOwn(standards, name) ? standards[name as StandardName] : undefined
  const given = graph.standards && Object.hasOwn(graph.standards, name) ? graph.standards[name] : undefined
  if (own === undefined && given === undefined) return undefined
  const { alpha, beta, gamma } = own ?? off
  return {
    alpha: given?.alpha ?? (given?.alpha === null ? 0 : alpha),
    beta: given?.beta === undefined ? beta : given.beta,
    gamma: given?.gamma === undefined ? gamma : given.gamma,
  }
}

/** One of the tests a standard makes: what was needed, what was there, and by how much it was met (above 0) or missed. */
export interface StandardTest {
  readonly test: 'alpha' | 'beta' | 'gamma'
  /** More than this for alpha and beta, less than this for gamma. */
  readonly bar: number
  readonly has: number
  readonly spare: number
}

/** The tests of a standard for a position with this strongest argument and this strongest rival. */
export const testsOf = (standard: Standard, own: number, rival: number): readonly StandardTest[] => {
  const { alpha, beta, gamma } = standard
  const tests: StandardTest[] = [{ test: 'alpha', bar: alpha, has: own, spare: own - alpha }]
  if (beta !== null) tests.push({ test: 'beta', bar: beta, has: own - rival, spare: own - rival - beta })
  if (gamma !== null) tests.push({ test: 'gamma', bar: gamma, has: rival, spare: gamma - rival })
  return tests
}

/** The least spare of all tests: above 0 exactly when the standard is met. */
export const marginOf = ({ alpha, beta, gamma }: Standard, own: number, rival: number): number => {
  let margin = own - alpha
  if (beta !== null) margin = Math.min(margin, own - rival - beta)
  if (gamma !== null) margin = Math.min(margin, gamma - rival)
  return margin
}
