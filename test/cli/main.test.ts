import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
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
