/** The menu card: this matter (code, file, start again, leave), settings, and the keys. Fetched when it is opened. */
import { useId } from 'preact/hooks'
import type { ScreenView, Settings } from '../view/index.ts'
import { Code } from './code.tsx'
import { useDesk } from './desk.ts'
import { Icon } from './icons.tsx'
import { Sure } from './sure.tsx'

const Pick = <K extends 'theme' | 'motion'>({
  name,
  legend,
  options,
  settings,
}: {
  name: K
  legend: string
  options: readonly (readonly [Settings[K], string])[]
  settings: Settings
}) => {
  const { send } = useDesk()
  const group = useId()
  return (
    <fieldset class="pick">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            checked={settings[name] === value}
            onChange={() => send({ kind: 'settings', change: { [name]: value } })}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

export const SettingsForm = ({ settings }: { settings: Settings }) => {
  const { send } = useDesk()
  const tick = (name: 'predictions' | 'stage', words: string, hint: string) => (
    <label class="tick">
      <input
        type="checkbox"
        checked={settings[name]}
        onChange={event => send({ kind: 'settings', change: { [name]: event.currentTarget.checked } })}
      />
      <span>
        {words}
        <small>{hint}</small>
      </span>
    </label>
  )
  return (
    <div class="settings">
      <Pick
        name="theme"
        legend="Light"
        settings={settings}
        options={[
          ['auto', 'As the system'],
          ['light', 'Day chart'],
          ['dark', 'Night chart'],
        ]}
      />
      <Pick
        name="motion"
        legend="Motion"
        settings={settings}
        options={[
          ['auto', 'As the system'],
          ['reduced', 'Still'],
        ]}
      />
      {tick('predictions', 'Show which meters an answer will move', 'Only the direction, never the size.')}
      {tick('stage', 'Raise the curtain by itself', 'The moving map and the courtroom. The game never needs them.')}
    </div>
  )
}

/** The inside of the menu card. `done` closes it. */
export const Menu = ({ screen, done }: { screen: ScreenView; done: () => void }) => {
  const { send } = useDesk()
  const playing = screen.kind === 'play'
  return (
    <div class="menu">
      {playing && (
        <section>
          <h3>This matter</h3>
          <p class="quiet-text">
            {screen.case.level.title}, version {screen.case.level.version}.{' '}
            {screen.case.mode === 'practice' ? 'Practice: answers can be taken back.' : 'Hearing: answers stand.'}
          </p>
          <Code code={screen.case.code} />
          <p class="row">
            <button type="button" class="button" onClick={() => send({ kind: 'export-save' })}>
              <Icon name="download" />
              Save to a file
            </button>
            <Sure
              ask="Start again"
              icon="rotate-ccw"
              warn="Start this matter again? The answers given so far are lost unless you keep the code."
              yes="Start again"
              onSure={() => {
                done()
                send({ kind: 'restart' })
              }}
            />
            <button
              type="button"
              class="button"
              onClick={() => {
                done()
                send({ kind: 'home' })
              }}
            >
              All matters
            </button>
          </p>
        </section>
      )}
      <section>
        <h3>Settings</h3>
        <SettingsForm settings={screen.settings} />
      </section>
      {playing && (
        <section>
          <h3>Keys</h3>
          <dl class="keys">
            <div>
              <dt>
                <kbd>Tab</kbd>
              </dt>
              <dd>goes from one thing to the next</dd>
            </div>
            <div>
              <dt>
                <kbd>1</kbd> to <kbd>9</kbd>
              </dt>
              <dd>point at an answer, from the scene or the answers; nothing is decided yet</dd>
            </div>
            <div>
              <dt>
                <kbd>Enter</kbd>
              </dt>
              <dd>gives the answer you point at, opens a card or a reason</dd>
            </div>
            <div>
              <dt>
                <kbd>←</kbd> <kbd>→</kbd>
              </dt>
              <dd>turn to the next paper</dd>
            </div>
            <div>
              <dt>
                <kbd>Esc</kbd>
              </dt>
              <dd>closes a card</dd>
            </div>
          </dl>
        </section>
      )}
    </div>
  )
}
