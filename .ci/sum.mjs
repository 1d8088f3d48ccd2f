/**
 * Sums the reports of both test runners into one line. A runner that left no report, a test that was skipped and a
 * command that failed without a failing test each count as a failure: nothing passes by being absent.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, status] = process.argv.slice(2)
let passed = 0
let failed = 0

const read = name => {
  const file = join(folder, name)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  console.log(`${name.replace('.json', '')} left no report: it did not run to its end.`)
  failed++
  return null
}

const unit = read('vitest.json')
if (unit) {
  passed += unit.numPassedTests
  const absent = unit.numPendingTests + unit.numTodoTests
  if (absent > 0) console.log(`vitest skipped ${absent}, counted as failed.`)
  // A file that does not load has no tests to fail.
  const unloaded = unit.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  failed += unit.numFailedTests + absent + unloaded
}

const browser = read('playwright.json')
if (browser) {
  const { expected, unexpected, flaky, skipped } = browser.stats
  passed += expected
  if (skipped > 0) console.log(`playwright skipped ${skipped}, counted as failed.`)
  if (flaky > 0) console.log(`playwright passed ${flaky} only when tried again, counted as failed.`)
  failed += unexpected + flaky + skipped + (expected + unexpected === 0 ? 1 : 0)
}

if (status !== '0' && failed === 0) {
  console.log('Lint, types or the build failed.')
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && status === '0' ? 0 : 1)
