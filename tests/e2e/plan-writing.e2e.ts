// The plan's chapters in the editor of sections: tables of the plan's data, comments, the check, and the way without scripts.
import { plainPdfText } from '@/tests/exports/pdf-text'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { saveLine } from '@/tests/support/form-page'

const plan = '/projects/kkk2/plan'
const director = 'johtaja@kainuu.example'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let costs = ''
let background = ''

const editor = (page: Page) => page.getByRole('textbox', { name: 'Kohdan teksti' })
const saved = (page: Page) => expect(saveLine(page)).toHaveText(/^Tallennettu/, { timeout: 15_000 })
const levels = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('heading')
    .evaluateAll((all) => all.map((one) => Number(one.tagName.slice(1))))

/** Puts a table between the texts by keyboard and gives it its caption. */
async function insert(page: Page, kind: string, caption: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Alt+F10')
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Lisää/ })
    .press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mitä lisätään').selectOption({ label: kind })
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Lisää', exact: true }).press('Enter')
  const field = page.getByLabel('Otsikko', { exact: true }).last()
  await field.fill(caption)
  await saved(page)
}

test('a chapter is written in the editor, with tables of costs and work that follow the plan', async ({ page }) => {
  await signIn(page, director)
  await page.goto(`${plan}/person-months/new`)
  await page.locator('main [name=role]').fill('Suunnittelija')
  await page.locator('main [name=year]').fill('2025')
  await page.locator('main [name=months]').fill('4,5')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).first().press('Enter')
  await page.waitForURL((url) => url.pathname === plan)
  await page.goto(`${plan}/document`)
  await page.getByRole('button', { name: 'Aloita asiakirja' }).press('Enter')
  await expect(page.getByRole('heading', { name: '1 Tausta ja tarve' })).toBeVisible()
  const address = async (name: RegExp) =>
    (await page.getByRole('link', { name }).first().getAttribute('href'))?.replace(/\/edit$/, '') ?? ''
  costs = await address(/^Kirjoita teksti: .*Kustannukset/)
  background = await address(/^Kirjoita teksti: .*Tausta/)
  await page.goto(`${costs}/edit`)
  await editor(page).focus()
  await page.keyboard.type('Kustannukset on arvioitu osittain.')
  await page.keyboard.press('Enter')
  await insert(page, 'Taulukko: henkilötyökuukaudet', 'Työ vuosittain')
  await insert(page, 'Taulukko: kustannukset', 'Rahoitus osittain')
  await expectNoViolations(page)
  await page.goto(costs)
  const main = page.getByRole('main')
  await expect(main.getByRole('table', { name: /Taulukko 1. Työ vuosittain/ })).toContainText('4,5')
  await expect(main.getByRole('table', { name: /Taulukko 2. Rahoitus osittain/ })).toContainText('€')
  // What the blocks show is not told a second time after them.
  await expect(main.getByRole('table')).toHaveCount(2)
  await expectNoViolations(page)
  const pdf = await page.request.get('/api/projects/kkk2/plan/pdf')
  const text = await plainPdfText(new Uint8Array(await pdf.body()))
  expect(text).toContain('Taulukko 1. Työ vuosittain')
  expect(text).toContain('Taulukko 2. Rahoitus osittain')
})

test('what is found in a chapter is told where it is written, and left as it is with a reason', async ({ page }) => {
  await signIn(page, director, `${background}/edit`)
  await editor(page).focus()
  await page.keyboard.type('Kokous oli maanantaina 1.1.2025.')
  await saved(page)
  await expect(page.getByText(/maanantaina/).last()).toBeVisible()
  await page.goto(`${plan}/document`)
  await page.getByRole('link', { name: 'Suunnitelma-asiakirjan tarkastus' }).press('Enter')
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Hyväksy perustellen' }).first().press('Enter')
  await expectNoViolations(page)
  await page.getByLabel('Perustelu').fill('Lainaus pöytäkirjasta.')
  await page.getByRole('button', { name: 'Hyväksy perustellen' }).press('Enter')
  await page.waitForURL((url) => url.pathname === `${plan}/document/check`)
  await expect(page.getByRole('heading', { name: 'Suunnitelma-asiakirjan tarkastus' })).toBeVisible()
})

test('a coordinator comments on a chapter and writes nothing', async ({ page }) => {
  await signIn(page, 'koordinaattori1@kainuu.example', background)
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Muokkaa' })).toHaveCount(0)
  await main.getByRole('link', { name: /^Kommentoi/ }).click()
  const form = page.getByRole('group', { name: /^Uusi kommentti/ })
  await form.getByLabel('Kommentti', { exact: true }).fill('Tarkenna päivä.')
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(main.getByText('Tarkenna päivä.').first()).toBeVisible()
  await expectNoViolations(page)
})

test('the steering group reads the chapter and nothing of what is said while it is written', async ({ page }) => {
  await signIn(page, 'ohjausryhma@kainuu.example', background)
  await expect(page.getByText('Kokous oli maanantaina')).toBeVisible()
  await expect(page.getByText('Tarkenna päivä.')).toHaveCount(0)
  expect((await page.request.get(`${background}/history`)).status()).toBe(404)
})

test('headings of the document and of a chapter leave no level out', async ({ page }) => {
  await signIn(page, director)
  for (const address of [`${plan}/document`, background]) {
    await page.goto(address)
    const found = await levels(page)
    expect(found[0]).toBe(1)
    for (const [at, level] of found.entries()) expect(level - (found[at - 1] ?? 0)).toBeLessThanOrEqual(1)
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a chapter is written by its plain form, tables and all', async ({ page }) => {
    await signIn(page, director, `${background}/edit`)
    await page.locator('[name="new/text"]').fill('Kirjoitettu ilman skriptejä.')
    await page.getByRole('button', { name: 'Lisää teksti' }).click()
    await expect(page.getByText('Tallennettu').first()).toBeVisible()
    await page.locator('summary', { hasText: 'Lisää taulukko hankkeen tiedoista' }).click()
    await page.locator('[name="table/type"]').selectOption({ label: 'Henkilötyökuukaudet' })
    await page.locator('[name="table/caption"]').fill('Työ')
    await page.getByRole('button', { name: 'Lisää taulukko' }).click()
    await expect(page.locator('[name="table/caption"]')).toHaveValue('')
    await page.goto(background)
    await expect(page.getByText('Kirjoitettu ilman skriptejä.')).toBeVisible()
    await expect(page.getByRole('table', { name: /Taulukko \d+\. Työ/ })).toContainText('4,5')
  })
})
