/** Each check has a broken level that earns its message and nothing else, and a page with that example. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkMatter } from '../../src/analysis/index.ts'
import { printProblem } from '../../src/base/index.ts'
import { type ConsequenceFile, prepare } from '../../src/game/index.ts'
import { type Code, checks, parseWithSource, readSource } from '../../src/level/index.ts'
import { comity } from '../cli/desk.ts'
import { consequenceText, goodText, shippedLaw } from './shipped.ts'

const bad = new URL('bad/', import.meta.url)
const pages = new URL('../../levels/checks/', import.meta.url)
const codes = Object.keys(checks) as Code[]
const named = (folder: URL, ext: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ext))
    .map(name => name.slice(0, -ext.length))
    .sort()

/** Two mistakes that no file in this folder can make: one is a megabyte, the other a matter of patience. */
const made: Partial<Record<Code, () => string>> = {
  'too-big': () => {
    const big = goodText.replace('"One name, and nothing else."', `"${'One name, and nothing else. '.repeat(40_000)}"`)
    return readSource(big, 'too-big.json').problems.map(printProblem).join('\n\n')
  },
  'too-many-states': () => {
    const parsed = parseWithSource(goodText, { file: 'too-many-states.json', law: shippedLaw })
    if (!parsed.ok) throw new Error('the good level is not good')
    const matter = prepare(parsed.value.level, shippedLaw, JSON.parse(consequenceText) as ConsequenceFile)
    if (!matter.ok) throw new Error('the good level cannot be played')
    return checkMatter(matter.value, { where: parsed.value.source.where, most: 5 }).map(printProblem).join('\n\n')
  },
}

const told = async (code: Code): Promise<string> => {
  const make = made[code]
  if (make) return make()
  const name = `${code}.json`
  const { out } = await comity(['check', name], { [name]: readFileSync(new URL(name, bad), 'utf8') })
  return out.slice(0, out.lastIndexOf('\n\n'))
}

test('the good level has nothing to mend, so that each broken one has one mistake only', async () =>
  expect(await comity(['check', 'good.json'], { 'good.json': goodText })).toEqual({
    exit: 0,
    out: '1 file checked: nothing to mend.',
    err: '',
  }))

test('every check has a broken level and a page, and none is left over', () => {
  expect(named(bad, '.json')).toEqual(codes.filter(code => !made[code]).sort())
  expect(named(bad, '.txt')).toEqual([...codes].sort())
  expect(named(pages, '.md')).toEqual([...codes].sort())
})

describe.each(codes)('%s', code => {
  const message = () => readFileSync(new URL(`${code}.txt`, bad), 'utf8').trim()
  const page = () => readFileSync(new URL(`${code}.md`, pages), 'utf8')

  test('is told once, at its place, with what, why and how to mend it', async () => {
    expect(await told(code)).toBe(message())
    expect(message()).toMatch(new RegExp(`^\\S+:\\d+:\\d+ · ${checks[code].severity} · ${code}\\n`))
    expect(message()).toContain(checks[code].why)
  })
  test('has a page that says what it is, with an example that is a test', () => {
    const { layer, severity } = checks[code]
    expect(page().startsWith(`# ${code}\n\n*${severity}, found in ${layer}*\n\n`)).toBe(true)
    expect(page()).toContain('## How to mend it')
    const example = /```json\n([\s\S]*?)\n```/.exec(page())?.[1]
    const file = new URL(`${code}.json`, bad)
    if (!existsSync(file)) {
      expect(example).toBeUndefined()
      return
    }
    const flat = (text: string) => text.replace(/\s+/g, ' ')
    expect(flat(readFileSync(file, 'utf8'))).toContain(flat(example!))
    expect(page()).toContain(`\`\`\`\n${message()}\n\`\`\``)
  })
})
