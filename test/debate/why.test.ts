/** Reasons: true to the evaluation, complete, and in sentences somebody of sixteen follows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aloud, evaluate, explain, type Graph, leaveOneOut, sayLoss, why } from '../../src/debate/index.ts'
import { graphs } from './graphs.ts'

const sound = (sentence: string) => {
  expect(sentence).toMatch(/^["A-Z].*\.$/)
  expect(sentence).not.toMatch(/undefined|NaN|null|Infinity/)
}

describe('any reason', () => {
  test('is true to the evaluation', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const found = evaluate(graph)
        for (const [id, label] of Object.entries(found.labels)) {
          const reason = why(found, id)
          expect(reason.label).toBe(label)
          const counting = reason.arguments.filter(f => f.settled && f.effective > 0)
          switch (reason.because) {
            case 'assumed':
              expect(graph.assumptions).toContain(id)
              break
            case 'rival-assumed':
              expect([label, found.labels[reason.rival]]).toEqual(['out', 'in'])
              break
            case 'nothing-said':
              expect([label, reason.arguments]).toEqual(['out', []])
              break
            case 'none-counts':
              expect([label, counting]).toEqual(['out', []])
              break
            case 'argued':
              expect([label, counting.length > 0]).toEqual(['in', true])
              break
            case 'standard':
              expect(reason.met).toBe(label === 'in')
              if (reason.met) expect(reason.tests.every(t => t.spare > 0)).toBe(true)
              expect(Math.min(...reason.tests.map(t => t.spare))).toBe(reason.margin)
              expect(reason.rival?.effective ?? 0).toBe(found.issues[reason.issue]!.positions[id]!.rival)
              break
            case 'waits':
              expect(label).toBe('undecided')
              expect(reason.waiting.length).toBeGreaterThan(0)
              for (const fate of reason.waiting) expect(fate.waitsFor.length).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 1000 },
    ))
  test('can be said, and leads down to what nobody disputes or nobody argued, each statement once', () =>
    fc.assert(
      fc.property(graphs(), graph => {
        const found = evaluate(graph)
        for (const id of Object.keys(found.labels)) {
          for (const sentence of aloud(found, why(found, id))) sound(sentence)
          const lines = explain(found, id)
          expect(new Set(lines.map(line => line.statement)).size).toBe(lines.length)
          expect(lines[0]).toMatchObject({ level: 0, statement: id })
        }
        for (const issue of graph.issues)
          for (const position of issue.positions) for (const loss of leaveOneOut(graph, position)) sound(sayLoss(loss))
      }),
      { numRuns: 400 },
    ))
  test('of a chain of ten thousand arguments is told to its end', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `s${i}`)
    const chain: Graph = {
      statements: Object.fromEntries(ids.map(id => [id, {}])),
      assumptions: ['s0'],
      arguments: ids
        .slice(1)
        .map((id, i) => ({ id: `a${i}`, premises: [`s${i}`], exceptions: [], conclusion: id, weight: 1 })),
      issues: [],
    }
    const found = evaluate(chain)
    expect(found.labels.s9999).toBe('in')
    expect(explain(found, 's9999').at(-1)).toMatchObject({ statement: 's0', level: 9999 })
  })
})

describe('in words', () => {
  const graph: Graph = {
    statements: {
      reaches: { text: 'The warrant reaches Dublin.' },
      stops: { text: 'The warrant stops at the border.' },
      letters: { text: "The mail is other people's letters." },
      records: { text: 'The mail is a business record.' },
      served: { text: 'The warrant was served in Redmond.' },
      urgent: {},
      a: {},
      b: {},
      plainly: {},
    },
    assumptions: ['served'],
    arguments: [
      { id: 'subpoena', premises: ['served'], exceptions: ['letters'], conclusion: 'reaches', weight: 70 },
      { id: 'urgency', premises: ['urgent'], exceptions: [], conclusion: 'reaches', weight: 90 },
      {
        id: 'presumption',
        premises: [],
        exceptions: [],
        conclusion: 'stops',
        weight: { authority: 60, fit: 40, evidence: 90 },
      },
      { id: 'privacy', premises: [], exceptions: ['records'], conclusion: 'letters', weight: 50 },
      { id: 'round', premises: ['a'], exceptions: [], conclusion: 'b', weight: 50 },
      { id: 'and-round', premises: ['b'], exceptions: [], conclusion: 'a', weight: 50 },
    ],
    issues: [{ id: 'reach', positions: ['reaches', 'stops'], standard: 'clear-and-convincing' }],
  }
  const say = (id: string, on: Graph = graph) => aloud(evaluate(on), why(evaluate(on), id)).join('\n')
  test('each kind of reason', () => {
    const ids = ['served', 'urgent', 'letters', 'reaches', 'stops', 'a']
    expect(`\n${ids.map(id => say(id)).join('\n\n')}\n`).toMatchInlineSnapshot(`
      "
      "The warrant was served in Redmond" stands.
      Nobody disputes it.

      "urgent" does not stand.
      Nobody has put an argument for it, and what is not argued is not believed.

      "The mail is other people's letters" stands.
      It is no issue between the sides, so one argument that counts is enough.
      The argument "privacy" weighs 50.

      "The warrant reaches Dublin" does not stand.
      The argument "subpoena" is undercut and counts for nothing: "The mail is other people's letters" stands. To undercut is not to deny what an argument says, but to show that it does not get there.
      The argument "urgency" counts for nothing: it leans on "urgent", which does not stand.

      "The warrant stops at the border" does not stand.
      The best for it, "presumption", weighs 40 (its weakest link is fit).
      Nothing that counts was said against it.
      The standard is clear and convincing: a position must weigh more than 40 and be ahead of its rivals by more than 30.
      It falls short: it weighs 40, and more than 40 is needed.
      No position clears the bar, so nobody has met the burden of proof, and all of them are out.

      "a" stays open.
      The argument "and-round" counts for nothing yet: it waits for "b", which nobody has settled.
      Arguments that wait for each other settle nothing, and what is open at the end counts as not proved.
      "
    `)
  })
  test('a position just ahead, and what that comes to under four standards', () => {
    const standards = ['preponderance', 'clear-and-convincing', 'beyond-reasonable-doubt', 'dialectical-validity']
    const said = standards.map(standard =>
      say('reaches', { ...graph, assumptions: ['served', 'records'], issues: [{ ...graph.issues[0]!, standard }] }),
    )
    expect(`\n${said.join('\n\n')}\n`).toMatchInlineSnapshot(`
      "
      "The warrant reaches Dublin" stands.
      The best for it, "subpoena", weighs 70.
      The best against it, "presumption", weighs 40 (its weakest link is fit).
      The standard is preponderance: a position must weigh more than its rivals.
      It clears that bar by 30 points.

      "The warrant reaches Dublin" does not stand.
      The best for it, "subpoena", weighs 70.
      The best against it, "presumption", weighs 40 (its weakest link is fit).
      The standard is clear and convincing: a position must weigh more than 40 and be ahead of its rivals by more than 30.
      It falls short: it is ahead by 30, and more than 30 is needed.
      No position clears the bar, so nobody has met the burden of proof, and all of them are out.

      "The warrant reaches Dublin" does not stand.
      The best for it, "subpoena", weighs 70.
      The best against it, "presumption", weighs 40 (its weakest link is fit).
      The standard is beyond reasonable doubt: a position must weigh more than 40, be ahead of its rivals by more than 30 and have nothing of 20 or more against it.
      It falls short: it is ahead by 30, and more than 30 is needed; and what stands against it weighs 40, and that must stay below 20.
      No position clears the bar, so nobody has met the burden of proof, and all of them are out.

      "The warrant reaches Dublin" does not stand.
      The best for it, "subpoena", weighs 70.
      The best against it, "presumption", weighs 40 (its weakest link is fit).
      The standard is dialectical validity: a position must have nothing that counts against it.
      It falls short: what stands against it weighs 40, and that must stay below 1.
      No position clears the bar, so nobody has met the burden of proof, and all of them are out.
      "
    `)
  })
  test('a rival nobody disputes', () => {
    const conceded = { ...graph, assumptions: ['served', 'stops'] }
    expect(say('reaches', conceded)).toBe(
      '"The warrant reaches Dublin" does not stand.\nNobody disputes "The warrant stops at the border", and the two exclude each other.',
    )
  })
  test('a statement that is not there is our own mistake', () =>
    expect(() => why(evaluate(graph), 'reachs')).toThrow('Did you mean "reaches"?'))
})
