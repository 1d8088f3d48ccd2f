// @vitest-environment happy-dom
import './screen.ts'
import Phaser from 'phaser'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Theatre as Scene } from '../../src/stage/theatre.ts'
import { copied, courtroom, map, office, says } from './views.ts'

let game: Phaser.Game
let theatre: Scene
let now = 0

/** Frames pass. A theatre at rest has none. */
const pass = (ms: number) => {
  for (let left = ms; left > 0; left -= 100) {
    now += 100
    game.loop.rawDelta = 100
    vi.setSystemTime(Date.now() + 100)
    game.headlessStep(now, 100)
  }
}
const show = (view: typeof map, verdicts: Parameters<typeof says>[0] | null = null) => {
  theatre.show({ view, says: verdicts ? says(verdicts) : null, dark: true })
  game.loop.stop()
}
const images = () => theatre.children.list.length
/** What is kept beside what is seen, once every kind of badge has been shown. */
const textures = () => theatre.textures.getTextureKeys().length

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { Theatre } = await import('../../src/stage/theatre.ts')
  const size = { w: 900, h: 640, dpr: 1 }
  theatre = await new Promise<Scene>(ready => {
    game = new Phaser.Game({
      type: Phaser.HEADLESS,
      width: 900,
      height: 640,
      banner: false,
      audio: { noAudio: true },
      scene: new Theatre({ atlas: null, measure: text => text.length * 7, size, still: false, ready }),
    })
  })
  game.loop.stop()
}, 30_000)

afterAll(() => {
  vi.useRealTimers()
  game.destroy(true)
})

test('a scene comes in, comes to rest, and leaves nothing moving', () => {
  show(map)
  expect(theatre.moving).toBe(true)
  pass(9000)
  expect(theatre.moving).toBe(false)
})

test('the same cue again paints nothing and moves nothing', () => {
  const before = [images(), textures()]
  show(map)
  expect(theatre.moving).toBe(false)
  expect([images(), textures()]).toEqual(before)
})

test('a choice in focus lights its states; the warrant does not set out again', () => {
  const before = images()
  show(map, { us: 'obliges', ie: 'forbids', eu: 'contested' })
  expect(theatre.moving).toBe(true)
  pass(1500)
  expect(theatre.moving).toBe(false)
  expect(images()).toBe(before)
})

test('every scene replaces the last; after a whole season no more is kept than after one round', () => {
  const round = () => {
    for (const view of [office, courtroom, copied, map]) {
      show(view)
      pass(9000)
      expect(theatre.moving).toBe(false)
    }
    return [images(), textures()]
  }
  round()
  expect(round()).toEqual(round())
})

test('scenes that follow faster than they can be shown end on the last', () => {
  show(map)
  pass(9000)
  const settled = [images(), textures()]
  for (const view of [courtroom, office, copied, map]) {
    show(view)
    pass(100)
  }
  pass(9000)
  expect([images(), textures()]).toEqual(settled)
})

test('another size draws the same at once, without motion', () => {
  const before = images()
  theatre.redraw({ w: 860, h: 600, dpr: 2 })
  game.loop.stop()
  expect(theatre.moving).toBe(false)
  expect(Math.abs(images() - before)).toBeLessThan(60)
})
