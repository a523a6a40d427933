import { createHash } from 'node:crypto'
import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { sql } from '@/tests/support/form-page'

const admin = 'paakayttaja@kainuu.example'
const here = '/admin/audit'

test.describe.configure({ mode: 'serial' })

const events = (page: Page) => page.locator('#events .events > li')
const show = (page: Page) => page.locator('#events').getByRole('button', { name: 'Näytä' }).click()

test('who is no administrator of the county finds no such page and no file', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  for (const who of ['johtaja', 'tarkastaja']) {
    await page.context().clearCookies()
    await signIn(page, `${who}@kainuu.example`, '/projects')
    await expect(page.getByRole('link', { name: 'Tapahtumaloki' })).toHaveCount(0)
    expect((await page.goto(here))?.status()).toBe(404)
    expect((await page.request.get('/api/audit-log')).status()).toBe(404)
  }
})

test('the administrator finds what was done, page by page, and narrows it', async ({ page }) => {
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Tapahtumaloki' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tapahtumaloki')
  await expect(events(page)).toHaveCount(50)
  await expect(events(page).first()).toContainText('Kirjauduttiin sisään.')
  await expect(events(page).first()).toContainText('Pääkäyttäjä')
  await expect(events(page).first()).toContainText(
    /Oikeus: sähköposti ja salasana · Lähde: Kirjautuminen · Tulos: Tehty · Pyyntö: \S{36}/,
  )
  await expectNoViolations(page)
  const first = await events(page).first().textContent()
  await page.getByRole('link', { name: 'Vanhemmat' }).click()
  await expect(events(page)).toHaveCount(50)
  expect(await events(page).first().textContent()).not.toBe(first)
  await page.getByRole('link', { name: 'Uusimmat' }).click()
  await expect(events(page).first()).toHaveText(String(first))
  await page.getByLabel('Mitä tehtiin').selectOption({ label: 'Raportointijakso julkaistiin.' })
  await show(page)
  await expect(page).toHaveURL(/act=period\.published/)
  await expect(events(page).first()).toContainText('SHA-256')
  const data = events(page).first().locator('details')
  await data.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(data).toContainText('Versio')
  await expectNoViolations(page)
  await data.getByRole('link', { name: 'Kohteen kaikki tapahtumat' }).click()
  await expect(page).toHaveURL(/subject=/)
  expect(await events(page).count()).toBeGreaterThan(0)
  await page.goto(`${here}?from=1.1.1999&to=31.1.1999`)
  await expect(page.getByText('Ei tapahtumia')).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`${here}?from=huomenna`)
  await expect(page.getByLabel('Alkaen')).toHaveValue('huomenna')
  await expect(page.getByText('Kirjoita päivä muodossa 31.1.2026.')).toBeVisible()
  await expectNoViolations(page)
})

test('exports stand in a view of their own with the hash of each file, readings of restricted data in another', async ({
  page,
  etappi,
}) => {
  await signIn(page, admin, '/projects')
  const made = await page.request.get('/api/projects/kkk2/lists/risks?format=csv')
  expect(made.status()).toBe(200)
  const sha256 = createHash('sha256')
    .update(await made.body())
    .digest('hex')
  await page.goto(here)
  await page.getByRole('link', { name: 'Viennit', exact: true }).click()
  await expect(events(page).first()).toContainText(sha256)
  await expect(page.getByRole('link', { name: 'Viennit', exact: true })).toHaveAttribute('aria-current', 'page')
  const [row] = await sql<{ request: string }>(
    etappi,
    `SELECT "requestId" AS request FROM "AuditEvent" WHERE action = 'listing.exported' ORDER BY at DESC LIMIT 1`,
  )
  expect(row?.request).toBe(made.headers()['x-request-id'])
  await page.getByRole('link', { name: 'Rajattujen tietojen luku', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Rajattujen tietojen luku' })).toBeVisible()
  await expectNoViolations(page)
})

test('a form for which the right is missing leaves a refusal', async ({ page, etappi }) => {
  await signIn(page, admin, '/admin/looks')
  const become = (role: string, project: string | null) =>
    sql(
      etappi,
      `UPDATE "Membership" SET role = $2::"Role", "projectId" = (SELECT id FROM "Project" WHERE key = $3)
        WHERE "userId" = (SELECT id FROM "User" WHERE email = $1)`,
      [admin, role, project],
    )
  await become('auditor', 'kkk2')
  await page.locator('#colours').getByRole('button').first().click()
  await expect
    .poll(() =>
      sql(etappi, `SELECT "subjectId", result::text AS result, "right" FROM "AuditEvent" WHERE action = 'act.refused'`),
    )
    .toEqual([{ subjectId: '/admin/looks', result: 'refused', right: 'auditor' }])
  await become('admin', null)
  await page.goto(`${here}?result=refused`)
  await expect(events(page).first()).toContainText('Toimi torjuttiin, koska oikeus siihen puuttui.')
  await expect(events(page).first()).toContainText('Torjuttu')
})

test('the chain is checked, a kept head is looked for, and the log is taken out as a file', async ({
  page,
  etappi,
}) => {
  await signIn(page, admin, here)
  const head = await page.getByLabel('Lokin pää').inputValue()
  expect(head).toMatch(/^\d+:[0-9a-f]{64}$/)
  await page.getByLabel('Aiemmin talteen otettu pää').fill('1:x')
  await page.getByRole('button', { name: 'Tarkista ketju' }).click()
  await expect(page.getByText('Kopioi se kokonaan')).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Aiemmin talteen otettu pää').fill(head)
  await page.getByRole('button', { name: 'Tarkista ketju' }).click()
  await expect(page.getByText('Ketju on ehjä')).toBeVisible()
  await expect(page.getByText('Talteen otettu pää on ketjussa')).toBeVisible()
  await expectNoViolations(page)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Vie lokitiedosto' }).click()
  const download = await file
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.jsonl$/)
  const text = Buffer.concat(await (await download.createReadStream()).toArray())
  const last = JSON.parse(text.toString().trimEnd().split('\n').at(-1) ?? '') as { position: number }
  expect(last.position).toBe(Number(head.split(':')[0]))
  await page.goto(`${here}?act=audit.exported`)
  await expect(events(page).first()).toContainText(createHash('sha256').update(text).digest('hex'))
  await sql(
    etappi,
    `SET session_replication_role = 'replica'; UPDATE "AuditEvent" SET "right" = 'x' WHERE action = 'audit.exported'`,
  )
  await page.goto(`${here}?check=1`)
  await expect(page.getByText('Ketju ei ole ehjä')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Rivi ei ole se, joka kirjattiin' })).toBeVisible()
  await expectNoViolations(page)
})

test('it works without scripts, on a narrow screen, and in Swedish and English', async ({ page, browser, baseURL }) => {
  await signIn(page, admin, here)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await scrollsSideways(page)).toBe(false)
  await events(page).first().locator('summary').click()
  expect(await scrollsSideways(page)).toBe(false)
  for (const [locale, title] of [
    ['sv', 'Händelselogg'],
    ['en', 'Audit log'],
  ] as const) {
    await page.goto(`${here}?lang=${locale}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    expect(await page.locator('main').textContent()).not.toContain('auditLog.')
    await expectNoViolations(page)
  }
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) })
  await context.addCookies((await page.context().cookies()).filter(({ name }) => name !== 'lang'))
  const plain = await context.newPage()
  await plain.goto(here)
  await plain.getByLabel('Tulos').selectOption('refused')
  await show(plain)
  await expect(plain).toHaveURL(/result=refused/)
  await expect(events(plain).first()).toContainText('Torjuttu')
  await context.close()
})
