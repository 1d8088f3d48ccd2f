/** The consequence model lies among the law files and is no law. */
import { expect, test } from 'vitest'
import { lawNames } from '../law/shipped.ts'
import { comity } from './desk.ts'

const law = lawNames.map(name => `levels/law/${name}.json`)
const facts = { 'facts.json': JSON.stringify({ 'demand.served': true }) }
const asked = ['--facts', 'facts.json', '--date', '2014-05-01', '--json']

test('a folder of law may be asked whole: the consequence model in it is left out, and that is said', async () => {
  const { exit, out, err } = await comity(['law', '--pack', ...law, 'levels/law/consequences.json', ...asked], facts)
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toHaveProperty('norms')
  expect(err).toBe('levels/law/consequences.json is the consequence model, not law, and is left out.')
  expect((await comity(['law', '--pack', ...law, ...asked], facts)).out).toBe(out)
})

test('a fact that only the consequence model reads is no hint; one that nobody reads is', async () => {
  const whole = await comity(['check', 'levels/law/facts.json', 'levels/law/consequences.json'])
  expect(whole.out).not.toContain('unused-fact')
  const more = { 'colours.json': '{ "facts": { "data.colour": { "type": "bool", "gloss": "the data is blue" } } }' }
  const { out } = await comity(['check', 'colours.json', 'levels/law/consequences.json'], more)
  expect(out).toContain('data.colour')
})
