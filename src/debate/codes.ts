/**
 * Every check of a file of arguments by its code, gravest first. Codes are stable; each has a page in
 * `levels/checks/arguments/` and a broken file in `test/debate/bad/` that earns it. Slips of JSON and of shape have the
 * codes, and the pages, that levels have.
 */
import type { Severity } from '../base/index.ts'

/** How grave each slip is, and why it matters. */
export const argumentChecks = {
  'same-id': ['error', 'Nobody could say which of the two is meant.'],
  'no-such-argument': ['error', 'An attack or a hand would hang on nothing.'],
  'no-such-premise': ['error', 'The attack would hit nothing.'],
  'no-such-motion': ['error', 'What was preserved below could not be known.'],
  'unlisted-authority': ['error', 'An argument must stand on something that can be looked up.'],
  'unlisted-forum': ['error', 'Nobody could say whom the ruling binds.'],
  'unlisted-fact': ['error', 'The argument would fit no matter, for a reason nobody sees.'],
  'factor-outside-domain': ['error', 'The fact can never have this value, so the argument would never fit.'],
  'misplaced-attack': [
    'error',
    'A rebuttal denies the conclusion, an undercut cuts the inference, an undermining attack takes a premise away.',
  ],
  'attack-on-itself': ['error', 'An argument cannot answer itself.'],
  'double-attack': ['error', 'One argument would answer another twice.'],
  'early-argument': ['error', 'Nothing can be argued before there is anything to rest it on.'],
  'late-argument': ['error', 'An argument cannot outlive everything it rests on.'],
  'never-usable': ['error', 'There would be no day on which it can be put.'],
  'early-record': ['error', 'A court cannot take an argument before it can be made.'],
  'wrong-burden': ['error', 'Nobody could say who loses when nothing is proved.'],
  'one-sided-issue': ['error', 'A hearing needs somebody to answer.'],
  'held-twice': ['error', 'One card cannot be played for two positions.'],
  'anachronistic-motion': ['error', 'On the day of the hearing nobody could have said it.'],
  'wrong-ruling': ['error', 'History could not be read out of it.'],
  'friendly-rebuttal': ['warning', 'One side would contradict itself in its own hand.'],
  'wrong-side': ['warning', 'It would be argued by the party it works against.'],
  'idle-argument': ['warning', 'Nobody would ever play it.'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>

/** The code of a check. */
export type ArgumentCode = keyof typeof argumentChecks
