/**
 * The level format, version 1: the single source of the types, the published schema, the tables in
 * `levels/README.md` and editor completion. `LevelFile` is what was written; `Level` is what `parse` accepted.
 *
 * Every id is given by the author, in kebab-case; text is never a key. No scripts, no HTML.
 * Text markup: `*emphasis*`, `[words](law:us-sca-2703)`, `[words](term:comity)`, and nothing else.
 */
import { z } from 'zod'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write ids in kebab-case: lower-case letters, digits and single hyphens')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write days as YYYY-MM-DD')
const text = z.string().min(1)
const words = z.array(text).min(1)
const condition = z.string().min(1).meta({
  id: 'Condition',
  description:
    "A condition over facts, flags, derived atoms and readings: `flag.calledDublin && data.usCopy == false`, `reading.scaReach == 'control'`.",
})
const value = z.union([z.boolean(), z.string(), z.number().int(), z.null()])
/** Sets facts or flags. `{"add": 1}` counts. `null` makes a fact unknown. */
const set = z.record(z.string(), z.union([value, z.strictObject({ add: z.number().int() })])).meta({
  id: 'Set',
  description: 'Facts and flags to set, by path. {"add": 1} counts up; null makes a fact unknown.',
})

const goto = z
  .union([id, z.array(z.strictObject({ if: condition.optional(), goto: id })).min(1)])
  .meta({ id: 'Goto', description: 'A scene or ending id; or a list tried from the top, the last one without `if`.' })

export const Choice = z
  .strictObject({
    id,
    text: text.meta({ description: 'What counsel does, in her words. Never marked as right or wrong by its wording.' }),
    aside: text.optional().meta({ description: 'One italic line under it: a pressure, a temptation, a fact.' }),
    if: condition.optional().meta({ description: 'Open only while this is yes.' }),
    acts: z
      .array(id)
      .meta({ description: 'The legal acts this choice performs, from levels/law/acts.json. May be empty.' }),
    set: set.optional(),
    goto,
    after: text.optional().meta({ description: 'One line shown after the choice: a face, a voice, a fact.' }),
    concepts: z.array(id).optional(),
    misconception: text.optional().meta({ description: 'Where it is a tempting error: the error it stands for.' }),
    travels: z
      .array(z.strictObject({ what: z.enum(['warrant', 'data', 'request', 'letter', 'brief']), from: id, to: id }))
      .optional()
      .meta({ description: 'What moves on the map, between site ids.' }),
  })
  .meta({ id: 'Choice' })

const place = z
  .strictObject({
    kind: z.enum(['office', 'courtroom', 'map']),
    name: text,
    light: z.enum(['morning', 'day', 'evening', 'night']).optional(),
    /** Cast ids to show, with the face each wears. */
    people: z.array(z.strictObject({ who: id, face: z.string().optional(), says: text.optional() })).optional(),
  })
  .meta({ id: 'Place', description: 'Where the scene stands on the stage.' })

const sceneBase = {
  id,
  title: text,
  date: day,
  forum: id.optional().meta({ description: 'The court whose law now binds, from here on.' }),
  place,
  text: words.meta({ description: 'Paragraphs. 60-140 words before the choices.' }),
  documents: z.array(id).optional().meta({ description: 'Documents that reach the desk in this scene.' }),
  set: set
    .optional()
    .meta({ description: 'Facts that are true once the scene opens: what a court ruled, what arrived.' }),
  travels: Choice.shape.travels,
}

export const ChoiceScene = z
  .strictObject({
    ...sceneBase,
    due: z.array(id).optional().meta({
      description: 'Acts whose time has come: from here on, leaving one undone while it is owed is a breach.',
    }),
    hearing: z
      .strictObject({ bench: id, counsel: id.optional(), motion: text })
      .optional()
      .meta({ description: 'Marks a hearing: who sits, who argues against you, what is asked.' }),
    choices: z.array(Choice).min(1),
  })
  .meta({ id: 'ChoiceScene' })

export const ChanceScene = z
  .strictObject({
    ...sceneBase,
    because: text.meta({ description: 'Why this is unsettled, in one sentence.' }),
    chance: z
      .array(z.strictObject({ id, per1000: z.number().int().min(1).max(1000), text: text, set: set.optional(), goto }))
      .min(2),
  })
  .meta({ id: 'ChanceScene' })

export const Ending = z
  .strictObject({
    id,
    title: text,
    date: day,
    tone: z.enum(['won', 'mixed', 'lost']),
    text: words,
    set: set.optional(),
    place: place.optional(),
    lesson: text.meta({ description: 'What this ending rested on, in one or two sentences.' }),
    otherSide: text.meta({ description: 'What a good opponent would say.' }),
    cite: z.array(id).optional(),
  })
  .meta({ id: 'Ending' })

