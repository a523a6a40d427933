import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kainuu.example'
const finance = 'talous@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const coordinator = 'koordinaattori1@kainuu.example'
const meetings = '/projects/kkk2/meetings'

/** Nobody’s name; in two parts, so that it is not taken for somebody’s. */
const person = ['Tessa', 'Koevirtanen'].join(' ')

// Filled in on the way: the demo's one meeting.
let meeting = ''

test.describe.configure({ mode: 'serial' })

async function addItem(page: Page, title: string) {
  await page.goto(`${meeting}/items/new`)
  await page.getByLabel('Asian otsikko').fill(title)
  await page.getByLabel('Esittelijän nimi').fill(person)
  await page.getByRole('button', { name: 'Lisää asia' }).click()
  await expect(page).toHaveURL(/\/items\/[0-9a-f-]{36}$/)
}

test('an agenda is written, put in order from the keyboard, and a decision tells what it concerns', async ({
  page,
}) => {
  await signIn(page, director, meetings)
  await expectNoViolations(page)
  await page.getByRole('link', { name: /^Ohjausryhmän kokous/ }).click()
  await expect(page.getByRole('heading', { name: '1 § Hankkeen tilannekatsaus Q3/2025' })).toBeVisible()
  meeting = new URL(page.url()).pathname
  await page.goto(`${meeting}/items/new`)
  await page.getByRole('button', { name: 'Lisää asia' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await addItem(page, 'Hankintojen tilanne')
  await page.getByRole('link', { name: 'Lisää päätös' }).click()
  await page.getByLabel('Päätös', { exact: true }).fill('Merkittiin tiedoksi.')
  await page.locator('summary', { hasText: 'Hankinta' }).click()
  await page.locator('input[value^="purchase:"]').first().check()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Hankinta: ')).toBeVisible()
  await page.locator('summary', { hasText: 'Lisää julkaistu sivu' }).click()
  await page.getByLabel('Sivu', { exact: true }).selectOption({ label: 'Tilannekuva Q3/2025' })
  await page.getByRole('button', { name: 'Liitä sivu' }).click()
  await expect(page.getByText(/^julkaistu sivu, Q3\/2025, versio 1/)).toBeVisible()
  await expectNoViolations(page)
  await page.goto(meeting)
  const up = page.getByRole('button', { name: 'Siirrä ylös: Hankintojen tilanne' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '1 § Hankintojen tilanne' })).toBeVisible()
  await expectNoViolations(page)
})

test('who was slower sees both texts, and loses neither', async ({ page, browser, baseURL }) => {
  await signIn(page, director, meeting)
  await page.getByRole('link', { name: 'Muuta kokouksen tietoja' }).click()
  const context = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const other = await context.newPage()
  await signIn(other, finance, `${meeting}/edit`)
  await other.getByLabel('Paikka').fill('Kokoustila')
  await other.getByRole('button', { name: 'Tallenna' }).click()
  await expect(other.getByText('Kokoustila')).toBeVisible()
  await context.close()
  await page.getByLabel('Paikka').fill('Teams')
  await page.route('**/api/health', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  const send = page.getByRole('button', { name: 'Tallenna' })
  await send.click()
  await expect(page.getByText('Joku muu ehti muuttaa tätä.')).toBeVisible()
  await expect(send, 'not before the stored text is there').toBeDisabled({ timeout: 500 })
  await expect(page.getByLabel('Paikka')).toHaveValue('Teams')
  await expect(page.locator('#meeting-place-previous')).toContainText('Kokoustila')
  await expectNoViolations(page)
  await send.click()
  await expect(page.getByText('Teams')).toBeVisible()
})

test('minutes are checked, approved by the steering group, and read without names', async ({
  page,
  expectedErrors,
}) => {
  await signIn(page, director, meeting)
  await page.getByRole('button', { name: 'Merkitse tarkastetuksi' }).click()
  await expect(page.getByText(/^Tarkastettu \d/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, coordinator, '/my-work')
  expectedErrors.push(/404/)
  expect((await page.goto(meeting))?.status()).toBe(404)
  await page.context().clearCookies()
  await signIn(page, steering, meeting)
  await expect(page.getByText(person)).toBeVisible()
  await page.getByRole('button', { name: 'Hyväksy pöytäkirja' }).click()
  await expect(page.getByText(/Hyväksytty \d/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, coordinator, `${meetings}/decisions?concerns=purchase`)
  await page.getByRole('link', { name: /Ohjausryhmä, 28\.10\.2025, 1 §/ }).click()
  await expect(page.getByRole('heading', { name: '1 § Hankintojen tilanne' })).toBeVisible()
  await expect(page.getByText('Koevirtanen')).toHaveCount(0)
  await expectNoViolations(page)
  const file = page.getByRole('link', { name: 'Julkinen pöytäkirja (PDF)' })
  const answer = await page.request.get((await file.getAttribute('href')) ?? '')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

test('a draft made in vain is deleted after one more question', async ({ page }) => {
  await signIn(page, director, `${meetings}/new`)
  await page.getByLabel('Kokous', { exact: true }).fill('Turha kokous')
  await page.getByRole('button', { name: 'Lisää kokous' }).click()
  await expect(page.getByRole('heading', { name: 'Turha kokous' })).toBeVisible()
  await page.getByRole('link', { name: 'Muuta kokouksen tietoja' }).click()
  await expect(page.locator('#remove')).toContainText('ei asioita, ei päätöksiä')
  await page.getByRole('button', { name: 'Poista kokous' }).click()
  await expect(page.locator('.error-summary')).toContainText('varmasti poistaa')
  await expectNoViolations(page)
  await page.getByLabel('Haluan varmasti poistaa tämän kokouksen').check()
  await page.getByRole('button', { name: 'Poista kokous' }).click()
  await expect(page).toHaveURL(new RegExp(`${meetings}$`))
  await expect(page.getByText('Turha kokous')).toHaveCount(0)
})
