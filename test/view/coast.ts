/** The lighthouse, furnished: people, papers, authorities, a hearing and a court that has spoken. */
import { type Matter, prepare, type State, start, step } from '../../src/game/index.ts'
import type { LawFile } from '../../src/law/index.ts'
import type { Level } from '../../src/level/index.ts'
import { law as bare, consequences, level as plain } from '../game/lighthouse.ts'

const law: readonly LawFile[] = [
  {
    ...bare[0]!,
    courts: [
      { id: 'north-high', name: 'High Court of Northland' },
      { id: 'north-low', parent: 'north-high', name: 'Low Court of Northland' },
    ],
    questions: {
      secrecy: {
        readings: ['strict', 'mild'],
        asks: 'Is a box at sea secret?',
        says: {
          strict: 'What lies in the South is secret. So the High Court from 1960.',
          mild: 'Only letters are secret.',
        },
      },
    },
    holdings: [
      { id: 'old', question: 'secrecy', reading: 'mild', court: 'elsewhere', from: '1940-01-01', cite: 'old-case' },
      { id: 'new', question: 'secrecy', reading: 'strict', court: 'north-high', from: '1960-01-01', cite: 'new-case' },
    ],
    authorities: [
      {
        id: 'north-act',
        kind: 'statute',
        jurisdiction: 'N',
        title: 'Papers Act',
        citation: 'N. 1900 c. 1',
        inForce: { from: '1900-01-01', to: null },
        summary: 'Papers are obeyed.',
        verified: true,
        verifiedScope: 'partial',
        notes: 'Read in translation.',
      },
      {
        id: 'old-case',
        kind: 'case',
        jurisdiction: 'E',
        title: 'Re a box',
        citation: '[1940] 1',
        inForce: { from: '1940-01-01', to: '1955-01-01' },
        summary: 'Mild.',
        verified: false,
      },
    ],
    terms: [
      { id: 'stay', term: 'Stay', text: 'A court says: wait.', cite: ['north-act'] },
      { id: 'salvage', term: 'Salvage', text: 'Another matter.', cite: ['sea-act'] },
    ],
  },
  ...bare.slice(1),
  { courts: [{ id: 'elsewhere', name: 'Court of Elsewhere' }] },
]

const furnished = plain.scenes.map(scene => {
  if (scene.id === 'door')
    return { ...scene, documents: ['paper'], travels: [{ what: 'warrant' as const, from: 'pier', to: 'lamp' }] }
  if (scene.id === 'storm') return { ...scene, documents: ['forecast'] }
  if (scene.id !== 'court' || 'chance' in scene) return scene
  return {
    ...scene,
    place: { kind: 'courtroom' as const, name: 'Court', people: [{ who: 'judge', face: 'stern', says: 'Well?' }] },
    hearing: { bench: 'judge', counsel: 'agent', motion: 'Whether to wait' },
  }
})

export const level: Level = {
  ...plain,
  authorities: ['north-act'],
  brief: 'A *box*, a [stay](term:stay), two coasts.',
  cast: [
    { id: 'judge', name: 'Judge North', role: 'judge', wants: 'Order.', side: 'bench' },
    { id: 'agent', name: 'Agent Tern', role: 'agent', wants: 'The box.', side: 'them' },
  ],
  documents: [
    {
      id: 'paper',
      kind: 'order',
      title: 'The paper',
      date: '1950-01-01',
      body: ['Hand it *over*.'],
      cite: ['north-act'],
    },
    { id: 'forecast', kind: 'newspaper', title: 'Gales', date: '1950-01-03', body: ['Wind.'] },
  ],
  history: [{ date: '1950-01-01', text: 'A box was asked for.', cite: ['old-case'] }],
  simplified: [{ what: 'The sea.', why: 'It is large.' }],
  scenes: furnished,
}

const ready = prepare(level, law, consequences)
if (!ready.ok) throw new Error(ready.problems.map(problem => problem.what).join('\n'))
export const coast: Matter = ready.value

/** The state after these choices. */
export const after = (choices: readonly string[], seed = 0): State =>
  choices.reduce((state, choice) => step(coast, state, choice).state, start(coast, { seed }))
