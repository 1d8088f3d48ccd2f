/** `comity cases`: the law against its cases, in a report a lawyer can read. */
import { describe, expect, test } from 'vitest'
import { comity } from './desk.ts'

const law = JSON.stringify({
  order: 'xx',
  facts: { served: { type: 'bool' }, stay: { type: 'bool' } },
  courts: [{ id: 'high' }],
  rules: [
    { id: 'xx-duty', from: '2014-01-01', to: '2018-01-01', when: 'served', then: { oblige: 'disclose' }, cite: ['a'] },
    { id: 'xx-stay', from: '2014-01-01', when: 'stay', then: { conclude: 'paused' }, cite: ['b'] },
  ],
})
const file = (more: object) =>
  JSON.stringify({ about: 'Example', day: '2015-01-01', facts: { served: true, stay: false }, ...more })
const duty = {
  rule: 'xx-duty',
  for: { so: 'Served is owed', says: { 'xx disclose': 'obliges' } },
  against: { so: 'Not served is not owed', facts: { served: false }, says: { 'xx disclose': 'silent' } },
}
const ask = (more: object, ...args: string[]) =>
  comity(['cases', 'cases.json', '--pack', 'law.json', ...args], { 'law.json': law, 'cases.json': file(more) })

describe('comity cases', () => {
  test('finds every shipped case as it says, and no rule that no case exercises', async () => {
    const { exit, out } = await comity(['cases', 'test/law/cases'])
    expect(out).toMatch(/^\d+ cases in \d+ files were put to \d+ rules\.\n\nEvery case came out as it says\.\n/)
    expect(out).toMatch(/\nRules that apply in no case: none\.\n/)
    expect(out).toMatch(/\nRules that are in force and fail in no case: none\.\n/)
    expect(out).toMatch(/\nRules without a case of their own for and against: none\.$/)
    expect(exit).toBe(0)
  }, 60_000)

  test('names the rules that no case exercises', async () => {
    const { exit, out } = await ask({ rules: [duty] })
    expect(exit).toBe(1)
    expect(out).toBe(
      [
        '2 cases in 1 file were put to 2 rules.',
        '',
        'Every case came out as it says.',
        '',
        'Rules that apply in no case:',
        '  xx-stay',
        'Rules that are in force and fail in no case: none.',
        'Rules without a case of their own for and against:',
        '  xx-stay',
      ].join('\n'),
    )
  })

  test('says which case came out otherwise, and how', async () => {
    const { exit, out } = await ask({ cases: [{ so: 'It is forbidden', says: { 'xx disclose': 'forbids' } }] })
    expect(exit).toBe(1)
    expect(out).toContain(
      'Cases that came out otherwise:\n  Example: It is forbidden\n    says xx disclose: the case says forbids, the law says obliges.',
    )
  })

  test('asks a rule’s own case the day before it was law and the day it ceased to be', async () => {
    const always = { ...duty, for: { ...duty.for, day: '2019-01-01' } }
    const { out } = await ask({ rules: [always] })
    expect(out).toContain('that the rule xx-duty applies: the case says yes, the law says no.')
  })

  test('counts for each rule with --rules, and prints it for programs with --json', async () => {
    const { out } = await ask({ rules: [duty] }, '--rules')
    expect(out.split('\n').slice(-3)).toEqual([
      'rule     applies  fails  open',
      'xx-duty        1      1     0',
      'xx-stay        0      2     0',
    ])
    const json = JSON.parse((await ask({ rules: [duty] }, '--json')).out)
    expect(json).toMatchObject({ cases: 2, wrong: [], rules: [{ rule: 'xx-duty', applies: 1 }, {}], strangers: [] })
  })

  test.each([
    [{ cases: [{ so: 'A slip', facts: { servd: true } }] }, 'There is no fact "servd".', 'Did you mean "served"?'],
    [{ cases: [{ so: 'A slip', forum: 'hihg' }] }, 'is before "hihg", which is no court.', 'Did you mean "high"?'],
    [{ cases: [{ so: 'A slip', day: '2015-02-30' }] }, 'is on "2015-02-30", no day.', 'Write YYYY-MM-DD.'],
    [{ cases: [{ says: {} }] }, 'A case has no sentence.', 'Say in "so" what it shows.'],
    [{}, 'There are neither "cases" nor "rules" in this file.', 'Add one of them.'],
  ])('tells a slip: %j', async (more, what, mend) => {
    const { exit, err } = await ask(more)
    expect(exit).toBe(1)
    expect(err).toContain(what)
    expect(err).toContain(mend)
  })

  test('tells a case for a rule that the law does not know', async () => {
    const { exit, out } = await ask({ rules: [{ ...duty, rule: 'xx-gone' }] })
    expect(exit).toBe(1)
    expect(out).toContain('Rules that the cases name and the law does not know:\n  xx-gone')
  })

  test('needs files, and knows its options', async () => {
    expect(await comity(['cases'])).toMatchObject({ exit: 2, err: expect.stringContaining('needs a file') })
    expect(await comity(['cases', 'x', '--ruels'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Did you mean "--rules"?'),
    })
    expect(await comity(['help', 'cases'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('comity cases FILES'),
    })
  })
})
