/**
 * Keeps `import()` as it is written. Vite wraps it in a helper that first fetches style sheets and further chunks of
 * what is imported; the chunks of this page have neither, and the helper would be a kilobyte before the first decision.
 */
import type { Plugin } from 'vite'

const helper = '\0vite/preload-helper.js'

/** Replaces the helper by the call it wraps. */
export const plain = (): Plugin => ({
  name: 'comity:plain',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /preload-helper\.js$/ },
    handler: id => (id === helper ? 'export const __vitePreload = load => load()' : null),
  },
})