export const Document = z
  .strictObject({
    id,
    kind: z.enum(['warrant', 'order', 'letter', 'memo', 'newspaper', 'transcript', 'email']),
    title: text,
    from: text.optional(),
    to: text.optional(),
    date: day,
    stamp: text.optional(),
    body: words,
    cite: z.array(id).optional(),
    note: text.optional().meta({ description: 'What is invented and what is not.' }),
  })
  .meta({ id: 'Document' })

export const LevelFile = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    id,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'write versions as 1.0.0'),
    title: text,
    subtitle: text.optional(),
    start: id.meta({ description: 'The first scene.' }),
    date: day,
    forum: id.optional(),
    orders: z.array(id).min(1).meta({ description: 'Legal orders in this matter; each has an exposure meter.' }),
    brief: text,
    minutes: z.number().int().positive(),
    concepts: z.array(z.strictObject({ id, title: text, text })),
    authorities: z.array(id).meta({ description: 'Authorities the matter rests on.' }),
    facts: z.record(z.string(), value).meta({ description: 'Initial facts. What is not here, or null, is unknown.' }),
    flags: z
      .record(
        z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'write flags in camelCase'),
        z.union([
          z.strictObject({ type: z.literal('bool'), gloss: text }),
          z.strictObject({ type: z.literal('int'), min: z.number().int(), max: z.number().int(), gloss: text }),
          z.strictObject({ type: z.literal('enum'), values: z.array(z.string()).min(1), gloss: text }),
        ]),
      )
      .optional()
      .meta({
        description: "The matter's own facts, read as `flag.name`. They start as false, min, or the first value.",
      }),
    meters: z.strictObject({
      justice: z.number().int().min(0).max(100),
      treasury: z.number().int().min(0).max(100),
      standing: z.number().int().min(0).max(100),
    }),
    groups: z
      .array(
        z.strictObject({
          id,
          name: text,
          region: z.string(),
          kind: z.enum(['consumer', 'enterprise', 'public']),
          trust: z.number().int().min(0).max(100),
        }),
      )
      .min(1),
    cast: z.array(
      z.strictObject({ id, name: text, role: text, wants: text, side: z.enum(['us', 'them', 'bench', 'world']) }),
    ),
    sites: z
      .array(
        z.strictObject({
          id,
          name: text,
          lon: z.number().min(-180).max(180),
          lat: z.number().min(-90).max(90),
          kind: z.enum(['datacentre', 'office', 'court', 'authority']),
          order: id.optional(),
          if: condition.optional(),
          holds: z
            .array(z.strictObject({ what: z.enum(['content', 'metadata', 'copy', 'keys']), if: condition.optional() }))
            .optional(),
        }),
      )
      .meta({ description: 'Places on the map and what they hold.' }),
    documents: z.array(Document),
    scenes: z.array(z.union([ChoiceScene, ChanceScene])).min(1),
    endings: z.array(Ending).min(1),
    profiles: z.array(
      z.strictObject({
        id,
        name: text,
        says: text,
        weights: z.record(z.string(), z.number().int()),
        endings: z.record(z.string(), z.number().int()).optional(),
      }),
    ),
    glossary: z.array(z.strictObject({ id, term: text, text, cite: z.array(id).optional() })).optional(),
    simplified: z.array(z.strictObject({ what: text, why: text })),
    history: z.array(
      z.strictObject({ date: day, text, cite: z.array(id), verified: z.boolean().optional(), scene: id.optional() }),
    ),
    teaching: z.strictObject({ aims: words, questions: words, notes: z.array(text).optional() }),
    plays: z
      .array(z.strictObject({ name: text, choices: z.array(id), seed: z.number().int().optional(), ending: id }))
      .optional()
      .meta({ description: 'Worked plays and the endings they must reach; `comity check` plays them.' }),
    ignore: z.array(z.strictObject({ code: id, at: z.string().optional(), reason: text })).optional(),
  })
  .meta({ id: 'Level' })

/** What was written. */
export type LevelFile = z.infer<typeof LevelFile>
/** What `parse` accepted: every id resolves, every condition compiles. Same shape, plain JSON. */
export type Level = LevelFile & { readonly accepted?: true }
export type Scene = z.infer<typeof ChoiceScene> | z.infer<typeof ChanceScene>
export type ChoiceScene = z.infer<typeof ChoiceScene>
export type ChanceScene = z.infer<typeof ChanceScene>
export type Choice = z.infer<typeof Choice>
export type Ending = z.infer<typeof Ending>
export type LevelDocument = z.infer<typeof Document>
