import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { harmless, linesOf, terminal } from '../../src/cli/terminal.ts'
import { comity } from './desk.ts'

describe('comity', () => {
  test('alone tells what it can do, and that nothing was asked', async () => {
    const { exit, err } = await comity([])
    expect(exit).toBe(2)
    for (const word of ['check', 'play', 'replay', 'law', 'help']) expect(err).toContain(`comity ${word}`)
  })
  test.each([['help'], ['--help'], ['-h']])('%s tells the same as an answer', async word => {
    const { exit, out } = await comity([word])
    expect(exit).toBe(0)
    expect(out).toContain('comity replay CODE')
  })
  test.each(['check', 'play', 'replay', 'law', 'help'])(
    'help %s tells how it is used, and so does --help',
    async word => {
      const told = await comity(['help', word])
      expect(told.exit).toBe(0)
      expect(told.out).toMatch(new RegExp(`^comity ${word}`))
      if (word !== 'help') expect(await comity([word, '--help'])).toEqual(told)
    },
  )
  test('asks whether a near command was meant', async () => {
    const { exit, err } = await comity(['paly'])
    expect(exit).toBe(2)
    expect(err).toBe('comity has no command "paly". Did you mean "comity play"? "comity help" lists them.')
    expect((await comity(['help', 'chek'])).err).toContain('"comity check"')
  })
  test('tells its version', async () => expect((await comity(['--version'])).out).toMatch(/^comity \d+\.\d+\.\d+$/))
  test('tells of a file that is not there instead of a stack of calls', async () => {
    const { exit, err } = await comity(['play', 'no/such.json'])
    expect(exit).toBe(1)
    expect(err).toBe('There is no file "no/such.json". Check the path; it is read from the folder you are in.')
  })
})

test('a terminal is never given characters that would take it over', () => {
  expect(harmless('a\u001b[31mb\u0007\tc\nd')).toBe('a\\u001b[31mb\\u0007\tc\nd')
  expect(harmless('Où est l’ordre? 🦉')).toBe('Où est l’ordre? 🦉')
})

test('a folder in the place of a file is named, and so is a batch that is not there', async () => {
  const { read, pieces } = terminal()
  await expect(read('levels')).rejects.toMatchObject({ code: 'EISDIR', path: 'levels' })
  await expect(pieces('levels')[Symbol.asyncIterator]().next()).rejects.toMatchObject({ path: 'levels' })
  await expect(pieces('no.jsonl')[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'ENOENT' })
})

test('lines come whole however the text is cut, without a byte order mark or blank lines', async () => {
  const text = '\uFEFFone\r\n\n  \ntwo\u2028half\nthree'
  const cut = async function* (size: number) {
    for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
  }
  for (const size of [1, 2, 5, 100]) {
    const lines: string[] = []
    for await (const line of linesOf(cut(size))) lines.push(line.trimEnd())
    expect(lines).toEqual(['one', 'two\u2028half', 'three'])
  }
})

test('the launcher runs from any folder, without a build', async () => {
  const run = promisify(execFile)
  const { stdout } = await run(
    process.execPath,
    [new URL('../../src/cli/comity.mjs', import.meta.url).pathname, '--version'],
    {
      cwd: '/',
    },
  )
  expect(stdout).toMatch(/^comity \d/)
})
