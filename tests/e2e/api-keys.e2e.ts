import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { signInHere, sql } from '@/tests/support/form-page'

const admin = 'paakayttaja@kainuu.example'
const here = '/admin/api-keys'

test.describe.configure({ mode: 'serial' })

const secretField = (page: Page) => page.getByLabel('Avain', { exact: true })
const make = (page: Page) => page.getByRole('button', { name: 'Luo avain' }).click()

let secret = ''

test('who is no administrator finds no such page', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'johtaja@kainuu.example', '/projects')
  await expect(page.getByRole('link', { name: 'Rajapinnan avaimet' })).toHaveCount(0)
  expect((await page.goto(here))?.status()).toBe(404)
})

test('the administrator makes a key, sees it once, and the database never had it', async ({ page, etappi }) => {
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Rajapinnan avaimet' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rajapinnan avaimet')
  await expectNoViolations(page)
  await page.getByLabel('Voimassa, päivää').fill('400')
  await make(page)
  await expect(page.locator('.error-summary')).toContainText('1–365')
  await expectNoViolations(page)
  await expect(page.getByLabel('Voimassa, päivää')).toHaveValue('400')
  await page.getByLabel('Nimi').fill('Power BI, johtoryhmä')
  await page.getByLabel('Voimassa, päivää').fill('30')
  await make(page)
  await expect(secretField(page)).toHaveValue(/^etappi_[A-Za-z0-9_-]{43}$/)
  await expect(secretField(page)).toBeFocused()
  await expectNoViolations(page)
  secret = await secretField(page).inputValue()
  await expect(page.locator('#keys tbody tr')).toContainText(['Power BI, johtoryhmä'])
  await expect(page.locator('#keys')).toContainText(`${secret.slice(0, 13)}…`)
  await expect(page.locator('#keys')).toContainText('Kaikki hyvinvointialueen hankkeet')
  const kept = await sql<{ text: string }>(
    etappi,
    `SELECT t::text AS text FROM "IdempotencyKey" t UNION ALL SELECT t::text FROM "ApiKey" t UNION ALL SELECT t::text FROM "AuditEvent" t`,
  )
  expect(kept.length).toBeGreaterThan(2)
  expect(kept.filter(({ text }) => text.includes(secret.slice(7)))).toEqual([])
  await page.reload()
  await expect(secretField(page)).toHaveCount(0)
  expect(await page.content()).not.toContain(secret)
})

test('a program reads with the key, and a browser’s session opens nothing', async ({ page, etappi }) => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${etappi.address}/api/v1${path && `/${path}`}`, { headers, redirect: 'manual' })
  const bearer = { authorization: `Bearer ${secret}` }
  const answer = await ask('unit_lights?period=2025-Q3', bearer)
  expect(answer.status).toBe(200)
  const { value } = (await answer.json()) as { value: { light_label: string; source_url: string }[] }
  expect(value).toHaveLength(35)
  const headers = Object.fromEntries(answer.headers)
  expect(headers['cache-control']).toBe('private, no-cache')
  expect(headers.etag).toMatch(/^"[\w-]+"$/)
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  const again = await ask('unit_lights?period=2025-Q3', { ...bearer, 'if-none-match': headers.etag ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
  for (const [path, status, given] of [
    ['unit_lights', 401, {}],
    ['unit_lights', 401, { authorization: 'Bearer etappi_x' }],
    ['', 401, {}],
    ['salaisuudet', 404, bearer],
    ['projects?project=syli', 404, bearer],
    ['projects?lang=sv', 400, bearer],
  ] as const) {
    const refused = await ask(path, given)
    expect([path, refused.status, refused.headers.get('location')]).toEqual([path, status, null])
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(refused.headers.get('cache-control')).toContain('no-store')
  }
  await signIn(page, admin, here)
  expect((await page.request.get('/api/v1/projects')).status()).toBe(401)
  await expect(page.locator('#keys tbody tr td').last()).toContainText('Mitätöi')
  await expect(page.locator('#keys')).not.toContainText('ei koskaan')
  const origin = value.find((row) => row.source_url)?.source_url ?? ''
  await page.goto(origin)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).toMatch(/^\/r\//)
})

test('an old sign-in makes and revokes nothing until it is done anew', async ({ page, etappi }) => {
  await signIn(page, admin, here)
  await sql(etappi, `UPDATE "LoginSession" SET "authenticatedAt" = now() - interval '20 minutes'`)
  await page.getByLabel('Nimi').fill('Toinen')
  await make(page)
  await expect(page.locator('.error-summary')).toContainText('viimeisen 15 minuutin aikana')
  await page.getByRole('button', { name: 'Mitätöi avain Power BI, johtoryhmä' }).click()
  await expect(page.locator('#keys')).toContainText('viimeisen 15 minuutin aikana')
  await page.reload()
  await expect(page.getByLabel('Nimi')).toHaveCount(0)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Kirjaudu uudelleen' }).click()
  await signInHere(page, admin)
  await expect(page.getByLabel('Nimi')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(here)
})

test('a revoked key opens nothing from the next request on', async ({ page, etappi }) => {
  const ask = () => fetch(`${etappi.address}/api/v1/projects`, { headers: { authorization: `Bearer ${secret}` } })
  expect((await ask()).status).toBe(200)
  await signIn(page, admin, here)
  await page.getByRole('button', { name: 'Mitätöi avain Power BI, johtoryhmä' }).click()
  await expect(page.locator('#keys')).toContainText('Mitätöity')
  await expect(page.getByRole('button', { name: /^Mitätöi/ })).toHaveCount(0)
  expect((await ask()).status).toBe(401)
})

test('works without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI', javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, admin, here)
  await page.getByLabel('Nimi').fill('Ilman skriptejä')
  await page.getByLabel('Hanke', { exact: true }).selectOption({ index: 1 })
  await make(page)
  await expect(secretField(page)).toHaveValue(/^etappi_/)
  await expect(page.locator('#keys')).toContainText('Ilman skriptejä')
  await context.close()
})

test('the page and the description are accessible in every language, and fit 390 px', async ({ page }) => {
  await signIn(page, admin, here)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const language of ['fi', 'sv', 'en']) {
    await page.goto(`${here}?lang=${language}`)
    await expectNoViolations(page)
    expect(await scrollsSideways(page), `${here} ${language}`).toBe(false)
    await page.goto('/api-docs')
    await page.locator('summary').first().click()
    await expectNoViolations(page)
    expect(await scrollsSideways(page), `/api-docs ${language}`).toBe(false)
    await expect(page.getByRole('table').first()).toBeVisible()
  }
})
