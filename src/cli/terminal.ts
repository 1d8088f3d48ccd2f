/** What a command may touch of the world outside: files to read, a line to say, a line to complain. */
import { readFile } from 'node:fs/promises'

export interface Io {
  /** The text of a file; `-` is standard input. Rejects as Node does when it cannot be read. */
  read(path: string): Promise<string>
  out(line: string): void
  err(line: string): void
}

const readAll = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** The real terminal. A reader that hangs up early (`| head`) ends the program quietly. */
export const terminal = (): Io => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    read: path => (path === '-' ? readAll() : readFile(path, 'utf8')),
    out: line => void process.stdout.write(`${line}\n`),
    err: line => void process.stderr.write(`${line}\n`),
  }
}
