/** A case as it is shown: everything the page and the stage draw, made of a matter and a state. */
import { writeDay } from '../base/index.ts'
import { lawAt, type Matter, type Mode, options, playOf, preview, type State, weigh, writeCode } from '../game/index.ts'
import { type Choice, type Scene, spans, unmarked } from '../level/index.ts'
import { bookOf, rich } from './book.ts'
import { lawView, saysOf } from './law.ts'
import { remember } from './made.ts'
import { decisionsOf, meterName, metersOf, verdictsOf } from './record.ts'
import { isOpen, stageOf } from './stage.ts'
import type { CaseView, ChoiceView, DocumentView, EndingView } from './types.ts'

/** What the viewer wants, beside the state. */
export interface CaseOptions {
  readonly showPredictions: boolean
  readonly mode: Mode
  /** Documents already opened. */
  readonly seen: readonly string[]
}

/** Scenes that have been open, in order, those that chance settled included. */
const visited = (matter: Matter, state: State): readonly Scene[] => {
  const ids = [
    ...state.opening.map(chance => chance.scene),
    ...state.made.flatMap(decision => [decision.scene, ...decision.chances.map(chance => chance.scene)]),
    state.scene,
  ]
  return [...new Set(ids)].flatMap(id => matter.scenes.get(id) ?? [])
}

const documentsOf = (matter: Matter, state: State, seen: readonly string[]): readonly DocumentView[] => {
  const book = bookOf(matter)
  const ids = new Set(visited(matter, state).flatMap(scene => scene.documents ?? []))
  return [...ids].flatMap(id => {
    const document = matter.level.documents.find(each => each.id === id)
    if (!document || !isOpen(matter, state, document.if)) return []
    const { kind, title, from, to, date, stamp, body, note, cite } = document
    return [
      {
        id,
        kind,
        title: unmarked(title),
        from: from === undefined ? null : unmarked(from),
        to: to === undefined ? null : unmarked(to),
        date: writeDay(date),
        stamp: stamp ?? null,
        body: rich(body),
        note: note === undefined ? null : unmarked(note),
        citations: book.cite(cite),
        isNew: !seen.includes(id),
      },
    ]
  })
}

const choiceOf = (matter: Matter, state: State, choice: Choice, showPredictions: boolean): ChoiceView => ({
  id: choice.id,
  text: spans(choice.text),
  aside: choice.aside === undefined ? null : spans(choice.aside),
  acts: choice.acts.map(bookOf(matter).act),
  predictions: showPredictions
    ? preview(matter, state, choice.id).map(({ meter, way }) => ({ meter, name: meterName(matter, meter), way }))
    : [],
  says: saysOf(matter, state, weigh(matter, state, choice.id)),
})

const endingOf = (matter: Matter, state: State): EndingView | null => {
  const ending = state.ending === null ? undefined : matter.endings.get(state.ending)
  if (!ending) return null
  const { level } = matter
  const book = bookOf(matter)
  return {
    id: ending.id,
    title: ending.title,
    tone: ending.tone,
    text: rich(ending.text),
    lesson: spans(ending.lesson),
    otherSide: spans(ending.otherSide),
    verdicts: verdictsOf(matter, state),
    history: level.history.map(({ date, text, cite, verified }) => {
      const citations = book.cite(cite)
      return {
        date: writeDay(date),
        text: spans(text),
        citations,
        verified: verified ?? citations.every(citation => citation.verified),
      }
    }),
    simplified: level.simplified.map(({ what, why }) => ({ what: unmarked(what), why: unmarked(why) })),
    questions: level.teaching.questions.map(unmarked),
    citations: book.cite(ending.cite),
  }
}

/**
 * Asks the law beforehand what `caseView` will ask of it, step by step; the answers are remembered. Nothing depends on
 * it but the time the view then takes.
 */
export function* rehearsing(matter: Matter, state: State): Generator<undefined, undefined> {
  stageOf(matter, state)
  yield
  metersOf(matter, state)
  yield
  for (const choice of options(matter, state)) {
    saysOf(matter, state, weigh(matter, state, choice.id))
    yield
    preview(matter, state, choice.id)
    yield
  }
  for (const conflict of lawAt(matter, state).conflicts()) {
    // Asking is what makes it known.
    void conflict.dissolve
    yield
  }
}

/** What a case looks like in a state. Pure: the same matter, state and options always give the same view. */
export const caseView = (matter: Matter, state: State, { showPredictions, mode, seen }: CaseOptions): CaseView => {
  const { level } = matter
  const book = bookOf(matter)
  const scene = matter.scenes.get(state.scene)!
  const ending = state.ending === null ? undefined : matter.endings.get(state.ending)
  const stage = stageOf(matter, state)
  const decisions = decisionsOf(matter, state)
  const documents = documentsOf(matter, state, seen)
  let law: CaseView['law'] | undefined
  const view: CaseView = {
    level: {
      id: level.id,
      title: level.title,
      subtitle: level.subtitle ?? '',
      version: level.version,
      brief: spans(level.brief),
    },
    scene: {
      id: ending?.id ?? scene.id,
      title: ending?.title ?? scene.title,
      date: writeDay(state.day),
      place: stage.name,
      text: rich(ending?.text ?? scene.text),
      hearing: stage.hearing !== null,
      papers: ending ? [] : (scene.documents ?? []).filter(id => documents.some(document => document.id === id)),
    },
    last: decisions.at(-1) ?? null,
    choices: options(matter, state).map(choice => choiceOf(matter, state, choice, showPredictions)),
    documents,
    meters: metersOf(matter, state),
    // The law panel lies below the scene: it is worked out when it is drawn.
    get law() {
      law ??= lawView(matter, state)
      return law
    },
    stage,
    cast: level.cast.map(({ id }) => stage.people.find(person => person.id === id) ?? book.person(id)),
    glossary: book.glossary,
    authorities: book.authorities,
    decisions,
    ending: endingOf(matter, state),
    canUndo: mode === 'practice' && state.made.length > 0,
    mode,
    showPredictions,
    code: writeCode(matter, playOf(matter, state)),
  }
  return remember(view, { matter, state })
}
