import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFiles } from '../../src/cli/files.ts'
import { goodText, replaced } from '../level/shipped.ts'
import { comity } from './desk.ts'

const broken = replaced(goodText, '"goto": "answer"\n', '"goto": "anwser"\n')

describe('comity check', () => {
  test('tells of every file that is not there, and checks the others', async () => {
    const { exit, out } = await comity(['check', 'no.json', 'levels/null/level.json', 'nor.json', '--json'])
    expect(exit).toBe(1)
    const told = JSON.parse(out) as { file: string; code: string }[]
    expect(told.map(p => `${p.file} ${p.code}`)).toEqual(['no.json no-such-file', 'nor.json no-such-file'])
  })
  test.each([['-j'], ['--jsn'], ['--json=1']])('does not know %s, and asks whether --json was meant', async option => {
    const { exit, err } = await comity(['check', option, 'levels/null/level.json'])
    expect(exit).toBe(2)
    expect(err).toContain(`comity check has no option "${option}".`)
  })
  test('finds no error in what ships', async () => {
    const { exit, out } = await comity(['check', 'levels', '--json'])
    const told = JSON.parse(out) as { severity: string; what: string }[]
    expect(told.filter(p => p.severity === 'error').map(p => p.what)).toEqual([])
    expect(exit).toBe(0)
  })
  test('says where a mistake is, what it is, why it matters and how to mend it; exits 1', async () =>
    expect(await comity(['check', 'x.json'], { 'x.json': broken })).toMatchInlineSnapshot(`
      {
        "err": "",
        "exit": 1,
        "out": "x.json:57:19 · error · no-such-scene
        Choice "ask-for-paper" of scene "desk" leads to "anwser", which is neither a scene nor an ending of this level. A player who gets here would be stuck. Did you mean "answer"?

      1 file checked: 1 error.",
      }
    `))
  test('gives programs the same as a list', async () => {
    const { exit, out } = await comity(['check', '--json', 'x.json'], { 'x.json': broken })
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toEqual([
      {
        file: 'x.json',
        line: 57,
        column: 19,
        code: 'no-such-scene',
        severity: 'error',
        what: 'Choice "ask-for-paper" of scene "desk" leads to "anwser", which is neither a scene nor an ending of this level.',
        why: 'A player who gets here would be stuck.',
        mend: 'Did you mean "answer"?',
      },
    ])
  })
  test('checks several files and counts them', async () =>
    expect((await comity(['check', 'a.json', 'b.json'], { 'a.json': goodText, 'b.json': broken })).out).toMatch(
      /\n2 files checked: 1 error\.$/,
    ))
  test('warns without failing', async () => {
    const long = replaced(goodText, '"minutes": 3', '"minutes": 45')
    const { exit, out } = await comity(['check', 'x.json'], { 'x.json': long })
    expect({ exit, out }).toMatchObject({ exit: 0, out: expect.stringMatching(/hint · minutes/) })
  })
  test('does not take a shopping list for a level', async () =>
    expect(await comity(['check', 'x.json'], { 'x.json': '{"coffee": 2}' })).toMatchObject({
      exit: 1,
      out: expect.stringContaining('x.json:1:1 · error · no-kind'),
    }))
  test('needs a file, and knows its options', async () => {
    expect(await comity(['check'])).toMatchObject({ exit: 2, err: expect.stringContaining('needs a file') })
    expect(await comity(['check', 'x.json', '--jsno'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('"--jsno"'),
    })
    expect(await comity(['check', '--help'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('comity check FILES'),
    })
  })
  test('says so when a file is not there', async () =>
    expect(await comity(['check', 'nowhere.json'])).toMatchObject({
      exit: 1,
      err: expect.stringContaining('nowhere.json'),
    }))
})

describe('law files', () => {
  const ie = readFileSync('levels/law/ie.json', 'utf8')
  test('stand in for the shipped file of their name', async () => {
    expect(await comity(['check', 'draft/ie.json'], { 'draft/ie.json': ie })).toMatchObject({ exit: 0 })
    const wrong = ie.replace("data.contentAt == 'ie'", "data.contentAt == 'iee'")
    const { exit, out } = await comity(['check', 'draft/ie.json'], { 'draft/ie.json': wrong })
    expect(exit).toBe(1)
    expect(out).toMatch(/^draft\/ie\.json:\d+:\d+ · error · /)
    expect(out).toContain("'iee'")
  })
  test('that are not JSON are told so, and levels wait for them', async () => {
    const { exit, out } = await comity(['check', 'ie.json', 'x.json'], { 'ie.json': ie.slice(0, -3), 'x.json': broken })
    expect(exit).toBe(1)
    expect(out).toContain('ie.json:')
    expect(out).not.toContain('no-such-scene')
  })
  test('are held to their dates and citations', async () => {
    const undated = JSON.parse(ie) as { rules: { from?: string }[] }
    delete undated.rules[0]!.from
    const { exit, out } = await comity(['check', 'ie.json'], { 'ie.json': JSON.stringify(undated, null, 2) })
    expect(exit).toBe(1)
    expect(out).toContain('· no-date')
  })
})

describe('a file of arguments', () => {
  const shipped = () => readFileSync('levels/arguments/secrecy.json', 'utf8')

  test('is checked together with the shipped ones that it does not replace', async () => {
    const broken = shipped().replace('"by": "c-secrecy-needed"', '"by": "c-secrecy-neded"')
    const { exit, out } = await comity(['check', 'secrecy.json'], { 'secrecy.json': broken })
    expect(exit).toBe(1)
    expect(out).toMatch(/^secrecy\.json:\d+:\d+ · error · no-such-argument\n/)
    expect(out).toContain('Did you mean "c-secrecy-needed"?')
    expect(out).toContain('1 file checked: 1 error.')
  })
  test('may say nothing that another one has said already', async () => {
    const { exit, out } = await comity(['check', 'mine.json'], { 'mine.json': shipped() })
    expect(exit).toBe(1)
    expect(out).toContain('There are two arguments "r-gag-speech".')
  })
  test('is known by what is in it even when it cannot be read', async () => {
    const { exit, out } = await comity(['check', 'x.json'], { 'x.json': '{ "motions": [ }' })
    expect(exit).toBe(1)
    expect(out).toContain('x.json:1:16 · error · bad-json')
  })
})

describe('a consequence file', () => {
  test('is known by its scale, and used for the levels beside it', async () => {
    const model = JSON.parse(readFileSync('levels/law/consequences.json', 'utf8')) as { rules: { meter: string }[] }
    model.rules[0]!.meter = 'luck'
    const { exit, out } = await comity(['check', 'model.json'], { 'model.json': JSON.stringify(model, null, 2) })
    expect(exit).toBe(1)
    expect(out).toContain('"luck"')
  })
})

describe('which files were meant', () => {
  const inFolder = async (look: (folder: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-'))
    try {
      for (const name of ['b.json', 'a.json', 'notes.txt']) writeFileSync(join(folder, name), '{}')
      await look(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  test('a folder means every .json below it, in order', () =>
    inFolder(async folder =>
      expect((await findFiles([folder])).map(f => f.path)).toEqual([join(folder, 'a.json'), join(folder, 'b.json')]),
    ))
  test('a pattern means what it matches, each file once', () =>
    inFolder(async folder =>
      expect((await findFiles([`${folder}/*.json`, `${folder}/a.*`])).map(f => f.path)).toEqual([
        join(folder, 'a.json'),
        join(folder, 'b.json'),
      ]),
    ))
  test('two stars mean any folders', async () =>
    expect((await findFiles(['levels/**/level.json'])).map(f => f.path)).toEqual(
      expect.arrayContaining(['levels/dublin-warrant/level.json', 'levels/null/level.json']),
    ))
  test('a name that is not there is kept, to be told when it is read', async () =>
    expect(await findFiles(['nowhere.json'])).toEqual([{ path: 'nowhere.json', named: true }]))
  test('a folder without levels is told so', () =>
    inFolder(async folder =>
      expect(await comity(['check', folder])).toMatchObject({ exit: 1, err: expect.stringContaining('No level') }),
    ))
})
