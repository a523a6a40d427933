import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori2@kainuu.example'
const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const round = '/projects/kkk2/rounds/2025-Q3'
const board = '/projects/kkk2/steering/2025-Q3'
const unit = 'Neuropsykiatrisen hoitopolun kehittäminen'
const indicator = 'Toteutuneet koulutukset'
const reason = 'Yksi koulutus peruttiin.'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

// Found by the first test: where the unit's published report is.
let report = ''

const row = (page: Page) => page.getByRole('row', { name: new RegExp(`^${indicator}`) })

test.describe.configure({ mode: 'serial' })

test('only a director can correct a figure, and a form nobody may use leads back to the report', async ({ page }) => {
  await signIn(page, director, round)
  await page.getByRole('link', { name: unit, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit)
  report = new URL(page.url()).pathname
  await expect(row(page).getByRole('link', { name: `Korjaa luku: ${indicator}` })).toBeVisible()
  const correction =
    (await row(page)
      .getByRole('link', { name: /^Korjaa luku/ })
      .getAttribute('href')) ?? ''
  await page.context().clearCookies()
  await signIn(page, coordinator, report)
  await expect(page.getByRole('link', { name: /^Korjaa luku/ })).toHaveCount(0)
  await expect(page.getByText('Avaa raportti uudelleen')).toHaveCount(0)
  await page.goto(correction)
  await expect(page).toHaveURL(new RegExp(`${report}$`))
})

test('by keyboard: a figure that cannot be read is told at its field; a right one stands with the old one and its reason', async ({
  page,
}) => {
  await signIn(page, director, report)
  await row(page)
    .getByRole('link', { name: /^Korjaa luku/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Korjaa luku: ${indicator}`)
  await expectNoViolations(page)
  await page.locator('#correction-text').focus()
  await page.keyboard.type('1.234')
  await page.keyboard.press('Tab')
  await expect(page.locator('#correction-reason')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.error-summary')).toBeFocused()
  await expect(page.locator('#correction-reason')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('#correction-reason').focus()
  await page.keyboard.type(reason)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#correction-text')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#correction-text')).toHaveValue('1.234')
  await expect(page.locator('#correction-reason')).toHaveValue(reason)
  await expectNoViolations(page)
  await page.locator('#correction-text').fill('4')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${report}#indicators$`))
  const told = plain(await row(page).innerText())
  expect(told).toMatch(/4 kpl/)
  expect(told).toMatch(/Korjattu \d{1,2}\.\d{1,2}\.\d{4}: 4 kpl, aiemmin 5/)
  expect(told).toContain(`Syy: ${reason}`)
  await expectNoViolations(page)
})

test('the note leads to the step in the timeline, which tells who, what and why', async ({ page }) => {
  await signIn(page, director, report)
  await row(page)
    .getByRole('link', { name: /^Korjattu/ })
    .click()
  const target = new URL(page.url()).hash.slice(1)
  const step = page.locator(`[id="${target}"]`)
  await expect(step).toBeInViewport()
  await expect(step).toContainText('Luku korjattiin')
  await expect(step).toContainText('Projektijohtaja')
  await expect(step).toContainText(reason)
  expect(plain(await step.innerText())).toMatch(new RegExp(`${indicator}: 4 kpl, aiemmin 5`))
})

test('a report that the next one builds on opens in its texts only: the director is told before, the writer why', async ({
  page,
}) => {
  await signIn(page, director, report)
  const summary = page.getByText('Avaa raportti uudelleen')
  await summary.focus()
  await page.keyboard.press('Enter')
  const panel = page.locator('#reopen')
  await expect(panel).toContainText('vain tekstit')
  await expect(panel).toContainText('Q4/2025')
  await expectNoViolations(page)
  await panel.getByRole('button', { name: 'Avaa uudelleen' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await page.locator('#reopen-reason').fill('Tarkenna tuloksia.')
  await panel.getByRole('button', { name: 'Avaa uudelleen' }).click()
  await expect(page.getByText('Luonnos', { exact: true })).toBeVisible()
  await expect(page.locator('#history')).toContainText('Avattiin vain tekstit: Kokonaistilanne; Toimenpiteet')
  await page.context().clearCookies()
  await signIn(page, coordinator, `${report}/edit`)
  const notice = page.locator('.notice').filter({ hasText: 'Avattu uudelleen' })
  await expect(notice).toContainText('Tarkenna tuloksia.')
  await expect(notice).toContainText('suljettuina')
  await expect(notice).toContainText('Q4/2025')
  await expect(page.locator('[name^="text:indicators/"]')).toHaveCount(0)
  await expect(page.locator('[name="text:overall/light"]')).toHaveCount(0)
  await expect(page.locator('[name="text:results/text"]')).toBeVisible()
  await expectNoViolations(page)
  await page.locator('[name="text:results/text"]').fill('Neljä koulutusta toteutui.')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.getByText('Lähetetty', { exact: true }).first()).toBeVisible()
})

test('approved and published again, the steering group reads both figures; the first version is as it was', async ({
  page,
}) => {
  await signIn(page, director, report)
  await expect(page.getByText('Muuttunut uudelleen avaamisen jälkeen').first()).toBeVisible()
  await page.getByRole('button', { name: 'Hyväksy', exact: true }).click()
  await expect(page.getByText('Hyväksytty', { exact: true }).first()).toBeVisible()
  await page.goto(round)
  await expect(page.getByText(/Julkaisun jälkeen on korjattu 1 luku/)).toBeVisible()
  await page.goto(`${round}/publish`)
  await expect(page.getByText(/Julkaisun jälkeen on korjattu 1 luku/)).toBeVisible()
  await expectNoViolations(page)
  const note = page.getByRole('textbox', { name: /Miksi|Saate|Perustelu|Huomautus|Viesti/ }).first()
  await note.fill('Korjattu luku mukaan.')
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: /^Julkaise/ }).click()
  await expect(page.getByText(/^Julkaistu .* \(versio 2\)$/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, steering, board)
  await page.goto(`${board}/${report.split('/').at(-1)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit)
  const told = plain(await row(page).innerText())
  expect(told).toMatch(/4 kpl/)
  expect(told).toMatch(/aiemmin 5/)
  expect(told).toContain(reason)
  await expect(page.getByRole('region', { name: 'Korjatut luvut' })).toContainText(reason)
  await expectNoViolations(page)
  await page.goto(`${board}/${report.split('/').at(-1)}?version=1`)
  expect(plain(await row(page).innerText())).toContain('5/5 kpl')
  await expect(page.locator('main')).not.toContainText('Korjattu')
  await expect(page.getByRole('region', { name: 'Korjatut luvut' })).toHaveCount(0)
})
