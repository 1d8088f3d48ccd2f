import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { shippedLevels } from '../../src/cli/library.ts'
import type { PlayResult } from '../../src/cli/play.ts'
import type { YearResult } from '../../src/cli/year.ts'
import type { Level } from '../../src/level/index.ts'
import { comity } from './desk.ts'

const json = (text: string) => JSON.parse(text) as PlayResult & { error?: string; problem?: string }
const nothing = readFileSync('levels/null/level.json', 'utf8')
/** The shipped matters, each with the choices of a play that reaches one of its endings. */
const shipped = (await shippedLevels()).filter(id => id !== 'null')

test('there are shipped matters to play', () => expect(shipped).toContain('dublin-warrant'))

describe.each(shipped)('%s from the command line', id => {
  const choices: string[] = []
  let opening: PlayResult
  beforeAll(async () => {
    opening = json((await comity(['play', id, '--json'])).out)
    // The first choice that is open, again and again, until the matter ends.
    let at = opening
    while (at.ending === null && choices.length < 100) {
      choices.push(at.options[0]!)
      at = json((await comity(['play', id, '--choices', choices.join(), '--json'])).out)
    }
  }, 120_000)

  test('opens with choices, meters and findings, and no changes', () => {
    expect(Object.keys(opening)).toEqual(['scene', 'ending', 'options', 'meters', 'changes', 'findings', 'code'])
    expect(opening.ending).toBeNull()
    expect(opening.options.length).toBeGreaterThan(1)
    expect(opening.changes).toEqual([])
    expect(opening.findings.length).toBeGreaterThan(0)
  })
  test('ends, with every change reasoned and the meters adding up', async () => {
    const { exit, out } = await comity(['play', id, '--choices', choices.join(','), '--json'])
    const end = json(out)
    expect(exit).toBe(0)
    expect(end.ending).not.toBeNull()
    expect(end.options).toEqual([])
    expect(end.changes.length).toBeGreaterThan(0)
    for (const change of end.changes) {
      expect(change.reasons.length).toBeGreaterThan(0)
      for (const reason of change.reasons) expect(reason.rule).toMatch(/^[a-z0-9-]+$/)
      expect(Object.keys(change)).toEqual(['choice', 'meter', 'by', 'reasons'])
      expect(choices).toContain(change.choice)
    }
    for (const [meter, value] of Object.entries(end.meters)) {
      const moved = end.changes.filter(change => change.meter === meter).reduce((sum, change) => sum + change.by, 0)
      expect(opening.meters[meter]! + moved, meter).toBe(value)
    }
  })
  test('comes back from its code, in any case and spacing', async () => {
    const played = await comity(['play', id, '--choices', choices.join(), '--seed', '7', '--json'])
    const { code } = json(played.out)
    expect(await comity(['replay', code, '--json'])).toEqual(played)
    const words = code.toLowerCase().match(/.{1,5}/g)!
    expect(await comity(['replay', ...words, '--json'])).toEqual(played)
  })
  test('is told in words too, with the code at the end', async () => {
    const { out, exit } = await comity(['play', id, '--choices', choices.join()])
    expect(exit).toBe(0)
    expect(out).toContain('Ended: ')
    expect(out).toMatch(/Result code: [0-9A-Z]+$/)
    expect(out).not.toContain('undefined')
  })
  test('a code with a slip is refused, and the right one offered', async () => {
    const { code } = json((await comity(['play', id, '--choices', choices.join(), '--json'])).out)
    const wrong = code.slice(0, 15) + (code[15] === '7' ? '8' : '7') + code.slice(16)
    const { exit, err, out } = await comity(['replay', wrong, '--json'])
    expect(exit).toBe(1)
    expect(err).toContain('code-mistyped')
    expect(err.replaceAll(' ', '')).toContain(code)
    expect(json(out).problem).toBe('code-mistyped')
  })
  test('a choice that is not open is an error that names those that are', async () => {
    const { exit, err, out } = await comity(['play', id, '--choices', `${choices[0]},fly-away`, '--json'])
    expect(exit).toBe(1)
    const after = json((await comity(['play', id, '--choices', choices[0]!, '--json'])).out)
    for (const open of after.options) expect(err).toContain(`"${open}"`)
    expect(json(out)).toMatchObject({ problem: 'no-such-choice', scene: after.scene, options: after.options })
    expect(json(out).error).toContain('"fly-away" is no choice')
  })
  test('a near choice is suggested', async () => {
    const { err } = await comity(['play', id, '--choices', `${opening.options[0]}x`])
    expect(err).toContain(`Did you mean "${opening.options[0]}"?`)
  })
})

