/** What a lawyer would dispute in the Dublin warrant, as a player is shown it. */
import { expect, test } from 'vitest'
import { readShipped } from '../../src/cli/build/matters.ts'
import { type Matter, options, prepare, type State, start, step } from '../../src/game/index.ts'
import { caseView } from '../../src/view/index.ts'

const { levels, law, consequences } = readShipped('levels')
const ready = prepare(levels.find(level => level.id === 'dublin-warrant')!, law, consequences)
if (!ready.ok) throw new Error('the Dublin warrant cannot be prepared')
const matter: Matter = ready.value

const after = (choices: string, seed = 0): State =>
  choices.split(' ').reduce((state, choice) => step(matter, state, choice).state, start(matter, { seed }))
const seen = (state: State) => caseView(matter, state, { showPredictions: true, mode: 'practice', seen: [] })
const said = (state: State, choice: string, order: string) => {
  const line = seen(state)
    .choices.find(open => open.id === choice)!
    .says.find(each => each.order === order)!
  return `${line.verdict}: ${line.text}`
}
const papers = (state: State) => seen(state).documents.map(document => document.id)
const reasons = (state: State) => state.made.flatMap(each => each.changes.flatMap(change => change.reasons))

const toAugust =
  'freeze-first see-you-in-court move-to-vacate argue-territorial argue-letters argue-doors seek-review ' +
  'say-nothing-public district-follow concede-control ask-for-stay'
const defied = `${toAugust} defy`
const agreed = `${toAugust} propose-contempt`

test('on the first day, whether the warrant reaches the mail in Dublin is open', () => {
  expect(said(start(matter), 'give-everything', 'us')).toMatch(
    /^obliges: .*It is open whether US law obliges you to hand over the content of the account\.$/,
  )
})

test('to agree to be in contempt is permitted; what is forbidden is to leave the mail undelivered', () => {
  expect(said(after(toAugust), 'propose-contempt', 'us')).toBe(
    'forbids: US law obliges you to hand over the content of the account: to leave that undone is what it forbids. ' +
      'US law permits you to stipulate to contempt.',
  )
})

test('an agreed contempt on appeal makes nothing else forbidden, such as a word to a reporter', () => {
  const december = after(`${agreed} lead-with-statute`)
  expect(said(december, 'ireland-is-neutral', 'us')).toBe(
    'silent: US law neither asks for this nor forbids it. ' +
      'US law still obliges you to hand over the content of the account, and this changes nothing in that.',
  )
})

test('the stipulation lies on the desk of whoever stipulated, and of nobody else', () => {
  expect(papers(after(agreed))).toContain('stipulation')
  expect(papers(after(`${defied} pay-and-appeal`))).not.toContain('stipulation')
})

test('to obey purges a civil contempt: nothing is at stake in New York any more', () => {
  expect(after(defied).meters['exposure.us']).toBeGreaterThan(0)
  expect(after(`${defied} purge`).meters['exposure.us']).toBe(0)
})

test('an appeal is paid for, and thanked for, once', () => {
  const filed = reasons(after(`${defied} pay-and-appeal lead-with-statute`)).map(reason => reason.rule)
  expect(filed.filter(rule => rule === 'treasury-appeal')).toHaveLength(1)
})

test('no motion keeps the records back for ever: who withheld them hands them up with the next paper', () => {
  const ruled = after('freeze-first see-you-in-court move-against-all argue-territorial argue-letters argue-doors')
  expect(said(after('freeze-first see-you-in-court'), 'move-against-all', 'us')).toMatch(/^forbids: .*billing records/)
  expect(options(matter, ruled).map(choice => choice.id)).toEqual(['records-and-review', 'obey-in-full'])
  expect(step(matter, ruled, 'records-and-review').state.breaches).toEqual([])
})

test('comity in the old way is argued under the old law: nobody is told again that the new motion is closed', () => {
  const motion = after(
    `${agreed} lead-with-statute ireland-is-neutral whose-letters guard-the-win back-the-bill statutory-motion`,
  )
  const before = reasons(motion).filter(reason => reason.rule === 'standing-closed-motion')
  const now = reasons(step(matter, motion, 'argue-old-comity').state)
  expect(before).toHaveLength(1)
  expect(now.filter(reason => reason.rule === 'standing-closed-motion')).toHaveLength(1)
})

test('to refuse an Irish judge makes nothing good in New York, whenever it happens', () => {
  const early = after('records-first lock-in-dublin offer-treaty keep-waiting resist-dublin-too', 6)
  expect([early.ending, early.day]).toEqual(['no-door-left', '2014-06-23'])
  expect(reasons(early).map(reason => reason.rule)).not.toContain('standing-made-good')
})

test('no reason given before 2025 rests on what was said in 2025', () => {
  const overclaimed = reasons(after('give-everything deny-it'))
  expect(overclaimed.map(reason => reason.rule)).toContain('trust-overclaimed')
  expect(overclaimed.flatMap(reason => reason.authorities)).not.toContain('fr-senate-2025')
})
