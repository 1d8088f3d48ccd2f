/** Small controls that more than one screen has: a button that asks once more, and a file to open. */
import { useState } from 'preact/hooks'
import { useDesk } from './desk.ts'
import { Icon, type IconName } from './icons.tsx'

/** As a `ref`: what appears under the hand takes the focus, once. */
export const takeFocus = (element: HTMLElement | null) => element?.focus()

/** A button that asks once more before something cannot be taken back. */
export const Sure = ({
  ask,
  icon,
  warn,
  yes,
  onSure,
}: {
  ask: string
  icon: IconName
  warn: string
  yes: string
  onSure: () => void
}) => {
  const [asking, setAsking] = useState(false)
  return asking ? (
    <span class="sure">
      <span>{warn}</span>
      <button
        type="button"
        class="button danger"
        ref={button => button?.focus()}
        onClick={() => {
          setAsking(false)
          onSure()
        }}
      >
        {yes}
      </button>
      <button type="button" class="button" onClick={() => setAsking(false)}>
        No
      </button>
    </span>
  ) : (
    <button type="button" class="button" onClick={() => setAsking(true)}>
      <Icon name={icon} />
      {ask}
    </button>
  )
}

/** A file a person picked, read as text and handed to the door. */
export const ImportSave = () => {
  const { send } = useDesk()
  return (
    <label class="button file">
      <Icon name="upload" />
      Open a saved file
      <input
        type="file"
        accept=".json,.txt,application/json,text/plain"
        onChange={async event => {
          const input = event.currentTarget
          const file = input.files?.[0]
          if (!file) return
          const text = await file.text()
          input.value = ''
          send({ kind: 'import-save', text, name: file.name })
        }}
      />
    </label>
  )
}
