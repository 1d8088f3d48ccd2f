/** Short tags of author-given ids, so that a play fits on a line. */

/**
 * FNV-1a of the id, folded to 10 bits: an integer from 0 to 1023. Result codes name choices by this tag,
 * so it never changes, and the ids of one scene must not share one (a check sees to it).
 */
export const choiceTag = (id: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) {
    hash ^= id.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  hash >>>= 0
  return (hash ^ (hash >>> 10) ^ (hash >>> 20) ^ (hash >>> 30)) & 0x3ff
}
