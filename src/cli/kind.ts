/** What a file of the project is, told by its content. */
import { basename } from 'node:path'

/** A level, a law file, a file of arguments, the consequence model, or none of these. */
export type Kind = 'level' | 'law' | 'arguments' | 'consequences' | 'other'

const levelKeys = ['scenes', 'endings', 'format', 'start', 'cast']
const lawKeys = [
  'rules',
  'acts',
  'facts',
  'courts',
  'questions',
  'holdings',
  'authorities',
  'terms',
  'atoms',
  'calendar',
]

/** A graph for `comity debate` has arguments and statements; a file of arguments has no statements. */
const argumentKeys = ['arguments', 'motions', 'forums']

/** What a file is, by what is in it; by its words, when it cannot be read. */
export const kindOf = (file: string, text: string): Kind => {
  let keys: readonly string[]
  try {
    const value: unknown = JSON.parse(text)
    keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  } catch {
    if (/"scale"\s*:/.test(text) || basename(file) === 'consequences.json') return 'consequences'
    if (!/"(scenes|endings|statements)"\s*:/.test(text) && /"(attackedBy|motions|forums)"\s*:/.test(text))
      return 'arguments'
    if (!/"(scenes|endings|format)"\s*:/.test(text) && /"(rules|acts|authorities|courts)"\s*:/.test(text)) return 'law'
    return 'level'
  }
  if (keys.some(key => levelKeys.includes(key))) return 'level'
  if (keys.includes('scale')) return 'consequences'
  if (keys.some(key => argumentKeys.includes(key)) && !keys.includes('statements')) return 'arguments'
  return keys.some(key => lawKeys.includes(key)) ? 'law' : 'other'
}
