/** Unit and property tests: everything but the journeys in a browser. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where `.ci/run` wants the results as JSON, to sum them. */
const reports = process.env.COMITY_REPORTS

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'node_modules/**'],
    // A slow or busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/vitest.json` }]] : ['default'],
  },
})
