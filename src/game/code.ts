/**
 * Result codes: a play as one word that can be copied, read aloud or typed, 57 characters for 20 decisions.
 *
 *     1    XXXX   XXXX     0     000   XX XX XX ...   XXXX
 *     │    │      │        │     │     │              └ checksum of all before
 *     │    │      │        │     │     └ choices, a 10-bit tag each
 *     │    │      │        │     └ seed
 *     │    │      │        └ mode: 0 practice, 1 hearing
 *     │    │      └ tag of level, law and consequences
 *     │    └ tag of the level's id
 *     └ format
 *
 * Letters are Crockford's base 32: case does not matter, I and L are read as 1, O as 0; spaces and hyphens are ignored.
 */
import { choiceTag } from '../level/index.ts'
import { lastSeed } from './chance.ts'
import { levelTag } from './content.ts'
import type { Matter } from './matter.ts'
import { isLost } from './play.ts'
import type { Play } from './state.ts'
import { alphabet, toLetters } from './tag.ts'

/** The first letter of every code of this format. */
export const format = '1'
/** Letters before the choices, and after them. */
export const headLength = 13
export const checkLength = 4

/**
 * A cyclic code of degree 20 whose generator is primitive: every single wrong letter, every two wrong letters and
 * every swap of two letters in a code of up to 60 decisions is found, anything else but once in a million.
 */
const generator = 0x170427

/** The checksum of letters of the alphabet, as four more. */
export const checksum = (letters: string): string => {
  let rest = 0
  for (const letter of letters + '0'.repeat(checkLength)) {
    const value = alphabet.indexOf(letter)
    for (let bit = 4; bit >= 0; bit--) {
      rest = (rest << 1) | ((value >> bit) & 1)
      if (rest & 0x100000) rest ^= generator
    }
  }
  return toLetters(rest, checkLength)
}

/** True when the last letters are the checksum of the rest. */
export const isWhole = (code: string) => checksum(code.slice(0, -checkLength)) === code.slice(-checkLength)

/** The play as a result code. The level of the play must be that of the matter. */
export const writeCode = (matter: Matter, play: Play): string => {
  if (play.level !== matter.level.id) throw new Error(`A play of ${play.level} has no code in ${matter.level.id}`)
  if (!Number.isInteger(play.seed) || play.seed < 0 || play.seed > lastSeed)
    throw new RangeError(`A seed is a whole number from 0 to ${lastSeed}, not ${play.seed}`)
  const head = `${format}${levelTag(play.level)}${play.content}${play.mode === 'hearing' ? 1 : 0}${toLetters(play.seed, 3)}`
  const tags = play.choices.map(choice => toLetters(isLost(choice) ? Number(choice.slice(1)) : choiceTag(choice), 2))
  const body = head + tags.join('')
  return body + checksum(body)
}
