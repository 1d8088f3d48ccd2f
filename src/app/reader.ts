/** What reads a result code, in a chunk of its own: few visitors bring one. */
export { readCode } from '../game/index.ts'
