/** What a command may touch of the world outside: files to read, a line to say, a line to complain. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'

export interface Io {
  /** The text of a file; `-` is standard input. Rejects as Node does when it cannot be read. */
  read(path: string): Promise<string>
  /** The same text in pieces as they come, so that a long batch is answered while it is still being written. */
  pieces(path: string): AsyncIterable<string>
  out(line: string): void
  err(line: string): void
}

const readAll = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** Names the path of a file that turned out to be a folder, which Node leaves out. */
const naming =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    error.path ??= path
    throw error
  }

async function* readPieces(path: string): AsyncGenerator<string> {
  try {
    yield* path === '-' ? process.stdin.setEncoding('utf8') : createReadStream(path, 'utf8')
  } catch (error) {
    naming(path)(error as NodeJS.ErrnoException)
  }
}

/** Every line that is not blank, one at a time, without its ending; a byte order mark is overlooked. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string | undefined
  for await (const piece of pieces) {
    const lines = piece.split('\n')
    lines[0] = rest === undefined ? lines[0]!.replace(/^\uFEFF/, '') : rest + lines[0]
    rest = lines.pop()!
    for (const line of lines) if (line.trim() !== '') yield line
  }
  if (rest?.trim()) yield rest
}

/** A line as a terminal may be given it: characters that would move its cursor or change its colours are spelled out. */
export const harmless = (line: string): string =>
  line.replace(/(?![\n\t])\p{Cc}/gu, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The real terminal. A reader that hangs up early (`| head`) ends the program quietly. */
export const terminal = (): Io => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    read: path => (path === '-' ? readAll() : readFile(path, 'utf8').catch(naming(path))),
    pieces: readPieces,
    out: line => void process.stdout.write(`${harmless(line)}\n`),
    err: line => void process.stderr.write(`${harmless(line)}\n`),
  }
}
