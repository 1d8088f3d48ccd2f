/** Shows one fixture by address: `?view=map&says=us:obliges,ie:forbids&still&renderer=canvas&light=night&theme=light`. */
import { mount } from '../../../src/stage/index.ts'
import type { StageView, Verdict } from '../../../src/view/index.ts'
import { appeal, copied, courtroom, map, office, says, world } from '../views.ts'

const views = { appeal, copied, courtroom, map, office, world, says }
const scenes: Readonly<Record<string, StageView>> = { appeal, copied, courtroom, map, office, world }

const asked = new URLSearchParams(location.search)
const named = scenes[asked.get('view') ?? 'map'] ?? map
const view: StageView = { ...named, light: (asked.get('light') as StageView['light'] | null) ?? named.light }
const verdicts = asked.get('says')
const said = verdicts
  ? says(Object.fromEntries(verdicts.split(',').map(pair => pair.split(':') as [string, Verdict])))
  : null
const parent = document.getElementById('stage')!
const stage = await mount(parent, {
  still: asked.has('still'),
  renderer: (asked.get('renderer') as 'canvas' | null) ?? 'auto',
  send: () => undefined,
})
stage.show(view, said, asked.get('theme') !== 'light')
Object.assign(window, { stage, views })
requestAnimationFrame(() => requestAnimationFrame(() => parent.setAttribute('data-ready', '')))
