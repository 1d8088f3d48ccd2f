import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceTag } from '../../src/level/index.ts'

test('the tags of choices never change, because result codes are made of them', () =>
  expect(['ask-for-paper', 'read-out-the-name', 'hand-over-the-record', ''].map(choiceTag)).toMatchInlineSnapshot(`
    [
      252,
      206,
      382,
      753,
    ]
  `))

test('every id has a tag of ten bits', () => {
  fc.assert(
    fc.property(fc.string(), id => {
      const tag = choiceTag(id)
      expect(Number.isInteger(tag) && tag >= 0 && tag < 1024).toBe(true)
    }),
  )
})
