/** A card over the page: a native modal dialog, so focus, Escape and the way back are the browser's. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from './icons.tsx'

interface Props {
  readonly title: string
  readonly kicker?: string
  readonly kind?: string
  readonly children: ComponentChildren
  /** Called once the dialog has closed and focus is back where it was. */
  readonly onClosed: () => void
}

export const Dialog = ({ title, kicker, kind = 'card', children, onClosed }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the card closes it; the keyboard has Escape and the button
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}`}
      aria-labelledby={heading}
      onClose={onClosed}
      onClick={event => event.target === dialog.current && close()}
    >
      <div class="dialog-inner">
        <header class="dialog-head">
          <div>
            {kicker && <p class="kicker">{kicker}</p>}
            <h2 id={heading}>{title}</h2>
          </div>
          <button type="button" class="button quiet icon-only" onClick={close}>
            <Icon name="x" />
            <span class="sr-only">Close</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
