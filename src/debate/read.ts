/**
 * A graph from outside, accepted or refused with everything that is wrong with it: where, what, why it matters and how
 * to mend it. Nothing is read that is larger than `most` allows.
 */
import { didYouMean, fail, ok, type Problem, type Result } from '../base/index.ts'
import {
  type Graph,
  type GraphArgument,
  type Issue,
  links,
  type StandardFile,
  type Statement,
  standardNames,
  type Weight,
} from './graph.ts'

/** The largest graph that is read. References are the premises, exceptions and positions together. */
export const most = { statements: 10_000, arguments: 10_000, issues: 2_000, references: 100_000, id: 200 } as const

/** Every slip a graph can have, with the reason why it matters. */
export const graphChecks = {
  'wrong-type': 'It cannot be read as what it should be.',
  'missing-key': 'Without it there is nothing to weigh.',
  'unknown-key': 'It would be read past, and what it says would not count.',
  'too-big': 'A graph this size would keep a slow computer busy for too long.',
  'bad-id': 'A thing without a name cannot be spoken of.',
  'duplicate-id': 'Nobody could say which of the two is meant.',
  'no-such-statement': 'An argument or issue would hang on nothing.',
  'no-such-standard': 'Without a standard of proof nobody can say whether the burden is met.',
  'bad-weight': 'Weights are compared with each other, so they need one scale.',
  'bad-standard': 'A bar outside the scale would be met always or never.',
  'two-issues': 'It would have to meet two standards and could stand in one issue and fall in the other.',
  'assumed-rivals': 'Positions of an issue exclude each other, so nobody can take both for granted.',
} as const
export type GraphCode = keyof typeof graphChecks

type Path = readonly (string | number)[]
type Found = (code: GraphCode, path: Path, what: string, mend: string) => void
type Shape = Readonly<Record<string, unknown>>

/** More slips than this at once help nobody. */
const enough = 50

