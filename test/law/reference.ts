/**
 * The definition of the rules model, written down as literally as code allows, slow and without memory: what the
 * engine is compared with. It shares nothing with the engine but the shape of the data.
 */
import type { Facts, Holding, Rule } from '../../src/law/index.ts'
import { acts, courts, type Planned, questions, type Term, type Theory, type Tree } from './theories.ts'

export type Three = 'no' | 'unknown' | 'yes'
const scale = ['no', 'unknown', 'yes'] as const
const least = (...all: Three[]): Three => scale[Math.min(...all.map(t => scale.indexOf(t)), 2)]!
const most = (...all: Three[]): Three => scale[Math.max(...all.map(t => scale.indexOf(t)), 0)]!
const not = (t: Three): Three => (t === 'yes' ? 'no' : t === 'no' ? 'yes' : 'unknown')
const atLeastUnknown = (t: Three) => t !== 'no'

export interface Spot {
  readonly facts: Facts
  readonly day: string
  readonly forum: string | null
}

/** One of the eight kinds of head: an atom or its contrary; O or P, of an act or of leaving it. */
export type RefHead =
  | { readonly atom: string; readonly sign: boolean }
  | { readonly order: string; readonly op: 'O' | 'P'; readonly act: string; readonly sign: boolean }

const headOf = (rule: Rule): RefHead => {
  const order = rule.order!
  const then = rule.then
  if ('conclude' in then)
    return then.conclude.startsWith('!')
      ? { atom: then.conclude.slice(1), sign: false }
      : { atom: then.conclude, sign: true }
  if ('oblige' in then) return { order, op: 'O', act: then.oblige, sign: true }
  if ('forbid' in then) return { order, op: 'O', act: then.forbid, sign: false }
  if ('permit' in then) return { order, op: 'P', act: then.permit, sign: true }
  return { order, op: 'P', act: then.excuse, sign: false }
}

const equal = (a: RefHead, b: RefHead): boolean => {
  if ('atom' in a || 'atom' in b) return 'atom' in a && 'atom' in b && a.atom === b.atom && a.sign === b.sign
  return a.order === b.order && a.op === b.op && a.act === b.act && a.sign === b.sign
}

const oppose = (a: RefHead, b: RefHead): boolean => {
  if ('atom' in a) return 'atom' in b && a.atom === b.atom && a.sign !== b.sign
  if ('atom' in b || a.order !== b.order || a.act !== b.act || a.sign === b.sign) return false
  return a.op === 'O' || b.op === 'O'
}

/** The court and those above it, the highest first. */
const above = (court: string | null): string[] => {
  const line: string[] = []
  for (let c = court ?? undefined; c !== undefined; c = courts.find(x => x.id === c)?.parent) line.unshift(c)
  return line
}

const current = (it: { from?: string | null; to?: string | null }, day: string) =>
  (it.from ?? '0000-01-01') <= day && day < (it.to ?? '9999-12-31')

export const reading = (theory: Theory, spot: Spot, question: string): string | null => {
  for (const court of above(spot.forum)) {
    const here = theory.holdings.filter(h => h.court === court && h.question === question && current(h, spot.day))
    if (!here.length) continue
    const since = (h: Holding) => h.from ?? '0000-01-01'
    const last = here.map(since).sort().at(-1)!
    const readings = new Set(here.filter(h => since(h) === last).map(h => h.reading))
    return readings.size === 1 ? [...readings][0]! : null
  }
  return null
}

const term = (t: Term, theory: Theory, spot: Spot): unknown => {
  if (t.is === 'literal') return t.value
  if (t.is === 'path')
    return t.path.startsWith('reading.')
      ? reading(theory, spot, t.path.slice('reading.'.length))
      : (spot.facts[t.path] ?? null)
  const [a, b] = [term(t.left, theory, spot), term(t.right, theory, spot)] as (number | null)[]
  return a === null || b === null ? null : t.op === '+' ? a! + b! : a! - b!
}

const compare = (a: never, op: string, b: never): boolean =>
  ({ '==': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b })[op]!

/** A condition's value: Kleene's connectives over comparisons that are unknown when a side is. */
export const truth = (t: Tree, theory: Theory, spot: Spot): Three => {
  switch (t.is) {
    case 'and':
      return least(...t.parts.map(p => truth(p, theory, spot)))
    case 'or':
      return most(...t.parts.map(p => truth(p, theory, spot)))
    case 'not':
      return not(truth(t.part, theory, spot))
    case 'bool':
      return t.value ? 'yes' : 'no'
    case 'fact': {
      const v = spot.facts[t.path] ?? null
      return v === null ? 'unknown' : v ? 'yes' : 'no'
    }
    case 'atom':
      return holds(theory, spot, { atom: t.name, sign: true })
    case 'contrary':
      return holds(theory, spot, { atom: t.name, sign: false })
    case 'compare': {
      const [a, b] = [term(t.left, theory, spot), term(t.right, theory, spot)]
      return a === null || b === null ? 'unknown' : compare(a as never, t.op, b as never) ? 'yes' : 'no'
    }
    case 'in': {
      const a = term(t.left, theory, spot)
      return a === null ? 'unknown' : t.list.some(x => term(x, theory, spot) === a) ? 'yes' : 'no'
    }
  }
}

/** app(r) = no if not in force or out of scope, else min(when, not max(unless)). */
const app = (p: Planned, theory: Theory, spot: Spot): Three => {
  const { rule } = p
  if (!current(rule, spot.day)) return 'no'
  if (rule.court !== undefined && !above(spot.forum).includes(rule.court)) return 'no'
  return least(truth(p.when, theory, spot), not(most(...p.unless.map(u => truth(u, theory, spot)))))
}

