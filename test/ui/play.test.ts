// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import { gather, short } from '../../src/ui/words.ts'
import type { CaseView, ScreenView } from '../../src/view/index.ts'
import { court, documents, office, people, rich, screens } from './fixture.ts'
import { type OpenPage, openPage, wordsOf } from './page.tsx'

let page: OpenPage
const playing = (of: CaseView, more: Partial<Extract<ScreenView, { kind: 'play' }>> = {}): ScreenView => ({
  ...(screens.play as Extract<ScreenView, { kind: 'play' }>),
  case: of,
  ...more,
})
const open = (of: CaseView, more: Partial<Extract<ScreenView, { kind: 'play' }>> = {}) => {
  page = openPage(playing(of, more))
  return page
}
afterEach(() => page.close())

describe('answers', () => {
  test('a press on an answer gives it', () => {
    const { press, all, sent } = open(office)
    press(all('.choice-button')[1]!)
    expect(sent).toContainEqual({ kind: 'choose', id: 'billing-then-vacate' })
  })

  test('a number key points at an answer and gives nothing', () => {
    const { key, find, sent } = open(office)
    find('h1').focus()
    key(find('h1'), '3')
    expect(wordsOf(document.activeElement?.querySelector('.choice-text') ?? null)).toBe(
      'Freeze the mailbox, say nothing yet, call Dublin.',
    )
    expect(sent).toEqual([{ kind: 'focus', id: 'freeze-and-call' }])
  })

  test('a number key is only a number in a field, and outside the scene', () => {
    const { key, find } = open(office)
    const field = find('.seek input')
    field.focus()
    key(field, '2')
    expect(document.activeElement).toBe(field)
  })

  test('pointing twice at the same answer is told once', () => {
    const { all, sent } = open(office)
    all('.choice-button')[0]!.focus()
    all('.choice')[0]!.dispatchEvent(new MouseEvent('mouseenter'))
    expect(sent).toEqual([{ kind: 'focus', id: 'give-everything' }])
  })

  test('what the pointed answer does lights the chart and is in words beside it', async () => {
    const { all, find } = open(office)
    all('.choice-button')[0]!.focus()
    await expect.poll(() => find('.territory.of-ie').getAttribute('class')).toContain('is-forbids')
    expect(wordsOf(find('.pointed'))).toContain('forbids')
  })

  test('an answer says by arrow and word what it will move; a setting hides that', () => {
    const { all, show } = open(office)
    expect(all('.choice')[0]!.querySelectorAll('.prediction')).toHaveLength(4)
    expect(wordsOf(all('.prediction')[0]!)).toContain('United States down')
    show(playing({ ...office, showPredictions: false }))
    expect(all('.prediction')).toHaveLength(0)
  })

  test('what moves the same way within a group is gathered for the eye and named in full for the ear', () => {
    const { meters } = office
    const moving = (way: 'up' | 'down', ...ids: string[]) =>
      meters.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ meter: id, name, way }))
    const trust = meters.filter(({ group }) => group === 'trust').map(({ id }) => id)
    const exposure = meters.filter(({ group }) => group === 'exposure').map(({ id }) => id)
    const labels = (...of: ReturnType<typeof moving>) => gather(of, meters).map(({ way, label }) => `${way} ${label}`)

    expect(labels(...moving('down', ...trust))).toEqual(['down all trust'])
    expect(labels(...moving('up', ...exposure.slice(0, 2)))).toEqual([
      expect.stringMatching(/^up exposure: [^,]+, [^,]+$/),
    ])
    const named = ['European consumers', 'European public sector'].map((name, i) => ({
      meter: trust[i]!,
      name,
      way: 'up' as const,
    }))
    expect(labels(...named)).toEqual(['up trust: EU consumers, public sector'])
    // What goes another way, and the meters of the case, each keep a line of their own.
    expect(labels(...moving('down', trust[0]!), ...moving('up', trust[1]!))).toHaveLength(2)
    expect(labels(...moving('up', 'justice', 'standing'))).toEqual(['up Justice', 'up Standing'])

    const choice = { ...office.choices[0]!, predictions: moving('down', ...trust) }
    const { all } = open({ ...office, choices: [choice] })
    expect(all('.prediction')).toHaveLength(1)
    for (const { name } of choice.predictions) expect(wordsOf(all('.prediction')[0]!)).toContain(name)
  })

  test('a verdict is a hatch and a word, never a colour alone', () => {
    const { all } = open(office)
    for (const chip of all('.choice .verdict')) {
      expect(chip.querySelector('.hatch')).not.toBeNull()
      expect(wordsOf(chip)).toMatch(/(obliges|forbids|permits|excuses|contested|silent)$/)
    }
  })

  test('the name of an answer is what counsel does; the rest describes it', () => {
    const { all, root } = open(office)
    for (const button of all('.choice-button')) {
      const name = root.querySelector(`#${CSS.escape(button.getAttribute('aria-labelledby')!)}`)
      expect(wordsOf(name)).toBe(wordsOf(button.querySelector('.choice-text')))
      for (const id of button.getAttribute('aria-describedby')!.split(' '))
        expect(root.querySelector(`#${CSS.escape(id)}`), id).not.toBeNull()
    }
  })
})

