import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const otherCoordinator = 'koordinaattori3@kainuu.example'
const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const otherCounty = 'johtaja@kanta-hame.example'
const round = '/projects/kkk2/rounds/2025-Q4'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'

const saveLine = (page: Page) => page.locator('[data-save]')
const field = (page: Page, path: string) => page.locator(`[name="text:${path}"]`)
// Filled in by the first test: where the unit's report is, and its id.
let report = ''
let reportId = ''

test.describe.configure({ mode: 'serial' })

test('my work shows what is due, what came back and why', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omat tehtävät')
  const returned = page.getByRole('region', { name: /^Palautettu sinulle/ }).first()
  await expect(returned).toContainText('Projektijohtaja')
  await expectNoViolations(page)
  await page.getByRole('link', { name: unit }).click()
  await expect(page).toHaveURL(/\/rounds\/2025-Q4\/[0-9a-f-]{36}\/edit$/)
  report = new URL(page.url()).pathname.replace(/\/edit$/, '')
  reportId = (await page.locator('[name="reportId"]').first().getAttribute('value')) ?? ''
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit)
  await expectNoViolations(page)
})

test('what is typed is saved within a second of the last keystroke, and the line says so only then', async ({
  page,
}) => {
  await signIn(page, coordinator, `${report}/edit`)
  let asked = 0
  await page.route('**/api/reports/**', async (route) => {
    asked = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  const results = field(page, 'results/text')
  const answered = page.waitForResponse('**/api/reports/**')
  await results.fill('')
  await results.pressSequentially('Käyttöönotto alkoi <b>#$\\ "ei" 👍 ŋ', { delay: 20 })
  const typed = Date.now()
  await expect(saveLine(page)).toHaveAttribute('data-save', /unsaved|saving/)
  await answered
  expect(asked - typed).toBeLessThan(1000)
  await expect(saveLine(page)).toHaveText(/^Tallennettu klo \d{1,2}\.\d{2}$/)
  await page.reload()
  await expect(results).toHaveValue('Käyttöönotto alkoi <b>#$\\ "ei" 👍 ŋ')
})

test('a report is a draft from its first saved text on, and the heading says so at once', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  const [href] = await page
    .locator('#due a[href*="/2025-Q4/"][href$="/edit"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await page.goto(href ?? '')
  const heading = page.locator('.page-heading')
  await expect(heading.getByText('Ei aloitettu', { exact: true })).toBeVisible()
  await typeAndWait(page, 'nextSteps/text', 'Aloitettu')
  await expect(heading.getByText('Luonnos', { exact: true })).toBeVisible()
  await expect(heading.getByText('Ei aloitettu', { exact: true })).toHaveCount(0)
  await page.reload()
  await expect(heading.getByText('Luonnos', { exact: true })).toBeVisible()
})

test('what is typed before the page has started its scripts is kept, too', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await page.route('**/_next/static/**', async (route) => {
    if (route.request().resourceType() === 'script') await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(`${report}/edit`, { waitUntil: 'commit' })
  await typeAndWait(page, 'actions/general/text', 'Nopea kirjoittaja')
  await expect(field(page, 'actions/general/text')).toHaveValue('Nopea kirjoittaja')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()
  await expect(field(page, 'actions/general/text')).toHaveValue('Nopea kirjoittaja')
})

test('numbers are typed the Finnish way and shown back as understood', async ({ page }) => {
  await signIn(page, coordinator, `${report}/edit`)
  const value = page.locator('[name^="text:indicators/"][name$="/value"][inputmode="decimal"]').first()
  const path = ((await value.getAttribute('name')) ?? '').replace('text:', '')
  const around = value.locator('xpath=ancestor::div[contains(@class,"mb-6")][1]')
  await value.fill('35.5')
  await expect(around).toContainText(/Ymmärretty: 35,5/)
  await value.fill('1.234')
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  await page.reload()
  await expect(field(page, path)).toHaveValue('1.234')
  await expect(field(page, path)).toHaveAttribute('aria-invalid', 'true')
  await expectNoViolations(page)
})

test('a report that is not ready is not sent: the summary takes the focus and leads to each field', async ({
  page,
}) => {
  await signIn(page, coordinator, `${report}/edit`)
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  const summary = page.locator('.error-summary')
  await expect(summary).toBeFocused()
  const links = summary.getByRole('link')
  expect(await links.count()).toBeGreaterThan(3)
  await expect(summary).toContainText('Vahvista edelliseltä jaksolta tuotu tieto tai korjaa se.')
  await expectNoViolations(page)
  await links.first().click()
  const target = ((await links.first().getAttribute('href')) ?? '').slice(1)
  expect(await page.locator(`[id="${target}"]`).count()).toBe(1)
})

test('when the network goes, the line says so, warns on leaving, and saves when it is back', async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/)
  await signIn(page, coordinator, `${report}/edit`)
  await context.setOffline(true)
  const next = field(page, 'nextSteps/text')
  await next.fill('Kirjoitettu ilman verkkoa')
  await expect(saveLine(page)).toHaveText(/palvelimeen ei saada yhteyttä/)
  const asked = page.waitForEvent('dialog')
  const leaving = page.evaluate(() => window.location.assign('/my-work')).catch(() => undefined)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await context.setOffline(false)
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved', { timeout: 20_000 })
  await page.reload()
  await expect(next).toHaveValue('Kirjoitettu ilman verkkoa')
})

test('two tabs on one field: nobody is overwritten unseen, both texts are shown', async ({ page, context }) => {
  await signIn(page, coordinator, `${report}/edit`)
  const other = await context.newPage()
  await other.goto(`${report}/edit`)
  await field(page, 'deviations/text').focus()
  await typeAndWait(other, 'deviations/text', 'Toisen välilehden teksti')
  await field(page, 'deviations/text').fill('Tämän välilehden teksti')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'conflict')
  await expect(page.getByText('Toisen välilehden teksti')).toBeVisible()
  await expect(field(page, 'deviations/text')).toHaveValue('Tämän välilehden teksti')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Pidä minun tekstini' }).click()
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  await page.reload()
  await expect(field(page, 'deviations/text')).toHaveValue('Tämän välilehden teksti')
})

