/** Drawing in turns: what is below the fold, or only ornament, does not keep anybody waiting. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  /** How many turns after the rest. */
  readonly turns: number
  readonly children: ComponentChildren
  /** What keeps its place until then. */
  readonly meanwhile?: ComponentChildren
}

/**
 * Draws what is in it a few turns after the rest, each turn a task of its own: on a slow machine the scene is there at
 * once, and somebody who presses a key in between is answered.
 */
export const Later = ({ turns, children, meanwhile = null }: Props) => {
  const [turn, next] = useState(0)
  useEffect(() => {
    if (turn >= turns) return
    // A timer, not the next step of this task: what is pressed meanwhile comes first.
    const timer = setTimeout(() => next(turn + 1))
    return () => clearTimeout(timer)
  }, [turn, turns])
  return turn < turns ? meanwhile : children
}
