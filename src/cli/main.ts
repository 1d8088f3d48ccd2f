/** Which command was meant: dispatches, tells how to use the rest, turns every failure into words and an exit code. */
import { readFile } from 'node:fs/promises'
import { didYouMean } from '../base/index.ts'
import { type Command, commands, helpOf, overview } from './help.ts'
import type { Io } from './terminal.ts'
import { unreadable } from './unreadable.ts'

export { terminal } from './terminal.ts'

type Run = (args: readonly string[], io: Io) => Promise<number>

/** Loaded only when asked for, so that one command does not wait for another's libraries. */
const runs: Readonly<Record<Exclude<Command, 'help'>, () => Promise<Run>>> = {
  check: async () => (await import('./check.ts')).check,
  play: async () => (await import('./play.ts')).play,
  replay: async () => (await import('./play.ts')).replayCode,
  law: async () => (await import('./law.ts')).law,
  cases: async () => (await import('./cases.ts')).cases,
  debate: async () => (await import('./debate.ts')).debate,
}

const isCommand = (word: string): word is Command => (commands as readonly string[]).includes(word)

const unknown = (word: string, io: Io): number => {
  const meant = didYouMean(word, commands)
  io.err(`comity has no command "${word}".${meant ? ` Did you mean "comity ${meant}"?` : ''} "comity help" lists them.`)
  return 2
}

const help = async ([word]: readonly string[], io: Io): Promise<number> => {
  if (word === undefined) io.out(overview)
  else if (!isCommand(word)) return unknown(word, io)
  else {
    const text = helpOf(word)
    if (text === undefined) return (await runs[word as Exclude<Command, 'help'>]())(['--help'], io)
    io.out(text)
  }
  return 0
}

const version = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return `comity ${(JSON.parse(text) as { version: string }).version}`
}

/** Runs one command and gives its exit code: 0 fine, 1 something given is wrong, 2 not understood. */
export const main = async (args: readonly string[], io: Io): Promise<number> => {
  const [word, ...rest] = args
  try {
    if (word === undefined) {
      io.err(overview)
      return 2
    }
    if (word === '--help' || word === '-h') return await help([], io)
    if (word === '--version' || word === '-v') {
      io.out(await version())
      return 0
    }
    if (!isCommand(word)) return unknown(word, io)
    if (word === 'help') return await help(rest, io)
    if ((rest.includes('--help') || rest.includes('-h')) && helpOf(word) !== undefined) return await help([word], io)
    return await (await runs[word]())(rest, io)
  } catch (error) {
    const told = unreadable(error)
    if (told === undefined) throw error
    io.err(told)
    return 1
  }
}
