/**
 * The debrief, in a chunk of its own: nobody needs it before the first decision, so it is fetched after that and is
 * there when the matter ends.
 */
import { useEffect, useState } from 'preact/hooks'

type Parts = typeof import('./ending.tsx')
type Props = Parameters<Parts['Ending']>[0]

let fetched: Parts | null = null

/** Fetches the debrief when `soon`; gives it once it is here, null before, and the reason when it cannot be had. */
const useParts = (soon: boolean): Parts | Error | null => {
  const [parts, set] = useState<Parts | Error | null>(fetched)
  useEffect(() => {
    if (!soon || parts) return
    import('./ending.tsx').then(
      found => {
        fetched = found
        set(found)
      },
      error => set(error instanceof Error ? error : new Error(String(error))),
    )
  }, [soon, parts])
  return parts
}

/** Another year, while a matter is being practised: there once the debrief's chunk is. */
export const LookAhead = ({ of }: { of: Props['of'] }) => {
  const parts = useParts(true)
  return parts && !(parts instanceof Error) ? <parts.AnotherYear of={of} early /> : null
}

/** The ending once there is one; before it, nothing but the fetching. */
export const Debrief = ({
  soon,
  ending,
  of,
  title,
  picture,
}: Omit<Props, 'ending'> & { soon: boolean; ending: Props['ending'] | null }) => {
  const parts = useParts(soon || ending !== null)
  const ready = parts !== null && !(parts instanceof Error)
  const ended = ending !== null
  useEffect(() => {
    if (ended && ready) title.current?.focus({ preventScroll: true })
  }, [ended, ready, title])
  if (!ending) return null
  if (ready) return <parts.Ending of={of} ending={ending} title={title} picture={picture} />
  return (
    <div class="waiting">
      <h1 tabIndex={-1} ref={title}>
        {ending.title}
      </h1>
      <p role="status">
        {parts === null
          ? 'The file is being closed …'
          : `The debrief could not be fetched (${parts.message}). Your play is saved: check the connection and reload the page.`}
      </p>
      {picture}
    </div>
  )
}
