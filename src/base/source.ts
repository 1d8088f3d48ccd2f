/**
 * A JSON text with places: every value, key and character inside a string can be pointed at by line and column.
 * Hostile texts are bounded before they are read.
 */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Problem, Where } from './problem.ts'
import { fail, ok, type Result } from './result.ts'

export type Path = readonly (string | number)[]

export interface Source {
  readonly value: unknown
  /** The place of a value, or of the key that leads to it; of the nearest thing around it when it is not there. */
  where(path: Path, part?: 'value' | 'key'): Where
  /** The place of some characters inside a string value. */
  within(path: Path, from: number, length: number): Where
}

/** No text larger or nested deeper than this is read; `split` says how to make it smaller. */
export interface Bounds {
  readonly bytes: number
  readonly depth: number
  readonly split: string
}

/** Why a text that is not read matters, by the code of the problem. */
export const sourceWhys = {
  'too-big': 'A file this size would keep a slow computer from starting the game.',
  'too-deep': 'Nothing in this format nests like that, so a bracket is probably missing above.',
  'bad-json': 'Nothing can be read past a slip like this.',
  'duplicate-key': 'Only one of the two would be read, and nobody could say which.',
} as const

const problem = (code: keyof typeof sourceWhys, where: Where, what: string, mend: string): Problem => ({
  code,
  severity: 'error',
  where,
  what,
  why: sourceWhys[code],
  mend,
})

const sayings: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  InvalidSymbol: ['This word stands without quotes', 'Put it in double quotes.'],
  InvalidNumberFormat: ['This is not a number', 'Write numbers like 12 or -3, or put the value in double quotes.'],
  PropertyNameExpected: [
    'A key in double quotes should stand here',
    'Take out the comma before it, or add "key": value.',
  ],
  ValueExpected: ['A value should stand here', 'Add one, or take out the comma or colon before it.'],
  ColonExpected: ['A colon should stand here', 'Write "key": value.'],
  CommaExpected: ['A comma is missing before this', 'Put a comma between two entries.'],
  CloseBraceExpected: ['A "}" is missing', 'Close every "{".'],
  CloseBracketExpected: ['A "]" is missing', 'Close every "[".'],
  EndOfFileExpected: ['The file goes on after its end', 'One file is one value: take out what follows.'],
  InvalidCommentToken: ['JSON has no comments', 'Take it out.'],
  UnexpectedEndOfComment: ['JSON has no comments', 'Take it out.'],
  UnexpectedEndOfString: ['This string never closes', 'Close it with a double quote on the same line.'],
  UnexpectedEndOfNumber: ['This number stops half-way', 'Finish it.'],
  InvalidUnicode: ['This \\u escape is broken', 'Write four hexadecimal digits after \\u.'],
  InvalidEscapeCharacter: ['JSON does not know this escape', 'Write "\\\\" for a backslash.'],
  InvalidCharacter: ['A control character stands in this string', 'Write \\n or \\t instead, or a new paragraph.'],
}

const bytes = (text: string): number => {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    n += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3
  }
  return n
}

/** Where the text first nests deeper than allowed, or -1. Reads characters, so that no parser is run on a bomb. */
const tooDeepAt = (text: string, most: number): number => {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"' || c === '\n') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{' || c === '[') {
      if (++depth > most) return i
    } else if (c === '}' || c === ']') depth--
  }
  return -1
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

const keysTwice = (node: Node, found: { key: Node; first: Node }[] = []): { key: Node; first: Node }[] => {
  const seen = new Map<string, Node>()
  for (const child of node.children ?? []) {
    if (node.type === 'object') {
      const key = child.children![0]!
      const first = seen.get(key.value)
      if (first) found.push({ key, first })
      else seen.set(key.value, key)
      if (child.children![1]) keysTwice(child.children![1], found)
    } else keysTwice(child, found)
  }
  return found
}

const strayBracket = ({ error, offset }: Pick<ParseError, 'error' | 'offset'>, text: string): boolean =>
  printParseErrorCode(error) === 'CommaExpected' && /[\]}]/.test(text[offset] ?? '')

