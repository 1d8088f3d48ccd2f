/** The door of the law room: what is behind it, style sheet included, is fetched when somebody opens it. */
import type { ScreenView } from '../view/index.ts'
import { Loading } from './trouble.tsx'

let room: typeof import('./lawroom.tsx') | null = null

/** Fetches the law room; throws what the network threw. */
export const fetchLawRoom = async (): Promise<void> => {
  const found = await import('./lawroom.tsx')
  await found.dress()
  room = found
}

export const LawDoor = ({ screen }: { screen: Extract<ScreenView, { kind: 'law' }> }) =>
  room ? <room.LawRoom law={screen.law} lawDate={screen.lawDate} /> : <Loading what="The law" />
