/** From phone to desktop: nothing is cut off, nothing scrolls sideways; themes and motion are as asked. */
import type { Page } from '@playwright/test'
import { walks } from './matter.ts'
import { arrive, expect, test } from './visit.ts'

const longest = walks[0]!
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const sizes = {
  'a phone': [
    [320, 640],
    [390, 844],
  ],
  'a tablet, a laptop and a desk': [
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ],
} as const

for (const [device, screens] of Object.entries(sizes))
  test(`on ${device} nothing scrolls sideways, from the start page to the ending`, async ({ page }) => {
    const fits = async (where: string) => {
      for (const [width, height] of screens) {
        await page.setViewportSize({ width, height })
        expect(await overflow(page), `${where}, ${width} by ${height}`).toBe(0)
      }
    }
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('.')
    await expect(page.getByRole('button', { name: 'Open the matter' })).toBeVisible()
    await fits('start page')
    await page.getByRole('button', { name: 'Open the matter' }).click()
    for (const step of longest.steps) {
      await arrive(page, step.scene)
      await fits(step.scene)
      await page
        .locator('.choice-button')
        .nth(step.number - 1)
        .click()
    }
    await arrive(page, longest.endingTitle)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await fits('the ending, everything open')
  })

test('a phone shows the start button without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('.')
  await expect(page.getByRole('button', { name: 'Open the matter' })).toBeInViewport()
})

test('the theme and the motion are as chosen, also after a return', async ({ page }) => {
  await page.goto('.')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('Day chart').check()
  const day = await background()
  await page.getByLabel('Night chart').check()
  await expect.poll(background).not.toBe(day)
  await page.getByLabel('Still').check()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced')
})

test('with reduced motion nothing on the page moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(animation => {
        const timing = animation.effect?.getComputedTiming()
        return animation.playState === 'running' && Number(timing?.activeDuration ?? 0) > 10
      }).length,
  )
  expect(moving).toBe(0)
})
