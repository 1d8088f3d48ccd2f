/** The session, asked as a person would ask it, with the world outside as plain functions. */
import { expect, test } from 'vitest'
import type { MatterFiles } from '../../src/app/loading.ts'
import { loadSave } from '../../src/app/saves.ts'
import { lighthouse, openDesk, played, settled, shows, storeOf } from './desk.ts'

test('the first screen is the docket, and nothing has been loaded for it', () => {
  const desk = openDesk({ files: () => Promise.reject(new Error('asked too early')) })
  expect(shows(desk.session, 'start').matters.map(card => [card.id, card.saved])).toEqual([['lighthouse', null]])
})

test('pressing start opens the matter, and the address says so', async () => {
  const desk = openDesk()
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  expect(shows(desk.session, 'loading').what).toBe('The lighthouse')
  await settled()
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
  expect(desk.addresses).toEqual(['push #play=lighthouse'])
})

test('once warm, pressing start opens at once', async () => {
  const desk = openDesk()
  await desk.session.warm()
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
})

test('every decision is saved as a play, not as a state, and resumed by playing it again', async () => {
  const store = storeOf()
  const before = await played(openDesk({ store }), ['wait', 'wait', 'give'])
  const saved = JSON.parse(store.getItem('comity.save.lighthouse')!)
  expect(saved.play.choices).toEqual(['wait', 'wait', 'give'])
  expect(JSON.stringify(saved)).not.toContain('facts')

  const later = openDesk({ store })
  expect(shows(later.session, 'start').matters[0]!.saved).toEqual({
    scene: 'The harbour',
    date: '1 April 1950',
    decisions: 3,
    ended: false,
  })
  later.session.send({ kind: 'resume', matter: 'lighthouse' })
  await settled()
  expect(shows(later.session, 'play').case).toEqual(before)
})

test('the address of a matter resumes its save, or starts it', async () => {
  const store = storeOf()
  await played(openDesk({ store }), ['give'])
  const again = openDesk({ store })
  again.session.open({ kind: 'play', matter: 'lighthouse' })
  await settled()
  expect(shows(again.session, 'play').case.scene.id).toBe('harbour')
  const fresh = openDesk()
  fresh.session.open({ kind: 'play', matter: 'lighthouse' })
  await settled()
  expect(shows(fresh.session, 'play').case.scene.id).toBe('door')
})

test('in practice the last decision can be taken back, down to the first', async () => {
  const desk = openDesk()
  await played(desk, ['wait', 'give'])
  desk.session.send({ kind: 'undo' })
  expect(shows(desk.session, 'play').case.decisions).toHaveLength(1)
  desk.session.send({ kind: 'undo' })
  expect(shows(desk.session, 'play').case).toMatchObject({ decisions: [], canUndo: false, scene: { id: 'door' } })
  desk.session.send({ kind: 'undo' })
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
  expect(JSON.parse(desk.shelf.read('comity.save.lighthouse')!).play.choices).toEqual([])
})

test('in a hearing decisions stand, and no directions are shown', async () => {
  const desk = openDesk()
  expect(await played(desk, ['give'], 'hearing')).toMatchObject({ canUndo: false, showPredictions: false })
  desk.session.send({ kind: 'undo' })
  expect(shows(desk.session, 'play').case.decisions).toHaveLength(1)
})

test('a choice that is not open changes nothing', async () => {
  const desk = openDesk()
  const before = await played(desk, ['wait', 'wait'])
  desk.session.send({ kind: 'choose', id: 'wait' })
  desk.session.send({ kind: 'choose', id: 'no-such-thing' })
  expect(shows(desk.session, 'play').case).toEqual(before)
})

test('starting again keeps the old save until the first decision, and then sets it aside', async () => {
  const desk = openDesk()
  await played(desk, ['wait', 'give'])
  const old = desk.shelf.read('comity.save.lighthouse')!
  desk.session.send({ kind: 'restart' })
  expect(desk.shelf.read('comity.save.lighthouse')).toBe(old)
  desk.session.send({ kind: 'choose', id: 'sleep' })
  expect(JSON.parse(desk.shelf.read('comity.save.lighthouse')!).play.choices).toEqual(['sleep'])
  desk.session.send({ kind: 'export-save' })
  expect(JSON.parse(desk.offered[0]!.text).kept.map((kept: { raw: string }) => kept.raw)).toEqual([old])
})

const odd = (play: object) =>
  JSON.stringify({
    play: { level: 'lighthouse', version: '1.2.0', content: '', mode: 'practice', seed: 1, choices: [], ...play },
  })

