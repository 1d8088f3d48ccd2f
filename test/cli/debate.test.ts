/** `comity debate`: the contract programs rely on, and the words people read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Graph } from '../../src/debate/index.ts'
import { graphs } from '../debate/graphs.ts'
import { comity } from './desk.ts'

const graph: Graph = {
  statements: { reaches: { text: 'The warrant reaches Dublin.' }, stops: {}, moved: {} },
  assumptions: [],
  arguments: [
    { id: 'control', premises: [], exceptions: [], conclusion: 'reaches', weight: 50 },
    {
      id: 'location',
      premises: [],
      exceptions: ['moved'],
      conclusion: 'stops',
      weight: { authority: 62, fit: 80, evidence: 90 },
    },
  ],
  issues: [{ id: 'reach', positions: ['reaches', 'stops'], standard: 'preponderance' }],
}
const file = (value: unknown) => ({ 'g.json': typeof value === 'string' ? value : JSON.stringify(value, null, 2) })
const one = (value: unknown, ...more: string[]) => comity(['debate', 'g.json', ...more], file(value))
const batch = async (...lines: unknown[]) => {
  const text = lines.map(l => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n')
  const { exit, out } = await comity(['debate', '--batch', 'b.jsonl'], { 'b.jsonl': text })
  return { exit, results: out === '' ? [] : out.split('\n').map(l => JSON.parse(l)) }
}

describe('comity debate', () => {
  test('answers in exactly the shape of the contract', async () => {
    const expected = {
      labels: { reaches: 'out', stops: 'in', moved: 'out' },
      arguments: { control: { effective: 50, limit: null }, location: { effective: 62, limit: 'authority' } },
      issues: { reach: { decided: 'stops', margin: 12 } },
    }
    const { exit, out } = await one(graph, '--json')
    expect([exit, JSON.parse(out)]).toEqual([0, expected])
    expect(await batch(graph)).toEqual({ exit: 0, results: [expected] })
  })
  test('tells people the same, and what hangs on each argument', async () => {
    expect((await one(graph)).out).toMatchInlineSnapshot(`
      "Issues
        reach (preponderance): "stops" stands, by 12
          "The warrant reaches Dublin": strongest 50 against 62, margin -12
            "control". Without it you fall from -12 to -62, and lose either way.
            "location". Without it you rise from -12 to +50 and win.
          "stops": strongest 62 against 50, margin 12
            "location". Without it you fall from +12 to -50 and lose.
            "control". Without it you rise from +12 to +62 and still win.
      Statements
        out       "moved"
      Arguments
        The argument "control" weighs 50.
        The argument "location" weighs 62. Its weakest link is authority; no argument is stronger than that."
    `)
  })
  test('explains one statement', async () => {
    expect((await one(graph, '--why', 'reaches')).out).toMatchInlineSnapshot(`
      ""The warrant reaches Dublin" does not stand. The best for it, "control", weighs 50. The best against it, "location", weighs 62 (its weakest link is authority). The standard is preponderance: a position must weigh more than its rivals. It falls short: it is 12 behind. "stops" stands instead.
        "moved" does not stand. Nobody has put an argument for it, and what is not argued is not believed."
    `)
    const { exit, err } = await one(graph, '--why=reachs')
    expect([exit, err]).toEqual([1, 'The graph has no statement "reachs". Did you mean "reaches"?'])
  })
  test('says where a graph goes wrong, what, why, and how to mend it', async () => {
    const slip = JSON.parse(JSON.stringify(graph)) as { issues: { positions: string[] }[] }
    slip.issues[0]!.positions[1] = 'stop'
    const { exit, err } = await one(slip)
    expect(exit).toBe(1)
    expect(err).toMatchInlineSnapshot(`
      "g.json:37:9 · error · no-such-statement
        The issue "reach" names "stop", which is no statement of this graph. An argument or issue would hang on nothing. Did you mean "stops"?"
    `)
  })
  test.each<[string, unknown, string]>([
    ['no graph at all', [], 'The graph is a list.'],
    ['a key nearly right', { ...graph, isues: [], issues: undefined }, 'Did you mean "issues"?'],
    ['no statements', { arguments: [] }, 'The graph has no "statements".'],
    [
      'an unknown premise',
      { ...graph, arguments: [{ ...graph.arguments[0], premises: ['movd'] }] },
      'Did you mean "moved"?',
    ],
    ['an unknown exception', { ...graph, arguments: [{ ...graph.arguments[0], exceptions: ['x'] }] }, 'no statement'],
    ['an unknown assumption', { ...graph, assumptions: ['reach'] }, 'Did you mean "reaches"?'],
    ['no conclusion', { ...graph, arguments: [{ id: 'a', weight: 1 }] }, 'has no "conclusion"'],
    ['an argument without id', { ...graph, arguments: [{ conclusion: 'moved', weight: 1 }] }, '"id" is missing'],
    ['an argument twice', { ...graph, arguments: [graph.arguments[0], graph.arguments[0]] }, 'two arguments "control"'],
    ['no weight', { ...graph, arguments: [{ id: 'a', conclusion: 'moved' }] }, 'has no weight'],
    ['a weight of 101', { ...graph, arguments: [{ ...graph.arguments[0], weight: 101 }] }, 'from 0 to 100'],
    ['a weight of one half', { ...graph, arguments: [{ ...graph.arguments[0], weight: 0.5 }] }, 'whole number'],
    [
      'two links of three',
      { ...graph, arguments: [{ ...graph.arguments[0], weight: { authority: 1, fit: 2 } }] },
      'no "evidence"',
    ],
    [
      'a link as a word',
      { ...graph, arguments: [{ ...graph.arguments[0], weight: { authority: 'high', fit: 2, evidence: 3 } }] },
      'The authority is "high".',
    ],
    [
      'an unknown standard',
      { ...graph, issues: [{ ...graph.issues[0], standard: 'preponderence' }] },
      'Did you mean "preponderance"?',
    ],
    ['an override misspelt', { ...graph, standards: { scintila: { alpha: 1 } } }, 'Did you mean "scintilla"?'],
    ['a bar off the scale', { ...graph, standards: { scintilla: { alpha: 500 } } }, 'from 0 to 100'],
    ['an issue without positions', { ...graph, issues: [{ id: 'i', standard: 'scintilla' }] }, 'no positions'],
    [
      'a position of two issues',
      { ...graph, issues: [graph.issues[0], { ...graph.issues[0], id: 'other' }] },
      'of "reach" and of "other"',
    ],
    ['rivals both assumed', { ...graph, assumptions: ['reaches', 'stops'] }, 'both are assumed'],
    [
      'too many statements',
      { statements: Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [i, {}])) },
      '10001 statements',
    ],
  ])('notices %s', async (_, wrong, complaint) => {
    const { exit, err } = await one(wrong)
    expect(exit).toBe(1)
    expect(err).toContain(complaint)
    const [result] = (await batch(wrong)).results
    expect(result.error).toMatchObject({ severity: 'error' })
    for (const part of ['code', 'what', 'why', 'mend']) expect(result.error[part]).toMatch(/\S/)
  })
  test('points at the line and column of what is wrong', async () => {
    const text = '{\n  "statements": {"p": {}},\n  "arguments": [{"id": "a", "conclusion": "q", "weight": 3}]\n}'
    expect((await one(text)).err).toMatch(/^g\.json:3:\d+ · error · no-such-statement/)
    expect((await one('{"statements": }')).err).toMatch(/^g\.json:1:\d+ · error · bad-json/)
  })
  test('a batch answers line by line and no line takes the others with it', async () => {
    const { exit, results } = await batch(
      graph,
      '{',
      `${'['.repeat(50_000)}`,
      'null',
      ' ',
      graph,
      `"${'x'.repeat(1_000_001)}"`,
    )
    expect(exit).toBe(1)
    expect(results.map(r => r.error?.code ?? r.issues.reach.decided)).toEqual([
      'stops',
      'bad-json',
      'bad-json',
      'wrong-type',
      'stops',
      'too-big',
    ])
  })
  test('names of objects in general are names like others', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const odd = `{"statements": {${ids.map(id => `"${id}": {}`).join(', ')}}, "arguments": [
      {"id": "__proto__", "conclusion": "__proto__", "weight": 7}, {"id": "constructor", "conclusion": "toString", "premises": ["__proto__"], "weight": 8}],
      "issues": [{"id": "__proto__", "positions": ["constructor", "toString"], "standard": "preponderance"}]}`
    const { results } = await batch(odd.replaceAll('\n', ' '))
    expect(Object.entries(results[0].labels)).toEqual([
      ['__proto__', 'in'],
      ['constructor', 'out'],
      ['toString', 'in'],
      ['hasOwnProperty', 'out'],
    ])
    expect(Object.entries(results[0].issues)).toEqual([['__proto__', { decided: 'toString', margin: 8 }]])
    const unknown = await batch({ ...graph, issues: [{ ...graph.issues[0], standard: 'constructor' }] })
    expect(unknown.results[0].error.code).toBe('no-such-standard')
  })
  test('a batch gives what the room gives', () =>
    fc.assert(
      fc.asyncProperty(fc.array(graphs(), { minLength: 1, maxLength: 5 }), async many => {
        const { exit, results } = await batch(...many)
        expect(exit).toBe(0)
        expect(results.map(r => r.labels)).toEqual(many.map(g => evaluate(g).labels))
        expect(results.map(r => r.issues)).toEqual(
          many.map(g =>
            Object.fromEntries(
              Object.entries(evaluate(g).issues).map(([id, { decided, margin }]) => [id, { decided, margin }]),
            ),
          ),
        )
      }),
      { numRuns: 50 },
    ))
  test.each([
    [[], 'Which graph?'],
    [['a.json', 'b.json'], 'One graph at a time'],
    [['a.json', '--jsn'], 'Did you mean "--json"?'],
    [['a.json', '--batch', 'b.jsonl'], 'leave out "a.json"'],
    [['--batch'], 'needs something after it'],
    [['--batch', 'b.jsonl', '--why', 'p'], 'leave out --why'],
  ])('%j is not understood', async (args, complaint) => {
    const { exit, err } = await comity(['debate', ...args])
    expect(exit).toBe(2)
    expect(err).toContain(complaint)
  })
  test('a file that is not there is told so', async () => {
    const { exit, err } = await comity(['debate', 'nowhere.json'])
    expect([exit, err]).toEqual([
      1,
      'There is no file "nowhere.json". Check the path; it is read from the folder you are in.',
    ])
  })
})
