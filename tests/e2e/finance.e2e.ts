import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const finance = 'talous@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const home = '/projects/kkk2/finance'

test.describe.configure({ mode: 'serial', timeout: 60_000 })

test('the overview shows the mismatch and corrects nothing', async ({ page }) => {
  await signIn(page, steering, home)
  const check = page.getByRole('table', { name: 'Painetut ja lasketut summat' })
  await expect(check.getByRole('row').filter({ hasText: 'Painettu summa' }).last()).toContainText('Täsmää')
  await expect(check.getByRole('row').filter({ hasText: 'kustannusarviot' })).toContainText('−240 520,00 €')
  await expect(page.getByText('1 312 645,07 €').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Muuta rahoitusosuuksia' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^(Lisää|Muuta) huomautus/ })).toHaveCount(0)
  await expectNoViolations(page)
})

test('the register of purchases is narrowed in the address and sums what is shown', async ({ page }) => {
  await signIn(page, steering, `${home}/purchases`)
  const register = page.getByRole('table', { name: /^Hankinnat/ })
  await expect(register.locator('tbody tr')).toHaveCount(71)
  await expect(register.locator('tfoot')).toContainText('1 312 645,07 €')
  await expect(register.locator('tfoot')).toContainText('1 summa ei tiedossa')
  await page.getByLabel('Summa', { exact: true }).selectOption('unknown')
  await page.getByRole('button', { name: 'Näytä' }).click()
  await expect(page).toHaveURL(/amount=unknown/)
  await expect(register.locator('tbody tr')).toHaveCount(1)
  await expect(register.locator('tfoot')).toContainText('Ei tiedossa')
  await expectNoViolations(page)
})

test('a purchase keeps what was typed when shares exceed the whole, and is saved when they do not', async ({
  page,
}) => {
  await signIn(page, finance, `${home}/purchases?amount=unknown`)
  await page
    .getByRole('table', { name: /^Hankinnat/ })
    .locator('tbody a')
    .click()
  await page.getByRole('link', { name: 'Muuta hankintaa' }).click()
  await page.getByLabel('1. toimijan nimi').fill('Tekijä Oy')
  await page.getByLabel('Y-tunnus').first().fill('0112038-8')
  await page.getByLabel('Valtionavustus', { exact: true }).fill('80')
  await page.getByLabel('Omarahoitus', { exact: true }).fill('20,01')
  await page.getByRole('button', { name: 'Tallenna muutokset' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('yli 100,00 %')
  await expect(page.locator('.error-summary')).toContainText('Y-tunnus on väärin')
  await expect(page.getByLabel('Omarahoitus', { exact: true })).toHaveValue('20,01')
  await expectNoViolations(page)
  await page.getByLabel('Y-tunnus').first().fill('0112038-9')
  await page.getByLabel('Omarahoitus', { exact: true }).fill('20')
  await page.getByRole('button', { name: 'Tallenna muutokset' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Tekijä Oy' })).toContainText('0112038-9')
  await expect(page.getByText('100,00 %')).toBeVisible()
  await expectNoViolations(page)
})

test('without scripts a pasted table is looked at, and recorded whole or not at all', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  const look = page.getByRole('button', { name: 'Katso, miten rivit ymmärretään' })
  const good = 'Investointi 1\t1 000,50 €\tQ3/2025'
  await signIn(page, finance, `${home}/actuals/paste`)
  await page.getByLabel('Taulukko', { exact: true }).fill(`Kohde\tSumma\tJakso\n${good}\nOlematon\t5\tQ3/2025`)
  await look.click()
  await page.getByLabel('Sarake 1: Kohde').selectOption('investment')
  await page.getByRole('button', { name: 'Lue uudelleen' }).click()
  await expect(page.getByText('Investointia ”Olematon” ei ole hankkeen rakenteessa.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Kirjaa/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Muuta liitettyä taulukkoa' }).click()
  await expect(page.getByLabel('Taulukko', { exact: true })).toHaveValue(/Olematon\t5/)
  await page.getByLabel('Taulukko', { exact: true }).fill(`Investointi\tSumma\tJakso\n${good}\nYhteensä\t1 000,50`)
  await look.click()
  await page.getByRole('button', { name: 'Kirjaa 1 rivi' }).click()
  await expect(page.getByText('1 rivi kirjattiin.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Investointi 1' })).toContainText('1 000,50 €')
  await context.close()
})

test('who replaces a forecast that was just replaced is told so, and keeps the text', async ({ page, context }) => {
  await signIn(page, finance, `${home}/forecasts/new`)
  await page.getByLabel('Summa', { exact: true }).fill('1 234,00')
  await page.getByRole('button', { name: 'Lisää ennuste' }).click()
  const row = page.getByRole('row').filter({ hasText: '1 234,00 €' })
  const replace = (await row.getByRole('link').getAttribute('href')) ?? ''
  await page.goto(replace)
  const other = await context.newPage()
  await other.goto(replace)
  await other.getByLabel('Summa', { exact: true }).fill('2 345,00')
  await other.getByRole('button', { name: 'Korvaa ennuste' }).click()
  await expect(other.getByRole('row').filter({ hasText: '2 345,00 €' }).first()).toBeVisible()
  await page.getByLabel('Summa', { exact: true }).fill('3 456,00')
  await page.getByRole('button', { name: 'Korvaa ennuste' }).click()
  await expect(page.locator('.error-summary')).toContainText('Avaa ennusteet')
  await page.waitForLoadState('networkidle')
  await expect(page.getByLabel('Summa', { exact: true })).toHaveValue('3 456,00')
})

test('without scripts a remark is written, corrected, and taken away after one more question', async ({
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI', javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, finance, home)
  await page.getByRole('link', { name: 'Lisää huomautus' }).click()
  await page.getByRole('button', { name: 'Lisää huomautus' }).click()
  await expect(page.locator('.error-summary')).toContainText('Täytä tämä kohta.')
  await page.getByLabel('Huomautus', { exact: true }).fill('Luvut ovat arvonlisäverottomia.')
  await page.getByRole('button', { name: 'Lisää huomautus' }).click()
  const remarks = page.locator('#remarks')
  await expect(remarks).toContainText('Luvut ovat arvonlisäverottomia.')
  await remarks.getByRole('link', { name: 'Muuta huomautusta: Luvut ovat arvonlisäverottomia.' }).click()
  await page.getByLabel('Huomautus', { exact: true }).fill('Luvut sisältävät arvonlisäveron.')
  await page.getByRole('button', { name: 'Tallenna muutokset' }).click()
  await expect(remarks).toContainText('Luvut sisältävät arvonlisäveron.')
  await remarks.getByRole('link', { name: 'Muuta huomautusta: Luvut sisältävät arvonlisäveron.' }).click()
  await page.getByRole('button', { name: 'Poista huomautus' }).click()
  await expect(page.locator('.error-summary')).toContainText('varmasti poistaa')
  await page.getByLabel('Haluan varmasti poistaa tämän').check()
  await page.getByRole('button', { name: 'Poista huomautus' }).click()
  await expect(remarks).not.toContainText('arvonlisäveron')
  await context.close()
})

test('the pages of remarks are accessible', async ({ page }) => {
  await signIn(page, finance, `${home}/notes/new`)
  await expectNoViolations(page)
  await page.goto(home)
  await page
    .locator('#remarks')
    .getByRole('link', { name: /^Muuta huomautusta/ })
    .first()
    .click()
  await expectNoViolations(page)
})
