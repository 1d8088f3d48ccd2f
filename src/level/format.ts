/**
 * The level format, version 1: the single source of the types, the published schema, the tables in
 * `levels/README.md` and editor completion. `LevelFile` is what was written; `Level` is what `parse` accepted.
 *
 * Every id is given by the author, in kebab-case; text is never a key. No scripts, no HTML.
 * Text markup: `*emphasis*`, `[words](law:us-sca-2703)`, `[words](term:comity)`, and nothing else.
 */
import { z } from 'zod'
import { isDay } from '../base/index.ts'

// Under a strict content security policy zod must not try `new Function`.
z.config({ jitless: true })

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const id = z.string().regex(kebab, 'write ids in kebab-case: lower-case letters, digits and single hyphens')
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write days as YYYY-MM-DD')
  .refine(d => !/^\d{4}-\d{2}-\d{2}$/.test(d) || isDay(d), 'no calendar has this day')
const text = z.string().min(1)
const words = z.array(text).min(1)
const percent = z.number().int().min(0).max(100)

/** A condition as written, over facts, flags, derived atoms and readings. */
export const Condition = z.string().min(1).meta({
  id: 'Condition',
  description:
    "A condition over facts, flags, derived atoms and readings: `flag.calledDublin && data.usCopy == false`, `reading.scaReach == 'control'`. Unknown is not yes: what hangs on an unknown fact stays closed.",
})
const value = z.union([z.boolean(), z.string(), z.number().int(), z.null()])

/** Sets facts or flags. `{"add": 1}` counts. `null` makes a fact unknown. */
export const Sets = z
  .record(
    z.string(),
    z.union([
      value,
      z.strictObject({ add: z.number().int().meta({ description: 'By how much the number goes up, or down.' }) }),
    ]),
  )
  .meta({
    id: 'Set',
    description: 'Facts and flags to set, by path. {"add": 1} counts up; null makes a fact unknown.',
  })

/** Where a choice or an outcome leads. */
export const Goto = z
  .union([
    id,
    z
      .array(
        z.strictObject({
          if: Condition.optional().meta({ description: 'Taken when this is yes. Only the last entry has none.' }),
          goto: id.meta({ description: 'A scene or ending id.' }),
        }),
      )
      .min(1),
  ])
  .meta({ id: 'Goto', description: 'A scene or ending id; or a list tried from the top, the last one without `if`.' })

/** Something that moves on the map. */
export const Travel = z
  .strictObject({
    what: z.enum(['warrant', 'data', 'request', 'letter', 'brief']).meta({ description: 'What moves.' }),
    from: id.meta({ description: 'The site it leaves.' }),
    to: id.meta({ description: 'The site it reaches.' }),
  })
  .meta({ id: 'Travel', description: 'Something that moves on the map, between two sites.' })
const travels = z.array(Travel).optional().meta({ description: 'What moves on the map, between site ids.' })

/** One thing counsel can do. */
export const Choice = z
  .strictObject({
    id: id.meta({
      description: 'Unique in its scene. A play is a list of these, so an id is never reused or renamed.',
    }),
    text: text.meta({ description: 'What counsel does, in her words. Never marked as right or wrong by its wording.' }),
    aside: text.optional().meta({ description: 'One italic line under it: a pressure, a temptation, a fact.' }),
    if: Condition.optional().meta({ description: 'Open only while this is yes.' }),
    acts: z
      .array(id)
      .meta({ description: 'The legal acts this choice performs, from levels/law/acts.json. May be empty.' }),
    set: Sets.optional().meta({ description: 'Facts and flags it sets, beyond what its acts set by law.' }),
    goto: Goto,
    after: text.optional().meta({ description: 'One line shown after the choice: a face, a voice, a fact.' }),
    concepts: z.array(id).optional().meta({ description: 'The concepts it tests.' }),
    misconception: text.optional().meta({ description: 'Where it is a tempting error: the error it stands for.' }),
    travels,
  })
  .meta({ id: 'Choice', description: 'One thing counsel can do. What follows is worked out from its acts.' })

/** Where a scene stands on the stage. */
export const Place = z
  .strictObject({
    kind: z.enum(['office', 'courtroom', 'map']).meta({ description: 'Which set of the stage.' }),
    name: text.meta({ description: 'The place in words: "Legal, eleventh floor".' }),
    light: z.enum(['morning', 'day', 'evening', 'night']).optional().meta({ description: 'The hour; day if absent.' }),
    people: z
      .array(
        z.strictObject({
          who: id.meta({ description: 'A cast id.' }),
          face: text.optional().meta({ description: 'The face this person wears: calm, suspicious, smile ...' }),
          says: text.optional().meta({ description: 'A line in a balloon. Short.' }),
        }),
      )
      .optional()
      .meta({ description: 'Who is there.' }),
  })
  .meta({ id: 'Place', description: 'Where the scene stands on the stage.' })

