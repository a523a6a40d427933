import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kainuu.example'
const coordinator = 'koordinaattori1@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const project = '/projects/kkk2'

test.describe.configure({ mode: 'serial' })

const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const addresses = ['risks', 'plan-changes', 'communications']

test('readers find the three registers, accessible and within 390 px, with nothing to press', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await signIn(page, steering, `${project}/risks`)
  const rows = { risks: 6, 'plan-changes': 11, communications: 7 }
  for (const [register, count] of Object.entries(rows)) {
    await page.goto(`${project}/${register}`)
    await expectNoViolations(page)
    await expect(
      page
        .getByRole('table')
        .filter({ has: page.getByRole('link') })
        .first()
        .locator('tbody tr'),
    ).toHaveCount(count)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider, register).toBe(false)
    await expect(page.locator('main form[method="get"]')).toHaveCount(1)
    await expect(page.locator('main form:not([method="get"])')).toHaveCount(0)
    await page.locator('main tbody a').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page)
    await expect(page.locator('main form')).toHaveCount(0)
  }
})

test('a risk is added from the keyboard, stays unscored until assessed, moves, and is closed with a reason', async ({
  page,
}) => {
  await signIn(page, director, `${project}/risks`)
  await page.getByRole('link', { name: 'Lisää riski' }).click()
  await page.getByLabel('Kuvaus').focus()
  await send(page, 'Lisää luetteloon')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
  await page.getByLabel('Kuvaus').fill('Toimittaja myöhästyy')
  await page.getByLabel(/^Omistajat rooleina/).fill('projektijohtaja\ntalousasiantuntija')
  await page.getByRole('button', { name: 'Lisää luetteloon' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('7. Toimittaja myöhästyy')
  await expectNoViolations(page)
  await page.goto(`${project}/risks`)
  await expect(page.locator('.chart-summary')).toContainText('Toimittaja myöhästyy')
  await expect(page.getByRole('row').filter({ hasText: 'Toimittaja myöhästyy' })).toContainText('Ei arvioitu')
  await page.getByRole('link', { name: '7. Toimittaja myöhästyy' }).click()
  for (const [period, probability] of [
    ['Q3/2025', '2'],
    ['Q4/2025', '5'],
  ] as const) {
    await page.getByLabel('Jakso', { exact: true }).selectOption({ label: period })
    await page.getByLabel(/^Todennäköisyys ennen/).selectOption(probability)
    await page.getByLabel(/^Vaikutus ennen/).selectOption('4')
    await page.getByLabel(/^Perustelu/).fill('Tilanne muuttui.')
    await send(page, 'Tallenna arvio')
    await expect(page.locator('#history tbody tr').first()).toContainText(period)
    await expect(page.getByLabel(/^Perustelu/), 'the form begins anew').toHaveValue('')
  }
  await expect(page.locator('#history')).toContainText('▲ kasvoi 8 → 20')
  await page.goto(`${project}/risks?period=2025-Q3`)
  await expect(page.getByRole('row').filter({ hasText: 'Toimittaja myöhästyy' })).toContainText('8')
  await page.goto(`${project}/risks`)
  await expect(page.getByRole('row').filter({ hasText: 'Toimittaja myöhästyy' })).toContainText('▲ kasvoi 8 → 20')
  await page.getByRole('link', { name: '7. Toimittaja myöhästyy' }).click()
  await page.getByLabel('Miksi riski päätetään?').fill('Toimitus saatiin.')
  await send(page, 'Päätä riski')
  await expect(page).toHaveURL(new RegExp(`${project}/risks$`))
  await expect(page.getByRole('link', { name: '7. Toimittaja myöhästyy' })).toHaveCount(0)
  await page.goto(`${project}/risks?state=closed`)
  await expect(page.getByRole('link', { name: '7. Toimittaja myöhästyy' })).toBeVisible()
})

test('when somebody else was faster both texts stand, and saving again is meant', async ({ page, context }) => {
  await signIn(page, director, `${project}/risks`)
  await page.locator('main tbody a').first().click()
  await page.getByRole('link', { name: 'Muokkaa', exact: true }).click()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('Kuvaus').fill('Toisen kirjoittama')
  await send(other, 'Tallenna')
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Toisen kirjoittama')
  await page.getByLabel('Kuvaus').fill('Minun kirjoittama')
  await send(page, 'Tallenna')
  await expect(page.locator('.error-summary')).toContainText('Joku muu muutti riskiä')
  await expect(page.getByLabel('Kuvaus')).toHaveValue('Minun kirjoittama')
  await expect(page.locator('.field-previous')).toContainText('Toisen kirjoittama')
  await expectNoViolations(page)
  await send(page, 'Tallenna')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Minun kirjoittama')
})

test('a coordinator proposes from a report, and the change goes all the way into force', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await page.locator('main table a').first().click()
  await page.getByRole('link', { name: 'Ehdota muutosta tästä raportista' }).click()
  await expect(page.getByText(/^Yksikön .* tilannekatsauksesta Q4\/2025/)).toBeVisible()
  await expectNoViolations(page)
  await page.getByLabel('Muutos lyhyesti').fill('Koulutus jatkuu')
  await page.getByLabel(/^Vanha teksti/).fill('Koulutus päättyy joulukuussa 2025.')
  await page.getByLabel(/^Uusi teksti/).fill('Koulutus päättyy tammikuussa 2026.')
  await page.getByLabel(/^Uusi summa/).fill('noin 5')
  await send(page, 'Lähetä ehdotus')
  await expect(page.locator('.error-summary')).toContainText('Uusi summa')
  await expect(page.getByLabel('Muutos lyhyesti')).toHaveValue('Koulutus jatkuu')
  await page.getByLabel(/^Vanha summa/).fill('1 000')
  await page.getByLabel(/^Uusi summa/).fill('12 500,50 €')
  await send(page, 'Lähetä ehdotus')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Koulutus jatkuu')
  await expect(page.locator('.difference ins')).toContainText('tammikuussa 2026')
  await expect(page.locator('#old-new')).toContainText('11 500,50')
  await expect(page.locator('main form')).toHaveCount(0)
  await expectNoViolations(page)
  const change = page.url()

  await page.context().clearCookies()
  await signIn(page, steering, '/projects')
  await page.goto(`${project}/plan-changes`)
  await expect(page.getByText('Koulutus jatkuu'), 'from a report that is not published').toHaveCount(0)
  await page.context().clearCookies()

  await signIn(page, director, new URL(change).pathname)
  await page.getByRole('link', { name: 'Lisää vaikutus' }).click()
  await page.getByLabel(/^Vuosi/).fill('2026')
  await page.getByLabel(/^Uusi summa/).fill('300')
  await send(page, 'Tallenna')
  await expect(page.locator('#effects tfoot')).toContainText('Yksi luku ei ole tiedossa')
  await send(page, 'Ota valmisteluun')
  for (const when of ['9/2025', '12.11.2025']) {
    if (when === '9/2025') {
      await send(page, 'Tallenna päätös')
      await page.locator('.error-summary a').first().click()
      await expect(page.getByLabel('Päätetty')).toBeFocused()
    }
    await page.getByLabel('Päätetty').fill(when)
    await send(page, 'Tallenna päätös')
    await expect(page.locator('#decisions')).toContainText(when)
  }
  await page.getByLabel('Voimassa alkaen').fill('1.12.2025')
  await send(page, 'Saata voimaan')
  await expect(page.locator('#events li')).toHaveCount(6)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('12. Koulutus jatkuu')
  await expect(page.locator('main form')).toHaveCount(0)
  await expectNoViolations(page)
})

test('communications are planned and logged without scripts', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, coordinator, `${project}/communications`)
  await page.getByRole('link', { name: 'Lisää aihe' }).click()
  await send(page, 'Lisää suunnitelmaan')
  await expect(page.locator('.error-summary')).toContainText('Kirjoita aihe.')
  await page.getByLabel('Aihe', { exact: true }).fill('Somekampanja')
  await page.getByLabel('Jakso', { exact: true }).selectOption({ label: 'Q4/2025' })
  await page.getByLabel(/^Aikataulu/).fill('10–12/2025')
  await send(page, 'Lisää suunnitelmaan')
  await page.getByRole('link', { name: 'Kirjaa tehty' }).click()
  await page.getByLabel('Kirjaus').fill('Kampanja alkoi')
  await page.getByLabel(/^Milloin/).fill('3.11.2025')
  await page.getByLabel(/^Osoite/).fill('https://example.fi/kampanja')
  await send(page, 'Tallenna')
  await expect(page.locator('#done')).toContainText('Kampanja alkoi')
  await page.goto(`${project}/communications?period=2025-Q4`)
  await expect(page.locator('#log tbody tr')).toHaveCount(1)
  await expect(page.locator('#plan')).toContainText('suunniteltu 0, tehty 1')
  await page.goto(`${project}/communications?period=2025-Q2`)
  await expect(page.getByText('Somekampanja')).toHaveCount(0)
  await context.close()
})

test('who keeps no register is refused its forms, and strangers its pages', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  for (const [who, register] of [
    [steering, addresses],
    ['koordinaattori3@kainuu.example', ['risks']],
  ] as const) {
    await page.context().clearCookies()
    await signIn(page, who, '/projects')
    for (const one of register) expect((await page.goto(`${project}/${one}/new`))?.status(), `${who} ${one}`).toBe(404)
  }
  await page.context().clearCookies()
  await signIn(page, 'johtaja@kanta-hame.example', '/projects')
  for (const one of addresses) expect((await page.goto(`${project}/${one}`))?.status(), one).toBe(404)
})

test('an empty project says what to do next', async ({ page }) => {
  await signIn(page, director, '/projects')
  for (const [register, text] of [
    ['risks', 'Riskejä ei ole vielä kirjattu'],
    ['plan-changes', 'Suunnitelmamuutoksia ei ole vielä ehdotettu'],
    ['communications', 'Viestintää ei ole vielä suunniteltu'],
  ] as const) {
    await page.goto(`/projects/tyhja/${register}`)
    await expect(page.getByText(text)).toBeVisible()
    await expectNoViolations(page)
  }
})
