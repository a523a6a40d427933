import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

test('the list of indicators leads to each, and keeps its filter in the address', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example', '/projects/kkk2/indicators')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mittarit')
  await expectNoViolations(page)
  await page.getByLabel('Laji').selectOption({ label: 'Kansallinen indikaattori' })
  await page.getByLabel('Tilanne').selectOption({ label: 'Jäljessä tavoitteesta' })
  await page.getByRole('button', { name: 'Näytä' }).click()
  await expect(page).toHaveURL(/scope=national.*standing=behind/)
  await expect(page.getByText('Näytetään 1 / 189')).toBeVisible()
  await page.getByRole('link', { name: /^Hoitotakuun kansallinen ajantasainen seuranta/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hoitotakuun kansallinen ajantasainen seuranta/)
})

test('an indicator tells its targets, its values with their sources, its versions and what looks wrong', async ({
  page,
}) => {
  await signIn(page, 'koordinaattori1@kainuu.example', '/projects/kkk2/indicators?text=hoitoonp%C3%A4%C3%A4sytietojen')
  await page.getByRole('link', { name: /^Hoitotakuun kansallinen ajantasainen seuranta/ }).click()
  await expectNoViolations(page)
  await expect(page.getByText('Ei enää voimassa (30.6.2025)')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Määritelmän versiot' })).toBeVisible()
  await page.goto('/projects/kkk2/indicators?text=osallistujat')
  await page.getByRole('link', { name: 'Osallistujat', exact: true }).click()
  await expect(page.getByText(/ovat osittain samalta ajalta/)).toBeVisible()
  await expectNoViolations(page)
  await page
    .getByRole('link', { name: /^1\s092/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/r\//)
})

test('the steering group sees what was published; a stranger and an empty project see nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'ohjausryhma@kainuu.example', '/projects/kkk2/indicators')
  await expect(page.getByText('Mittarit sellaisina kuin ne julkaistiin jaksolta Q3/2025.')).toBeVisible()
  await page.goto('/projects/tyhja/indicators')
  await expect(page.getByText('Mittareita ei ole vielä')).toBeVisible()
  await expectNoViolations(page)
  const context = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const stranger = await context.newPage()
  await signIn(stranger, 'koordinaattori@kanta-hame.example')
  expect((await stranger.request.get('/projects/kkk2/indicators')).status()).toBe(404)
  await context.close()
})
