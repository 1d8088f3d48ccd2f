/** Hashes and letters: how a matter, its content and a play become a few characters anyone can copy. */

/** FNV-1a over UTF-16 code units, 32 bits, unsigned. Give the last hash as `from` to go on. */
export const fnv = (text: string, from = 0x811c9dc5): number => {
  let hash = from
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Hash of a JSON value that does not depend on the order of its keys, nor on what stands under the keys to skip. */
export const hashOf = (value: unknown, skip: ReadonlySet<string>, from?: number): number => {
  if (Array.isArray(value))
    return fnv(
      ']',
      value.reduce((hash: number, item) => hashOf(item, skip, fnv(',', hash)), fnv('[', from)),
    )
  if (typeof value !== 'object' || value === null) return fnv(JSON.stringify(value ?? null), from)
  const fields = Object.entries(value).filter(([key, field]) => field !== undefined && !skip.has(key))
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return fnv(
    '}',
    fields.reduce((hash, [key, field]) => hashOf(field, skip, fnv(`${JSON.stringify(key)}:`, hash)), fnv('{', from)),
  )
}

/** Folds 32 bits to 20. */
export const fold20 = (hash: number): number => ((hash >>> 20) ^ hash) & 0xfffff

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A whole number as so many letters, most significant first. */
export const toLetters = (value: number, count: number): string => {
  let text = ''
  for (let i = count - 1; i >= 0; i--) text += alphabet[(value >>> (5 * i)) & 31]
  return text
}

/** The number letters stand for. They must all be of the alphabet. */
export const fromLetters = (text: string): number =>
  [...text].reduce((n, letter) => n * 32 + alphabet.indexOf(letter), 0)
