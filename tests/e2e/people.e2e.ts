import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { signInHere, sql } from '@/tests/support/form-page'

const admin = 'paakayttaja@kainuu.example'
const director = 'johtaja@kainuu.example'
const newcomer = 'uusi.suunnittelija@kainuu.example'
const chosen = 'neljä tavallista sanaa peräkkäin'
const project = 'Kestävän kasvun Kainuu II'

test.describe.configure({ timeout: 180_000 })

let link = ''

async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await scrollsSideways(page), `${name} ${width}`).toBe(false)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await expectNoViolations(page)
}
const openPerson = async (page: Page, name: string) => {
  await page.goto('/admin/people')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

test('the way to administration, in every language', async ({ page }) => {
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Hallinta', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hallinta')
  await expect(page.locator('#attention')).toContainText('pelkällä salasanalla')
  await looksRight(page, 'admin')
  for (const [lang, title] of [
    ['sv', 'Administration'],
    ['en', 'Administration'],
    ['fi', 'Hallinta'],
  ]) {
    await page.goto(`/admin?lang=${lang}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
    await expectNoViolations(page)
  }
  await page.locator('#pages').getByRole('link', { name: 'Käyttäjät' }).click()
  await page.waitForURL('**/admin/people')
  await looksRight(page, 'list')
})

test('somebody is added from the keyboard; what was typed stays after an error, and the link is shown once', async ({
  page,
}) => {
  await signIn(page, admin, '/admin/people')
  await page.getByRole('link', { name: 'Lisää käyttäjä' }).click()
  await page.getByLabel('Nimi tai tehtävänimike').fill('Uusi suunnittelija')
  await page.getByLabel('Sähköposti', { exact: true }).fill(director)
  await page.locator('summary').filter({ hasText: project }).press('Enter')
  await page.getByRole('group', { name: project }).getByLabel('Suunnittelija').press('Space')
  await page.getByRole('button', { name: 'Lisää käyttäjä' }).press('Enter')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('on jo käyttäjä')
  await expect(page.getByLabel('Nimi tai tehtävänimike')).toHaveValue('Uusi suunnittelija')
  await expect(page.getByRole('group', { name: project }).getByLabel('Suunnittelija')).toBeChecked()
  await looksRight(page, 'new')
  await page.getByLabel('Sähköposti', { exact: true }).fill(newcomer)
  await page.getByRole('button', { name: 'Lisää käyttäjä' }).press('Enter')
  link = await page.getByLabel('Linkki', { exact: true }).inputValue()
  expect(link).toMatch(/\/invitation\?secret=[\w-]{43}$/)
  await looksRight(page, 'made')
  await page.getByRole('link', { name: 'Kaikki käyttäjät' }).click()
  await expect(page.getByRole('row', { name: /Uusi suunnittelija/ })).toContainText('kutsu voimassa')
  expect(await page.content()).not.toContain(link.split('=')[1])
})

test('the link opens the account without scripts, once; used and unknown links give the same page', async ({
  page: seen,
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  const path = new URL(link).pathname + new URL(link).search
  const answer = await page.goto(path)
  expect(answer?.headers()['referrer-policy']).toBe('same-origin')
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.locator('main')).toContainText(`Suunnittelija: ${project}`)
  await expect(page.locator('main')).toContainText('Kainuun hyvinvointialue')
  await expect(page.getByLabel('Sähköposti, jolla kirjaudut')).toHaveValue(newcomer)
  await seen.goto(path)
  await looksRight(seen, 'accept')
  await page.getByLabel('Salasana').fill('lyhyt')
  await page.getByRole('button', { name: 'Tallenna salasana ja kirjaudu' }).click()
  await expect(page.locator('.error-summary')).toContainText('vähintään 12 merkkiä')
  await page.getByLabel('Salasana').fill(chosen)
  await page.getByRole('button', { name: 'Tallenna salasana ja kirjaudu' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omat tehtävät')
  const [used, unknown] = [await context.newPage(), await context.newPage()]
  await used.goto(path)
  await unknown.goto(`/invitation?secret=${'x'.repeat(43)}`)
  await expect(used.getByRole('heading', { level: 1 })).toHaveText('Linkki ei ole voimassa')
  expect(await used.locator('main').innerText()).toBe(await unknown.locator('main').innerText())
  await seen.goto(path)
  await looksRight(seen, 'over')
  await context.close()
})

test('roles act on the next request, an account is put out of use at once, and old sign-ins change nothing', async ({
  page,
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await context.newPage()
  await other.goto('/sign-in')
  await other.getByLabel('Sähköposti').fill(newcomer)
  await other.getByLabel('Salasana').fill(chosen)
  await other.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Omat tehtävät')
  await signIn(page, admin, '/admin/people')
  await openPerson(page, 'Uusi suunnittelija')
  await page.locator('#units summary').first().click()
  await page.locator('#units input[type=checkbox]').first().check()
  await page.getByRole('button', { name: 'Tallenna yksiköt' }).click()
  await expect(page.locator('#units summary').first()).toContainText('(1)')
  await looksRight(page, 'person')
  await page.locator('#roles').getByRole('group', { name: project }).getByLabel('Suunnittelija').uncheck()
  await page.locator('#roles').getByRole('group', { name: project }).getByLabel('Talousasiantuntija').check()
  await page.getByRole('button', { name: 'Tallenna roolit' }).click()
  await expect(page.locator('#units')).toHaveCount(0)
  await other.goto('/projects/kkk2/finance/purchases/new')
  await expect(other.getByRole('heading', { level: 1 })).not.toHaveText(/ei löytynyt/i)
  await sql(etappi, `UPDATE "LoginSession" SET "authenticatedAt" = now() - interval '16 minutes'`)
  await page.getByRole('button', { name: 'Poista käytöstä' }).click()
  await expect(page.locator('#standing')).toContainText('viimeisen 15 minuutin aikana')
  await other.goto('/projects')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Hankkeet')
  const again = page.locator('#standing').getByRole('link')
  await page.goto((await again.getAttribute('href')) ?? '')
  await signInHere(page, admin)
  await page.waitForURL(/\/admin\/people\//)
  await page.getByRole('button', { name: 'Poista käytöstä' }).click()
  await expect(page.getByRole('button', { name: 'Ota takaisin käyttöön' })).toBeVisible()
  await other.goto('/projects')
  await expect(other).toHaveURL(/\/sign-in/)
  await context.close()
})

test('the last administrator keeps the role, and says so', async ({ page }) => {
  await signIn(page, admin, '/admin/people')
  await openPerson(page, 'Pääkäyttäjä')
  await page.locator('#roles').getByLabel('Pääkäyttäjä', { exact: true }).uncheck()
  await page.getByRole('button', { name: 'Tallenna roolit' }).click()
  await expect(page.locator('.error-summary')).toContainText('ainakin yksi pääkäyttäjä')
  await page.goto(page.url())
  await expect(page.locator('#roles').getByLabel('Pääkäyttäjä', { exact: true })).toBeChecked()
})

test('the own password is changed without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, director, '/settings/security')
  await page.getByLabel('Nykyinen salasana').fill('väärä')
  await page.getByLabel('Uusi salasana').fill(chosen)
  await page.getByRole('button', { name: 'Vaihda salasana' }).click()
  await expect(page.locator('.error-summary')).toContainText('Nykyinen salasana on väärin')
  expect(await page.content()).not.toContain(chosen)
  await page.getByLabel('Nykyinen salasana').fill('etappi-demo-2025')
  await page.getByLabel('Uusi salasana').fill(chosen)
  await page.getByRole('button', { name: 'Vaihda salasana' }).click()
  await expect(page.locator('#password')).toContainText('Salasana on vaihdettu')
  await context.close()
})

test('the security settings with the own password look right', async ({ page }) => {
  await signIn(page, 'talous@kainuu.example', '/settings/security')
  await page.getByRole('button', { name: 'Vaihda salasana' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await looksRight(page, 'password')
})

test('the county says what it is, and its names of roles are seen where roles are', async ({ page }) => {
  await signIn(page, admin, '/admin/county')
  await page.getByLabel('Y-tunnus').fill('1234567-2')
  await page.locator('#details').getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.locator('.error-summary')).toContainText('Y-tunnus ei ole oikein')
  await looksRight(page, 'county')
  await page.getByLabel('Y-tunnus').fill('12345671')
  await page.locator('#details').getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByLabel('Y-tunnus')).toHaveValue('1234567-1')
  await page.getByRole('group', { name: 'Projektijohtaja' }).getByLabel('Suomi').fill('Hankepäällikkö')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.locator('#names').getByRole('button', { name: 'Tallenna' }).click()
  await saved
  await expect(page.getByRole('group', { name: 'Projektijohtaja' }).getByLabel('Suomi')).toHaveValue('Hankepäällikkö')
  await page.goto('/admin/people')
  await expect(page.getByRole('table')).toContainText(`Hankepäällikkö: ${project}`)
  await page.goto('/projects/kkk2')
  await expect(page.locator('main')).toContainText('Hankepäällikkö')
})
