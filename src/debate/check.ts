/**
 * Files of arguments held against each other and against the law: does every id lead somewhere, is every attack aimed
 * at what its kind attacks, is nothing older than what it rests on, has every hearing two sides.
 */
import { type Day, didYouMean, type Problem } from '../base/index.ts'
import { type Argument, type ArgumentFile, isOpen, type Motion, type Premise, targets } from './argument.ts'
import { type ArgumentCode, argumentChecks } from './codes.ts'

/** A fact as the law declares it; only what a factor can be held against. */
export interface FactDomain {
  readonly type: string
  readonly values?: readonly string[]
  readonly min?: number
  readonly max?: number
}

/** What arguments rest on, as a law file holds it. Several are read as one. */
export interface LawWorld {
  readonly facts?: Readonly<Record<string, FactDomain>>
  readonly courts?: readonly { readonly id: string }[]
  readonly authorities?: readonly {
    readonly id: string
    readonly inForce: { readonly from: Day | null; readonly to: Day | null }
  }[]
}

/** Options of checking: the law, and what to call the files. */
export interface ArgumentContext {
  readonly law: readonly LawWorld[]
  readonly names?: readonly string[]
}

type Path = readonly (string | number)[]
type Tell = (code: ArgumentCode, path: Path, what: string, mend: string) => void

const quoted = (ids: readonly string[]): string => ids.map(id => `"${id}"`).join(' and ')

