/** The stage: loaded only when asked for, really drawing in WebGL, still when motion is unwelcome, never needed. */
import type { Page } from '@playwright/test'
import { level, walks } from './matter.ts'
import { arrive, expect, test } from './visit.ts'

const longest = walks[0]!
const court = longest.steps.findIndex(step =>
  level.scenes.some(scene => scene.title === step.scene && scene.place.kind === 'courtroom'),
)

const raise = async (page: Page) => {
  await page.getByRole('button', { name: 'Raise the curtain' }).click()
  await expect(page.getByRole('button', { name: 'Lower the curtain' })).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.stage-slot canvas')).toBeVisible()
}

/** What the canvas shows, as a picture of it on the page. */
const picture = async (page: Page) => {
  await page.waitForTimeout(600)
  return page.locator('.stage-slot canvas').screenshot()
}

/** How many colours a picture holds, and how much of it differs from another, read by the browser itself. */
const compare = (page: Page, a: Buffer, b: Buffer) =>
  page.evaluate(
    async ([one, other]) => {
      const read = async (base64: string) => {
        const image = new Image()
        image.src = `data:image/png;base64,${base64}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const context = canvas.getContext('2d')!
        context.drawImage(image, 0, 0)
        return context.getImageData(0, 0, image.width, image.height).data
      }
      const [x, y] = [await read(one!), await read(other!)]
      const colours = new Set<number>()
      let differ = 0
      for (let i = 0; i < x.length; i += 4) {
        colours.add((x[i]! << 16) | (x[i + 1]! << 8) | x[i + 2]!)
        if (
          Math.abs(x[i]! - (y[i] ?? 0)) +
            Math.abs(x[i + 1]! - (y[i + 1] ?? 0)) +
            Math.abs(x[i + 2]! - (y[i + 2] ?? 0)) >
          30
        )
          differ++
      }
      return { colours: colours.size, differ: differ / (x.length / 4) }
    },
    [a.toString('base64'), b.toString('base64')],
  )

test('a WebGL canvas really draws, and what it draws changes with the scene', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('?renderer=webgl&still')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  await raise(page)
  expect(
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage-slot canvas')!
      return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
    }),
  ).toBe(true)
  const office = await picture(page)
  for (const step of longest.steps.slice(0, court)) {
    await arrive(page, step.scene)
    await page
      .locator('.choice-button')
      .nth(step.number - 1)
      .click()
  }
  await arrive(page, longest.steps[court]!.scene)
  const courtroom = await picture(page)
  const { colours, differ } = await compare(page, office, courtroom)
  expect(colours).toBeGreaterThan(100)
  expect(differ).toBeGreaterThan(0.05)
  expect((await compare(page, office, office)).differ).toBe(0)
})

test('the choice in focus lights the picture', async ({ page }) => {
  await page.goto('?renderer=canvas&still')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  await raise(page)
  const before = await picture(page)
  await page.keyboard.press('1')
  const lit = await picture(page)
  expect((await compare(page, before, lit)).differ).toBeGreaterThan(0.001)
})

test('raised by keyboard, the curtain leaves the focus where it was', async ({ page }) => {
  await page.goto('?renderer=canvas&still')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  await page.getByRole('button', { name: 'Raise the curtain' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Lower the curtain' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Raise the curtain' })).toBeFocused()
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('nothing of the stage is fetched before it is asked for', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', request => fetched.push(new URL(request.url()).pathname.split('/').at(-1)!))
  await page.goto('?renderer=canvas')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await arrive(page, longest.steps[0]!.scene)
  await page
    .locator('.choice-button')
    .nth(longest.steps[0]!.number - 1)
    .click()
  await arrive(page, longest.steps[1]!.scene)
  await page.waitForTimeout(500)
  expect(fetched.filter(name => /stage|phaser/i.test(name))).toEqual([])
  await raise(page)
  expect(fetched.filter(name => /^stage-.*\.js$/.test(name)).length).toBeGreaterThan(0)
})

test('the stage is hidden from screen readers, and the page says the same in words', async ({ page }) => {
  await page.goto('?renderer=canvas&still')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await raise(page)
  expect(await page.locator('canvas').evaluate(canvas => canvas.closest('[aria-hidden="true"]') !== null)).toBe(true)
  await page.getByText('In words', { exact: true }).click()
  await expect(page.locator('.described p')).not.toBeEmpty()
})

test('where motion is unwelcome, or graphics are slow, the stage is a still picture', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await raise(page)
  const one = await picture(page)
  const other = await picture(page)
  expect((await compare(page, one, other)).differ).toBe(0)
  await page.getByRole('button', { name: 'Lower the curtain' }).click()
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('a stage that cannot be loaded is told of, and the game goes on', async ({ page, context }) => {
  await context.route('**/assets/stage-*.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no stage tonight")' }),
  )
  await page.goto('.')
  await page.getByRole('button', { name: 'Open the matter' }).click()
  await page.getByRole('button', { name: 'Raise the curtain' }).click()
  await expect(page.locator('.notice', { hasText: 'The stage could not be shown (no stage tonight)' })).toBeVisible()
  await page
    .locator('.choice-button')
    .nth(longest.steps[0]!.number - 1)
    .click()
  await arrive(page, longest.steps[1]!.scene)
})
