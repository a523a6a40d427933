import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const rounds = '/projects/kkk2/rounds'
const round = `${rounds}/2025-Q4`
const board = '/projects/kkk2/steering/2025-Q4'

// Filled in on the way: forms of two unsent reports, and the unit that is approved between two publications.
let withMoreTime = ''
let closing = ''
let lateUnit = ''

// Opening and publishing make and freeze the reports of 35 units: slower than a click.
test.describe.configure({ mode: 'serial', timeout: 120_000 })
const slow = { timeout: 40_000 }

const calendarRow = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
const unitRow = (page: Page, form: string) => page.locator(`tr[id="unit-${form.split('/').at(-2)}"]`)

test('the calendar tells the days and where each period is', async ({ page }) => {
  await signIn(page, director, rounds)
  await expect(calendarRow(page, 'Q4/2025')).toContainText('Määräpäivä ohi')
  await expect(calendarRow(page, 'Q3/2025')).toContainText('Julkaistu')
  await expectNoViolations(page)
})

test('the quarters of a year are made from the keyboard, after a look at what is made', async ({ page }) => {
  await signIn(page, director, rounds)
  await page.getByLabel('Vuosi', { exact: true }).fill('2027')
  await page.keyboard.press('Enter')
  const plan = page.getByRole('table', { name: 'Vuoden 2027 neljännekset' })
  await expect(plan.getByText('Luodaan')).toHaveCount(4)
  await expect(plan).toContainText('15.4.2027')
  await expectNoViolations(page)
  const create = page.getByRole('button', { name: 'Luo 4 jaksoa vuodelle 2027' })
  await create.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${rounds}$`))
  await expect(calendarRow(page, 'Q2/2027')).toContainText('Tulossa')
  await page.goto(`${rounds}?year=2025`)
  await expect(page.getByText('On jo, jätetään ennalleen')).toHaveCount(3)
})

test('a period that opens today gives every unit its report at once', async ({ page }) => {
  await signIn(page, director, rounds)
  await page.getByLabel('Tunnus').fill('2026-Q3')
  await page.getByLabel('Alkaa').fill('1.7.2026')
  await page.getByLabel('Päättyy').fill('30.6.2026')
  await page.getByLabel(/^Raportointi avautuu/).fill('')
  await page.getByLabel(/^Raportit viimeistään/).fill('')
  await page.getByRole('button', { name: 'Lisää jakso' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.getByLabel('Päättyy')).toHaveValue('30.6.2026')
  await expectNoViolations(page)
  await page.getByLabel('Päättyy').fill('30.9.2026')
  await page.getByRole('button', { name: 'Lisää jakso' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raportointikierros Q3/2026', slow)
  const units = page.locator('table tbody tr[id^="unit-"]')
  await expect(units).toHaveCount(35)
  await expect(units.filter({ hasText: 'Ei aloitettu' })).toHaveCount(35)
  // The frame knows the new period, too.
  await expect(page.locator('.period-current')).toContainText('Q3/2026')
})

test('a period that overlaps another is made only when that is meant', async ({ page }) => {
  await signIn(page, director, rounds)
  await page.getByLabel('Tunnus').fill('vuosi-2027')
  await page.getByLabel('Alkaa').fill('1.1.2027')
  await page.getByLabel('Päättyy').fill('31.12.2027')
  await page.getByLabel(/^Raportointi avautuu/).fill('1.2.2028')
  await page.getByLabel(/^Raportit viimeistään/).fill('')
  await page.getByLabel(/^Raportointi sulkeutuu/).fill('')
  await page.getByRole('button', { name: 'Lisää jakso' }).click()
  await expect(page.locator('.error-summary')).toContainText('limittyy')
  await page.getByRole('checkbox', { name: 'Jakson on tarkoitus limittyä toisen jakson kanssa' }).check()
  await page.getByRole('button', { name: 'Lisää jakso' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raportointikierros vuosi-2027')
  await expect(page.getByText('Avautuu 1.2.2028')).toBeVisible()
  await page.getByRole('button', { name: 'Avaa jakso' }).click()
  await expect(page.locator('table tbody tr[id^="unit-"]').first()).toContainText('Ei aloitettu', slow)
})

test('a unit is given more time, by whom and why, and it is told everywhere', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  const due = page.locator('#due a[href*="/2025-Q4/"]')
  const forms = await due.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  withMoreTime = forms[0] ?? ''
  closing = forms[1] ?? ''
  expect(closing).toMatch(/\/edit$/)
  await page.context().clearCookies()
  await signIn(page, director, round)
  await unitRow(page, withMoreTime).getByRole('link', { name: 'Anna lisäaikaa' }).click()
  await expect(page.getByLabel('Myöntäjä')).toHaveValue('Projektijohtaja')
  await page.getByLabel('Lisäaikaa asti').fill('31.12.2099')
  await page.getByLabel('Myöntäjä').fill('Hankepäällikkö')
  await page.getByRole('button', { name: 'Anna lisäaikaa' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('Kirjoita, miksi lisäaikaa annetaan.')
  await expect(page.getByLabel('Myöntäjä')).toHaveValue('Hankepäällikkö')
  await expectNoViolations(page)
  await page.getByLabel('Perustelu').fill('Tilasto valmistuu myöhässä')
  await page.getByRole('button', { name: 'Anna lisäaikaa' }).click()
  const told = 'Lisäajan myönsi Hankepäällikkö: Tilasto valmistuu myöhässä'
  await expect(unitRow(page, withMoreTime)).toContainText(told)
  await expect(unitRow(page, withMoreTime).getByRole('link', { name: 'Muuta lisäaikaa' })).toBeVisible()
  await page.goto(withMoreTime.replace('/edit', ''))
  await expect(page.getByText('Lisäaikaa 31.12.2099 asti')).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, coordinator, '/my-work')
  await expect(page.locator('#due')).toContainText(told)
})

test('when the period closes, an open form says so and keeps the text; a unit with more time goes on', async ({
  page,
  browser,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/409/)
  await signIn(page, coordinator, closing)
  await expect(page.locator('[name="text:results/text"]')).toBeVisible()
  const other = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const days = await other.newPage()
  await signIn(days, director, `${round}/days`)
  await expectNoViolations(days)
  await days.getByLabel(/^Raportointi sulkeutuu/).fill('31.1.2026')
  await days.getByRole('button', { name: 'Tallenna päivät' }).click()
  await expect(days.getByText('Suljettiin 31.1.2026')).toBeVisible()
  await expect(days.getByText('Suljettu', { exact: true }).first()).toBeVisible()
  await expect(unitRow(days, closing)).toContainText('Suljettu')
  await expect(unitRow(days, withMoreTime)).not.toContainText('Suljettu')
  await other.close()
  await page.locator('[name="text:results/text"]').fill('Kirjoitettu liian myöhään')
  await expect(page.locator('[data-save]')).toContainText('jakso on suljettu')
  await expect(page.locator('[name="text:results/text"]')).toHaveValue('Kirjoitettu liian myöhään')
  page.once('dialog', (dialog) => dialog.accept())
  await page.goto(closing)
  await expect(page.getByText('Viimeinen kirjoituspäivä oli 31.1.2026.')).toBeVisible()
  await expect(page.locator('[name="text:results/text"]')).toHaveCount(0)
  await expectNoViolations(page)
  await page.goto(closing.replace('/edit', ''))
  await expect(page.getByText('Viimeinen kirjoituspäivä oli 31.1.2026.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Kirjoita raporttia' })).toHaveCount(0)
  await page.goto(withMoreTime)
  await page.locator('[name="text:results/text"]').fill('Lisäajalla kirjoitettu')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
})

test('days that somebody else has changed meanwhile are not written over', async ({ page, context }) => {
  await signIn(page, director, `${round}/days`)
  const other = await context.newPage()
  await other.goto(`${round}/days`)
  await other.getByLabel(/^Raportointi sulkeutuu/).fill('28.2.2026')
  await other.getByRole('button', { name: 'Tallenna päivät' }).click()
  await expect(other.getByText('Suljettiin 28.2.2026')).toBeVisible()
  await page.getByLabel(/^Raportit viimeistään/).fill('20.1.2026')
  await page.getByRole('button', { name: 'Tallenna päivät' }).click()
  await expect(page.locator('.error-summary')).toContainText('Joku muu muutti päiviä')
  await expect(page.getByLabel(/^Raportit viimeistään/)).toHaveValue('20.1.2026')
})

test('publishing with findings needs a reason, and the reason stays with them', async ({ page }) => {
  await signIn(page, director, round)
  await page.getByRole('link', { name: 'Tarkista ja julkaise' }).click()
  await expect(page.getByRole('heading', { name: /^Tarkistuslista: \d+ huomiota$/ })).toBeVisible()
  await expectNoViolations(page)
  const sums = page.locator('#check-estimates_differ')
  await expect(sums).toContainText('ilmoitettu 6 465 000,00 €, laskettu 6 224 480,00 €')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Julkaise Q4/2025' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('.error-summary')).toContainText('Kirjoita, miksi jakso julkaistaan')
  await expectNoViolations(page)
  await page.getByLabel('Miksi julkaiset huomioista huolimatta?').fill('Loput tulevat seuraavaan julkaisuun.')
  await page.getByRole('button', { name: 'Julkaise Q4/2025' }).click()
  const versions = page.getByRole('region', { name: 'Julkaisut' })
  await expect(versions).toContainText('Loput tulevat seuraavaan julkaisuun.', slow)
  await expect(versions).toContainText('Raporttia ei ole hyväksytty (29)')
  await expectNoViolations(page)
})

test('a second publication is a new version, and the first one can still be read as it was', async ({ page }) => {
  await signIn(page, director, `${round}?state=submitted`)
  const link = page.locator('table tbody tr[id^="unit-"] a').first()
  lateUnit = (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
  await link.click()
  await page.getByRole('button', { name: 'Hyväksy', exact: true }).click()
  await expect(page.getByText('Hyväksytty', { exact: true }).first()).toBeVisible()
  await page.goto(`${round}/publish`)
  await page.getByLabel('Miksi julkaiset huomioista huolimatta?').fill('Yksi raportti lisää.')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Julkaise Q4/2025 uudelleen (versio 2)' }).click()
  await expect(page.getByRole('region', { name: 'Julkaisut' }).getByRole('link', { name: 'Julkaisu 2' })).toBeVisible(
    slow,
  )
  await page.context().clearCookies()

  await signIn(page, steering, board)
  const choice = page.getByRole('navigation', { name: 'Julkaisun versiot' })
  await expect(choice.getByRole('link', { name: /^Julkaisu 2\/2/ })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText(/korvattu/)).toHaveCount(0)
  await choice.getByRole('link', { name: /^Julkaisu 1\/2/ }).click()
  await expect(page).toHaveURL(/\?version=1$/)
  await expect(page.getByText(/^Julkaisu 1\/2, korvattu \d+\.\d+\.\d{4}$/)).toBeVisible()
  await expectNoViolations(page)
  await page.locator(`#units a[href*="${lateUnit}"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`${lateUnit}\\?version=1$`))
  await expect(page.getByText(/^Yksiköltä ei ole hyväksyttyä raporttia jaksolta/)).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Avaa uusin julkaisu' }).click()
  await expect(page).toHaveURL(new RegExp(`${lateUnit}$`))
  await expect(page.getByText(/^Yksiköltä ei ole hyväksyttyä raporttia jaksolta/)).toHaveCount(0)
  await page.goto(`${board}?version=1`)
  await page.goto(board)
  await expect(page.getByText(/korvattu/), 'no version is shown for another').toHaveCount(0)
})

test.describe('who is refused', () => {
  for (const [who, email] of [
    ['the steering group', steering],
    ['a coordinator', coordinator],
    ['another county', 'johtaja@kanta-hame.example'],
  ] as const) {
    test(`${who}: the pages of the period’s manager look as if they did not exist`, async ({
      page,
      expectedErrors,
    }) => {
      expectedErrors.push(/404/)
      await signIn(page, email, '/projects')
      for (const address of [`${round}/days`, `${round}/publish`, withMoreTime.replace('edit', 'exception')]) {
        expect((await page.goto(address))?.status(), address).toBe(404)
      }
    })
  }

  test('a publication that does not exist is not found', async ({ page, expectedErrors }) => {
    expectedErrors.push(/404/)
    await signIn(page, steering, board)
    expect((await page.goto(`${board}?version=7`))?.status()).toBe(404)
    expect((await page.goto(`${board}/${lateUnit}?version=7`))?.status()).toBe(404)
  })
})
