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

test('a director defines a counted indicator, sets its target and enters values; what cannot be read is told at the field', async ({
  page,
}) => {
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  const define = async (name: string, code: string, formula = '') => {
    await page.goto('/projects/tyhja/indicators/new')
    await page.getByLabel(/^Tunnus/).fill(code)
    await fill('Nimi', name)
    await page.getByLabel(/^Laskukaava/).fill(formula)
    await page.getByRole('button', { name: 'Lisää mittari' }).click()
  }
  const made = async (name: string) => {
    await page.waitForURL((url) => !url.pathname.endsWith('/new'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${name}`))
  }
  const enter = async (value: string) => {
    await page.getByRole('link', { name: 'Kirjaa arvo muusta lähteestä' }).click()
    await page.getByLabel('Laji').selectOption({ label: 'Toteuma' })
    await fill('Arvo', value)
    await fill('Ajalta', 'Q3/2025')
    await fill('Lähde', 'Rekisteri')
    await page.getByRole('button', { name: 'Kirjaa arvo' }).click()
  }
  await signIn(page, 'johtaja@kainuu.example', '/projects/tyhja/indicators')
  await page.getByRole('link', { name: 'Lisää mittari' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/indicators\/new$/)
  await expectNoViolations(page)

  await define('Etäkontaktit', 'E-1')
  await made('Etäkontaktit')
  await enter('1.234')
  await expect(page.getByLabel('Arvo', { exact: true })).toHaveValue('1.234')
  await expectNoViolations(page)
  await fill('Arvo', '26')
  await page.getByRole('button', { name: 'Kirjaa arvo' }).click()
  await made('Etäkontaktit')
  await define('Kaikki kontaktit', 'E-2')
  await made('Kaikki kontaktit')
  await enter('40')
  await made('Kaikki kontaktit')

  await define('Etäkontaktien osuus', 'E-3', '[E-1] / [E-9] * 100')
  await expect(page.getByText('Kaavassa on tunnus, jota ei ole millään hankkeen mittarilla.').first()).toBeVisible()
  await page.getByLabel(/^Laskukaava/).fill('[E-1] / [E-2] * 100')
  await page.getByLabel(/^Yksikkö/).fill('%')
  await page.getByRole('button', { name: 'Lisää mittari' }).click()
  await expect(page.getByText('lasketaan kaavalla [E-1] / [E-2] * 100')).toBeVisible()
  await expect(page.getByRole('cell', { name: /^65\s%/ })).toBeVisible()

  await page.getByRole('link', { name: 'Aseta tavoite' }).click()
  await expectNoViolations(page)
  await page
    .getByLabel(/^Tavoite \(|^Tavoite/)
    .first()
    .fill('60')
  await page.getByLabel(/^Milloin/).fill('31.12.2025')
  await page.getByRole('button', { name: 'Aseta tavoite' }).click()
  await expect(page.getByText('Tavoite täyttyy').first()).toBeVisible()
  await page.getByRole('link', { name: 'Korvaa tai päätä tavoite' }).click()
  await expectNoViolations(page)
  await page.getByLabel('Miksi tavoite korvataan tai päätetään?').fill('Ohjausryhmä nosti tavoitetta.')
  await page.getByRole('button', { name: 'Päätä tavoite' }).click()
  await expect(page.getByText(/^Ei enää voimassa/)).toBeVisible()

  await page.getByRole('link', { name: 'Muuta määritelmää' }).click()
  await expect(page.getByLabel(/^Laskukaava/)).toHaveValue('[E-1] / [E-2] * 100')
  await expectNoViolations(page)
  await page
    .getByLabel('Millainen muutos on?')
    .selectOption({ label: 'Määritelmä muuttuu: entinen jää omaksi versiokseen' })
  await page.getByRole('button', { name: 'Tallenna määritelmä' }).click()
  await expect(page.getByText('Kirjoita syy.').first()).toBeVisible()
  await page.getByLabel(/^Miksi määritelmä muuttuu/).fill('Tarkennus.')
  await page.getByRole('button', { name: 'Tallenna määritelmä' }).click()
  await expect(page.getByRole('heading', { name: 'Määritelmän versiot' })).toBeVisible()
})
