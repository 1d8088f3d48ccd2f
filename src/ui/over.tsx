/** What lies over the page: the cards, in a chunk of their own, since nobody opens one before there is a page. */
import { useEffect, useState } from 'preact/hooks'
import type { ScreenView } from '../view/index.ts'
import type { Card } from './desk.ts'

interface Props {
  readonly cards: readonly Card[]
  readonly screen: ScreenView
  readonly close: (card: Card) => void
}

let fetched: typeof import('./cards.tsx') | null = null

/** Fetches the cards: when the page is idle, or when somebody opens the first. */
export const fetchCards = async (): Promise<void> => {
  fetched ??= await import('./cards.tsx')
}

/** The open cards, once they are here; a reason when they cannot be had. */
export const Over = (props: Props) => {
  const [said, say] = useState(fetched ? '' : 'One moment …')
  const wanted = props.cards.length > 0
  useEffect(() => {
    if (!wanted || !said) return
    const done = () => say('')
    fetchCards().then(done, (error: Error) => say(`This card could not be fetched: ${error.message}.`))
  }, [wanted, said])
  if (!wanted) return null
  return fetched ? (
    <fetched.Cards {...props} />
  ) : (
    <p class="notices notice" role="status">
      {said}
    </p>
  )
}
