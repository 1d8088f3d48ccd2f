/** The published schemas, for editors and for the tables in `levels/README.md`. Derived, never written by hand. */
import { z } from 'zod'
import { Consequences } from './consequences.ts'
import { LevelFile } from './format.ts'

/** A JSON Schema, draft 7. */
export interface Schema {
  readonly [key: string]: unknown
}

const draft7 = (shape: z.ZodType, title: string): Schema => {
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input', target: 'draft-7' }) as Record<string, unknown>
  return { $schema, title, ...rest }
}

/**
 * The schema of a level file. The two kinds of scene are told apart by `if`/`then`/`else`, so that an editor reports a
 * mistake against the kind that was meant.
 */
export const levelSchema = (): Schema => {
  const schema = draft7(LevelFile, 'A matter of Comity') as {
    properties: Record<string, { items?: { anyOf?: readonly Schema[] } }>
    definitions: Record<string, Schema>
  }
  const items = schema.properties.scenes?.items
  const [choice, chance] = items?.anyOf ?? []
  if (items && choice && chance) {
    const kind = { if: { required: ['chance'] }, then: chance, else: choice }
    schema.properties.scenes = { ...schema.properties.scenes, items: kind as never }
  }
  return schema as unknown as Schema
}

/** The schema of a consequence file. */
export const consequencesSchema = (): Schema => draft7(Consequences, 'The consequence model of Comity')
