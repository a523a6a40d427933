import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori2@kainuu.example'
const grid = '/projects/kkk2/rounds/2025-Q4/grid'

const cell = (page: Page, row: number, column: number) =>
  page.locator(`td[data-row="${row}"][data-column="${column}"]`).locator('input:not([type=hidden]), select, textarea')
const stateOf = (page: Page, row: number, column: number) =>
  page.locator(`td[data-row="${row}"][data-column="${column}"] [data-cell]`)

/** The last row of the first report and the first one of the second that can be written. */
async function border(page: Page): Promise<[number, number]> {
  const rows = (form: number) =>
    page
      .locator('form[id^="form-"]')
      .nth(form)
      .locator('td[data-row]:has(input:not([type=hidden]))')
      .evaluateAll((cells) => cells.map((one) => Number((one as HTMLElement).dataset.row)))
  const [first, second] = [await rows(0), await rows(1)]
  return [Math.max(...first), Math.min(...second)]
}

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

test('the keyboard goes from one report to the next, and each saves itself', async ({ page }) => {
  await signIn(page, coordinator, '/projects/kkk2/rounds/2025-Q4')
  await page.getByRole('link', { name: 'Mittarit yhtenä taulukkona' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kaikki mittarit Q4/2025')
  await expectNoViolations(page)
  const [last, first] = await border(page)
  expect(first).toBeGreaterThan(last)
  await cell(page, last, 1).focus()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(cell(page, first, 1)).toBeFocused()
  await page.keyboard.type('7')
  await expect(stateOf(page, last, 1)).toHaveText('Tallennettu')
  await expect(stateOf(page, first, 1)).toHaveText('Tallennettu')
  // Nothing is said of a cell that nobody has touched.
  await expect(page.locator('[data-cell]')).toHaveCount(2)
  await page.keyboard.press('ArrowUp')
  await expect(cell(page, last, 1)).toBeFocused()
  await cell(page, last, 2).focus()
  await page.keyboard.press('Tab')
  await expect(cell(page, last, 3)).toBeFocused()
  await page.reload()
  await expect(cell(page, last, 1)).toHaveValue('5')
  await expect(cell(page, first, 1)).toHaveValue('7')
})

test('a block goes over the border of the reports, as a whole or not at all', async ({ page }) => {
  await signIn(page, coordinator, grid)
  const [last, first] = await border(page)
  const saved = new Set<string>()
  page.on('request', (request) => {
    if (request.url().endsWith('/fields')) saved.add(request.url())
  })
  await cell(page, last, 1).focus()
  // Rows between the two hold nothing that can be written: what is empty there leaves them alone.
  const between = '\r\n'.repeat(first - last)
  await paste(page, `21\t9/2025\tlaskettu${between}22\t10/2025\tarvio\r\n`)
  await expect(page.getByText('Liitettiin 6 solua.')).toBeVisible()
  await expect(cell(page, last, 3)).toHaveValue('laskettu')
  await expect(cell(page, first, 2)).toHaveValue('10/2025')
  await expect(stateOf(page, first, 3)).toHaveText('Tallennettu')
  await expect(stateOf(page, last, 3)).toHaveText('Tallennettu')
  expect(saved.size).toBe(2)

  await cell(page, last, 2).focus()
  await paste(page, `1/2025\tmuu\tliikaa${between}2/2025\tmuu\r\n`)
  await expect(page.getByText(/mitään ei liitetty/)).toBeVisible()
  await expect(cell(page, last, 2)).toHaveValue('9/2025')
  await expect(cell(page, first, 2)).toHaveValue('10/2025')

  await cell(page, first, 1).fill('1.234')
  await expect(cell(page, first, 1)).toHaveAttribute('aria-invalid', 'true')
  await cell(page, first, 1).fill('22')
  await expect(cell(page, first, 1)).not.toHaveAttribute('aria-invalid', 'true')
  await page.reload()
  await expect(cell(page, last, 3)).toHaveValue('laskettu')
  await expect(cell(page, first, 1)).toHaveValue('22')
})

test.describe('without the network', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('the cell says so, and what was typed is saved when it is back', async ({ page, context }) => {
    await signIn(page, coordinator, grid)
    const [last, first] = await border(page)
    await expect(cell(page, last, 3)).toHaveValue('laskettu')
    await context.setOffline(true)
    await cell(page, first, 3).fill('ilman verkkoa')
    await expect(stateOf(page, first, 3)).toHaveText('Tallentamatta')
    // Only the report that is written says that it is not saved.
    await expect(page.locator('[data-save]').nth(1)).toHaveAttribute('data-save', /local|failed/)
    await expect(page.locator('[data-save]').nth(0)).toHaveAttribute('data-save', 'saved')
    await context.setOffline(false)
    await expect(stateOf(page, first, 3)).toHaveText('Tallennettu', { timeout: 20_000 })
  })
})

test('without scripts each report saves like any form; at 390 px only the tables scroll', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, coordinator, grid)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const [, first] = await border(page)
  const state = await page.context().storageState()
  const context = await browser.newContext({ baseURL, locale: 'fi-FI', javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto(grid)
  await cell(plain, first, 1).fill('33')
  await plain.getByRole('button', { name: 'Tallenna', exact: true }).nth(1).click()
  await plain.goto(grid)
  await expect(cell(plain, first, 1)).toHaveValue('33')
  await context.close()
})

test('who may not write reads them with the reason; the steering group is told of no such page', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'johtaja@kainuu.example', grid)
  await expect(page.getByText(/^Vain luettavissa: arvot kirjoittaa/).first()).toBeVisible()
  await expect(page.locator('td[data-row]')).toHaveCount(0)
  expect(await page.getByRole('table').count()).toBeGreaterThan(15)
  await expectNoViolations(page)
  const context = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const steering = await context.newPage()
  await signIn(steering, 'ohjausryhma@kainuu.example')
  expect((await steering.request.get(grid)).status()).toBe(404)
  await context.close()
})
