import fs from 'node:fs'
import type { Browser } from '@playwright/test'
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const auditor = 'tarkastaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const otherCounty = 'johtaja@kanta-hame.example'
const report = '/projects/kkk2/final-report'
const pdf = '/api/projects/kkk2/final-report/pdf'
const typed = 'Uusi kappale: #let $x$ \\ <b> "lainaus" *tähti* 😀 čđŋšŧž'

// Filled in by the first test: the page of question 4.1.
let section = ''

test.describe.configure({ mode: 'serial' })

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const open = (page: Page, title: RegExp) => page.getByRole('main').getByRole('link', { name: title }).click()

test('the workspace shows every question and what is missing', async ({ page }) => {
  await signIn(page, coordinator, report)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Loppuraportti')
  const main = page.getByRole('main')
  await expect(main).toContainText('3/30')
  expect(await main.getByText('Ei vastausta vielä').count()).toBeGreaterThanOrEqual(27)
  await expectNoViolations(page)
  await open(page, /^4\.1 Miten olette pystyneet/)
  section = new URL(page.url()).pathname
})

test('a section shows bound content live, with where it comes from', async ({ page }) => {
  await signIn(page, coordinator, section)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^4\.1 Miten olette pystyneet/)
  await expect(page.getByRole('group', { name: /^Taulukko \d\. Investoinnin 1 kansallinen mittari/ })).toContainText(
    '66 % (Q2/2024); 80 % (Q4/2025)',
  )
  await page.getByText('Mistä luvut tulevat').first().click()
  await expect(page.getByRole('main')).toContainText(/7\/2025, THL/)
  await expectNoViolations(page)
})

/** The form of a section as a browser without scripts has it; with scripts an editor stands in its place. */
async function plainForm(browser: Browser, baseURL: string | undefined, page: Page, who: string): Promise<Page> {
  await signIn(page, who, section)
  const storageState = await page.context().storageState()
  const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL, storageState })).newPage()
  await plain.goto(`${section}/edit`)
  return plain
}

test('without scripts a coordinator edits a paragraph, adds one and binds a number; a mark that is not offered is refused at its field', async ({
  browser,
  baseURL,
  page,
}) => {
  const plain = await plainForm(browser, baseURL, page, coordinator)
  const first = field(plain, 'Kappale 1')
  const before = await first.inputValue()
  expect(before).toContain('⟦1⟧')
  await first.fill(`${before} ⟦9⟧`)
  await plain.getByLabel('Uusi teksti').fill(typed)
  await plain.getByRole('button', { name: 'Tallenna' }).first().click()
  await expect(plain.locator('.error-summary')).toContainText('hakasulkumerkki')
  await expect(plain.getByLabel('Uusi teksti')).toHaveValue(typed)

  await first.fill(`${before} Lisätty lause.`)
  await plain.getByRole('button', { name: 'Tallenna' }).first().click()
  await expect(plain.getByRole('status')).toContainText('Tallennettu')
  const added = field(plain, 'Kappale 5')
  await expect(added).toHaveValue(typed)
  await expect(first).toHaveValue(`${before} Lisätty lause.`)

  await plain.locator('summary', { hasText: 'Lisää luku hankkeen tiedoista tekstiin' }).click()
  await plain.getByLabel('Mihin tekstiin').first().selectOption({ label: 'Kappale 5' })
  await plain.getByLabel('Luku', { exact: true }).selectOption({ label: '95 hlö, 31.8.2025 – Digitsempparit' })
  await plain.getByRole('button', { name: 'Lisää luku' }).click()
  await expect(added).toHaveValue(`${typed} ⟦1⟧`)
  await plain.getByRole('link', { name: 'Lopeta muokkaus' }).click()
  await expect(plain.getByRole('main')).toContainText(typed)
  await expect(plain.getByRole('main').getByText('95 hlö').first()).toBeVisible()
  await plain.context().close()
})

test('without scripts paragraphs are moved and removed', async ({ browser, baseURL, page }) => {
  const plain = await plainForm(browser, baseURL, page, coordinator)
  await plain.getByLabel('Uusi teksti').fill('Ilman skriptejä.')
  await plain.getByRole('button', { name: 'Siirrä alas: Kappale 1' }).click()
  await expect(field(plain, 'Kappale 6')).toHaveValue('Ilman skriptejä.')
  await plain.getByRole('button', { name: 'Poista: Kappale 6' }).click()
  await expect(field(plain, 'Kappale 6')).toHaveCount(0)
  await plain.getByRole('button', { name: 'Siirrä ylös: Kappale 1' }).click()
  await field(plain, 'Kappale 1').fill('')
  await plain.getByRole('button', { name: 'Tallenna' }).first().click()
  await expect(plain.locator('.error-summary')).toContainText('Kirjoita tekstiä.')
  await plain.context().close()
})

