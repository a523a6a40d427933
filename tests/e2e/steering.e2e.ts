import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const steering = 'ohjausryhma@kainuu.example'
const board = '/projects/kkk2/steering/2025-Q3'

test('the newest published quarter opens and answers the three questions first', async ({ page }) => {
  await signIn(page, steering, '/projects/kkk2/steering')
  await expect(page).toHaveURL(new RegExp(`${board}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tilannekuva Q3/2025')
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(headings.slice(0, 3)).toEqual([
    'Saavutammeko tavoitteet?',
    'Mikä muuttui jaksosta Q2/2025?',
    'Mitä meiltä pyydetään?',
  ])
  for (const answer of await page.locator('.board-answers h2').all()) await expect(answer).toBeInViewport()
  const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
  for (const figure of ['3/6', '1 312 645,07 €', '6 465 000', '−240 520,00 €', '546 750,15 €', '738 493,92 €']) {
    expect(text, figure).toContain(figure)
  }
  expect(text).toContain('Ei raporttia')
  // what the meeting that handles the quarter is asked stands on the first screen and in full
  await expect(page.locator('.board-answers')).toContainText('odottaa päätöstä')
  await expect(page.locator('#decisions')).toContainText('Mitä ohjausryhmältä pyydetään')
})

// The whole page holds some eight hundred links and fifty tables: axe takes its time.
test.describe.configure({ timeout: 180_000 })

for (const width of [1280, 390]) {
  test(`both groupings are accessible and stay within ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await signIn(page, steering, board)
    for (const group of ['', '?group=investment']) {
      await page.goto(board + group)
      await expectNoViolations(page)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(wider, group).toBe(false)
    }
  })
}

test('every chart has its table, and no script is needed to see it', async ({ browser, etappi }) => {
  const context = await browser.newContext({ baseURL: etappi.address, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, steering, board)
  const charts = page.locator('figure:has(svg[role=img])')
  const count = await charts.count()
  expect(count).toBeGreaterThan(5)
  for (let i = 0; i < count; i++) expect(await charts.nth(i).locator('table').count()).toBeGreaterThan(0)
  await context.close()
})

test('a figure is a link to its card, which says where it comes from', async ({ page }) => {
  await signIn(page, steering, board)
  await page.locator('#money').getByRole('link', { name: '546 750,15 €' }).first().click()
  await expect(page).toHaveURL(/\/r\/[0-9a-f]{10}-zpurchases\./)
  await expect(page.locator('main')).toContainText('546\u00a0750,15')
})

test('the explorer is fetched when it is asked for, and shows the exact figures', async ({ page }) => {
  await signIn(page, steering, board)
  await page.waitForLoadState('networkidle')
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const open = page.getByRole('button', { name: 'Avaa mittarin kuva' })
  await open.scrollIntoViewIfNeeded()
  expect(fetched.filter((url) => url.endsWith('.js'))).toEqual([])
  await open.click()
  await expect(page.locator('.explorer svg').first()).toBeVisible()
  expect(fetched.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0)
  await expect(page.getByLabel('Mittari', { exact: true })).toBeFocused()
  await expect(page.locator('.explorer table')).toContainText('39,3\u00a0%')
  await page
    .getByLabel('Mittari', { exact: true })
    .selectOption({ label: 'Digitsempparit (Digituki asiakkaille ja ammattilaisille)' })
  await expect(page.locator('.explorer table')).not.toContainText('39,3')
  await expectNoViolations(page)
})

test('the address keeps the lights chosen', async ({ page }) => {
  await signIn(page, steering, board)
  await page.getByRole('checkbox', { name: 'Vaarassa' }).check()
  await page.getByRole('button', { name: 'Näytä', exact: true }).click()
  await expect(page).toHaveURL(/light/)
  await expect(page.locator('#units')).toContainText('TARMOA')
  await expect(page.locator('#units')).not.toContainText('PSOP-järjestelmän laajentaminen')
})

test('a unit opens with its texts and indicators as they were published', async ({ page }) => {
  await signIn(page, steering, board)
  await page.locator('#units').getByRole('link', { name: 'Muutoskyvykkyyden kehittäminen' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Muutoskyvykkyyden kehittäminen')
  await expect(page.locator('main')).toContainText('58,25')
  await expectNoViolations(page)
})

test('an open period shows nothing of its drafts, only where the newest published one is', async ({ page }) => {
  await signIn(page, steering, board)
  for (const period of ['2025-Q4', '2031-Q1']) {
    await page.goto(`/projects/kkk2/steering/${period}`)
    await expect(page.locator('main')).not.toContainText('Muutoskyvykkyyden')
    await expect(
      page
        .locator('main')
        .getByRole('link', { name: /Q3\/2025/ })
        .first(),
    ).toHaveAttribute('href', board)
    await expectNoViolations(page)
  }
})

test('a project without anything published says so', async ({ page }) => {
  await signIn(page, steering, '/projects/tyhja/steering')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoViolations(page)
})

test('in Swedish and English the page is whole', async ({ page }) => {
  await signIn(page, steering, board)
  for (const lang of ['sv', 'en']) {
    await page.goto(`${board}?lang=${lang}`)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect(await page.locator('main').innerText()).not.toMatch(/\b(steering|statusReports|finance|charts)\.[a-z]/)
    await expectNoViolations(page)
  }
})
