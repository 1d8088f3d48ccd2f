/** How a matter opens is read while its law is fetched: on a slow line the words come first. */
import { expect, test } from 'vitest'
import type { MatterFiles } from '../../src/app/loading.ts'
import { openingText, readShipped } from '../../src/cli/build/matters.ts'
import { start } from '../../src/game/index.ts'
import { caseView, type OpeningView } from '../../src/view/index.ts'
import { lighthouse, openDesk, settled, shows } from './desk.ts'

const opening = { scene: { title: 'The door' } } as OpeningView

test('the first scene can be read while the law is on its way, and the law is asked for after it', async () => {
  const asked: string[] = []
  let give: (files: MatterFiles) => void = () => {}
  const desk = openDesk({
    opening: async id => {
      asked.push(`opening of ${id}`)
      return opening
    },
    files: id => {
      asked.push(`matter ${id}`)
      return new Promise(resolve => {
        give = resolve
      })
    },
  })
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  expect(shows(desk.session, 'loading').opening).toBeUndefined()
  await settled()
  expect(shows(desk.session, 'loading').opening).toBe(opening)
  // Who reads it is there: the way back leads to where they came from.
  expect(desk.addresses).toEqual(['push #play=lighthouse'])
  expect(asked).toEqual(['opening of lighthouse', 'matter lighthouse'])
  give(lighthouse)
  await settled()
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
})

test('an opening that cannot be fetched keeps nobody from the matter', async () => {
  const desk = openDesk({ opening: () => Promise.reject(new Error('no line')) })
  desk.session.open({ kind: 'play', matter: 'lighthouse' })
  await settled()
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
})

test('who has gone elsewhere is not brought back by an opening that comes late', async () => {
  let give: (view: OpeningView) => void = () => {}
  const desk = openDesk({
    opening: () =>
      new Promise(resolve => {
        give = resolve
      }),
  })
  desk.session.open({ kind: 'play', matter: 'lighthouse' })
  await settled()
  desk.session.send({ kind: 'home' })
  give(opening)
  await settled()
  expect(desk.session.screen().kind).toBe('start')
})

test('what the build writes as the opening is the first moment of the play, word for word', () => {
  const shipped = readShipped('levels')
  for (const level of shipped.levels) {
    const matter = shipped.matters.get(level.id)!
    const text = openingText(shipped, level)
    expect(text, level.id).not.toBeNull()
    const view = caseView(matter, start(matter), { showPredictions: false, mode: 'practice', seen: [] })
    const written = JSON.parse(text!)
    for (const part of ['level', 'scene', 'documents', 'meters', 'stage', 'cast'] as const)
      expect(written[part], part).toEqual(JSON.parse(JSON.stringify(view[part])))
    expect(written).not.toHaveProperty('law')
    expect(written.choices).toEqual([])
  }
})
