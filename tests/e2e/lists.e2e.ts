import fs from 'node:fs'
import { readWorkbook } from '@/tests/exports/sheets/read-workbook'
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

test('every list is offered as a spreadsheet, and one workbook holds them all', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example', '/projects/kkk2')
  await page.getByRole('link', { name: 'Luettelot taulukkoina' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Luettelot taulukkoina')
  await expectNoViolations(page)
  await expect(page.getByRole('row')).toHaveCount(19)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Kaikki luettelot yhtenä työkirjana' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^kkk2-all-\d{4}-\d\d-\d\d\.xlsx$/)
  const { sheets } = readWorkbook(new Uint8Array(fs.readFileSync(await download.path())))
  expect(sheets.map(({ name }) => name)).toContain('Hankinnat')
  expect(sheets.find(({ name }) => name === 'Hankinnat')?.rows).toHaveLength(72)
})

test('a list is had from its own page, in the form of the reader’s Excel', async ({ page }) => {
  await signIn(page, 'talous@kainuu.example', '/projects/kkk2/finance/purchases')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hankinnat: CSV Suomen Excelille' }).click(),
  ])
  const text = fs.readFileSync(await download.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(72)
})

test('a form or a list that does not exist looks like a missing page', async ({ page }) => {
  await signIn(page, 'ohjausryhma@kainuu.example', '/projects/kkk2/lists')
  await expect(page.getByRole('row')).toHaveCount(15)
  for (const address of ['risks?format=ods', 'salaisuudet', 'measurements', 'all?format=csv']) {
    const answer = await page.request.get(`/api/projects/kkk2/lists/${address}`)
    expect(answer.status(), address).toBe(404)
  }
})

test('at 390 px nothing but the table scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, 'johtaja@kainuu.example', '/projects/kkk2/lists')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
