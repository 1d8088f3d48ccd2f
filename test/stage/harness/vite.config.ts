/** Builds the harness alone: `npx vite build -c test/stage/harness/vite.config.ts --outDir /tmp/stage`. For development only. */
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '../../..')

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  resolve: {
    alias: [
      { find: /^phaser$/, replacement: `${root}/src/stage/phaser.slim.js` },
      { find: /^phaser-src\//, replacement: `${root}/node_modules/phaser/src/` },
    ],
  },
  define: {
    'typeof WEBGL_RENDERER': 'true',
    'typeof CANVAS_RENDERER': 'true',
    'typeof FEATURE_SOUND': 'false',
    'typeof WEBGL_DEBUG': 'false',
    'typeof PLUGIN_CAMERA3D': 'false',
    'typeof PLUGIN_FBINSTANT': 'false',
    global: 'globalThis',
  },
  build: { target: 'es2022', assetsInlineLimit: 0, emptyOutDir: true },
})
