/** What an order says, as a chip: a hatch, its mark and a word, so that colour is never alone. */
import type { Verdict as VerdictName } from '../view/index.ts'
import { mark, verdictWord } from './words.ts'

/** A swatch of the verdict's hatch. */
export const Hatch = ({ verdict }: { verdict: VerdictName }) => <i class={`hatch is-${verdict}`} aria-hidden="true" />

export const VerdictChip = ({ verdict, order, name }: { verdict: VerdictName; order?: string; name?: string }) => (
  <span class={`verdict is-${verdict}`}>
    <Hatch verdict={verdict} />
    {order && (
      <b>
        <span aria-hidden="true">{mark(order)}</span>
        <span class="sr-only">{name ?? order}</span>
      </b>
    )}{' '}
    {verdictWord[verdict]}
  </span>
)
