import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { matters } from './src/cli/build/matters.ts'
import { plain } from './src/cli/build/plain.ts'
import { headers, policy } from './src/cli/build/policy.ts'
import { report } from './src/cli/build/report.ts'

const here = (path: string) => resolve(import.meta.dirname, path)

/** Phaser's own core entry plus what the stage uses: 210 kB gz against 354. Types keep coming from `phaser`. */
const slim = here('src/stage/phaser.slim.js')

/** Parts of the rooms below that only a later chunk needs: the debrief, another year, the Law door. */
const later =
  /\/src\/(game\/year|law\/(aloud|explain|spell|suppose|supposing|courses|check|inspect|source|shape|facts|codes|compile)|view\/(year|calendar|lab(?!link)\w*|lawroom|library|presets|reading|strip|turnings))\.ts$/

/**
 * What the first decision needs of the rules stays in one piece, also where a later chunk shares it: cut in two it would
 * be a kilobyte heavier.
 */
const table = (id: string) =>
  /\/src\/(law|level|game|view)\/|\/src\/app\/table\.ts|\/pure-rand\//.test(id) && !later.test(id)

/** Bytes of script after gzip before the first decision. */
const budget = 60_000

export default defineConfig({
  // Relative addresses: the built page works under any path.
  base: './',
  plugins: [plain(), matters('levels'), policy(), report(budget)],
  resolve: {
    alias: [
      ...(existsSync(slim) ? [{ find: /^phaser$/, replacement: slim }] : []),
      { find: /^phaser-src\//, replacement: `${here('node_modules/phaser/src')}/` },
    ],
  },
  define: {
    global: 'globalThis',
    'typeof WEBGL_RENDERER': 'true',
    'typeof CANVAS_RENDERER': 'true',
    'typeof FEATURE_SOUND': 'false',
    'typeof WEBGL_DEBUG': 'false',
    'typeof PLUGIN_CAMERA3D': 'false',
    'typeof PLUGIN_FBINSTANT': 'false',
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // Nothing inlined: the policy allows no inline scripts, and files are cached one by one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'table', test: table, includeDependenciesRecursively: false }] } },
    },
    // Phaser comes in one piece; it has its own place in the report.
    chunkSizeWarningLimit: 1200,
  },
  preview: { headers },
})
