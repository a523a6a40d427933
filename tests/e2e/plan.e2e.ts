// The plan by keyboard: a phase table with its columns and marks, what is refused, the document with its versions and changes.
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, expectNoViolations, type Page, signIn, takenOver, test } from '@/tests/support/browser'
import { saveLine } from '@/tests/support/form-page'

const plan = '/projects/kkk2/plan'

test.describe.configure({ timeout: 180_000 })

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text)
}

/** Sends the first form of the page by its button, reached with the keyboard. */
async function send(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

test('a phase table is made, marked and read by keyboard', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example')
  await page.goto(plan)
  await expectNoViolations(page)
  await page.getByText(/^Muut osat/).press('Enter')
  await page.getByRole('link', { name: 'IPS–työhönvalmennus' }).press('Enter')
  await page.waitForURL((url) => url.pathname !== plan)
  await expect(page.getByText('Vaiheistusta ei ole vielä kirjattu')).toBeVisible()
  const part = new URL(page.url()).pathname
  for (const [label, time] of [
    ['Suunnittelu', ''],
    ['Kevät 2024', '1–6/2024'],
  ] as const) {
    await page.goto(`${part}/columns/new`)
    await fill(page, { label, time })
    await send(page, 'Tallenna')
    await page.waitForURL((url) => url.pathname === part)
  }
  await page.goto(`${part}/columns/new`)
  await fill(page, { label: '', time: 'joskus' })
  await send(page, 'Tallenna')
  await expect(page.getByRole('link', { name: /Kirjoita jotakin/ })).toBeVisible()
  await expect(page.locator('[name="time"]')).toHaveValue('joskus')
  await expectNoViolations(page)
  await page.goto(part)
  await page.getByRole('link', { name: 'Kirjaa merkinnät' }).press('Enter')
  const cells = page.locator('td input')
  await takenOver(cells.first())
  await cells.first().focus()
  await page.keyboard.type('x')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('pilotti')
  await page.keyboard.press('Enter')
  await page.keyboard.type('-')
  await expectNoViolations(page)
  await send(page, 'Tallenna')
  await page.waitForURL((url) => url.pathname === part)
  const rows = page.locator('#phases tbody tr')
  await expect(rows.nth(0)).toContainText('Merkitty')
  await expect(rows.nth(0)).toContainText('pilotti')
  await expect(rows.nth(1)).toContainText('Ei mitään')
  await expect(page.getByText(/alkaa 1.1.2024, viimeinen päättyy 30.6.2024/)).toBeVisible()
  await expectNoViolations(page)
})

test('person-months, maturity and dependencies are kept, and slips are told at their fields', async ({ page }) => {
  await signIn(page, 'talous@kainuu.example')
  await page.goto(`${plan}/person-months/new`)
  await fill(page, { role: 'Suunnittelija', year: '2025', months: '1.234' })
  await send(page, 'Tallenna')
  await expect(page.getByRole('link', { name: /Onko piste desimaalimerkki/ })).toBeVisible()
  await fill(page, { months: '4,5' })
  await send(page, 'Tallenna')
  await page.waitForURL((url) => url.pathname === plan)
  await expect(page.locator('#person-months tfoot')).toContainText('4,5')
  for (const [value, day] of [
    ['2', '1.2.2024'],
    ['3,5', '1.2.2025'],
  ] as const) {
    await page.goto(`${plan}/maturity/new`)
    await fill(page, {
      area: 'Johtaminen',
      scale: 'Taso',
      scaleMin: '0',
      scaleMax: '5',
      asWritten: value,
      assessedOn: day,
    })
    await send(page, 'Tallenna')
    await page.waitForURL((url) => url.pathname === plan)
  }
  await expect(page.locator('#maturity tbody')).toContainText('+1,5')
  await page.goto(`${plan}/dependencies/new`)
  await fill(page, { text: 'Asiakastietojärjestelmä' })
  await send(page, 'Tallenna')
  await page.waitForURL((url) => url.pathname === plan)
  await expect(page.locator('#dependencies')).toContainText('Asiakastietojärjestelmä')
  await page.locator('#dependencies').getByRole('link', { name: 'Koko hanke' }).press('Enter')
  await send(page, 'Poista riippuvuus')
  await page.waitForURL((url) => url.pathname === plan)
  await expect(page.getByText('Riippuvuuksia ei ole vielä kirjattu')).toBeVisible()
  await expectNoViolations(page)
})

test('the document is begun, written, made into versions, and its changes are marked', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example')
  await page.goto(`${plan}/document`)
  await expectNoViolations(page)
  await send(page, 'Aloita asiakirja')
  await expect(page.getByRole('heading', { name: '1 Tausta ja tarve' })).toBeVisible()
  const write = async (text: string) => {
    await page.getByRole('link', { name: 'Kirjoita teksti: 9 Rajaukset' }).press('Enter')
    await page.getByRole('textbox', { name: 'Kohdan teksti' }).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
    await expect(saveLine(page)).toHaveText(/^Tallennettu/, { timeout: 15_000 })
    await page.goto(`${plan}/document`)
  }
  const version = async (reason: string) => {
    await page.locator('summary', { hasText: 'Tee versio' }).press('Enter')
    await fill(page, { reason })
    await send(page, 'Tee versio')
  }
  await write('Hanke ei hanki laitteita.')
  await version('')
  await expect(page.getByRole('cell', { name: 'Ensimmäinen versio' })).toBeVisible()
  await write('Hanke ei hanki autoja.')
  await version('')
  await expect(page.getByRole('link', { name: /Kerro, miksi uusi versio tehdään/ })).toBeVisible()
  await fill(page, { reason: 'Rajaus tarkentui' })
  await send(page, 'Tee versio')
  await expect(page.getByRole('cell', { name: 'Rajaus tarkentui' })).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`${plan}/document/changes?from=1&to=2`)
  await expect(page.getByText('Hanke ei hanki [poistettu: laitteita] [lisätty: autoja].')).toBeVisible()
  await expectNoViolations(page)
  const pdf = await page.request.get('/api/projects/kkk2/plan/pdf?from=1&to=2')
  expect(await plainPdfText(new Uint8Array(await pdf.body()))).toContain('[lisätty: autoja]')
  const word = await page.request.get('/api/projects/kkk2/plan/docx?edition=1')
  expect(word.headers()['content-type']).toContain('wordprocessingml')
  expect((await page.request.get('/api/projects/kkk2/plan/pdf?edition=9')).status()).toBe(404)
})

test('who only reads finds the plan without anything to write', async ({ page }) => {
  await signIn(page, 'ohjausryhma@kainuu.example')
  await page.goto(plan)
  await expect(page.getByRole('heading', { name: 'Hankesuunnitelma' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Lisää/ })).toHaveCount(0)
  await page.goto(`${plan}/document`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aloita asiakirja' })).toHaveCount(0)
})
