/** `comity law`: the contract programs rely on, and the words people read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { law } from '../../src/cli/law.ts'
import { answer } from '../law/reference.ts'
import { fileOf, someFacts, spots, theories } from '../law/theories.ts'

const run = async (args: readonly string[], files: Readonly<Record<string, string>> = {}) => {
  const out: string[] = []
  const err: string[] = []
  const read = async (path: string) => {
    const text = files[path]
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT', path })
    return text
  }
  const code = await law(args, {
    read,
    // In pieces that end in the middle of things, as a pipe gives them.
    pieces: async function* (path) {
      for (const piece of (await read(path)).match(/.{1,7}/gs) ?? []) yield piece
    },
    out: line => void out.push(line),
    err: line => void err.push(line),
  })
  return { code, out, err: err.join('\n') }
}
const batch = async (...lines: unknown[]) => {
  const text = lines.map(l => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n')
  const { code, out } = await run(['--batch', 'b.jsonl'], { 'b.jsonl': text })
  return { code, results: out.map(l => JSON.parse(l)) }
}

const pack = {
  order: 'us',
  acts: ['wave'],
  courts: [{ id: 'high' }, { id: 'low', parent: 'high' }],
  facts: {
    served: { type: 'bool' },
    'data.at': { type: 'enum', values: ['us', 'ie'] },
    'data.n': { type: 'int', min: 0, max: 3 },
    'data.day': { type: 'date' },
  },
  questions: { reach: { readings: ['control', 'location'] } },
  holdings: [{ question: 'reach', reading: 'control', court: 'high', from: '2014-01-01', cite: 'x' }],
  rules: [
    { id: 'def', when: "data.at == 'ie' && data.n >= 1", then: { conclude: 'abroad' } },
    { id: 'duty', when: "served && (!abroad || reading.reach == 'control')", then: { oblige: 'disclose-content' } },
    { id: 'ban', order: 'ie', when: 'abroad', then: { forbid: 'disclose-content' } },
    {
      id: 'wave',
      when: 'served',
      unless: [{ when: 'data.day < date("2014-01-01")', cite: 'y' }],
      then: { permit: 'wave' },
    },
  ],
}

describe('comity law --batch', () => {
  test('answers in exactly the shape of the contract', async () => {
    const facts = { served: true, data: { at: 'ie', n: 2 } }
    expect(await batch({ pack, facts, date: '2015-01-01', forum: 'low' })).toEqual({
      code: 0,
      results: [
        {
          atoms: { abroad: { holds: 'yes', contrary: 'no' } },
          norms: [
            { order: 'ie', modality: 'forbid', act: 'disclose-content', holds: 'yes', rules: ['ban'] },
            { order: 'ie', modality: 'excuse', act: 'disclose-content', holds: 'yes', rules: ['ban'] },
            { order: 'us', modality: 'oblige', act: 'disclose-content', holds: 'yes', rules: ['duty'] },
            { order: 'us', modality: 'permit', act: 'disclose-content', holds: 'yes', rules: ['duty'] },
            { order: 'us', modality: 'permit', act: 'wave', holds: 'unknown', rules: ['wave'] },
          ],
          readings: { reach: 'control' },
          conflicts: [{ orders: ['ie', 'us'], acts: ['disclose-content'], level: 'certain' }],
        },
      ],
    })
  })

  test('takes facts flat or nested, and null or nothing as unknown', async () => {
    const ask = (facts: unknown) => ({ pack, facts, date: '2015-01-01', forum: 'low' })
    const { results } = await batch(
      ask({ 'data.at': 'ie', 'data.n': 1 }),
      ask({ data: { at: 'ie', n: 1 } }),
      ask({ data: { at: 'ie', n: null } }),
      ask({ 'data.at': 'ie' }),
      { pack, date: '2015-01-01' },
    )
    expect(results.map(r => r.atoms.abroad.holds)).toEqual(['yes', 'yes', 'unknown', 'unknown', 'unknown'])
  })

  test('takes null for absent, as some programs write it', async () => {
    const nulls = {
      order: 'us',
      acts: null,
      courts: [{ id: 'high', parent: null }],
      facts: { a: { type: 'bool', values: null, min: null } },
      questions: null,
      holdings: null,
      rules: [
        {
          id: 'r',
          order: null,
          court: null,
          from: null,
          to: null,
          kind: null,
          when: 'a',
          unless: null,
          then: { conclude: 'p' },
          overrides: null,
          cite: null,
          sanction: null,
        },
      ],
    }
    const { code, results } = await batch({ pack: nulls, facts: { a: true }, date: '2015-01-01', forum: null })
    expect([code, results[0].atoms]).toEqual([0, { p: { holds: 'yes', contrary: 'no' } }])
  })

  test('survives a line that nests without end', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const { code, results } = await batch(
      `{"pack": {"rules": ${deep}}, "date": "2015-01-01"}`,
      `{"pack": {}, "facts": ${deep}, "date": "2015-01-01"}`,
      { pack, date: '2015-01-01' },
    )
    expect(code).toBe(1)
    expect(results.map(r => 'error' in r)).toEqual([true, true, false])
  })

  test('binds nobody by a holding without a forum', async () => {
    const { results } = await batch(
      { pack, facts: {}, date: '2015-01-01' },
      { pack, facts: {}, date: '2015-01-01', forum: null },
    )
    expect(results.map(r => r.readings.reach)).toEqual([null, null])
  })

  test('puts a problem on the line it belongs to, answers the others, and exits with 1', async () => {
    const good = { pack, facts: {}, date: '2015-01-01' }
    const { code, results } = await batch(
      good,
      'nonsense',
      { facts: {} },
      { ...good, date: '2015-02-30' },
      { ...good, forum: 'hihg' },
      { ...good, facts: { servd: true } },
      { ...good, facts: { data: { n: 9 } } },
      { ...good, facts: { served: 'yes' } },
      { ...good, pack: { ...pack, rules: [{ id: 'r', when: 'served', then: { oblige: 3 } }] } },
      { ...good, pack: { ...pack, rules: [{ id: 'r', when: 'servd', then: { oblige: 'x' } }] } },
      { ...good, pack: 'us.json' },
      good,
    )
    expect(code).toBe(1)
    expect(results.map(r => r.error?.code ?? 'answered')).toEqual([
      'answered',
      'bad-json',
      'missing-key',
      'bad-date',
      'unknown-court',
      'unknown-fact',
      'value-outside-domain',
      'value-outside-domain',
      'bad-form',
      'unknown-path',
      'wrong-type',
      'answered',
    ])
    expect(results[9].error).toMatchObject({
      severity: 'error',
      where: { path: ['rules', 0, 'when'], offset: 0, length: 5 },
    })
  })

  test('gives one line for one question, whatever lies between', async () => {
    const line = JSON.stringify({ pack, facts: {}, date: '2015-01-01' })
    const { out } = await run(['--batch', 'b'], { b: `\n${line}\r\n\n${line}\n` })
    expect(out).toHaveLength(2)
  })

  test('reads the same law again for each line, and a changed law anew', async () => {
    const stricter = { ...pack, rules: [...pack.rules, { id: 'more', when: 'served', then: { oblige: 'wave' } }] }
    const asked = (of: unknown, served: boolean) => ({ pack: of, facts: { served }, date: '2015-01-01', forum: 'low' })
    const { results } = await batch(asked(pack, true), asked(pack, false), asked(stricter, true), asked(pack, true))
    const duties = results.map(r => r.norms.filter((n: { modality: string }) => n.modality === 'oblige').length)
    expect(duties).toEqual([1, 0, 2, 1])
    expect(results[3]).toEqual(results[0])
  })

  test('overlooks a byte order mark', async () =>
    expect((await batch(`\uFEFF${JSON.stringify({ pack, date: '2015-01-01' })}`)).code).toBe(0))

  test('asks whether a near key, court or option was meant', async () => {
    const { results } = await batch(
      { pack, date: '2015-01-01', form: 'low' },
      { pack, date: '2015-01-01', forum: 'lwo' },
      { pack, date: '2015-01-01', note: 'what is no slip of a key is nobody’s business' },
    )
    expect(results[0].error).toMatchObject({ code: 'unknown-key', mend: 'Did you mean "forum"?' })
    expect(results[1].error.mend).toBe('Did you mean "low"?')
    expect(results[2].error).toBeUndefined()
    const both = await run(['--batch', 'b', '--pack', 'us.json'], { b: '' })
    expect([both.code, both.err.split('\n')[0]]).toEqual([
      2,
      'With --batch the law stands in each line; leave out --pack.',
    ])
  })

  test('says what the definition says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(theories, someFacts, spots), { minLength: 1, maxLength: 20 }), async all => {
        const { code, results } = await batch(
          ...all.map(([theory, facts, { day, forum }]) => ({ pack: fileOf(theory), facts, date: day, forum })),
        )
        expect(code).toBe(0)
        all.forEach(([theory, facts, spot], i) => {
          const wanted = answer(theory, { facts, ...spot })
          const got = results[i]
          expect(Object.keys(got)).toEqual(['atoms', 'norms', 'readings', 'conflicts'])
          expect(got.atoms).toEqual(wanted.atoms)
          expect(got.readings).toEqual(wanted.readings)
          expect(got.conflicts).toEqual(wanted.conflicts)
          const norms = got.norms.map((n: Record<string, unknown>) => `${n.modality} ${n.order} ${n.act} ${n.holds}`)
          expect(norms.sort()).toEqual(wanted.norms.map(n => `${n.modality} ${n.order} ${n.act} ${n.holds}`).sort())
        })
      }),
      { numRuns: 15 },
    )
  }, 30_000)
})

describe('comity law', () => {
  const files = {
    'us.json': JSON.stringify(pack),
    'facts.json': '{"served": true, "data": {"at": "ie", "n": 2}}',
    'acts.json': '{"acts": [{"id": "wave", "gloss": "wave", "definition": "", "excludes": ["disclose-content"]}]}',
  }
  const asked = ['--pack', 'us.json', '--facts', 'facts.json', '--date', '2015-01-01', '--forum=low']

  test('tells conclusions, norms, readings and conflicts', async () => {
    const { code, out } = await run(asked, files)
    expect(code).toBe(0)
    expect(out.join('\n')).toBe(`Conclusions
  abroad: yes
Norms
  forbid ie disclose-content: yes  [ban]
  excuse ie disclose-content: yes  [ban]
  oblige us disclose-content: yes  [duty]
  permit us disclose-content: yes  [duty]
  permit us wave: unknown  [wave]
Readings
  reach: control
Conflicts
  ie and us, disclose-content: certain`)
  })

  test('prints the same as the batch with --json', async () => {
    const { out } = await run([...asked, '--json'], files)
    const { results } = await batch({ pack, facts: JSON.parse(files['facts.json']), date: '2015-01-01', forum: 'low' })
    expect(JSON.parse(out[0]!)).toEqual(results[0])
  })

  test('tells what would be otherwise', async () => {
    const { code, out } = await run([...asked, '--what-if', 'served=false, forum=none'], files)
    expect(code).toBe(0)
    expect(out[0]).toBe('Suppose that no court has the case and that it is not so that served.')
    expect(out).toContain('Then the law of us does not oblige you to disclose content; until now it was so.')
    const json = JSON.parse((await run([...asked, '--json', '--what-if', 'date=2016-01-01'], files)).out[0]!)
    expect(Object.keys(json)).toEqual(['atoms', 'norms', 'readings', 'conflicts', 'whatIf'])
  })

  test.each([
    ['servd=true', 'There is no fact "servd".'],
    ['served=maybe', 'The fact "served" is given as "maybe".'],
    ['date=tomorrow', 'The date is "tomorrow".'],
    ['forum=lowe', 'Did you mean "low"?'],
    ['reading.reach=nowhere', 'is no reading of "reach"'],
    ['served', '"served" changes nothing.'],
  ])('does not suppose %s', async (changes, wanted) => {
    const { code, err } = await run([...asked, '--what-if', changes], files)
    expect(code).toBe(1)
    expect(err).toContain(wanted)
  })

  test.each([
    ['oblige us disclose-content', 'On 1 January 2015, before low, the law of us obliges you to disclose content.'],
    [
      'oblige ie disclose-content',
      'On 1 January 2015, before low, the law of ie does not oblige you to disclose content.',
    ],
    ['abroad', 'On 1 January 2015, before low, “abroad” is shown.'],
    ['!abroad', 'On 1 January 2015, before low, the contrary of “abroad” is not shown.'],
  ])('explains %s', async (head, wanted) => {
    const { code, out } = await run([...asked, '--why', head], files)
    expect([code, out[0]]).toEqual([0, wanted])
    const json = JSON.parse((await run([...asked, '--json', '--why', head], files)).out[0]!)
    expect(json.why.head).toBe(head)
  })

  test.each<[string, string[], string]>([
    ['an atom nobody concludes', [...asked, '--why', 'abrod'], 'No rule concludes "abrod". Did you mean "abroad"?'],
    [
      'an order there is none of',
      [...asked, '--why', 'oblige fr wave'],
      'There is no legal order "fr" here; there are us, ie.',
    ],
    ['a head that is none', [...asked, '--why', 'must us wave now'], '"must us wave now" is nothing the law can say.'],
    [
      'a forum there is none of',
      ['--pack', 'us.json', '--facts', 'facts.json', '--date', '2015-01-01', '--forum', 'x'],
      'It can be high, low.',
    ],
  ])('says what is wrong with %s', async (_, args, wanted) => {
    const { code, err } = await run(args, files)
    expect(code).toBe(1)
    expect(err).toContain(wanted)
  })

  test('points at the place in the file', async () => {
    const broken = `{\n "order": "us",\n "facts": {"a": {"type": "bool"}},\n "rules": [{"id": "r", "when": "a && bb", "then": {"oblige": "x"}}]\n}`
    const { code, err } = await run(asked, { ...files, 'us.json': broken })
    expect(code).toBe(1)
    expect(err).toContain('us.json:4:38 · error · unknown-path')
  })

  test('points at the place in the facts, flat or nested', async () => {
    const facts = '{\n "servd": true,\n "data": { "at": "fr" },\n "data.n": 9\n}'
    const { code, err } = await run(asked, { ...files, 'facts.json': facts })
    expect(code).toBe(1)
    expect(err.match(/facts\.json:\d+:\d+ · error · [a-z-]+/g)).toEqual([
      'facts.json:2:2 · error · unknown-fact',
      'facts.json:3:18 · error · value-outside-domain',
      'facts.json:4:12 · error · value-outside-domain',
    ])
    expect((await run(asked, { ...files, 'facts.json': '{"served": true,\n"served": false}' })).err).toContain(
      'facts.json:2:1 · error · duplicate-key',
    )
  })

  test('a level is no law, and that is said once', async () => {
    const { code, err } = await run(asked, { ...files, 'us.json': '{"format": 1, "scenes": [], "facts": {"a": true}}' })
    expect([code, err.match(/ · error · /g)?.length]).toEqual([1, 1])
    expect(err).toContain('us.json is a level')
  })

  test('asks whether a near act was meant', async () =>
    expect((await run([...asked, '--why', 'oblige us disclose-contnt'], files)).err).toContain(
      'No rule speaks of the act "disclose-contnt". Did you mean "disclose-content"?',
    ))

  test('finds conflicts between acts that exclude each other, once told of them', async () => {
    const ordered = {
      ...pack,
      rules: [...pack.rules.slice(0, 2), { id: 'ie-wave', order: 'ie', when: 'true', then: { oblige: 'wave' } }],
    }
    const given = { ...files, 'us.json': JSON.stringify({ ...ordered, acts: [] }) }
    const conflicts = async (args: string[]) =>
      JSON.parse((await run([...asked, '--json', ...args], given)).out[0]!).conflicts
    expect(await conflicts([])).toEqual([])
    expect(await conflicts(['--acts', 'acts.json'])).toEqual([
      { orders: ['ie', 'us'], acts: ['wave', 'disclose-content'], level: 'certain' },
    ])
  })

  test.each<[string[], string]>([
    [[], 'Which law? Give --pack FILE.'],
    [['--pack', 'us.json'], 'Which facts? Give --facts FILE.json.'],
    [['--pack', 'us.json', '--facts', 'facts.json'], 'On which day? Give --date YYYY-MM-DD.'],
    [['--date'], 'The option "--date" needs something after it.'],
    [['--fact', 'facts.json'], 'comity law has no option "--fact". Did you mean "--facts"?'],
  ])('asks for what is missing: %s', async (args, wanted) => {
    const { code, err } = await run(args, files)
    expect(code).toBe(2)
    expect(err.split('\n')[0]).toBe(wanted)
  })

  test('tells how it is used', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    expect(out[0]).toContain('comity law --batch FILE.jsonl')
  })
})
