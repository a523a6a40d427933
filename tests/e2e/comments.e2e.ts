import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'
const sentUnit = 'Digitaaliset hoito- ja palveluketjut Verkkosivuilla ja Omasotessa'
const canary = 'Vain meidän kesken 7f3a'
// Filled in by the first test: where the two reports are.
let report = ''
let sentReport = ''

const results = (page: Page) => page.locator('#results')
const field = (page: Page, path: string) => page.locator(`[name="text:${path}"]`)
const thread = (page: Page, text: string) => page.locator('[id^="thread-"]').filter({ hasText: text })

/** Opens the form for a new comment at a place, writes and sends; ends when the comment stands on the page. */
async function comment(
  page: Page,
  place: string,
  text: string,
  more?: (form: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('link', { name: place, exact: true }).click()
  const form = page.getByRole('group', { name: /^Uusi kommentti/ })
  await form.getByLabel('Kommentti', { exact: true }).fill(text)
  await more?.(form)
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(thread(page, text)).toBeVisible()
}

test.describe.configure({ mode: 'serial' })

test('the director comments on a field by keyboard alone; the focus is never lost', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  for (const name of [unit, sentUnit]) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    if (name === unit) report = href.replace(/\/edit$/, '')
    else sentReport = href
  }
  await page.context().clearCookies()
  await signIn(page, director, report)
  await expect(page.getByRole('heading', { name: 'Kommentit (ei avoimia)' })).toBeVisible()
  const opener = page.getByRole('link', { name: 'Kommentoi: Tulokset' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('group', { name: 'Uusi kommentti: Tulokset' })
  await expect(form.getByLabel('Kommentti', { exact: true })).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.type('Montako yksikköä')
  await page.keyboard.press('Enter')
  await page.keyboard.type('on mukana?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(form.getByRole('checkbox', { name: /^Koordinaattori 1/ })).toBeFocused()
  await page.keyboard.press('Space')
  await expectNoViolations(page)
  await form.getByRole('button', { name: 'Lisää kommentti' }).focus()
  await page.keyboard.press('Enter')
  await expect(thread(page, 'Montako yksikköä')).toContainText('Mainittu: Koordinaattori 1')
  await expect(thread(page, 'Montako yksikköä')).not.toContainText('ohjausryhmälle, kun')
  await expect(opener).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Kommentti lisättiin.' })).toBeAttached()
  await expect(page.getByRole('heading', { name: 'Kommentit (1 avoinna)' })).toBeVisible()
  await expectNoViolations(page)
})

test('nothing, and far too much, is refused at the field; what was typed stays', async ({ page }) => {
  await signIn(page, director, report)
  await page.getByRole('link', { name: 'Kommentoi: Riskit' }).click()
  const form = page.getByRole('group', { name: 'Uusi kommentti: Riskit' })
  const text = form.getByLabel('Kommentti', { exact: true })
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(text).toHaveAttribute('aria-invalid', 'true')
  await expect(text).toBeFocused()
  await expect(form).toContainText('Kirjoita kommentti.')
  await expectNoViolations(page)
  // Twice what a server action takes: the refusal must come before the server's own. All of 10 MB is tested without a page.
  const pasted = 2 * 1024 * 1024
  await text.evaluate((area, length) => {
    ;(area as HTMLTextAreaElement).value = 'ä'.repeat(length)
  }, pasted)
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(form).toContainText('Kommentti on liian pitkä.')
  expect(await text.evaluate((area) => (area as HTMLTextAreaElement).value.length)).toBe(pasted)
  await text.evaluate((area) => {
    ;(area as HTMLTextAreaElement).value = ''
  })
  await form.getByRole('link', { name: 'Peruuta' }).click()
  await expect(page.getByRole('link', { name: 'Kommentoi: Riskit' })).toBeFocused()
})

test('the writer finds it in my work, reads and answers it beside the field, and what is being written stays', async ({
  page,
}) => {
  await signIn(page, coordinator, '/my-work')
  const waiting = page.getByRole('region', { name: 'Kommentit sinulle (1)' })
  await expect(waiting).toContainText('Sinut mainittiin. Osio: Tulokset')
  await expectNoViolations(page)
  await waiting.getByRole('link', { name: 'Montako yksikköä on mukana?' }).click()
  await expect(page).toHaveURL(new RegExp(`${report}#thread-`))
  await page.goto(`${report}/edit`)
  const here = results(page).locator('[id^="thread-"]')
  await expect(here).toContainText('Montako yksikköä')
  const answered = page.waitForResponse((response) => response.url().includes('/fields'))
  await field(page, 'results/text').fill('Mukana on 12 yksikköä.')
  await field(page, 'nextSteps/text').fill('Kesken oleva la')
  await here.getByText('Vastaa', { exact: true }).click()
  await here.getByLabel('Vastaus', { exact: true }).fill('Kaksitoista, korjasin tekstiin.')
  await expectNoViolations(page)
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here.getByText('Kaksitoista, korjasin tekstiin.')).toBeVisible()
  await expect(here).toBeFocused()
  await answered
  await expect(field(page, 'results/text')).toHaveValue('Mukana on 12 yksikköä.')
  await expect(field(page, 'nextSteps/text')).toHaveValue('Kesken oleva la')
  await expect(page.locator('[data-save]').first()).toHaveAttribute('data-save', 'saved')
  await expectNoViolations(page)
  await page.goto('/my-work')
  await expect(page.getByRole('region', { name: /^Kommentit sinulle/ })).toHaveCount(0)
})

test('an answer whose reply is lost is told, kept, and written once when it is sent again', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await signIn(page, coordinator, `${report}/edit`)
  const here = results(page).locator('[id^="thread-"]')
  await here.getByText('Vastaa', { exact: true }).click()
  await here.getByLabel('Vastaus', { exact: true }).fill('Lähtikö tämä?')
  let reached = 0
  await page.route(`**${report}/edit`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    reached += 1
    await route.abort()
  })
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here.getByRole('alert')).toContainText('Palvelimelta ei saatu vastausta')
  expect(reached, 'the server did get it').toBe(1)
  await expect(here.getByLabel('Vastaus', { exact: true })).toHaveValue('Lähtikö tämä?')
  await page.unrouteAll()
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here.locator('li').filter({ hasText: 'Lähtikö tämä?' })).toHaveCount(1)
  await page.reload()
  await expect(here.locator('li').filter({ hasText: 'Lähtikö tämä?' })).toHaveCount(1)
})

