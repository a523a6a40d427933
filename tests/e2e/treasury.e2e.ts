// What the State Treasury is told, from the first support to the file of a month.
import { documentSchema } from '@/lib/finance/treasury/files/schema'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { sql } from '@/tests/support/form-page'

const finance = 'talous@kainuu.example'
const home = '/projects/kkk2/finance/treasury'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

/** Goes to something with the keyboard and presses Enter there. */
async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  const found = page.getByRole(role, { name }).first()
  await found.focus()
  await expect(found).toBeFocused()
  await page.keyboard.press('Enter')
}

test('a director is not even shown the way there, finance finds an empty beginning', async ({
  page,
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await context.newPage()
  await signIn(other, 'johtaja@kainuu.example', '/projects/kkk2/finance')
  await expect(other.getByRole('link', { name: 'Varaukset' })).toBeVisible()
  await expect(other.getByRole('link', { name: 'Valtiokonttori' })).toHaveCount(0)
  expect((await other.request.get(home)).status()).toBe(404)
  await context.close()
  await signIn(page, finance, '/projects/kkk2/finance')
  await press(page, 'Valtiokonttori', 'link')
  await expect(page.getByText('Tukia ei ole vielä lisätty')).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`${home}/files`)
  await expect(page.getByText('Hankkeella ei ole yhtään tukea.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tee tiedosto' })).toHaveCount(0)
  await expectNoViolations(page)
})

test('a support, its payments and owners are told with the keyboard, errors at their fields', async ({ page }) => {
  await signIn(page, finance, `${home}/items/new`)
  await page.getByLabel('Tuen nimi').fill('Valtionavustus')
  await page.getByLabel('Tuen yksilöivä tunnus').fill('VN/1/2023')
  await page.getByLabel('Y-tunnus').fill('0112038-8')
  await press(page, 'Lisää tuki')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('Y-tunnus on väärin')
  await expect(page.getByLabel('Tuen nimi')).toHaveValue('Valtionavustus')
  await expectNoViolations(page)
  await page.getByLabel('Y-tunnus').fill('0112038-9')
  await press(page, 'Lisää tuki')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Valtionavustus')
  await press(page, 'Lisää maksu', 'link')
  await page.getByLabel('Maksun tyyppi').selectOption('recovery')
  await page.getByLabel('Maksupäivä').fill('12.9.2025')
  await page.getByLabel('Summa').fill('1 000,50')
  await press(page, 'Lisää maksu')
  await expect(page.locator('.error-summary')).toContainText('miinusmerkillä')
  await page.getByLabel('Maksun tyyppi').selectOption('payment')
  await press(page, 'Lisää maksu')
  await expect(page.getByRole('row').filter({ hasText: '12.9.2025' })).toContainText('1 000,50 €')
  await press(page, 'Lisää edunsaaja', 'link')
  await page.getByLabel('Etunimet').fill('Edunsaaja')
  await page.getByLabel('Sukunimi').fill('Kokeeksi')
  await page.getByLabel('Syntymäaika').fill('29.7.1961')
  await page.getByLabel('Edunsaajana alkaen').fill('1.1.2023')
  await expectNoViolations(page)
  await press(page, 'Lisää edunsaaja')
  const owner = page.getByRole('row').filter({ hasText: 'Edunsaaja Kokeeksi' })
  await expect(owner).toContainText('Kirjattu')
  expect(await page.content()).not.toContain('29.7.1961')
  await expectNoViolations(page)
})

test('the day of birth is shown on one page, whose reading is recorded', async ({ page, etappi }) => {
  await signIn(page, finance, home)
  await press(page, 'Valtionavustus', 'link')
  await press(page, 'Edunsaaja Kokeeksi', 'link')
  await expect(page.getByLabel('Syntymäaika')).toHaveValue('29.7.1961')
  await expect(page.getByText('Jokainen lukukerta kirjataan')).toBeVisible()
  await expectNoViolations(page)
  const read = await sql<{ data: unknown }>(
    etappi,
    `SELECT a.data FROM "AuditEvent" a JOIN "User" u ON u.id = a."actorId" WHERE a.action = 'treasury.births_read' AND u.email = $1`,
    [finance],
  )
  expect(read).toEqual([{ data: { why: 'page', owners: [expect.any(String)] } }])
})

