/** axe on every screen: of the longest journey in light and dark, with the stage off and on; and of what can go wrong. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { walks } from './matter.ts'
import { arrive, expect, test } from './visit.ts'

const longest = walks[0]!

const clean = async (page: Page, where: string, { only, within }: { only?: string; within?: string } = {}) => {
  // Only violations are worked out whole, in the page itself: it has no frames to look into.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (only) axe.withRules(only)
  if (within) axe.include(within)
  const { violations } = await axe.analyze()
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map(node => node.target.join(' '))
        .slice(0, 4)
        .join(', ')}`,
  )
  expect.soft(told, `axe on ${where}`).toEqual([])
}

/** The same screen in both lights: all rules in one, contrast in the other. */
const bothLights = async (page: Page, where: string) => {
  await clean(page, `${where}, by day`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await clean(page, `${where}, at night`, { only: 'color-contrast' })
  await page.emulateMedia({ colorScheme: 'light' })
}

const openEverything = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

// Half of the journey in each test, so that both workers have one.
const half = Math.ceil(longest.steps.length / 2)
for (const [part, from, to] of [
  ['first', 0, half],
  ['second', half, longest.steps.length],
] as const)
  for (const stage of ['off', 'on'] as const)
    test(`axe finds nothing on the ${part} half of the journey, stage ${stage}`, async ({ page }) => {
      test.setTimeout(600_000)
      // Without motion: a colour halfway through a change is no colour of the page.
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
      await page.goto('?renderer=canvas')
      await page.getByRole('button', { name: 'Open the matter' }).click()
      await arrive(page, longest.steps[0]!.scene)
      if (stage === 'on') {
        await page.getByRole('button', { name: 'Raise the curtain' }).click()
        await expect(page.locator('.stage-slot canvas')).toBeVisible()
        await expect(page.getByRole('button', { name: 'Lower the curtain' })).toBeVisible()
      }
      for (const [i, step] of longest.steps.entries()) {
        await arrive(page, step.scene)
        if (i >= from && i < to) {
          // By day or at night in turn; what is seen by day without the stage is seen at night with it.
          const night = (i % 2 === 1) !== (stage === 'on')
          await page.emulateMedia({ colorScheme: night ? 'dark' : 'light' })
          // The stage changes the matter and nothing else on the page.
          await clean(page, `${step.scene}, stage ${stage}`, stage === 'on' ? { within: '#main' } : {})
        }
        if (i + 1 === to && to < longest.steps.length) return
        await page
          .locator('.choice-button')
          .nth(step.number - 1)
          .click()
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await arrive(page, longest.endingTitle)
      await openEverything(page)
      await bothLights(page, `the ending, everything open, stage ${stage}`)
    })

test('axe finds nothing on the start page, its settings, and a page with everything open', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto('.')
  await expect(page.getByRole('button', { name: 'Open the matter' })).toBeVisible()
  await bothLights(page, 'the start page')
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await bothLights(page, 'the settings')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  await openEverything(page)
  await bothLights(page, 'the first scene, everything open')
  await page.getByRole('button', { name: 'Menu' }).click()
  await bothLights(page, 'the menu')
  await page.keyboard.press('Escape')
  await page.locator('button.cite').first().click()
  await bothLights(page, 'an authority')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Read .+ in full$/ })
    .first()
    .click()
  await bothLights(page, 'a paper in full')
})

test('axe finds nothing where something is wrong', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await page.goto('#nothing=here')
  await expect(page.getByRole('heading', { name: 'This address leads nowhere' })).toBeVisible()
  await bothLights(page, 'a wrong address')
})
