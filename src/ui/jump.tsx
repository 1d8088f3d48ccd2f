/** A link to a place on this page: moves the eye and the focus there, and leaves the address as it is. */
import type { ComponentChildren } from 'preact'

export const Jump = ({ to, class: name, children }: { to: string; class?: string; children: ComponentChildren }) => (
  <a
    href={`#${to}`}
    class={name}
    onClick={event => {
      const target = document.getElementById(to)
      if (!target) return
      event.preventDefault()
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1
      target.focus({ preventScroll: true })
      target.scrollIntoView({ block: 'start' })
    }}
  >
    {children}
  </a>
)
