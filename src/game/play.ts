/** A Play is the one record of what somebody did; replaying it is the only way back to a state. */
import { didYouMean, type Problem } from '../base/index.ts'
import { lastSeed } from './chance.ts'
import { contentTag } from './content.ts'
import type { Matter } from './matter.ts'
import type { Play, State } from './state.ts'
import { options, start, step } from './step.ts'

/** No play is longer; a longer list did not come from this game. */
const mostChoices = 500

/** The record of a state: enough to come back to it, and nothing else. */
export const playOf = (matter: Matter, state: State): Play => ({
  level: matter.level.id,
  version: matter.level.version,
  content: contentTag(matter),
  mode: state.mode,
  seed: state.seed,
  choices: state.made.map(decision => decision.choice),
})

/**
 * A play replayed: a Result<State> that also says how far it came. `reached` is the last state that fits, and `made`
 * how many of its choices led there; `reached` is null only when not even the opening fits.
 */
export type Replay =
  | {
      readonly ok: true
      readonly value: State
      readonly problems: readonly Problem[]
      readonly reached: State
      readonly made: number
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly reached: State | null; readonly made: number }

const problem = (code: string, what: string, why: string, mend: string, path: (string | number)[] = []): Problem => ({
  code,
  severity: 'error',
  where: { path },
  what,
  why,
  mend,
})

/** Names in a row: `"a", "b" and "c"`. */
export const listed = (names: readonly string[]): string => {
  const quoted = names.map(name => `"${name}"`)
  const last = quoted.pop() ?? 'none'
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last
}

/** True for a choice id that only stands for a tag no choice has any more; see `readCode`. */
export const isLost = (choice: string): boolean => choice.startsWith('#')

/** Why a choice does not fit the state, naming those that do. */
const misfit = (matter: Matter, state: State, choice: string, at: number): Problem => {
  const path = ['choices', at]
  if (state.ending !== null) {
    const title = matter.endings.get(state.ending)?.title ?? state.ending
    return problem(
      'play-over',
      `Decision ${at + 1} is "${choice}", but the matter had already ended with "${state.ending}" (${title}).`,
      'After an ending there is nothing left to choose.',
      `Leave out everything after decision ${at}.`,
      path,
    )
  }
  const scene = matter.scenes.get(state.scene)!
  const open = options(matter, state).map(each => each.id)
  const known = 'choices' in scene && scene.choices.some(each => each.id === choice)
  const meant = known || isLost(choice) ? undefined : didYouMean(choice, open)
  const said = isLost(choice)
    ? `Decision ${at + 1} was made in another edition of this matter; no choice of scene "${scene.id}" (${scene.title}) matches it.`
    : `Decision ${at + 1}: "${choice}" ${known ? 'is not open now' : 'is no choice'} in scene "${scene.id}" (${scene.title}).`
  return problem(
    known ? 'choice-not-open' : 'no-such-choice',
    said,
    open.length > 0 ? `Open are ${listed(open)}.` : 'Nothing is open there, which is a mistake in the level.',
    meant !== undefined ? `Did you mean "${meant}"?` : 'Choose one that is open, or end the list before it.',
    path,
  )
}

/**
 * Plays the choices again. A play comes from outside (a save, a class), so it may not fit: then it goes as far as it
 * fits and says where it stopped and what was open. A play of another edition that still fits gets a warning.
 */
export const replay = (matter: Matter, play: Play): Replay => {
  const { level } = matter
  const refuse = (...problems: Problem[]): Replay => ({ ok: false, problems, reached: null, made: 0 })
  if (play.level !== level.id)
    return refuse(
      problem(
        'other-matter',
        `This play belongs to the matter "${play.level}", not to "${level.id}".`,
        'Choices mean nothing outside their own matter.',
        `Open it in "${play.level}".`,
        ['level'],
      ),
    )
  if (!Number.isInteger(play.seed) || play.seed < 0 || play.seed > lastSeed)
    return refuse(
      problem(
        'bad-seed',
        `The seed is ${play.seed}; seeds are whole numbers from 0 to ${lastSeed}.`,
        'The seed decides what chance brings.',
        'Leave it out, or give one in that range.',
        ['seed'],
      ),
    )
  if (play.choices.length > mostChoices)
    return refuse(
      problem(
        'play-too-long',
        `This play has ${play.choices.length} choices; no play has more than ${mostChoices}.`,
        'A list so long did not come from this game.',
        'Check where it came from.',
        ['choices'],
      ),
    )
  const edited: readonly Problem[] =
    play.content === '' || play.content === contentTag(matter)
      ? []
      : [
          {
            ...problem(
              'edited-since',
              `"${level.title}", its law or its consequences have been edited since this was played (now version ${level.version}).`,
              'The same choices may have other consequences now.',
              'Read the result as that of the present edition.',
              ['content'],
            ),
            severity: 'warning',
          },
        ]
  let state = start(matter, { seed: play.seed, mode: play.mode })
  for (const [at, choice] of play.choices.entries()) {
    if (!options(matter, state).some(each => each.id === choice))
      return { ok: false, problems: [misfit(matter, state, choice, at), ...edited], reached: state, made: at }
    state = step(matter, state, choice).state
  }
  return { ok: true, value: state, problems: edited, reached: state, made: play.choices.length }
}
