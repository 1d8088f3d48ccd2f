/**
 * Where saves and settings lie: the browser's storage, or memory when the browser refuses it.
 *
 * Nothing here throws. A shelf that cannot keep says so, and the game goes on.
 */

/** The few words of `Storage` a shelf uses. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface Shelf {
  /** False when nothing outlives this page: storage is blocked or absent. */
  readonly lasting: boolean
  read(key: string): string | null
  /** False when the browser did not keep it (full, blocked); the text is then held until the page closes. */
  write(key: string, text: string): boolean
  remove(key: string): void
  /** Every key that starts with `prefix`, sorted. */
  keys(prefix: string): readonly string[]
}

const attempt = <T>(does: () => T, otherwise: T): T => {
  try {
    return does()
  } catch {
    return otherwise
  }
}

/**
 * A shelf over a browser's storage. `open` may throw (blocked cookies) or give null; either way a shelf is given.
 * What the browser would not keep is held in memory and read back from there.
 */
export const openShelf = (open: () => Store | null | undefined): Shelf => {
  const store = attempt(open, null) ?? null
  const probe = 'comity.probe'
  const lasting =
    store !== null &&
    attempt(() => {
      store.setItem(probe, 'x')
      store.removeItem(probe)
      return true
    }, false)
  const held = new Map<string, string>()

  return {
    lasting,
    read: key => held.get(key) ?? (store && attempt(() => store.getItem(key), null)),
    write: (key, text) => {
      const kept =
        store !== null &&
        attempt(() => {
          store.setItem(key, text)
          return true
        }, false)
      if (kept) held.delete(key)
      else held.set(key, text)
      return kept
    },
    remove: key => {
      held.delete(key)
      if (store) attempt(() => store.removeItem(key), undefined)
    },
    keys: prefix => {
      const found = new Set(held.keys())
      if (store)
        attempt(() => {
          for (let i = 0; i < store.length; i++) {
            const key = store.key(i)
            if (key !== null) found.add(key)
          }
        }, undefined)
      return [...found].filter(key => key.startsWith(prefix)).sort()
    },
  }
}
