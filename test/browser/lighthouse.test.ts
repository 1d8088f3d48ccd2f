/**
 * Lighthouse, as a phone on a slow line: the start page, and the play page before the stage is asked for. Access and
 * best practices must be whole. Performance is printed always, and must reach 95 where the machine is known to be calm
 * (COMITY_CALM=1, best of three): on a shared or busy one the score measures the machine. Bytes are gated by the build.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as engine, expect, test } from '@playwright/test'
import lighthouse from 'lighthouse'
import { address } from './place.ts'
import { chromium, quiet } from './playwright.config.ts'

const calm = process.env.COMITY_CALM === '1'
const least = { performance: calm ? 95 : 1, accessibility: 100, 'best-practices': 100 } as const
type Scores = Record<keyof typeof least, number>

/** One run in a browser of its own, with an empty cache. */
const measure = async (url: string, port: number): Promise<{ scores: Scores; told: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'comity-lighthouse-'))
  const browser = await engine.launchPersistentContext(folder, {
    executablePath: chromium,
    chromiumSandbox: false,
    args: [...quiet, `--remote-debugging-port=${port}`],
  })
  try {
    const run = await lighthouse(url, { port, logLevel: 'error', output: 'json', onlyCategories: Object.keys(least) })
    const { categories, audits } = run!.lhr
    const score = (id: keyof typeof least) => Math.round((categories[id]?.score ?? 0) * 100)
    const metrics = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ]
    const failed = Object.values(audits)
      .filter(
        audit =>
          audit.score !== null && audit.score < 1 && ['binary', 'metricSavings'].includes(audit.scoreDisplayMode),
      )
      .map(audit => audit.id)
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
      },
      told: [...metrics.map(id => `${id} ${audits[id]?.displayValue}`), `could be better: ${failed.join(', ')}`].join(
        '; ',
      ),
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

for (const [i, [name, fragment]] of [
  ['the start page', ''],
  ['the play page, before the stage is asked for', '#play=dublin-warrant'],
].entries())
  test(`Lighthouse on ${name}: ${calm ? 'performance 95, ' : ''}accessibility 100, best practices 100`, async () => {
    test.setTimeout(300_000)
    const best: Scores = { performance: 0, accessibility: 0, 'best-practices': 0 }
    const enough = () => (Object.keys(least) as (keyof Scores)[]).every(id => best[id] >= least[id])
    for (let run = 0; run < 3 && !enough(); run++) {
      const { scores, told } = await measure(`${address}${fragment}`, 9333 + i)
      console.log(`Lighthouse on ${name}: ${JSON.stringify(scores)}; ${told}`)
      for (const id of Object.keys(best) as (keyof Scores)[]) best[id] = Math.max(best[id], scores[id])
    }
    for (const id of Object.keys(least) as (keyof Scores)[]) expect(best[id], id).toBeGreaterThanOrEqual(least[id])
  })
