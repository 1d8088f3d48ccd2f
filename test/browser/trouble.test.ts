/** What can go wrong outside: each is told in words, with a way on, and loses nothing. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { level, walks } from './matter.ts'
import { base } from './place.ts'
import { arrive, expect, test } from './visit.ts'

const first = walks[0]!.steps[0]!
const told = async (page: Page, title: string, words: RegExp) => {
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.locator('#main')).toContainText(words)
  await expect(page.locator('#main')).toContainText('How to mend it')
}
const goOn = async (page: Page) => {
  await page.getByRole('button', { name: 'Back to the matters' }).click()
  await page.getByRole('button', { name: /Open the matter/ }).click()
  await arrive(page, first.scene)
}

test('a broken save is told of, kept word for word, and the matter opens anew', async ({ page }) => {
  const broken = '{"comity":"save","play":{"level":"dublin-war'
  await page.goto('.')
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [`comity.save.${level.id}`, broken])
  await page.reload()
  await expect(page.locator('.notice', { hasText: 'kept, word for word' })).toContainText('not JSON')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, first.scene)
  await page.getByRole('button', { name: 'Menu' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ])
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(file.kept[0].raw).toBe(broken)
})

test('a save that was exported is read back by a browser that never saw it', async ({ page }) => {
  await page.goto(`#play=${level.id}`)
  await arrive(page, first.scene)
  await page
    .locator('.choice-button')
    .nth(first.number - 1)
    .click()
  await arrive(page, walks[0]!.steps[1]!.scene)
  await page.getByRole('button', { name: 'Menu' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ])
  const buffer = await readFile(await download.path())
  await page.evaluate(() => localStorage.clear())
  await page.goto('.')
  await page.reload()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'comity-saves.json', mimeType: 'application/json', buffer })
  await expect(page.locator('.notice', { hasText: 'One play was read from comity-saves.json' })).toBeVisible()
  await page.getByRole('button', { name: 'Go on with the matter' }).click()
  await arrive(page, walks[0]!.steps[1]!.scene)
})

test('a result code with a slip in it, typed or in a link, is told of', async ({ page }) => {
  await page.goto('.')
  await page.locator('.enter-code input').fill('1ABCDEFGH0000XXXX')
  await page.getByRole('button', { name: 'Replay it' }).click()
  await told(page, 'This result code cannot be opened', /./)
  await page.goto('#code=1ABCDEFGH0000XXXX')
  await page.reload()
  await told(page, 'This result code cannot be opened', /./)
  await goOn(page)
})

test('an address that leads nowhere is told of', async ({ page }) => {
  await page.goto('#cod=1ABC')
  await told(page, 'This address leads nowhere', /Did you mean "#code="/)
  await goOn(page)
})

test('a matter that does not exist is told of, with those that do', async ({ page }) => {
  await page.goto('#play=dublin-warant')
  await told(page, 'This matter cannot be opened', /dublin-warrant/)
})

for (const [what, wreck] of [
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
  [
    'blocked',
    () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    },
  ],
] as const)
  test(`when storage is ${what} the game is played all the same, and says that it is not kept`, async ({ page }) => {
    await page.addInitScript(wreck)
    await page.goto('.')
    await page.getByRole('button', { name: 'Open the matter' }).click()
    await arrive(page, first.scene)
    await page
      .locator('.choice-button')
      .nth(first.number - 1)
      .click()
    await arrive(page, walks[0]!.steps[1]!.scene)
    await expect(page.locator('.notice', { hasText: /The game goes on; save to a file/ })).toBeVisible()
  })

test('when the law cannot be loaded that is told, and it loads when asked again', async ({ page, context }) => {
  let down = true
  await context.route('**/assets/law-*.json', route =>
    down ? route.fulfill({ status: 200, body: '<html>' }) : route.continue(),
  )
  await page.goto(`#play=${level.id}`)
  await told(page, 'This matter cannot be opened', /could not be loaded/)
  down = false
  await goOn(page)
})

test('without scripts the page says what it would need', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('.')
  await expect(page.locator('noscript p')).toBeVisible()
  expect(await page.locator('noscript p').innerText()).toContain('please allow scripts for this page')
  await context.close()
})

test('every address in the page is relative: it works under any path', async ({ page }) => {
  await page.goto('.')
  expect(new URL(page.url()).pathname).toBe(base)
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, first.scene)
  const html = await page.content()
  expect(html.match(/\b(?:src|href)="\/(?!\/)[^"]*"/g) ?? []).toEqual([])
})
