/** Kinds shared by the files of this room. */
import type { Breach } from '../game/index.ts'
import type { MeterView } from './types.ts'

export type MeterGroup = MeterView['group']
export type Manner = Breach['manner']
export type BreachLevel = Breach['level']
