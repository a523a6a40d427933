import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const steering = 'ohjausryhma@kainuu.example'
const otherCounty = 'johtaja@kanta-hame.example'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'
const round = '/projects/kkk2/rounds/2025-Q4'

const field = (page: Page, path: string) => page.locator(`[name="text:${path}"]`)
// Filled in by the first test: where the unit's report of the open quarter is.
let report = ''

test.describe.configure({ mode: 'serial' })

test('from the form to the differences: what was written is told word by word, to listeners too', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await page.getByRole('link', { name: unit }).click()
  await expect(page).toHaveURL(/\/edit$/)
  report = new URL(page.url()).pathname.replace(/\/edit$/, '')
  const results = field(page, 'results/text')
  const before = await results.inputValue()
  const [first = '', second = ''] = before.split(' ')
  expect(second).not.toBe('')
  const answered = page.waitForResponse('**/api/reports/**')
  await results.fill(before.replace(`${first} ${second}`, `${first} aivanuusisana`))
  await answered
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await page.getByRole('link', { name: 'Vertaa edelliseen jaksoon' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Muutokset: ${unit}`)
  const section = page.getByRole('region', { name: 'Tulokset' })
  await expect(section.locator('ins')).toHaveText(/lisätty:.*aivanuusisana.*\(lisäys päättyy\)/)
  await expect(section.locator('del')).toHaveText(new RegExp(`poistettu:.*${second.replace(/\W/g, '.')}`))
  await expect(section).toContainText('Muuttunut')
  await expectNoViolations(page)
})

test('the summary counts the changes and leads to them by keyboard', async ({ page }) => {
  await signIn(page, coordinator, `${report}/differences`)
  const summary = page.getByRole('region', { name: 'Yhteenveto' })
  await expect(summary).toContainText(/\d+ kohtaa? muuttui:/)
  const link = summary.getByRole('link', { name: 'tulokset' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#results$/)
  await expect(page.getByRole('heading', { name: 'Tulokset' })).toBeInViewport()
})

test('the other period and "only what changed" are chosen by keyboard and live in the address', async ({ page }) => {
  await signIn(page, coordinator, `${report}/differences`)
  const all = await page.locator('main section').count()
  const other = page.getByLabel('Vertaa jaksoon')
  await other.focus()
  expect(await other.locator('option').count()).toBeGreaterThan(0)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Näytä vain muuttuneet')).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?with=2025-Q3&changed=1$/)
  await expect(page.getByRole('region', { name: 'Tulokset' })).toBeVisible()
  expect(await page.locator('main section').count()).toBeLessThan(all)
  await expect(page.locator('main').getByText('Ennallaan', { exact: true })).toHaveCount(0)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Näytä kaikki kohdat' }).click()
  await expect(page).toHaveURL(/\?with=2025-Q3$/)
  expect(await page.locator('main section').count()).toBe(all)
})

test('an unknown period is told, and another is compared', async ({ page }) => {
  await signIn(page, coordinator, `${report}/differences?with=2019-Q1`)
  await expect(page.getByText('Raporttia ei löydy')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Yhteenveto' })).toBeVisible()
  await expectNoViolations(page)
})

test('it fits a telephone and keeps its rules there', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, coordinator, `${report}/differences`)
  const { width, client } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(width).toBeLessThanOrEqual(client)
  await expectNoViolations(page)
})

test('on paper and without colours the changes are told apart by their lines, and nothing is lost', async ({
  page,
}) => {
  await signIn(page, coordinator, `${report}/differences`)
  const line = (mark: string) =>
    page
      .locator(`.difference ${mark}`)
      .first()
      .evaluate((node) => getComputedStyle(node).textDecorationLine)
  const content = () => page.locator('main section').allInnerTexts()
  const onScreen = await content()
  expect(onScreen.length).toBeGreaterThan(5)
  await page.emulateMedia({ media: 'print' })
  expect(await line('ins')).toBe('underline')
  expect(await line('del')).toBe('line-through')
  expect(await content()).toEqual(onScreen)
  await expect(page.getByText(/^Jaksosta Q3\/2025 \(Julkaistu\) jaksoon Q4\/2025/)).toBeVisible()
  await expect(page.locator('.toolbar')).toBeHidden()
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  expect([await line('ins'), await line('del')]).toEqual(['underline', 'line-through'])
  // The report itself has the previous period's words beside on paper, too.
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  await page.goto(report)
  await expect(page.locator('.field-previous').first()).toBeVisible()
})

test('another county finds nothing, the steering group only what is published', async ({ browser }) => {
  for (const email of [otherCounty, steering]) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, email, '/')
    const answer = await page.goto(`${report}/differences`)
    expect(answer?.status(), email).toBe(404)
    await context.close()
  }
})

test('the steering group compares two published quarters', async ({ page }) => {
  await signIn(page, steering, '/projects/kkk2/steering/2025-Q3')
  const id = report.split('/').at(-1) ?? ''
  await page.goto(`/projects/kkk2/steering/2025-Q3/${id}`)
  await page.getByRole('link', { name: 'Vertaa toiseen julkaistuun jaksoon' }).click()
  await expect(page).toHaveURL(new RegExp(`/steering/2025-Q3/${id}/differences$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Muutokset: ${unit}`)
  await expect(page.getByLabel('Vertaa jaksoon')).toHaveValue('2025-Q2')
  await expectNoViolations(page)
})

test('after a return the reviewer sees what was corrected and what was not, in words', async ({ page, browser }) => {
  await signIn(page, director, `${round}?state=submitted`)
  const row = page.locator('tbody tr', { hasText: 'Koordinaattori' }).first()
  const writer = /Koordinaattori (\d)/.exec(await row.innerText())?.[1] ?? ''
  await row.locator('a[href*="/rounds/2025-Q4/"]').first().click()
  const returned = new URL(page.url()).pathname
  await page.getByText('Palauta täydennettäväksi').first().click()
  await page.getByRole('checkbox', { name: 'Tulokset', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Poikkeamat', exact: true }).check()
  await page.getByLabel('Mitä pitää korjata?').fill('Kerro luvut.')
  await page.getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  const since = page.getByRole('region', { name: 'Mitä palautuksen jälkeen on muuttunut' })
  await expect(since).toContainText('Mikään kohta ei ole muuttunut.')
  await expect(since).toContainText('Pyydetty, mutta muuttumatta (2)')
  await expectNoViolations(page)

  const context = await browser.newContext()
  const other = await context.newPage()
  await signIn(other, `koordinaattori${writer}@kainuu.example`, `${returned}/edit`)
  const results = field(other, 'results/text')
  await results.fill(`${await results.inputValue()} Osallistujia oli 212.`)
  await expect(other.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
  await other.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(other).toHaveURL(returned)
  await context.close()

  await page.goto('/my-work')
  await expect(page.getByText('Palautettu ja korjattu').first()).toBeVisible()
  await page.goto(returned)
  await expect(since).toContainText('Muuttunut (1)')
  await expect(since).toContainText('Pyydetty, mutta muuttumatta (1)')
  const section = page.getByRole('region', { name: 'Tulokset' })
  await expect(section).toContainText('1 kohta muuttunut palautuksen jälkeen')
  await expect(section.locator('ins')).toContainText('Osallistujia oli 212.')
  await since.getByRole('link', { name: 'Tulokset' }).focus()
  await page.keyboard.press('Enter')
  await expect(section.locator('ins')).toBeInViewport()
  await expectNoViolations(page)
})
