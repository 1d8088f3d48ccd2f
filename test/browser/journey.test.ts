/** The Dublin warrant from service to its endings, in a real browser, by keyboard alone, stage off. */
import { walks } from './matter.ts'
import { arrive, expect, tabTo, test } from './visit.ts'

// Three different endings: the longest play by the number keys, the next two by Tab.
const three = walks.slice(0, 3)

test('the worked plays lead to at least three different endings', () => {
  expect(new Set(three.map(walk => walk.ending)).size).toBe(3)
})

for (const [i, walk] of three.entries())
  test(`by keyboard alone to "${walk.endingTitle}" (${walk.steps.length} decisions)`, async ({ page }) => {
    // The longest as it moves; the others still, which the page must manage as well.
    if (i > 0) await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('.')
    await tabTo(page, at => at.text.includes('Open the matter'))
    await page.keyboard.press('Enter')

    for (const step of walk.steps) {
      await arrive(page, step.scene)
      const named = page.locator('.choice-button:focus')
      if (i === 0 && step.number <= 9) {
        // The focus is on the scene's title: a number points at an answer, and decides nothing yet.
        await page.keyboard.press(String(step.number))
      } else await tabTo(page, at => at.name === step.text)
      await expect(named.locator('.choice-text')).toHaveText(step.text)
      await page.keyboard.press('Enter')
    }

    await arrive(page, walk.endingTitle)
    await expect(page.getByRole('heading', { name: 'What really happened' })).toBeVisible()
    await expect(page.locator('.choice-button')).toHaveCount(0)
    await expect(page.locator('canvas')).toHaveCount(0)
    await expect(page.locator('table.decisions tbody tr')).toHaveCount(walk.steps.length)

    // The code on the page is the play: entered on a fresh page it leads to the same ending.
    const code = await page.locator('.code code').first().innerText()
    await page.evaluate(() => localStorage.clear())
    await page.goto('.')
    await page.locator('.enter-code input').focus()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await arrive(page, walk.endingTitle)
  })

test('what is decided is there after the page was closed, and can be taken back', async ({ page }) => {
  const [first, second] = three[0]!.steps
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, first!.scene)
  await page
    .locator('.choice-button')
    .nth(first!.number - 1)
    .click()
  await arrive(page, second!.scene)

  await page.reload()
  await arrive(page, second!.scene)
  await page.goto('.')
  await expect(page.getByText(`Saved at “${second!.scene}”`)).toBeVisible()
  await page.getByRole('button', { name: 'Go on with the matter' }).click()
  await arrive(page, second!.scene)

  await page.getByRole('button', { name: 'Take back' }).click()
  await arrive(page, first!.scene)
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0)
})

test('back and forward move between the docket and the matter', async ({ page }) => {
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, three[0]!.steps[0]!.scene)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Open the matter' })).toBeVisible()
  await page.goForward()
  await arrive(page, three[0]!.steps[0]!.scene)
})

test('after each decision a screen reader is told what moved, once', async ({ page }) => {
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  const [first, second] = three[0]!.steps
  await arrive(page, first!.scene)
  await page
    .locator('.choice-button')
    .nth(first!.number - 1)
    .click()
  await arrive(page, second!.scene)
  await expect(page.locator('[data-status]')).toHaveText(/(up|down) \d+\.|No meter moved\./)
  // And the focus has moved to the new scene, so that reading goes on from there.
  await expect(page.locator(':focus')).toHaveText(second!.scene)
})