test('evidence is added as a link and as a file', async ({ page }) => {
  await signIn(page, coordinator, `${report}/edit`)
  const evidence = page.getByRole('region', { name: 'Todenneaineisto' })
  await evidence.getByText('Lisää linkki').first().click()
  await page.locator('#evidence-label').fill('Kuvaus')
  await page.locator('#evidence-url').fill('javascript:alert(1)')
  await evidence.getByRole('button', { name: 'Lisää linkki' }).click()
  await expect(page.locator('#evidence-url')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#evidence-label')).toHaveValue('Kuvaus')
  await page.locator('#evidence-url').fill('https://esimerkki.fi/kuvaus')
  await evidence.getByRole('button', { name: 'Lisää linkki' }).click()
  await expect(evidence.getByRole('link', { name: 'Kuvaus' })).toBeVisible()
  await evidence.getByText('Lisää tiedosto').first().click()
  await page
    .locator('#evidence-file')
    .setInputFiles({ name: 'muistio.txt', mimeType: 'text/plain', buffer: Buffer.from([0x4d, 0x5a, 0x00, 0x01]) })
  await evidence.getByRole('button', { name: 'Lisää tiedosto' }).click()
  await expect(evidence).toContainText('sisältö ei vastaa tiedostonimen päätettä')
  await expect(page.locator('#evidence-file'), 'where the next one is chosen stays open').toBeVisible()
  await page
    .locator('#evidence-file')
    .setInputFiles({ name: 'muistio.txt', mimeType: 'text/plain', buffer: Buffer.from('Päätös') })
  await evidence.getByRole('button', { name: 'Lisää tiedosto' }).click()
  const file = page.getByRole('link', { name: 'muistio.txt' })
  await expect(file).toBeVisible()
  const answer = await page.request.get((await file.getAttribute('href')) ?? '')
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(await answer.text()).toBe('Päätös')
  await expectNoViolations(page)
})

test('everything confirmed and corrected, the report is sent, recalled and sent again', async ({ page }) => {
  await signIn(page, coordinator, `${report}/edit`)
  await page.locator('[name^="text:indicators/"][aria-invalid="true"]').first().fill('35,5')
  for (;;) {
    const confirm = page.getByRole('button', { name: /^Vahvista/ }).first()
    if ((await confirm.count()) === 0) break
    await confirm.click()
  }
  await expect(page.getByText('Kaikki kohdat on vahvistettu')).toBeVisible()
  await page.getByRole('radio', { name: 'Suunnitelman mukaan' }).check()
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page).toHaveURL(new RegExp(`${report}$`))
  await expect(page.getByText('Lähetetty', { exact: true })).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`${report}/edit`)
  await expect(page.getByText('Katsausta ei voi nyt muokata'), 'a sent report has no form').toBeVisible()
  await page.goto(report)
  await page.getByRole('button', { name: 'Peru lähetys' }).click()
  await expect(page.getByText('Luonnos', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Kirjoita raporttia' }).click()
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.getByText('Lähetetty', { exact: true })).toBeVisible()
})

