/** The second layer: the value has the shape of the format, or one message for each place where it has not. */
import type { z } from 'zod'
import { didYouMean, type Problem } from '../base/index.ts'
import { anyOf, capital, meant, problem } from './checks.ts'
import type { Path, Source } from './source.ts'

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<string | number, unknown>)[key] : undefined),
    value,
  )

/** Things listed as an object by name, not as a list. */
const keyed = ['flag', 'question', 'fact']

const kinds: Readonly<Record<string, string>> = {
  scenes: 'scene',
  choices: 'choice',
  chance: 'outcome',
  endings: 'ending',
  documents: 'document',
  cast: 'person',
  sites: 'site',
  concepts: 'concept',
  groups: 'customer group',
  profiles: 'profile',
  glossary: 'term',
  plays: 'play',
  flags: 'flag',
  rules: 'rule',
  authorities: 'authority',
  holdings: 'holding',
  courts: 'court',
  questions: 'question',
  acts: 'act',
  facts: 'fact',
}

/**
 * The nearest things around a path that have a name, in words an author uses: `choice "seek-review" of scene "magistrate"`.
 * An entry of a plain list, as an act of a choice, is called by what holds the list.
 */
export const named = (value: unknown, path: Path): string => {
  const parts: string[] = []
  for (let i = 0; i < path.length; i++) {
    const key = path[i]!
    const list = path[i - 1]
    const kind = typeof list === 'string' ? kinds[list] : undefined
    const own = at(value, path.slice(0, i + 1))
    if (
      typeof key === 'number' ? typeof own === 'object' && own !== null : kind !== undefined && keyed.includes(kind)
    ) {
      const { id, name } = (own ?? {}) as { id?: unknown; name?: unknown }
      const called = typeof key === 'string' ? key : (id ?? name)
      const which = typeof called === 'string' ? `"${called}"` : typeof key === 'number' ? `number ${key + 1}` : ''
      if (kind) parts.unshift(`${kind} ${which}`.trim())
      else if (typeof list === 'string') parts.unshift(`entry ${Number(key) + 1} of "${list}"`)
    }
  }
  return parts.join(' of ') || 'the file'
}

/** The value at a path itself: `"place.kind" of scene "desk"`, `entry 2 of "text" of scene "desk"`. */
const exactly = (value: unknown, path: Path): string => {
  const key = path.at(-1)
  const own = at(value, path)
  if (typeof key === 'number' && (typeof own !== 'object' || own === null))
    return `entry ${key + 1} of ${exactly(value, path.slice(0, -1))}`
  if (typeof key !== 'string') return named(value, path)
  const last = path.findLastIndex(k => typeof k === 'number')
  const keys = path.slice(last + 1)
  return `"${keys.join('.')}" of ${named(value, path.slice(0, last + 1))}`
}

const typeName = (v: unknown): string =>
  v === null
    ? 'null'
    : Array.isArray(v)
      ? 'a list'
      : typeof v === 'object'
        ? 'an object'
        : typeof v === 'string'
          ? 'text'
          : typeof v === 'number'
            ? 'a number'
            : String(v)

const expectedName: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ ... ]',
  object: 'an object: { ... }',
  record: 'an object: { ... }',
  null: 'null',
}

/** The schemas that may stand at a path: unions stay open, so that any of their keys can be meant. */
const schemasAt = (schema: Schema, path: Path): Schema[] => {
  const def = (schema as z.ZodType).def as unknown as {
    type: string
    innerType?: Schema
    options?: readonly Schema[]
    element?: Schema
    valueType?: Schema
    shape?: Record<string, Schema>
  }
  if (def.innerType) return schemasAt(def.innerType, path)
  if (def.options) return def.options.flatMap(option => schemasAt(option, path))
  const [key, ...rest] = path
  if (key === undefined) return [schema]
  const next = def.element ?? def.valueType ?? def.shape?.[key]
  return next ? schemasAt(next, rest) : []
}

