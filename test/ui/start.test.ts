// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { screens } from './fixture.ts'
import { type OpenPage, openPage, wordsOf } from './page.tsx'

let page: OpenPage
const open = (name: string) => {
  page = openPage(screens[name]!)
  return page
}
afterEach(() => page.close())

test('one press opens the matter, in practice unless a hearing was chosen', () => {
  const { press, named, sent, all } = open('start')
  press(named('Open the matter'))
  press(all('.modes input')[1]!)
  press(named('Open the matter'))
  expect(sent).toEqual([
    { kind: 'start', matter: 'dublin-warrant', mode: 'practice' },
    { kind: 'start', matter: 'dublin-warrant', mode: 'hearing' },
  ])
})

test('the first screen says in one sentence what this is, and that it is no legal advice, with the date of the law', () => {
  const { find } = open('start')
  expect(wordsOf(find('h1')).match(/[.!?](\s|$)/g)).toHaveLength(1)
  expect(wordsOf(find('.start-foot'))).toContain('A teaching model, not legal advice.')
  expect(wordsOf(find('.start-foot'))).toContain('22 November 2026')
})

test('a saved play goes on where it was, and is replaced or erased only when asked twice', () => {
  const { press, named, sent, find } = open('resume')
  expect(wordsOf(find('.saved-at'))).toBe('Saved at “The stay is lifted”, 29 August 2014, after 6 decisions.')
  press(named('Go on with the matter'))
  expect(sent.at(-1)).toEqual({ kind: 'resume', matter: 'dublin-warrant' })
  press(named('Start again'))
  expect(sent).toHaveLength(1)
  press(named('No'))
  expect(sent).toHaveLength(1)
  press(named('Start again'))
  press(find('.sure .danger'))
  expect(sent.at(-1)).toEqual({ kind: 'start', matter: 'dublin-warrant', mode: 'practice' })
  press(named('Erase the save'))
  expect(sent).toHaveLength(2)
  press(find('.sure .danger'))
  expect(sent.at(-1)).toEqual({ kind: 'erase-save', matter: 'dublin-warrant' })
})

test('a result code is sent without the spaces around it, and an empty one not at all', async () => {
  const { find, sent } = open('start')
  const input = find<HTMLInputElement>('.enter-code input')
  const submit = () => find('.enter-code').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  submit()
  expect(sent).toEqual([])
  input.value = '  COMITY-1-AB  '
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await Promise.resolve()
  submit()
  expect(sent).toEqual([{ kind: 'enter-code', code: 'COMITY-1-AB' }])
})

test('a saved file is read here and handed on as text with its name', async () => {
  const { find, sent } = open('start')
  const input = find<HTMLInputElement>('.file input')
  Object.defineProperty(input, 'files', { value: [new File(['{"a":1}'], 'save.json')], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(() => sent).toEqual([{ kind: 'import-save', text: '{"a":1}', name: 'save.json' }])
})

test('an empty docket says so and still opens codes and files', () => {
  const { find, all } = open('empty')
  expect(wordsOf(find('.empty'))).toContain('No matter is on the docket')
  expect(all('.enter-code input')).toHaveLength(1)
})

test('the settings are one press away and say what was changed', () => {
  const { press, named, sent, all, find } = open('start')
  press(named('Settings'))
  expect(find<HTMLDialogElement>('dialog').open).toBe(true)
  press(all('.pick input')[1]!)
  press(all('.tick input')[0]!)
  expect(sent).toEqual([
    { kind: 'settings', change: { theme: 'light' } },
    { kind: 'settings', change: { predictions: false } },
  ])
})

test('the theme and the stillness chosen are on the document, where the style sheet reads them', () => {
  const { show } = open('start')
  show({ ...screens.start!, settings: { theme: 'light', motion: 'reduced', predictions: true, stage: false } })
  expect(document.documentElement.dataset).toMatchObject({ theme: 'light', motion: 'reduced' })
})

test('while a matter is fetched its first scene stands there already, and stays where it is when the answers come', () => {
  const { kind: _, stage: __, ...rest } = screens.play as Extract<(typeof screens)[string], { kind: 'play' }>
  const { law: ___, ...view } = rest.case
  const { find, all, show } = open('start')
  show({ ...rest, kind: 'loading', what: 'The matter', opening: { ...view, choices: [] } })
  const prose = find('.scene .prose')
  expect(wordsOf(prose).length).toBeGreaterThan(20)
  expect(all('.choice-button')).toHaveLength(0)
  expect(wordsOf(find('#main [role=status]'))).toContain('being fetched')
  show(screens.play!)
  expect(find('.scene .prose')).toBe(prose)
  expect(all('.choice-button').length).toBeGreaterThan(1)
})
