/**
 * Result codes read back. Apart from `code.ts`, because a page that shows codes on every screen reads one only when
 * somebody enters it.
 */
import { fail, ok, type Problem, type Result } from '../base/index.ts'
import { choiceTag } from '../level/index.ts'
import { checkLength, format, headLength, isWhole } from './code.ts'
import { levelTag } from './content.ts'
import type { Matter } from './matter.ts'
import { listed } from './play.ts'
import type { Play } from './state.ts'
import { options, start, step } from './step.ts'
import { alphabet, fromLetters } from './tag.ts'

/** No code is longer: it would hold more choices than any play has. */
const longest = headLength + checkLength + 2 * 500

const problem = (code: string, what: string, why: string, mend: string): Problem => ({
  code,
  severity: 'error',
  where: {},
  what,
  why,
  mend,
})

/** The code as it must have been if only one letter is wrong, or two neighbours are swapped; else undefined. */
const nearest = (code: string): string | undefined => {
  for (let i = 0; i < code.length; i++) {
    const [before, here, next, after] = [code.slice(0, i), code[i]!, code[i + 1] ?? '', code.slice(i + 1)]
    if (next !== here && isWhole(`${before}${next}${here}${after.slice(1)}`))
      return `${before}${next}${here}${after.slice(1)}`
    for (const letter of alphabet)
      if (letter !== here && isWhole(before + letter + after)) return before + letter + after
  }
  return undefined
}

/** In fours, so that two people can compare it. */
const inFours = (code: string) => code.replace(/.{4}(?=.)/g, '$& ')

const wrongChecksum = (code: string): Problem => {
  const odd = (code.length - headLength - checkLength) % 2 === 1
  const meant = odd || code.length > 200 ? undefined : nearest(code)
  return problem(
    'code-mistyped',
    odd
      ? 'One character of this code is missing, or one is too many.'
      : 'This code does not add up: something in it was mistyped.',
    'Its last four characters are a checksum of all the others, so that no slip can turn one result into another.',
    meant !== undefined
      ? `Did you mean ${inFours(meant)}? Only compare the part that differs.`
      : `Compare it with the original in groups of four: ${inFours(code)}. The digits 1 and 0 are never the letters I, L or O, and there is no U.`,
  )
}

/** Letters of the alphabet only, or the first character that cannot be one. */
const normal = (text: string): { readonly code: string; readonly odd?: string } => {
  const code = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const odd = [...code].find(letter => !alphabet.includes(letter))
  return odd === undefined ? { code } : { code, odd }
}

/**
 * Reads a result code, for whichever of the matters it belongs to. Choices are found by walking the matter: where an
 * edited level no longer has one, it and all that follow stand as `#tag`, and `replay` says where it stopped.
 */
export const readCode = (matters: Matter | readonly Matter[], text: string): Result<Play> => {
  const all: readonly Matter[] = 'level' in matters ? [matters] : matters
  const { code, odd } = normal(text)
  const whole = 'Copy the whole code again; spaces, hyphens and lower case do not matter.'
  if (code === '')
    return fail(problem('code-empty', 'There is no code here.', 'A result code is the whole record of a play.', whole))
  if (odd !== undefined)
    return fail(
      problem(
        'code-letter',
        `"${odd}" cannot be part of a result code.`,
        'Codes are made of the digits and the letters A to Z without I, L, O and U.',
        whole,
      ),
    )
  if (code.length < headLength + checkLength || code.length > longest)
    return fail(
      problem(
        code.length > longest ? 'code-too-long' : 'code-too-short',
        `This code has ${code.length} characters; codes have ${code.length > longest ? `at most ${longest}` : `at least ${headLength + checkLength}`}.`,
        code.length > longest ? 'Something else was copied with it.' : 'Its end or its beginning was not copied.',
        whole,
      ),
    )
  const checked = isWhole(code) && (code.length - headLength - checkLength) % 2 === 0
  if (code[0] !== format && (checked || isWhole(code)))
    return fail(
      problem(
        'code-newer-format',
        `This code is of format ${code[0]}; this edition of the game reads format ${format}.`,
        'It was made by a newer edition.',
        'Reload the page, or update the game, and enter it again.',
      ),
    )
  if (!checked) return fail(wrongChecksum(code))
  const matter = all.find(each => levelTag(each.level.id) === code.slice(1, 5))
  if (!matter)
    return fail(
      problem(
        'code-unknown-matter',
        'This code is sound, but belongs to a matter that is not here.',
        `Here ${all.length === 1 ? 'is' : 'are'} ${listed(all.map(each => each.level.id))}.`,
        'Open the matter it was played in, and enter it there.',
      ),
    )
  const tags = (code.slice(headLength, -checkLength).match(/../g) ?? []).map(fromLetters)
  const mode = code[9]
  if (mode !== '0' && mode !== '1')
    return fail(
      problem(
        'code-mode',
        `This code names a way of playing, "${mode}", that this edition lacks.`,
        'It was made by a newer edition.',
        'Reload the page, or update the game, and enter it again.',
      ),
    )
  const play = {
    level: matter.level.id,
    version: matter.level.version,
    content: code.slice(5, 9),
    mode: mode === '1' ? 'hearing' : 'practice',
    seed: fromLetters(code.slice(10, 13)),
  } as const
  return ok({ ...play, choices: choicesOf(matter, play, tags) })
}

/** The ids behind the tags, scene by scene, as far as the matter still has them. */
const choicesOf = (matter: Matter, play: Pick<Play, 'seed' | 'mode'>, tags: readonly number[]): readonly string[] => {
  const choices: string[] = []
  let state = start(matter, play)
  for (const tag of tags) {
    const open = options(matter, state)
    const id = open.find(choice => choiceTag(choice.id) === tag)?.id
    if (id === undefined) {
      const scene = state.ending === null ? matter.scenes.get(state.scene) : undefined
      const shut = scene && 'choices' in scene ? scene.choices.find(choice => choiceTag(choice.id) === tag) : undefined
      const lost = tags.slice(choices.length).map(each => `#${each}`)
      return [...choices, ...(shut ? [shut.id, ...lost.slice(1)] : lost)]
    }
    choices.push(id)
    state = step(matter, state, id).state
  }
  return choices
}