const byOwnRules = (theory: Theory, spot: Spot, h: RefHead): Three => {
  const pro = theory.rules.filter(p => p.rule.kind !== 'defeater' && equal(headOf(p.rule), h))
  const con = theory.rules.filter(p => oppose(headOf(p.rule), h))
  const def =
    'op' in h && h.op === 'P'
      ? [...pro, ...theory.rules.filter(p => p.rule.kind !== 'defeater' && equal(headOf(p.rule), { ...h, op: 'O' }))]
      : pro
  const a = (p: Planned) => app(p, theory, spot)
  const beats = (t: Planned, s: Planned) => !!t.rule.overrides?.includes(s.rule.id)
  if (pro.some(r => a(r) === 'yes') && con.every(s => a(s) === 'no' || def.some(t => a(t) === 'yes' && beats(t, s))))
    return 'yes'
  if (
    !pro.some(r => atLeastUnknown(a(r))) ||
    con.some(s => a(s) === 'yes' && !def.some(t => atLeastUnknown(a(t)) && beats(t, s)))
  )
    return 'no'
  return 'unknown'
}

/** holds(h), and P := max(P, O). */
export const holds = (theory: Theory, spot: Spot, h: RefHead): Three => {
  const own = byOwnRules(theory, spot, h)
  return 'op' in h && h.op === 'P' ? most(own, byOwnRules(theory, spot, { ...h, op: 'O' })) : own
}

const modality = (h: RefHead & { op: string }) =>
  h.op === 'O' ? (h.sign ? 'oblige' : 'forbid') : h.sign ? 'permit' : 'excuse'

/** All that doing an act is also doing. */
const done = (act: string): string[] => [act, ...(acts.find(a => a.id === act)?.entails ?? []).flatMap(done)]
const excluded = (a: string, b: string) =>
  done(a).some(x => done(b).some(y => acts.some(s => s.id === x && s.excludes?.includes(y))))

/** A rule that gives a duty to do (sign) or to leave (no sign) an act, and its time in hours after service. */
interface RefDuty {
  readonly order: string
  readonly act: string
  readonly sign: boolean
  readonly value: Three
  readonly due: number
  readonly end: number
}

const hours = (span: string | undefined, otherwise: number) =>
  span === undefined ? otherwise : Number.parseInt(span, 10) * (span.includes('day') ? 24 : 1)

const refDuties = (theory: Theory, spot: Spot): readonly RefDuty[] =>
  theory.rules.flatMap(p => {
    const h = headOf(p.rule)
    if (!('op' in h) || h.op !== 'O' || p.rule.kind === 'defeater') return []
    const value = least(app(p, theory, spot), holds(theory, spot, h))
    const [due, end] = [hours(p.rule.within, 0), hours(p.rule.until, 1e9)]
    return [{ order: h.order, act: h.act, sign: h.sign, value, due, end }]
  })

const impossible = (a: RefDuty, b: RefDuty): boolean =>
  (a.sign && b.sign && (excluded(a.act, b.act) || excluded(b.act, a.act))) ||
  (a.sign && !b.sign && done(a.act).includes(b.act)) ||
  (!a.sign && b.sign && done(b.act).includes(a.act))

/** Two rules' duties that no option meets together, unless one is over by the time the other is due. */
const conflictsOf = (theory: Theory, spot: Spot) => {
  const duties = refDuties(theory, spot)
  const found = new Map<string, Three>()
  for (const a of duties.filter(d => d.order === 'ie'))
    for (const b of duties.filter(d => d.order === 'us')) {
      if (!impossible(a, b) || a.end <= b.due || b.end <= a.due) continue
      const key = `${a.act} ${b.act}`
      found.set(key, most(found.get(key) ?? 'no', least(a.value, b.value)))
    }
  return [...found]
    .filter(([, level]) => level !== 'no')
    .map(([key, level]) => ({
      orders: ['ie', 'us'],
      acts: [...new Set(key.split(' '))],
      level: level === 'yes' ? 'certain' : 'possible',
    }))
}

/** What `comity law --batch` should print for a theory, norms and conflicts in one fixed order. */
export const answer = (theory: Theory, spot: Spot) => {
  const heads = theory.rules.map(p => headOf(p.rule))
  const atoms = [...new Set(heads.flatMap(h => ('atom' in h ? [h.atom] : [])))].sort()
  const subjects = [...new Set(heads.flatMap(h => ('op' in h ? [`${h.order} ${h.act}`] : [])))].sort()
  const norms = subjects.flatMap(subject => {
    const [order, act] = subject.split(' ') as [string, string]
    return (['O', 'P'] as const).flatMap(op =>
      [true, false].flatMap(sign => {
        const h = { order, op, act, sign }
        const value = holds(theory, spot, h)
        return value === 'no' ? [] : [{ order, modality: modality(h), act, holds: value }]
      }),
    )
  })
  const conflicts = conflictsOf(theory, spot)
  return {
    atoms: Object.fromEntries(
      atoms.map(atom => [
        atom,
        { holds: holds(theory, spot, { atom, sign: true }), contrary: holds(theory, spot, { atom, sign: false }) },
      ]),
    ),
    norms,
    readings: Object.fromEntries(Object.keys(questions).map(q => [q, reading(theory, spot, q)])),
    conflicts,
  }
}
