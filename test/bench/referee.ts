/**
 * What follows from which rules apply: team defeat on two values, the same few lines for every library, since none of
 * them knows of it. Made once for a day and forum, of the rules in force there.
 */
import { type At, evaluate, type Pack } from '../../src/law/index.ts'

/** One head. `con` argue against it; `beaters` are the rules for it that beat them. */
export interface Head {
  readonly key: string
  /** Its place among all heads. */
  readonly at: number
  readonly pro: readonly number[]
  readonly con: readonly { readonly rule: number; readonly beaters: readonly number[] }[]
  /** The place of the duty that makes this permission, or -1. */
  readonly duty: number
}

/** Rules that may be asked together, then the heads that follow: an atom and its contrary, or, last, all norms. */
export interface Stage {
  readonly atom: string | null
  readonly rules: readonly number[]
  readonly heads: readonly Head[]
}

/** All heads of a pack, in one order for every contender. */
export const headsOf = (pack: Pack): readonly string[] => [...pack.sides.keys()]

/** Rules in force that day in that forum. */
export const inForce = (pack: Pack, { day, forum }: At): ReadonlySet<number> => {
  const line = new Set<string>()
  for (let court = forum ?? undefined; court !== undefined; court = pack.courts.get(court)?.parent) line.add(court)
  return new Set(
    pack.clauses
      .filter(({ rule }) => (rule.from ?? '') <= day && (!rule.to || day < rule.to))
      .filter(({ rule }) => rule.court === undefined || line.has(rule.court))
      .map(c => c.index),
  )
}

/** The rule set in the order in which it must be asked. */
export const stagesOf = (pack: Pack, at: At): readonly Stage[] => {
  const live = inForce(pack, at)
  const places = new Map(headsOf(pack).map((key, i) => [key, i]))
  const heads = [...pack.sides.values()].map((s): Head & { readonly atom: string | null } => ({
    key: s.key,
    at: places.get(s.key)!,
    atom: s.target.kind === 'atom' ? s.target.atom : null,
    pro: s.pro.filter(i => live.has(i)),
    con: s.con
      .filter(i => live.has(i))
      .map(rule => ({ rule, beaters: s.def.filter(t => live.has(t) && pack.clauses[t]!.beats.has(rule)) })),
    duty: s.duty === null ? -1 : places.get(s.duty)!,
  }))
  return [...pack.atoms, null].map(atom => {
    const own = heads.filter(h => h.atom === atom)
    return {
      atom,
      rules: [...new Set(own.flatMap(h => [...h.pro, ...h.con.map(c => c.rule)]))].sort((a, b) => a - b),
      // A duty comes before the permission it makes.
      heads: own.sort((a, b) => Number(a.duty >= 0) - Number(b.duty >= 0)),
    }
  })
}

/** Settles a stage's heads: `applies` by rule, `holds` by head, 0 or 1. */
export const settle = (stage: Stage, applies: Uint8Array, holds: Uint8Array): void => {
  for (const { at, pro, con, duty } of stage.heads) {
    let n = 0
    for (const r of pro)
      if (applies[r]) {
        n = 1
        break
      }
    if (n)
      for (const { rule, beaters } of con)
        if (applies[rule] && !beaters.some(t => applies[t])) {
          n = 0
          break
        }
    holds[at] = n || (duty >= 0 && holds[duty]) ? 1 : 0
  }
}

/** The answer in Comity's own words: everything that holds or may hold, sorted. */
export const comityAnswer = (pack: Pack, at: At): readonly string[] => {
  const e = evaluate(pack, at)
  const atoms = pack.atoms.flatMap(a => [a, `!${a}`]).map(head => ({ head, holds: e.atom(head) }))
  const norms = e.norms().map(n => ({ head: `${n.modality} ${n.order} ${n.act}`, holds: n.holds }))
  return [...atoms, ...norms]
    .filter(x => x.holds !== 'no')
    .map(x => `${x.head}: ${x.holds}`)
    .sort()
}
