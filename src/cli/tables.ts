/** Tables for `levels/README.md`, made from the schema, the checks and the law's vocabulary, so that they cannot go stale. */
import type { ActSpec, FactSpec, LawFile } from '../law/index.ts'
import { checks, type Schema } from '../level/index.ts'

interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly $ref?: string
  readonly allOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly if?: Shape
  readonly then?: Shape
  readonly else?: Shape
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly required?: readonly string[]
  readonly description?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

const partOf = (shape: Shape): string | undefined => (shape.$ref ?? shape.allOf?.[0]?.$ref)?.split('/').at(-1)
const link = (part: string) => `[${part}](#${part.toLowerCase()})`
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
const safe = (n: number | undefined) => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER

const pattern = (source: string): string =>
  source.startsWith('^\\d{4}')
    ? 'day'
    : source.startsWith('^\\d+')
      ? 'version'
      : source.startsWith('^[a-z0-9]')
        ? 'id'
        : 'text'

/** What to write, in a few words. */
const words = (shape: Shape): string => {
  const part = partOf(shape)
  if (part) return link(part)
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``
  if (shape.enum) return shape.enum.map(v => `\`${String(v)}\``).join(', ')
  if (shape.then && shape.else) return `${words(shape.else)} or ${words(shape.then)}`
  const any = shape.anyOf ?? shape.oneOf
  if (any) return [...new Set(any.map(words))].join(' or ')
  switch (shape.type) {
    case 'array':
      return `list of ${shape.items?.properties ? 'objects' : words(shape.items ?? {})}`
    case 'object':
      return typeof shape.additionalProperties === 'object' && !shape.properties
        ? `object of ${words(shape.additionalProperties)}`
        : Object.keys(shape.properties ?? {}).length === 1
          ? `\`{ "${Object.keys(shape.properties!)[0]}": ... }\``
          : 'object'
    case 'string':
      return shape.pattern ? pattern(shape.pattern) : 'text'
    case 'integer':
      return safe(shape.minimum) && safe(shape.maximum) ? `${shape.minimum} to ${shape.maximum}` : 'whole number'
    case 'number':
      return safe(shape.minimum) ? `${shape.minimum} to ${shape.maximum}` : 'number'
    case 'boolean':
      return '`true` or `false`'
    case 'null':
      return '`null`'
    default:
      return 'any value'
  }
}

type Parts = Readonly<Record<string, Shape>>

const rows = (shape: Shape, parts: Parts, before = ''): readonly string[] =>
  Object.entries(shape.properties ?? {}).flatMap(([key, value]) => {
    const needed = (shape.required ?? []).includes(key) ? 'yes' : ''
    const own = `| \`${before}${key}\` | ${cell(words(value))} | ${needed} | ${cell(value.description ?? parts[partOf(value) ?? '']?.description ?? '')} |`
    const inner = partOf(value)
      ? {}
      : value.type === 'array' && value.items && !partOf(value.items)
        ? value.items
        : value
    return [own, ...rows(inner, parts, `${before}${key}${value.type === 'array' ? '[]' : ''}.`)]
  })

const table = (shape: Shape, parts: Parts): string => {
  const head = '| key | write | needed | |\n|---|---|---|---|\n'
  const any = shape.oneOf ?? shape.anyOf
  if (any?.some(each => each.properties))
    return any.map(each => (each.properties ? head + rows(each, parts).join('\n') : `Or: ${words(each)}.`)).join('\n\n')
  if (shape.properties) return head + rows(shape, parts).join('\n')
  if (any)
    return any
      .map(
        each =>
          `- ${each.items?.properties ? `list of objects:\n\n${head}${rows(each.items, parts).join('\n')}` : words(each)}`,
      )
      .join('\n')
  return `Write: ${words(shape)}.`
}

/** Every part of the format as a table, the file itself first. */
export const formatTables = (schema: Schema): string => {
  const root = schema as unknown as Shape & { readonly definitions: Readonly<Record<string, Shape>> }
  const first = [
    'ChoiceScene',
    'Choice',
    'Goto',
    'Set',
    'Condition',
    'ChanceScene',
    'Ending',
    'Document',
    'Place',
    'Site',
    'Travel',
    'Flag',
    'Profile',
  ]
  const parts = Object.keys(root.definitions).filter(part => part !== 'Level')
  parts.sort((a, b) => first.indexOf(a) - first.indexOf(b))
  const whole = root.properties ? root : root.definitions.Level!
  const section = (title: string, shape: Shape) =>
    `### ${title}\n\n${shape.description ? `${shape.description}\n\n` : ''}${table(shape, root.definitions)}\n`
  return [section('The file', whole), ...parts.map(part => section(part, root.definitions[part]!))].join('\n')
}

/** Every check with its page. */
export const checkTable = (): string =>
  [
    '| code | | found in | why it matters |',
    '|---|---|---|---|',
    ...Object.entries(checks).map(
      ([code, c]) => `| [${code}](checks/${code}.md) | ${c.severity} | ${c.layer} | ${cell(c.why)} |`,
    ),
  ].join('\n')

const domain = (spec: FactSpec): string =>
  spec.type === 'enum'
    ? spec.values.map(v => `\`${v}\``).join(' ')
    : spec.type === 'int'
      ? `${spec.min ?? '...'} to ${spec.max ?? '...'}`
      : spec.type === 'bool'
        ? '`true` `false`'
        : 'a day'

/** Every fact of the law, and what it can be. */
export const factTable = (law: readonly LawFile[]): string =>
  [
    '| fact | can be | means |',
    '|---|---|---|',
    ...law
      .flatMap(file => Object.entries(file.facts ?? {}))
      .map(([path, spec]) => `| \`${path}\` | ${domain(spec)} | ${cell(spec.gloss ?? '')} |`),
  ].join('\n')

/** Every act of the law, and what it does to facts. */
export const actTable = (law: readonly LawFile[]): string =>
  [
    '| act | counsel can | and sets |',
    '|---|---|---|',
    ...law
      .flatMap(file => file.acts ?? [])
      .filter((act): act is ActSpec => typeof act !== 'string')
      .map(act => {
        const sets = Object.entries(act.sets ?? {}).map(([path, v]) => `\`${path}\` ${String(v)}`)
        return `| \`${act.id}\` | ${cell(act.gloss)} | ${sets.join(', ')} |`
      }),
  ].join('\n')
