import { defineConfig } from 'vitest/config'

/** Where `.ci/run` wants the results as JSON, to sum them. */
const reports = process.env.COMITY_REPORTS

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'node_modules/**'],
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/vitest.json` }]] : ['default'],
  },
})
