// The end of a session is told in good time, can be put off, and takes nothing that was typed (WCAG 2.2.1, quality A4).
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { signInHere, sql } from '@/tests/support/form-page'
import type { RunningEtappi } from '@/tests/support/running-etappi'

const coordinator = 'koordinaattori1@kainuu.example'
const hour = 60 * 60 * 1000
const warning = (page: Page) => page.getByRole('alertdialog')
const unused = (etappi: RunningEtappi, seconds: number) =>
  sql(etappi, `UPDATE "LoginSession" SET "lastSeenAt" = now() - make_interval(secs => $1::int)`, [seconds])
const lasts = (etappi: RunningEtappi, seconds: number) =>
  sql(etappi, `UPDATE "LoginSession" SET "expiresAt" = now() + make_interval(secs => $1::int)`, [seconds])

/** Its scripts have begun: from then on the page counts the time. */
const listening = async (page: Page) => {
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(page.locator('dialog[open]')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(page.locator('.search-dialog')).toHaveCount(0)
}

/** The page asks the server when its time has come; until the answer is there it counts no further, so the clock goes on again. */
const tells = (page: Page, seconds: number, text: string | RegExp) =>
  expect(async () => {
    await page.clock.fastForward(seconds * 1000)
    await expect(warning(page)).toContainText(text, { timeout: 2000 })
  }).toPass()

test.describe.configure({ mode: 'serial' })

test('two minutes and more before the end it is told, and one key puts it off', async ({ page, etappi }) => {
  await page.clock.install()
  await signIn(page, coordinator, '/projects')
  await listening(page)
  await page.clock.fastForward(56 * 60 * 1000)
  await expect(warning(page)).toHaveCount(0)
  await unused(etappi, 3600 - 150)
  await page.clock.fastForward(2 * 60 * 1000)
  await expect(warning(page)).toBeVisible()
  await expect(warning(page)).toContainText(/Istuntosi päättyy pian.*päättyy klo \d{1,2}\.\d\d/s)
  await expect(page.getByRole('button', { name: 'Jatka istuntoa' })).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(warning(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Hankkeet' })).toBeVisible()
})

test('where another page was used meanwhile nothing is told', async ({ page, etappi }) => {
  await page.clock.install()
  await signIn(page, coordinator, '/projects')
  await listening(page)
  await unused(etappi, 600)
  const asked = page.waitForResponse('**/api/session')
  await page.clock.fastForward(hour)
  expect(await (await asked).json()).toMatchObject({ renewable: true })
  await expect(warning(page)).toHaveCount(0)
})

test('the longest time cannot be put off; what was typed is hidden until somebody has signed in elsewhere', async ({
  page,
  context,
  etappi,
}) => {
  await page.clock.install()
  await signIn(page, coordinator, '/search')
  await lasts(etappi, 200)
  await page.reload()
  await listening(page)
  await page.getByLabel('Mitä etsit?').fill('kesken')
  await page.clock.fastForward(60 * 1000)
  await lasts(etappi, 100)
  await tells(page, 60, 'Istunto kestää enintään määräajan')
  await expect(page.getByRole('button', { name: 'Jatka istuntoa' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(warning(page)).toHaveCount(0)
  await lasts(etappi, -1)
  await tells(page, 200, 'Istuntosi on päättynyt')
  await expectNoViolations(page)
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).not.toBeVisible()
  await expect(page.getByLabel('Mitä etsit?')).not.toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Olen kirjautunut' }).click()
  await expect(warning(page), 'nobody is back yet').toContainText('Istuntosi on päättynyt')
  await expect(page.getByLabel('Mitä etsit?')).not.toBeVisible()
  const elsewhere = context.waitForEvent('page')
  await warning(page).getByRole('link', { name: 'Kirjaudu toisessa välilehdessä' }).click()
  const tab = await elsewhere
  await signInHere(tab)
  await tab.waitForURL((url) => url.pathname !== '/sign-in')
  await tab.close()
  await page.getByRole('button', { name: 'Olen kirjautunut' }).click()
  await expect(warning(page)).toHaveCount(0)
  await expect(page.getByLabel('Mitä etsit?')).toBeVisible()
  await expect(page.getByLabel('Mitä etsit?')).toHaveValue('kesken')
})

test('signing out in one tab takes what the others show: pages to read give way, pages with fields are hidden', async ({
  page,
  context,
}) => {
  await signIn(page, coordinator, '/projects')
  const [reading, writing] = [await context.newPage(), await context.newPage()]
  await reading.goto('/shortcuts')
  await writing.goto('/search')
  await listening(reading)
  await listening(writing)
  await writing.getByLabel('Mitä etsit?').fill('kesken')
  await page
    .getByText(/koordinaattori/i)
    .first()
    .click()
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  await expect(page).toHaveURL(/\/sign-in\?left/)
  await expect(reading).toHaveURL(/\/sign-in\?next=/)
  await expect(warning(writing)).toContainText('Istuntosi on päättynyt')
  await expect(writing.getByLabel('Mitä etsit?')).not.toBeVisible()
  await reading.close()

  await signInHere(page, 'johtaja@kainuu.example')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await writing.getByRole('button', { name: 'Olen kirjautunut' }).click()
  await expect(warning(writing), 'another person sees a page of their own').toHaveCount(0)
  await expect(writing.getByLabel('Mitä etsit?')).toHaveValue('')
})
