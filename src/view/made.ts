/** What a case view was made of, for questions that are asked only when somebody asks: it is never looked up twice. */
import type { Matter, State } from '../game/index.ts'
import type { CaseView } from './types.ts'

interface Made {
  readonly matter: Matter
  readonly state: State
}

const known = new WeakMap<CaseView, Made>()

/** Remembers what a view was made of. */
export const remember = (view: CaseView, made: Made): CaseView => {
  known.set(view, made)
  return view
}

/** The matter and the state behind a view; null for one that was put together by hand. */
export const madeOf = (view: CaseView): Made | null => known.get(view) ?? null
