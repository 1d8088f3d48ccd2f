/** Evaluation: against the slow reference, and what must always hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Graph, leaveOneOut, readGraph, whatIf } from '../../src/debate/index.ts'
import { graphs } from './graphs.ts'
import { reference } from './reference.ts'

const runs = (numRuns: number) => ({ numRuns })
const without = (graph: Graph, ...ids: string[]): Graph => ({
  ...graph,
  arguments: graph.arguments.filter(a => !ids.includes(a.id)),
})

describe('any debate', () => {
  test('comes out as the definition read slowly, word by word, says', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const [found, slow] = [evaluate(graph), reference(graph)]
        expect(found.labels).toEqual(slow.labels)
        for (const { id } of graph.arguments)
          expect(found.arguments[id]).toMatchObject({ settled: slow.settled[id], effective: slow.effective[id] })
        for (const { id } of graph.issues)
          expect(found.issues[id]).toMatchObject({ decided: slow.decided[id], margin: slow.margins[id] })
      }),
      runs(4000),
    ))

  test('does not depend on the order in which anything is written', () =>
    fc.assert(
      fc.property(graphs(), fc.infiniteStream(fc.nat()), (graph, stream) => {
        const mixed = <T>(list: readonly T[]): T[] => {
          const left = [...list]
          return list.map(() => left.splice(stream.next().value! % left.length, 1)[0]!)
        }
        const other: Graph = {
          ...graph,
          statements: Object.fromEntries(mixed(Object.entries(graph.statements))),
          assumptions: mixed(graph.assumptions),
          arguments: mixed(graph.arguments).map(a => ({
            ...a,
            premises: mixed(a.premises),
            exceptions: mixed(a.exceptions),
          })),
          issues: mixed(graph.issues).map(issue => ({ ...issue, positions: mixed(issue.positions) })),
        }
        const [one, two] = [evaluate(graph), evaluate(other)]
        expect(two.labels).toEqual(one.labels)
        expect(two.arguments).toEqual(one.arguments)
        expect(two.issues).toEqual(one.issues)
      }),
      runs(1000),
    ))

  test('never lets a position stand beside its rival', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const { labels, issues } = evaluate(graph)
        for (const { id, positions } of graph.issues) {
          const standing = positions.filter(p => labels[p] === 'in')
          expect(standing.length).toBeLessThanOrEqual(1)
          expect(issues[id]!.decided).toBe(standing[0] ?? null)
        }
      }),
      runs(2000),
    ))

  test('an argument with an exception in never counts, and what rests on it alone falls', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const found = evaluate(graph)
        for (const argument of graph.arguments)
          if (argument.exceptions.some(e => found.labels[e] === 'in')) {
            expect(found.arguments[argument.id]).toMatchObject({ settled: true, effective: 0 })
            expect(evaluate(without(graph, argument.id)).labels).toEqual(found.labels)
          }
      }),
      runs(2000),
    ))

  test('a statement that stands is undisputed or has an argument that counts, and an argument that counts has all its premises', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const { labels, arguments: findings } = evaluate(graph)
        for (const [id, label] of Object.entries(labels))
          if (label === 'in' && !graph.assumptions.includes(id))
            expect(
              graph.arguments.some(
                a => a.conclusion === id && findings[a.id]!.settled && findings[a.id]!.effective > 0,
              ),
            ).toBe(true)
        for (const a of graph.arguments)
          if (findings[a.id]!.settled && findings[a.id]!.effective > 0) {
            expect(a.premises.every(p => labels[p] === 'in')).toBe(true)
            expect(a.exceptions.every(e => labels[e] === 'out')).toBe(true)
          }
      }),
      runs(2000),
    ))

  test('a margin is above 0 exactly where the issue is decided by argument', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        for (const { resolved, decided, margin, positions } of Object.values(evaluate(graph).issues)) {
          if (!resolved) expect([decided, margin]).toEqual([null, null])
          else if (margin !== null) expect(margin > 0).toBe(decided !== null)
          else expect(graph.assumptions).toContain(decided)
          for (const [position, standing] of Object.entries(positions))
            if (position === decided) expect(standing.margin).toBe(margin)
        }
      }),
      runs(2000),
    ))

  test('without circles nothing stays open', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const rank = (id: string) => Number(id.slice(1))
        const lowest = (id: string) =>
          Math.min(...(graph.issues.find(i => i.positions.includes(id))?.positions ?? [id]).map(rank))
        // Premises and exceptions only from statements before every rival of the conclusion.
        const straight: Graph = {
          ...graph,
          arguments: graph.arguments.map(a => {
            const before = (id: string) =>
              Math.max(...(graph.issues.find(i => i.positions.includes(id))?.positions ?? [id]).map(rank)) <
              lowest(a.conclusion)
            return { ...a, premises: a.premises.filter(before), exceptions: a.exceptions.filter(before) }
          }),
        }
        expect(Object.values(evaluate(straight).labels)).not.toContain('undecided')
      }),
      runs(1000),
    ))

  test('is read back as it was written', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const read = readGraph(JSON.parse(JSON.stringify(graph)))
        expect(read.ok && evaluate(read.value)).toEqual({ ...evaluate(graph), graph: read.ok && read.value })
      }),
      runs(300),
    ))
})

describe('more for a side never hurts it', () => {
  /** Only supports: no exceptions, no issues, so nothing can be turned against anybody. */
  const supporting = graphs().map(graph => ({
    ...graph,
    issues: [],
    arguments: graph.arguments.map(a => ({ ...a, exceptions: [] })),
  }))
  test('where nothing attacks, another argument topples no statement that stands', () =>
    fc.assert(
      fc.property(supporting, fc.nat(), (graph, pick) => {
        fc.pre(graph.arguments.length > 0)
        const more = evaluate(graph)
        const less = evaluate(without(graph, graph.arguments[pick % graph.arguments.length]!.id))
        for (const [id, label] of Object.entries(less.labels)) if (label === 'in') expect(more.labels[id]).toBe('in')
      }),
      runs(1000),
    ))
  test('a further argument on facts nobody disputes never costs its own position ground', () =>
    fc.assert(
      fc.property(graphs(), fc.nat(), fc.integer({ min: 0, max: 100 }), (graph, pick, weight) => {
        const positions = graph.issues.flatMap(issue => issue.positions)
        fc.pre(positions.length > 0)
        const position = positions[pick % positions.length]!
        const issue = graph.issues.find(i => i.positions.includes(position))!
        // Nothing rests on the positions of this issue, so the rest of the debate stays as it is.
        const apart: Graph = {
          ...graph,
          assumptions: graph.assumptions.filter(id => !issue.positions.includes(id)),
          arguments: graph.arguments.map(a => ({
            ...a,
            premises: a.premises.filter(p => !issue.positions.includes(p)),
            exceptions: a.exceptions.filter(p => !issue.positions.includes(p)),
          })),
        }
        const extra = { id: 'extra', premises: [], exceptions: [], conclusion: position, weight }
        const before = evaluate(apart).issues[issue.id]!
        const after = evaluate({ ...apart, arguments: [...apart.arguments, extra] }).issues[issue.id]!
        if (before.decided === position) expect(after.decided).toBe(position)
        const [had, has] = [before.positions[position]!.margin, after.positions[position]!.margin]
        if (had !== null && has !== null) expect(has).toBeGreaterThanOrEqual(had)
      }),
      runs(1000),
    ))
})