describe('after an answer', () => {
  test('the focus is on the new title and the status line says once what moved', () => {
    const { show, find, sent } = open(office)
    show(playing(court))
    expect(document.activeElement).toBe(find('h1'))
    expect(wordsOf(find('[data-status]'))).toBe(
      'The agent counts the pages twice. “This is the envelope,” he says. “I asked for the letter.” United States up 12. European Union down 4. Hospitals in Galway down 6. Justice down 4. Standing up 5.',
    )
    expect(sent).toEqual([])
  })

  test('the same moment drawn again takes the focus from nobody', () => {
    const { show, find } = open(court)
    find('.seek input').focus()
    show(playing({ ...court, documents: court.documents.map(paper => ({ ...paper, isNew: false })) }))
    expect(document.activeElement).toBe(find('.seek input'))
  })

  test('taking back is said too', () => {
    const { show, find } = open(court)
    show(playing(office))
    expect(wordsOf(find('[data-status]'))).toBe('Taken back. You are at: Four stapled pages.')
  })

  test('what followed opens to every reason: rule, sentence, authority', () => {
    const { find } = open(court)
    const reasons = wordsOf(find('.followed .changes'))
    expect(reasons).toContain('They read it in a newspaper before they read it from you.')
    expect(reasons).toContain('Nobody has told them whether their mailboxes are next.')
    expect(reasons).toContain('Comity’s model, rule trust-galway-hospitals-1')
    expect(reasons).toContain('18 U.S.C. § 2703(a)')
  })

  test('an answer can be taken back only where the matter allows it', () => {
    const { all, show, press, named, sent } = open(court)
    press(named('Take back'))
    expect(sent).toEqual([{ kind: 'undo' }])
    show(playing({ ...court, canUndo: false }))
    expect(all('.bar-tools .button')).toHaveLength(1)
  })
})

