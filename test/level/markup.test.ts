import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spans, unmarked } from '../../src/level/index.ts'
import { readMarkup } from '../../src/level/markup.ts'

describe('the markup of a level', () => {
  test('knows emphasis, authorities and terms', () =>
    expect(spans('*Now*, says [the statute](law:us-sca-2703) on [comity](term:comity).')).toEqual([
      { kind: 'em', text: 'Now' },
      { kind: 'text', text: ', says ' },
      { kind: 'law', text: 'the statute', id: 'us-sca-2703' },
      { kind: 'text', text: ' on ' },
      { kind: 'term', text: 'comity', id: 'comity' },
      { kind: 'text', text: '.' },
    ]))
  test('leaves brackets of lawyers alone', () =>
    expect(unmarked('[2003] 4 All E.R. 12, "he [sic] said" (see above)')).toBe(
      '[2003] 4 All E.R. 12, "he [sic] said" (see above)',
    ))
  test('writes a plain star or bracket after a backslash', () =>
    expect(spans(String.raw`5 \* 3, \[not a link](law:x)`)).toEqual([
      { kind: 'text', text: '5 * 3, [not a link](law:x)' },
    ]))
  test('lets a smaller-than sign be one', () => expect(readMarkup('if a < b and c > d').mistakes).toEqual([]))

  test.each([
    ['an *open star', 3, 1, 'never closes'],
    ['**bold** is not known', 0, 2, 'empty emphasis'],
    ['see [the page](https://example.org) there', 4, 31, 'leads nowhere'],
    ['see [nothing](law:) there', 4, 15, 'leads nowhere'],
    ['<b>loud</b>', 0, 3, 'HTML tag'],
    ['*see [it](law:x)*', 0, 17, 'link inside emphasis'],
  ])('%s: the mistake is found where it stands', (text, at, length, what) => {
    const [mistake] = readMarkup(text).mistakes
    expect(mistake).toMatchObject({ at, length })
    expect(mistake?.what).toContain(what)
  })
  test('points at the id of a link', () => {
    const text = 'as [it says](law:us-sca-2703) there'
    const [link] = readMarkup(text).links
    expect(text.slice(link!.at, link!.at + link!.id.length)).toBe('us-sca-2703')
  })

  test('any text can be read, and text without marks comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *[]()\\:<>/lawterm') }), text => {
        for (const { at, length } of readMarkup(text).mistakes) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at + length).toBeLessThanOrEqual(text.length)
        }
        const bare = text.replace(/[*[\]\\<]/g, '')
        expect(spans(bare)).toEqual(bare ? [{ kind: 'text', text: bare }] : [])
      }),
    )
  })
})
