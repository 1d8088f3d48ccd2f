/** Makes a matter ready out of parts that may not fit, and says how they do not. */
import { fail, ok, type Problem, type Result } from '../base/index.ts'
import { type Condition, compile, condition, type LawFile } from '../law/index.ts'
import { flagFacts, type Level } from '../level/index.ts'
import type { ConsequenceFile } from './consequence.ts'
import { conditionsOf, type Matter, matterOf } from './matter.ts'
import { lawFor } from './scope.ts'

/**
 * Compiles level, law and consequences into a matter, or gives every problem found. The level must come from `parse`:
 * its ids are taken to resolve, as `parse` promises.
 */
export const prepare = (level: Level, files: readonly LawFile[], consequences: ConsequenceFile): Result<Matter> => {
  const written = conditionsOf(level, consequences)
  const law = lawFor(level, files, [...written.keys()])
  const pack = compile(law)
  if (!pack.ok) return pack
  const problems: Problem[] = []
  const conditions = new Map<string, Condition>()
  const flags = flagFacts(level)
  for (const [text, where] of written) {
    const compiled = condition(pack.value, text, flags)
    if (compiled.ok) conditions.set(text, compiled.value)
    else for (const problem of compiled.problems) problems.push({ ...problem, where: { ...where, ...problem.where } })
  }
  return problems.length > 0 ? fail(...problems) : ok(matterOf(level, law, consequences, pack.value, conditions))
}