const sceneBase = {
  id: id.meta({ description: 'Unique among scenes and endings.' }),
  title: text.meta({ description: 'Two to five words.' }),
  date: day.meta({ description: 'The day of the scene. The law of that day applies.' }),
  forum: id.optional().meta({ description: 'The court whose law now binds, from here on.' }),
  place: Place,
  text: words.meta({ description: 'Paragraphs. 60-140 words before the choices.' }),
  documents: z.array(id).optional().meta({ description: 'Documents that reach the desk in this scene.' }),
  set: Sets.optional().meta({
    description: 'Facts that are true once the scene opens: what a court ruled, what arrived.',
  }),
  travels,
}

/** A scene that waits for the player. */
export const ChoiceScene = z
  .strictObject({
    ...sceneBase,
    due: z.array(id).optional().meta({
      description: 'Acts whose time has come: from here on, leaving one undone while it is owed is a breach.',
    }),
    hearing: z
      .strictObject({
        bench: id.meta({ description: 'Who sits, a cast id.' }),
        counsel: id.optional().meta({ description: 'Who argues against you, a cast id.' }),
        motion: text.meta({ description: 'What is asked of the court.' }),
      })
      .optional()
      .meta({ description: 'Marks a hearing: who sits, who argues against you, what is asked.' }),
    choices: z.array(Choice).min(1).meta({ description: 'What counsel can do. At least one is always open.' }),
  })
  .meta({ id: 'ChoiceScene', description: 'A scene that waits for the player: it has choices.' })

/** A scene that chance settles, by the seed of the play. */
export const ChanceScene = z
  .strictObject({
    ...sceneBase,
    because: text.meta({ description: 'Why this is unsettled, in one sentence.' }),
    chance: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Unique in its scene.' }),
          per1000: z.number().int().min(1).max(1000).meta({ description: 'Its share; all shares sum to 1000.' }),
          text: text.meta({ description: 'What happened, in one line.' }),
          set: Sets.optional().meta({ description: 'Facts and flags this outcome sets.' }),
          goto: Goto,
        }),
      )
      .min(2)
      .meta({ description: 'The outcomes and their shares of 1000.' }),
  })
  .meta({ id: 'ChanceScene', description: 'A scene that chance settles: unsettled law, with its reason.' })

/** Either kind; which one is told by whether `choices` or `chance` is there. */
export const Scene = z.union([ChoiceScene, ChanceScene])

/** Where a play ends. */
export const Ending = z
  .strictObject({
    id: id.meta({ description: 'Unique among scenes and endings.' }),
    title: text.meta({ description: 'Two to five words.' }),
    date: day.meta({ description: 'The day it ends.' }),
    tone: z.enum(['won', 'mixed', 'lost']).meta({ description: 'How it feels to be Nimbus that day.' }),
    text: words.meta({ description: 'Paragraphs. Shown before anything is explained.' }),
    set: Sets.optional().meta({ description: 'Facts that are true at the end, for later matters too.' }),
    place: Place.optional(),
    lesson: text.meta({ description: 'What this ending rested on, in one or two sentences.' }),
    otherSide: text.meta({ description: 'What a good opponent would say.' }),
    cite: z.array(id).optional().meta({ description: 'Authorities this ending rests on.' }),
  })
  .meta({ id: 'Ending', description: 'Where a play ends.' })

/** Something to read on the desk. */
export const Document = z
  .strictObject({
    id: id.meta({ description: 'Unique among documents.' }),
    kind: z
      .enum(['warrant', 'order', 'letter', 'memo', 'newspaper', 'transcript', 'email'])
      .meta({ description: 'How it looks.' }),
    title: text.meta({ description: 'Its heading.' }),
    from: text.optional().meta({ description: 'Who wrote it, in words.' }),
    to: text.optional().meta({ description: 'Who it is for, in words.' }),
    date: day.meta({ description: 'The day on it.' }),
    if: Condition.optional().meta({ description: 'On the desk only while this is yes.' }),
    stamp: text.optional().meta({ description: 'A stamp across it: SERVED, UNDER SEAL.' }),
    body: words.meta({ description: 'Paragraphs. May be longer than a scene.' }),
    cite: z.array(id).optional().meta({ description: 'Authorities it stands on.' }),
    note: text.optional().meta({ description: 'What is invented and what is not.' }),
  })
  .meta({ id: 'Document', description: 'Something to read on the desk: the demand itself, a letter, a newspaper.' })

