/** A result code: text to read aloud, select or copy. */
import { useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'

export const Code = ({ code }: { code: string }) => {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const text = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied('yes')
    } catch {
      // Without permission the code is selected instead, ready for the person's own copy.
      if (text.current) getSelection()?.selectAllChildren(text.current)
      setCopied('no')
    }
  }
  return (
    <div class="code">
      <code ref={text}>{code}</code>
      <button type="button" class="button" onClick={copy}>
        <Icon name={copied === 'yes' ? 'check' : 'copy'} />
        Copy the code
      </button>
      <span role="status" class="code-said">
        {copied === 'yes' && 'Copied.'}
        {copied === 'no' && 'The code is selected: copy it with your own keys.'}
      </span>
    </div>
  )
}