for (const [what, text, says] of [
  ['cut short', '{"comity":"save","play":{"level":"light', 'not JSON'],
  ['of another matter', odd({ level: 'lantern' }), 'another matter'],
  ['of a later format', JSON.stringify({ format: 9, play: {} }), 'format 9'],
  ['tampered with', odd({ seed: -3 }), 'seed'],
  ['that is no save at all', '"Dear Sir"', 'no play'],
] as const)
  test(`a save ${what} is told of at once, kept word for word, and goes out with the next export`, async () => {
    const desk = openDesk({ store: storeOf({ 'comity.save.lighthouse': text }) })
    const screen = shows(desk.session, 'start')
    expect(screen.matters[0]!.saved).toBeNull()
    expect(screen.notices[0]!.text).toContain(says)
    expect(screen.notices[0]!.text).toContain('kept, word for word')
    desk.session.send({ kind: 'export-save' })
    expect(JSON.parse(desk.offered[0]!.text).kept.map((kept: { raw: string }) => kept.raw)).toEqual([text])
    await played(desk, ['give'])
    expect(loadSave(desk.shelf, 'lighthouse')?.ok).toBe(true)
  })

test('a save of choices nobody ever had is told of when it is opened, and kept word for word', async () => {
  const text = odd({ choices: ['fly'] })
  const desk = openDesk({ store: storeOf({ 'comity.save.lighthouse': text }) })
  desk.session.send({ kind: 'resume', matter: 'lighthouse' })
  await settled()
  const screen = shows(desk.session, 'problem')
  expect(screen.problems[0]!.what).toContain('"fly"')
  expect(screen.kept).toContain('kept, word for word')
  desk.session.send({ kind: 'export-save' })
  expect(JSON.parse(desk.offered[0]!.text).kept[0].raw).toBe(text)
})

test('two tabs that play one matter lose nothing of each other', async () => {
  const store = storeOf()
  const [one, other] = [openDesk({ store }), openDesk({ store })]
  await played(one, ['wait', 'give'])
  await played(other, ['sleep'])
  one.session.send({ kind: 'choose', id: 'go-home' })
  one.session.send({ kind: 'export-save' })
  const file = JSON.parse(one.offered[0]!.text)
  expect(file.saves.map((save: { play: { choices: string[] } }) => save.play.choices)).toEqual([
    ['wait', 'give', 'go-home'],
  ])
  expect(file.kept.map((kept: { raw: string }) => JSON.parse(kept.raw).play.choices)).toEqual([
    ['wait', 'give'],
    ['sleep'],
  ])
})

test('a save of an older edition opens as far as it fits, says where it stopped, and is kept whole', async () => {
  const play = { level: 'lighthouse', version: '1.0.0', content: 'AAAA', mode: 'practice', seed: 7 }
  const text = JSON.stringify({ play: { ...play, choices: ['wait', 'row-out', 'give'] } })
  const desk = openDesk({ store: storeOf({ 'comity.save.lighthouse': text }) })
  desk.session.send({ kind: 'resume', matter: 'lighthouse' })
  await settled()
  const screen = shows(desk.session, 'play')
  expect(screen.case.decisions).toHaveLength(1)
  expect(screen.notices[0]!.text).toContain('"row-out"')
  desk.session.send({ kind: 'choose', id: 'give' })
  desk.session.send({ kind: 'export-save' })
  expect(JSON.parse(desk.offered[0]!.text).kept.map((kept: { raw: string }) => kept.raw)).toContain(text)
})

test('when storage is full the game goes on, says so once, and the play can still be exported', async () => {
  const desk = openDesk({ store: storeOf({}, 40) })
  await played(desk, ['wait', 'give'])
  const screen = shows(desk.session, 'play')
  expect(screen.case.scene.id).toBe('harbour')
  expect(screen.notices.map(notice => notice.id)).toEqual(['not-saved'])
  expect(screen.notices[0]!.text).toContain('full')
  desk.session.send({ kind: 'export-save' })
  expect(JSON.parse(desk.offered[0]!.text).saves[0].play.choices).toEqual(['wait', 'give'])
})

test('when the browser keeps nothing at all the game goes on and says why', async () => {
  const desk = openDesk({ store: null })
  await played(desk, ['give'])
  expect(shows(desk.session, 'play').notices[0]!.text).toContain('private window')
  desk.session.send({ kind: 'dismiss', notice: 'not-saved' })
  expect(shows(desk.session, 'play').notices).toEqual([])
})

