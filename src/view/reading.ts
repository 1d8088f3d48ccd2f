/** The law room: which shelf is open, the lab's state, and what its last change did. Each answer is a new room. */
import { didYouMean, type Problem } from '../base/index.ts'
import type { Pack } from '../law/index.ts'
import { changesOf, labView } from './lab.ts'
import { writeLab } from './lablink.ts'
import { readLab } from './labread.ts'
import { changeLab, firstLab, type Lab, labOf } from './labstate.ts'
import { type LabChange, type LabState, type LawRoomView, type LawTab, lawTabs } from './lawroom.ts'
import { libraryOf } from './library.ts'

/** A law room at one moment. Nothing in it changes; `open` and `change` give the next one. */
export interface LawRoom {
  readonly view: LawRoomView
  /** Goes where an address points, what stands after `#law=`. The lab keeps what the address does not say. */
  open(at: string): LawRoom
  change(change: LabChange): LawRoom
}

interface Moment {
  readonly tab: LawTab
  readonly about: readonly string[]
  readonly state: LabState
  readonly changed: readonly string[]
  readonly turn: number
  readonly problems: readonly Problem[]
}

const noShelf = (word: string): Problem => {
  const near = didYouMean(word, lawTabs)
  return {
    code: 'no-such-shelf',
    severity: 'warning',
    where: { file: 'the address of this page' },
    what: `The law room has no part "${word.slice(0, 40)}".`,
    why: 'The lab is open instead, as it was. No save has been touched.',
    mend: near ? `Did you mean "${near}"?` : `It has these: ${lawTabs.join(', ')}.`,
  }
}

const isTab = (word: string): word is LawTab => (lawTabs as readonly string[]).includes(word)

const room = (lab: Lab, moment: Moment, ready?: LawRoomView['lab']): LawRoom => {
  const { tab, about, state } = moment
  let view: LawRoomView | undefined
  let shown = ready
  const now = () => {
    shown ??= labView(lab, state)
    return shown
  }
  return {
    get view() {
      view ??= {
        tab,
        about,
        get lab() {
          return now()
        },
        get library() {
          return libraryOf(lab)
        },
        changed: moment.changed,
        turn: moment.turn,
        problems: moment.problems,
        link: tab === 'lab' ? writeLab(state) : [tab, ...about].join('/'),
      }
      return view
    },
    open(at) {
      const [word = '', ...rest] = at.split('/')
      if (word === '' || word === 'lab') {
        const read = readLab(lab, rest, state)
        return room(lab, { tab: 'lab', about: [], state: read.state, changed: [], turn: 0, problems: read.problems })
      }
      if (!isTab(word)) return room(lab, { ...moment, tab: 'lab', about: [], problems: [noShelf(word)] })
      return room(lab, { ...moment, tab: word, about: rest.filter(Boolean).slice(0, 2), problems: [] })
    },
    change(change) {
      const next = changeLab(lab, state, change)
      const then = labView(lab, next)
      const changed = changesOf(lab, now(), then)
      return room(lab, { tab: 'lab', about: [], state: next, changed, turn: moment.turn + 1, problems: [] }, then)
    },
  }
}

/** The law room of a pack, with the lab at its first preset. */
export const openLawRoom = (pack: Pack): LawRoom => {
  const lab = labOf(pack)
  return room(lab, { tab: 'lab', about: [], state: firstLab(lab), changed: [], turn: 0, problems: [] })
}
