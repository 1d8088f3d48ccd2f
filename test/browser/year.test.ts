/** Another year: the decisions of history under the law of 2018 and of today, by keyboard, on a phone, in both lights. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { level, walk } from './matter.ts'
import { arrive, expect, tabTo, test } from './visit.ts'

const history = walk(level.plays!.find(play => play.ending === 'moot')!)
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const clean = async (page: Page, what: string, only?: string[]) => {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .include('.other-year')
  const { violations } = await (only ? axe.withRules(only) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([])
}

test('the play of history is held against other years: by keyboard, in words, in a table, on every screen', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto(`#code=${encodeURIComponent(history.code('practice', history.seed))}`)
  await arrive(page, history.endingTitle)
  const year = page.locator('.other-year')
  await expect(year.getByRole('table')).toHaveCount(0)

  // By keyboard alone.
  await tabTo(page, ({ tag }) => tag === 'select', 400)
  await page.keyboard.press('End')
  await expect(year.getByRole('status')).toHaveText(
    /Under the law of 22 November 2026 three of your nineteen decisions/,
  )
  await expect(year.getByRole('table')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(year.getByRole('status')).toHaveText(/law of 31 December 2025/)

  // Earlier and later, and a day of one's own.
  await year.getByRole('button', { name: 'Later' }).click()
  await expect(year.getByRole('button', { name: 'Later' })).toBeDisabled()
  await year.getByLabel('or of one day').fill('2018-06-01')
  await expect(
    year.getByText(/^Decision 17,.*under US law: lawful on its day; it would have let a breach go on/),
  ).toBeVisible()
  await expect(year.locator('.year-table tbody')).toHaveCount(3)

  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900],
  ] as const)
    for (const light of width === 390 ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: light })
      await clean(page, `${width}, ${light}`, light === 'dark' ? ['color-contrast'] : undefined)
      expect(await overflow(page), `${width} by ${height}`).toBe(0)
      if (process.env.COMITY_SHOTS)
        await year.screenshot({ path: `${process.env.COMITY_SHOTS}/year-${width}-${light}.png` })
    }

  await year.getByLabel(/^Show every decision/).check()
  await expect(year.locator('.year-table tbody')).toHaveCount(history.steps.length)
  await clean(page, 'every decision')
})

test('practice may look ahead from the log; a hearing waits for its end', async ({ page }) => {
  const first = history.steps[0]!
  const begin = async (mode: RegExp) => {
    await page.goto('.')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole('radio', { name: mode }).check()
    await page.getByRole('button', { name: 'Open the matter' }).click()
    await arrive(page, first.scene)
    await page
      .locator('.choice-button')
      .nth(first.number - 1)
      .click()
    await arrive(page, history.steps[1]!.scene)
  }
  await begin(/Practice/)
  await page.locator('.other-year select').selectOption('2026-11-22')
  await expect(
    page
      .locator('.other-year')
      .getByText(/^Under the law of 22 November 2026/)
      .first(),
  ).toBeVisible()
  await clean(page, 'in practice')

  await begin(/Hearing/)
  await expect(page.getByRole('heading', { name: 'Words' })).toBeVisible()
  await expect(page.locator('.other-year')).toHaveCount(0)
})