describe('what hangs on an argument', () => {
  test('leave-one-out is the evaluation without it', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        for (const issue of graph.issues)
          for (const position of issue.positions)
            for (const { argument, before, after } of leaveOneOut(graph, position)) {
              const [all, rest] = [evaluate(graph), evaluate(without(graph, argument))]
              for (const [place, e] of [
                [before, all],
                [after, rest],
              ] as const)
                expect(place).toEqual({
                  stands: e.labels[position] === 'in',
                  margin: e.issues[issue.id]!.positions[position]!.margin,
                })
            }
      }),
      runs(300),
    ))
  test('a card not played changes what playing it changes', () =>
    fc.assert(
      fc.property(graphs(), fc.nat(), (graph, pick) => {
        fc.pre(graph.arguments.length > 0)
        const card = graph.arguments[pick % graph.arguments.length]!.id
        const table = { arguments: graph.arguments.map(a => a.id).filter(id => id !== card) }
        const { before, after, labels } = whatIf(graph, { play: [card] }, table)
        expect(before.labels).toEqual(evaluate(without(graph, card)).labels)
        expect(after.labels).toEqual(evaluate(graph).labels)
        for (const { statement, from, to } of labels)
          expect([from, to]).toEqual([before.labels[statement], after.labels[statement]])
        expect(labels.length).toBe(Object.keys(before.labels).filter(s => before.labels[s] !== after.labels[s]).length)
      }),
      runs(500),
    ))
  test('a point conceded and taken back leaves the ruling as it was', () =>
    fc.assert(
      fc.property(graphs(), fc.nat(8), (graph, pick) => {
        const id = `s${pick}`
        fc.pre(!graph.assumptions.includes(id))
        fc.pre(!graph.issues.some(i => i.positions.includes(id)))
        const { before, after } = whatIf(graph, { concede: [id] })
        expect(after.labels[id]).toBe('in')
        expect(whatIf(graph, { dispute: [id] }, after.table).after.labels).toEqual(before.labels)
      }),
      runs(300),
    ))
})
