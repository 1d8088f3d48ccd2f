/** Each check of law files has a broken file that earns its message and nothing else, and a page with that example. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import { checkLaw, type LawCode, lawChecks, parseLaw, placed } from '../../src/law/index.ts'
import { checks } from '../../src/level/index.ts'

const bad = new URL('bad/', import.meta.url)
const pages = new URL('../../levels/checks/law/', import.meta.url)
const codes = Object.keys(lawChecks) as LawCode[]
const read = (folder: URL, name: string) => readFileSync(new URL(name, folder), 'utf8')
const named = (folder: URL, ext: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ext))
    .map(name => name.slice(0, -ext.length))
    .sort()

const told = (code: LawCode): string => {
  const name = `${code}.json`
  const text = read(bad, name)
  const law = parseLaw(text, name)
  const problems = law.ok ? placed(checkLaw([law.value], { strict: true, names: [name] }), text, name) : law.problems
  return problems.map(printProblem).join('\n\n')
}

test('every check has a broken file and a page, and none is left over', () => {
  expect(named(bad, '.json')).toEqual([...codes].sort())
  expect(named(bad, '.txt')).toEqual([...codes].sort())
  expect(named(pages, '.md')).toEqual([...codes].sort())
})

test('no check of law is called like a check of levels', () => {
  expect(codes.filter(code => Object.hasOwn(checks, code))).toEqual([])
})

test('every code that the law room reports is in the list, or is one of the shapes that levels have too', () => {
  const room = new URL('../../src/law/', import.meta.url)
  const sources = readdirSync(room).map(name => read(room, name))
  const reported = sources.flatMap(text =>
    [...text.matchAll(/(?:report|tell|one)\(\s*(?:'(?:error|warning|hint)',\s*)?'([a-z]+(?:-[a-z]+)+)'/g)].map(
      m => m[1]!,
    ),
  )
  const known = new Set<string>([...codes, ...Object.keys(checks), 'unknown-fact', 'bad-facts'])
  expect(reported.length).toBeGreaterThan(25)
  expect(reported.filter(code => !known.has(code))).toEqual([])
})

describe.each(codes)('%s', code => {
  const message = () => read(bad, `${code}.txt`).trim()
  const page = () => read(pages, `${code}.md`)

  test('is told once, at its place, with what, why and how to mend it', () => {
    expect(told(code)).toBe(message())
    expect(message()).toMatch(new RegExp(`^${code}\\.json:\\d+:\\d+ · ${lawChecks[code]} · ${code}\\n`))
    expect(message().split('\n')).toHaveLength(2)
    expect(message().split(/[.?!”"'] /).length).toBeGreaterThan(2)
  })

  test('has a page that says what it is and how to mend it, with an example that is a test', () => {
    expect(page().startsWith(`# ${code}\n\n*${lawChecks[code]}, found in law files*\n\n`)).toBe(true)
    expect(page()).toMatch(/\n## How to mend it\n\n\S.{15,}/)
    expect(page()).toContain(`\`\`\`\n${message()}\n\`\`\``)
    const example = /```json\n([\s\S]*?)\n```/.exec(page())?.[1]
    const flat = (text: string) => text.replace(/\s+/g, ' ')
    if (example === undefined) expect(code).toBe('condition-too-large')
    else expect(flat(read(bad, `${code}.json`))).toContain(flat(example))
  })
})