/** The same, or the near one. */
const mended = (word: string, known: Iterable<string>, otherwise: string): string => {
  const near = didYouMean(word, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

const fits = (domain: FactDomain, value: unknown): boolean =>
  domain.type === 'bool'
    ? typeof value === 'boolean'
    : domain.type === 'enum'
      ? domain.values!.includes(value as string)
      : domain.type === 'int'
        ? Number.isInteger(value) &&
          (value as number) >= (domain.min ?? -Infinity) &&
          (value as number) <= (domain.max ?? Infinity)
        : typeof value === 'string'

const words = (domain: FactDomain): string =>
  domain.type === 'bool'
    ? 'true or false'
    : domain.type === 'enum'
      ? domain.values!.join(', ')
      : domain.type === 'int'
        ? `a whole number from ${domain.min ?? 'anywhere'} to ${domain.max ?? 'anywhere'}`
        : 'a day'

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.includes(null) ? null : (days as readonly Day[]).reduce((a, b) => (a < b ? a : b))

/** Everything wrong with these files, with paths; `placeArguments` turns paths into lines and columns. */
export const checkArguments = (files: readonly ArgumentFile[], context: ArgumentContext): readonly Problem[] => {
  const facts = new Map(context.law.flatMap(l => Object.entries(l.facts ?? {})))
  const authorities = new Map(context.law.flatMap(l => (l.authorities ?? []).map(a => [a.id, a.inForce] as const)))
  const forums = new Set([
    ...context.law.flatMap(l => (l.courts ?? []).map(c => c.id)),
    ...files.flatMap(f => (f.forums ?? []).map(x => x.id)),
  ])
  const all = new Map(files.flatMap(f => (f.arguments ?? []).map(a => [a.id, a] as const)))
  const motions = new Map(files.flatMap(f => (f.motions ?? []).map(m => [m.id, m] as const)))
  const held = new Set([...motions.values()].flatMap(m => m.issues.flatMap(i => i.positions.flatMap(p => p.arguments))))
  const problems: Problem[] = []
  const seen = new Set<string>()

  const factWrong = (tell: Tell, path: Path, name: string, values: readonly unknown[]): void => {
    const domain = facts.get(name)
    if (domain === undefined) {
      const mend = mended(name, facts.keys(), 'Declare it in the law, or leave it out.')
      tell('unlisted-fact', path, `The law knows no fact "${name}".`, mend)
      return
    }
    for (const value of values)
      if (!fits(domain, value)) {
        const near = typeof value === 'string' ? didYouMean(value, domain.values ?? []) : undefined
        const mend = near === undefined ? `Write ${words(domain)}.` : `Did you mean "${near}"?`
        tell('factor-outside-domain', path, `"${name}" is never ${JSON.stringify(value)}.`, mend)
      }
  }
  const checkFactors = (premise: Premise | undefined, path: Path, tell: Tell): void => {
    for (const [name, factor] of Object.entries(premise?.facts ?? {})) {
      const values = Array.isArray(factor) ? factor : typeof factor === 'object' ? Object.values(factor) : [factor]
      factWrong(tell, [...path, 'facts', name], name, values)
    }
  }
  const authorityWrong = (tell: Tell, path: Path, id: string, whose: string): void => {
    if (authorities.has(id)) return
    const mend = mended(id, authorities.keys(), 'Take it out, or add it to levels/law/authorities.json.')
    tell('unlisted-authority', path, `${whose} names an authority "${id}" that is not in the list.`, mend)
  }
  const forumWrong = (tell: Tell, path: Path, id: string, whose: string): void => {
    if (forums.has(id)) return
    const mend = mended(id, forums, 'Declare it under "forums", or as a court of the law.')
    tell('unlisted-forum', path, `${whose} names a forum "${id}" that nobody declared.`, mend)
  }
  const twice = (tell: Tell, path: Path, kind: string, id: string): void => {
    const key = `${kind} ${id}`
    if (seen.has(key)) tell('same-id', path, `There are two ${kind}s "${id}".`, 'Give one of them another id.')
    seen.add(key)
  }
  const noArgument = (tell: Tell, path: Path, id: string, whose: string): boolean => {
    if (all.has(id)) return false
    tell(
      'no-such-argument',
      path,
      `${whose} names an argument "${id}" that nobody wrote.`,
      mended(id, all.keys(), 'Write it, or take it out.'),
    )
    return true
  }

  const checkTimes = (a: Argument, path: Path, tell: Tell): void => {
    const forces = a.authorities.flatMap(id => authorities.get(id) ?? [])
    if (a.to !== undefined && a.to <= a.from)
      tell('never-usable', [...path, 'to'], `"${a.id}" ends on ${a.to}, before it begins.`, 'Mend one of the days.')
    if (forces.length > 0 && forces.length === a.authorities.length) {
      const heard = a.record.map(r => r.day)
      const first = earliest([...forces.map(f => f.from), ...heard])
      if (first !== null && a.from < first)
        tell(
          'early-argument',
          [...path, 'from'],
          `"${a.id}" can be used from ${a.from}, but its first authority and its first hearing are no older than ${first}.`,
          `Write "from": "${first}" or a later day.`,
        )
      const ends = forces.map(f => f.to)
      if (!ends.includes(null)) {
        const last = (ends as Day[]).reduce((x, y) => (x > y ? x : y))
        if (a.to === undefined || a.to > last)
          tell(
            'late-argument',
            [...path, a.to === undefined ? 'from' : 'to'],
            `"${a.id}" outlives its last authority, which ended on ${last}.`,
            `Write "to": "${last}" or an earlier day.`,
          )
      }
    }
    a.record.forEach((r, i) => {
      if (r.day < a.from && r.note === undefined)
        tell(
          'early-record',
          [...path, 'record', i, 'day'],
          `"${a.id}" was heard on ${r.day}, but can be used only from ${a.from}.`,
          'Mend one of the days; where another, earlier dispute is meant, say so in "note".',
        )
    })
  }

  const checkArgument = (a: Argument, path: Path, tell: Tell): void => {
    const whose = `The argument "${a.id}"`
    twice(tell, [...path, 'id'], 'argument', a.id)
    a.premises.forEach((p, i) => {
      twice(tell, [...path, 'premises', i, 'id'], 'premise', `${a.id}/${p.id}`)
      checkFactors(p, [...path, 'premises', i], tell)
    })
    a.authorities.forEach((id, i) => {
      authorityWrong(tell, [...path, 'authorities', i], id, whose)
    })
    a.record.forEach((r, i) => {
      forumWrong(tell, [...path, 'record', i, 'forum'], r.forum, whose)
      authorityWrong(tell, [...path, 'record', i, 'by'], r.by, whose)
    })
    const attackers = new Set<string>()
    a.attackedBy.forEach((x, i) => {
      const here = [...path, 'attackedBy', i]
      const lost = noArgument(tell, [...here, 'by'], x.by, whose)
      if (!lost && x.by === a.id)
        tell('attack-on-itself', [...here, 'by'], `"${a.id}" attacks itself.`, 'Name the argument that answers it.')
      if (attackers.has(x.by))
        tell('double-attack', [...here, 'by'], `"${x.by}" attacks "${a.id}" twice.`, 'Keep the stronger attack.')
      attackers.add(x.by)
      if (x.at !== targets[x.kind]) {
        const what = `"${x.by}" is to ${x.kind} "${a.id}" at its ${x.at}.`
        tell('misplaced-attack', [...here, 'at'], what, `Write "at": "${targets[x.kind]}", or another kind.`)
      } else if ((x.at === 'premise') !== (x.premise !== undefined)) {
        const mend = x.at === 'premise' ? 'Add "premise": which one.' : 'Take "premise" out.'
        const what = `"${x.by}" attacks the ${x.at} of "${a.id}" and names ${x.premise === undefined ? 'no' : 'a'} premise.`
        tell('misplaced-attack', here, what, mend)
      } else if (x.premise !== undefined && !a.premises.some(p => p.id === x.premise)) {
        const known = a.premises.map(p => p.id)
        const mend = mended(x.premise, known, `It has ${quoted(known)}.`)
        tell('no-such-premise', [...here, 'premise'], `"${a.id}" has no premise "${x.premise}".`, mend)
      }
    })
    checkTimes(a, path, tell)
    if (motions.size > 0 && !held.has(a.id)) {
      const mend = 'Let a position of some motion hold it.'
      tell('idle-argument', [...path, 'id'], `"${a.id}" is in no motion.`, mend)
    }
  }

  const checkRuling = (m: Motion, path: Path, tell: Tell): void => {
    if (m.ruling === undefined) return
    authorityWrong(tell, [...path, 'by'], m.ruling.by, `The ruling on "${m.id}"`)
    const told = Object.entries(m.ruling.issues)
    for (const [id, decided] of told) {
      const issue = m.issues.find(i => i.id === id)
      const [word, known] = issue ? [decided, issue.positions.map(p => p.id)] : [id, m.issues.map(i => i.id)]
      if (word === null || (issue && known.includes(word))) continue
      const what = issue ? `Issue "${id}" has no position "${word}".` : `"${m.id}" has no issue "${id}".`
      tell('wrong-ruling', [...path, 'issues', id], what, mended(word, known, `Write ${quoted(known)}.`))
    }
    const missing = m.issues.map(i => i.id).filter(id => !told.some(([t]) => t === id))
    if (missing.length > 0) {
      const what = `The ruling on "${m.id}" says nothing of ${quoted(missing)}.`
      tell('wrong-ruling', [...path, 'issues'], what, 'Write the position that prevailed, or null for not reached.')
    }
  }

  const checkMotion = (m: Motion, path: Path, tell: Tell): void => {
    twice(tell, [...path, 'id'], 'motion', m.id)
    forumWrong(tell, [...path, 'forum'], m.forum, `The motion "${m.id}"`)
    if (m.after !== undefined && !motions.has(m.after)) {
      const others = [...motions.keys()].filter(id => id !== m.id)
      const mend = mended(m.after, others, 'Take "after" out, or name the motion below.')
      tell('no-such-motion', [...path, 'after'], `"${m.id}" is after a motion "${m.after}" that nobody wrote.`, mend)
    }
    for (const [name, value] of Object.entries(m.facts)) factWrong(tell, [...path, 'facts', name], name, [value])
    const playedFor = new Map<string, string>()
    m.issues.forEach((issue, i) => {
      const here = [...path, 'issues', i]
      twice(tell, [...here, 'id'], 'issue', `${m.id}/${issue.id}`)
      if (!issue.positions.some(p => p.id === issue.burden)) {
        const known = issue.positions.map(p => p.id)
        const what = `The burden of "${issue.id}" is on "${issue.burden}", which is no position of it.`
        tell('wrong-burden', [...here, 'burden'], what, mended(issue.burden, known, `Write ${quoted(known)}.`))
      }
      if (issue.positions[0].side === issue.positions[1].side) {
        const what = `Both positions of "${issue.id}" are taken by the same side.`
        tell('one-sided-issue', [...here, 'positions'], what, 'Give one to "resist" and one to "compel".')
      }
      issue.positions.forEach((p, j) => {
        twice(tell, [...here, 'positions', j, 'id'], 'position', `${m.id}/${issue.id}/${p.id}`)
        checkFactors(p.supposes, [...here, 'positions', j, 'supposes'], tell)
        if (p.arguments.length === 0) {
          const what = `Position "${p.id}" of "${issue.id}" has no argument.`
          tell('one-sided-issue', [...here, 'positions', j, 'arguments'], what, 'Give it one.')
        }
        p.arguments.forEach((id, k) => {
          const spot = [...here, 'positions', j, 'arguments', k]
          if (noArgument(tell, spot, id, `Position "${p.id}"`)) return
          const a = all.get(id)!
          const other = playedFor.get(id)
          if (other !== undefined) {
            const what =
              other === p.id
                ? `"${id}" is held twice for "${p.id}".`
                : `"${id}" is held for "${p.id}" and for "${other}".`
            tell('held-twice', spot, what, 'Keep it where it matters more.')
          }
          playedFor.set(id, p.id)
          if (!isOpen(a, m.day)) {
            const what = `"${id}" cannot be used on ${m.day}: it runs from ${a.from}${a.to ? ` to ${a.to}` : ''}.`
            tell('anachronistic-motion', spot, what, 'Take it out of this hand.')
          }
          const compels = a.side === 'compel'
          if (compels !== (p.side === 'compel')) {
            const what = `"${id}" argues to ${a.side} and is held by the side that wants to ${p.side}.`
            tell('wrong-side', spot, what, 'Move it to the other position.')
          }
          const friends = a.attackedBy.filter(x => x.kind === 'rebut' && x.by !== id && p.arguments.includes(x.by))
          for (const x of friends) {
            const what = `"${x.by}" rebuts "${id}", and "${p.id}" holds both.`
            tell('friendly-rebuttal', spot, what, 'Take one of them out.')
          }
        })
      })
    })
    checkRuling(m, [...path, 'ruling'], tell)
  }

  files.forEach((file, n) => {
    const name = context.names?.[n]
    const tell: Tell = (code, path, what, mend) => {
      const [severity, why] = argumentChecks[code]
      problems.push({ code, severity, where: { ...(name === undefined ? {} : { file: name }), path }, what, why, mend })
    }
    file.forums?.forEach((f, i) => {
      twice(tell, ['forums', i, 'id'], 'forum', f.id)
    })
    file.arguments?.forEach((a, i) => {
      checkArgument(a, ['arguments', i], tell)
    })
    file.motions?.forEach((m, i) => {
      checkMotion(m, ['motions', i], tell)
    })
  })
  return problems
}