describe('play', () => {
  test('reads a level file as well as an id', async () => {
    const [byId, byPath] = await Promise.all(
      ['null', 'levels/null/level.json'].map(level => comity(['play', level, '--json'])),
    )
    expect(byPath).toEqual(byId)
    expect((await comity(['play', 'mine.json', '--json'], { 'mine.json': nothing })).out).toBe(byId!.out)
  })
  test('of a broken level tells the place, and plays nothing', async () => {
    const { exit, err, out } = await comity(['play', 'mine.json'], {
      'mine.json': nothing.replace('"scenes"', '"scnes"'),
    })
    expect(exit).toBe(1)
    expect(err).toMatch(/^mine\.json:\d+:\d+ · error/)
    expect(out).toBe('')
  })
  test('of a folder plays the level in it', async () =>
    expect(await comity(['play', 'levels/null'])).toEqual(await comity(['play', 'null'])))
  test('of a law file says in one message that it is none of its business', async () => {
    const { exit, err } = await comity(['play', 'levels/law/us.json'])
    expect(exit).toBe(1)
    expect(err).toBe(
      'levels/law/us.json · error · no-level\n  This is a law file, not a level. Only a level can be played. A level has "scenes" and "endings". To check this file: comity check levels/law/us.json',
    )
  })
  test('shortens what nobody could read', async () =>
    expect((await comity(['play', 'null', '--choices', 'x'.repeat(10_000)])).err.length).toBeLessThan(500))
  test('of an unknown matter asks whether a near one was meant', async () => {
    const { exit, err } = await comity(['play', 'dublin-warant'])
    expect(exit).toBe(1)
    expect(err).toContain('Did you mean "dublin-warrant"?')
  })
  test.each([
    [['play'], 'Say which matter to play'],
    [['play', 'a', 'b'], 'One matter at a time'],
    [['play', 'null', '--seed', '40000'], '"40000" is no seed'],
    [['play', 'null', '--seed', 'x'], '"x" is no seed'],
    [['play', 'null', '--seed', '0x10'], '"0x10" is no seed'],
    [['play', 'null', '--seed='], '"" is no seed'],
    [['play', 'null', 'ask-for-paper'], 'Choices stand after --choices'],
    [['play', '--batch', 'x.jsonl', '--seed', '5'], 'leave out --seed'],
    [['play', 'null', '--seed'], '"--seed" needs a value'],
    [['play', 'null', '--choises', 'a'], 'Did you mean "--choices"?'],
    [['play', 'null', '--mode', 'fast'], 'practice or hearing'],
    [['play', 'null', '--json=yes'], 'takes no value'],
    [['replay'], 'Say which result code'],
  ])('%j is not understood, and says why', async (args, said) => {
    const { exit, err } = await comity(args)
    expect(exit).toBe(2)
    expect(err).toContain(said)
    expect(err).toContain('"comity help')
  })
})

describe('replay', () => {
  test('finds a level of your own with --level', async () => {
    const mine = { 'mine.json': nothing.replace('"id": "null"', '"id": "mine"') }
    expect(mine['mine.json']).not.toBe(nothing)
    const played = await comity(['play', 'mine.json', '--json'], mine)
    const { code } = json(played.out)
    expect(await comity(['replay', code, '--level', 'mine.json', '--json'], mine)).toEqual(played)
    expect((await comity(['replay', code])).err).toContain('code-unknown-matter')
  })
  test('of an edited level goes as far as it fits, and says where it stopped', async () => {
    const before = json((await comity(['play', 'null', '--json'])).out)
    const first = before.options[0]!
    const { code } = json((await comity(['play', 'null', '--choices', first, '--json'])).out)
    const edited = { 'edited.json': nothing.replaceAll(`"${first}"`, '"quite-another"') }
    const { exit, err, out } = await comity(['replay', code, '--level', 'edited.json', '--json'], edited)
    expect(exit).toBe(1)
    expect(err).toContain('Decision 1 was made in another edition')
    expect(json(out)).toMatchObject({ problem: 'no-such-choice', scene: before.scene })
    expect(json(out).options).toContain('quite-another')
  })
})

