import { describe, expect, test } from 'vitest'
import { contentTag, type Play, playOf, prepare, replay, start } from '../../src/game/index.ts'
import type { Level } from '../../src/level/index.ts'
import { consequences, law, level, prepared } from './lighthouse.ts'
import { played } from './walks.ts'

const matter = prepared()
const play = (choices: readonly string[], more: Partial<Play> = {}): Play => ({
  level: 'lighthouse',
  version: '1.2.0',
  content: contentTag(matter),
  mode: 'practice',
  seed: 0,
  choices,
  ...more,
})
const edited = (scenes: (scene: Level['scenes'][number]) => Level['scenes'][number]) =>
  prepared({ ...level, version: '1.3.0', scenes: level.scenes.map(scenes) })

describe('a play', () => {
  test('records the matter, its edition, the seed and the choices', () =>
    expect(playOf(matter, played(matter, ['wait', 'give'], 7))).toEqual(play(['wait', 'give'], { seed: 7 })))
  test('replayed ends where it ended', () => {
    const state = played(matter, ['sleep', 'defy', 'comply', 'go-home'])
    expect(replay(matter, playOf(matter, state))).toEqual({
      ok: true,
      value: state,
      problems: [],
      reached: state,
      made: 4,
    })
  })
  test('of no choices is the opening', () => expect(replay(matter, play([])).reached).toEqual(start(matter)))
})

describe('a play that does not fit', () => {
  test('goes as far as it fits, and says where it stopped and what was open', () => {
    const stopped = replay(matter, play(['sleep', 'go-home', 'comply']))
    expect(stopped).toMatchObject({ ok: false, made: 1, reached: { scene: 'court' } })
    expect(stopped.problems[0]).toMatchObject({
      code: 'no-such-choice',
      where: { path: ['choices', 1] },
      what: 'Decision 2: "go-home" is no choice in scene "court" (In court).',
      why: 'Open are "comply", "defy", "plead", "go-upstairs" and "resign".',
    })
  })
  test('asks whether a near name was meant', () =>
    expect(replay(matter, play(['slep'])).problems[0]?.mend).toBe('Did you mean "sleep"?'))
  test('tells a choice that is not open from one that does not exist', () => {
    const [problem] = replay(matter, play(['wait', 'wait', 'wait'])).problems
    expect(problem).toMatchObject({
      code: 'choice-not-open',
      what: 'Decision 3: "wait" is not open now in scene "door" (At the door).',
    })
    expect(problem?.why).not.toContain('"wait"')
  })
  test('may not go on after the ending', () =>
    expect(replay(matter, play(['burn-it', 'wait'])).problems[0]).toMatchObject({
      code: 'play-over',
      what: 'Decision 2 is "wait", but the matter had already ended with "ashes" (Ashes).',
    }))
  test('may not be of another matter', () =>
    expect(replay(matter, play([], { level: 'mill' }))).toMatchObject({
      ok: false,
      reached: null,
      problems: [{ code: 'other-matter' }],
    }))
  test.each([-1, 32768, 1.5, Number.NaN])('may not have the seed %d', seed =>
    expect(replay(matter, play([], { seed })).problems[0]?.code).toBe('bad-seed'),
  )
  test('may not be endless', () =>
    expect(replay(matter, play(Array.from({ length: 501 }, () => 'wait'))).problems[0]?.code).toBe('play-too-long'))
})

describe('a play of an older edition', () => {
  const older = playOf(matter, played(matter, ['wait', 'sleep', 'comply', 'go-home']))
  test('that still fits replays with a warning', () => {
    const postponed = edited(scene => (scene.id === 'court' ? { ...scene, date: '1950-03-06' } : scene))
    const again = replay(postponed, older)
    expect(again.ok).toBe(true)
    expect(again.problems).toMatchObject([{ code: 'edited-since', severity: 'warning' }])
    expect(again.problems[0]?.what).toContain('version 1.3.0')
  })
  test('that no longer fits stops at the first choice that is gone', () => {
    const renamed = edited(scene =>
      scene.id === 'court' && 'choices' in scene
        ? {
            ...scene,
            choices: scene.choices.map(choice => (choice.id === 'comply' ? { ...choice, id: 'yield' } : choice)),
          }
        : scene,
    )
    const stopped = replay(renamed, older)
    expect(stopped).toMatchObject({ ok: false, made: 2, reached: { scene: 'court' } })
    expect(stopped.problems.map(problem => problem.code)).toEqual(['no-such-choice', 'edited-since'])
  })
})

describe('the content tag', () => {
  const tagOf = (scene: (scene: Level['scenes'][number]) => Level['scenes'][number]) => contentTag(edited(scene))
  test('does not depend on the order of keys, nor on how the law is cut into files', () => {
    const shuffled = prepare(
      Object.fromEntries(Object.entries(level).reverse()) as unknown as Level,
      [...law].reverse(),
      consequences,
    )
    expect(shuffled.ok && contentTag(shuffled.value)).toBe(contentTag(matter))
  })
  test('stays when only words are mended', () =>
    expect(tagOf(scene => ({ ...scene, title: `${scene.title}!`, text: ['Better words.'] }))).toBe(contentTag(matter)))
  test('changes with a date, a condition, a rule of law or a consequence', () => {
    const strict = law.map(file => ({
      ...file,
      ...(file.rules && { rules: file.rules.map(rule => ({ ...rule, from: '1900-01-02' })) }),
    }))
    const other = prepare(level, strict, consequences)
    const model = { ...consequences, rules: consequences.rules.slice(1) }
    const tags = [
      contentTag(matter),
      tagOf(scene => (scene.id === 'court' ? { ...scene, date: '1950-03-06' } : scene)),
      tagOf(scene =>
        scene.id === 'door' && 'choices' in scene
          ? { ...scene, choices: scene.choices.map(choice => ({ ...choice, if: 'flag.waited < 1' })) }
          : scene,
      ),
      contentTag(prepared(level, model)),
      other.ok && contentTag(other.value),
    ]
    expect(new Set(tags).size).toBe(5)
  })
})
