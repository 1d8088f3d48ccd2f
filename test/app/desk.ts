/** A session without a browser: the lighthouse matter, a store that can refuse, and notes of what was asked outside. */

import { type Address, writeAddress } from '../../src/app/address.ts'
import type { MatterFiles } from '../../src/app/loading.ts'
import * as reader from '../../src/app/reader.ts'
import { openSession, type Session } from '../../src/app/session.ts'
import { openShelf, type Shelf, type Store } from '../../src/app/shelf.ts'
import * as table from '../../src/app/table.ts'
import { contentTag, prepare } from '../../src/game/index.ts'
import { assemble } from '../../src/law/index.ts'
import { type LawRoom, type OpeningView, openLawRoom, type ScreenView } from '../../src/view/index.ts'
import { consequences, law, level } from '../game/lighthouse.ts'

/** A browser's storage of so many characters; `room` 0 refuses everything. */
export const storeOf = (entries: Record<string, string> = {}, room = Number.POSITIVE_INFINITY): Store => {
  const map = new Map(Object.entries(entries))
  return {
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => {
      const others = [...map].filter(([other]) => other !== key).reduce((sum, [k, v]) => sum + k.length + v.length, 0)
      if (others + key.length + value.length > room) throw new DOMException('full', 'QuotaExceededError')
      map.set(key, value)
    },
    removeItem: key => void map.delete(key),
    key: i => [...map.keys()][i] ?? null,
    get length() {
      return map.size
    },
  }
}

export interface Desk {
  readonly session: Session
  readonly shelf: Shelf
  readonly addresses: string[]
  readonly offered: { name: string; text: string }[]
}

const ready = prepare(level, law, consequences)
if (!ready.ok) throw new Error('the lighthouse cannot be made ready')
export const lighthouse: MatterFiles = { level, tag: contentTag(ready.value), law, consequences }

/** Opens a session on the lighthouse. */
export const openDesk = ({
  store = storeOf(),
  files = async () => lighthouse,
  opening = async () => null,
  loadLaw = async () => openLawRoom(assemble(law)),
}: {
  store?: Store | null
  files?: (id: string) => Promise<MatterFiles>
  opening?: (id: string) => Promise<OpeningView | null>
  loadLaw?: () => Promise<LawRoom>
} = {}): Desk => {
  const addresses: string[] = []
  const offered: { name: string; text: string }[] = []
  const shelf = openShelf(() => store)
  const session = openSession({
    docket: [{ id: 'lighthouse', title: 'The lighthouse', subtitle: '', brief: 'A box.', date: '1950', minutes: 5 }],
    shelf,
    loadTable: async () => table,
    loadMatter: files,
    loadOpening: opening,
    drawn: async () => {},
    loadLaw,
    loadReader: async () => reader,
    breathe: async () => {},
    seed: () => 7,
    offer: (name, text) => offered.push({ name, text }),
    showAddress: (address: Address, how) => addresses.push(`${how} ${writeAddress(address)}`),
  })
  return { session, shelf, addresses, offered }
}

/** Everything promised so far has happened. */
export const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
  await new Promise(resolve => setTimeout(resolve))
}

/** The screen, which must be of this kind. */
export const shows = <K extends ScreenView['kind']>(session: Session, kind: K): Extract<ScreenView, { kind: K }> => {
  const screen = session.screen()
  if (screen.kind !== kind) throw new Error(`The page shows ${screen.kind}, not ${kind}: ${JSON.stringify(screen)}`)
  return screen as Extract<ScreenView, { kind: K }>
}

/** Starts the lighthouse and takes these choices. */
export const played = async (desk: Desk, choices: readonly string[], mode: 'practice' | 'hearing' = 'practice') => {
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode })
  await settled()
  for (const id of choices) desk.session.send({ kind: 'choose', id })
  return shows(desk.session, 'play').case
}
