/** The law room in a real browser: by keyboard alone, on a phone, clean in both lights, and brought back by its link. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, tabTo, test } from './visit.ts'

const clean = async (page: Page, where: string, only?: string) => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (only) axe.withRules(only)
  const { violations } = await axe.analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(n => n.target.join(' ')).slice(0, 4)}`,
  )
  expect.soft(told, `axe on ${where}`).toEqual([])
}
const bothLights = async (page: Page, where: string) => {
  await clean(page, `${where}, by day`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await clean(page, `${where}, at night`, 'color-contrast')
  await page.emulateMedia({ colorScheme: 'light' })
}
const answer = (page: Page, order: string) =>
  page.locator('.lab-answers tbody tr').filter({ has: page.getByRole('rowheader', { name: order }) })

test('by keyboard alone: from the start page to a flipped fact, another year and the reason why', async ({ page }) => {
  await page.goto('.')
  await tabTo(page, at => at.text === 'The law')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The conflict lab' })).toBeFocused()
  await expect(answer(page, 'United States')).toContainText('contested')

  await page.locator('#lab-month').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp')
  await expect(page.locator('.day-now')).toHaveText('1 December 2016')
  await expect(answer(page, 'United States')).toContainText('excuses')
  await expect(page.locator('[data-status]')).toContainText('The United States now leaves you free')

  await tabTo(page, at => /^Why\s+United States/.test(at.text))
  await page.keyboard.press('Enter')
  await expect(page.locator('.finding-body').first()).toContainText('829 F.3d 197')

  await page.locator('#facts summary', { hasText: 'The data and its keys' }).focus()
  const group = page.locator('#facts details', { hasText: 'The data and its keys' })
  if (!(await group.getAttribute('open').then(open => open !== null))) await page.keyboard.press('Enter')
  await tabTo(page, at => at.tag === 'input')
  await page
    .locator('fieldset', { hasText: 'A copy of the content is in the United States' })
    .getByLabel('no', { exact: true })
    .focus()
  await page.keyboard.press('ArrowLeft')
  await expect(answer(page, 'United States')).toContainText('obliges')
})

test('the address holds the question: a link opens it elsewhere, a broken one is told and loses nothing', async ({
  page,
}) => {
  await page.goto('#law=lab')
  await page.getByLabel('Start from').selectOption({ label: 'Mail in China, November 2022' })
  await expect(answer(page, 'China')).toContainText('forbids')
  await expect.poll(() => page.url()).toContain('#law=lab/2022-11-03/us-nd-cal/disclose-content/')
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(answer(page, 'China')).toContainText('forbids')
  await expect(page.getByLabel('Start from')).toHaveValue('china-2022')

  await page.evaluate(() => {
    location.hash = '#law=lab/2022-13-99/us-nd-cal/disclose-content/data.contentAtt:cn'
  })
  await expect(page.getByRole('alert')).toContainText('Did you mean "data.contentAt"?')
  await page.goBack()
  await expect(answer(page, 'China')).toContainText('forbids')

  await page.goto('#law=authorities')
  await page.getByLabel('Words').fill('cloud act')
  await expect(page.locator('.count')).not.toContainText('123 of')
  await page.locator('.authority-row summary').first().click()
  const source = page.locator('.sources a').first()
  await expect(source).toHaveAttribute('rel', /noreferrer/)
})

test('a phone, a tablet and a desk show all of it without scrolling sideways', async ({ page }) => {
  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [1024, 768],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const part of ['lab', 'rules/us', 'authorities', 'questions']) {
      await page.goto(`#law=${part}`)
      await expect(page.locator('.law-main h1')).toBeVisible()
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${part} at ${width}`).toBe(0)
    }
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('#law=lab')
  await page.locator('#facts summary').first().click()
  await page
    .locator('fieldset', { hasText: 'The demand asks for the content' })
    .getByLabel('no', { exact: true })
    .check()
  await expect(page.locator('.lab-changed')).toBeInViewport()
})

test('axe finds nothing in the law room, in both lights', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto('#law=lab')
  await expect(page.locator('.strip')).toBeVisible()
  await page.getByLabel('Start from').selectOption({ label: 'A Brazilian order, July 2016' })
  await answer(page, 'United States').getByRole('button').click()
  await bothLights(page, 'the lab, with a reason open')
  await page.goto('#law=rules/ie')
  await page.locator('.rule-row summary').first().click()
  await clean(page, 'the rules of Ireland, one open')
  await page.goto('#law=authorities/us-sca-2702')
  await expect(page.locator('.authority-body')).toBeVisible()
  await bothLights(page, 'the authorities, one open')
  await page.goto('#law=questions')
  await clean(page, 'the open questions')
  await page.goto('#law=lab/nonsense')
  await expect(page.getByRole('alert')).toBeVisible()
  await clean(page, 'a broken link')
})

test('a flipped fact is answered within a frame of work', async ({ page }) => {
  await page.goto('#law=lab')
  await expect(page.locator('.strip')).toBeVisible()
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('#lab-month')!
    const found: number[] = []
    for (let month = 20; month < 140; month += 3) {
      slider.value = String(month)
      const began = performance.now()
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      // What to show is worked out in the next microtask.
      await Promise.resolve()
      found.push(performance.now() - began)
      await new Promise(then => setTimeout(then, 30))
    }
    return found.sort((a, b) => a - b)
  })
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(16)
})
