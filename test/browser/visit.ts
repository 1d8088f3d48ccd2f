/**
 * A visit: a page that notes everything that must not happen, and fails the test if it did. No request to anybody
 * else, no error on the console, nothing the policy had to stop.
 */
import { test as base, expect, type Page } from '@playwright/test'
import { address } from './place.ts'

/** The software renderer of a test machine complains of screenshots; that is not the page's doing. */
const noise = /GPU stall due to ReadPixels|GL Driver Message/

declare global {
  interface Window {
    violations?: string[]
  }
}

export const test = base.extend<{ strict: undefined }>({
  strict: [
    async ({ page }, use) => {
      const wrong: string[] = []
      const origin = new URL(address).origin
      page.on('console', message => {
        if (message.type() === 'error' && !noise.test(message.text())) wrong.push(`console: ${message.text()}`)
      })
      page.on('pageerror', error => wrong.push(`error: ${error.message}`))
      page.on('request', request => {
        const url = request.url()
        if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) wrong.push(`request to ${url}`)
      })
      page.on('response', response => {
        if (response.status() >= 400) wrong.push(`${response.status()} for ${response.url()}`)
      })
      await page.addInitScript(() => {
        window.violations = []
        addEventListener('securitypolicyviolation', event => {
          window.violations?.push(`${event.violatedDirective}: ${event.blockedURI}`)
        })
      })
      await use(undefined)
      const violations = await page.evaluate(() => window.violations ?? []).catch(() => [])
      expect([...wrong, ...violations], 'nothing went wrong behind the page').toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

/** Waits until the page shows a scene with its answers, or an ending, with this title, and has moved the focus to it. */
export const arrive = async (page: Page, title: string) => {
  await expect(page.locator('#main h1, #main h2').filter({ hasText: title }).first()).toBeVisible()
  // The opening can be read before it can be answered.
  await expect(page.locator('#main .choice-button, #main.is-ended').first()).toBeAttached()
}

/** Presses Tab until `there` says so; fails after `most` presses, naming where it went. */
export const tabTo = async (
  page: Page,
  there: (element: { text: string; tag: string; name: string }) => boolean,
  most = 150,
) => {
  const seen: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label = element?.getAttribute('aria-labelledby')
      return {
        text: (element?.innerText ?? '').trim(),
        tag: element?.tagName.toLowerCase() ?? '',
        name: (label && document.getElementById(label)?.innerText.trim()) || '',
      }
    })
    if (there(at)) return
    seen.push(at.name || at.text.slice(0, 40) || at.tag)
  }
  throw new Error(`Tab never got there. It went: ${seen.join(' → ')}`)
}
