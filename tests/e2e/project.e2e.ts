import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const director = 'johtaja@kainuu.example'
const admin = 'paakayttaja@kainuu.example'
const register = '/projects/kkk2/toimintamallit'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const firstModel = async (page: Page) => {
  await page.goto(register)
  return (await page.locator('#list tbody a').first().getAttribute('href')) ?? ''
}

async function expectGood(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address)
    await expectNoViolations(page)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider, address).toBe(false)
  }
}

test('the project’s pages are accessible and stay within a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await signIn(page, director, '/projects')
  const model = await firstModel(page)
  await expectGood(page, ['/projects', '/projects/kkk2', '/projects/tyhja', register, model, `${model}/edit`])
})

test('so are the pages where the project is kept', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await signIn(page, director, '/projects')
  const parts = ['', '/documents', '/links', '/dnsh', '/declaration']
  await expectGood(
    page,
    parts.map((part) => `/projects/kkk2/about${part}`),
  )
})

test('somebody who was slower keeps the words and sees what is stored now', async ({ page, context }) => {
  await signIn(page, director, register)
  const edit = `${await firstModel(page)}/edit`
  await page.goto(edit)
  const other = await context.newPage()
  await other.goto(edit)
  await other.getByLabel('Omistaja hankkeen jälkeen').fill('Vastuualue A')
  await other.getByRole('button', { name: 'Tallenna' }).click()
  await expect(other.locator('main')).toContainText('Vastuualue A')
  const owner = page.getByLabel('Omistaja hankkeen jälkeen')
  await owner.fill('Vastuualue B')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.locator('.error-summary')).toContainText('Joku muu muutti tietoja')
  await expect(owner).toHaveValue('Vastuualue B')
  await expect(page.locator('#model-ownerAfterProject-previous')).toContainText('Vastuualue A')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.locator('#facts')).toContainText('Vastuualue B')
})

test('without scripts a refused file keeps what was typed, and a good one is listed', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, director, '/projects/kkk2/about/documents')
  const form = page.locator('#file')
  const send = async (name: string, text: string) => {
    await form
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
    await form.getByRole('button', { name: 'Lisää tiedosto' }).click()
  }
  await form.getByLabel('Nimi').fill('Rahoituspäätös 2023')
  await form.getByLabel('Päiväys').fill('15.1.2023')
  await send('paatos.pdf', 'MZ ohjelma')
  await expect(page.locator('.error-summary')).toContainText('sisältö ei vastaa tiedostonimen päätettä')
  await expect(form.getByLabel('Nimi')).toHaveValue('Rahoituspäätös 2023')
  await send('paatos.pdf', '%PDF-1.7 sisältö')
  const row = page.getByRole('row', { name: /Rahoituspäätös 2023/ })
  await expect(row).toContainText('15.1.2023')
  const href = (await row.getByRole('link').getAttribute('href')) ?? ''
  expect((await context.request.get(href)).headers()['content-disposition']).toContain('attachment')
  await row.getByRole('button', { name: /Poista/ }).click()
  await expect(page.getByRole('row', { name: /Rahoituspäätös 2023/ })).toHaveCount(0)
  await context.close()
})

test('the declaration is signed by keyboard, only after saying that it was read', async ({ page }) => {
  await signIn(page, director, '/projects/kkk2/about/declaration')
  const box = page.getByRole('checkbox', { name: /Olen lukenut/ })
  await box.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.error-summary')).toBeFocused()
  await box.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/projects\/kkk2#declaration$/)
  await expect(page.locator('#declaration')).toContainText('Voimassa')
})

test('the administrator sets colours and logo and sees how they are read', async ({ page }) => {
  await signIn(page, admin, '/admin/looks')
  await page.getByLabel('Pääväri').fill('sininen')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.locator('.error-summary')).toContainText('#rrggbb')
  await page.getByLabel('Pääväri').fill('#00357A')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.locator('#preview')).toContainText('valkoinen teksti erottuu')
  const logo = page.locator('#logo')
  await logo.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png })
  await logo.getByRole('button', { name: 'Ota logo käyttöön' }).click()
  await expect(page.locator('.error-summary')).toContainText('tekstivastine')
  await logo.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png })
  await logo.getByLabel('Logon tekstivastine').fill('Kainuun hyvinvointialue')
  await logo.getByRole('button', { name: 'Ota logo käyttöön' }).click()
  await expect(page.getByRole('img', { name: 'Kainuun hyvinvointialue' })).toBeVisible()
  await expectNoViolations(page)
})

test('names are for those who may know them; the nation sees what has been published', async ({
  page,
  browser,
  etappi,
}) => {
  await signIn(page, 'ohjausryhma@kainuu.example', '/projects/kkk2')
  await expect(page.locator('#people')).toContainText('Projektijohtaja')
  expect(await page.locator('main').innerText()).not.toContain('@kainuu.example')
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const nation = await context.newPage()
  await signIn(nation, 'katselija@kansallinen.example', '/projects')
  await expect(nation.getByRole('table')).toContainText('Q3/2025')
  await expect(nation.locator('main')).not.toContainText('tyhjä')
  const board = '/projects/kkk2/steering/2025-Q3'
  await nation.goto(board)
  const unit = await nation
    .locator(`main a[href^="${board}/"]`)
    .filter({ hasText: /\S/ })
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? '').find((href) => /[0-9a-f-]{36}$/.test(href)),
    )
  // Nowhere a way to a page that is not there for this reader.
  for (const page of [board, `${board}/files`, String(unit), `${unit}/differences`]) {
    await nation.goto(page)
    const crumbs = await nation
      .locator('.breadcrumbs a')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))
    expect(await nation.locator('.breadcrumbs li').count(), page).toBeGreaterThan(1)
    for (const crumb of crumbs) expect((await nation.request.get(crumb)).status(), `${crumb} on ${page}`).toBe(200)
  }
  await context.close()
})
