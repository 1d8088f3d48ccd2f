/** Addresses: what the fragment may say, and what is told when it says something else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress, readSwitches, writeAddress } from '../../src/app/address.ts'

test('an address is read back as it was written', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), code => {
      fc.pre(encodeURIComponent(code).length < 390)
      expect(readAddress(writeAddress({ kind: 'code', code }))).toEqual({ kind: 'code', code })
    }),
  ))

test('no fragment is the start page, a skip link is no address', () => {
  expect(readAddress('')).toEqual({ kind: 'start' })
  expect(readAddress('#')).toEqual({ kind: 'start' })
  expect(readAddress('#main', id => id === 'main')).toEqual({ kind: 'anchor', id: 'main' })
})

test('a matter is named by its id', () => {
  expect(readAddress('#play=dublin-warrant')).toEqual({ kind: 'play', matter: 'dublin-warrant' })
  expect(readAddress('#play=../../etc').kind).toBe('unknown')
})

test('a place in the law room is named by its path, and a state of the lab may be long', () => {
  const at = `lab/2013-12-04/us-sdny/disclose-content/${'data.usCopy:yes,'.repeat(90)}`
  expect(readAddress(`#law=${at}`)).toEqual({ kind: 'law', at })
  expect(readAddress(writeAddress({ kind: 'law', at: 'rules/us' }))).toEqual({ kind: 'law', at: 'rules/us' })
  expect(readAddress('#law')).toEqual({ kind: 'law', at: '' })
  expect(readAddress('#law', id => id === 'law').kind).toBe('anchor')
  expect(readAddress('#law=<b>').kind).toBe('unknown')
  expect(readAddress(`#law=${'a'.repeat(7000)}`).kind).toBe('unknown')
})

test.each([
  ['#lw=lab', 'Did you mean "#law="?'],
  ['#cod=ABC', 'Did you mean "#code="?'],
  ['#main', 'start below'],
  ['#code=', 'start below'],
  ['#code=%E0%A4%A', 'Ask for the link again'],
  [`#code=${'A'.repeat(5000)}`, 'Ask for the link again'],
])('%s is told apart, with advice', (fragment, advice) => {
  const address = readAddress(fragment)
  expect(address.kind === 'unknown' && address.problem.mend).toContain(advice)
})

test('no fragment breaks the reader', () => fc.assert(fc.property(fc.string(), text => void readAddress(text))))

test('switches for the stage are read from the query, and nothing else is', () => {
  expect(readSwitches('?still&renderer=canvas')).toEqual({ still: true, renderer: 'canvas' })
  expect(readSwitches('?renderer=vulkan&x=1')).toEqual({ still: false, renderer: null })
})
