/** Each check of arguments has a broken file that earns its message and nothing else, and a page with that example. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import {
  type ArgumentCode,
  argumentChecks,
  checkArguments,
  type LawWorld,
  parseArguments,
  placeArguments,
} from '../../src/debate/index.ts'
import { lawChecks } from '../../src/law/index.ts'
import { checks } from '../../src/level/index.ts'

const bad = new URL('bad/', import.meta.url)
const pages = new URL('../../levels/checks/arguments/', import.meta.url)
const codes = Object.keys(argumentChecks) as ArgumentCode[]
const read = (folder: URL, name: string) => readFileSync(new URL(name, folder), 'utf8')
const law = [JSON.parse(read(new URL('.', import.meta.url), 'law.json')) as LawWorld]
const named = (folder: URL, ext: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ext))
    .map(name => name.slice(0, -ext.length))
    .sort()

const told = (code: ArgumentCode): string => {
  const name = `${code}.json`
  const text = read(bad, name)
  const file = parseArguments(text, name)
  const problems = file.ok
    ? placeArguments(checkArguments([file.value], { law, names: [name] }), text, name)
    : file.problems
  return problems.map(printProblem).join('\n\n')
}

test('every check has a broken file and a page, and none is left over', () => {
  expect(named(bad, '.json')).toEqual([...codes].sort())
  expect(named(bad, '.txt')).toEqual([...codes].sort())
  expect(named(pages, '.md')).toEqual([...codes].sort())
})

test('no check of arguments is called like a check of levels or of law', () => {
  expect(codes.filter(code => Object.hasOwn(checks, code) || Object.hasOwn(lawChecks, code))).toEqual([])
})

describe.each(codes)('%s', code => {
  const [severity] = argumentChecks[code]
  const message = () => read(bad, `${code}.txt`).trim()
  const page = () => read(pages, `${code}.md`)

  test('is told once, at its place, with what, why and how to mend it', () => {
    expect(told(code)).toBe(message())
    expect(message()).toMatch(new RegExp(`^${code}\\.json:\\d+:\\d+ · ${severity} · ${code}\\n`))
    expect(message().split('\n')).toHaveLength(2)
    expect(message().split(/[.?!”"'] /).length).toBeGreaterThan(2)
  })

  test('has a page that says what it is and how to mend it, with an example that is a test', () => {
    expect(page().startsWith(`# ${code}\n\n*${severity}, found in files of arguments*\n\n`)).toBe(true)
    expect(page()).toMatch(/\n## How to mend it\n\n\S.{15,}/)
    expect(page()).toContain(`\`\`\`\n${message()}\n\`\`\``)
    const example = /```json\n([\s\S]*?)\n```/.exec(page())![1]!
    const flat = (text: string) => text.replace(/\s+/g, ' ')
    expect(flat(read(bad, `${code}.json`))).toContain(flat(example))
  })
})

const good = {
  id: 'r-x',
  side: 'resist',
  tier: 'core',
  claim: 'It stops.',
  plain: 'It stops.',
  mistake: { says: 'Saying more.' },
  premises: [{ id: 'p', says: 'It is so.' }],
  authorities: ['xx-statute'],
  attackedBy: [],
  record: [],
  from: '2010-01-01',
}
const slips = (argument: unknown) => {
  const file = parseArguments(JSON.stringify({ arguments: [argument] }), 'x.json')
  return file.problems.map(p => `${p.code}: ${p.what} ${p.mend}`)
}

test('an argument as it should be has no slips', () => {
  expect(slips(good)).toEqual([])
})

test.each([
  [{ ...good, sides: 'resist' }, 'unknown-key: arguments[0] ("r-x") has a key "sides", which means nothing.', '"side"'],
  [{ ...good, side: 'resits' }, 'bad-word: arguments[0].side ("r-x") is "resits".', 'Did you mean "resist"?'],
  [{ ...good, premises: [] }, 'empty: arguments[0].premises ("r-x") is empty.', 'Fill it'],
  [{ ...good, from: '2010-02-30' }, 'bad-form: arguments[0].from ("r-x") is "2010-02-30".', 'a real day'],
  [{ ...good, claim: 'it stops' }, 'bad-form: arguments[0].claim ("r-x") is "it stops".', 'a full stop last'],
  [{ ...good, id: 'R X' }, 'bad-form: arguments[0].id ("R X") is "R X".', 'kebab-case'],
  [{ ...good, claim: undefined }, 'missing-key: arguments[0] ("r-x") lacks "claim".', 'text in double quotes'],
])('a slip of shape is told where it is: %#', (argument, what, mend) => {
  const [first, ...more] = slips(argument)
  expect(more).toEqual([])
  expect(first).toContain(what)
  expect(first).toContain(mend)
})
