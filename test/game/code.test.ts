import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksum } from '../../src/game/code.ts'
import { playOf, readCode, replay, start, writeCode } from '../../src/game/index.ts'
import { alphabet } from '../../src/game/tag.ts'
import { level, prepared } from './lighthouse.ts'
import { played, walked, walks } from './walks.ts'

const matter = prepared()
const mill = prepared({ ...level, id: 'mill' })
const codeOf = (choices: readonly string[], seed = 0) =>
  writeCode(matter, playOf(matter, played(matter, choices, seed)))
const some = codeOf(['wait', 'sleep', 'defy', 'comply', 'go-home'], 777)
const problems = (text: string) => readCode(matter, text).problems

describe('a result code', () => {
  test('is this word for this play, for ever: codes in exercise books must stay readable', () => {
    const play = playOf(matter, played(matter, ['wait', 'sleep', 'defy'], 777))
    expect(writeCode(matter, { ...play, content: 'ABCD' })).toMatchInlineSnapshot(`"1P9NSABCD00R9X39T8NMVBZ"`)
  })
  test('of 20 decisions has at most 60 characters', () => {
    const state = walked(
      matter,
      played(matter, ['sleep']),
      Array.from({ length: 19 }, () => 1),
    ).at(-1)!
    expect(state.made).toHaveLength(20)
    expect(writeCode(matter, playOf(matter, state))).toHaveLength(57)
  })
  test('is read back as the very same play', () =>
    fc.assert(
      fc.property(walks(matter, 30), states => {
        const play = playOf(matter, states.at(-1)!)
        expect(readCode([mill, matter], writeCode(matter, play))).toEqual({ ok: true, value: play, problems: [] })
      }),
    ))
  test('does not mind lower case, spaces, hyphens, or I, L and O for 1, 1 and 0', () => {
    const scribbled = some
      .toLowerCase()
      .replace(/1/g, 'l')
      .replace(/0/g, 'O')
      .replace(/(.{4})/g, '$1 - ')
    expect(readCode(matter, ` ${scribbled}\n`)).toEqual(readCode(matter, some))
    expect(readCode(matter, some.replace(/1/g, 'I')).ok).toBe(true)
  })
  test('finds its matter among several', () => {
    const code = writeCode(mill, playOf(mill, start(mill)))
    expect(readCode([matter, mill], code)).toMatchObject({ ok: true, value: { level: 'mill' } })
  })
})

describe('a slip of the pen', () => {
  const slips = (code: string) => readCode(matter, code).problems[0]?.code
  const addsUp = (code: string) => checksum(code.slice(0, -4)) === code.slice(-4)
  test('of one character is always found, and the right code offered', () => {
    expect(addsUp(some)).toBe(true)
    for (let i = 0; i < some.length; i++)
      for (const letter of alphabet) {
        if (letter === some[i]) continue
        expect(addsUp(some.slice(0, i) + letter + some.slice(i + 1))).toBe(false)
      }
    const [problem] = problems(some.slice(0, 20) + (some[20] === 'X' ? 'Y' : 'X') + some.slice(21))
    expect(problem?.mend.replaceAll(' ', '')).toContain(some)
  })
  test('that swaps any two characters is always found', () => {
    for (let i = 0; i < some.length; i++)
      for (let j = i + 1; j < some.length; j++) {
        if (some[i] === some[j]) continue
        const swapped = some.slice(0, i) + some[j] + some.slice(i + 1, j) + some[i] + some.slice(j + 1)
        expect(addsUp(swapped)).toBe(false)
      }
  })
  test('that swaps two neighbours is offered the right code too', () => {
    const i = [...some].findIndex((letter, at) => at > 20 && letter !== some[at + 1])
    const swapped = some.slice(0, i) + some[i + 1] + some[i] + some.slice(i + 2)
    expect(problems(swapped)[0]?.mend.replaceAll(' ', '')).toContain(some)
  })
  test('that drops or doubles a character is found for what it is', () => {
    expect(problems(some.slice(0, 9) + some.slice(10))[0]?.what).toBe(
      'One character of this code is missing, or one is too many.',
    )
    expect(slips(some.slice(0, 9) + some[9] + some.slice(9))).toBe('code-mistyped')
  })
  test('of two characters is found in codes of up to 60 decisions', () => {
    // The code is linear, so it is enough that no two single slips leave the same trace.
    const length = 13 + 120 + 4
    const traces = new Set<string>()
    for (let i = 0; i < length - 4; i++)
      for (const letter of alphabet.slice(1)) traces.add(checksum('0'.repeat(i) + letter + '0'.repeat(length - 5 - i)))
    for (let i = 0; i < 4; i++)
      for (const letter of alphabet.slice(1)) traces.add('0'.repeat(i) + letter + '0'.repeat(3 - i))
    expect(traces).not.toContain('0000')
    expect(traces.size).toBe(31 * length)
  })
  test('of any kind is found: 500 scrambled codes of 500', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 57 }),
        (at, letters) => {
          const scrambled = (some.slice(0, at) + letters.join('')).slice(0, some.length)
          return scrambled === some || slips(scrambled) !== undefined
        },
      ),
      { numRuns: 500, seed: 1 },
    )
  })
})

