/** A terminal of paper: files by path, and what was said and complained of. */
import { readFile } from 'node:fs/promises'
import { main } from '../../src/cli/main.ts'

export interface Told {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs `comity ...args`, with these files beside the real ones. */
export const comity = async (args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Told> => {
  const [out, err]: string[][] = [[], []]
  const read = async (path: string) => files[path] ?? readFile(path, 'utf8')
  const exit = await main(args, {
    read,
    pieces: async function* (path) {
      yield await read(path)
    },
    out: line => void out!.push(line),
    err: line => void err!.push(line),
  })
  return { exit, out: out!.join('\n'), err: err!.join('\n') }
}
