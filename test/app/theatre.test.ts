/** The theatre, with a stage of plain functions: raised once, lowered clean, survived when it falls. */
import { expect, test } from 'vitest'
import { choosePicture, openTheatre, type Scenery, type StageDoor } from '../../src/app/theatre.ts'
import { settled } from './desk.ts'

const slot = (name: string) => ({ name }) as unknown as HTMLElement
const scenery = { view: { name: 'map' }, says: null, dark: false } as unknown as Scenery

const house = (over: Partial<{ load: () => Promise<StageDoor<null>>; fast: boolean }> = {}) => {
  const log: string[] = []
  const door: StageDoor<null> = {
    mount: async (parent, { still, renderer }) => {
      log.push(`mount ${(parent as unknown as { name: string }).name} ${still ? 'still' : 'moving'} ${renderer}`)
      return { show: view => void log.push(`show ${view.name}`), destroy: () => void log.push('destroy') }
    },
  }
  const theatre = openTheatre<null>({
    load: over.load ?? (async () => door),
    send: null,
    switches: { still: false, renderer: null },
    fast: () => over.fast ?? true,
    report: (status, why) => void log.push(why === null ? status : `${status}: ${why}`),
  })
  return { theatre, log }
}

test('nothing is loaded until it is wanted', async () => {
  const { theatre, log } = house({ load: () => Promise.reject(new Error('too early')) })
  theatre.attach(slot('a'))
  theatre.show(scenery)
  await settled()
  expect(log).toEqual([])
})

test('it is mounted once, even when the page gives its element in answer to "loading"', async () => {
  const log: string[] = []
  const element = slot('a')
  const theatre = openTheatre<null>({
    load: async () => ({
      mount: async () => {
        log.push('mount')
        return { show: () => void log.push('show'), destroy: () => void log.push('destroy') }
      },
    }),
    send: null,
    switches: { still: false, renderer: null },
    fast: () => true,
    report: status => {
      log.push(status)
      if (status === 'loading') theatre.attach(element)
    },
  })
  theatre.show(scenery)
  theatre.want(true, false)
  await settled()
  expect(log.filter(line => line === 'mount')).toHaveLength(1)
  expect(log.at(-1)).toBe('on')
  expect(log).toContain('show')
})

test('with slow graphics or unwelcome motion it is one still picture', async () => {
  const slow = house({ fast: false })
  slow.theatre.attach(slot('a'))
  slow.theatre.want(true, false)
  await settled()
  expect(slow.log).toEqual(['loading', 'mount a still canvas', 'still'])

  const calm = house()
  calm.theatre.attach(slot('a'))
  calm.theatre.want(true, true)
  await settled()
  expect(calm.log).toEqual(['loading', 'mount a still auto', 'still'])
  calm.theatre.want(true, false)
  await settled()
  expect(calm.log.slice(3)).toEqual(['destroy', 'loading', 'mount a moving auto', 'on'])
})

test('the curtain falls clean, also while the stage is still loading', async () => {
  const { theatre, log } = house()
  theatre.attach(slot('a'))
  theatre.want(true, false)
  theatre.want(false, false)
  await settled()
  expect(log).toEqual(['loading', 'off'])
  theatre.want(true, false)
  await settled()
  theatre.want(false, false)
  expect(log.slice(2)).toEqual(['loading', 'mount a moving auto', 'on', 'destroy', 'off'])
})

test('an element that leaves takes its stage with it, and the next one gets its own', async () => {
  const { theatre, log } = house()
  theatre.attach(slot('a'))
  theatre.want(true, false)
  await settled()
  theatre.attach(null)
  theatre.attach(slot('b'))
  await settled()
  expect(log).toContain('destroy')
  expect(log.filter(line => line.startsWith('mount'))).toEqual(['mount a moving auto', 'mount b moving auto'])
})

test('a failure is told and survived', async () => {
  const { theatre, log } = house({ load: () => Promise.reject(new Error('no network')) })
  theatre.attach(slot('a'))
  theatre.want(true, false)
  await settled()
  expect(log).toEqual(['loading', 'failed: no network'])
  theatre.show(scenery)
  await settled()
  expect(log).toHaveLength(2)
})

test('switches choose the renderer for tests and slow machines', () => {
  const never = () => {
    throw new Error('not asked')
  }
  expect(choosePicture({ still: false, renderer: 'webgl' }, false, never)).toEqual({ still: false, renderer: 'webgl' })
  expect(choosePicture({ still: true, renderer: 'canvas' }, false, never)).toEqual({ still: true, renderer: 'canvas' })
  expect(choosePicture({ still: true, renderer: null }, false, () => true)).toEqual({ still: true, renderer: 'auto' })
})
