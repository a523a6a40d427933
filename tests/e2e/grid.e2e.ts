import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'
let grid = ''

const saveLine = (page: Page) => page.locator('[data-save]')
const cell = (page: Page, row: number, column: number) =>
  page.locator(`td[data-row="${row}"][data-column="${column}"]`).locator('input:not([type=hidden]), select, textarea')

/** Puts a text on the clipboard of the page and pastes it into the cell that has the focus. */
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

test('the form leads to the grid, which has the previous value beside each and nothing against it', async ({
  page,
}) => {
  await signIn(page, coordinator, '/my-work')
  await page.getByRole('link', { name: unit }).click()
  await page.getByRole('link', { name: 'Mittarit taulukkona' }).click()
  await expect(page).toHaveURL(/\/grid$/)
  grid = new URL(page.url()).pathname
  await expect(page.getByRole('columnheader')).toHaveText([
    'Mittari',
    'Edellinen',
    'Arvo',
    'Havaintojen määrä (n)',
    'Mittauksen ajankohta',
    'Huomautus',
  ])
  expect(await page.getByRole('rowheader').count()).toBeGreaterThan(1)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Koko raportti' }).click()
  await expect(page).toHaveURL(/\/edit$/)
})

test('by the keyboard alone: arrows, Enter, a value that is wrong and one that is right', async ({ page }) => {
  await signIn(page, coordinator, grid)
  await cell(page, 0, 1).focus()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 1)).toBeFocused()
  await page.keyboard.type('1.234')
  await page.keyboard.press('ArrowUp')
  await expect(cell(page, 0, 1)).toBeFocused()
  await expect(cell(page, 1, 1)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1234')
  await expect(cell(page, 1, 1)).not.toHaveAttribute('aria-invalid', 'true')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  await page.reload()
  await expect(cell(page, 0, 1)).toHaveValue('12')
  await expect(cell(page, 1, 1)).toHaveValue('1234')
})

test('a block from a spreadsheet fills its cells at once; one that does not fit changes nothing', async ({ page }) => {
  await signIn(page, coordinator, grid)
  await cell(page, 0, 1).focus()
  await paste(page, '21\t9/2025\tlaskettu\r\n\t\tarvio\r\n')
  await expect(page.getByText('Liitettiin 4 solua.')).toBeVisible()
  await expect(cell(page, 0, 1)).toHaveValue('21')
  await expect(cell(page, 0, 2)).toHaveValue('9/2025')
  await expect(cell(page, 1, 1)).toHaveValue('1234')
  await expect(cell(page, 1, 3)).toHaveValue('arvio')
  await cell(page, 0, 3).focus()
  await paste(page, 'a\tb')
  await expect(page.getByText(/mitään ei liitetty/)).toBeVisible()
  await expect(cell(page, 0, 3)).toHaveValue('laskettu')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  await page.reload()
  await expect(cell(page, 0, 2)).toHaveValue('9/2025')
  await expectNoViolations(page)
})

test('at 390 px only the grid scrolls; without scripts it saves like any form', async ({ page, browser, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, coordinator, grid)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const state = await page.context().storageState()
  const context = await browser.newContext({ baseURL, locale: 'fi-FI', javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto(grid)
  await cell(plain, 0, 1).fill('33')
  await plain.getByRole('button', { name: 'Tallenna', exact: true }).last().click()
  await plain.goto(grid)
  await expect(cell(plain, 0, 1)).toHaveValue('33')
  await context.close()
})

test('who may read but not write is led to the report', async ({ page }) => {
  await signIn(page, 'johtaja@kainuu.example', grid)
  await expect(page).toHaveURL(new RegExp(`${grid.replace('/grid', '')}$`))
})
