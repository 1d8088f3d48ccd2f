/**
 * What a law file may say without being wrong, and probably did not mean: conditions that are always or never true,
 * opposing rules that nothing decides between, duties that contradict each other, facts no rule reads.
 */
import { hasErrors, type Problem, type Severity, type Where } from '../base/index.ts'
import type { Clause, Pack } from './assemble.ts'
import { compile } from './compile.ts'
import type { Condition, Env, Node } from './condition.ts'
import { alsoDone, exclude } from './conflict.ts'
import { type Gathered, gather, lineOf, type Written } from './gather.ts'
import { keyOf, opposed } from './head.ts'
import { nearest, within } from './inspect.ts'
import type { FactSpec, Holding, LawFile, Value } from './pack.ts'
import { type Expr, kids } from './parse.ts'
import { telling } from './reach.ts'

/** Options of checking: those of `compile`. */
export interface CheckOptions {
  readonly strict?: boolean
  readonly names?: readonly string[]
}

/** More steps than this are not tried; the condition is then left alone. */
const most = 4096

/** A world half imagined: names without a value are unknown. An atom holds, its contrary holds, or neither. */
const imagined = (w: Readonly<Record<string, unknown>>): Env => ({
  facts: w as Record<string, Value>,
  atom: (name, contrary) => (w[name] === undefined ? 1 : w[name] === (contrary ? 'con' : 'pro') ? 2 : 0),
  reading: q => (w[`reading.${q}`] as string | undefined) ?? null,
})

/**
 * Whether a condition is 'always' or 'never' true, or null: sometimes, or not decided. Imagines name after name, value
 * after value, and looks no further where the answer is settled.
 */
const constancy = (pack: Pack, node: Node, names: readonly string[]): 'always' | 'never' | null => {
  if (names.length === 0) return null
  const axes: { name: string; values: readonly unknown[] }[] = []
  for (const name of names) {
    const values = pack.facts.has(name)
      ? telling(pack, name)
      : name.startsWith('reading.')
        ? pack.questions.get(name.slice('reading.'.length))!.readings
        : ['pro', 'con', 'none']
    if (values === null) return null
    axes.push({ name, values })
  }
  const met = new Set<number>()
  let tried = 0
  const search = (world: Readonly<Record<string, unknown>>, next: number): boolean => {
    if (++tried > most) return false
    const n = node.run(imagined(world))
    const axis = axes[next]
    if (n === 1 && axis) return axis.values.every(v => search({ ...world, [axis.name]: v }, next + 1))
    met.add(n)
    return met.size === 1
  }
  const all = search({}, 0)
  return !all || met.size !== 1 ? null : met.has(2) ? 'always' : 'never'
}

/** The condition as text without accidents of spacing, to compare two rules. */
const shape = (e: Expr): string => {
  const inside = kids(e).map(shape)
  if (e.kind === 'and' || e.kind === 'or') return `${e.kind}(${[...inside].sort().join()})`
  const own =
    'op' in e ? e.op : 'path' in e ? e.path : 'atom' in e ? e.atom : 'value' in e ? JSON.stringify(e.value) : ''
  return `${e.kind} ${own}(${inside.join()})`
}

const overlap = (a: Clause, b: Clause): boolean => {
  const starts = [a.rule.from ?? '', b.rule.from ?? '']
  const ends = [a.rule.to ?? '9999-12-31', b.rule.to ?? '9999-12-31']
  return starts[0]! < ends[1]! && starts[1]! < ends[0]!
}

/**
 * Everything worth saying about law files: errors as `compile` finds them, then, when there are none, warnings and
 * hints. `where` carries paths; `placed` turns them into lines and columns.
 */
