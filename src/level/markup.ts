/**
 * The inline markup of a level's text: `*emphasis*`, `[words](law:us-sca-2703)`, `[words](term:comity)`,
 * and nothing else. A backslash before `*`, `[` or `\` makes it plain. Spans do not nest.
 */

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'em'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly id: string }
  | { readonly kind: 'law'; readonly text: string; readonly id: string }

/** A mistake in the markup, by its place in the text. */
export interface MarkupMistake {
  readonly at: number
  readonly length: number
  readonly what: string
  readonly mend: string
}

/** A link with the place of its target in the text, so that a wrong id can be pointed at. */
export interface MarkupLink {
  readonly kind: 'law' | 'term'
  readonly id: string
  readonly at: number
}

export interface Markup {
  readonly spans: readonly Span[]
  readonly links: readonly MarkupLink[]
  readonly mistakes: readonly MarkupMistake[]
}

const link = /^\[((?:\\.|[^[\]\\])+)\]\(([^()\s]*)\)/
const tag = /^<\/?[a-zA-Z][^<>]*>/
const special = /[\\*[<]/g
const plain = (text: string) => text.replace(/\\([*[\]\\])/g, '$1')

/** Reads any text: what cannot be read stays as written and is reported. Never throws. */
export const readMarkup = (text: string): Markup => {
  const spans: Span[] = []
  const links: MarkupLink[] = []
  const mistakes: MarkupMistake[] = []
  let said = ''
  const push = (span: Span) => {
    if (said) spans.push({ kind: 'text', text: said })
    said = ''
    spans.push(span)
  }
  let i = 0
  while (i < text.length) {
    // Most of a text is words: go straight to the next character that may mean something.
    special.lastIndex = i
    const next = special.exec(text)?.index ?? text.length
    said += text.slice(i, next)
    i = next
    if (i === text.length) break
    const c = text[i]!
    const rest = text.slice(i)
    if (c === '\\' && /^\\[*[\]\\]/.test(rest)) {
      said += text[i + 1]
      i += 2
    } else if (c === '*') {
      const m = /^\*((?:\\.|[^*\\])+)\*/.exec(rest)
      if (m) {
        if (link.test(m[1]!.slice(Math.max(0, m[1]!.indexOf('[')))))
          mistakes.push({
            at: i,
            length: m[0].length,
            what: 'a link inside emphasis',
            mend: 'End the emphasis before the link and begin it again after.',
          })
        push({ kind: 'em', text: plain(m[1]!) })
        i += m[0].length
      } else {
        const empty = rest.startsWith('**')
        mistakes.push({
          at: i,
          length: empty ? 2 : 1,
          what: empty ? 'an empty emphasis "**"' : 'an emphasis "*" that never closes',
          mend: empty
            ? 'Write *one star* on each side of the words.'
            : 'Close it with a second "*", or write "\\*" for a plain star ("\\\\*" in JSON).',
        })
        said += empty ? '**' : '*'
        i += empty ? 2 : 1
      }
    } else if (c === '[') {
      const m = link.exec(rest)
      const target = m && /^(law|term):(.*)$/.exec(m[2]!)
      if (m && target?.[2]) {
        const kind = target[1] as 'law' | 'term'
        links.push({ kind, id: target[2], at: i + m[0].length - 1 - target[2].length })
        push({ kind, text: plain(m[1]!), id: target[2] })
      } else if (m) {
        mistakes.push({
          at: i,
          length: m[0].length,
          what: `a link to "${m[2]}", which leads nowhere in this book`,
          mend: 'Link to an authority with (law:id) or to a glossary entry with (term:id). Web addresses stay in the law pack.',
        })
        said += plain(m[1]!)
      } else said += c
      i += m ? m[0].length : 1
    } else if (c === '<' && tag.test(rest)) {
      const m = tag.exec(rest)!
      mistakes.push({
        at: i,
        length: m[0].length,
        what: `the HTML tag "${m[0]}", which players would see as it stands`,
        mend: 'Levels hold no HTML: write *emphasis*, or nothing.',
      })
      said += m[0]
      i += m[0].length
    } else {
      said += c
      i++
    }
  }
  if (said) spans.push({ kind: 'text', text: said })
  return { spans, links, mistakes }
}

/** The text in spans, ready to show. Total: bad markup comes out as plain text. */
export const spans = (text: string): readonly Span[] => readMarkup(text).spans

/** The words alone, without markup: for counting, for titles, for speech. */
export const unmarked = (text: string): string =>
  spans(text)
    .map(s => s.text)
    .join('')