test('a subcontractor is tied to its contractor at the purchase, and its owners are told', async ({ page, etappi }) => {
  await sql(
    etappi,
    `UPDATE "Purchase" SET contract = NULL, "caseNumber" = NULL, "decidedOn" = NULL, "decisionText" = NULL`,
  )
  await signIn(page, finance, '/projects/kkk2/finance/purchases')
  await page
    .getByRole('table', { name: /^Hankinnat/ })
    .locator('tbody a')
    .first()
    .click()
  await press(page, 'Muuta hankintaa', 'link')
  await page.getByLabel('1. toimijan nimi').fill('Tekijä Oy')
  await page.getByLabel('2. toimijan nimi').fill('Apuri Oy')
  await page.getByLabel('Rooli').nth(1).selectOption('subcontractor')
  await page.getByLabel('Kenelle alihankkija tekee työn').nth(1).selectOption('0')
  await page.getByLabel('Asianumero').fill('HVA/1/2025')
  await page.getByLabel('Päätöksen päivä').fill('3.3.2025')
  await press(page, 'Tallenna muutokset')
  await expect(page.getByRole('row').filter({ hasText: 'Apuri Oy' })).toContainText('Tekijä Oy')
  await expectNoViolations(page)
  await page.goto(home)
  await press(page, 'Lisää edunsaaja: Apuri Oy', 'link')
  await page.getByLabel('Etunimet').fill('Edunsaaja')
  await page.getByLabel('Sukunimi').fill('Apuri')
  await press(page, 'Lisää edunsaaja')
  await expect(page.getByRole('row').filter({ hasText: 'Edunsaaja Apuri' })).toContainText('Puuttuu')
  await expectNoViolations(page)
})

test('what is missing leads to its field, and then the file is made, again the same, and told when data change', async ({
  page,
  etappi,
}) => {
  await signIn(page, finance, `${home}/files?month=2025-09`)
  await expect(page.getByText('Tiedostoa ei voi vielä tehdä')).toBeVisible()
  await expectNoViolations(page)
  await press(page, 'Edunsaaja Apuri: syntymäaika puuttuu.', 'link')
  await page.waitForURL(/\/owners\/.*#owner-bornOn$/)
  await page.getByLabel('Syntymäaika').fill('3.2.1958')
  await page.getByLabel('Edunsaajana alkaen').fill('1.2.2023')
  await press(page, 'Tallenna muutokset')
  await page.waitForURL(/#contractors$/)
  await page.goto(`${home}/files?month=2025-09`)
  await press(page, /Toimenpiteen toteuttaja puuttuu/, 'link')
  await page.waitForURL(/\/edit#item-implementer$/)
  for (const [label, text] of [
    ['Toimenpiteen toteuttaja', 'STM'],
    ['Tukimuoto', 'Valtionavustus'],
    ['Tuensaajan tyyppi', 'Hyvinvointialue'],
    ['Tuensaajan nimi', 'Kainuun hyvinvointialue'],
  ] as const) {
    await page.getByLabel(label).fill(text)
  }
  await press(page, 'Tallenna muutokset')
  await page.waitForURL(/\/items\/[\w-]+$/)
  await page.goto(`${home}/files?month=2025-09`)
  const errors = page.locator('#checks')
  // Documents are added by others: what cannot be mended here says who does it.
  await expect(errors.getByText('Tämän voi muuttaa projektijohtaja tai pääkäyttäjä.').first()).toBeVisible()
  await sql(
    etappi,
    `INSERT INTO "ProjectDocument" (id, "organisationId", "projectId", label, kind, url, sort)
     SELECT gen_random_uuid(), p."organisationId", p.id, k, k, 'https://example.fi', 90
       FROM "Project" p, unnest(ARRAY['funding_decision', 'dnsh_self_assessment']) k WHERE p.key = 'kkk2'`,
  )
  await sql(etappi, `UPDATE "ProjectDocument" SET "caseNumber" = 'VN/1/2023'`)
  await page.goto('/projects/kkk2/finance/funding')
  await page.getByLabel('Valtionavustus', { exact: true }).fill('100')
  await press(page, 'Tallenna muutokset')
  await page.waitForURL(/#funding$/)
  await page.goto(`${home}/files?month=2025-09`)
  await expect(page.getByText('Tiedoston voi tehdä')).toBeVisible()
  await press(page, 'Tee tiedosto')
  const made = page.getByRole('table', { name: 'Tehdyt tiedostot' })
  await expect(made.locator('tbody tr')).toHaveCount(1)
  await expect(page.getByText('Tiedot eivät ole muuttuneet')).toBeVisible()
  await press(page, 'Tee tiedosto')
  await expect(made.locator('tbody tr')).toHaveCount(2)
  await expect(made).toContainText('sama kuin edellinen')
  await expectNoViolations(page)
  const link = made.getByRole('link', { name: /JSON/ }).first()
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['cache-control']).toContain('no-store')
  const file = documentSchema.parse(await answer.json())
  expect(file.procurements[0]?.contractors[0]?.subcontractors[0]).toMatchObject({ name: 'Apuri Oy' })
  await sql(etappi, `UPDATE "SupportPayment" SET note = 'Oikaistu'`)
  await page.reload()
  await expect(page.getByText('Maksu Valtionavustus, 12.9.2025: muutettu')).toBeVisible()
})

test('the pages are accessible in Swedish and English, and narrow', async ({ page, context }) => {
  await signIn(page, finance, home)
  for (const [locale, title] of [
    ['sv', 'Uppgifter till Statskontoret'],
    ['en', 'State Treasury data'],
  ] as const) {
    await context.addCookies([{ name: 'lang', value: locale, url: new URL('/', page.url()).href }])
    await page.goto(home)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectNoViolations(page)
    await page.goto(`${home}/files?month=2025-09`)
    await expectNoViolations(page)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  for (const address of [home, `${home}/files`]) {
    await page.goto(address)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390)
  }
})
