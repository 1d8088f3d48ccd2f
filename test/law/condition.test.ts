/** The condition language: what it means, where it stops a writer, and that it is CEL as far as it goes. */
import { parse as bufParse, celEnv, isCelError, plan } from '@bufbuild/cel'
import { parse as celParse } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { test as ask, compile, condition, evaluate, type Facts, type LawFile, type Tri } from '../../src/law/index.ts'
import { truth } from './reference.ts'
import { courts, facts, print, questions, someFacts, trees } from './theories.ts'

const file: LawFile = {
  order: 'us',
  facts,
  questions,
  courts,
  rules: [
    { id: 'p', when: 'data.copy', then: { conclude: 'p' } },
    { id: 'not-p', when: 'data.keys', then: { conclude: '!p' } },
  ],
}
const compiled = compile([file])
if (!compiled.ok) throw new Error('the pack of these tests does not compile')
const pack = compiled.value

const at = (known: Facts) => evaluate(pack, { facts: known, day: '2014-01-01', forum: null })
const value = (text: string, known: Facts = {}): Tri => {
  const c = condition(pack, text)
  if (!c.ok) throw new Error(`${text}: ${c.problems[0]!.what}`)
  return ask(c.value, at(known))
}
const trouble = (text: string) => {
  const c = condition(pack, text)
  return c.ok ? [] : c.problems.map(p => `${p.where.offset}+${p.where.length} ${p.code}: ${p.what} ${p.mend}`)
}

describe('what a condition means', () => {
  const known: Facts = {
    'data.copy': true,
    'data.keys': false,
    'demand.count': 3,
    'data.at': 'ie',
    'demand.day': '2016-07-14',
  }
  test.each([
    ['data.copy && !data.keys', 'yes'],
    ['data.copy && demand.served', 'unknown'],
    ['data.keys && demand.served', 'no'],
    ['demand.served && data.keys', 'no'],
    ['data.copy || demand.served', 'yes'],
    ['demand.served || data.copy', 'yes'],
    ['!demand.served', 'unknown'],
    ['demand.served == demand.served', 'unknown'],
    ['demand.served || !demand.served', 'unknown'],
    ["data.at == 'ie'", 'yes'],
    ['data.at != "ie"', 'no'],
    ["data.at in ['us', 'ie']", 'yes'],
    ["data.backup in ['us', 'ie', 'uk']", 'unknown'],
    ['data.backup in []', 'unknown'],
    ["data.at in [data.backup, 'ie']", 'yes'],
    ["data.at in [data.backup, 'us']", 'unknown'],
    ['demand.count + 1 - 2 == 2', 'yes'],
    ['demand.count - 1 - 1 == 1', 'yes'],
    ['demand.count + demand.other > 0', 'unknown'],
    ['-demand.count < -2', 'yes'],
    ['demand.day >= date("2016-07-14")', 'yes'],
    ["demand.day < date('2016-07-14')", 'no'],
    ['demand.day in [date("2016-07-14")]', 'yes'],
    ['1 + 1 == 2 && (true || false)', 'yes'],
    ['data.copy == true && data.keys == false', 'yes'],
    ['!(data.copy && data.keys) == true', 'yes'],
    ['contrary(p)', 'no'],
    ["reading.reach == 'control'", 'unknown'],
    ['data.copy&&data . copy', 'yes'],
  ])('%s is %s', (text, wanted) => {
    expect(value(text, known)).toBe(wanted)
  })

  test('an atom counts as concluded, its contrary as the contrary concluded, and a tie as neither', () => {
    const both = { 'data.copy': true, 'data.keys': true }
    expect(['p', '!p', 'contrary(p)'].map(t => value(t, both))).toEqual(['no', 'yes', 'no'])
    expect(['p', 'contrary(p)'].map(t => value(t, { 'data.copy': true, 'data.keys': false }))).toEqual(['yes', 'no'])
    expect(['p', 'contrary(p)'].map(t => value(t, { 'data.copy': true }))).toEqual(['unknown', 'no'])
  })

  test('a fact of the wrong type counts as unknown', () => {
    expect(value('data.copy', { 'data.copy': 'yes' })).toBe('unknown')
    expect(value('demand.count > 1', { 'demand.count': '3' })).toBe('unknown')
  })

  test('&& binds tighter than ||, ! tighter than both, and - and comparisons between', () => {
    const all = fc.record({ 'data.copy': fc.boolean(), 'data.keys': fc.boolean(), 'demand.served': fc.boolean() })
    fc.assert(
      fc.property(all, known => {
        expect(value('data.copy || data.keys && !demand.served', known)).toBe(
          value('data.copy || (data.keys && (!demand.served))', known),
        )
        expect(value('!data.copy == data.keys', known)).toBe(value('(!data.copy) == data.keys', known))
      }),
    )
  })
})

