// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { screens } from './fixture.ts'
import { type OpenPage, openPage, wordsOf } from './page.tsx'

let page: OpenPage
const open = async (name: string) => {
  page = openPage(screens[name]!)
  if (name === 'ended') await vi.waitFor(() => page.find('.ending'), { timeout: 5000 })
  for (const details of page.root.querySelectorAll('details')) details.open = true
  await new Promise(done => setTimeout(done, 20))
  return page
}
describe.each(Object.keys(screens))('screen %s', name => {
  beforeAll(async () => {
    await open(name)
  })
  afterAll(() => page.close())

  test('has one first heading, and no heading skips a level', () => {
    const { all } = page
    const levels = all('h1, h2, h3, h4, h5').map(heading => Number(heading.tagName[1]))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    // A list of the leaps, so that a failure names the headings.
    const leaps = all('h1, h2, h3, h4, h5')
      .map((heading, i) => ({ words: wordsOf(heading), by: levels[i]! - (levels[i - 1] ?? levels[i]!) }))
      .filter(({ by }) => by > 1)
    expect(leaps).toEqual([])
  })

  test('every id is there once, and every id that is pointed at exists', () => {
    const { all, root } = page
    const ids = all('[id]').map(element => element.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const pointed = all('[aria-labelledby], [aria-describedby], [aria-controls]').flatMap(element =>
      ['aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap(
        name => element.getAttribute(name)?.split(' ') ?? [],
      ),
    )
    expect(pointed.filter(id => !root.querySelector(`#${CSS.escape(id)}`))).toEqual([])
  })

  test('every control has words', () => {
    const { all } = page
    const silent = all('button, a, summary, input').filter(
      control => !wordsOf(control) && !wordsOf(control.closest('label')) && !control.getAttribute('aria-labelledby'),
    )
    expect(silent.map(control => control.outerHTML)).toEqual([])
  })

  test('can be skipped to, and what is drawn for the eye alone is hidden from the ear', () => {
    const { find, all } = page
    expect(find('#main').tagName).toBe('MAIN')
    expect(wordsOf(find('.skip'))).toBe('Skip to the matter')
    for (const picture of all('svg')) expect(picture.closest('[aria-hidden=true]'), picture.outerHTML).not.toBeNull()
  })
})

describe('the debrief', () => {
  afterEach(() => page.close())

  test('says where every meter stands, in number and word, and what did most', async () => {
    const { all, find } = await open('ended')
    expect(all('.stands > li')).toHaveLength(9)
    expect(wordsOf(find('.stands > li'))).toContain('United States34realLow, because the order was vacated.')
    expect(wordsOf(find('.stands > li'))).toContain('A duty to disclose may already be owed')
  })

  test('is read in the order it is seen: the last words, the last picture, then how it stands', async () => {
    const { all } = await open('ended')
    const order = all('h1, .picture, #stands-title').map(part => part.id || part.tagName.toLowerCase())
    expect(order).toEqual(['scene-title', 'figure', 'stands-title'])
  })

  test('lists each decision with what it changed and why', async () => {
    const { all } = await open('ended')
    const rows = all('table.decisions tbody tr')
    expect(rows).toHaveLength(3)
    expect(wordsOf(rows[1]!)).toContain('Freeze the mailbox, say nothing yet, call Dublin.')
    expect(wordsOf(rows[1]!)).toContain('+3 Justice')
    expect(wordsOf(rows[1]!)).toContain('What is frozen cannot disappear.')
  })

  test('says what really happened with dates and citations, and marks what was not verified', async () => {
    const { all } = await open('ended')
    const entries = all('.history ol > li').map(wordsOf)
    expect(entries[1]).toContain('14 July 2016')
    expect(entries[1]).toContain('829 F.3d 197 (2d Cir. 2016)')
    expect(entries[1]).not.toContain('not verified')
    expect(entries[2]).toContain('not verified')
  })

  test('gives the other side the word, says what was simplified, asks, and hands out the code', async () => {
    const { find, all, press, named, sent } = await open('ended')
    expect(wordsOf(find('.other-side'))).toContain('you protected a floor plan')
    expect(wordsOf(find('.simplified'))).toContain('The hospitals of Galway are invented.')
    expect(all('.questions li')).toHaveLength(3)
    expect(wordsOf(find('.take-away code'))).toBe('COMITY-1-DUBWAR-7Q2K-P0-4J8M-XW3T-9RCD')
    press(named('Play again'))
    expect(sent).toEqual([{ kind: 'restart' }])
  })

  test('a code that may not be copied is selected, and the page says so', async () => {
    const { press, find } = await open('ended')
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('not allowed')) },
      configurable: true,
    })
    press(find('.take-away .code .button'))
    await expect.poll(() => wordsOf(find('.take-away .code-said'))).toContain('The code is selected')
  })
})

describe('trouble and notices', () => {
  afterEach(() => page.close())

  test('a problem says where, what, why it matters and how to mend it, what was kept, and the way back', async () => {
    const { find, press, named, sent } = await open('problem')
    const text = wordsOf(find('main'))
    for (const part of [
      'result code · choices › 4',
      'is not open in scene “magistrate”',
      'Why it matters',
      'How to mend it',
      'Did you mean “ask-review”?',
      'Your own play of the Dublin warrant is untouched',
    ])
      expect(text).toContain(part)
    press(named('Back to the matters'))
    expect(sent).toEqual([{ kind: 'home' }])
  })

  test('waiting says for what, to eye and ear', async () => {
    const { find } = await open('loading')
    expect(wordsOf(find('[role=status] h1'))).toContain('brought up from the registry')
  })

  test('a notice is spoken and can be dismissed', async () => {
    const { press, named, sent, find } = await open('court')
    expect(find('.notices').getAttribute('role')).toBe('status')
    press(named('Dismiss: Saved.'))
    expect(sent).toEqual([{ kind: 'dismiss', notice: 'n2' }])
  })
})

test('no room for markup from outside: nothing in ui sets HTML or runs text', () => {
  const files = readdirSync('src/ui').filter(file => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(15)
  for (const file of files)
    expect(readFileSync(`src/ui/${file}`, 'utf8'), file).not.toMatch(
      /innerHTML|insertAdjacentHTML|new Function|eval\(/i,
    )
})
