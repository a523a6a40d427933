import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const admin = 'paakayttaja@kainuu.example'
const director = 'johtaja@kainuu.example'
const list = '/admin/templates'

test.describe.configure({ mode: 'serial' })

const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const rows = (page: Page) => page.locator('#places li > div p:first-child')
const names = (page: Page) => rows(page).allTextContents()

/** Opens the county's own template, the draft of it if there is one. */
async function openOwn(page: Page): Promise<void> {
  await page.goto(list)
  await page.locator('#own tbody a').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kainuun pohja, versio')
}

test('the administrator finds the programme’s template, accessible and within 390 px, and cannot change it', async ({
  page,
  expectedErrors,
}) => {
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Raporttipohjat' }).click()
  await page.setViewportSize({ width: 390, height: 900 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raporttipohjat')
  await expectNoViolations(page)
  await page.locator('#programme tbody a').first().click()
  await expect(page.getByRole('main')).toContainText('Ohjelman pohjaa ei voi muuttaa.')
  expect((await names(page)).length).toBeGreaterThanOrEqual(40)
  await expect(page.locator('main form')).toHaveCount(0)
  const version = new URL(page.url()).pathname
  for (const rest of ['', '/preview', '/preview?language=sv', '/differences']) {
    await page.goto(version + rest)
    await expectNoViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), rest).toBe(false)
  }
  expectedErrors.push(/404/)
  for (const rest of ['/publish', '/places/new', '/prompts/new'])
    expect((await page.goto(version + rest))?.status(), rest).toBe(404)
})

