/** The reader of law files: the one that every room shares. */
export { type Path, readSource, type Source, sourceWhys } from '../base/index.ts'