const keysAt = (schema: Schema, path: Path, value: unknown): string[] => {
  const shapes = schemasAt(schema, path).map(s => Object.keys((s as z.ZodObject).shape ?? {}))
  const own = typeof value === 'object' && value !== null ? value : {}
  // Of a scene's two kinds only the one it is can lend its keys; a kind is told by a key that is there.
  const telling = shapes.filter(keys => keys.some(k => k in own && shapes.filter(s => s.includes(k)).length === 1))
  return [...new Set((telling.length ? telling : shapes).flat())]
}

/** The key that was probably meant: one the format knows here and the object does not have yet. */
const nearKey = (schema: Schema, path: Path, value: unknown, key: string): string | undefined =>
  didYouMean(
    key,
    keysAt(schema, path, value).filter(known => !(known in (value as object))),
  )

const describe = (schema: Schema, path: Path): string => {
  const parent = schemasAt(schema, path.slice(0, -1))
  for (const s of parent) {
    const own = (s as z.ZodObject).shape?.[path.at(-1)!] as z.ZodType | undefined
    const words =
      own?.meta()?.description ?? (own as z.ZodOptional<z.ZodType> | undefined)?.def?.innerType?.meta?.()?.description
    if (typeof words === 'string') return ` ${words}`
  }
  return ''
}

/** Of a failed union, the issues of the one alternative that was meant; or that none has the right type. */
const trueIssues = (schema: Schema, root: unknown, issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const told = issue as { readonly discriminator?: string }
  if (told.discriminator !== undefined && issue.errors.length === 0) {
    // The key that tells the kinds apart has none of their words, or is not there.
    const words = schemasAt(schema, issue.path as Path).flatMap(s => (s as z.ZodLiteral).def.values ?? [])
    return [{ code: 'invalid_value', values: words, path: issue.path, message: '', input: undefined } as Issue]
  }
  const own = at(root, issue.path as Path)
  const wrongType = (i: Issue) => i.path.length === 0 && i.code === 'invalid_type'
  const near = issue.errors.filter(e => !e.some(wrongType))
  if (near.length === 0) {
    const expected = issue.errors.flat().filter(wrongType) as z.core.$ZodIssueInvalidType[]
    if (expected.length === 0) return [{ ...issue, code: 'custom', message: issue.message } as Issue]
    const words = [...new Set(expected.map(e => expectedName[e.expected] ?? e.expected))].join(', or ')
    return [{ code: 'custom', path: issue.path, message: words, params: { wrongType: true }, input: own } as Issue]
  }
  const strangers = (issues: readonly Issue[]) =>
    issues.reduce((n, i) => n + (i.code === 'unrecognized_keys' && i.path.length === 0 ? i.keys.length : 0), 0)
  const best = near.reduce((a, b) =>
    strangers(b) < strangers(a) || (strangers(b) === strangers(a) && b.length < a.length) ? b : a,
  )
  return best.flatMap(i => trueIssues(schema, root, { ...i, path: [...issue.path, ...i.path] } as Issue))
}

const written = (v: unknown): string => {
  const text = v === undefined ? 'nothing' : JSON.stringify(v)
  return text.length > 120 ? `${text.slice(0, 100)} ... (${text.length} characters)` : text
}

