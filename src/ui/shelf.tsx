/** The shelf behind the desk, in a chunk of its own: it lies below everything a first decision needs. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type Parts = typeof import('./file.tsx')

let fetched: Parts | null = null

/** Fetches the shelf; throws what the network threw. */
export const fetchShelf = async (): Promise<void> => {
  fetched ??= await import('./file.tsx')
}

/** What draws once the shelf is here: its parts, or the reason why not. */
const Shelved = ({ of }: { of: (parts: Parts) => ComponentChildren }) => {
  // Kept by each reader: what arrives between a drawing and its effect would otherwise be drawn by nobody.
  const [parts, take] = useState(fetched)
  const [failure, fail] = useState('')
  useEffect(() => {
    if (parts) return
    fetchShelf().then(
      () => take(fetched),
      (error: Error) => fail(`This could not be fetched (${error.message}). The game does not need it.`),
    )
  }, [parts])
  return parts ? of(parts) : failure && <p class="empty">{failure}</p>
}

export const Cast = (props: Parameters<Parts['Cast']>[0]) => <Shelved of={parts => <parts.Cast {...props} />} />
export const Log = (props: Parameters<Parts['Log']>[0]) => <Shelved of={parts => <parts.Log {...props} />} />
export const Glossary = (props: Parameters<Parts['Glossary']>[0]) => (
  <Shelved of={parts => <parts.Glossary {...props} />} />
)