export const checkLaw = (files: readonly LawFile[], options: CheckOptions = {}): readonly Problem[] => {
  const compiled = compile(files, options)
  if (!compiled.ok || hasErrors(compiled.problems)) return compiled.problems
  const pack = compiled.value
  const { rules, places } = gather(files, options.names)
  const problems: Problem[] = []
  const tell = (severity: Severity, code: string, where: Where, what: string, why: string, mend: string) => {
    problems.push({ code, severity, where, what, why, mend })
  }
  const whereOf = (c: Clause) => rules[c.index]!.where

  const constant = (c: Condition, where: Where, role: string, what: string) => {
    const found = constancy(pack, c.node, c.names)
    if (!found) return
    const why = found === 'always' ? 'It tests nothing.' : 'It can never be met, whatever the facts.'
    const mend = found === 'always' ? 'Leave it out, or test what was meant.' : 'Two parts of it exclude each other.'
    tell('warning', `${found}-true`, where, `${role} of ${what} is ${found} true: “${c.text}”.`, why, mend)
  }
  for (const clause of pack.clauses) {
    const what = `"${clause.rule.id}"`
    constant(clause.when, within(whereOf(clause), 'when'), 'The condition', what)
    clause.unless.forEach((u, i) => {
      constant(u, within(whereOf(clause), 'unless', i, 'when'), 'An exception', what)
    })
  }

  const shapes = pack.clauses.map(c => shape(c.when.node.expr))
  for (const a of pack.clauses)
    for (const b of pack.clauses.slice(a.index + 1)) {
      if (!overlap(a, b) || shapes[a.index] !== shapes[b.index]) continue
      const pair = `"${a.rule.id}" and "${b.rule.id}"`
      const against = opposed(a.head).some(t => keyOf(t) === keyOf(b.head))
      if (against && !a.beats.has(b.index) && !b.beats.has(a.index))
        tell(
          'warning',
          'undecided',
          whereOf(b),
          `${pair} conclude against each other on the same condition, and neither overrides the other.`,
          'Nothing would follow from either: a tie.',
          'Let the one that prevails override the other, and say why in "rank".',
        )
      const both = a.head.kind === 'norm' && b.head.kind === 'norm' && a.head.order === b.head.order
      if (both && a.head.kind === 'norm' && b.head.kind === 'norm' && contradict(pack, a.head, b.head))
        tell(
          'error',
          'antinomy',
          whereOf(b),
          `${pair} give duties on the same condition that nobody can meet together.`,
          'One legal order would demand the impossible.',
          'Give one of them an exception.',
        )
    }
  for (const c of pack.clauses)
    for (const index of c.beats) {
      const other = pack.clauses[index]!
      const defends = opposed(c.head).some(t => keyOf(t) === keyOf(other.head))
      const lends = c.head.kind === 'norm' && c.head.modality === 'oblige' && keyOf(other.head).startsWith('forbid ')
      if (!defends && !lends)
        tell(
          'hint',
          'idle-override',
          within(whereOf(c), 'overrides'),
          `"${c.rule.id}" overrides "${other.rule.id}", whose conclusion it does not oppose.`,
          'The override changes nothing.',
          'Take it out, or check the conclusions.',
        )
    }

  overruled(pack, places, tell)
  unread(pack, files, places, tell)
  cited(pack, rules, places, tell)
  return [...compiled.problems, ...problems]
}

type Tell = (severity: Severity, code: string, where: Where, what: string, why: string, mend: string) => void
type NormTarget = Extract<Clause['head'], { kind: 'norm' }>

const contradict = (pack: Pack, a: NormTarget, b: NormTarget): boolean => {
  if (a.modality === 'oblige' && b.modality === 'oblige') return exclude(pack.acts, a.act, b.act)
  const [must, never] = a.modality === 'oblige' ? [a, b] : [b, a]
  if (must.modality !== 'oblige' || never.modality !== 'forbid') return false
  return must.act !== never.act && alsoDone(pack.acts, must.act).has(never.act)
}

