/** What a level's law knows, by id: the lists a level's mentions are looked up in. */
import type { Day, Result } from '../base/index.ts'
import { compile, type FactSpec, type LawFile, type Pack } from '../law/index.ts'
import type { LevelFile } from './format.ts'

export interface World {
  readonly pack: Pack
  /** Acts, each with those it rules out. */
  readonly acts: ReadonlyMap<string, readonly string[]>
  /** Authorities, each with the day from which it is in force, where one is known. */
  readonly authorities: ReadonlyMap<string, Day | null>
  readonly courts: ReadonlySet<string>
  readonly orders: ReadonlySet<string>
  readonly terms: ReadonlySet<string>
  readonly facts: ReadonlyMap<string, FactSpec>
}

const worlds = new WeakMap<readonly LawFile[], Result<World>>()

/** Looks into the law once; the same list of files gives the same world. */
export const worldOf = (law: readonly LawFile[]): Result<World> => {
  const known = worlds.get(law)
  if (known) return known
  const pack = compile(law)
  const world: Result<World> = pack.ok
    ? {
        ok: true,
        problems: [],
        value: {
          pack: pack.value,
          acts: new Map(
            law
              .flatMap(f => f.acts ?? [])
              .map(act => (typeof act === 'string' ? [act, []] : [act.id, act.excludes ?? []])),
          ),
          authorities: new Map(law.flatMap(f => f.authorities ?? []).map(a => [a.id, a.inForce.from])),
          courts: new Set(law.flatMap(f => f.courts ?? []).map(c => c.id)),
          orders: new Set(law.flatMap(f => [f.order ?? [], (f.rules ?? []).map(r => r.order ?? [])].flat(2))),
          terms: new Set(law.flatMap(f => f.terms ?? []).map(t => t.id)),
          facts: new Map(law.flatMap(f => Object.entries(f.facts ?? {}))),
        },
      }
    : pack
  worlds.set(law, world)
  return world
}

/** A level's flags as facts: `flag.name` with its type and gloss. They start as false, min, or the first value. */
export const flagFacts = (level: Pick<LevelFile, 'flags'>): Record<string, FactSpec> =>
  Object.fromEntries(Object.entries(level.flags ?? {}).map(([name, flag]) => [`flag.${name}`, flag]))