test('a copy is made, and its places are written, nested and moved from the keyboard', async ({ page }) => {
  await signIn(page, admin, list)
  await page
    .getByRole('link', { name: /^Tee tästä oma pohja: / })
    .first()
    .click()
  await page.getByLabel('Pohjan nimi').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
  await page.getByLabel('Pohjan nimi').fill('Kainuun pohja')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kainuun pohja, versio 1')
  await expectNoViolations(page)
  const before = await names(page)
  // A place moves before the one above it, and the focus stays on its button.
  const up = page.getByRole('button', { name: `Ylös: ${before[1]}`, exact: true })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toHaveText(before[1] ?? '')
  await expect(up).toBeFocused()
  await page.getByRole('button', { name: `Alas: ${before[1]}`, exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toHaveText(before[0] ?? '')
  expect(await names(page)).toEqual(before)
  // A new question under the first chapter, in both languages.
  await page.getByRole('link', { name: `Lisää alle: ${before[0]}`, exact: true }).click()
  await send(page, 'Lisää kohta')
  await expect(page.locator('.error-summary')).toContainText('Täytä tämä kenttä.')
  await page.getByLabel(/^Numero/).fill('1.1')
  await page.getByLabel('Otsikko tai kysymys suomeksi').fill('Mitä opittiin?')
  await page.getByLabel(/^Otsikko tai kysymys ruotsiksi/).fill('Vad lärde man sig?')
  await page.getByLabel(/^Ohje kirjoittajalle suomeksi/).fill('Kerro kolme asiaa.')
  await send(page, 'Lisää kohta')
  await expect(page).toHaveURL(/#place-/)
  expect((await names(page))[1]).toBe('1.1 Mitä opittiin?')
  // Of the same page again: the place in the address does not keep the answer from being shown.
  await send(page, `Alas: ${before[0]}`)
  await expect(rows(page).first()).toHaveText(before[1] ?? '')
  await send(page, `Ylös: ${before[0]}`)
  await expect(rows(page).first()).toHaveText(before[0] ?? '')
  // It shows the content of another place, and what would go in a circle is refused at its field.
  await page.getByRole('link', { name: '1.1 Mitä opittiin?', exact: true }).click()
  await page.getByLabel('Mistä kohdan sisältö tulee').selectOption({ index: 2 })
  await send(page, 'Tallenna kohta')
  await expect(page.locator('#places')).toContainText('Näyttää sisällön kohdasta')
  await page.getByRole('link', { name: 'Lisää apukysymys' }).click()
  await page.getByLabel('Missä kysytään').selectOption({ label: 'Toimintamalli' })
  await page.getByLabel('Apukysymys suomeksi').fill('Mikä oli uutta?')
  await send(page, 'Lisää apukysymys')
  await expect(page.locator('#prompts')).toContainText('Kaikissa kohdissa, joiden laji on Toimintamalli')
  await expectNoViolations(page)
})

test('when two change a version at once, the later one is told and sees both texts', async ({ page, context }) => {
  await signIn(page, admin, list)
  await openOwn(page)
  await page.getByRole('link', { name: '1.1 Mitä opittiin?', exact: true }).click()
  await expect(page.getByLabel('Otsikko tai kysymys suomeksi')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('Otsikko tai kysymys suomeksi').fill('Mitä toinen kysyi?')
  await send(other, 'Tallenna kohta')
  await expect(other).toHaveURL(/#place-/)
  await page.getByLabel('Otsikko tai kysymys suomeksi').fill('Mitä itse kysyin?')
  await send(page, 'Tallenna kohta')
  await expect(page.locator('.error-summary')).toContainText('Joku muu muutti pohjaa sillä välin.')
  await expect(page.getByLabel('Otsikko tai kysymys suomeksi')).toHaveValue('Mitä itse kysyin?')
  await expect(page.locator('.field-previous')).toContainText('Mitä toinen kysyi?')
  await expectNoViolations(page)
  await send(page, 'Tallenna kohta')
  await expect(page).toHaveURL(/#place-/)
  expect((await names(page))[1]).toBe('1.1 Mitä itse kysyin?')
})

test('a version is published, a report is begun with it in Swedish, and keeps it when the next one comes', async ({
  page,
}) => {
  await signIn(page, admin, list)
  await openOwn(page)
  await page.getByRole('link', { name: 'Julkaise' }).click()
  await expect(page.getByRole('main')).toContainText('Edelliseen verrattuna on 2 eroa.')
  await expectNoViolations(page)
  await page.getByLabel(/^Mitä uutta versiossa on/).fill('Kainuun oma kysymys.')
  await send(page, 'Julkaise versio')
  await expect(page.getByRole('main')).toContainText('Julkaistu versio ei muutu.')
  await expect(page.locator('main form')).toHaveCount(0)
  await page.context().clearCookies()
  await signIn(page, director, '/projects/tyhja/final-report')
  await send(page, 'Aloita loppuraportti')
  await expect(page.locator('.error-summary')).toContainText('Valitse vaihtoehto.')
  await expectNoViolations(page)
  await page.getByLabel('Raporttipohja').selectOption({ label: 'Kainuun pohja, versio 1 (alueen oma)' })
  await page.getByLabel('Raportin kieli').selectOption({ label: 'ruotsi' })
  await send(page, 'Aloita loppuraportti')
  await expect(page.getByRole('link', { name: '1.1 Vad lärde man sig?' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Pohjasta on uudempi versio')
  await page.context().clearCookies()
  await signIn(page, admin, list)
  await page.getByRole('button', { name: 'Avaa uusi versio: Kainuun pohja' }).click()
  await page.getByRole('link', { name: '1.1 Mitä itse kysyin?', exact: true }).click()
  await expect(page.locator('#remove')).toBeVisible()
  await send(page, 'Poista kohta')
  await page.getByRole('link', { name: 'Näytä erot' }).click()
  await expect(page.locator('#removed')).toContainText('1.1 Mitä itse kysyin?')
  await page.goBack()
  await page.getByRole('link', { name: 'Julkaise' }).click()
  await send(page, 'Julkaise versio')
  await expect(page.getByRole('main')).toContainText('Julkaistu versio ei muutu.')
  await page.context().clearCookies()
  await signIn(page, director, '/projects/tyhja/final-report')
  await expect(page.getByRole('main')).toContainText('Raportti on aloitettu versiosta 1 ja pysyy siinä.')
  await expect(page.getByRole('link', { name: '1.1 Vad lärde man sig?' })).toBeVisible()
  await expectNoViolations(page)
})

test('everything works without scripts: a template is made from nothing, written, ordered and removed', async ({
  browser,
  etappi,
}) => {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI', javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, admin, `${list}/new`)
  await page.getByLabel('Pohjan nimi').fill('Tyhjästä tehty')
  await page.getByLabel('Mistä aloitetaan').selectOption('')
  await send(page, 'Tee pohja')
  for (const title of ['Alku', 'Loppu']) {
    await page.getByRole('link', { name: 'Lisää kohta', exact: true }).click()
    await send(page, 'Lisää kohta')
    await expect(page.getByRole('main')).toContainText('Täytä tämä kenttä.')
    await page.getByLabel('Otsikko tai kysymys suomeksi').fill(title)
    await send(page, 'Lisää kohta')
  }
  expect(await names(page)).toEqual(['Alku', 'Loppu'])
  await send(page, 'Ylös: Loppu')
  await expect(rows(page).first()).toHaveText('Loppu')
  await page.getByLabel('Pohjan nimi').fill('Uusi nimi')
  await send(page, 'Tallenna tiedot')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uusi nimi, versio 1')
  await send(page, 'Poista luonnos')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raporttipohjat')
  await expect(page.getByRole('main')).not.toContainText('Uusi nimi')
  await context.close()
})
