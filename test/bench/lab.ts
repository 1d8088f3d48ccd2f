/** What the conflict lab asks when a fact is flipped: everything, of the whole shipped law, with every reason. */
import { type At, type Claim, evaluate, exposure, type Norm, type Pack, why } from '../../src/law/index.ts'
import { type Spread, spread } from './measure.ts'

/** Milliseconds for the whole answer and for each part of it. */
export interface LabTime {
  readonly whole: Spread
  readonly worst: number
  readonly parts: readonly { readonly name: string; readonly time: Spread }[]
}

const claim = ({ order, modality, act }: Norm) => ({ order, [modality]: act }) as unknown as Claim

/** Norms, conflicts with what would dissolve them, what every breach may cost, and why every norm holds. */
export const lab = (pack: Pack, asks: readonly At[]): LabTime => {
  const times: Record<string, number[]> = {}
  const timed = <T>(name: string, run: () => T): T => {
    const before = process.cpuUsage()
    const made = run()
    const { user, system } = process.cpuUsage(before)
    times[name] ??= []
    times[name].push((user + system) / 1000)
    return made
  }
  for (const at of asks)
    timed('whole', () => {
      const e = evaluate(pack, at)
      const norms = timed('norms', () => e.norms())
      timed('conflicts', () => e.conflicts())
      timed('what would dissolve them', () => e.conflicts().map(c => c.dissolve))
      timed('exposure', () =>
        norms
          .filter(n => n.modality === 'oblige' || n.modality === 'forbid')
          .map(({ order, act, modality, holds, rules }) => {
            const manner = modality === 'oblige' ? 'omitted' : 'did'
            return exposure(e, { order, act, manner, level: holds === 'yes' ? 'certain' : 'possible', rules })
          }),
      )
      timed('why', () => norms.map(n => why(e, claim(n))))
    })
  const { whole = [], ...parts } = times
  return {
    whole: spread(whole),
    worst: Math.max(...whole),
    parts: Object.entries(parts).map(([name, all]) => ({ name, time: spread(all) })),
  }
}