/** Holdings that stand beside a contrary one of a court above: the lower one binds nobody while both do. */
const overruled = (pack: Pack, places: Gathered['places'], tell: Tell) => {
  const above = (h: Holding) => lineOf(pack.courts, h.court).slice(1)
  const span = (h: Holding) => [h.from ?? '', h.to ?? '9999-12-31'] as const
  for (const { what, id, where } of places) {
    if (what !== 'holding') continue
    const low = pack.holdings[Number(id)]!
    for (const high of pack.holdings) {
      if (high.question !== low.question || high.reading === low.reading || !above(low).includes(high.court)) continue
      const from = [span(low)[0], span(high)[0]].sort()[1]!
      const to = [span(low)[1], span(high)[1]].sort()[0]!
      if (from >= to) continue
      tell(
        'warning',
        'overruled-holding',
        where,
        `${low.court} holds "${low.reading}" on "${low.question}" while ${high.court} above it holds "${high.reading}", from ${from || 'the beginning'}${to === '9999-12-31' ? '' : ` to ${to}`}.`,
        'The higher court speaks first, so in that time the lower holding binds nobody.',
        'If it was reversed, give it "to" and "ended"; if not, check the courts.',
      )
    }
  }
}

const unread = (pack: Pack, files: readonly LawFile[], places: Gathered['places'], tell: Tell) => {
  const conditions = pack.clauses.flatMap(c => [c.when, ...c.unless, ...c.sanctions])
  const read = new Set(conditions.flatMap(c => c?.names ?? []))
  if (!files.some(f => f.rules?.length)) return
  for (const { what, id, where } of places)
    if (what === 'fact' && !read.has(id))
      tell(
        'hint',
        'unused-fact',
        where,
        `No rule reads the fact "${id}".`,
        'It changes nothing in law.',
        'Take it out, or use it.',
      )
    else if (what === 'question' && !read.has(`reading.${id}`))
      tell('hint', 'unused-question', where, `No rule asks "${id}".`, 'Its holdings bind nothing.', 'Ask it in a rule.')
    else if (what === 'atom' && !pack.sides.has(id))
      tell(
        'warning',
        'unused-gloss',
        where,
        `No rule concludes "${id}".`,
        'Its gloss is never shown.',
        nearest(id, pack.atoms, 'Take it out.'),
      )
    else if (what === 'fact') narrow(pack.facts.get(id)!, id, where, tell)
}

const narrow = (spec: FactSpec, id: string, where: Where, tell: Tell) => {
  if (spec.type === 'int' && spec.min !== undefined && spec.max !== undefined && spec.min > spec.max)
    tell(
      'warning',
      'empty-domain',
      where,
      `The fact "${id}" can have no value.`,
      'It stays unknown.',
      'Mend "min" and "max".',
    )
}

/** Authorities are looked up only where some are given. */
const cited = (pack: Pack, rules: readonly Written[], places: Gathered['places'], tell: Tell) => {
  if (pack.authorities.size === 0) return
  const look = (id: string, where: Where) => {
    if (!pack.authorities.has(id))
      tell(
        'error',
        'unknown-authority',
        where,
        `There is no authority "${id}".`,
        'A citation that leads nowhere proves nothing.',
        nearest(id, pack.authorities.keys(), 'Add it to the authorities.'),
      )
  }
  for (const { rule, where } of rules) {
    rule.cite?.forEach((id, i) => {
      look(id, within(where, 'cite', i))
    })
    rule.unless?.forEach((u, i) => {
      if (u.cite !== undefined) look(u.cite, within(where, 'unless', i, 'cite'))
    })
    rule.sanction?.forEach((s, i) => {
      s.cite?.forEach((id, n) => {
        look(id, within(where, 'sanction', i, 'cite', n))
      })
    })
    const starts = (rule.cite ?? []).map(id => pack.authorities.get(id)?.inForce.from ?? '')
    const first = starts.sort()[0]
    if (first !== undefined && rule.from && rule.from < first)
      tell(
        'hint',
        'older-than-authority',
        within(where, 'from'),
        `The rule "${rule.id}" is in force from ${rule.from}, but nothing it cites is older than ${first}.`,
        'A rule cannot be older than its source.',
        'Mend "from", or cite what it rested on then.',
      )
  }
  for (const { what, id, where } of places) {
    const cite = what === 'holding' ? pack.holdings[Number(id)]!.cite : undefined
    if (cite !== undefined) look(cite, within(where, 'cite'))
  }
}