const isObject = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const kind = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`
const written = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60)
const isWhole = (value: unknown, least: number, greatest: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= greatest

/** Keys nearly right are slips; others are the writer's own notes. */
const slips = (value: Shape, known: readonly string[], path: Path, found: Found): void => {
  const missing = known.filter(key => !Object.hasOwn(value, key))
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    const near = didYouMean(key, missing)
    if (near !== undefined)
      found('unknown-key', [...path, key], `There is no key "${key}" here.`, `Did you mean "${near}"?`)
  }
}

const own = (value: Shape, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)

const idOf = (value: unknown, path: Path, found: Found): string | undefined => {
  if (typeof value === 'string' && value !== '' && value.length <= most.id) return value
  const what = value === undefined ? 'The "id" is missing.' : `This is no id: ${written(value)}.`
  found('bad-id', path, what, `Write a word of at most ${most.id} letters, like "warrant-reaches-abroad".`)
  return undefined
}

const listOf = (value: unknown, path: Path, name: string, found: Found): readonly unknown[] => {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  found('wrong-type', path, `"${name}" is ${kind(value)}.`, 'Write a list: [ ... ].')
  return []
}

const statementsOf = (value: unknown, found: Found): Readonly<Record<string, Statement>> => {
  if (value === undefined) {
    found('missing-key', [], 'The graph has no "statements".', 'Add "statements": {"an-id": {"text": "..."}}.')
    return {}
  }
  if (!isObject(value)) {
    found('wrong-type', ['statements'], `"statements" is ${kind(value)}.`, 'Write {"an-id": {"text": "..."}}.')
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).map(([id, statement]) => {
      const path = ['statements', id]
      idOf(id, path, found)
      if (!isObject(statement)) {
        found('wrong-type', path, `The statement "${id}" is ${kind(statement)}.`, 'Write {} or {"text": "..."}.')
        return [id, {}]
      }
      slips(statement, ['text'], path, found)
      const text = own(statement, 'text')
      if (text !== undefined && typeof text !== 'string')
        found('wrong-type', [...path, 'text'], `The text is ${kind(text)}.`, 'Write it in double quotes.')
      return [id, typeof text === 'string' ? { text } : {}]
    }),
  )
}

const weightFrom = (value: unknown, path: Path, found: Found): Weight => {
  if (isWhole(value, 0, 100)) return value
  if (!isObject(value)) {
    const what = value === undefined ? 'The argument has no weight.' : `The weight is ${written(value)}.`
    const mend = 'Write a whole number from 0 to 100, or {"authority", "fit", "evidence"} with one for each.'
    found(value === undefined ? 'missing-key' : 'bad-weight', path, what, mend)
    return 0
  }
  slips(value, links, path, found)
  for (const link of links) {
    const given = own(value, link)
    if (given === undefined)
      found('missing-key', path, `The weight has no "${link}".`, 'Give all three: "authority", "fit" and "evidence".')
    else if (!isWhole(given, 0, 100))
      found('bad-weight', [...path, link], `The ${link} is ${written(given)}.`, 'Write a whole number from 0 to 100.')
  }
  return { authority: own(value, 'authority'), fit: own(value, 'fit'), evidence: own(value, 'evidence') } as Weight
}

const bounds = { alpha: [0, 100], beta: [-100, 100], gamma: [0, 101] } as const

const standardsOf = (value: unknown, found: Found): Readonly<Record<string, StandardFile>> | undefined => {
  if (value === undefined) return undefined
  if (!isObject(value)) {
    const mend = 'Write {"preponderance": {"alpha": 0, "beta": 5}}.'
    found('wrong-type', ['standards'], `"standards" is ${kind(value)}.`, mend)
    return undefined
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, standard]) => {
      const path = ['standards', name]
      const near = (standardNames as readonly string[]).includes(name) ? undefined : didYouMean(name, standardNames)
      if (near !== undefined)
        found('no-such-standard', path, `The house has no standard "${name}".`, `Did you mean "${near}"?`)
      if (!isObject(standard)) {
        const mend = 'Write {"alpha", "beta", "gamma"}, each of which may be left out.'
        found('wrong-type', path, `The standard "${name}" is ${kind(standard)}.`, mend)
        return [name, {}]
      }
      slips(standard, ['alpha', 'beta', 'gamma'], path, found)
      const file: Record<string, number | null> = {}
      for (const key of ['alpha', 'beta', 'gamma'] as const) {
        const given = own(standard, key)
        const [least, greatest] = bounds[key]
        if (given === null || isWhole(given, least, greatest)) file[key] = given
        else if (given !== undefined)
          found(
            'bad-standard',
            [...path, key],
            `The ${key} of "${name}" is ${written(given)}.`,
            `Write a whole number from ${least} to ${greatest}, or null for none.`,
          )
      }
      return [name, file]
    }),
  )
}

/** Checks what a writer made, and gives it as a graph that everything in this room can rely on. */
export const readGraph = (value: unknown): Result<Graph> => {
  const problems: Problem[] = []
  const found: Found = (code, path, what, mend) => {
    if (problems.length < enough)
      problems.push({ code, severity: 'error', where: { path }, what, why: graphChecks[code], mend })
  }
  if (!isObject(value)) {
    found(
      'wrong-type',
      [],
      `The graph is ${kind(value)}.`,
      'Write {"statements", "assumptions", "arguments", "issues"}.',
    )
    return fail(...problems)
  }
  slips(value, ['statements', 'assumptions', 'arguments', 'issues', 'standards'], [], found)
  const lists = {
    assumptions: listOf(own(value, 'assumptions'), ['assumptions'], 'assumptions', found),
    arguments: listOf(own(value, 'arguments'), ['arguments'], 'arguments', found),
    issues: listOf(own(value, 'issues'), ['issues'], 'issues', found),
  }
  const given = own(value, 'statements')
  const counts = {
    statements: isObject(given) ? Object.keys(given).length : 0,
    arguments: lists.arguments.length,
    issues: lists.issues.length,
    references: [
      lists.assumptions,
      ...[...lists.arguments, ...lists.issues].flatMap(each =>
        isObject(each) ? ['premises', 'exceptions', 'positions'].map(key => own(each, key)) : [],
      ),
    ].reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0),
  }
  for (const [name, count] of Object.entries(counts) as [keyof typeof counts, number][])
    if (count > most[name])
      found('too-big', [], `The graph has ${count} ${name}.`, `Keep it to ${most[name]}, or split it in two.`)
  if (problems.some(p => p.code === 'too-big')) return fail(...problems)

  const statements = statementsOf(given, found)
  const known = new Set(Object.keys(statements))
  const mention = (id: unknown, path: Path, whose: string): readonly string[] => {
    if (typeof id === 'string' && known.has(id)) return [id]
    if (problems.length >= enough) return []
    const near = typeof id === 'string' ? didYouMean(id.slice(0, most.id), known) : undefined
    const mend = near === undefined ? 'Declare it under "statements", or take it out.' : `Did you mean "${near}"?`
    found('no-such-statement', path, `${whose} names ${written(id)}, which is no statement of this graph.`, mend)
    return []
  }
  const mentions = (ids: unknown, path: Path, name: string, whose: string): readonly string[] => [
    ...new Set(listOf(ids, path, name, found).flatMap((id, i) => mention(id, [...path, i], whose))),
  ]
  const seen = { argument: new Set<string>(), issue: new Set<string>() }
  const named = (each: Shape, path: Path, what: 'argument' | 'issue'): string => {
    const id = idOf(own(each, 'id'), [...path, 'id'], found)
    if (id !== undefined && seen[what].has(id))
      found('duplicate-id', [...path, 'id'], `There are two ${what}s "${id}".`, 'Give one of them another id.')
    if (id !== undefined) seen[what].add(id)
    return id ?? ''
  }
  const standards = standardsOf(own(value, 'standards'), found)
  const assumptions = mentions(lists.assumptions, ['assumptions'], 'assumptions', 'The list of assumptions')

  const argued = lists.arguments.flatMap((each, i): readonly GraphArgument[] => {
    const path = ['arguments', i]
    if (!isObject(each)) {
      found('wrong-type', path, `This argument is ${kind(each)}.`, 'Write {"id", "premises", "conclusion", "weight"}.')
      return []
    }
    slips(each, ['id', 'premises', 'exceptions', 'conclusion', 'weight', 'text'], path, found)
    const id = named(each, path, 'argument')
    const whose = `The argument "${id}"`
    const conclusion = own(each, 'conclusion')
    const text = own(each, 'text')
    if (conclusion === undefined)
      found('missing-key', path, `${whose} has no "conclusion".`, 'Add the id of the statement it is for.')
    return [
      {
        id,
        premises: mentions(own(each, 'premises'), [...path, 'premises'], 'premises', whose),
        exceptions: mentions(own(each, 'exceptions'), [...path, 'exceptions'], 'exceptions', whose),
        conclusion: conclusion === undefined ? '' : (mention(conclusion, [...path, 'conclusion'], whose)[0] ?? ''),
        weight: weightFrom(own(each, 'weight'), [...path, 'weight'], found),
        ...(typeof text === 'string' ? { text } : {}),
      },
    ]
  })

  const standardsKnown = [...new Set([...standardNames, ...Object.keys(standards ?? {})])]
  const takenBy = new Map<string, string>()
  const issues = lists.issues.flatMap((each, i): readonly Issue[] => {
    const path = ['issues', i]
    if (!isObject(each)) {
      found('wrong-type', path, `This issue is ${kind(each)}.`, 'Write {"id", "positions", "standard"}.')
      return []
    }
    slips(each, ['id', 'positions', 'standard'], path, found)
    const id = named(each, path, 'issue')
    const positions = mentions(own(each, 'positions'), [...path, 'positions'], 'positions', `The issue "${id}"`)
    if (own(each, 'positions') === undefined || (Array.isArray(each.positions) && each.positions.length === 0))
      found('missing-key', path, `The issue "${id}" has no positions.`, 'Add "positions": the statements in dispute.')
    for (const position of positions) {
      const other = takenBy.get(position)
      if (other !== undefined)
        found(
          'two-issues',
          [...path, 'positions'],
          `"${position}" is a position of "${other}" and of "${id}".`,
          'Keep it in one of them, or make two statements of it.',
        )
      takenBy.set(position, id)
    }
    const assumed = positions.filter(position => assumptions.includes(position))
    if (assumed.length > 1)
      found(
        'assumed-rivals',
        ['assumptions'],
        `${assumed.map(a => `"${a}"`).join(' and ')} are rival positions of "${id}", and both are assumed.`,
        'Keep one of them.',
      )
    const standard = own(each, 'standard')
    if (typeof standard !== 'string' || !standardsKnown.includes(standard)) {
      const near = typeof standard === 'string' ? didYouMean(standard.slice(0, most.id), standardsKnown) : undefined
      found(
        standard === undefined ? 'missing-key' : 'no-such-standard',
        standard === undefined ? path : [...path, 'standard'],
        standard === undefined
          ? `The issue "${id}" has no standard of proof.`
          : `No standard is called ${written(standard)}.`,
        near === undefined ? `It can be ${standardsKnown.join(', ')}.` : `Did you mean "${near}"?`,
      )
    }
    return [{ id, positions, standard: String(standard) }]
  })
  if (problems.length) return fail(...problems)
  return ok({ statements, assumptions, arguments: argued, issues, ...(standards ? { standards } : {}) })
}