const tell = (schema: Schema, source: Source, issue: Issue): Problem[] => {
  const path = issue.path as (string | number)[]
  const value = at(source.value, path)
  const what = named(source.value, path)
  const key = path.at(-1)
  const it = exactly(source.value, path)
  const here = source.where(path)
  const wrongType = (expected: string) =>
    value === undefined
      ? problem(
          'missing-key',
          source.where(path.slice(0, -1)),
          `${capital(named(source.value, path.slice(0, -1)))} lacks "${String(key)}".`,
          `Add "${String(key)}": ${expected}.${describe(schema, path)}`,
        )
      : problem('wrong-type', here, `${capital(it)} is ${typeName(value)}.`, `Write ${expected}.`)
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(expectedName[issue.expected] ?? issue.expected)]
    case 'unrecognized_keys':
      return issue.keys.map(k => {
        const other = k === 'chance' ? 'choices' : k === 'choices' ? 'chance' : ''
        if (path.at(-2) === 'scenes' && other in (value as object))
          return problem(
            'two-kinds',
            source.where([...path, k], 'key'),
            `${capital(what)} has both "choices" and "chance".`,
            'Keep the choices here, and let them lead to a scene of its own that has the chance.',
          )
        const known = keysAt(schema, path, value)
        const near = nearKey(schema, path, value, k)
        return problem(
          'unknown-key',
          source.where([...path, k], 'key'),
          `${capital(what)} has a key "${k}", which this format does not know.`,
          meant(near, known.length ? `Known here: ${anyOf(known, 40)}.` : 'Take it out.'),
        )
      })
    case 'invalid_value': {
      const words = issue.values.map(String)
      // A number is written bare, and the same digits in quotes are another thing.
      const list = issue.values.every(v => typeof v === 'number') ? words.join(' or ') : anyOf(words, 40)
      if (value === undefined) return [wrongType(list)]
      const near = typeof value === 'string' && !words.includes(value) ? didYouMean(value, words) : undefined
      return [problem('bad-word', here, `${capital(it)} is ${written(value)}.`, meant(near, `Write ${list}.`))]
    }
    case 'too_small':
    case 'too_big': {
      if (issue.origin === 'string' || issue.origin === 'array') {
        const least = issue.code === 'too_small' ? Number(issue.minimum) : 0
        const thing = issue.origin === 'string' ? 'text' : 'list'
        return [
          least > 1
            ? problem('empty', here, `${capital(it)} has fewer than ${least} entries.`, `Add at least ${least}.`)
            : problem('empty', here, `${capital(it)} is an empty ${thing}.`, 'Fill it, or leave the key out.'),
        ]
      }
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      return [problem('bad-number', here, `${capital(it)} is ${written(value)}.`, `Write a number of ${bound}.`)]
    }
    case 'invalid_format':
    case 'custom':
      if (issue.code === 'custom' && issue.params?.wrongType) return [wrongType(issue.message)]
      return [
        problem(
          'bad-form',
          here,
          `${capital(it)} is ${written(value)}.`,
          `${capital(issue.message)}${suggest(value)}.`,
        ),
      ]
    case 'invalid_key':
      return [
        problem(
          'bad-form',
          source.where(path, 'key'),
          `The key "${String(key)}" of ${named(source.value, path.slice(0, -1))} has the wrong form.`,
          `${capital(issue.issues[0]?.message ?? 'write it otherwise')}.`,
        ),
      ]
    default:
      return [problem('bad-form', here, `${capital(it)} is ${written(value)}.`, `${capital(issue.message)}.`)]
  }
}

/** For an id with capitals, spaces or underscores: the same id as it should be written. */
const suggest = (value: unknown): string => {
  if (typeof value !== 'string' || /\d{4}/.test(value)) return ''
  const kebab = value
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return kebab && kebab !== value ? `: "${kebab}"` : ''
}

/** Every place where the source has not the shape of the schema, in the order of the file. */
export const shapeProblems = (schema: z.ZodType, source: Source): readonly Problem[] => {
  const result = schema.safeParse(source.value)
  if (result.success) return []
  const issues = result.error.issues.flatMap(i => trueIssues(schema, source.value, i))
  // A mistyped key is one mistake: that the right one is missing is not told besides.
  const meantKeys = new Set(
    issues.flatMap(i =>
      i.code === 'unrecognized_keys'
        ? i.keys.map(k =>
            JSON.stringify([...i.path, nearKey(schema, i.path as Path, at(source.value, i.path as Path), k)]),
          )
        : [],
    ),
  )
  return issues
    .filter(i => !(meantKeys.has(JSON.stringify(i.path)) && at(source.value, i.path as Path) === undefined))
    .flatMap(i => tell(schema, source, i))
    .sort((a, b) => (a.where.offset ?? 0) - (b.where.offset ?? 0))
}