/** A site on the map. */
export const Site = z
  .strictObject({
    id: id.meta({ description: 'Unique among sites.' }),
    name: text.meta({ description: 'Its name on the map.' }),
    lon: z.number().min(-180).max(180).meta({ description: 'Degrees east; west is negative.' }),
    lat: z.number().min(-90).max(90).meta({ description: 'Degrees north; south is negative.' }),
    kind: z.enum(['datacentre', 'office', 'court', 'authority']).meta({ description: 'What stands there.' }),
    order: id.optional().meta({ description: 'The legal order it stands in.' }),
    if: Condition.optional().meta({ description: 'Shown only while this is yes.' }),
    holds: z
      .array(
        z.strictObject({
          what: z.enum(['content', 'metadata', 'copy', 'keys']).meta({ description: 'What is kept there.' }),
          if: Condition.optional().meta({ description: 'Only while this is yes.' }),
        }),
      )
      .optional()
      .meta({ description: 'What it holds.' }),
  })
  .meta({ id: 'Site', description: 'A place on the map and what it holds.' })

const flagGloss = text.meta({ description: 'What it means, in words: "you called Dublin".' })

/** A fact of the matter's own. */
export const Flag = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('bool').meta({ description: 'Starts as false.' }), gloss: flagGloss }),
    z.strictObject({
      type: z.literal('int').meta({ description: 'Starts at min.' }),
      min: z.number().int().meta({ description: 'The least it can be.' }),
      max: z.number().int().meta({ description: 'The most it can be.' }),
      gloss: flagGloss,
    }),
    z.strictObject({
      type: z.literal('enum').meta({ description: 'Starts as the first value.' }),
      values: z.array(text).min(1).meta({ description: 'What it can be, the first value first.' }),
      gloss: flagGloss,
    }),
  ])
  .meta({ id: 'Flag', description: "A fact of the matter's own, read as `flag.name`; `gloss` says it in words." })

/** What one kind of client values. */
export const Profile = z
  .strictObject({
    id: id.meta({ description: 'Unique among profiles.' }),
    name: text.meta({ description: '"The board".' }),
    says: text.meta({ description: 'What it wants, in its own words.' }),
    weights: z.record(z.string(), z.number().int()).meta({
      description:
        'Meter to weight: justice, treasury, standing, exposure.<order>, trust.<group>; negative for dislike.',
    }),
    endings: z
      .record(z.string(), z.number().int())
      .optional()
      .meta({ description: 'Ending to points it adds or takes.' }),
  })
  .meta({ id: 'Profile', description: 'What one kind of client values; the review scores a play under each.' })

