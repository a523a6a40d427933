// What browser tests import instead of @playwright/test. Each test file begins with a fresh copy of the demo data and its own
// server; its tests run in order. A console error or an uncaught exception in a page fails the test that saw it.
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { demoAccounts } from '@/prisma/seed/demo-accounts'
import { lookWithAxe } from './axe'
import { slowLine } from './late-answers'
import { type RunningEtappi, startEtappi } from './running-etappi'

export { expect, type Page }

type PerFile = { of(file: string): Promise<RunningEtappi> }

type Fixtures = {
  /** The server and database of this file. */
  etappi: RunningEtappi
  /** Console errors that this test expects; push a pattern before causing them. */
  expectedErrors: RegExp[]
  noSurprises: undefined
  wholeTexts: undefined
}

/** Playwright selects a field and then types. A page whose scripts start between the two drops the selection, and the text lands before what was there: it is filled again. */
function fillWhole(locators: Locator): void {
  const fill = locators.fill
  locators.fill = async function (this: Locator, text, options) {
    await fill.call(this, text, options)
    const written = await this.evaluate((node) => (node instanceof HTMLTextAreaElement ? node.value : null)).catch(
      () => null,
    )
    if (written !== null && written !== text && written.includes(text)) await fill.call(this, text, options)
  }
}
let filledWhole = false

export const test = base.extend<Fixtures, { perFile: PerFile }>({
  perFile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      let current: { file: string; etappi: RunningEtappi } | null = null
      await use({
        of: async (file) => {
          if (current?.file === file) return current.etappi
          await current?.etappi.stop()
          current = null
          current = { file, etappi: await startEtappi() }
          return current.etappi
        },
      })
      await (current as { etappi: RunningEtappi } | null)?.etappi.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browser: [
    async ({ browser }, use) => {
      slowLine(browser)
      await use(browser)
    },
    { scope: 'worker' },
  ],
  etappi: async ({ perFile }, use, info) => use(await perFile.of(info.file)),
  baseURL: async ({ etappi }, use) => use(etappi.address),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  expectedErrors: async ({}, use) => use([]),
  wholeTexts: [
    async ({ page }, use) => {
      if (!filledWhole) fillWhole(Object.getPrototypeOf(page.locator('html')) as Locator)
      filledWhole = true
      await use(undefined)
    },
    { auto: true },
  ],
  noSurprises: [
    async ({ context, expectedErrors }, use) => {
      const seen: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => seen.push(String(error.error())))
      await use(undefined)
      expect(seen.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * Signs in as a demo account by sending the sign-in form as a browser without scripts does, and opens `next`. The form itself
 * has its own tests; here it would be drawn three hundred times over.
 */
export async function signIn(page: Page, email: string, next = '/'): Promise<void> {
  const account = demoAccounts.find((one) => one.email === email)
  if (!account) throw new Error(`There is no demo account ${email}.`)
  const { request } = page.context()
  const form = `/sign-in?next=${encodeURIComponent(next)}`
  const shown = await request.get(form)
  const own = (await shown.text()).split('<form').find((one) => one.includes('name="password"')) ?? ''
  const hidden = [...own.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ])
  const answer = await request.post(form, {
    multipart: { ...Object.fromEntries(hidden), email: account.email, password: account.password },
    headers: { origin: new URL(shown.url()).origin },
    maxRedirects: 0,
  })
  expect(answer.status(), await answer.text()).toBe(303)
  await page.goto(new URL(answer.headers().location ?? '', shown.url()).href)
}

const signs: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }
const attribute = (input: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '').replace(/&[#\w]+;/g, (sign) => signs[sign] ?? sign)

/** Whether something reaches over the edge of the window; before its styles are there a page has no width to speak of. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  await page.waitForLoadState()
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}

/** The text of a whole page with its frame, which a missing page is given only after it was drawn (components/frame/frame-again.tsx). */
export async function textWithFrame(page: Page): Promise<string> {
  await expect(page.locator('.frame > .footer')).not.toBeEmpty()
  return page.locator('body').innerText()
}

/** Waits until the scripts of the page have taken this element over: keys pressed before that are the browser's alone. */
export async function takenOver(locator: Locator): Promise<void> {
  await expect
    .poll(() => locator.evaluate((node) => Object.keys(node).some((name) => name.startsWith('__reactProps'))))
    .toBe(true)
}

/**
 * Runs axe with all its rules; every violation is printed. Returns how many rules were applied and passed.
 * While a page is brought anew its title is taken out and put back; a title that stays away still fails.
 */
export async function expectNoViolations(page: Page): Promise<number> {
  await page.waitForLoadState()
  await expect(page).toHaveTitle(/\S/)
  // Frames would have to be looked at one by one: nothing of ours has one.
  expect(page.frames()).toHaveLength(1)
  const { violations, passed } = await lookWithAxe(page)
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes.map((node) => node.html).join(' | ')}`)
  expect(told, page.url()).toEqual([])
  expect(passed.length).toBeGreaterThan(5)
  return passed.length
}
