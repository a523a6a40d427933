// The files of the final report from its workspace: making them is shown, can be left, and works without scripts.
import fs from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kanta-hame.example'
const report = '/projects/syli/final-report'
const word = 'Lataa Word kommentointia varten'
const said = (page: Page) => page.getByRole('main').getByRole('status')
const size = async (download: Download) => fs.statSync(await download.path()).size

test('the making of a file is shown, and the file is saved', async ({ page }) => {
  await signIn(page, director, report)
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: word }).click()
  await expect(said(page).getByRole('progressbar', { name: /^Tiedostoa tehdään/ })).toBeVisible()
  await expectNoViolations(page)
  const download = await started
  expect(download.suggestedFilename()).toMatch(/^syli-.*\d{4}-\d{2}-\d{2}\.docx$/)
  expect(await size(download)).toBeGreaterThan(50_000)
  await expect(said(page)).toContainText('Tiedosto on ladattu')
  await expect(said(page).getByRole('progressbar')).toHaveCount(0)
  await expectNoViolations(page)
})

test('who leaves the page meanwhile gets the file on coming back', async ({ page }) => {
  await signIn(page, director, report)
  const sent = page.waitForRequest('**/final-report/pdf')
  await page.getByRole('link', { name: 'Lataa PDF' }).click()
  await sent
  await page.getByRole('link', { name: 'Esikatsele' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('loppuraportti')
  await page.goto(report)
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Lataa PDF' }).click()
  expect(await plainPdfText(fs.readFileSync(await (await started).path()))).toContain('NextGenerationEU')
})

test('a file that fails is told', async ({ page, expectedErrors }) => {
  expectedErrors.push(/status of 500/)
  await signIn(page, director, report)
  await page.route('**/final-report/docx', (route) => route.fulfill({ status: 500 }))
  await page.getByRole('link', { name: word }).click()
  await expect(said(page)).toContainText('Tiedostoa ei saatu tehtyä')
})

test('without scripts the same links are plain downloads', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, director, report)
  for (const [name, ending] of [
    [word, '.docx'],
    ['Lataa arkistokappale (PDF/A)', '-pdfa.pdf'],
  ] as const) {
    const started = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    expect((await started).suggestedFilename()).toContain(ending)
  }
  await context.close()
})