describe('a code that is none', () => {
  test.each([
    ['', 'code-empty'],
    [' - ', 'code-empty'],
    ['1ABC', 'code-too-short'],
    ['U'.repeat(20), 'code-letter'],
    ['<script>alert(1)</script>', 'code-letter'],
    ['1'.repeat(5000), 'code-too-long'],
  ])('%j is told: %s', (text, code) => expect(problems(text)).toMatchObject([{ code, severity: 'error' }]))
  test('of a newer format is told so', () => {
    const body = `2${some.slice(1, -4)}`
    expect(problems(body + checksum(body))).toMatchObject([{ code: 'code-newer-format' }])
  })
  test('of a matter that is not here names those that are', () => {
    const [problem] = readCode([mill], some).problems
    expect(problem).toMatchObject({ code: 'code-unknown-matter', why: 'Here is "mill".' })
  })
  test('never throws, whatever was pasted', () =>
    fc.assert(fc.property(fc.string({ maxLength: 80 }), text => void readCode(matter, text))))
})

describe('a code from another edition', () => {
  const renamed = prepared({
    ...level,
    scenes: level.scenes.map(scene =>
      scene.id === 'court' && 'choices' in scene
        ? {
            ...scene,
            choices: scene.choices.map(choice => (choice.id === 'comply' ? { ...choice, id: 'yield' } : choice)),
          }
        : scene,
    ),
  })
  const read = readCode(renamed, some)
  test('is read as far as the edition still has its choices', () => {
    expect(read.ok && read.value.choices.slice(0, 3)).toEqual(['wait', 'sleep', 'defy'])
    expect(read.ok && read.value.choices).toHaveLength(5)
  })
  test('replays up to there, and says what was open', () => {
    const stopped = replay(renamed, (read as { value: Parameters<typeof replay>[1] }).value)
    expect(stopped).toMatchObject({ ok: false, made: 3, reached: { scene: 'court' } })
    expect(stopped.problems[0]?.what).toBe(
      'Decision 4 was made in another edition of this matter; no choice of scene "court" (In court) matches it.',
    )
    expect(stopped.problems[0]?.why).toContain('"yield"')
  })
  test('is written again as it was, so that nothing is lost', () =>
    expect(read.ok && writeCode(renamed, read.value)).toBe(some))
})

test('only our own mistakes throw: a play of another matter, a seed out of range', () => {
  const play = playOf(matter, start(matter))
  expect(() => writeCode(mill, play)).toThrow('lighthouse')
  expect(() => writeCode(matter, { ...play, seed: 40000 })).toThrow(RangeError)
})
