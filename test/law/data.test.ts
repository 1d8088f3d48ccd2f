/** What the shipped law promises beside its cases: sources for everything, a glossary, and a model that says it is one. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { printProblem } from '../../src/base/index.ts'
import type { ConsequenceFile } from '../../src/game/index.ts'
import { type Authority, compile, condition, type LawFile } from '../../src/law/index.ts'
import { shippedLaw } from './shipped.ts'

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../levels/law/${name}.json`), 'utf8')) as T
const law = shippedLaw
const compiled = compile(law, { strict: true })
if (!compiled.ok) throw new Error(compiled.problems.map(printProblem).join('\n'))
const authorities = new Map(law.flatMap(file => file.authorities ?? []).map(each => [each.id, each]))
const rules = law.flatMap(file => file.rules ?? [])
const facts = Object.assign({}, ...law.map(file => file.facts ?? {})) as Required<LawFile>['facts']
const acts = new Set(law.flatMap(file => file.acts ?? []).map(act => (typeof act === 'string' ? act : act.id)))
const model = read<ConsequenceFile>('consequences')
const glossary = read<{ terms: { id: string; term: string; text: string; cite: string[] }[] }>('glossary').terms

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const repeated = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)

test('the shipped law compiles without a single complaint', () => {
  expect(compiled.problems.map(printProblem)).toEqual([])
})

test('every authority has a public source or says that it could not be verified', () => {
  expect(authorities.size).toBe(123)
  const bare = [...authorities.values()].filter(
    (a: Authority) => !(a.sources?.length && a.sources.every(source => /^https?:\/\//.test(source))) && a.verified,
  )
  expect(bare.map(a => a.id)).toEqual([])
})

test('every rule rests on at least one authority that was in force while the rule was, or says that it is unverified', () => {
  const adrift = rules.filter(
    ({ cite, from, to, unverified }) =>
      !unverified &&
      !cite?.some(id => {
        const { inForce } = authorities.get(id)!
        return (!to || (inForce.from ?? '') < to) && (inForce.to === null || inForce.to > from!)
      }),
  )
  expect(adrift.map(rule => rule.id)).toEqual([])
})

test('a rule that rests only on unverified authorities says so', () => {
  const silent = rules.filter(rule => rule.cite!.every(id => !authorities.get(id)!.verified) && !rule.unverified)
  expect(silent.map(rule => rule.id)).toEqual([])
})

test('every rule can be read aloud, and every sanction says where its number comes from', () => {
  expect(rules.filter(rule => !/^[A-Z].*[.]$/.test(rule.says ?? '')).map(rule => rule.id)).toEqual([])
  const bare = rules.filter(rule => rule.sanction?.some(s => !s.cite?.length || !s.note))
  expect(bare.map(rule => rule.id)).toEqual([])
})

test('every contested question says what each side claims and who holds it', () => {
  const questions = law.flatMap(file => Object.entries(file.questions ?? {}))
  expect(questions.length).toBeGreaterThan(4)
  for (const [name, { readings, asks, says }] of questions) {
    expect(asks, name).toMatch(/\?$/)
    expect(Object.keys(says ?? {}), name).toEqual(readings)
  }
})

test('a holding rests on a case or on a source that tells of one, and a question without one says that nobody decided it', () => {
  const holdings = law.flatMap(file => file.holdings ?? [])
  const ruled = holdings.filter(({ cite, from }) => {
    const source = authorities.get(cite!)
    return (
      (source?.kind === 'case' || /magistrate|judge/i.test(source?.summary ?? '')) && source!.inForce.from! <= from!
    )
  })
  expect(holdings.filter(each => !ruled.includes(each)).map(each => each.id)).toEqual([])
  const held = new Set(holdings.map(each => each.question))
  const silent = law
    .flatMap(file => Object.entries(file.questions ?? {}))
    .filter(
      ([name, { says }]) =>
        !held.has(name) && !/no court|nobody|never litigated|unsettled/i.test(Object.values(says!).join(' ')),
    )
  expect(silent.map(([name]) => name)).toEqual([])
})

test('the glossary has 82 plain-words entries, each resting on an authority', () => {
  expect(glossary).toHaveLength(82)
  expect(repeated(glossary.map(each => each.id))).toEqual([])
  for (const { id, term, text, cite } of glossary) {
    expect(id).toMatch(kebab)
    expect(term.length * text.length).toBeGreaterThan(0)
    expect(
      cite.filter(each => !authorities.has(each)),
      id,
    ).toEqual([])
    expect(cite.length, id).toBeGreaterThan(0)
  }
})

test('the consequence model says that it is a model', () => {
  expect(model.note).toMatch(/^Comity's model, not a source of law\./)
})

test('every consequence reacts to something that can happen, under a condition that compiles', () => {
  expect(repeated(model.rules.map(rule => rule.id))).toEqual([])
  for (const { id, on, when, cite } of model.rules) {
    expect(id).toMatch(kebab)
    if ('act' in on) expect(acts, id).toContain(on.act)
    const breached = 'breach' in on ? on.breach : 'closed' in on ? on.closed : '*'
    if (breached !== '*') expect(acts, id).toContain(breached)
    if ('fact' in on) {
      const fact = facts[on.fact]
      expect(fact, `${id}: ${on.fact}`).toBeDefined()
      if (fact?.type === 'enum') expect(fact.values, id).toContain(on.is)
      if (fact?.type === 'bool') expect(typeof on.is, id).toBe('boolean')
    }
    if (when) expect(condition(compiled.value, when), `${id}: ${when}`).toMatchObject({ ok: true })
    expect(
      (cite ?? []).filter(each => !authorities.has(each)),
      id,
    ).toEqual([])
  }
})

test('every consequence moves a meter visibly, and says why in one or two plain sentences', () => {
  for (const { id, by, why } of model.rules) {
    expect(by, id).not.toBe(0)
    expect(Number.isInteger(by) && Math.abs(by) <= 45, id).toBe(true)
    expect(why, id).toMatch(/^[A-Z].{15,170}[.]$/)
  }
})

test('every meter can rise and fall, and no act that the law knows is without a consequence somewhere', () => {
  for (const meter of ['justice', 'treasury', 'standing', 'trust']) {
    const moves = model.rules.filter(rule => rule.meter === meter).map(rule => Math.sign(rule.by))
    expect(new Set(moves), meter).toEqual(new Set([1, -1]))
  }
  const reacted = new Set(model.rules.flatMap(({ on }) => ('act' in on ? [on.act] : [])))
  const byFact = law
    .flatMap(file => file.acts ?? [])
    .flatMap(act => (typeof act !== 'string' && act.sets ? [act.id] : []))
  expect([...acts].filter(act => !reacted.has(act) && !byFact.includes(act))).toEqual([])
})

test('the exposure scale only climbs, from nothing to a hundred', () => {
  for (const steps of Object.values(model.scale)) {
    expect(steps.map(([least]) => least)).toEqual(steps.map(([least]) => least).toSorted((a, b) => a - b))
    expect(steps.map(([, points]) => points)).toEqual(steps.map(([, points]) => points).toSorted((a, b) => a - b))
    expect(steps.at(-1)![1]).toBeLessThanOrEqual(100)
  }
})
