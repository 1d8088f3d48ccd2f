/** Reads a link to the lab. It comes from outside: whatever in it does not fit is told, and the rest is opened. */
import { didYouMean, isDay, type Problem } from '../base/index.ts'
import { firstDay, firstLab, type Lab, lastDay, readValue } from './labstate.ts'
import type { LabState } from './lawroom.ts'

/** More than all facts and questions together; past it a list did not come from here. */
const mostGiven = 200

/** The state a link names, with every part that did not fit told and left as in `before`. */
export const readLab = (
  lab: Lab,
  parts: readonly string[],
  before: LabState | null,
): { readonly state: LabState; readonly problems: readonly Problem[] } => {
  const base = before ?? firstLab(lab)
  const problems: Problem[] = []
  const [day = '', forum = '', act = '', given = '', ...more] = parts
  if (parts.join('') === '') return { state: base, problems }
  const { pack } = lab
  const wrong = (what: string, mend: string) =>
    problems.push({
      code: 'lab-link',
      severity: 'warning',
      where: { file: 'the link to the lab' },
      what,
      why: 'The lab opens with the rest of the link; this part is as it was. No save has been touched.',
      mend,
    })
  const near = (word: string, known: Iterable<string>, otherwise: string) => {
    const found = didYouMean(word, known)
    return found ? `Did you mean "${found}"?` : otherwise
  }
  const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}...` : text)

  const goodDay = isDay(day) && day >= firstDay && day <= lastDay
  if (!goodDay)
    wrong(
      `"${shown(day)}" is no day the lab knows.`,
      `Write a day from ${firstDay} to ${lastDay}, year first; or set it below.`,
    )
  const goodForum = forum === 'none' || pack.courts.has(forum)
  if (!goodForum)
    wrong(`There is no court "${shown(forum)}" in this law.`, near(forum, pack.courts.keys(), 'Choose a court below.'))
  const goodAct = lab.acts.includes(act)
  if (!goodAct) wrong(`No rule speaks of an act "${shown(act)}".`, near(act, lab.acts, 'Choose an act below.'))
  if (more.length > 0) wrong('The link goes on after the facts.', 'Ask for the link again.')

  const facts: Record<string, boolean | string | number> = {}
  const suppose: Record<string, string> = {}
  const entries = given === '' ? [] : given.split(',')
  if (entries.length > mostGiven)
    wrong(`The link gives ${entries.length} facts, and there are not so many.`, 'Ask for the link again.')
  for (const entry of entries.slice(0, mostGiven)) {
    const [path = '', text = ''] = entry.split(':')
    if (path.startsWith('reading.')) {
      const id = path.slice('reading.'.length)
      const question = pack.questions.get(id)
      if (!question)
        wrong(`There is no open question "${shown(id)}".`, near(id, pack.questions.keys(), 'Leave it out.'))
      else if (!question.readings.includes(text))
        wrong(`"${shown(text)}" is no reading of "${id}".`, near(text, question.readings, 'Choose a reading below.'))
      else suppose[id] = text
      continue
    }
    const spec = pack.facts.get(path)
    const value = spec && readValue(spec, text)
    if (!spec) wrong(`There is no fact "${shown(path)}".`, near(path, pack.facts.keys(), 'Leave it out.'))
    else if (value === undefined || value === null)
      wrong(
        `"${shown(text)}" is no value of the fact "${path}".`,
        near(text, spec.type === 'enum' ? spec.values : ['yes', 'no'], 'Set the fact below.'),
      )
    else facts[path] = value
  }
  return {
    state: {
      day: goodDay ? day : base.day,
      forum: goodForum ? (forum === 'none' ? null : forum) : base.forum,
      act: goodAct ? act : base.act,
      // A link that ends before the facts says nothing of them; one with an empty list says that nothing is known.
      facts: parts.length > 3 ? facts : base.facts,
      suppose,
    },
    problems,
  }
}
