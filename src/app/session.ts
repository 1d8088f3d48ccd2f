/**
 * The session: one store, one way to change it. What a person asks for comes in as intents, what they see goes out
 * as a `ScreenView`; in between stand the docket, the saves and the game.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Problem, writeDay } from '../base/index.ts'
import type { Play } from '../game/index.ts'
import type { LawRoom, Notice, OpeningView, PageIntent, ScreenView, Settings, StageStatus } from '../view/index.ts'
import type { Address } from './address.ts'
import { noSuchMatter, type Opened, openLoader, problemsOf, type Sources } from './loading.ts'
import { eraseSave, exportSaves, keepAside, loadSave, rawSave, readImport, type Save, storeSave } from './saves.ts'
import { type Card, openScreens, type Playing, type SessionState } from './screen.ts'
import { readSettings, writeSettings } from './settings.ts'
import type { Shelf } from './shelf.ts'

/** What the session needs of the world outside. Tests hand it plain functions. */
export interface Doors extends Sources {
  readonly docket: readonly Card[]
  /** The day the law was last held against its sources, in words. */
  readonly lawDate?: string
  readonly shelf: Shelf
  /** What can be read of a matter before it can be played; null where that is nothing. */
  readonly loadOpening: (id: string) => Promise<OpeningView | null>
  /** Until what was shown last can be seen. */
  readonly drawn: () => Promise<void>
  /** A fresh seed for the draws of chance. */
  readonly seed: () => number
  /** Offers a text to the person as a file. */
  readonly offer: (name: string, text: string) => void
  /** Says in the address bar what is open. */
  readonly showAddress: (address: Address, how: 'push' | 'replace') => void
}

export interface Session {
  readonly store: StoreApi<SessionState>
  send(intent: PageIntent): void
  /** Opens what an address names: at load, and when the person goes back or forward. */
  open(address: Address): void
  /** Fetches what pressing start will need, so that it opens at once. Failure waits until somebody asks. */
  warm(): Promise<void>
  /** The screen of this moment; the same object while nothing it shows has changed. */
  screen(): ScreenView
  /** The stage's report: its status, and why it fell. */
  stageIs(status: StageStatus, why: string | null): void
}

/** True when `first` is the beginning of `whole`: the same matter, seed and mode, and no choice that differs. */
const isStartOf = (first: Play, whole: Play): boolean =>
  first.level === whole.level &&
  first.seed === whole.seed &&
  first.mode === whole.mode &&
  first.choices.every((choice, i) => whole.choices[i] === choice)

const saveOf = ({ table, matter, state, seen }: Playing): Save => {
  const ending = state.ending === null ? undefined : matter.endings.get(state.ending)
  return {
    play: table.playOf(matter, state),
    seen,
    at: {
      scene: ending?.title ?? matter.scenes.get(state.scene)?.title ?? state.scene,
      date: writeDay(state.day),
      ended: state.ending !== null,
    },
  }
}

const inWords = (problems: readonly Problem[]) => problems.map(p => `${p.what} ${p.mend}`).join(' ')
const beforeClosing = 'The game goes on; save to a file, or note the result code, before you close the page.'

