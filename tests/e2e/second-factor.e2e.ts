import { Secret, TOTP } from 'otpauth'
import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { signInHere, sql } from '@/tests/support/form-page'
import type { RunningEtappi } from '@/tests/support/running-etappi'

const director = 'johtaja@kainuu.example'
const finance = 'talous@kainuu.example'
const admin = 'paakayttaja@kainuu.example'
const password = 'etappi-demo-2025'
const settings = '/settings/security'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let key = ''
let codes: string[] = []
let lastCode = ''

/** A code that was not given before: waits for the next half minute when it has to. */
async function nextCode(): Promise<string> {
  const authenticator = new TOTP({ secret: Secret.fromBase32(key) })
  await expect.poll(() => authenticator.generate(), { timeout: 35_000, intervals: [500] }).not.toBe(lastCode)
  lastCode = authenticator.generate()
  return lastCode
}
const giveCode = async (page: Page, code: string) => {
  await page.getByLabel('Koodi', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
}
/** The sign-in of everybody becomes as old as this. */
const age = (etappi: RunningEtappi, minutes: number) =>
  sql(etappi, `UPDATE "LoginSession" SET "authenticatedAt" = now() - make_interval(mins => $1::int)`, [minutes])

test('the authenticator is switched on by its first code, and recovery codes are shown once', async ({ page }) => {
  await signIn(page, finance, '/projects')
  await page.getByRole('button', { name: 'Talousasiantuntija' }).click()
  await page.getByRole('link', { name: 'Kirjautuminen ja turvallisuus' }).click()
  await expect(page.locator('#second-factor')).toContainText('Ei käytössä')
  await expectNoViolations(page)
  await page.locator('#second-factor').getByLabel('Salasana').fill('vaara')
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
  await page.locator('#second-factor').getByLabel('Salasana').fill(password)
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  await expect(page).toHaveURL(/authenticator$/)
  await expect(page.getByRole('img', { name: /^QR-koodi/ })).toBeVisible()
  key = ((await page.locator('#key .font-mono').textContent()) ?? '').replaceAll(' ', '')
  expect(key).toMatch(/^[A-Z2-7]{32}$/)
  await expectNoViolations(page)
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await scrollsSideways(page), `${width}`).toBe(false)
  }
  await page.getByLabel('Koodi', { exact: true }).fill('12345')
  await page.getByRole('button', { name: 'Vahvista' }).click()
  await expect(page.locator('.error-summary')).toContainText('Koodi ei kelpaa')
  await page.getByLabel('Koodi', { exact: true }).fill(await nextCode())
  await page.getByRole('button', { name: 'Vahvista' }).click()
  await expect(page.locator('#confirm li')).toHaveCount(10)
  await expectNoViolations(page)
  codes = await page.locator('#confirm li').allTextContents()
  expect(codes.every((code) => /^([A-Z2-7]{4}-){6}[A-Z2-7]{4}$/.test(code))).toBe(true)
  await page.getByRole('link', { name: 'Olen tallentanut koodit' }).click()
  await expect(page.locator('#second-factor')).toContainText('Käyttämättömiä varakoodeja on 10')
  expect(await page.content()).not.toContain(codes[0])
  await expectNoViolations(page)
  await page.goto(`${settings}/authenticator`)
  expect(await page.content()).not.toContain(key.slice(0, 4))
  await expectNoViolations(page)
})

test('signing in asks for a code after the password, and opens nothing before it is right', async ({ page }) => {
  await signIn(page, finance, '/projects?from=code')
  await expect(page).toHaveURL(/\/sign-in\/code\?next=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna koodi')
  for (const lang of ['sv', 'en', 'fi']) {
    await page.goto(`/sign-in/code?next=%2Fprojects%3Ffrom%3Dcode&lang=${lang}`)
    await expectNoViolations(page)
  }
  const other = await page.context().newPage()
  await other.goto('/projects')
  await expect(other).toHaveURL(/\/sign-in\?/)
  await other.close()
  await giveCode(page, '000000')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
  await giveCode(page, await nextCode())
  await expect(page).toHaveURL(/\/projects\?from=code$/)
  await page.goto('/sign-in/code')
  await expect(page).not.toHaveURL(/code/)
})

test('a recovery code opens once, also without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, finance, '/projects')
  await giveCode(page, (codes[0] ?? '').toLowerCase())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hankkeet')
  await context.clearCookies()
  await signIn(page, finance, '/projects')
  await giveCode(page, codes[0] ?? '')
  await expect(page.locator('.error-summary')).toContainText('Koodi ei kelpaa')
  await context.close()
})