/** What a stumble of the parser means, and how to mend it. */
const saying = ({ error, offset }: ParseError, text: string): readonly [what: string, mend: string] => {
  const name = printParseErrorCode(error)
  if (/^['\u2018\u2019\u201C\u201D\u201E]/.test(text.slice(offset)))
    return ['JSON knows one kind of quotes', 'Write straight double quotes: "like this".']
  if (strayBracket({ error, offset }, text))
    return [`This "${text[offset]}" closes nothing that is open`, 'Take it out, or open what it should close.']
  return sayings[name] ?? ['This is not JSON', 'Write plain JSON.']
}

/** More slips than this at once are one slip, or another kind of file. */
const mostSlips = 5

/** What follows from a bracket or quote that is missing further up, and is no slip of its own. */
const echoes = ['EndOfFileExpected', 'CloseBraceExpected', 'CloseBracketExpected']

/** One slip makes the parser stumble more than once: the first stumble on each line, while brackets and quotes match. */
const slipsOf = (
  errors: readonly ParseError[],
  text: string,
  lineOf: (error: ParseError) => number,
): readonly ParseError[] => {
  const open = errors.findIndex(e => printParseErrorCode(e.error) === 'UnexpectedEndOfString' || strayBracket(e, text))
  const told = open < 0 ? errors : errors.slice(0, open + 1)
  return told
    .filter((e, i) => i === 0 || (lineOf(e) !== lineOf(told[i - 1]!) && !echoes.includes(printParseErrorCode(e.error))))
    .slice(0, mostSlips)
}

/** Reads a text as JSON with places, or says everything that keeps it from being JSON. */
export const readSource = (written: string, file: string | undefined, bounds: Bounds): Result<Source> => {
  // Some editors put a byte order mark first; it is no part of the value.
  const text = written.replace(/^\uFEFF/, ' ')
  const starts = lineStarts(text)
  const at = (offset: number, length: number, path?: Path): Where => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const mid = (low + high + 1) >> 1
      if (starts[mid]! <= offset) low = mid
      else high = mid - 1
    }
    const place = { line: low + 1, column: offset - starts[low]! + 1, offset, length }
    return { ...(file === undefined ? {} : { file }), ...(path ? { path } : {}), ...place }
  }
  const size = bytes(text)
  if (size > bounds.bytes)
    return fail(
      problem('too-big', at(0, 1), `This file has ${size} bytes; the limit is ${bounds.bytes}.`, bounds.split),
    )
  const deep = tooDeepAt(text, bounds.depth)
  if (deep >= 0)
    return fail(
      problem(
        'too-deep',
        at(deep, 1),
        `Here lists and objects stand inside one another more than ${bounds.depth} deep.`,
        'Close the brackets above.',
      ),
    )

  const garbled = text.search(/[\0\uFFFD]/)
  if (garbled >= 0)
    return fail(
      problem('bad-json', at(garbled, 1), 'This file is not saved as UTF-8.', 'Save it as UTF-8; editors can do that.'),
    )
  if (text.trim() === '')
    return fail(problem('bad-json', at(0, 1), 'This file is empty.', 'Begin with a copy of a good one.'))

  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  if (!root || errors.length > 0) {
    const told = errors.length ? errors : [{ error: 4, offset: 0, length: 1 }]
    return fail(
      ...slipsOf(told, text, e => at(e.offset, e.length).line!).map(e => {
        const [what, mend] = saying(e, text)
        return problem('bad-json', at(e.offset, e.length), `${what}.`, mend)
      }),
    )
  }

  const twice = keysTwice(root).map(({ key, first }) =>
    problem(
      'duplicate-key',
      at(key.offset, key.length),
      `The key "${key.value}" stands twice in one object, first on line ${at(first.offset, 1).line}.`,
      'Keep one of them.',
    ),
  )
  if (twice.length) return fail(...twice)

  const nodeAt = (path: Path): Node => {
    for (let n = path.length; n > 0; n--) {
      const node = findNodeAtLocation(root, path.slice(0, n) as (string | number)[])
      if (node) return node
    }
    return root
  }
  const where = (path: Path, part: 'value' | 'key' = 'value'): Where => {
    const node = nodeAt(path)
    const whole = node.type === 'object' || node.type === 'array'
    const key = node.parent?.type === 'property' ? node.parent.children![0]! : node
    const shown = part === 'key' ? key : node
    return at(shown.offset, part === 'value' && whole ? 1 : shown.length, path)
  }
  return ok({
    value: JSON.parse(text) as unknown,
    where,
    within: (path, from, length) => {
      const node = nodeAt(path)
      if (node.type !== 'string') return where(path)
      const raw = (count: number) => {
        // A character of the string may be written as an escape of two or of six.
        let i = node.offset + 1
        for (let n = 0; n < count && i < node.offset + node.length - 1; n++)
          i += text[i] !== '\\' ? 1 : text[i + 1] === 'u' ? 6 : 2
        return i
      }
      const [start, end] = [raw(from), raw(from + length)]
      return at(start, Math.max(1, end - start), path)
    },
  })
}

/**
 * A problem with line and column. One that has only a path gets the place of that value, of the key when the key is
 * what is wrong; one with an offset points at those characters inside the string there.
 */
export const placeIn = (p: Problem, source: Source): Problem => {
  const { path = [], line, offset, length } = p.where
  if (line !== undefined) return p
  const where =
    offset === undefined
      ? source.where(path, p.code === 'unknown-key' ? 'key' : 'value')
      : source.within(path, offset, length ?? 1)
  return { ...p, where: { ...p.where, ...where } }
}
