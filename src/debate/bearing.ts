/** The part of a debate on which what is at stake can turn at all, so that a search does not carry the rest along. */
import type { Graph, GraphArgument } from './graph.ts'

/** What can come to the table. */
export interface Possible {
  readonly arguments: ReadonlySet<string>
  /** Undisputed already. */
  readonly assumed: readonly string[]
  /** What a card may yet put beyond dispute. */
  readonly provable: ReadonlySet<string>
}

/**
 * The graph without what cannot matter: arguments that nobody can lay, statements that lead to no stake, premises that
 * stand for good and exceptions that can never stand. Every label of a statement that is left is as in the whole.
 */
export const bearing = (graph: Graph, stakes: readonly string[], possible: Possible): Graph => {
  const positions = new Map(graph.issues.flatMap(issue => issue.positions.map(p => [p, issue.positions] as const)))
  const concluding = new Map<string, GraphArgument[]>()
  for (const argument of graph.arguments) {
    if (!possible.arguments.has(argument.id)) continue
    const others = concluding.get(argument.conclusion)
    if (others) others.push(argument)
    else concluding.set(argument.conclusion, [argument])
  }
  const assumed = new Set(possible.assumed)
  const isGiven = (id: string): boolean => assumed.has(id) && !positions.has(id)
  const isIdle = (id: string): boolean => !concluding.has(id) && !assumed.has(id) && !possible.provable.has(id)

  const statements: Record<string, object> = {}
  const left: GraphArgument[] = []
  const open = [...stakes]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (Object.hasOwn(statements, id)) continue
    statements[id] = {}
    open.push(...(positions.get(id) ?? []))
    for (const argument of concluding.get(id) ?? []) {
      const premises = argument.premises.filter(p => !isGiven(p))
      const exceptions = argument.exceptions.filter(e => !isIdle(e))
      left.push({ ...argument, premises, exceptions })
      open.push(...premises, ...exceptions)
    }
  }
  return {
    ...graph,
    statements,
    assumptions: [],
    arguments: left,
    issues: graph.issues.filter(issue => issue.positions.some(id => Object.hasOwn(statements, id))),
  }
}
