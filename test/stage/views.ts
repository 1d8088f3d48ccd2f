/** StageViews to draw and to test with: the Dublin warrant's places and people, at three of its moments. */
import type { ChoiceView, PersonView, StageView, Verdict } from '../../src/view/index.ts'

const person = (
  id: string,
  name: string,
  role: string,
  side: PersonView['side'],
  face = 'calm',
  says: string | null = null,
) => ({
  id,
  name,
  role,
  wants: '',
  side,
  face,
  says,
})

const union =
  '040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 826'
const orders: StageView['orders'] = [
  { id: 'us', name: 'United States', countries: ['840'] },
  { id: 'ie', name: 'Ireland', countries: ['372'] },
  { id: 'eu', name: 'European Union', countries: union.split(' ') },
]

const sites: StageView['sites'] = [
  { id: 'sdny', name: 'New York court', lon: -74, lat: 40.71, kind: 'court', holds: [] },
  { id: 'nimbus', name: 'Nimbus', lon: -122.1, lat: 47.67, kind: 'office', holds: ['metadata'] },
  { id: 'doj', name: 'Justice, Washington', lon: -77.03, lat: 38.9, kind: 'authority', holds: [] },
  { id: 'dublin', name: 'Dublin', lon: -6.26, lat: 53.35, kind: 'datacentre', holds: ['content', 'keys'] },
  { id: 'ca', name: 'Irish Central Authority', lon: -6.27, lat: 53.34, kind: 'authority', holds: [] },
  { id: 'galway', name: 'Galway', lon: -9.05, lat: 53.27, kind: 'office', holds: [] },
]

/** A demand on its way across the Atlantic. */
export const map: StageView = {
  kind: 'map',
  name: 'The North Atlantic',
  light: 'day',
  people: [
    person(
      'brandt',
      'AUSA Naomi Brandt',
      'prosecutor',
      'them',
      'serious',
      'I am not a spy agency. I have a mother who calls me every Friday.',
    ),
  ],
  sites,
  travels: [{ what: 'warrant', from: 'sdny', to: 'dublin' }],
  orders,
  hearing: null,
  describes: 'A warrant leaves New York for Dublin.',
}

/** A hearing with cards from both sides. */
export const courtroom: StageView = {
  ...map,
  kind: 'courtroom',
  name: 'Southern District of New York',
  light: 'morning',
  people: [
    person('halloran', 'Judge Halloran', 'magistrate', 'bench', 'suspicious', 'Counsel, where is an e-mail?'),
    person(
      'brandt',
      'AUSA Naomi Brandt',
      'prosecutor',
      'them',
      'explaining',
      'Location is a setting in a menu. Control is what we serve.',
    ),
    person(
      'you',
      'You, for Nimbus',
      'general counsel',
      'us',
      'serious',
      'Irish law speaks where the letters lie, Your Honour.',
    ),
  ],
  travels: [],
  hearing: {
    motion: 'Motion to vacate the warrant',
    bench: person('halloran', 'Judge Halloran', 'magistrate', 'bench', 'suspicious', 'Counsel, where is an e-mail?'),
    counsel: person('brandt', 'AUSA Naomi Brandt', 'prosecutor', 'them', 'explaining'),
    points: [
      { text: 'A warrant under the Act is executed like a subpoena: it reaches what you control.', side: 'them' },
      { text: 'No officer crosses a border; an employee at a desk does.', side: 'them' },
      { text: 'Statutes do not reach abroad unless Congress says so.', side: 'us' },
      { text: 'There is a treaty, and it works.', side: 'us' },
    ],
  },
}

/** Three judges. */
export const appeal: StageView = {
  ...courtroom,
  name: 'Court of Appeals',
  light: 'evening',
  people: [
    person('panel', 'The panel', 'three circuit judges', 'bench', 'solemn', 'And if Congress meant the whole world?'),
    person('brandt', 'AUSA Naomi Brandt', 'prosecutor', 'them', 'serious'),
    person('you', 'You, for Nimbus', 'general counsel', 'us', 'explaining', 'Then Congress can say so.'),
  ],
  hearing: {
    motion: 'Appeal from the order of contempt',
    bench: person(
      'panel',
      'The panel',
      'three circuit judges',
      'bench',
      'solemn',
      'And if Congress meant the whole world?',
    ),
    counsel: person('brandt', 'AUSA Naomi Brandt', 'prosecutor', 'them', 'serious'),
    points: [],
  },
}

/** Late, with three people who want something. */
export const office: StageView = {
  ...map,
  kind: 'office',
  name: 'Legal, eleventh floor',
  light: 'night',
  people: [
    person(
      'agent',
      'The agent',
      'federal agent',
      'them',
      'calm',
      'Fourteen days. There is a girl dead in this one, counsel. Take ten.',
    ),
    person(
      'ruth',
      'Ruth Adeyemi',
      'operations',
      'us',
      'suspicious',
      'The mail is in Dublin. I can have it on a stick by lunch. I am only saying that I can.',
    ),
    person('dara', 'Dara Quinlan', 'director, Nimbus Ireland', 'us', 'concerned', 'You do know I live here.'),
  ],
  travels: [
    { what: 'warrant', from: 'sdny', to: 'nimbus' },
    { what: 'letter', from: 'dublin', to: 'nimbus' },
  ],
}

/** The same matter after somebody made a copy in the United States. */
export const copied: StageView = {
  ...map,
  light: 'evening',
  people: [],
  sites: sites.map(s => (s.id === 'nimbus' ? { ...s, holds: ['metadata', 'copy'] } : s)),
  travels: [
    { what: 'data', from: 'dublin', to: 'nimbus' },
    { what: 'request', from: 'doj', to: 'ca' },
  ],
}

/** A matter that spans the world. */
export const world: StageView = {
  ...map,
  light: 'night',
  people: [],
  sites: [
    ...sites.filter(s => ['sdny', 'dublin'].includes(s.id)),
    { id: 'sao', name: 'São Paulo', lon: -46.6, lat: -23.5, kind: 'datacentre', holds: ['content'] },
    { id: 'sin', name: 'Singapore', lon: 103.8, lat: 1.35, kind: 'datacentre', holds: ['copy'] },
    { id: 'mum', name: 'Mumbai', lon: 72.9, lat: 19.1, kind: 'datacentre', holds: [] },
    { id: 'syd', name: 'Sydney', lon: 151.2, lat: -33.9, kind: 'datacentre', holds: [] },
  ],
  travels: [
    { what: 'warrant', from: 'sdny', to: 'sao' },
    { what: 'request', from: 'mum', to: 'dublin' },
  ],
  orders: [
    ...orders,
    { id: 'br', name: 'Brazil', countries: ['076'] },
    { id: 'in', name: 'India', countries: ['356'] },
  ],
}

/** A focused choice's verdicts. */
export const says = (verdicts: Readonly<Record<string, Verdict>>): ChoiceView['says'] =>
  Object.entries(verdicts).map(([order, verdict]) => ({ order, name: order, verdict, text: `${order} ${verdict}` }))
