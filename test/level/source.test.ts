import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/level/index.ts'

const read = (text: string) => {
  const source = readSource(text, 'x.json')
  if (!source.ok) throw new Error(source.problems[0]?.what)
  return source.value
}
const codes = (text: string) => readSource(text).problems.map(p => `${p.where.line}:${p.where.column} ${p.code}`)

describe('a JSON text with places', () => {
  const text = '{\n  "a": "x\\n\\u0041bc",\n  "list": [{ "b": 1 }, [2, 3]]\n}'
  test('points at a value, at a key, at a place inside a list', () => {
    expect(read(text).where(['list', 0, 'b'])).toMatchObject({ file: 'x.json', line: 3, column: 19, length: 1 })
    expect(read(text).where(['list', 0, 'b'], 'key')).toMatchObject({ line: 3, column: 14, length: 3 })
    expect(read(text).where(['list', 1, 1])).toMatchObject({ line: 3, column: 28 })
  })
  test('points at the opening of an object, and at the nearest thing when a path leads nowhere', () => {
    expect(read(text).where(['list', 0])).toMatchObject({ line: 3, column: 12, length: 1 })
    expect(read(text).where(['list', 0, 'none', 'at', 'all'])).toMatchObject({ line: 3, column: 12 })
  })
  test('points inside a string, counting an escape as the character it stands for', () =>
    expect(read(text).within(['a'], 3, 2)).toMatchObject({ line: 2, column: 18, length: 2 }))
  test('overlooks a byte order mark', () => expect(read('\uFEFF{"a":1}').value).toEqual({ a: 1 }))
  test('keeps a key like __proto__ an ordinary key', () => {
    const value = read('{"__proto__":{"polluted":true}}').value as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect('polluted' in value).toBe(false)
  })
})

describe('a text that is not JSON', () => {
  test.each([
    ['', ['1:1 bad-json']],
    ['{"a": 1,}', ['1:9 bad-json']],
    ['{"a" 1}', ['1:6 bad-json']],
    ['{a: 1}', ['1:2 bad-json']],
    ["{'a': 1}", ['1:2 bad-json']],
    ['[1,\n2', ['2:2 bad-json']],
    ['// hello\n{}', ['1:1 bad-json']],
    ['{"a":"x"\n"b":1}', ['2:1 bad-json']],
    ['{"a": tru,\n"b": "never closed}', ['1:7 bad-json', '2:6 bad-json']],
    ['{"a": "x\ny",\n"b": 1}', ['1:7 bad-json']],
    ['{"a": [1, 2,\n"b": 1}\n}\n}', ['2:4 bad-json']],
    [Buffer.from('\uFEFF{"a": 1,\n"b": 2}', 'utf16le').toString('utf8'), ['1:1 bad-json']],
    ['{"a":1,"b":{"c":1,"c":2}}', ['1:19 duplicate-key']],
  ])('%j is told once for each slip', (text, expected) => expect(codes(text)).toEqual(expected))
  test('is not read at all when it is larger than a megabyte', () =>
    expect(codes(`"${'é'.repeat(500_001)}"`)).toEqual(['1:1 too-big']))
  test('is not read at all when it is a bomb of brackets', () =>
    expect(codes('['.repeat(100_000))).toEqual(['1:41 too-deep']))
  test('never brings the reader down', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0 1atrue\n/*') }), text => {
        const source = readSource(text)
        if (source.ok) expect(source.value.value).toEqual(JSON.parse(text))
        else expect(source.problems.length).toBeGreaterThan(0)
      }),
    )
  })
  test('any JSON value is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
        const text = JSON.stringify(value, null, 1)
        expect(read(text).value).toEqual(JSON.parse(text))
      }),
    )
  })
})
