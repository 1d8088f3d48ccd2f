/**
 * The definition of the debate once more, slowly and word by word: rounds over the whole graph until nothing changes.
 * Shares nothing with `src/debate` but the types.
 */
import type { Graph, GraphArgument, Label } from '../../src/debate/index.ts'

const constants: Record<string, [number, number, number]> = {
  scintilla: [0, -Infinity, Infinity],
  preponderance: [0, 0, Infinity],
  'clear-and-convincing': [40, 30, Infinity],
  'beyond-reasonable-doubt': [40, 30, 20],
  'dialectical-validity': [0, -Infinity, 1],
}

export interface Reference {
  readonly labels: Record<string, Label>
  readonly settled: Record<string, boolean>
  readonly effective: Record<string, number>
  readonly decided: Record<string, string | null>
  readonly margins: Record<string, number | null>
}

const weightOf = ({ weight: w }: GraphArgument) =>
  typeof w === 'number' ? w : Math.min(w.authority, w.fit, w.evidence)

export const reference = (graph: Graph): Reference => {
  const ids = Object.keys(graph.statements)
  const labels: Record<string, Label> = Object.fromEntries(ids.map(id => [id, 'undecided']))
  const issueOf = (id: string) => graph.issues.find(issue => issue.positions.includes(id))
  const givenIn = (id: string) => issueOf(id)?.positions.find(p => graph.assumptions.includes(p))
  const settled = (a: GraphArgument) =>
    a.exceptions.some(e => labels[e] === 'in') ||
    (a.exceptions.every(e => labels[e] === 'out') && a.premises.every(p => labels[p] !== 'undecided'))
  const effective = (a: GraphArgument) =>
    a.exceptions.some(e => labels[e] === 'in') || a.premises.some(p => labels[p] === 'out') ? 0 : weightOf(a)
  const argumentsFor = (id: string) => graph.arguments.filter(a => a.conclusion === id)
  const strongest = (id: string) => Math.max(0, ...argumentsFor(id).filter(settled).map(effective))
  const constantsOf = (name: string) => {
    const [alpha, beta, gamma] = constants[name] ?? [0, -Infinity, Infinity]
    const over = graph.standards?.[name] ?? {}
    return [
      over.alpha === undefined ? alpha : (over.alpha ?? 0),
      over.beta === undefined ? beta : (over.beta ?? -Infinity),
      over.gamma === undefined ? gamma : (over.gamma ?? Infinity),
    ] as const
  }
  const against = (id: string) =>
    Math.max(
      0,
      ...issueOf(id)!
        .positions.filter(p => p !== id)
        .map(strongest),
    )
  const meets = (id: string) => {
    const [alpha, beta, gamma] = constantsOf(issueOf(id)!.standard)
    const [P, C] = [strongest(id), against(id)]
    return P > alpha && P - C > beta && C < gamma
  }
  /** Of those that meet a standard the strongest alone, and nobody where two are equally strong. */
  const winner = (positions: readonly string[]) => {
    const able = positions.filter(meets)
    const top = Math.max(...able.map(strongest))
    const best = able.filter(p => strongest(p) === top)
    return best.length === 1 ? best[0]! : null
  }
  const resolved = (positions: readonly string[]) => positions.every(p => argumentsFor(p).every(settled))

  const label = (id: string): Label => {
    if (graph.assumptions.includes(id)) return 'in'
    if (givenIn(id) !== undefined) return 'out'
    if (argumentsFor(id).every(a => settled(a) && effective(a) === 0)) return 'out'
    const issue = issueOf(id)
    if (!issue) return argumentsFor(id).some(a => settled(a) && effective(a) > 0) ? 'in' : 'undecided'
    if (!resolved(issue.positions)) return 'undecided'
    return winner(issue.positions) === id ? 'in' : 'out'
  }
  for (let changed = true; changed; ) {
    changed = false
    const next = Object.fromEntries(ids.map(id => [id, labels[id] === 'undecided' ? label(id) : labels[id]!]))
    for (const id of ids)
      if (next[id] !== labels[id]) {
        labels[id] = next[id]!
        changed = true
      }
  }
  const margins = (positions: readonly string[]) => {
    if (positions.some(p => graph.assumptions.includes(p)) || !resolved(positions)) return null
    const [alpha, beta, gamma] = constantsOf(issueOf(positions[0]!)!.standard)
    const margin = (p: string) => {
      const [P, C] = [strongest(p), against(p)]
      return Math.min(P - alpha, P - C - beta, gamma - C)
    }
    const won = winner(positions)
    return won === null ? Math.min(0, Math.max(...positions.map(margin))) : margin(won)
  }
  return {
    labels,
    settled: Object.fromEntries(graph.arguments.map(a => [a.id, settled(a)])),
    effective: Object.fromEntries(graph.arguments.map(a => [a.id, effective(a)])),
    decided: Object.fromEntries(graph.issues.map(i => [i.id, i.positions.find(p => labels[p] === 'in') ?? null])),
    margins: Object.fromEntries(graph.issues.map(i => [i.id, margins(i.positions)])),
  }
}
