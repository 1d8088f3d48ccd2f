/** A play in words, for a person at a terminal. */
import { writeDay } from '../base/index.ts'
import { type Change, type Matter, options, playOf, print, type State, writeCode } from '../game/index.ts'
import { unmarked } from '../level/index.ts'

const signed = (n: number) => (n < 0 ? `−${-n}` : `+${n}`)

const changeLines = ({ meter, by, reasons }: Change): readonly string[] => [
  `     ${meter} ${signed(by)}`,
  ...reasons.map(({ why, rule, authorities }) => `       ${why} [${[rule, ...authorities].join('; ')}]`),
]

/** Decisions with their changes and reasons, where the matter stands, what is open, and the code. */
export const report = (matter: Matter, state: State): string => {
  const { level } = matter
  const lines = [`${level.title} (${level.id} ${level.version})`, '']
  state.made.forEach((decision, i) => {
    const scene = matter.scenes.get(decision.scene)!
    const choice = 'choices' in scene ? scene.choices.find(each => each.id === decision.choice) : undefined
    lines.push(
      `${String(i + 1).padStart(2)}. ${writeDay(decision.day)}, ${scene.title}: ${unmarked(choice?.text ?? '')} (${decision.choice})`,
    )
    for (const { scene: at, outcome } of decision.chances) {
      const settled = matter.scenes.get(at)
      const found = settled && 'chance' in settled ? settled.chance.find(each => each.id === outcome) : undefined
      lines.push(`     chance: ${unmarked(found?.text ?? '')} (${at}: ${outcome})`)
    }
    lines.push(...decision.changes.flatMap(changeLines))
  })
  if (state.made.length > 0) lines.push('')
  lines.push(print(matter, state), '')
  const ending = state.ending === null ? undefined : matter.endings.get(state.ending)
  if (ending) lines.push(`Ended: ${ending.title} (${ending.id}, ${ending.tone}). ${unmarked(ending.lesson)}`)
  else {
    lines.push('Open now:')
    for (const choice of options(matter, state)) lines.push(`  ${choice.id}\n      ${unmarked(choice.text)}`)
  }
  lines.push('', `Result code: ${writeCode(matter, playOf(matter, state))}`)
  return lines.join('\n')
}
