// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lawForRoom, readShipped } from '../../src/cli/build/matters.ts'
import { assemble } from '../../src/law/index.ts'
import { DeskContext } from '../../src/ui/desk.ts'
import { LawRoom } from '../../src/ui/lawroom.tsx'
import { openLawRoom, type LawRoom as Room } from '../../src/view/index.ts'
import { wordsOf } from './page.tsx'

const pack = assemble(lawForRoom(readShipped('levels')))
let room: Room
let root: HTMLElement

const draw = () =>
  act(() =>
    render(
      <DeskContext.Provider
        value={{
          open: () => {},
          send: intent => {
            if (intent.kind !== 'lab') return
            room = room.change(intent.change)
            draw()
          },
        }}
      >
        <LawRoom law={room.view} lawDate="22 November 2026" />
      </DeskContext.Provider>,
      root,
    ),
  )
const show = async (at = 'lab') => {
  room = room.open(at)
  draw()
  // What is drawn in turns comes after the rest.
  for (let i = 0; i < 6; i++) await act(() => new Promise<void>(then => setTimeout(then)))
}
const find = <E extends HTMLElement = HTMLElement>(selector: string): E => {
  const found = root.querySelector<E>(selector)
  if (!found) throw new Error(`Nothing fits "${selector}" in: ${wordsOf(root).slice(0, 300)}`)
  return found
}
const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
const named = (words: string) => {
  const found = all('button, a, summary, label').find(element => wordsOf(element).includes(words))
  if (!found) throw new Error(`No control says "${words}".`)
  return found
}
const choose = (element: HTMLSelectElement | HTMLInputElement, value: string, event = 'change') =>
  act(() => {
    element.value = value
    element.dispatchEvent(new Event(event, { bubbles: true }))
  })
const row = (order: string) => all('.lab-answers tbody tr').find(tr => wordsOf(tr.querySelector('th')).includes(order))!

beforeEach(() => {
  room = openLawRoom(pack)
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  act(() => render(null, root))
  root.remove()
  vi.useRealTimers()
})

test('the table says of every order that speaks what it says, whom it collides with and what a breach may cost', async () => {
  await show()
  expect(all('.lab-answers tbody th').map(wordsOf)).toEqual(['EU European Union', 'IE Ireland', 'US United States'])
  expect(wordsOf(row('Ireland'))).toContain('contested')
  expect(wordsOf(row('Ireland'))).toContain('United States possible')
  expect(wordsOf(row('Ireland'))).toContain('A fine of up to 3,000 EUR.')
  expect(wordsOf(find('.silent-orders'))).toContain('Australia')
})

test('flipping a fact changes the answer, is shown at once and said once', async () => {
  await show()
  vi.useFakeTimers()
  const copy = all('fieldset.fact').find(fact => wordsOf(fact).startsWith('A copy of the content'))
  if (!copy) act(() => named('The data and its keys').click())
  const fact = all('fieldset.fact').find(each => wordsOf(each).startsWith('A copy of the content'))!
  act(() => fact.querySelector<HTMLInputElement>('input')!.click())
  expect(wordsOf(row('United States'))).toContain('obliges')
  expect(wordsOf(find('.lab-changed'))).toContain('The United States now obliges you (before: contested).')
  expect(wordsOf(find('[data-status]'))).toBe('')
  act(() => void vi.advanceTimersByTime(700))
  expect(wordsOf(find('[data-status]'))).toContain('The United States now obliges you')
})

test('the year is dragged by month, stepped by year with Page Up and by change with the buttons', async () => {
  await show()
  const slider = find<HTMLInputElement>('#lab-month')
  expect(slider.getAttribute('aria-valuetext')).toBe('December 2013')
  choose(slider, '43', 'input')
  expect(wordsOf(find('.day-now'))).toBe('1 August 2016')
  act(() => {
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true, cancelable: true }))
  })
  expect(wordsOf(find('.day-now'))).toBe('1 August 2017')
  act(() => named('Next change').click())
  expect(wordsOf(find('.day-now'))).toBe('23 March 2018')
  choose(find<HTMLInputElement>('input[type="date"]'), '2018-05-25')
  expect(wordsOf(find('.day-now'))).toBe('25 May 2018')
})