describe('papers', () => {
  const tab = () => wordsOf(page.find('[role=tab][aria-selected=true]'))

  test('what is new lies on top, and each press tells that a paper was opened', () => {
    const { press, named, sent, find } = open(office)
    expect(tab()).toContain('Search and seizure warrant')
    press(named('Tool access, for the file'))
    expect(sent).toEqual([
      { kind: 'open-document', id: 'warrant' },
      { kind: 'open-document', id: 'email-ruth' },
    ])
    expect(wordsOf(find('[role=tabpanel]'))).toContain('Nobody reads the log.')
  })

  test('arrow keys turn to the next paper, round and round', () => {
    const { key, find, all } = open(office)
    const first = find('[role=tab][aria-selected=true]')
    first.focus()
    key(first, 'ArrowLeft')
    expect(document.activeElement).toBe(all('[role=tab]').at(-1))
    expect(all('[role=tab][tabindex="0"]')).toHaveLength(1)
  })

  test('of two papers that arrive together the first one is on top', () => {
    const [a, b] = ['first', 'second'].map(id => ({ ...documents[0]!, id, title: id, isNew: true }))
    const { show } = open(office)
    show(playing({ ...court, documents: [...office.documents, a!, b!] }))
    expect(tab()).toContain('first')
  })

  test('a warrant carries its stamp, a newspaper its name, and each says what is invented', () => {
    const { find, press, named } = open(office)
    expect(wordsOf(find('.is-warrant .stamp'))).toBe('Served 09:14')
    expect(wordsOf(find('.is-warrant .note'))).toContain('Written for this game')
    press(named('Cloud firm told'))
    expect(wordsOf(find('.masthead'))).toBe('The Harbor Ledger')
  })

  test('a paper opens in full in a card', () => {
    const { press, find } = open(office)
    press(find('.in-full'))
    expect(wordsOf(find('dialog h2'))).toBe('Search and seizure warrant')
    expect(wordsOf(find('dialog'))).toContain('YOU ARE COMMANDED')
  })

  test('a desk without papers says so', () => {
    const { find } = open({ ...office, documents: [] })
    expect(wordsOf(find('#papers'))).toContain('No paper has reached the desk yet.')
  })
})

