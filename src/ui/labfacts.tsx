/** The facts of the lab, group by group: each can be set, and each can be not known. */
import { useId, useState } from 'preact/hooks'
import type { FactView, LabView } from '../view/index.ts'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'

/** A fact's text as the value it stands for. */
const asValue = (fact: FactView, text: string) =>
  text === '' ? null : fact.kind === 'number' ? Number(text) : text === 'yes' ? true : text === 'no' ? false : text

const Fact = ({ fact }: { fact: FactView }) => {
  const { send } = useDesk()
  const id = useId()
  const set = (text: string) =>
    send({
      kind: 'lab',
      change: fact.path.startsWith('reading.')
        ? { suppose: { [fact.path.slice('reading.'.length)]: text || null } }
        : { facts: { [fact.path]: asValue(fact, text) } },
    })
  const known = fact.value === '' ? 'fact' : 'fact is-known'
  const yesNo = fact.kind === 'choice' && fact.options.every(({ value }) => ['', 'yes', 'no'].includes(value))
  if (yesNo)
    return (
      <fieldset class={known}>
        <legend>{fact.gloss}</legend>
        <div class="switch">
          {fact.options.map(({ value, text }) => (
            <label key={value}>
              <input type="radio" name={id} checked={fact.value === value} onChange={() => set(value)} />
              <span>{value === '' ? 'not known' : text}</span>
            </label>
          ))}
        </div>
      </fieldset>
    )
  return (
    <div class={known}>
      <label for={id}>{fact.gloss}</label>
      {fact.kind === 'choice' ? (
        <select id={id} value={fact.value} onChange={event => set(event.currentTarget.value)}>
          {fact.options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={fact.kind}
          min={fact.min}
          max={fact.max}
          value={fact.value}
          placeholder="not known"
          onChange={event => set(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

const Group = ({ group, all, open }: { group: LabView['groups'][number]; all: boolean; open: boolean }) => {
  const [opened, setOpened] = useState(open)
  const shown = all ? group.facts : group.facts.filter(fact => fact.matters)
  if (shown.length === 0) return null
  return (
    <details class="fact-group" open={opened} onToggle={event => setOpened(event.currentTarget.open)}>
      <summary>
        <b>{group.title}</b> <span class="quiet-text">{group.summary}</span>
        <Icon name="chevron-down" />
      </summary>
      {opened && shown.map(fact => <Fact key={fact.path} fact={fact} />)}
    </details>
  )
}

/** Every fact some rule asks about, and those no rule asks about here on request. `wide` opens the first groups. */
export const LabFacts = ({ lab, wide }: { lab: LabView; wide: boolean }) => {
  const [all, setAll] = useState(false)
  const rest = lab.groups.flatMap(group => group.facts).filter(fact => !fact.matters).length
  return (
    <section class="lab-facts" id="facts" aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">The facts</h2>
        <p class="quiet-text">Flip one and see what it moves. What nobody knows stays open in every answer.</p>
      </header>
      <div class="fact-groups">
        {lab.groups.map((group, i) => (
          <Group key={group.id} group={group} all={all} open={wide && i < 2} />
        ))}
      </div>
      <label class="tick">
        <input type="checkbox" checked={all} onChange={event => setAll(event.currentTarget.checked)} />
        <span>
          Every fact there is
          <small>{rest} more, which no rule asks about for this act on this day</small>
        </span>
      </label>
    </section>
  )
}
