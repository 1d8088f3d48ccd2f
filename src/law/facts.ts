/** Facts as people write them, flat (`"data.usCopy"`) or nested, against the vocabulary that declares them. */
import type { Problem, Result } from '../base/index.ts'
import { isDay } from '../base/index.ts'
import { nearest, reporter } from './inspect.ts'
import type { FactSpec, Facts, Value } from './pack.ts'

const wrong = (spec: FactSpec, value: unknown): string | null => {
  switch (spec.type) {
    case 'bool':
      return typeof value === 'boolean' ? null : 'It is true, false or null.'
    case 'enum':
      return spec.values.includes(value as string)
        ? null
        : nearest(String(value), spec.values, `It can be ${spec.values.join(', ')}, or null.`)
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'Write a day as "2018-03-23".'
    case 'int': {
      const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = spec
      if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return null
      return spec.min === undefined && spec.max === undefined
        ? 'It is a whole number or null.'
        : `It is a whole number from ${spec.min ?? 'anything'} to ${spec.max ?? 'anything'}, or null.`
    }
  }
}

/** Reads facts, flattening nested ones; what is missing or null is unknown. Every stranger and every wrong value is told. */
export const readFacts = (known: ReadonlyMap<string, FactSpec>, raw: unknown): Result<Facts> => {
  const problems: Problem[] = []
  const report = reporter(problems)
  const facts: Record<string, Value | null> = Object.create(null)
  const put = (path: string, value: unknown, depth: number) => {
    const where = { path: ['facts', path] }
    const spec = known.get(path)
    if (!spec && typeof value === 'object' && value !== null && !Array.isArray(value) && depth < 16) {
      for (const [key, inside] of Object.entries(value)) put(path ? `${path}.${key}` : key, inside, depth + 1)
      return
    }
    if (!spec) {
      const mend = nearest(path, known.keys(), 'Declare it under "facts" of the law, or leave it out.')
      report('unknown-fact', where, `There is no fact "${path}".`, 'No rule could ever read it.', mend)
      return
    }
    if (value !== null) {
      const mend = wrong(spec, value)
      if (mend !== null) {
        const what = `The fact "${path}" is given as ${JSON.stringify(value)}.`
        report('value-outside-domain', where, what, 'No rule is written for such a value.', mend)
        return
      }
    }
    facts[path] = value as Value | null
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    report('bad-facts', { path: ['facts'] }, 'Facts are no object.', 'They need names.', 'Write {"data.usCopy": true}.')
  else put('', raw, 0)
  return problems.length ? { ok: false, problems } : { ok: true, value: facts, problems }
}