test('codes are made anew and the second factor is switched off without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, finance, settings)
  await giveCode(page, codes[1] ?? '')
  await page.getByText('Luo varakoodit uudelleen').click()
  await page.locator('#renew').getByLabel('Salasana tai koodi').fill(password)
  await page.getByRole('button', { name: 'Luo uudet varakoodit' }).click()
  await expect(page.locator('#renew li')).toHaveCount(10)
  await page.goto(settings)
  await page.getByText('Poista kaksivaiheinen kirjautuminen käytöstä').click()
  await page.locator('#off').getByLabel('Salasana tai koodi').fill(password)
  await page.getByRole('button', { name: 'Poista käytöstä' }).click()
  await expect(page.locator('#second-factor')).toContainText('Ei käytössä')
  await context.close()
})

test('sessions are listed in plain words and ended at once', async ({ page, browser, etappi }) => {
  await sql(etappi, 'UPDATE "LoginSession" SET "revokedAt" = now() WHERE "revokedAt" IS NULL')
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const elsewhere = await context.newPage()
  await signIn(elsewhere, director, '/projects')
  await signIn(page, director, settings)
  await expect(page.locator('#sessions tbody tr')).toHaveCount(2)
  await expect(page.locator('#sessions')).toContainText('Chrome, Linux')
  await expect(page.locator('#sessions')).toContainText('tämä istunto')
  await expectNoViolations(page)
  await page.getByRole('button', { name: /^Päätä istunto: / }).click()
  await expect(page.locator('#sessions tbody tr')).toHaveCount(1)
  await elsewhere.goto('/projects')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await signIn(elsewhere, director, '/projects')
  await page.context().clearCookies()
  await signIn(page, admin, '/admin/people')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await scrollsSideways(page)).toBe(false)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Projektijohtaja', exact: true }).click()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Päätä kaikki istunnot' }).click()
  await expect(page.locator('#sessions')).toContainText('Ei avoimia istuntoja')
  await elsewhere.goto('/projects')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await context.close()
})

test('publishing asks for a fresh sign-in: the reason that was typed is back in its place afterwards', async ({
  page,
  etappi,
}) => {
  const publishing = '/projects/kkk2/rounds/2025-Q3/publish'
  const reason = 'Ensimmäinen rivi.\nToinen rivi: 87,5 % – "lainaus".'
  await signIn(page, director, publishing)
  await age(etappi, 16)
  await page.locator('#publish-note').fill(reason)
  await page.locator('#publish-sure').check()
  const before = await sql(etappi, 'SELECT count(*) FROM "Snapshot"')
  await page.locator('form:has(#publish-note) button').click()
  const summary = page.locator('.error-summary')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('viimeisen 15 minuutin aikana')
  await expect(page.locator('#publish-note')).toHaveValue(reason)
  await expectNoViolations(page)
  await summary.getByRole('link').click()
  await expect(page).toHaveURL(/\/sign-in\?next=.*again=1/)
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(kept).toContain('etappi-typed')
  expect(kept).not.toContain('rivi')
  await signInHere(page, director)
  await page.waitForURL(`**${publishing}`)
  await expect(page.locator('#publish-note')).toHaveValue(reason)
  await expect(page.locator('#publish-sure')).toBeChecked()
  await expect(page.getByRole('status').filter({ hasText: 'Kirjauduit uudelleen' })).toBeVisible()
  await expectNoViolations(page)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  expect(await sql(etappi, 'SELECT count(*) FROM "Snapshot"')).toEqual(before)
})

test('another person who signs in instead finds nothing of it, and without scripts the form stays open', async ({
  page,
  browser,
  etappi,
}) => {
  const publishing = '/projects/kkk2/rounds/2025-Q3/publish'
  await signIn(page, director, publishing)
  await age(etappi, 16)
  await page.locator('#publish-note').fill('Salaisuus')
  await page.locator('#publish-sure').check()
  await page.locator('form:has(#publish-note) button').click()
  await page.locator('.error-summary').getByRole('link').click()
  await page.waitForURL(/\/sign-in\?/)
  await signInHere(page, 'koordinaattori1@kainuu.example')
  await page.waitForLoadState('networkidle')
  expect(await page.content()).not.toContain('Salaisuus')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const plain = await context.newPage()
  await signIn(plain, director, publishing)
  await age(etappi, 16)
  await plain.locator('#publish-note').fill('Pysyy tässä')
  await plain.locator('#publish-sure').check()
  await plain.locator('form:has(#publish-note) button').click()
  await expect(plain.locator('.error-summary').getByRole('link')).toHaveAttribute('target', '_blank')
  await expect(plain.locator('#publish-note')).toHaveValue('Pysyy tässä')
  await context.close()
})
