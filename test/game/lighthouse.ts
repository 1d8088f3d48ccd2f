/**
 * A small matter with a law of its own, so that the game is tested against rules that fit on one page.
 *
 * North asks a lighthouse keeper for a box; South, where the box lies, may forbid it. One duty with a stay, one
 * contested prohibition, one crime, chance in a chain, a loop that counts, choices that open and close.
 */
import type { ConsequenceFile } from '../../src/game/index.ts'
import { type Matter, prepare } from '../../src/game/index.ts'
import type { LawFile } from '../../src/law/index.ts'
import type { Level } from '../../src/level/index.ts'

export const law: readonly LawFile[] = [
  {
    acts: [
      { id: 'hand-over', gloss: 'hand over the box', definition: 'Giving the box away.', sets: { 'box.gone': true } },
      { id: 'burn', gloss: 'burn the box', definition: 'Destroying it.', sets: { 'box.burnt': true } },
      { id: 'ask-stay', gloss: 'ask for a stay', definition: 'Asking the court to wait.' },
      {
        id: 'send-everything',
        gloss: 'send everything',
        definition: 'The box and all it came with.',
        entails: ['hand-over'],
      },
    ],
    facts: {
      'paper.served': { type: 'bool' },
      'paper.stayed': { type: 'bool' },
      'paper.notice': { type: 'bool' },
      'box.gone': { type: 'bool' },
      'box.burnt': { type: 'bool' },
      'box.owner': { type: 'enum', values: ['north', 'south'] },
      'keeper.fined': { type: 'bool' },
    },
    courts: [{ id: 'north-high' }, { id: 'north-low', parent: 'north-high' }],
    questions: { secrecy: { readings: ['strict', 'mild'] } },
    authorities: [],
  },
  {
    order: 'north',
    name: 'Northland',
    rules: [
      {
        id: 'n-hand-over',
        from: '1900-01-01',
        when: 'paper.served',
        then: { oblige: 'hand-over' },
        cite: ['north-act'],
        sanction: [
          { kind: 'per-day', min: 100, max: 100, currency: 'NOK', when: 'keeper.fined' },
          { kind: 'per-day', min: 0, max: 100, currency: 'NOK', when: '!keeper.fined' },
        ],
        says: 'A paper that was served must be obeyed.',
      },
      {
        id: 'n-stay',
        from: '1900-01-01',
        when: 'paper.stayed',
        then: { excuse: 'hand-over' },
        overrides: ['n-hand-over'],
        cite: ['north-stays'],
      },
      {
        id: 'n-burn',
        from: '1900-01-01',
        when: 'paper.served',
        then: { forbid: 'burn' },
        cite: ['north-penal-code'],
        sanction: [{ kind: 'crime', min: 6, max: 24 }],
      },
    ],
  },
  {
    order: 'south',
    name: 'Southland',
    rules: [
      {
        id: 's-secrecy',
        from: '1900-01-01',
        when: "reading.secrecy == 'strict'",
        then: { forbid: 'hand-over' },
        cite: ['south-secrecy-act'],
        sanction: [
          { kind: 'money', min: 1000, max: 1000, currency: 'SEK' },
          { kind: 'crime', min: 0, max: 12, when: 'paper.notice' },
        ],
      },
    ],
  },
]

export const consequences: ConsequenceFile = {
  note: 'A small model, for tests.',
  scale: {
    money: [
      [0, 0],
      [1, 10],
      [1000, 30],
    ],
    'per-day': [
      [0, 0],
      [100, 60],
    ],
    crime: [
      [0, 0],
      [6, 50],
      [24, 90],
    ],
    blocking: [[0, 0]],
  },
  rules: [
    { id: 'justice-served', on: { act: 'hand-over' }, meter: 'justice', by: 20, why: 'The case moves on.' },
    {
      id: 'trust-south',
      on: { act: 'hand-over' },
      when: "box.owner == 'south'",
      meter: 'trust',
      of: { region: 'south' },
      by: -9,
      why: 'It was theirs.',
    },
    { id: 'justice-burnt', on: { fact: 'box.burnt', is: true }, meter: 'justice', by: -70, why: 'Nothing is left.' },
    {
      id: 'standing-defied',
      on: { breach: '*', order: 'north', manner: 'omitted' },
      meter: 'standing',
      by: -10,
      why: 'The court waits.',
      cite: ['north-bench-book'],
    },
    { id: 'standing-purged', on: { closed: 'hand-over' }, meter: 'standing', by: 4, why: 'Late, but done.' },
    {
      id: 'treasury-possible',
      on: { breach: 'hand-over', level: 'possible', manner: 'did' },
      meter: 'treasury',
      by: -3,
      why: 'Somebody may sue.',
    },
    { id: 'justice-delay', on: { passed: 30 }, meter: 'justice', by: -2, why: 'A witness forgets.' },
    { id: 'treasury-luck', on: { fact: 'keeper.fined', is: true }, meter: 'treasury', by: -12, why: 'A fine to pay.' },
  ],
}

const place = { kind: 'office', name: 'The lamp room' } as const
const words = ['The lamp turns.']

