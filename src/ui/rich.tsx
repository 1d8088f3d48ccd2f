/** Rich text on the page: spans, never HTML. Terms and laws open a card; the links still lead somewhere without it. */
import type { Rich } from '../view/index.ts'
import { useDesk } from './desk.ts'

/** The text with its links alive. */
export const Words = ({ text }: { text: Rich }) => {
  const { open } = useDesk()
  return (
    <>
      {text.map((span, i) => {
        if (span.kind === 'text') return span.text
        if (span.kind === 'em') return <em key={i}>{span.text}</em>
        const { kind, id } = span
        return (
          <a
            key={i}
            class={kind === 'term' ? 'term' : 'law-link'}
            href={kind === 'term' ? `#term-${id}` : `#law-${id}`}
            aria-haspopup="dialog"
            onClick={event => {
              event.preventDefault()
              open({ kind, id })
            }}
          >
            {span.text}
          </a>
        )
      })}
    </>
  )
}

/** The same text where a link cannot stand: inside a button, a tab, a heading. */
export const Still = ({ text }: { text: Rich }) => (
  <>{text.map((span, i) => (span.kind === 'em' ? <em key={i}>{span.text}</em> : span.text))}</>
)

/** Paragraphs. */
export const Prose = ({ text }: { text: readonly Rich[] }) => (
  <>
    {text.map((paragraph, i) => (
      <p key={i}>
        <Words text={paragraph} />
      </p>
    ))}
  </>
)
