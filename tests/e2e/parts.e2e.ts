import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'
// Filled in by the first test: the form of the unit's report, the path of the value that is broken down, and how many of its
// parts are known by earlier values.
let form = ''
let path = ''
let known = 0

const saveLine = (page: Page) => page.locator('[data-save]')
const cell = (page: Page, no: number, which: 'label' | 'value') =>
  page.locator(`[name="part:${known + no}:${which}:${path}"]`)
const total = (page: Page) => page.locator(`[name="total:${path}"]`)
const saved = (page: Page) => expect(saveLine(page)).toHaveAttribute('data-save', 'saved')

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const data = new DataTransfer()
    data.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

test.describe.configure({ mode: 'serial' })

test('an indicator that is broken down is asked part by part', async ({ page, browser, baseURL }) => {
  await signIn(page, coordinator, '/my-work')
  await page.getByRole('link', { name: unit }).click()
  await expect(page).toHaveURL(/\/edit$/)
  form = new URL(page.url()).pathname
  const value = page.locator('[name^="text:indicators/"][name$="/value"][inputmode="decimal"]').first()
  path = ((await value.getAttribute('name')) ?? '').replace('text:', '')
  const context = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const keeper = await context.newPage()
  await signIn(keeper, director, `/projects/kkk2/indicators/${path.split('/')[1]}/edit`)
  await keeper.getByLabel('Millainen muutos on?').selectOption('slip')
  await keeper.getByLabel('Laji').selectOption({ label: 'Hankkeen oma mittari' })
  await keeper.getByLabel(/^Yksikkö/).fill('hlö')
  await keeper.getByLabel(/^Erittely/).fill('kunta')
  await keeper.getByRole('button', { name: 'Tallenna määritelmä' }).click()
  await expect(keeper).not.toHaveURL(/\/edit$/)
  await context.close()
  await page.reload()
  await expect(total(page)).toBeVisible()
  known = await page.locator(`[name^="part:"][name$=":known:${path}"]`).count()
  await expect(cell(page, 0, 'label')).toBeVisible()
  await expectNoViolations(page)
})

test('by the keyboard: parts, one of them unknown, and a total apart; what looks wrong stands beside', async ({
  page,
}) => {
  await signIn(page, coordinator, form)
  for (let no = -known; no < 0; no += 1) await cell(page, no, 'value').fill('')
  await total(page).fill('')
  await cell(page, 0, 'label').focus()
  await page.keyboard.type('Kajaani')
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 0, 'value')).toBeFocused()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'value')).toBeFocused()
  await page.keyboard.type('ei tiedossa')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(cell(page, 1, 'label')).toBeFocused()
  await page.keyboard.type('Kuhmo')
  await total(page).fill('10')
  await expect(page.getByText('Arvo: kokonaisluku 10 ei ole osien summa 12.')).toBeVisible()
  await total(page).fill('15')
  await expect(page.getByText(/ei ole osien summa/)).toBeHidden()
  await saved(page)
  await page.reload()
  await expect(cell(page, 0, 'label')).toHaveValue('Kajaani')
  await expect(cell(page, 1, 'value')).toHaveValue('ei tiedossa')
  await expect(total(page)).toHaveValue('15')
  await saved(page)
})

test('what cannot be read is told at its cell, and everything typed stays', async ({ page }) => {
  await signIn(page, coordinator, form)
  await cell(page, 0, 'value').fill('1.234')
  await expect(cell(page, 0, 'value')).toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 1, 'value')).not.toHaveAttribute('aria-invalid', 'true')
  await saved(page)
  await page.reload()
  await expect(cell(page, 0, 'value')).toHaveValue('1.234')
  await expect(cell(page, 0, 'value')).toHaveAttribute('aria-invalid', 'true')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  const link = page.locator('.error-summary').getByRole('link', { name: /Arvo: Piste tai pilkku/ })
  await link.click()
  await expect(cell(page, 0, 'value')).toBeFocused()
})

test('a pasted text finds its parts by their names, two columns from a spreadsheet as well', async ({ page }) => {
  await signIn(page, coordinator, form)
  await cell(page, 0, 'value').focus()
  await paste(page, 'Kajaani: 20; Sotkamo: 0')
  await expect(page.getByText('Liitettiin 2 solua.')).toBeVisible()
  await expect(cell(page, 0, 'value')).toHaveValue('20')
  await expect(cell(page, 2, 'label')).toHaveValue('Sotkamo')
  await expect(cell(page, 2, 'value')).toHaveValue('0')
  await paste(page, 'Kuhmo\t7\r\nSuomussalmi\tsalattu\r\n')
  await expect(cell(page, 1, 'value')).toHaveValue('7')
  await expect(cell(page, 3, 'value')).toHaveValue('salattu')
  await saved(page)
  await page.reload()
  await expect(cell(page, 3, 'label')).toHaveValue('Suomussalmi')
  await page.goto(form.replace(/edit$/, 'grid'))
  await expect(page.locator(`[name="text:${path}"]`)).toHaveValue(
    '15 (Kajaani: 20; Kuhmo: 7; Sotkamo: 0; Suomussalmi: salattu)',
  )
})

test('without scripts the same rows are one plain form', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, coordinator, form)
  await expect(cell(page, 0, 'value')).toHaveValue('20')
  await cell(page, 0, 'value').fill('21')
  await total(page).fill('')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await expect(cell(page, 0, 'value')).toHaveValue('21')
  await expect(cell(page, 3, 'label')).toHaveValue('Suomussalmi')
  await expect(total(page)).toHaveValue('')
  await context.close()
})