test('a result code opens the play it stands for, without touching the save until something is decided', async () => {
  const { code } = await played(openDesk(), ['wait', 'give'])
  const desk = openDesk()
  await played(desk, ['sleep'])
  const mine = desk.shelf.read('comity.save.lighthouse')
  desk.session.send({ kind: 'enter-code', code: ` ${code.toLowerCase()} ` })
  await settled()
  expect(shows(desk.session, 'play').case).toMatchObject({ scene: { id: 'harbour' }, code })
  expect(desk.addresses.at(-1)).toMatch(/^push #code=/)
  expect(desk.shelf.read('comity.save.lighthouse')).toBe(mine)
  desk.session.send({ kind: 'choose', id: 'go-home' })
  expect(loadSave(desk.shelf, 'lighthouse')).toMatchObject({
    value: { play: { choices: ['wait', 'give', 'go-home'] } },
  })
  expect(desk.addresses.at(-1)).toBe('replace #play=lighthouse')
  desk.session.send({ kind: 'export-save' })
  expect(JSON.parse(desk.offered[0]!.text).kept[0].raw).toBe(mine)
})

test('a result code with a slip in it is refused with advice', async () => {
  const desk = openDesk()
  const { code } = await played(desk, ['wait', 'give'])
  desk.session.send({ kind: 'home' })
  desk.session.send({ kind: 'enter-code', code: `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}` })
  await settled()
  const screen = shows(desk.session, 'problem')
  expect(screen.problems[0]!.what).not.toBe('')
  expect(screen.problems[0]!.mend).not.toBe('')
})

test('what cannot be loaded is told, and loads when asked again', async () => {
  let down = true
  const desk = openDesk({
    files: () => (down ? Promise.reject(new Error('the server answered 503')) : Promise.resolve(lighthouse)),
  })
  await desk.session.warm()
  expect(shows(desk.session, 'start').notices).toEqual([])
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  await settled()
  expect(shows(desk.session, 'problem').problems[0]!.what).toContain('503')
  down = false
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  await settled()
  expect(shows(desk.session, 'play').case.scene.id).toBe('door')
})

test('a matter that is not in the docket is a problem that names those that are', async () => {
  const desk = openDesk()
  desk.session.open({ kind: 'play', matter: 'lantern' })
  await settled()
  expect(shows(desk.session, 'problem').problems[0]).toMatchObject({
    code: 'no-such-matter',
    mend: expect.stringContaining('lighthouse'),
  })
})

test('whoever leaves while a matter loads is not called back', async () => {
  const desk = openDesk()
  desk.session.send({ kind: 'start', matter: 'lighthouse', mode: 'practice' })
  desk.session.send({ kind: 'home' })
  await settled()
  shows(desk.session, 'start')
})

test('an export can be read back by another browser, with what was kept', async () => {
  const desk = openDesk({ store: storeOf({ 'comity.kept.000001': JSON.stringify({ why: 'old', raw: 'gibberish' }) }) })
  await played(desk, ['wait', 'give'])
  desk.session.send({ kind: 'export-save' })
  const other = openDesk()
  await played(other, ['sleep'])
  const mine = other.shelf.read('comity.save.lighthouse')!
  other.session.send({ kind: 'import-save', text: desk.offered[0]!.text, name: 'comity-saves.json' })
  const screen = shows(other.session, 'start')
  expect(screen.matters[0]!.saved!.decisions).toBe(2)
  expect(screen.notices.map(notice => notice.text).join()).toContain('One play was read')
  other.session.send({ kind: 'export-save' })
  expect(
    JSON.parse(other.offered[0]!.text)
      .kept.map((kept: { raw: string }) => kept.raw)
      .sort(),
  ).toEqual(['gibberish', mine].sort())
})

test('a file that is no save is refused, and the saves stay as they were', async () => {
  const desk = openDesk()
  await played(desk, ['give'])
  const mine = desk.shelf.read('comity.save.lighthouse')
  for (const text of ['', 'Dear Sir', '[]', '{}', '{"saves":[],"format":1}', `"${'x'.repeat(3_000_000)}"`]) {
    desk.session.send({ kind: 'import-save', text, name: 'letter.txt' })
    expect(shows(desk.session, 'problem').problems[0]!.where.file).toBe('letter.txt')
    expect(desk.shelf.read('comity.save.lighthouse')).toBe(mine)
  }
})

test('settings outlive the page; nonsense in them does not', () => {
  const store = storeOf()
  openDesk({ store }).session.send({ kind: 'settings', change: { theme: 'dark', predictions: false } })
  expect(openDesk({ store }).session.screen().settings).toMatchObject({
    theme: 'dark',
    predictions: false,
    motion: 'auto',
  })
  const odd = storeOf({ 'comity.settings': '{"theme":"plaid","motion":"reduced","stage":7}' })
  expect(openDesk({ store: odd }).session.screen().settings).toEqual({
    theme: 'auto',
    motion: 'reduced',
    predictions: true,
    stage: false,
  })
  for (const text of ['null', '[', '3', '"dark"'])
    expect(openDesk({ store: storeOf({ 'comity.settings': text }) }).session.screen().settings.theme).toBe('auto')
})

test('a document opened once is not new again, also after a return', async () => {
  const paper = { id: 'paper', kind: 'order' as const, title: 'The paper', date: '1950-01-01', body: ['Hand it over.'] }
  const withPaper: MatterFiles = {
    ...lighthouse,
    level: {
      ...lighthouse.level,
      documents: [paper],
      scenes: lighthouse.level.scenes.map(scene => ({ ...scene, documents: ['paper'] })),
    },
  }
  const store = storeOf()
  const desk = openDesk({ store, files: async () => withPaper })
  expect((await played(desk, ['wait'])).documents[0]!.isNew).toBe(true)
  desk.session.send({ kind: 'open-document', id: 'paper' })
  expect(shows(desk.session, 'play').case.documents[0]!.isNew).toBe(false)
  const later = openDesk({ store, files: async () => withPaper })
  later.session.send({ kind: 'resume', matter: 'lighthouse' })
  await settled()
  expect(shows(later.session, 'play').case.documents[0]!.isNew).toBe(false)
})

test('the screen is the same object while nothing it shows has changed', async () => {
  const desk = openDesk()
  await played(desk, [])
  const before = desk.session.screen()
  desk.session.send({ kind: 'focus', id: 'give' })
  expect(desk.session.store.getState().focused).toBe('give')
  expect(desk.session.screen()).toBe(before)
})

test('a stage that fails is told of once, and not raised again until asked', async () => {
  const desk = openDesk()
  await played(desk, [])
  desk.session.send({ kind: 'stage', on: true })
  expect(desk.session.store.getState().curtain).toBe(true)
  desk.session.stageIs('failed', 'no WebGL')
  expect(desk.session.store.getState().curtain).toBe(false)
  expect(shows(desk.session, 'play')).toMatchObject({ stage: 'failed', notices: [{ id: 'stage-failed' }] })
})

test('the law room is fetched when its address is opened, and keeps the lab while somebody browses', async () => {
  const desk = openDesk()
  desk.session.open({ kind: 'law', at: 'lab' })
  expect(shows(desk.session, 'loading').what).toBe('The law')
  await settled()
  const [act] = shows(desk.session, 'law').law.lab.acts
  desk.session.send({ kind: 'lab', change: { day: '2016-05-04', act: act!.id } })
  expect(shows(desk.session, 'law').law.lab.day).toBe('2016-05-04')
  expect(desk.addresses.at(-1)).toContain('replace #law=lab/2016-05-04/')
  desk.session.open({ kind: 'law', at: 'rules' })
  expect(shows(desk.session, 'law').law.tab).toBe('rules')
  desk.session.open({ kind: 'law', at: 'lab' })
  expect(shows(desk.session, 'law').law.lab.day).toBe('2016-05-04')
})

test('law that cannot be fetched is told, loses no save, and is fetched when asked again', async () => {
  const store = storeOf()
  await played(openDesk({ store }), ['wait'])
  let tries = 0
  const broken = openDesk({
    store,
    loadLaw: () => {
      tries++
      return Promise.reject(new Error('no network'))
    },
  })
  broken.session.open({ kind: 'law', at: '' })
  await settled()
  expect(shows(broken.session, 'problem').problems[0]!.what).toContain('no network')
  broken.session.open({ kind: 'law', at: '' })
  await settled()
  expect(tries).toBe(2)
  broken.session.send({ kind: 'home' })
  expect(shows(broken.session, 'start').matters[0]!.saved).toMatchObject({ decisions: 1 })
})

test('a change of the lab while something else is open changes nothing', async () => {
  const desk = openDesk()
  await played(desk, ['wait'])
  desk.session.send({ kind: 'lab', change: { day: '2016-05-04' } })
  expect(shows(desk.session, 'play').case.decisions).toHaveLength(1)
})

test('the law panel of a play leads to the same day, court and facts in the lab', async () => {
  const view = await played(openDesk(), ['wait'])
  expect(view.law.lab).toMatch(/^lab\/1950-\d\d-\d\d\//)
})
