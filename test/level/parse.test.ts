import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import { type LevelFile, parse, withoutIgnored } from '../../src/level/index.ts'
import { goodText, replaced, shippedLaw } from './shipped.ts'

const read = (text: string) => parse(text, { file: 'x.json', law: shippedLaw })
/** What is said of the good level with some parts replaced, as `line code`. */
const said = (...edits: readonly (readonly [string, string])[]) =>
  read(edits.reduce((text, [part, by]) => replaced(text, part, by), goodText)).problems.map(
    p => `${p.where.line}:${p.where.column} ${p.code}`,
  )
const good = JSON.parse(goodText) as LevelFile

test('an accepted level is the value that was written', () =>
  expect(read(goodText)).toEqual({ ok: true, value: good, problems: [] }))

test('how a level is laid out on the page makes no difference', () => {
  for (const indent of [0, 1, 4, '\t'])
    expect(read(JSON.stringify(good, null, indent))).toMatchObject({ ok: true, value: good })
})

describe('one mistake earns one message', () => {
  test('a mistyped key is not told a second time as missing', () =>
    expect(said(['"goto": "answer"\n', '"gotto": "answer"\n'])).toEqual(['57:11 unknown-key']))
  test('a mistake inside a scene of choices is not told against the scene of chance', () =>
    expect(said(['"due": ["disclose-subscriber"]', '"due": [7]'])).toEqual(['83:15 wrong-type']))
  test('a mistake inside a scene of chance is not told against the scene of choices', () =>
    expect(said(['"per1000": 700', '"per1000": "most"'])).toEqual(['70:38 wrong-type']))
  test('a scene of chance with a mistyped key is told by that key', () =>
    expect(said(['"chance": [\n', '"chances": [\n'])).toEqual(['69:7 unknown-key']))
  test('a goto may be an id or a list; a number is neither', () =>
    expect(said(['"goto": "answer"\n', '"goto": 7\n'])).toEqual(['57:19 wrong-type']))
  test('a mistake inside a list of ways is told inside it', () =>
    expect(said(['{ "goto": "done" }', '{ "gotto": "done" }'])).toEqual(['85:153 unknown-key']))
  test('a flag of no known type is told at its type', () =>
    expect(said(['"warned": { "type": "bool"', '"warned": { "type": "boolean"'])).toEqual(['23:25 bad-word']))
  test('a day that no calendar has is told once', () =>
    expect(said(['"date": "1986-10-21"', '"date": "1986-02-30"'])).toEqual(['124:25 bad-form']))
  test('three mistakes earn three messages, in the order of the file', () =>
    expect(
      said(
        ['"justice": 50', '"justice": "half"'],
        ['"tone": "won"', '"tone": "win"'],
        ['"start": "desk",\n', '"strat": "desk",\n'],
      ),
    ).toEqual(['6:3 unknown-key', '26:26 wrong-type', '95:15 bad-word']))
})

describe('what a problem says', () => {
  const first = (part: string, by: string) => printProblem(read(replaced(goodText, part, by)).problems[0]!)
  test('a missing key is asked for with what it means', () =>
    expect(first('"lesson": "A warning is lawful here, and it has a price.",', '')).toBe(
      'x.json:101:5 · error · missing-key\n  Ending "empty" lacks "lesson". The game cannot do without it. Add "lesson": text in double quotes. What this ending rested on, in one or two sentences.',
    ))
  test('a key nothing is near to is answered with the keys known there', () =>
    expect(first('"name": "New York" }', '"name": "New York", "weather": "rain" }')).toContain(
      'has a key "weather", which this format does not know. It would be ignored without a word, and you wrote it for a reason. Known here: "kind", "name", "light" or "people".',
    ))
  test('a condition is pointed at inside its string', () =>
    expect(first('"if": "flag.calls < 2"', String.raw`"if": "flag.calls < 2 && demand.asker == \"uss\""`)).toMatch(
      /^x\.json:86:\d+ · error · bad-condition\n.*Did you mean 'us'\?/,
    ))
  test('a link is pointed at inside its text, by the id', () => {
    const { where } = read(replaced(goodText, '(law:us-sca-2703)', '(law:us-sca-27)')).problems[0]!
    expect(goodText.split('\n')[where.line! - 1]!.slice(where.column! - 1)).toMatch(/^us-sca-2703/)
    expect(where.length).toBe('us-sca-27'.length)
  })
})

