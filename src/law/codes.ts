/**
 * Every check of a law file by its code, gravest first. Codes are stable; each has a page in `levels/checks/law/` and a
 * broken law file in `test/law/bad/` that earns it. Slips of JSON and of shape have the codes, and the pages, that
 * levels have.
 */
import type { Severity } from '../base/index.ts'

/** How grave each slip of law is. */
export const lawChecks = {
  'condition-syntax': 'error',
  'condition-too-large': 'error',
  'unknown-function': 'error',
  'bad-date': 'error',
  'unknown-path': 'error',
  'unknown-question': 'error',
  'unknown-reading': 'error',
  'value-outside-domain': 'error',
  'type-mismatch': 'error',
  'not-an-atom': 'error',
  'declared-twice': 'error',
  'reserved-name': 'error',
  'fact-concluded': 'error',
  'unknown-court': 'error',
  'court-loop': 'error',
  'unknown-rule': 'error',
  'no-order': 'error',
  'never-in-force': 'error',
  'bad-interval': 'error',
  'idle-deadline': 'error',
  'never-due': 'error',
  'overrides-across-orders': 'error',
  'superiority-circle': 'error',
  'issue-circle': 'error',
  'no-date': 'error',
  'no-authority': 'error',
  'no-rank': 'error',
  'unknown-act': 'error',
  'unknown-authority': 'error',
  antinomy: 'error',
  undecided: 'warning',
  'always-true': 'warning',
  'never-true': 'warning',
  'overruled-holding': 'warning',
  'unused-gloss': 'warning',
  'empty-domain': 'warning',
  'unused-fact': 'hint',
  'unused-question': 'hint',
  'idle-override': 'hint',
  'older-than-authority': 'hint',
} as const satisfies Readonly<Record<string, Severity>>

/** The code of a check. */
export type LawCode = keyof typeof lawChecks
