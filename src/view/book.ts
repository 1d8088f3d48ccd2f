/** The book of a matter: its authorities, terms, people and orders as they are shown. Made once for each matter. */
import type { Matter } from '../game/index.ts'
import type { Authority, Pack } from '../law/index.ts'
import { spans, unmarked } from '../level/index.ts'
import type { CaseView, CitationView, PersonView } from './types.ts'
import { lawOf, span } from './words.ts'

/** The words of a pack of law, whatever it is shown for. */
export interface LawBook {
  /** Citations of the authorities that are known; others are left out, since a level was checked for them. */
  cite(ids: readonly string[] | undefined): readonly CitationView[]
  readonly authorities: readonly CitationView[]
  /** "US law". */
  lawOf(order: string): string
  orderName(order: string): string
  /** The infinitive of an act: "hand over the content of the account". */
  act(id: string): string
  courtName(id: string | null): string
}

export interface Book extends LawBook {
  readonly glossary: CaseView['glossary']
  /** A person as the scene shows them. */
  person(id: string, face?: string, says?: string): PersonView
}

const citation = (authority: Authority): CitationView => {
  const { id, kind, title, summary, inForce, verified, verifiedScope, notes } = authority
  const partly = verified && verifiedScope === 'partial' ? 'Verified in part.' : ''
  const note = [partly, notes].filter(Boolean).join(' ')
  return {
    id,
    citation: authority.citation,
    title,
    summary,
    dates: span(inForce.from, inForce.to, kind === 'case' ? 'case' : 'law'),
    kind: kind.replaceAll('-', ' '),
    verified,
    ...(note ? { note } : {}),
  }
}

/** Ids of the words that the texts of a level link to, wherever they stand: `[words](term:id)`. */
const wordsIn = (level: Matter['level']): ReadonlySet<string> =>
  new Set([...JSON.stringify(level).matchAll(/\]\(term:([a-z0-9-]+)\)/g)].map(([, id]) => id!))

/** The law book of a pack. */
export const lawBook = (pack: Pack): LawBook => {
  const citations = new Map([...pack.authorities.values()].map(authority => [authority.id, citation(authority)]))
  const orderName = (order: string) => pack.orders.get(order) ?? order
  return {
    cite: ids =>
      [...new Set(ids)].flatMap(id => {
        const found = citations.get(id)
        return found ? [found] : []
      }),
    authorities: [...citations.values()],
    lawOf: order => lawOf(order, orderName(order)),
    orderName,
    act: id => pack.acts.get(id)?.gloss ?? id.replaceAll('-', ' '),
    courtName: id => (id === null ? 'no court yet' : (pack.courts.get(id)?.name ?? id)),
  }
}

const make = (matter: Matter): Book => {
  const { level, law } = matter
  const book = lawBook(matter.pack)
  const own = level.glossary ?? []
  // Of the shared words, those this matter speaks of: linked from a text of it, or resting on law it rests on.
  const linked = wordsIn(level)
  const shared = law
    .flatMap(file => file.terms ?? [])
    .filter(({ id }) => !own.some(mine => mine.id === id))
    .filter(({ id, cite: ids }) => linked.has(id) || ids?.some(each => level.authorities.includes(each)))
  const people = new Map(level.cast.map(person => [person.id, person]))
  return {
    ...book,
    glossary: [...own, ...shared]
      .map(({ id, term, text, cite: ids }) => ({ id, term, text: unmarked(text), citations: book.cite(ids) }))
      .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1)),
    person: (id, face = 'calm', says) => {
      const { name, role, wants, side } = people.get(id) ?? { name: id, role: '', wants: '', side: 'world' as const }
      return { id, name, role, wants: unmarked(wants), side, face, says: says === undefined ? null : unmarked(says) }
    },
  }
}

const books = new WeakMap<Matter, Book>()

/** The book of this matter. */
export const bookOf = (matter: Matter): Book => {
  let book = books.get(matter)
  if (!book) {
    book = make(matter)
    books.set(matter, book)
  }
  return book
}

/** Texts as spans, paragraph by paragraph. */
export const rich = (texts: readonly string[]) => texts.map(spans)
