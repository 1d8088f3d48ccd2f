export type * from './screen.ts'
export type * from './types.ts'
