// Files of a published review: choosing what goes into them, making them with and without scripts, and the command line.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Download } from '@playwright/test'
import { paragraphTexts, readDeck, titleOf } from '@/tests/exports/deck/read-deck'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { root } from '../../scripts/runtime.mjs'
import { testSecret } from '../support/test-server'

const steering = 'ohjausryhma@kainuu.example'
const board = '/projects/kkk2/steering/2025-Q3'

const fileOf = async (download: Download) => fs.readFileSync(await download.path())
const titlesOf = (pptx: Uint8Array) => readDeck(pptx).slides.map((slide) => titleOf(slide) ?? '')

async function chooseFinanceInSwedish(page: Page) {
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: 'Talous ja hankinnat' }).check()
  await page.getByRole('radio', { name: 'Ruotsi' }).check()
}

test('the steering group makes its deck of the parts it chose', async ({ page }) => {
  await signIn(page, steering, board)
  await page.getByRole('link', { name: 'Esitys ja PDF' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Katsauksen tiedostot Q3/2025')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(6)
  await expectNoViolations(page)
  await chooseFinanceInSwedish(page)
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tee esitys' }).click()
  const download = await started
  expect(download.suggestedFilename()).toBe('kkk2-2025-Q3-oversikt-v1.pptx')
  await expect(page.getByRole('status')).toContainText('Tiedosto on ladattu')
  await expectNoViolations(page)
  const titles = titlesOf(await fileOf(download))
  expect(titles[1]).toBe('Innehåll')
  expect(titles.some((title) => title.startsWith('Investointi 1'))).toBe(true)
  expect(titles).not.toContain('Riskit')
  expect(titles.length).toBeLessThan(30)
})

test('the same page works without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, steering, `${board}/files`)
  await chooseFinanceInSwedish(page)
  for (const [button, name] of [
    ['Tee esitys', 'kkk2-2025-Q3-oversikt-v1.pptx'],
    ['Tee PDF', 'kkk2-2025-Q3-oversikt-v1.pdf'],
  ] as const) {
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    expect((await started).suggestedFilename()).toBe(name)
  }
  await context.close()
})

test('a session that has ended, and a file that fails, are told', async ({ page, expectedErrors }) => {
  expectedErrors.push(/status of 401/, /status of 500/)
  await signIn(page, steering, `${board}/files`)
  await page.route('**/deck?*', (route) => route.fulfill({ status: 500 }))
  await page.getByRole('button', { name: 'Tee esitys' }).click()
  await expect(page.getByRole('status')).toContainText('Tiedostoa ei saatu tehtyä')
  await page.unroute('**/deck?*')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Tee esitys' }).click()
  await expect(page.getByRole('status')).toContainText('Istuntosi on päättynyt')
})

test('etappi deck writes the same slides, and refuses what it does not know', async ({ etappi }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-deck-'))
  const file = path.join(folder, 'q3.pptx')
  const run = (...args: string[]) => {
    const { ownerUrl, appUrl } = etappi.database
    const env = { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, AUTH_SECRET: testSecret }
    const all = ['run', '--silent', 'etappi', '--', 'deck', '--project', 'kkk2', '--out', file, ...args, '--json']
    const { status, stdout } = spawnSync('npm', all, { cwd: root, env, encoding: 'utf8' })
    return { status, answer: JSON.parse(stdout) as { ok: boolean; reason?: string; data?: Record<string, unknown> } }
  }
  expect(run('--period', '2025-Q3', '--sections', 'planChanges,nothing')).toMatchObject({
    status: 1,
    answer: { reason: 'NOT_UNDERSTOOD' },
  })
  expect(run('--period', '2031-Q1')).toMatchObject({ status: 1, answer: { reason: 'NOT_FOUND' } })
  expect(fs.existsSync(file)).toBe(false)
  const made = run('--period', '2025-Q3', '--sections', 'planChanges,risks')
  expect(made.status).toBe(0)
  const deck = readDeck(fs.readFileSync(file))
  expect(made.answer.data).toMatchObject({
    slides: deck.slides.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(deck.slides.map(titleOf)).toContain('Hankesuunnitelman muutokset')
  expect(deck.slides.flatMap((slide) => paragraphTexts(slide.xml)).join(' ')).toContain('Riskien todennäköisyys')
  fs.rmSync(folder, { recursive: true })
})
