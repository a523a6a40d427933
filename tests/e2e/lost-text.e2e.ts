// R5: what is typed while the network is cut, and then the tab or the whole browser is killed, is back.
import type { Page } from '@playwright/test'
import { expect, signIn, test } from '@/tests/support/browser'
import {
  coordinator,
  expectSaved,
  field,
  killTab,
  openForm,
  saveLine,
  signInHere,
  stored,
} from '@/tests/support/form-page'
import { killableBrowser } from '@/tests/support/killed-browser'

const path = 'results/text'
let form = ''
let reportId = ''

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test('the form of the report is found', async ({ page }) => {
  const found = await openForm(page)
  form = found.form
  reportId = found.reportId
})

/** What the page showed and held at one moment. */
type Moment = { at: number; save: string; text: string }

/** Looks at the state line and the field every 30 ms from inside the page. */
async function watch(page: Page, seen: Moment[]): Promise<void> {
  await page.exposeFunction('tellTest', (moment: Moment) => void seen.push(moment))
  await page.evaluate((name) => {
    setInterval(() => {
      const save = document.querySelector('[data-save]')?.getAttribute('data-save') ?? ''
      const text = document.querySelector<HTMLTextAreaElement>(`[name="text:${name}"]`)?.value ?? ''
      const { tellTest } = window as unknown as { tellTest: (moment: Moment) => void }
      tellTest({ at: Date.now(), save, text })
    }, 30)
  }, path)
}

/** Cuts the network of the form; answers how many requests were tried and how many were answered. */
async function cut(page: Page) {
  const counts = { tried: 0, answered: 0 }
  await page.route('**/api/reports/**', (route) => {
    counts.tried += 1
    return route.abort()
  })
  page.on('response', (answer) => {
    if (answer.url().includes('/api/reports/')) counts.answered += 1
  })
  return counts
}

/** Types for a while, at least a second, until a moment nobody chose. Answers each sign's moment. */
async function typeUntilSomeMoment(page: Page): Promise<{ text: string; times: number[]; ended: number }> {
  const until = Date.now() + 3000 + Math.random() * 3000
  const times: number[] = []
  let text = ''
  await field(page, path).focus()
  await page.keyboard.press('Control+End')
  const early = () => times.filter((time) => time <= Date.now() - 1000).length
  while (Date.now() < until || early() <= 12) {
    const sign = 'abcdefghijklmnopqrstuvwxyzäö '[times.length % 29] ?? ' '
    await page.keyboard.type(sign)
    times.push(Date.now())
    text += sign
    // A thought in between: then what is typed so far is on this device, and the line says so.
    if (times.length === 8) await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
    await page.waitForTimeout(20 + Math.random() * 60)
  }
  return { text, times, ended: Date.now() }
}

/** Everything typed more than a second before the end is back, and whatever the line claimed was so. */
function judge(back: string, before: string, typed: Awaited<ReturnType<typeof typeUntilSomeMoment>>, seen: Moment[]) {
  const whole = before + typed.text
  const safe = typed.times.filter((time) => time <= typed.ended - 1000).length
  expect(safe, 'enough was typed early enough').toBeGreaterThan(10)
  expect(whole.startsWith(back), 'nothing but what was typed').toBe(true)
  expect(back.length).toBeGreaterThanOrEqual(before.length + safe)
  const claimed = seen.filter(({ save }) => save === 'local')
  expect(claimed.length, 'the line said that the text is on this device').toBeGreaterThan(0)
  for (const moment of claimed)
    expect(back.startsWith(moment.text), `"${moment.text}" was claimed to be kept`).toBe(true)
  for (const moment of seen) {
    if (moment.save === 'saved') expect(moment.text, 'saved is said of what the server has').toBe(before)
  }
}

for (const round of [1, 2, 3]) {
  test(`R5: the network is cut, then the tab dies (${round})`, async ({ page, context, etappi, expectedErrors }) => {
    expectedErrors.push(/ERR_FAILED/)
    // Waited for from before: the answer may come before the page has loaded.
    const keys = page.waitForResponse('**/api/copy-key')
    await signIn(page, coordinator, form)
    await keys
    const before = `Alku ${round}. `
    await field(page, path).fill(before)
    await expectSaved(page, etappi, reportId, path, before)
    const seen: Moment[] = []
    await watch(page, seen)
    const requests = await cut(page)
    const typed = await typeUntilSomeMoment(page)
    await killTab(page)
    expect(requests.tried, 'saving was tried').toBeGreaterThan(0)
    expect(requests.answered, 'and nothing got through').toBe(0)
    expect((await stored(etappi, reportId, path)).text).toBe(before)
    const again = await context.newPage()
    await again.goto(form)
    await expect(again.locator('[data-recovered="1"]')).toBeVisible()
    const back = await field(again, path).inputValue()
    judge(back, before, typed, seen)
    await expectSaved(again, etappi, reportId, path, back)
  })
}

for (const round of [1, 2]) {
  test(`R5: the network is cut, then the whole browser is killed (${round})`, async ({ etappi }) => {
    const browser = killableBrowser(etappi.address)
    try {
      const context = await browser.start()
      const page = await context.newPage()
      await signIn(page, coordinator, form)
      const before = `Kone ${round}. `
      await field(page, path).fill(before)
      await expectSaved(page, etappi, reportId, path, before)
      const seen: Moment[] = []
      await watch(page, seen)
      const requests = await cut(page)
      const typed = await typeUntilSomeMoment(page)
      await browser.kill()
      expect(requests).toMatchObject({ answered: 0 })
      expect(requests.tried).toBeGreaterThan(0)
      expect((await stored(etappi, reportId, path)).text).toBe(before)
      const reborn = await browser.start()
      const again = await reborn.newPage()
      await again.goto(form)
      // The cookie of the session may or may not have reached the profile before the browser died.
      if (new URL(again.url()).pathname === '/sign-in') await signInHere(again)
      await expect(again.locator('[data-recovered="1"]')).toBeVisible()
      const back = await field(again, path).inputValue()
      judge(back, before, typed, seen)
      await expectSaved(again, etappi, reportId, path, back)
      await browser.kill()
    } finally {
      browser.remove()
    }
  })
}

test('without a secure connection nothing is kept here, and the line does not say that it is', async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  await signIn(page, coordinator, form)
  await cut(page)
  await field(page, 'nextSteps/text').fill('Vain tällä sivulla')
  await expect(saveLine(page)).toHaveText(/^Ei tallennettu – palvelimeen ei saada yhteyttä/)
  await page.waitForTimeout(1500)
  await expect(saveLine(page)).toHaveText(/^Ei tallennettu/)
  await page.unrouteAll()
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved', { timeout: 20_000 })
})
