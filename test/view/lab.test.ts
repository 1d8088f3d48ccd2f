/** The conflict lab over the shipped law: what it says, what a change changes, and what a link brings back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lawForRoom, readShipped } from '../../src/cli/build/matters.ts'
import { assemble, readFacts } from '../../src/law/index.ts'
import { openLawRoom } from '../../src/view/index.ts'
import { presets } from '../../src/view/presets.ts'

const pack = assemble(lawForRoom(readShipped('levels')))
const fresh = () => openLawRoom(pack)
const from = (preset: string) => fresh().change({ preset })
const says = (room: ReturnType<typeof fresh>) =>
  Object.fromEntries(room.view.lab.orders.filter(o => o.verdict !== 'silent').map(o => [o.id, o.verdict]))

test('every preset gives only facts the law knows, an act it speaks of and a court it has', () => {
  for (const preset of presets) {
    const read = readFacts(pack.facts, preset.facts)
    expect(read.problems, preset.id).toEqual([])
    expect(from(preset.id).view.lab.preset).toBe(preset.id)
  }
})

test.each([
  ['dublin-2013', { us: 'contested', ie: 'contested', eu: 'contested' }, ['possible', 'possible']],
  ['brazil-2016', { br: 'obliges', us: 'forbids' }, ['certain']],
  ['circuit-2016', { us: 'excuses', ie: 'contested', eu: 'contested' }, []],
  ['cloud-act-2018', { us: 'obliges', ie: 'contested', eu: 'contested' }, ['possible', 'possible']],
  ['china-2022', { us: 'obliges', cn: 'forbids' }, ['certain']],
  ['uk-direct-2022', { uk: 'obliges', us: 'permits' }, []],
  ['e-evidence-2026', { eu: 'obliges', us: 'forbids' }, ['certain']],
] as const)('%s: the orders say what the tables say', (preset, expected, conflicts) => {
  const { lab } = from(preset).view
  expect(says(from(preset))).toEqual(expected)
  expect(lab.conflicts.map(({ level }) => level)).toEqual(conflicts)
})

test('the day the CLOUD Act comes, the change is said with its ground', () => {
  const room = from('circuit-2016').change({ day: '2018-03-22' }).change({ day: '2018-03-23' })
  expect(room.view.changed[0]).toBe('The United States now obliges you (before: excuses).')
  expect(room.view.changed.at(-1)).toContain('18 U.S.C. 2713')
})

test('what changes nothing says so', () => {
  expect(from('dublin-2013').change({ day: '2013-12-05' }).view.changed).toEqual([
    'Nothing changes in what any order says of it.',
  ])
})

test('a copy in the United States turns a contested duty into a plain one', () => {
  const room = from('circuit-2016').change({ facts: { 'data.usCopy': true } })
  expect(says(room).us).toBe('obliges')
  expect(room.view.lab.preset).toBe('')
})

test('a reading can be supposed, and let go again', () => {
  const supposed = from('dublin-2013').change({ suppose: { scaReach: 'location' } })
  expect(says(supposed).us).toBe('excuses')
  expect(says(supposed.change({ suppose: { scaReach: null } })).us).toBe('contested')
})

test('every turning leads where it says', () => {
  for (const preset of ['dublin-2013', 'china-2022', 'e-evidence-2026']) {
    const room = from(preset)
    for (const order of room.view.lab.orders)
      for (const turning of [...order.turns, ...order.ways]) {
        const then = room.change(turning.change).view.lab.orders.find(({ id }) => id === order.id)!
        expect(then.verdict, `${preset}, ${order.id}: ${turning.text}`).toBe(turning.verdict)
        expect(turning.verdict).not.toBe(order.verdict)
      }
  }
})

test('the strip agrees with the answer of every day, and covers all of them', () => {
  const room = from('dublin-2013')
  const { strip, orders } = room.view.lab
  expect(strip.rows.length + strip.silent.length).toBe(orders.length)
  for (const row of strip.rows) {
    expect(row.stretches.reduce((sum, each) => sum + each.width, 0)).toBeCloseTo(100)
    for (const { from: day, verdict } of row.stretches)
      expect(room.change({ day }).view.lab.orders.find(({ id }) => id === row.order)!.verdict).toBe(verdict)
  }
})

test('who speaks comes first, and each who speaks has its sources', () => {
  const { orders } = from('cloud-act-2018').view.lab
  const silent = orders.findIndex(({ verdict }) => verdict === 'silent')
  expect(orders.slice(silent).every(({ verdict }) => verdict === 'silent')).toBe(true)
  for (const order of orders.slice(0, silent)) expect(order.sources.length, order.id).toBeGreaterThan(0)
})

test('any state of the lab comes back by its link', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...presets),
      fc.integer({ min: 0, max: 166 }),
      fc.constantFrom(...pack.courts.keys()),
      fc.subarray([...pack.facts.keys()]),
      (preset, month, forum, unknown) => {
        const day = `${2013 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
        const facts = Object.fromEntries(unknown.map(path => [path, null]))
        const room = fresh().change({ preset: preset.id }).change({ day, forum, facts })
        const again = fresh().open(room.view.link)
        expect(again.view.problems).toEqual([])
        expect(again.view.link).toBe(room.view.link)
        expect(again.view.lab.inShort).toBe(room.view.lab.inShort)
      },
    ),
    { numRuns: 60 },
  ))

test('a broken link tells each fault with advice, opens the rest and keeps what was there', () => {
  const before = from('china-2022')
  const room = before.open(
    'lab/2099-01-01/us-sdnny/disclose-contents/data.contentAt:ei,data.usCoppy:yes,reading.scaReach:x',
  )
  expect(room.view.problems.map(problem => problem.mend)).toEqual([
    'Write a day from 2013-01-01 to 2026-11-30, year first; or set it below.',
    'Did you mean "us-sdny"?',
    'Did you mean "disclose-content"?',
    'Set the fact below.',
    'Did you mean "data.usCopy"?',
    'Choose a reading below.',
  ])
  expect(room.view.lab.day).toBe('2022-11-03')
  expect(before.open('authoritys').view.problems[0]!.mend).toBe('Did you mean "authorities"?')
  expect(before.open('authoritys').view.lab.inShort).toBe(before.view.lab.inShort)
})

test('no link breaks the lab', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), text => void fresh().open(`lab/${text}`).view.lab.inShort),
    {
      numRuns: 60,
    },
  ))

test('the library has every rule in words, every authority with its sources and every holding with its dates', () => {
  const { library } = fresh().view
  const rules = library.orders.flatMap(order => order.rules)
  expect(rules.length).toBe(pack.rules.size)
  for (const rule of rules) {
    expect(rule.then, rule.id).toMatch(/^[A-Z“].*[.!?]”?$/)
    expect(JSON.stringify(rule.full.when), rule.id).not.toContain('==')
    expect(rule.full.citations.length, rule.id).toBeGreaterThan(0)
  }
  expect(library.authorities.length).toBe(pack.authorities.size)
  for (const { sources } of library.authorities) for (const source of sources) expect(source).toMatch(/^https?:\/\//)
  expect(library.authorities.filter(({ scope }) => scope === 'none').length).toBeGreaterThan(0)
  const reach = library.questions.find(({ id }) => id === 'scaReach')!
  expect(reach.readings.map(({ id, holdings }) => [id, holdings.length > 0])).toEqual([
    ['control', true],
    ['location', true],
  ])
})

test('a flip is answered well within a frame', () => {
  let room = from('dublin-2013')
  const times: number[] = []
  for (let month = 0; month < 167; month++) {
    const before = process.cpuUsage()
    room = room.change({ day: `${2013 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` })
    void [room.view.lab.orders, room.view.lab.groups, room.view.lab.strip]
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  // Half of them: a machine that tests five things at once stumbles now and then.
  expect(times.sort((a, b) => a - b)[83]).toBeLessThan(16)
})
