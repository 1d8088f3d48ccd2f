/** The lab's state as part of an address. Written so that a person can read it: day/court/act/fact:value,... */
import type { LabState } from './lawroom.ts'

/** `data.usCopy: true` as `data.usCopy:yes`; what is not known is left out. */
const written = ([path, value]: readonly [string, boolean | string | number | null]): readonly string[] =>
  value === null ? [] : [`${path}:${value === true ? 'yes' : value === false ? 'no' : value}`]

/** The address of a state of the lab, as it stands after `#law=`. */
export const writeLab = ({ day, forum, act, facts, suppose }: LabState): string =>
  [
    'lab',
    day,
    forum ?? 'none',
    act,
    [
      ...Object.entries(facts)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(written),
      ...Object.entries(suppose).flatMap(([question, reading]) => written([`reading.${question}`, reading])),
    ].join(','),
  ].join('/')