test('the director finds it in the round and returns one section with a reason', async ({ page }) => {
  await signIn(page, director, round)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raportointikierros Q4/2025')
  await expect(page.locator('table tbody tr[id^="unit-"]')).toHaveCount(35)
  await expectNoViolations(page)
  await page.getByLabel('Tila', { exact: true }).selectOption('submitted')
  await page.getByLabel('Yksikön nimi').fill('vammaisten')
  await page.getByRole('button', { name: 'Näytä' }).click()
  await expect(page).toHaveURL(/state=submitted/)
  await expect(page.locator('table tbody tr[id^="unit-"]')).toHaveCount(1)
  await page.getByRole('link', { name: unit }).click()
  await page.getByRole('button', { name: 'Aloita tarkastus' }).click()
  await expect(page.getByText('Tarkastuksessa', { exact: true })).toBeVisible()
  await page.locator('#return > summary').click()
  await page.getByLabel('Mitä pitää korjata?').fill('Kerro, montako yksikköä on mukana.')
  await page.getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Mitä pitää korjata?')).toHaveValue('Kerro, montako yksikköä on mukana.')
  await expectNoViolations(page)
  await page.getByRole('checkbox', { name: 'Tulokset' }).check()
  await page.getByText('Valitse yksittäisiä kohtia').click()
  await page.getByRole('checkbox', { name: 'Perustelu yhdellä lauseella' }).check()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  await expect(page.getByText('Palautettu', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Vaiheet' })).toContainText(
    'Avattiin: Tulokset; Kokonaistilanne: Perustelu yhdellä lauseella',
  )
})

test('the coordinator sees why, can write only that section and that field, and sends it again', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await expect(page.getByText('Kerro, montako yksikköä on mukana.')).toBeVisible()
  await page.getByRole('link', { name: unit }).click()
  await expect(page.locator('[name^="text:"]')).toHaveCount(2)
  await typeAndWait(page, 'results/text', 'Mukana on 12 yksikköä.')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.getByRole('list', { name: 'Vaiheet' })).toContainText('Lähetettiin uudelleen')
})

test('without JavaScript the form saves, refuses and sends just the same', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, otherCoordinator, '/my-work')
  await page.getByRole('link', { name: 'Digituki asiakkaille ja ammattilaisille' }).click()
  await field(page, 'results/text').fill('Ilman skriptejä')
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.locator('.error-summary')).toContainText('Vahvista edelliseltä jaksolta')
  await expect(field(page, 'results/text')).toHaveValue('Ilman skriptejä')
  for (;;) {
    const confirm = page.getByRole('button', { name: /^Vahvista/ }).first()
    if ((await confirm.count()) === 0) break
    await confirm.click()
  }
  await page.getByRole('radio', { name: 'Suunnitelman mukaan' }).check()
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.getByText('Lähetetty', { exact: true })).toBeVisible()
  await expect(page.getByText('Ilman skriptejä')).toBeVisible()
  const sent = page.url()
  await context.clearCookies()
  await signIn(page, director, new URL(sent).pathname)
  await page.locator('#return > summary').click()
  await page.getByLabel('Mitä pitää korjata?').fill('Kerro vaikutus.')
  await page.getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  // The answer comes with its part closed, as every page does.
  await expect(page.locator('.error-summary')).toBeVisible()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Mitä pitää korjata?')).toHaveValue('Kerro vaikutus.')
  await context.close()
})

