/**
 * Every check of a level, its code, severity and why it matters. Codes are stable; each has a page in
 * `levels/checks/` and a broken level in `test/level/bad/` that earns it.
 */
import type { Problem, Severity, Where } from '../base/index.ts'
import { sourceWhys } from '../law/index.ts'

/** Where a check is made: reading JSON, its shape, its meaning, or the graph of all plays. */
export type Layer = 'json' | 'shape' | 'meaning' | 'graph'

export interface Check {
  readonly layer: Layer
  readonly severity: Severity
  /** Why it matters, as told with every problem of this code. */
  readonly why: string
}

const check = (layer: Layer, severity: Severity, why: string): Check => ({ layer, severity, why })

/** All checks by code, in the order in which they are made. */
export const checks = {
  'no-kind': check('json', 'error', 'Only levels, law, arguments and consequence files can be checked.'),
  'too-big': check('json', 'error', sourceWhys['too-big']),
  'too-deep': check('json', 'error', sourceWhys['too-deep']),
  'bad-json': check('json', 'error', sourceWhys['bad-json']),
  'duplicate-key': check('json', 'error', sourceWhys['duplicate-key']),

  'missing-key': check('shape', 'error', 'The game cannot do without it.'),
  'unknown-key': check('shape', 'error', 'It would be ignored without a word, and you wrote it for a reason.'),
  'wrong-type': check('shape', 'error', 'The game would read something else than you meant, or nothing.'),
  'bad-word': check('shape', 'error', 'Only the words of the list mean something here.'),
  'bad-number': check('shape', 'error', 'The number has no meaning outside its bounds.'),
  'bad-form': check('shape', 'error', 'Other parts of the game rely on this form.'),
  empty: check('shape', 'error', 'Players would see a gap here.'),
  'two-kinds': check('shape', 'error', 'A scene either waits for the player or is settled by chance, never both.'),

  'duplicate-id': check('meaning', 'error', 'Whatever refers to this id could mean either.'),
  'tag-collision': check('meaning', 'error', 'Result codes name a choice by a short tag; these two would be confused.'),
  'no-such-scene': check('meaning', 'error', 'A player who gets here would be stuck.'),
  'no-such-ending': check('meaning', 'error', 'Nothing can end there.'),
  'no-such-choice': check('meaning', 'error', 'The play stops at a choice that no scene offers.'),
  'no-such-document': check('meaning', 'error', 'The desk would stay empty.'),
  'no-such-person': check('meaning', 'error', 'Nobody would be standing there.'),
  'no-such-site': check('meaning', 'error', 'The map has no such place.'),
  'no-such-concept': check('meaning', 'error', 'The review could not say what this choice tests.'),
  'no-such-act': check(
    'meaning',
    'error',
    'The law knows acts by these ids; what it does not know has no consequence.',
  ),
  'no-such-authority': check('meaning', 'error', 'A citation that leads nowhere proves nothing.'),
  'no-such-court': check('meaning', 'error', 'No holding could bind here.'),
  'no-such-order': check('meaning', 'error', 'No law file speaks for it, so nothing would follow.'),
  'no-such-term': check('meaning', 'error', 'The reader would press it and learn nothing.'),
  'no-such-fact': check('meaning', 'error', 'No rule could ever read it.'),
  'no-such-flag': check('meaning', 'error', 'A flag must be declared, so that its first value is known.'),
  'no-such-meter': check('meaning', 'error', 'The profile would weigh nothing.'),
  'no-such-check': check('meaning', 'error', 'It would silence nothing.'),
  'outside-domain': check(
    'meaning',
    'error',
    'Rules compare against declared values only, so this one would never match.',
  ),
  'cannot-add': check('meaning', 'error', 'Only whole numbers count up.'),
  'acts-at-odds': check('meaning', 'error', 'Nobody can do both, so no law can say what follows.'),
  'bad-condition': check('meaning', 'error', 'A condition that cannot be read can never open anything.'),
  'bad-markup': check('meaning', 'error', 'Players would see the bare marks.'),
  'chance-sum': check('meaning', 'error', 'Shares that do not fill the whole leave a draw without an outcome.'),
  'chance-loop': check('meaning', 'error', 'Chance settles at once, so a circle of it would never end.'),
  'scale-not-rising': check('meaning', 'error', 'A greater exposure would count for less.'),
  'goto-open-end': check('meaning', 'error', 'If none of its conditions is yes, the play has nowhere to go.'),
  'goto-never': check('meaning', 'error', 'The entry above it is always taken, so this one never is.'),
  'time-runs-back': check('meaning', 'warning', 'The law of an earlier day would apply again.'),
  'early-document': check('meaning', 'warning', 'Players would read what is not written yet.'),
  anachronism: check('meaning', 'hint', 'Nobody could know of it that day.'),
  'flag-never-set': check('meaning', 'warning', 'It keeps its first value, so what waits for another stays shut.'),
  'flag-never-read': check(
    'meaning',
    'warning',
    'Nothing depends on it, so the choices that set it do not differ by it.',
  ),
  unused: check('meaning', 'hint', 'Players never meet it.'),
  'no-citation': check('meaning', 'warning', 'Whoever doubts this has nowhere to look it up.'),
  'undeclared-authority': check('meaning', 'hint', 'The list of authorities is what a teacher checks before class.'),
  'scene-length': check('meaning', 'hint', 'A scene is one room, one pressure, one decision: 60 to 140 words.'),
  'hard-to-read': check('meaning', 'hint', 'Pupils of sixteen and readers in a second language play too.'),
  'ignored-error': check('meaning', 'warning', 'Errors must be mended; they are never silenced.'),
  'unused-ignore': check('meaning', 'hint', 'It may hide a new problem later.'),

  'unreachable-scene': check('graph', 'error', 'Nobody will ever see it.'),
  'unreachable-ending': check('graph', 'error', 'Nobody will ever see it.'),
  'unreachable-choice': check('graph', 'error', 'Nobody will ever be offered it.'),
  'unreachable-way': check('graph', 'warning', 'No play ever takes it, so its condition may not say what you meant.'),
  'soft-lock': check('graph', 'error', 'A player who gets here has nothing left to press.'),
  'dead-end': check('graph', 'error', 'A player who gets here can go on for ever and never finish.'),
  'no-good-ending': check('graph', 'warning', 'A matter that can only be lost teaches nothing but that.'),
  'common-ending': check('graph', 'warning', 'If most roads lead to one place, the choices on them do not matter.'),
  'dummy-choice': check('graph', 'warning', 'Choices that differ in words alone are no choice.'),
  'unnamed-misconception': check('graph', 'hint', 'The review can explain an error only if it has a name.'),
  'fact-never-read': check('graph', 'hint', 'No rule, condition or consequence reads it, so it decides nothing.'),
  minutes: check('graph', 'hint', 'A class of 45 minutes is planned by this number.'),
  'play-does-not-fit': check('graph', 'error', 'Worked plays are what teachers and tests rely on.'),
  'play-ends-elsewhere': check('graph', 'error', 'Worked plays are what teachers and tests rely on.'),
  'too-many-states': check('graph', 'warning', 'What was not searched was not checked.'),
} as const satisfies Readonly<Record<string, Check>>

export type Code = keyof typeof checks

/** A problem of a known code: severity and why come from the table, place, what and mend from the check. */
export const problem = (code: Code, where: Where, what: string, mend: string): Problem => ({
  code,
  severity: checks[code].severity,
  where,
  what,
  why: checks[code].why,
  mend,
})

/** The text with a capital first letter, to begin a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Did you mean "x"?` when something is near, else the fallback. */
export const meant = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean "${near}"?`

/** `a, b or c`, shortened when long. */
export const anyOf = (words: Iterable<string>, most = 12): string => {
  const all = [...words]
  const shown = all.slice(0, most).map(w => `"${w}"`)
  if (all.length > most) return `${shown.join(', ')} ... (${all.length} in all)`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}
