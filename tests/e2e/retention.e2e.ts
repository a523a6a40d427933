import { expect, expectNoViolations, type Page, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { sql } from '@/tests/support/form-page'

const admin = 'paakayttaja@kainuu.example'
const second = 'talous@kainuu.example'
const here = '/admin/retention'

test.describe.configure({ mode: 'serial' })

const as = async (page: Page, who: string, next: string) => {
  await page.context().clearCookies()
  await signIn(page, who, next)
}

test.beforeAll(async ({ etappi }) => {
  // A second administrator, and a project that ended long ago with nothing that keeps it.
  await sql(
    etappi,
    `INSERT INTO "Membership" (id, "organisationId", "userId", role)
     SELECT gen_random_uuid(), "organisationId", id, 'admin' FROM "User" WHERE email = '${second}'`,
  )
  await sql(etappi, `UPDATE "Programme" SET "retentionUntil" = NULL`)
  await sql(etappi, `UPDATE "Project" SET "retentionUntil" = '2100-12-31'`)
  await sql(etappi, `UPDATE "Project" SET "retentionUntil" = NULL, "periodEnd" = '2020-12' WHERE key = 'tyhja'`)
})

test('a rule, what is due by it, and a hold that keeps it off the list', async ({ page }) => {
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Säilyttäminen ja hävittäminen' }).first().click()
  await expect(page.getByText('Sääntöjä ei ole')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Lisää sääntö' }).click()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Tallenna sääntö' }).click()
  await expect(page.getByRole('link', { name: /Kirjoita kokonaisluku/ })).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Vuosia').fill('0')
  await page.getByLabel('Peruste').fill('Rahoituspäätös')
  await page.getByRole('button', { name: 'Tallenna sääntö' }).click()
  await expect(page).toHaveURL(/\/admin\/retention$/)
  await expect(page.locator('#due')).toContainText('Rahoituspäätös')
  await page.goto(`${here}/holds`)
  await expectNoViolations(page)
  await page.getByLabel('Hanke').selectOption({ index: 1 })
  const name = await page.getByLabel('Hanke').locator('option:checked').textContent()
  await page.getByLabel('Perustelu').fill('Tarkastus kesken')
  await page.getByRole('button', { name: 'Aseta kielto' }).click()
  await expect(page.locator('#holds')).toContainText('Tarkastus kesken')
  await expectNoViolations(page)
  // By keyboard alone.
  await page.locator('#holds summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Tarkastus päättyi')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#holds')).toContainText('Purettu')
  await expect(page.locator('#holds')).toContainText(String(name))
})

test('a list that was prepared by mistake is withdrawn with a reason by who prepared it, and by nobody else', async ({
  page,
}) => {
  await signIn(page, admin, here)
  await page.getByRole('button', { name: 'Laadi hävitysluettelo' }).click()
  await expect(page.getByText('Siihen asti voit perua luettelon')).toBeVisible()
  const list = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Peru luettelo' }).click()
  await expect(page.getByRole('link', { name: /perustelu/i })).toBeVisible()
  await expectNoViolations(page)
  await as(page, second, list)
  await expect(page.getByRole('button', { name: 'Tallenna päätös' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Peru luettelo' })).toHaveCount(0)
  await as(page, admin, list)
  await page.getByLabel('Miksi luettelo perutaan').fill('Laadittu väärälle vuodelle')
  await page.getByRole('button', { name: 'Peru luettelo' }).click()
  await expect(page.getByText('Laadittu väärälle vuodelle')).toBeVisible()
  // Nothing waits on a list that was taken back.
  await expect(page.getByRole('cell', { name: 'Ei hävitetty' }).first()).toBeVisible()
  await expect(page.getByText('Ei vielä')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Peru luettelo' })).toHaveCount(0)
  await expectNoViolations(page)
  await page.goto(here)
  await expect(page.locator('#lists')).toContainText('Peruttu')
})

test('two people: one prepares, the other decides and carries it out', async ({ page, etappi }) => {
  await signIn(page, admin, here)
  await page.getByRole('button', { name: 'Laadi hävitysluettelo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hävitysluettelo')
  await expect(page.getByText('Laadit luettelon itse')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tallenna päätös' })).toHaveCount(0)
  await expectNoViolations(page)
  const list = new URL(page.url()).pathname
  await as(page, second, list)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Tallenna päätös' }).click()
  await expect(page.getByRole('link', { name: /Valitse päätös/ })).toBeVisible()
  await page.getByLabel('Päätös', { exact: true }).selectOption('approve')
  await page.getByRole('button', { name: 'Tallenna päätös' }).click()
  await expect(page.getByRole('button', { name: 'Hävitä luettelon aineisto' })).toBeVisible()
  await expectNoViolations(page)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await scrollsSideways(page)).toBe(false)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Hävitä luettelon aineisto' }).click()
  await expect(page.getByText(/^Hävitetty .* riviä/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hävitä luettelon aineisto' })).toHaveCount(0)
  await expectNoViolations(page)
  const file = await page.request.get(`/api/retention/lists/${list.split('/').at(-1)}?format=csv`)
  expect(await file.text()).toContain('tyhja')
  expect(await sql(etappi, `SELECT key FROM "Project" WHERE key IN ('tyhja', 'kkk2')`)).toEqual([{ key: 'kkk2' }])
  await page.goto('/projects/kkk2')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(here)
  await expect(page.locator('#lists')).toContainText('Pantu täytäntöön')
})

test('the data of a person, one’s own and another’s, and the state of the service', async ({ page, etappi }) => {
  await signIn(page, admin, '/settings')
  const own = await page.request.get('/api/retention/people/me')
  expect((await own.json()).held.length).toBeGreaterThan(2)
  await expect(page.locator('#person-data').getByRole('link')).toHaveCount(2)
  await expectNoViolations(page)
  const [other] = await sql<{ id: string }>(etappi, `SELECT id FROM "User" WHERE email = 'johtaja@kainuu.example'`)
  await page.goto(`/admin/people/${other?.id}`)
  await expect(page.locator('#person-data').getByRole('link')).toHaveCount(2)
  await page.goto('/admin/health')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Palvelun tila')
  await expect(page.getByRole('row', { name: /Tietokanta Kunnossa/ })).toBeVisible()
  await expect(page.getByText(/Esimerkkiaineisto/)).toBeVisible()
  await expectNoViolations(page)
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await scrollsSideways(page)).toBe(false)
})