describe('play --batch', () => {
  const batch = async (...lines: readonly string[]) => {
    const { exit, out } = await comity(['play', '--batch', 'plays.jsonl'], { 'plays.jsonl': lines.join('\n') })
    return { exit, said: out.split('\n').map(json) }
  }
  test('gives one result a line, in order, the same as alone', async () => {
    const { exit, said } = await batch(
      '{"level": "null", "choices": []}',
      '',
      '{"level": "dublin-warrant", "choices": [], "seed": 3}',
    )
    expect(exit).toBe(0)
    expect(said).toEqual([
      json((await comity(['play', 'null', '--json'])).out),
      json((await comity(['play', 'dublin-warrant', '--seed', '3', '--json'])).out),
    ])
  })
  test('puts an error on its own line, and goes on', async () => {
    const { exit, said } = await batch(
      '{"level": "null", "choices": ["fly-away"]}',
      'not json',
      '[1]',
      '{"level": 4}',
      '{"level": "null", "choices": "a"}',
      '{"level": "null", "choices": [], "seed": 99999}',
      '{"level": "nil", "choices": []}',
      '{"level": "no/such.json", "choices": []}',
      '{"level": "null", "choises": ["ask-for-paper"]}',
      '{"level": "null", "choices": []}',
    )
    expect(exit).toBe(1)
    expect(said.map(line => line.problem ?? 'fine')).toEqual([
      'no-such-choice',
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-line',
      'bad-seed',
      'no-such-level',
      'unreadable',
      'bad-line',
      'fine',
    ])
    for (const line of said.slice(0, -1)) expect(line.error).toMatch(/^[A-Z"].{20}/)
    expect(said[0]).toHaveProperty('options')
    expect(said[7]!.error).toMatch(/^There is no file "no\/such\.json"/)
    expect(said[8]!.error).toBe('This line has a key "choises". Did you mean "choices"?')
  })
})

describe('under the law of another year', () => {
  const history = (JSON.parse(readFileSync('levels/dublin-warrant/level.json', 'utf8')) as Level).plays!.find(
    play => play.ending === 'moot',
  )!
  const code = async () =>
    json((await comity(['play', 'dublin-warrant', '--choices', history.choices.join(), '--json'])).out).code
  const another = async (...flags: readonly string[]) => {
    const { exit, out } = await comity(['replay', await code(), ...flags, '--json'])
    expect(exit).toBe(0)
    return (JSON.parse(out) as { another: YearResult }).another
  }

  test('a replay tells each decision on its own day and under that law, by order', async () => {
    const { lawOf, changed, decisions } = await another('--law-of', '2018-06-01')
    expect([lawOf, changed, decisions.length]).toEqual(['2018-06-01', 3, 19])
    const win = decisions.find(each => each.choice === 'guard-the-win')!
    expect(win.orders.us!.was).toEqual({ standing: 'lawful', breaches: [] })
    expect(win.orders.us!.would).toMatchObject({
      standing: 'breach-goes-on',
      breaches: [{ act: 'disclose-content', manner: 'omitted', level: 'certain', rules: ['us-content-2713'] }],
    })
  }, 60_000)
  test('a year is the law of its last day; the last year is that of the day the law was checked', async () => {
    expect((await another('--year', '2018')).lawOf).toBe('2018-12-31')
    expect((await another('--year', '2026')).lawOf).toBe('2026-11-22')
  }, 60_000)
  test('without --json it is told in words, below the report', async () => {
    const { out } = await comity(['replay', await code(), '--year', '2016'])
    expect(out).toContain(
      'Under the law of 31 December 2016 four of your nineteen decisions would have been judged otherwise.',
    )
    expect(out).toMatch(/a breach on its day; it would have been lawful/)
  }, 60_000)
  test.each([
    [['--year', '2031'], 'The law is known from 2013-01-01 to 2026-11-22.'],
    [['--law-of', '2012-12-31'], 'Nobody has put down the law of 2012-12-31.'],
    [['--law-of', 'soon'], '"soon" is no day; write it as 2018-06-01.'],
    [['--year', '2018', '--law-of', '2018-06-01'], 'Give either --year or --law-of'],
  ])('%j is not understood, and says what would be', async (flags, words) => {
    const { exit, err } = await comity(['play', 'dublin-warrant', ...flags])
    expect(exit).toBe(2)
    expect(err).toContain(words)
  })
})
