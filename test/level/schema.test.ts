/** The published schemas and the tables of the README are made from the format; here they are held to it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { derivedFiles, withTables } from '../../src/cli/schema.ts'
import { levelSchema } from '../../src/level/index.ts'

const derived = await derivedFiles()

test.each(Object.keys(derived))('%s is fresh (if not: npm run schema)', path =>
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(derived[path]),
)

describe('the level schema', () => {
  const schema = levelSchema() as {
    $schema: string
    additionalProperties: boolean
    properties: Record<string, { description?: string; $ref?: string; allOf?: unknown; items?: { if?: object } }>
    definitions: Record<string, { properties?: Record<string, object>; description?: string }>
  }
  test('is of draft 7, which every editor reads, and lets no unknown key pass', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(schema.additionalProperties).toBe(false)
  })
  test('tells the two kinds of scene apart by their key', () =>
    expect(schema.properties.scenes!.items).toMatchObject({
      if: { required: ['chance'] },
      then: { $ref: '#/definitions/ChanceScene' },
      else: { $ref: '#/definitions/ChoiceScene' },
    }))
  test('says in words what every key means', () => {
    const silent = [schema, ...Object.values(schema.definitions)].flatMap(part =>
      Object.entries(part.properties ?? {}).filter(([key, p]) => {
        const { description, $ref, allOf } = p as { description?: string; $ref?: string; allOf?: unknown }
        return !description && !$ref && !allOf && !['gloss', 'min', 'max', 'values'].includes(key)
      }),
    )
    expect(silent).toEqual([])
  })
  test('names no part by a number', () =>
    expect(Object.keys(schema.definitions).filter(name => name.startsWith('__'))).toEqual([]))
})

test('tables replace what stands between their marks and nothing else', () =>
  expect(
    withTables('a\n<!-- table:x -->\nold\n<!-- /table -->\nb\n<!-- table:y -->\nkept\n<!-- /table -->\n', { x: 'new' }),
  ).toBe('a\n<!-- table:x -->\n\nnew\n\n<!-- /table -->\nb\n<!-- table:y -->\nkept\n<!-- /table -->\n'))
