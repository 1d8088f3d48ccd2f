/** The shelf: it never throws, whatever the browser does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportSaves, keepAside, listKept, readImport, readSave, writeSave } from '../../src/app/saves.ts'
import { openShelf } from '../../src/app/shelf.ts'
import { storeOf } from './desk.ts'

test('a browser that throws at the very mention of storage still gives a shelf', () => {
  const shelf = openShelf(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  expect(shelf.lasting).toBe(false)
  expect(shelf.write('a', '1')).toBe(false)
  expect(shelf.read('a')).toBe('1')
  expect(shelf.keys('a')).toEqual(['a'])
  shelf.remove('a')
  expect(shelf.read('a')).toBeNull()
})

test('what the browser would not keep is read back as it was last written', () => {
  const shelf = openShelf(() => storeOf({ note: 'old' }, 30))
  expect(shelf.write('note', 'x'.repeat(100))).toBe(false)
  expect(shelf.read('note')).toBe('x'.repeat(100))
  expect(shelf.write('note', 'short')).toBe(true)
  expect(shelf.read('note')).toBe('short')
})

test('a text is kept aside once, however often it is met', () => {
  const shelf = openShelf(() => storeOf())
  keepAside(shelf, 'broken', 'first')
  keepAside(shelf, 'broken', 'second')
  keepAside(shelf, 'other', 'third')
  expect(listKept(shelf)).toEqual([
    { raw: 'broken', why: 'first' },
    { raw: 'other', why: 'third' },
  ])
})

const ids = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const saves = fc.record({
  play: fc.record({
    level: ids,
    version: fc.constant('1.0.0'),
    content: fc.constantFrom('', 'ABCD'),
    mode: fc.constantFrom('practice' as const, 'hearing' as const),
    seed: fc.nat(32767),
    choices: fc.array(ids, { maxLength: 30 }),
  }),
  seen: fc.array(ids, { maxLength: 5 }),
  at: fc.record({ scene: fc.string({ maxLength: 40 }), date: fc.constant('1 May 1950'), ended: fc.boolean() }),
})

test('a save that was written is read back whole', () =>
  fc.assert(
    fc.property(saves, save => {
      expect(readSave(writeSave(save), 'x')).toMatchObject({ ok: true, value: save })
    }),
  ))

test('no text, however odd, breaks the readers, and nothing but a play comes out of them', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      const save = readSave(text, 'x')
      if (save.ok) expect(save.value.play.choices.every(choice => typeof choice === 'string')).toBe(true)
      else expect(save.problems[0]!.mend).not.toBe('')
      readImport(text, 'x')
    }),
  ))

test('an export holds every save and every text that cannot be read', () =>
  fc.assert(
    fc.property(fc.uniqueArray(saves, { selector: save => save.play.level, maxLength: 4 }), fc.string(), (all, odd) => {
      const entries = Object.fromEntries(all.map(save => [`comity.save.${save.play.level}`, writeSave(save)]))
      const shelf = openShelf(() => storeOf({ ...entries, 'comity.save.UPPER': `{${odd}` }))
      const back = readImport(exportSaves(shelf), 'x')
      expect(back.ok && back.value.saves.length).toBe(all.length)
      expect(back.ok && back.value.kept.map(kept => kept.raw)).toEqual([`{${odd}`])
    }),
  ))
