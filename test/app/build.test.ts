/** What the build checks before a page exists: a mistake in a level or a law file stops it, in words. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { hasErrors } from '../../src/base/index.ts'
import { lawForPage, readShipped } from '../../src/cli/build/matters.ts'
import { headers } from '../../src/cli/build/policy.ts'
import { contentTag, prepare, start } from '../../src/game/index.ts'
import { caseView } from '../../src/view/index.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The shipped levels with one text replaced in one file. */
const spoilt = (file: string, from: string, to: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'comity-levels-'))
  folders.push(folder)
  cpSync('levels', folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  return readShipped(folder).problems.filter(problem => problem.severity === 'error')
}

test('what is shipped is accepted, and the level to copy is not in the docket', () => {
  const { problems, levels } = readShipped('levels')
  expect(hasErrors(problems), problems.map(problem => problem.what).join('\n')).toBe(false)
  expect(levels.map(level => level.id)).toContain('dublin-warrant')
  expect(levels.map(level => level.id)).not.toContain('null')
})

test('the law that the page carries is lighter, plays the same and cites the same', () => {
  const shipped = readShipped('levels')
  const light = lawForPage(shipped)
  expect(JSON.stringify(light).length).toBeLessThan(0.8 * JSON.stringify(shipped.law).length)
  const seen = (law: typeof shipped.law) => {
    const ready = prepare(shipped.levels[0]!, law, shipped.consequences)
    if (!ready.ok) throw new Error(ready.problems[0]!.what)
    const { authorities, ...view } = caseView(ready.value, start(ready.value), {
      showPredictions: true,
      mode: 'practice',
      seen: [],
    })
    return { tag: contentTag(ready.value), view: JSON.parse(JSON.stringify(view)) }
  }
  expect(seen(light)).toEqual(seen(shipped.law))
})

test('a scene that leads nowhere is an error with its place', () => {
  const [first] = spoilt('dublin-warrant/level.json', '"goto": "housekeeping"', '"goto": "houskeeping"')
  expect(first).toMatchObject({
    code: 'no-such-scene',
    where: { line: expect.any(Number), column: expect.any(Number) },
  })
  expect(first!.where.file).toContain('dublin-warrant/level.json')
  expect(first!.mend).toContain('"housekeeping"')
})

test('a law file that is not JSON is an error that names it', () => {
  const [first] = spoilt('law/ie.json', '{', '[')
  expect(first!.where.file).toContain('ie.json')
})

test('a rule about a fact nobody declared is an error with advice', () => {
  const problems = spoilt('law/us.json', 'demand.served', 'demand.servd')
  expect(problems.map(problem => problem.mend).join()).toContain('"demand.served"')
})

test('a consequence that reads what does not exist is an error', () => {
  const problems = spoilt('law/consequences.json', '"when": "', '"when": "no.such.fact && ')
  expect(problems.length).toBeGreaterThan(0)
})

test('the policy lets nobody else in and nothing run that is not a file of the page', () => {
  const policy = headers['Content-Security-Policy']!
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(policy).toContain("frame-ancestors 'self'")
})