test('the director approves and publishes; what is not approved is named before and left out', async ({ page }) => {
  await signIn(page, director, report)
  await expect(page.getByText('Muuttunut palautuksen jälkeen').first()).toBeVisible()
  await page.getByRole('button', { name: 'Hyväksy', exact: true }).click()
  await expect(page.getByText('Hyväksytty', { exact: true })).toBeVisible()
  await page.goto(round)
  await page.getByRole('link', { name: 'Tarkista ja julkaise' }).click()
  await page.getByText(/^Raporttia ei ole hyväksytty \(\d+\)$/).click()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /Palautettu$/ })
      .first(),
  ).toBeVisible()
  const publish = page.getByRole('region', { name: 'Julkaise jakso Q4/2025' })
  await publish.getByRole('button', { name: 'Julkaise Q4/2025' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await publish.getByLabel('Miksi julkaiset huomioista huolimatta?').fill('Muut raportoivat ensi jaksolla.')
  await publish.getByRole('checkbox').check()
  await publish.getByRole('button', { name: 'Julkaise Q4/2025' }).click()
  await expect(page.getByText(/^Julkaistu .* \(versio 1\)$/)).toBeVisible()
  // What comes next stands first; publishing again is another matter.
  await expect(page.getByRole('link', { name: 'Esitys ja PDF' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Julkaise Q4/2025 uudelleen' })).toBeVisible()
  await expectNoViolations(page)
})

test.describe('who is refused', () => {
  const pages = () => [round, report, `${report}/edit`]

  for (const [who, email] of [
    ['the steering group', steering],
    ['another county', otherCounty],
  ] as const) {
    test(`${who}: the pages look as if they did not exist, and nothing can be saved`, async ({
      page,
      expectedErrors,
    }) => {
      expectedErrors.push(/404/)
      await signIn(page, email, '/projects')
      for (const address of pages()) expect((await page.goto(address))?.status(), address).toBe(404)
      const saved = await saveFrom(page)
      expect(saved).toEqual({ status: 404, refused: 'NOT_FOUND' })
    })
  }

  test('the coordinator of another unit may read but not write', async ({ page, expectedErrors }) => {
    expectedErrors.push(/403/)
    await signIn(page, otherCoordinator, report)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit)
    await expect(page.getByRole('link', { name: 'Kirjoita raporttia' })).toHaveCount(0)
    await page.goto(`${report}/edit`)
    await expect(page).toHaveURL(new RegExp(`${report}$`))
    expect(await saveFrom(page)).toEqual({ status: 403, refused: 'NOT_ALLOWED' })
    await page.goto(round)
    await expect(page.getByRole('button', { name: /Julkaise/ })).toHaveCount(0)
  })

  test('somebody signed out is asked to sign in and comes back', async ({ page, expectedErrors }) => {
    expectedErrors.push(/401/)
    await page.goto(`${report}/edit`)
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    expect(await saveFrom(page)).toEqual({ status: 401, refused: 'SIGNED_OUT' })
  })
})

/** Types into a field and waits until the server has answered that very text: the line may show an older save. */
async function typeAndWait(page: Page, path: string, text: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.url().includes('/api/reports/') && (response.request().postData() ?? '').includes(text),
  )
  await field(page, path).fill(text)
  await answered
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
}

/** Sends a field to a report that is not the person's, past the pages. */
function saveFrom(page: Page): Promise<unknown> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/reports/${id}/fields`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields: [{ path: 'results/text', text: 'x', version: 1 }] }),
    })
    const { refused } = (await answer.json()) as { refused?: string }
    return { status: answer.status, refused }
  }, reportId)
}