describe('what is and is not accepted', () => {
  test.each([
    ['a list that ends in a way without condition', '"goto": "answer"\n', '"goto": [{ "goto": "answer" }]\n'],
    ['a fact made unknown', '"demand.served": true,', '"demand.served": null,'],
    ['a number counted down', '{ "id": "warn-her"', '{ "id": "warn-her", "aside": "x"'],
    ['a term of the shared glossary', 'one page. It asks', 'one [page](term:subpoena). It asks'],
  ])('%s is', (_, part, by) => expect(said([part, by])).toEqual([]))
  test.each([
    ['a value of another type', '"demand.served": true,', '"demand.served": "yes",', 'outside-domain'],
    [
      'a number beyond its bounds',
      '"set": { "flag.warned": true }',
      '"set": { "flag.warned": true, "flag.calls": 4 }',
      'outside-domain',
    ],
    [
      'an initial flag among the facts',
      '"demand.served": false,',
      '"demand.served": false,\n    "flag.warned": true,',
      'no-such-fact',
    ],
    [
      'a key named __proto__',
      '"demand.served": false,',
      '"demand.served": false,\n    "__proto__": true,',
      'no-such-fact',
    ],
    ['a web address', '(law:us-sca-2703)', '(https://example.org)', 'bad-markup'],
    ['HTML', 'He signs for it.', 'He <b>signs</b> for it.', 'bad-markup'],
  ])('%s is not', (_, part, by, code) => expect(said([part, by]).map(s => s.split(' ')[1])).toContain(code))
})

describe('ignore', () => {
  const short = [
    'Ruth has the record printed and does not let go of it yet. She would like to hear it from you.',
    '',
  ] as const
  const ignoring = (entry: object) => ['"plays": [', `"ignore": [${JSON.stringify(entry)}],\n  "plays": [`] as const
  const reason = 'A short scene for a short moment.'
  test('silences a hint where it says, and everywhere when it says nowhere', () => {
    expect(said(short).map(s => s.split(' ')[1])).toEqual(['scene-length'])
    expect(said(short, ignoring({ code: 'scene-length', at: 'paper', reason }))).toEqual([])
    expect(said(short, ignoring({ code: 'scene-length', reason }))).toEqual([])
  })
  test('does not silence it elsewhere', () =>
    expect(said(short, ignoring({ code: 'scene-length', at: 'desk', reason })).map(s => s.split(' ')[1])).toEqual([
      'scene-length',
      'unused-ignore',
    ]))
  test('never silences an error', () => {
    const level = { ...good, ignore: [{ code: 'no-such-scene', reason }] }
    const error = { code: 'no-such-scene', severity: 'error', where: {}, what: '', why: '', mend: '' } as const
    expect(withoutIgnored(level, [error], [], () => ({}))).toEqual([error])
  })
  test('of a check that is made later is left to that check', () =>
    expect(said(ignoring({ code: 'common-ending', reason }))).toEqual([]))
})

test('whatever is broken in a level, it is told and never thrown', () => {
  const paths: (string | number)[][] = []
  const collect = (value: unknown, path: (string | number)[]) => {
    paths.push(path)
    if (Array.isArray(value)) value.forEach((v, i) => void collect(v, [...path, i]))
    else if (typeof value === 'object' && value !== null)
      for (const [k, v] of Object.entries(value)) collect(v, [...path, k])
  }
  collect(good, [])
  const changed = (value: unknown, path: readonly (string | number)[], by: unknown): unknown => {
    const [key, ...rest] = path
    if (key === undefined) return by
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
    ;(copy as Record<string | number, unknown>)[key] = changed(
      (value as Record<string | number, unknown>)[key],
      rest,
      by,
    )
    return copy
  }
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, by) => {
      const text = JSON.stringify(changed(good, path, by), null, 1)
      for (const p of read(text).problems) {
        expect(p.where.line).toBeGreaterThan(0)
        expect([p.what, p.why, p.mend].every(Boolean)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