test('resolving folds the thread; an answer that crossed it is refused and kept; reopening is told with its doer', async ({
  page,
  browser,
  etappi,
}) => {
  await signIn(page, coordinator, report)
  const here = results(page).locator('[id^="thread-"]')
  await here.getByText('Vastaa', { exact: true }).click()
  await here.getByLabel('Vastaus', { exact: true }).fill('Vielä yksi asia')
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await context.newPage()
  await signIn(other, director, report)
  const there = results(other).locator('[id^="thread-"]')
  await there.getByRole('button', { name: /^Merkitse käsitellyksi/ }).click()
  await expect(there.getByText(/^Käsitelty kommentti: Montako/)).toBeVisible()
  await expect(there).toBeFocused()
  await expect(other.getByRole('heading', { name: 'Kommentit (ei avoimia)' })).toBeVisible()
  await expectNoViolations(other)
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here.getByRole('alert')).toContainText('merkittiin käsitellyksi, ennen kuin vastasit')
  await expect(here.getByLabel('Vastaus', { exact: true })).toHaveValue('Vielä yksi asia')
  await there.getByText(/^Käsitelty kommentti/).click()
  await expect(there).toContainText(/Merkitty käsitellyksi .*, Projektijohtaja/)
  await there.getByRole('button', { name: /^Avaa uudelleen/ }).click()
  await expect(there).toContainText(/Avattu uudelleen .*, Projektijohtaja/)
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here.locator('li').filter({ hasText: 'Vielä yksi asia' })).toHaveCount(1)
  await context.close()
})

test('without scripts a comment is begun, answered and resolved just the same', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, coordinator, `${report}/edit`)
  await page.getByRole('link', { name: 'Kommentoi osiota: Poikkeamat' }).click()
  const form = page.getByRole('group', { name: 'Uusi kommentti: Poikkeamat' })
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(page.locator('.error-summary')).toContainText('Kirjoita kommentti.')
  await form.getByLabel('Mitä kohtaa kommentti koskee?').selectOption({ label: 'Poikkeamat' })
  await form.getByLabel('Kommentti', { exact: true }).fill('Ilman skriptejä')
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(page).toHaveURL(/\/edit#thread-/)
  const here = page.locator('#deviations [id^="thread-"]')
  await expect(here).toContainText('Ilman skriptejä')
  await here.getByText('Vastaa', { exact: true }).click()
  await here.getByLabel('Vastaus', { exact: true }).fill('Vastaus ilman skriptejä')
  await here.getByRole('button', { name: /^Lähetä vastaus/ }).click()
  await expect(here).toContainText('Vastaus ilman skriptejä')
  await here.getByRole('button', { name: /^Merkitse käsitellyksi/ }).click()
  await expect(here.getByText('Käsitelty kommentti: Ilman skriptejä')).toBeVisible()
  await context.close()
})

test('on a phone nothing is wider than the screen, whatever was written', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, director, report)
  await comment(page, 'Kommentoi: Seuraavat askeleet', 'Pitkäsana'.repeat(30))
  for (const address of [report, '/my-work']) {
    await page.goto(address)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider, address).toBe(false)
    await expectNoViolations(page)
  }
  await page.context().clearCookies()
  await signIn(page, coordinator, `${report}/edit`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  await expectNoViolations(page)
})

test('of a published period the steering group reads what was meant for it, by role, and nothing internal', async ({
  page,
}) => {
  await signIn(page, director, sentReport)
  await comment(page, 'Kommentoi osiota: Toimenpiteet', canary)
  await comment(page, 'Kommentoi: Tulokset', 'Tästä pyydetään ohjausryhmän kantaa.', async (form) => {
    await form.getByRole('checkbox', { name: 'Näytä ohjausryhmälle, kun jakso julkaistaan' }).check()
  })
  await expect(thread(page, 'Tästä pyydetään')).toContainText('Näkyy ohjausryhmälle')
  await page.getByRole('button', { name: 'Hyväksy', exact: true }).click()
  await expect(page.getByText('Hyväksytty', { exact: true })).toBeVisible()
  await page.goto('/projects/kkk2/rounds/2025-Q4/publish')
  await page.locator('#publish-note').fill('Julkaistaan kokousta varten.')
  await page.locator('#publish-sure').check()
  await page.getByRole('button', { name: 'Julkaise Q4/2025' }).click()
  await expect(page.getByText(/^Julkaistu .* \(versio 1\)$/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, steering, '/projects/kkk2/steering/2025-Q4')
  await page.getByRole('link', { name: sentUnit }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentUnit)
  const shown = page.getByRole('region', { name: 'Kommentit raporttiin' })
  await expect(shown).toContainText('Tästä pyydetään ohjausryhmän kantaa.')
  await expect(shown).toContainText(/Projektijohtaja, \d/)
  expect(await page.content()).not.toContain(canary)
  await expectNoViolations(page)
})
