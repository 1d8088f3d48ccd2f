import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { address } from './place.ts'

/** Debian's own Chromium, or another through CHROMIUM. Playwright downloads nothing. */
export const chromium = findChromium() ?? '/usr/bin/chromium'
export const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where `.ci/run` wants the results as JSON, to sum them. */
const reports = process.env.COMITY_REPORTS

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Long enough for a loaded machine; a journey takes seconds on an idle one.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: reports ? [['list'], ['json', { outputFile: `${reports}/playwright.json` }]] : 'list',
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    // What cannot be pressed within this time is told by name, long before the test ends.
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    serviceWorkers: 'block',
    launchOptions: { executablePath: chromium, chromiumSandbox: false, args: quiet },
  },
  projects: [
    { name: 'page', testIgnore: /lighthouse/ },
    // Measured alone, after the rest: two tests at once would be measured as a slow page.
    { name: 'lighthouse', testMatch: /lighthouse/, dependencies: ['page'], fullyParallel: false },
  ],
  webServer: {
    command: 'npx tsx test/browser/serve.ts',
    cwd: '../..',
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