export const level: Level = {
  format: 1,
  id: 'lighthouse',
  version: '1.2.0',
  title: 'The lighthouse',
  start: 'door',
  date: '1950-01-01',
  forum: 'north-low',
  orders: ['north', 'south'],
  brief: 'A box, a paper, two coasts.',
  minutes: 5,
  concepts: [],
  authorities: [],
  facts: {
    'paper.served': true,
    'paper.stayed': false,
    'box.owner': 'south',
    'keeper.fined': false,
    'paper.notice': false,
    'box.burnt': null,
  },
  flags: {
    waited: { type: 'int', min: 0, max: 2, gloss: 'times waited' },
    weather: { type: 'enum', values: ['fair', 'foul'], gloss: 'the weather' },
    wrote: { type: 'bool', gloss: 'wrote home' },
  },
  meters: { justice: 50, treasury: 60, standing: 70 },
  groups: [
    { id: 'sailors', name: 'Sailors', region: 'south', kind: 'consumer', trust: 5 },
    { id: 'harbours', name: 'Harbours', region: 'north', kind: 'public', trust: 55 },
  ],
  cast: [],
  sites: [
    {
      id: 'lamp',
      name: 'The lamp',
      lon: 0,
      lat: 60,
      kind: 'office',
      holds: [{ what: 'content', if: 'flag.waited > 0' }],
    },
    { id: 'pier', name: 'The pier', lon: 1, lat: 61, kind: 'court' },
  ],
  documents: [],
  scenes: [
    {
      id: 'door',
      title: 'At the door',
      date: '1950-01-01',
      place,
      text: words,
      choices: [
        {
          id: 'give',
          text: 'Give them the box.',
          acts: ['hand-over'],
          goto: 'harbour',
          travels: [{ what: 'data', from: 'lamp', to: 'pier' }],
        },
        { id: 'burn-it', text: 'Burn it.', acts: ['burn'], goto: 'ashes' },
        { id: 'ask-court', text: 'Ask for a stay.', acts: ['ask-stay'], goto: 'storm' },
        {
          id: 'wait',
          text: 'Wait a day.',
          if: 'flag.waited < 2',
          acts: [],
          set: { 'flag.waited': { add: 1 } },
          goto: 'door',
        },
        {
          id: 'sleep',
          text: 'Go to bed.',
          acts: [],
          goto: [{ if: 'flag.waited >= 2', goto: 'storm' }, { goto: 'court' }],
        },
      ],
    },
    {
      id: 'storm',
      title: 'A storm',
      date: '1950-01-03',
      place,
      text: words,
      because: 'Nobody can tell the weather.',
      chance: [
        { id: 'calm', per1000: 600, text: 'It passes.', set: { 'paper.stayed': true }, goto: 'post' },
        { id: 'wreck', per1000: 400, text: 'It stays.', set: { 'flag.weather': 'foul' }, goto: 'court' },
      ],
    },
    {
      id: 'post',
      title: 'The post',
      date: '1950-01-10',
      place,
      text: words,
      because: 'The post has its own mind.',
      set: { 'flag.wrote': true },
      chance: [
        { id: 'early', per1000: 500, text: 'Early.', goto: 'court' },
        { id: 'late', per1000: 500, text: 'Late.', set: { 'keeper.fined': true }, goto: 'court' },
      ],
    },
    {
      id: 'court',
      title: 'In court',
      date: '1950-03-05',
      forum: 'north-high',
      place: { kind: 'courtroom', name: 'Court' },
      text: words,
      due: ['hand-over'],
      choices: [
        { id: 'comply', text: 'Give in.', acts: ['send-everything'], goto: 'harbour' },
        { id: 'defy', text: 'Say no.', acts: [], goto: 'court' },
        { id: 'plead', text: 'Plead.', acts: ['ask-stay'], set: { 'paper.stayed': true }, goto: 'court' },
        {
          id: 'lift',
          text: 'Let it lapse.',
          if: 'paper.stayed',
          acts: [],
          set: { 'paper.stayed': false },
          goto: 'court',
        },
        { id: 'leave', text: 'Leave.', if: "flag.weather == 'foul'", acts: [], goto: 'storm' },
        { id: 'go-upstairs', text: 'Go upstairs.', acts: [], goto: 'upstairs' },
        { id: 'resign', text: 'Resign.', acts: [], goto: 'home' },
      ],
    },
    {
      id: 'upstairs',
      title: 'Upstairs',
      date: '1950-03-20',
      place,
      text: words,
      set: { 'paper.stayed': false },
      choices: [
        { id: 'obey', text: 'Obey.', acts: ['hand-over'], goto: 'harbour' },
        { id: 'shrug', text: 'Shrug.', acts: [], goto: 'harbour' },
      ],
    },
    {
      id: 'harbour',
      title: 'The harbour',
      date: '1950-04-01',
      place,
      text: words,
      travels: [{ what: 'letter', from: 'pier', to: 'lamp' }],
      choices: [
        { id: 'notice', text: 'Read the notice.', acts: [], set: { 'paper.notice': true }, goto: 'harbour' },
        { id: 'go-home', text: 'Go home.', acts: [], goto: 'home' },
      ],
    },
  ],
  endings: [
    { id: 'home', title: 'Home', date: '1950-05-01', tone: 'mixed', text: words, lesson: 'Rest.', otherSide: 'Work.' },
    {
      id: 'ashes',
      title: 'Ashes',
      date: '1950-01-02',
      tone: 'lost',
      text: words,
      lesson: 'Do not.',
      otherSide: 'Never.',
    },
  ],
  profiles: [],
  simplified: [],
  history: [],
  teaching: { aims: ['Aims.'], questions: ['Why?'] },
}

/** Prepares a level of this coast, or fails the test with what is wrong. */
export const prepared = (of: Level = level, model: ConsequenceFile = consequences): Matter => {
  const matter = prepare(of, law, model)
  if (!matter.ok) throw new Error(matter.problems.map(problem => problem.what).join('\n'))
  return matter.value
}