test('a printed condition means what its tree means', () => {
  const nothing = { rules: [], holdings: [] }
  fc.assert(
    fc.property(trees([], true, 4), someFacts, (tree, known) => {
      expect(value(print(tree), known)).toBe(truth(tree, nothing, { facts: known, day: '2014-01-01', forum: null }))
    }),
    { numRuns: 1000 },
  )
}, 60_000)

/**
 * CEL has no unknown, but it has errors, and they behave alike: a missing key is an error, an operator over an error
 * is an error, and && and || absorb an error when the other side decides. So error ⇔ unknown. Two things are written
 * otherwise for CEL: a date is a string (ISO days compare as strings), a whole number a bigint.
 */
describe('CEL', () => {
  const forCel = (text: string) => text.replaceAll(/date\(("[^"]*")\)/g, '$1')
  const nested = (known: Facts) => {
    const roots: Record<string, Record<string, unknown>> = { data: {}, demand: {}, reading: {} }
    for (const [path, v] of Object.entries(known)) {
      const [root, key] = path.split('.') as [string, string]
      if (v !== null && v !== undefined) roots[root]![key] = typeof v === 'number' ? BigInt(v) : v
    }
    return roots
  }
  const verdict = (result: unknown): Tri => (result === true ? 'yes' : result === false ? 'no' : 'unknown')

  /** Each condition once, on two sets of facts. */
  const sample = () => {
    const all = fc.sample(trees([], true, 3), { numRuns: 80_000, seed: 20161122 }).map(print)
    const texts = [...new Set(all)].slice(0, 20_000)
    const known = fc.sample(someFacts, { numRuns: texts.length * 2, seed: 1986 })
    return texts.map((text, i) => ({ text, known: known.slice(i * 2, i * 2 + 2) }))
  }
  /** Compares on every sample, and makes sure that all three answers were really met. */
  const agree = (engine: (text: string) => (bindings: Record<string, Record<string, unknown>>) => Tri) => {
    const met = { yes: 0, no: 0, unknown: 0 }
    const asked = sample()
    expect(asked.length).toBe(20_000)
    for (const { text, known } of asked) {
      const theirs = engine(forCel(text))
      const ours = condition(pack, text)
      if (!ours.ok) throw new Error(text)
      for (const facts of known) {
        const mine = ask(ours.value, at(facts))
        met[mine]++
        if (theirs(nested(facts)) !== mine) expect.fail(`${text} on ${JSON.stringify(facts)}: ours is ${mine}`)
      }
    }
    expect(Math.min(met.yes, met.no, met.unknown)).toBeGreaterThan(4_000)
  }

  test('@marcbachmann/cel-js agrees on twenty thousand conditions with missing facts', () => {
    agree(text => {
      const run = celParse(text)
      return bindings => {
        try {
          return verdict(run(bindings))
        } catch {
          return 'unknown'
        }
      }
    })
  }, 60_000)

  test('@bufbuild/cel agrees on twenty thousand conditions with missing facts', () => {
    const env = celEnv()
    agree(text => {
      const run = plan(env, bufParse(text))
      return bindings => {
        const result = run(bindings as never)
        return isCelError(result) ? 'unknown' : verdict(result)
      }
    })
  }, 60_000)
})

describe('where a condition stops its writer', () => {
  test.each([
    [
      'data.cpy',
      '0+8 unknown-path: "data.cpy" is neither a declared fact nor anything a rule concludes. Did you mean "data.copy"?',
    ],
    [
      'data.copy && q',
      '13+1 unknown-path: "q" is neither a declared fact nor anything a rule concludes. Declare it under "facts", or conclude it in a rule.',
    ],
    ["data.at == 'ei'", "11+4 value-outside-domain: 'ei' is no value of data.at. It can be 'us', 'ie', 'uk'."],
    ["'fr' == data.at", "0+4 value-outside-domain: 'fr' is no value of data.at. It can be 'us', 'ie', 'uk'."],
    ["data.at in ['us', 'fr']", "18+4 value-outside-domain: 'fr' is no value of data.at. It can be 'us', 'ie', 'uk'."],
    ['demand.count == 7', '16+1 value-outside-domain: 7 is no value of demand.count. It lies between 0 and 4.'],
    [
      "reading.reach == 'contrl'",
      "17+8 value-outside-domain: 'contrl' is no value of reading.reach. Did you mean 'control'? It can be 'control', 'location'.",
    ],
    [
      "reading.raech == 'control'",
      '0+13 unknown-question: "reading.raech" asks a question that nobody declared. Did you mean "reading.reach"?',
    ],
    ['data.copy == 1', '0+14 type-mismatch: A yes-or-no is compared with a number. Compare things of one type.'],
    [
      "demand.day == '2014-01-01'",
      '0+26 type-mismatch: A date is compared with a word. Write days as date("2018-03-23").',
    ],
    ["data.at < 'us'", '0+14 type-mismatch: "<" orders numbers and dates, not a word. Use == or "in".'],
    [
      'data.at',
      "0+7 type-mismatch: A condition must be a yes-or-no, but this is a word. Compare it: data.contentAt == 'ie'.",
    ],
    [
      'data.copy && demand.count',
      '13+12 type-mismatch: Each side of "&&" must be a yes-or-no, but this is a number. Compare it: count > 0.',
    ],
    [
      'data.copy + 1 == 2',
      '0+9 type-mismatch: Each side of "+" must be a number, but this is a yes-or-no. Compare things of one type.',
    ],
    [
      'data.at in data.backup',
      "11+11 type-mismatch: After \"in\" comes a list in square brackets. Write data.contentAt in ['ie', 'uk'].",
    ],
    [
      'contrary(data.copy)',
      '0+19 not-an-atom: data.copy is no derived atom, so it has no contrary. Write !data.copy or compare it.',
    ],
    ['data.copy = true', '10+1 condition-syntax: "=" is not part of a condition. To compare, write "==".'],
    ['data.copy and data.keys', '10+3 condition-syntax: The condition should end before "and". For "and", write "&&".'],
    ['not data.copy', '0+3 condition-syntax: Something is missing before "not". For "not", write "!".'],
    [
      'has(data.copy)',
      '0+3 unknown-function: There is no function "has". Leave it out: an unknown fact makes the condition unknown by itself.',
    ],
    ['dat("2014-01-01") == demand.day', '0+3 unknown-function: There is no function "dat". Did you mean "date"?'],
    [
      'data.copy == null',
      '13+4 condition-syntax: There is no "null" here: a rule cannot ask whether something is unknown. An unknown fact makes the condition unknown by itself; leave the test out.',
    ],
    ['demand.day > date("2014-02-30")', '18+12 bad-date: This is no day of the calendar. Write date("2018-03-23").'],
    ["data.at == 'ie", "11+3 condition-syntax: The string that begins here never ends. Close it with '."],
    ['(data.copy', '10+1 condition-syntax: Here ")" was expected, not the end. Put ")" here.'],
    [
      '',
      '0+1 condition-syntax: Something is missing before the end. Write a fact, a derived atom, a literal or a parenthesis.',
    ],
    [
      'data.copy ? data.keys : true',
      '10+1 condition-syntax: "?" is not part of a condition. There is no "?:" here; write two rules instead.',
    ],
    ['demand.count > 1.5', '15+3 condition-syntax: "1.5" is no whole number. Write digits only.'],
    [
      'data["copy"]',
      '4+1 condition-syntax: The condition should end before "[". Only names with dots reach into facts: data.usCopy.',
    ],
  ])('%s', (text, wanted) => {
    expect(trouble(text)).toEqual([wanted])
  })

  test('every mistake of one condition is told at once', () => {
    expect(trouble("data.cpy || data.at == 'fr' || demand.count == 9").map(t => t.split(':')[0])).toEqual([
      '0+8 unknown-path',
      '23+4 value-outside-domain',
      '47+1 value-outside-domain',
    ])
  })

  test('a condition may be 64 levels deep and have 256 parts, and no more', () => {
    const deep = (n: number) => `${'!'.repeat(n)}data.copy`
    const nested = (n: number) => `${'('.repeat(n)}data.copy${')'.repeat(n)}`
    const long = (n: number) => Array(n).fill('data.copy').join(' && ')
    expect([deep(63), nested(64), long(128)].map(trouble)).toEqual([[], [], []])
    expect([deep(64), nested(65), long(129)].flatMap(trouble).map(t => t.split(' ')[1])).toEqual(
      Array(3).fill('condition-too-large:'),
    )
    expect(trouble(nested(100_000))[0]).toMatch(/condition-too-large/)
  })

  test('no text whatever makes the reader throw', () => {
    const pieces = fc.constantFrom(
      'data.copy',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '[',
      ']',
      'in',
      "'ie'",
      '"',
      '1',
      '-',
      '+',
      '==',
      'date',
      'p',
      '.',
      ',',
      '\\',
      '=',
      'é',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(p => p.join(' ')),
        ),
        text => {
          expect(typeof condition(pack, text).ok).toBe('boolean')
        },
      ),
      { numRuns: 2000 },
    )
  })
})