test('every why opens to rules, facts, sources, and to what would alter it; trying that does', async () => {
  await show()
  const button = row('United States').querySelector<HTMLButtonElement>('button')!
  expect(button.getAttribute('aria-expanded')).toBe('false')
  act(() => button.click())
  const body = find(`#${button.getAttribute('aria-controls')}`)
  expect(body.hidden).toBe(false)
  for (const words of ['How it can be read', 'Why', 'Because', '18 U.S.C. 2703', 'What if'])
    expect(wordsOf(body)).toContain(words)
  const turning = [...body.querySelectorAll<HTMLElement>('.turnings li')].find(li => wordsOf(li).includes('obliges'))!
  act(() => turning.querySelector('button')!.click())
  expect(wordsOf(row('United States'))).toContain('obliges')
})

test('the chart says in words what its colours say, and is kept from readers because the table says it better', async () => {
  await show()
  expect(find('.lab-map').getAttribute('aria-hidden')).toBe('true')
  expect(all('.lab-map .order-name').map(wordsOf)).toContain('USus contested')
})

test('a preset and another act begin another question', async () => {
  await show()
  choose(find<HTMLSelectElement>('.ask-preset select'), 'china-2022')
  expect(all('.lab-answers tbody th').map(wordsOf)).toContain('CN China')
  expect(wordsOf(find('.conflicts'))).toContain('Certain.')
  choose(find<HTMLSelectElement>('.ask-act select'), 'preserve')
  expect(wordsOf(find('.lab-answers caption'))).toContain('preserve the account')
})

test('a broken link is told in full, with the lab below it', async () => {
  await show('lab/1999-01-01/us-sdny/disclose-content/')
  expect(wordsOf(find('[role="alert"]'))).toContain('"1999-01-01" is no day the lab knows.')
  expect(wordsOf(find('h1'))).toBe('The conflict lab')
})

test('authorities are found by word, order, kind, year and doubt; none is a sentence, not a blank', async () => {
  await show('authorities')
  const count = () => Number.parseInt(wordsOf(find('.count')), 10)
  expect(count()).toBe(pack.authorities.size)
  choose(find<HTMLInputElement>('input[type="search"]'), 'second circuit', 'input')
  const some = count()
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(pack.authorities.size)
  choose(find<HTMLInputElement>('input[type="search"]'), 'no such words anywhere', 'input')
  expect(wordsOf(find('.empty'))).toContain('Take away a word or a filter')
  choose(find<HTMLInputElement>('input[type="search"]'), '', 'input')
  act(() => find<HTMLInputElement>('.filters input[type="checkbox"]').click())
  expect(all('.authority-row').every(each => /not verified|checked in part/.test(wordsOf(each)))).toBe(true)
})

test('an authority opens to its points, its rules and its sources, which leave no trace of where they were read', async () => {
  await show('authorities/us-sca-2702')
  const body = find('.authority-body')
  expect(wordsOf(body)).toContain('What it comes to')
  for (const link of body.querySelectorAll<HTMLAnchorElement>('.sources a')) {
    expect(link.rel).toContain('noreferrer')
    expect(wordsOf(link)).toBe(link.getAttribute('href'))
  }
})

test('a rule is read in plain words: when, unless, what goes before it, where it stands', async () => {
  await show('rules/us/us-content-control')
  const body = find('#rule-us-content-control .rule-body')
  for (const words of ['The law of the United States obliges you to', 'When', 'all of these', 'Where it stands'])
    expect(wordsOf(body)).toContain(words)
  expect(wordsOf(body)).not.toMatch(/==|&&/)
})

test('an open question shows each reading with who took it when, or that nobody did', async () => {
  await show('questions')
  const reach = all('.question').find(each => wordsOf(each).startsWith('Does a warrant under the Stored'))!
  expect(wordsOf(reach)).toContain('reversed on 14 July 2016')
  expect(wordsOf(reach)).toContain('vacated on 17 April 2018')
  expect(all('.question').some(each => wordsOf(each).includes('No court has taken it.'))).toBe(true)
})