/** Opens a session. Nothing is loaded until asked for. */
export const openSession = (doors: Doors): Session => {
  const { shelf, docket, showAddress } = doors
  const known = docket.map(card => card.id)
  const loader = openLoader(known, doors)
  const screens = openScreens(shelf, docket, doors.lawDate)
  const settings = readSettings(shelf)
  const store = createStore<SessionState>(() => ({
    page: { kind: 'start' },
    notices: [],
    settings,
    curtain: settings.stage,
    stage: 'off',
    focused: null,
    shelved: 0,
  }))
  const { getState: now, setState: set } = store

  const notify = (notice: Notice) =>
    set({ notices: [...now().notices.filter(other => other.id !== notice.id), notice] })
  const shelfChanged = () => set({ shelved: now().shelved + 1 })

  const keepSave = (save: Save) => {
    if (!storeSave(shelf, save))
      notify({
        id: 'not-saved',
        tone: 'warning',
        text: shelf.lasting
          ? `This browser did not keep your last decision: its storage is full. ${beforeClosing}`
          : `This browser keeps nothing for this page: a private window, or storage is blocked. ${beforeClosing}`,
      })
    shelfChanged()
  }

  // Opening: what arrives after the person went elsewhere is dropped.
  let opening = 0
  const problem = (title: string, problems: readonly Problem[], kept: string | null = null) => {
    opening++
    set({ page: { kind: 'problem', title, problems, kept }, focused: null })
  }
  const wait = <T>(what: string, title: string, load: () => Promise<T>, then: (loaded: T) => void) => {
    const mine = ++opening
    set({ page: { kind: 'loading', what }, focused: null })
    load().then(
      loaded => mine === opening && then(loaded),
      error => mine === opening && problem(title, problemsOf(what, error)),
    )
  }
  /** `first`: done before the matter is fetched, which waits for it, whatever becomes of it. */
  const withMatter = (id: string, then: (opened: Opened) => void, first?: () => Promise<void>) => {
    const opened = loader.ready(id)
    if (opened) {
      opening++
      return then(opened)
    }
    const title = docket.find(card => card.id === id)?.title ?? id
    const load = async () => {
      await first?.().catch(() => {})
      return loader.load(id)
    }
    wait(title, 'This matter cannot be opened', load, then)
  }

  /** Shows how a matter opens as soon as that is here, unless the person is elsewhere by then. */
  const showOpening = async (id: string, how: 'push' | 'replace') => {
    if (!known.includes(id)) return
    const { page } = now()
    const found = await doors.loadOpening(id)
    if (!found || now().page !== page || page.kind !== 'loading') return
    set({ page: { ...page, opening: found } })
    showAddress({ kind: 'play', matter: id }, how)
    // On a slow line the words are read while the law is still on its way, not the other way round.
    await doors.drawn()
  }

  const playing = (): Playing | null => {
    const { page } = now()
    return page.kind === 'play' ? page.playing : null
  }
  const show = (next: Playing, address: Address, how: 'push' | 'replace') => {
    set({ page: { kind: 'play', playing: next }, focused: null })
    showAddress(address, how)
  }

  /** The stored text that is the play now open; null while none is. Another tab may have written over it. */
  let written: string | null = null

  /** Saves a play. A save that is another play, from before or from another tab, is set aside first. */
  const save = (next: Playing): Playing => {
    const mine = saveOf(next)
    const { level } = mine.play
    const raw = rawSave(shelf, level)
    if (raw !== null && raw !== written) {
      const other = loadSave(shelf, level)
      if (!other?.ok || !isStartOf(other.value.play, mine.play))
        keepAside(shelf, raw, 'replaced by another play of the same matter')
    }
    keepSave(mine)
    written = rawSave(shelf, level)
    return next
  }

  const begin = (id: string, mode: Play['mode'], how: 'push' | 'replace') =>
    withMatter(
      id,
      ({ table, matter }) => {
        const state = table.start(matter, { seed: doors.seed(), mode })
        written = null
        show({ table, matter, state, seen: [] }, { kind: 'play', matter: id }, how)
      },
      () => showOpening(id, how),
    )

  /** A save that cannot be used leaves its place, and is kept word for word. */
  const putAside = (id: string, problems: readonly Problem[]) => {
    const raw = rawSave(shelf, id)
    if (raw !== null) keepAside(shelf, raw, problems.map(p => p.what).join(' '))
    eraseSave(shelf, id)
    shelfChanged()
  }
  const isKept = 'The save itself is kept, word for word, and goes into every file you save.'
  const setAside = (id: string, problems: readonly Problem[]) => {
    putAside(id, problems)
    problem('Your saved play could not be opened', problems, isKept)
  }

  const resume = (id: string, how: 'push' | 'replace') => {
    const found = loadSave(shelf, id)
    if (!found) return begin(id, 'practice', how)
    if (!found.ok) return setAside(id, found.problems)
    withMatter(id, opened => {
      const { play, seen } = found.value
      const played = opened.table.replay(opened.matter, play)
      if (!played.ok && (played.reached === null || played.made === 0)) return setAside(id, played.problems)
      if (!played.ok) {
        // An older edition: as far as it fits, and the whole of it kept.
        keepAside(shelf, rawSave(shelf, id) ?? '', inWords(played.problems))
        notify({
          id: 'replayed',
          tone: 'warning',
          text: `Your saved play no longer fits in full, and opens after decision ${played.made}. ${inWords(played.problems)} The whole save is kept and goes into your exports.`,
        })
      } else if (played.problems.length > 0) notify({ id: 'replayed', tone: 'info', text: inWords(played.problems) })
      written = rawSave(shelf, id)
      show({ ...opened, state: played.reached!, seen }, { kind: 'play', matter: id }, how)
    })
  }

  const openCode = (code: string, how: 'push' | 'replace') => {
    const title = 'This result code cannot be opened'
    const load = () => Promise.all([loader.loadAll(), doors.loadReader()])
    wait('the result code', title, load, ([all, { readCode }]) => {
      const table = all[0]?.table
      if (!table) return problem(title, [noSuchMatter('', known)])
      const read = readCode(
        all.map(opened => opened.matter),
        code,
      )
      if (!read.ok) return problem(title, read.problems)
      const opened = all.find(each => each.matter.level.id === read.value.level)
      if (!opened) return problem(title, [noSuchMatter(read.value.level, known)])
      const played = table.replay(opened.matter, read.value)
      if (!played.ok && (played.reached === null || played.made === 0)) return problem(title, played.problems)
      const problems = [...read.problems, ...played.problems]
      if (problems.length > 0)
        notify({
          id: 'replayed',
          tone: played.ok ? 'info' : 'warning',
          text: `${played.ok ? '' : `The code opens after decision ${played.made}. `}${inWords(problems)}`,
        })
      written = null
      show({ ...opened, state: played.reached!, seen: [] }, { kind: 'code', code }, how)
    })
  }

  /** The law room as it was left: what an address does not say is still there. */
  let left: LawRoom | null = null
  const enter = (room: LawRoom) => {
    left = room
    set({ page: { kind: 'law', room }, focused: null })
    showAddress({ kind: 'law', at: room.view.link }, 'replace')
  }
  const openLaw = (at: string) => {
    const go = (room: LawRoom) => enter(room.open(at))
    if (!left) return wait('The law', 'The law cannot be opened', loader.loadLaw, go)
    opening++
    go(left)
  }

  const choose = (id: string) => {
    const p = playing()
    if (!p?.table.options(p.matter, p.state).some(open => open.id === id)) return
    const { state } = p.table.step(p.matter, p.state, id)
    // The address of an opened code would bring back the code, not what was decided since: it is replaced.
    show(save({ ...p, state }), { kind: 'play', matter: p.matter.level.id }, 'replace')
  }

  const undo = () => {
    const p = playing()
    if (p?.state.mode !== 'practice' || p.state.made.length === 0) return
    const play = p.table.playOf(p.matter, p.state)
    const before = p.table.replay(p.matter, { ...play, choices: play.choices.slice(0, -1) })
    if (!before.ok) return problem('The last decision could not be taken back', before.problems)
    show(save({ ...p, state: before.value }), { kind: 'play', matter: p.matter.level.id }, 'replace')
  }

  const openDocument = (id: string) => {
    const p = playing()
    if (!p || p.seen.includes(id)) return
    const next = { ...p, seen: [...p.seen, id] }
    set({ page: { kind: 'play', playing: next } })
    if (written !== null && rawSave(shelf, p.matter.level.id) === written) save(next)
  }

  const home = () => {
    opening++
    set({ page: { kind: 'start' }, focused: null })
    showAddress({ kind: 'start' }, 'push')
  }

  const importSaves = (text: string, name: string) => {
    const found = readImport(text, name)
    if (!found.ok) return problem('This file cannot be read', found.problems)
    const { saves, kept } = found.value
    for (const one of saves) {
      const raw = rawSave(shelf, one.play.level)
      if (raw !== null) keepAside(shelf, raw, `replaced by an import from ${name}`)
      keepSave(one)
    }
    for (const one of kept) keepAside(shelf, one.raw, one.why)
    home()
    const plays = saves.length === 1 ? 'One play was' : `${saves.length} plays were`
    const aside = kept.length > 0 ? ` ${kept.length} more cannot be opened, and stay in your exports.` : ''
    notify({ id: 'imported', tone: 'info', text: `${plays} read from ${name}.${aside}` })
  }

  const changeSettings = (change: Partial<Settings>) => {
    const settings = { ...now().settings, ...change }
    set(change.stage === undefined ? { settings } : { settings, curtain: change.stage })
    if (!writeSettings(shelf, settings))
      notify({
        id: 'settings-not-saved',
        tone: 'info',
        text: 'The setting holds until you close this page: this browser keeps nothing for it.',
      })
  }

  const send = (intent: PageIntent) => {
    switch (intent.kind) {
      case 'start':
        return begin(intent.matter, intent.mode, 'push')
      case 'resume':
        return resume(intent.matter, 'push')
      case 'restart': {
        const p = playing()
        return p ? begin(p.matter.level.id, p.state.mode, 'replace') : home()
      }
      case 'home':
        return home()
      case 'enter-code':
        return openCode(intent.code.trim(), 'push')
      case 'choose':
        return choose(intent.id)
      case 'undo':
        return undo()
      case 'focus':
        return now().focused === intent.id ? undefined : set({ focused: intent.id })
      case 'open-document':
        return openDocument(intent.id)
      case 'stage':
        return set({ curtain: intent.on })
      case 'settings':
        return changeSettings(intent.change)
      case 'dismiss':
        return set({ notices: now().notices.filter(notice => notice.id !== intent.notice) })
      case 'export-save':
        return doors.offer('comity-saves.json', exportSaves(shelf))
      case 'import-save':
        return importSaves(intent.text, intent.name)
      case 'lab': {
        const { page } = now()
        return page.kind === 'law' ? enter(page.room.change(intent.change)) : undefined
      }
      case 'erase-save':
        eraseSave(shelf, intent.matter)
        return shelfChanged()
    }
  }

  const open = (address: Address) => {
    const p = playing()
    switch (address.kind) {
      case 'anchor':
        // A skip link moved the focus; the address goes back to what is open.
        if (left && now().page.kind === 'law') return showAddress({ kind: 'law', at: left.view.link }, 'replace')
        return p ? showAddress({ kind: 'play', matter: p.matter.level.id }, 'replace') : undefined
      case 'start':
        opening++
        return set({ page: { kind: 'start' }, focused: null })
      case 'play':
        return p?.matter.level.id === address.matter ? undefined : resume(address.matter, 'replace')
      case 'code':
        return openCode(address.code, 'replace')
      case 'law':
        return openLaw(address.at)
      case 'unknown':
        return problem('This address leads nowhere', [address.problem])
    }
  }

  const warm = async () => {
    try {
      await loader.loadAll()
    } catch {
      // Nobody has asked yet. Whoever presses start tries again, and is told.
    }
  }

  const stageIs = (status: StageStatus, why: string | null) => {
    // What failed is not tried again until somebody asks again.
    set(status === 'failed' ? { stage: status, curtain: false } : { stage: status })
    if (status === 'failed')
      notify({
        id: 'stage-failed',
        tone: 'warning',
        text: `The stage could not be shown (${why ?? 'no reason given'}). Nothing is lost: the page holds the whole game.`,
      })
  }

  // A save that cannot even be read is told of at once, not when somebody counts on it.
  for (const { id, title } of docket) {
    const found = loadSave(shelf, id)
    if (!found || found.ok) continue
    putAside(id, found.problems)
    notify({ id: `unreadable.${id}`, tone: 'warning', text: `${title}: ${inWords(found.problems)} ${isKept}` })
  }

  return { store, send, open, warm, screen: () => screens(now()), stageIs }
}