describe('words and law', () => {
  test('a term opens its definition in plain words', () => {
    const { press, find } = open(office)
    press(find('.paper .term'))
    expect(wordsOf(find('dialog'))).toContain('Facts that make a careful person believe')
  })

  test('a law in the text opens its authority: citation, dates, whether the source was checked', () => {
    const { press, find } = open(office)
    press(find('.prose .law-link'))
    const card = wordsOf(find('dialog'))
    for (const part of ['18 U.S.C. § 2703(a)', 'in force since 21 October 1986', 'source checked'])
      expect(card).toContain(part)
  })

  test('a law that nobody described says that it is not in the file', () => {
    const { press, find } = open({
      ...office,
      scene: { ...office.scene, text: [rich('See [this](law:atlantis-1).')] },
    })
    press(find('.prose .law-link'))
    expect(wordsOf(find('dialog'))).toContain('This authority is not in this matter’s file.')
  })

  test('each order says what it says now of each act, and a finding opens to rule, facts, exceptions, objections', async () => {
    const { all, find } = open(office)
    expect(all('.order h3').map(h => wordsOf(h))).toEqual(['US United States', 'IE Ireland', 'EU European Union'])
    const finding = find<HTMLDetailsElement>('.of-us .finding details')
    expect(wordsOf(finding.querySelector('summary'))).toBe('contested disclose the content of the account')
    finding.open = true
    await expect.poll(() => wordsOf(finding)).toContain('us-sca-warrant-content')
    const body = wordsOf(finding)
    for (const part of [
      'Control: the statute reaches what the provider can obtain',
      'Taken by no court yet',
      'yes: A judge found probable cause (the warrant, paragraph 3)',
      'not known: The statute reaches what is controlled',
      'no: A stay of the order is in force',
      'stands against it: neither rule overrides the other',
      'Fed. R. Crim. P. 41(b)',
      'Contempt: a coercive fine per day',
    ])
      expect(body).toContain(part)
  })

  test('a conflict of laws says how sure it is and what would dissolve it', () => {
    const { find } = open(office)
    expect(wordsOf(find('.conflicts'))).toContain('Possible. United States law may oblige you')
    expect(wordsOf(find('.conflicts'))).toContain('whether the statute reaches what is controlled abroad')
  })

  test('a word can be sought, and a search that finds nothing says so', async () => {
    const { find, all } = open(office)
    const seek = (text: string) => {
      const input = find<HTMLInputElement>('.seek input')
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
    seek('custody')
    await expect.poll(() => all('.glossary dt').map(wordsOf)).toEqual(['Possession, custody or control'])
    seek('zebra')
    await expect.poll(() => wordsOf(find('.glossary'))).toContain('No word here matches “zebra”.')
  })
})

describe('meters and picture', () => {
  test('a meter is a name, a number, a word, and the way it moved', () => {
    const { all } = open(court)
    expect(wordsOf(all('.meters-groups .meter')[0]!)).toBe('United States34, up ▲12real')
  })

  test('under its heading a meter is called by what the heading leaves open', () => {
    expect(['US exposure', 'Exposure in Brazil', 'European public sector', 'Standing'].map(short)).toEqual([
      'US',
      'Brazil',
      'EU public sector',
      'Standing',
    ])
  })

  test('on a small page the meters unfold when asked, and say before that what they are', async () => {
    const { press, find } = open(office)
    for (const word of ['Exposure', 'Trust', 'The case']) expect(wordsOf(find('.meters-fold'))).toContain(word)
    press(find('.meters-fold'))
    expect(find('.meters-fold').getAttribute('aria-expanded')).toBe('true')
    expect(find('.meters').className).toContain('is-open')
  })

  test('the picture is also in words, and who speaks in it is text', () => {
    const { find } = open(office)
    expect(wordsOf(find('.described'))).toContain('the letters lie in Dublin')
    expect(wordsOf(find('.room'))).toContain(people.ruth.says!)
  })

  test('the curtain asks for the stage; when the stage fails the picture stays', () => {
    const { press, named, sent, show, find } = open(office)
    press(named('Raise the curtain'))
    expect(sent).toEqual([{ kind: 'stage', on: true }])
    show(playing(office, { stage: 'failed' }))
    expect(wordsOf(find('.picture'))).toContain('The stage could not be drawn here.')
    expect(find('.chart')).toBeTruthy()
  })

  test('the stage is given its place while the curtain is up, hidden from a screen reader', () => {
    const { find, show, all } = open(office, { stage: 'on' })
    expect(find('.stage-slot').getAttribute('aria-hidden')).toBe('true')
    expect(all('.chart')).toHaveLength(0)
    expect(wordsOf(find('.room'))).toContain(people.ruth.says!)
    show(playing(office, { stage: 'off' }))
    expect(all('.stage-slot')).toHaveLength(0)
  })

  test('a hearing names the bench, the motion and what each side has said', () => {
    const { find } = open(court)
    const hearing = wordsOf(find('.hearing'))
    for (const part of [
      'Motion to vacate the warrant',
      'Before Judge Halloran',
      'You The statute says',
      'Against you It is executed',
    ])
      expect(hearing).toContain(part)
  })
})

test('a long glossary is folded until asked for, and a search looks through all of it', async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({
    id: `w${i}`,
    term: `Word ${i}`,
    text: 'A word.',
    citations: [],
  }))
  const { all, find } = open({ ...office, glossary: many })
  expect(all('.glossary dt')).toHaveLength(0)
  const fold = find<HTMLDetailsElement>('.all-words')
  expect(wordsOf(fold)).toBe('All 30 words')
  fold.open = true
  await expect.poll(() => all('.glossary dt')).toHaveLength(30)
  const input = find<HTMLInputElement>('.seek input')
  input.value = 'word 17'
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await expect.poll(() => all('.glossary dt').map(wordsOf)).toEqual(['Word 17'])
})

test('the menu holds the code, the file and the way back, and starting again is asked twice', () => {
  const { press, named, sent, find } = open(court)
  press(named('Menu'))
  expect(wordsOf(find('dialog .code code'))).toBe(court.code)
  press(named('Save to a file'))
  press(named('Start again'))
  expect(sent).toEqual([{ kind: 'export-save' }])
  press(find('.sure .danger'))
  expect(sent.at(-1)).toEqual({ kind: 'restart' })
})