/** The whole file. */
export const LevelFile = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Where the schema is, for your editor.' }),
    format: z.literal(1).meta({ description: 'The version of this format.' }),
    id: id.meta({ description: "The matter's id, and its folder's name." }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'write versions as 1.0.0')
      .meta({ description: 'Goes up with every change that players could notice.' }),
    title: text.meta({ description: 'The name of the matter.' }),
    subtitle: text.optional().meta({ description: 'One line under it.' }),
    start: id.meta({ description: 'The first scene.' }),
    date: day.meta({ description: 'The day it begins.' }),
    forum: id.optional().meta({ description: 'The court whose law binds at the start. None: no court yet.' }),
    orders: z.array(id).min(1).meta({ description: 'Legal orders in this matter; each has an exposure meter.' }),
    brief: text.meta({ description: 'Two or three sentences that open the file.' }),
    minutes: z.number().int().positive().meta({ description: 'How long one play takes.' }),
    concepts: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Unique among concepts.' }),
          title: text.meta({ description: 'Its name.' }),
          text: text.meta({ description: 'One sentence a newcomer understands.' }),
        }),
      )
      .meta({ description: 'What the matter teaches.' }),
    authorities: z.array(id).meta({ description: 'Authorities the matter rests on, from the law files.' }),
    facts: z
      .record(z.string(), value)
      .meta({ description: 'Initial facts, from levels/law/facts.json. What is not here, or null, is unknown.' }),
    flags: z
      .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'write flags in camelCase'), Flag)
      .optional()
      .meta({
        description: "The matter's own facts, read as `flag.name`. They start as false, min, or the first value.",
      }),
    meters: z
      .strictObject({
        justice: percent.meta({ description: 'The genuine investigation and the victim.' }),
        treasury: percent.meta({ description: 'The money.' }),
        standing: percent.meta({ description: 'Credibility with courts and regulators.' }),
      })
      .meta({ description: 'Where these meters start. Exposure starts at 0, trust where each group says.' }),
    groups: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Unique; its meter is trust.<id>.' }),
          name: text.meta({ description: '"EU consumers".' }),
          region: text.meta({ description: 'us, ie, eu ...: which consequences reach it.' }),
          kind: z.enum(['consumer', 'enterprise', 'public']).meta({ description: 'Who they are.' }),
          trust: percent.meta({ description: 'Where their trust starts.' }),
        }),
      )
      .min(1)
      .meta({ description: 'Customer groups; each has a trust meter.' }),
    cast: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Unique among the cast.' }),
          name: text.meta({ description: 'An invented name: nobody real speaks.' }),
          role: text.meta({ description: 'What they do.' }),
          wants: text.meta({ description: 'What they want. Everybody wants something.' }),
          side: z.enum(['us', 'them', 'bench', 'world']).meta({ description: 'Where they stand.' }),
        }),
      )
      .meta({ description: 'The people.' }),
    sites: z.array(Site).meta({ description: 'Places on the map and what they hold.' }),
    documents: z.array(Document).meta({ description: 'What can be read on the desk.' }),
    scenes: z.array(Scene).min(1).meta({ description: 'Scenes with `choices`, or with `chance`.' }),
    endings: z.array(Ending).min(1).meta({ description: 'Where a play ends.' }),
    profiles: z.array(Profile).meta({ description: 'Client profiles: what each kind of client values.' }),
    glossary: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'For links: (term:id).' }),
          term: text.meta({ description: 'The word.' }),
          text: text.meta({ description: 'What it means, in plain words.' }),
          cite: z.array(id).optional().meta({ description: 'Authorities it comes from.' }),
        }),
      )
      .optional()
      .meta({ description: "Words of this matter's own, beside levels/law/glossary.json." }),
    simplified: z
      .array(
        z.strictObject({
          what: text.meta({ description: 'What is simpler here than in life.' }),
          why: text.meta({ description: 'Why that is all right.' }),
        }),
      )
      .meta({ description: 'What we simplified and why.' }),
    history: z
      .array(
        z.strictObject({
          date: day.meta({ description: 'The day.' }),
          text: text.meta({ description: 'What happened.' }),
          cite: z.array(id).meta({ description: 'Where that can be read.' }),
          verified: z.boolean().optional().meta({ description: 'false when no source could be opened.' }),
          scene: id.optional().meta({ description: 'The scene it stands behind.' }),
        }),
      )
      .meta({ description: 'What really happened, dated and cited. Real names live only here.' }),
    teaching: z
      .strictObject({
        aims: words.meta({ description: 'What a class can do afterwards.' }),
        questions: words.meta({ description: 'To talk about.' }),
        notes: z.array(text).optional().meta({ description: 'For the teacher.' }),
      })
      .meta({ description: 'For teachers.' }),
    plays: z
      .array(
        z.strictObject({
          name: text.meta({ description: 'What the play shows.' }),
          choices: z.array(id).meta({ description: 'Choice ids, in order.' }),
          seed: z.number().int().optional().meta({ description: 'The seed chance draws from; 0 if absent.' }),
          ending: id.meta({ description: 'The ending it must reach.' }),
        }),
      )
      .optional()
      .meta({ description: 'Worked plays and the endings they must reach; `comity check` plays them.' }),
    ignore: z
      .array(
        z.strictObject({
          code: id.meta({ description: 'The check to silence, a warning or a hint. Errors are never silenced.' }),
          at: z.string().optional().meta({
            description: 'Only there: the id of the scene, document ... or `scene/choice`. Everywhere if absent.',
          }),
          reason: text.meta({ description: 'Why this is right as it is.' }),
        }),
      )
      .optional()
      .meta({ description: 'Warnings and hints that are right as they are, each with a reason.' }),
  })
  .meta({ description: 'One matter: a case file to play.' })

/** What was written. */
export type LevelFile = z.infer<typeof LevelFile>
/** What `parse` accepted: every id resolves, every condition compiles. Same shape, plain JSON. */
export type Level = LevelFile & { readonly accepted?: true }
export type ChoiceScene = z.infer<typeof ChoiceScene>
export type ChanceScene = z.infer<typeof ChanceScene>
export type Scene = ChoiceScene | ChanceScene
export type Choice = z.infer<typeof Choice>
export type Goto = z.infer<typeof Goto>
export type Sets = z.infer<typeof Sets>
export type Flag = z.infer<typeof Flag>
export type Place = z.infer<typeof Place>
export type Ending = z.infer<typeof Ending>
export type LevelDocument = z.infer<typeof Document>