test('without scripts, too, somebody else was first: nothing is overwritten and the text stays', async ({
  browser,
  baseURL,
  page,
}) => {
  const plain = await plainForm(browser, baseURL, page, coordinator)
  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  const other = await plainForm(browser, baseURL, elsewhere, director)
  await field(other, 'Kappale 2').fill('Johtajan teksti.')
  await other.getByRole('button', { name: 'Tallenna' }).first().click()
  await expect(other.getByRole('status')).toContainText('Tallennettu')
  await field(plain, 'Kappale 2').fill('Koordinaattorin teksti.')
  await plain.getByRole('button', { name: 'Tallenna' }).first().click()
  await expect(plain.getByRole('alert').filter({ hasText: 'Joku muu' })).toBeVisible()
  await expect(field(plain, 'Kappale 2')).toHaveValue('Koordinaattorin teksti.')
  await plain.goto(`${section}/edit`)
  await expect(field(plain, 'Kappale 2')).toHaveValue('Johtajan teksti.')
  for (const one of [plain, other, elsewhere]) await one.context().close()
})

test('a section is marked ready and taken back', async ({ page }) => {
  await signIn(page, director, section)
  await page.getByRole('button', { name: 'Merkitse valmiiksi' }).click()
  await expect(page.getByRole('main')).toContainText('Valmis')
  await page.getByRole('button', { name: 'Palauta luonnokseksi' }).click()
  await expect(page.getByRole('button', { name: 'Merkitse valmiiksi' })).toBeVisible()
})

test('the director downloads the PDF with the text as it was typed', async ({ page }) => {
  await signIn(page, director, report)
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Lataa PDF' }).click()
  const file = await started
  expect(file.suggestedFilename()).toMatch(/^kkk2-loppuraportti-\d{4}-\d{2}-\d{2}\.pdf$/)
  const bytes = fs.readFileSync(await file.path())
  const text = await plainPdfText(bytes)
  expect(text).toContain(typed)
  expect(text).toContain('Euroopan unionin rahoittama – NextGenerationEU')
})

test('the preview shows the whole report', async ({ page }) => {
  await signIn(page, auditor, `${report}/preview`)
  await expect(page.getByRole('heading', { level: 2, name: /^4 Investointi 1/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: /^4\.1 / })).toBeVisible()
  await expectNoViolations(page)
})

test('who only reads is offered nothing to write, and is led back from the form', async ({ page }) => {
  await signIn(page, auditor, section)
  await expect(page.getByRole('link', { name: 'Muokkaa' })).toHaveCount(0)
  await page.goto(`${section}/edit`)
  await expect(page).toHaveURL(new RegExp(`${section}$`))
  expect((await page.request.get(pdf)).status()).toBe(200)
})

test('a project without a report says what to do, and only those who may begin it can', async ({ page }) => {
  await signIn(page, auditor, '/projects/tyhja/final-report')
  await expect(page.getByRole('main')).toContainText('Loppuraporttia ei ole vielä aloitettu.')
  await expect(page.getByRole('button', { name: 'Aloita loppuraportti' })).toHaveCount(0)
  await expectNoViolations(page)
  await page.context().clearCookies()
  await signIn(page, director, '/projects/tyhja/final-report')
  await page.getByRole('button', { name: 'Aloita loppuraportti' }).click()
  await expect(page.getByRole('main')).toContainText('0/30')
  await expectNoViolations(page)
})

for (const [who, email] of [
  ['the steering group', steering],
  ['another county', otherCounty],
] as const) {
  test(`for ${who} the report does not exist`, async ({ page, expectedErrors }) => {
    expectedErrors.push(/404/)
    await signIn(page, email, '/projects')
    for (const address of [report, section, `${section}/edit`, `${report}/preview`]) {
      expect((await page.goto(address))?.status(), address).toBe(404)
    }
    expect((await page.request.get(pdf)).status()).toBe(404)
  })
}

test('signed out, the pages ask to sign in and the file is refused', async ({ page }) => {
  for (const address of [report, section, `${section}/edit`]) {
    await page.goto(address)
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  }
  expect((await page.request.get(pdf)).status()).toBe(401)
})
