import path from 'node:path'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { testSecret } from '@/tests/support/test-server'
import { root, runtime } from '../../scripts/runtime.mjs'
import { runQuietly } from '../../scripts/steps/run-quietly.mts'

const director = 'johtaja@kainuu.example'
const round = '/projects/kkk2/rounds/2025-Q4'
const queue = `${round}/queue`

const heading = (page: Page) => page.locator('h2#report')
const progress = (page: Page) => page.locator('label[for="queue-progress"]')
const list = (page: Page) => page.getByRole('region', { name: /^Odottaa hyväksyntää/ })
const items = (page: Page) => list(page).getByRole('listitem')

// Every state is looked at by axe, which takes its seconds on a busy machine.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** More reports are sent by their coordinators, behind the pages. */
async function send(count: number, databaseUrl: string): Promise<void> {
  const script = path.join(root, 'tests/support/send-reports.mts')
  const env = { DATABASE_APP_URL: databaseUrl, DATABASE_URL: '', AUTH_SECRET: testSecret }
  const done = await runQuietly(runtime.node, [...runtime.flags, script, String(count)], { env })
  if (!done.ok) throw new Error(done.output)
}

/** Opens the queue and waits until the page listens to keys. */
async function openQueue(page: Page, address = queue): Promise<void> {
  await page.goto(address)
  await listening(page)
}

async function listening(page: Page): Promise<void> {
  await expect(page.locator('[data-shortcuts="on"]')).toHaveCount(1)
}

/** Presses a key and waits for the next report, whose heading has the focus. */
async function pressOn(page: Page, key: string): Promise<string> {
  const before = await heading(page).innerText()
  await page.keyboard.press(key)
  await expect(heading(page)).not.toHaveText(before)
  await expect(heading(page)).toBeFocused()
  await listening(page)
  return before
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )
}

test('ten reports are reviewed with the keyboard alone', async ({ page, etappi }) => {
  test.setTimeout(240_000)
  await send(3, etappi.database.appUrl)
  await signIn(page, director, queue)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tarkistusjono Q4/2025')
  await listening(page)
  await expect(items(page)).toHaveCount(10)
  await expect(progress(page)).toHaveText('Hyväksytty 6/35')
  await expectNoViolations(page)

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Tarkistusjonon pikanäppäimet' })
  await expect(help).toBeVisible()
  await expect(help.getByRole('row')).toHaveCount(8)
  await expectNoViolations(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  await openQueue(page, `${queue}?light=red&text=häiriökysynnän%20selvittäminen%20ja`)
  await expect(items(page)).toHaveCount(1)
  const changes = page.getByRole('region', { name: 'Mikä muuttui (Q3/2025 → Q4/2025)' })
  await expect(changes.getByRole('listitem')).toContainText([
    'Kokonaistilanne',
    /^Tilanne: .+ → Vaarassa$/,
    /^Perustelu yhdellä lauseella: .+ → Rekrytointi viivästyy\.$/,
    'Tulokset',
    /^Mitä jaksolla saatiin aikaan\? (teksti muuttunut|uusi teksti)$/,
  ])
  await expect(page.getByText('Mikään ei ole muuttunut edellisestä raportista')).toHaveCount(0)
  await expectNoViolations(page)
  await openQueue(page)

  const first = await pressOn(page, 'j')
  expect(new URL(page.url()).searchParams.get('report')).toMatch(/^[0-9a-f-]{36}$/)
  await expectNoViolations(page)
  await pressOn(page, 'k')
  await expect(heading(page)).toHaveText(first)

  for (const [index, key] of [...'aaraaraaa'].entries()) {
    const unit = await heading(page).innerText()
    if (key === 'a') await pressOn(page, 'a')
    else await returnByKeyboard(page, `Kerro jakson ajankohta, x? (${index})`)
    const told = page.getByRole('status').filter({ hasText: key === 'a' ? 'Hyväksytty' : 'Palautettu' })
    await expect(told.getByRole('link', { name: unit })).toBeVisible()
    if (index < 3) await expectNoViolations(page)
  }
  await expect(progress(page)).toHaveText('Hyväksytty 13/35')
  await expect(items(page)).toHaveCount(1)
  const last = await heading(page).innerText()
  await page.keyboard.press('e')
  await expect(page).toHaveURL(new RegExp(`${round}/[0-9a-f-]{36}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(last)

  await page.goto(round)
  await expect(page.getByLabel('Hyväksytty 13/35')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Avaa tarkistusjono (1)' })).toBeVisible()
})

/** r, a section, a reason, send: with keys only. What is typed is text and no command. */
async function returnByKeyboard(page: Page, reason: string): Promise<void> {
  const address = page.url()
  const before = await heading(page).innerText()
  await page.keyboard.press('r')
  const section = page.locator('#return-sections')
  await expect(section).toBeFocused()
  await page.keyboard.press('Space')
  await expect(section).toBeChecked()
  const field = page.locator('#return-reason')
  for (let steps = 0; steps < 60 && !(await isFocused(page, '#return-reason')); steps += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.type(reason)
  await expect(field).toHaveValue(reason)
  expect(page.url()).toBe(address)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page)).not.toHaveText(before)
  await expect(heading(page)).toBeFocused()
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}

test('a return without a reason keeps the form open and says what is missing', async ({ page }) => {
  await signIn(page, director, queue)
  await listening(page)
  await page.keyboard.press('r')
  await page.locator('#return').getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  await expect(page.locator('.error-summary')).toBeFocused()
  await expectNoViolations(page)
})

test('keys do nothing while text is typed, with a modifier, or when they are switched off', async ({
  page,
  etappi,
}) => {
  await send(6, etappi.database.appUrl)
  await signIn(page, director, queue)
  await listening(page)
  await expect(items(page)).toHaveCount(7)
  const before = await heading(page).innerText()
  await page.getByText('Rajaa yksiköitä').click()
  await page.getByLabel('Yksikön nimi').pressSequentially('ajkrex?')
  await expect(page.getByLabel('Yksikön nimi')).toHaveValue('ajkrex?')
  await page.locator('h1').click()
  await page.keyboard.press('Alt+j')
  await page.keyboard.press('Control+x')
  await expect(heading(page)).toHaveText(before)
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(0)

  await page.getByRole('button', { name: 'Pikanäppäimet' }).click()
  await page.getByRole('checkbox', { name: 'Pikanäppäimet käytössä' }).uncheck()
  await page.getByRole('button', { name: 'Sulje' }).click()
  for (const key of ['j', 'a', 'x', '?']) await page.keyboard.press(key)
  await expect(heading(page)).toHaveText(before)
  await page.reload()
  await expect(page.locator('[data-shortcuts="off"]')).toHaveCount(1)
  await page.keyboard.press('j')
  await expect(heading(page)).toHaveText(before)
  await page.getByRole('button', { name: 'Pikanäppäimet' }).click()
  await page.getByRole('checkbox', { name: 'Pikanäppäimet käytössä' }).check()
  await page.getByRole('button', { name: 'Sulje' }).click()
  await pressOn(page, 'j')
  await expect(progress(page), 'nothing was approved').toHaveText('Hyväksytty 13/35')

  await page.goto(`${queue}?text=ei%20mikään`)
  await expect(page.getByText('Rajaukseen ei jää odottavia raportteja')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Näytä kaikki odottavat' }).click()
  await expect(items(page)).toHaveCount(7)
})

test('in Swedish and in English', async ({ page }) => {
  await signIn(page, director, queue)
  for (const [language, title, mark] of [
    ['sv', 'Granskningskö Q4/2025', /^Välj för godkännande: /],
    ['en', 'Review queue Q4/2025', /^Select for approval: /],
  ] as const) {
    await page.goto(`${queue}?lang=${language}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.getByRole('checkbox', { name: mark })).toHaveCount(7)
    await expectNoViolations(page)
  }
})

test('a report that somebody else has approved meanwhile: a clear message, and the queue goes on', async ({
  page,
  context,
}) => {
  await signIn(page, director, queue)
  await listening(page)
  const unit = await heading(page).innerText()
  const other = await context.newPage()
  await openQueue(other)
  await pressOn(other, 'a')
  await page.keyboard.press('a')
  const refused = page.getByRole('region', { name: 'Tarkastus' }).getByRole('alert')
  await expect(refused).toContainText('Päätöstä ei tehty: raportti on muuttunut')
  await expect(heading(page)).toHaveText(unit)
  await expectNoViolations(page)
  const address = await list(page).getByRole('link', { name: unit }).getAttribute('href')
  await page.goto(String(address))
  await listening(page)
  await expect(page.getByText('Tämä raportti ei enää odota hyväksyntää')).toBeVisible()
  await expect(page.getByText(/^Hyväksyttiin: Projektijohtaja, /)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hyväksy', exact: true })).toHaveCount(0)
  await expectNoViolations(page)
  await pressOn(page, 'j')
  await expect(progress(page)).toHaveText('Hyväksytty 14/35')
})

test('many are approved after a list of what they are; one that has moved is left out and told', async ({
  page,
  context,
}) => {
  await signIn(page, director, queue)
  await listening(page)
  await expect(items(page)).toHaveCount(6)
  const units: string[] = []
  for (const index of [0, 1, 2]) {
    units.push(await heading(page).innerText())
    await page.keyboard.press('x')
    await expect(page.getByRole('button', { name: `Hyväksy valitut (${index + 1})` })).toBeVisible()
    if (index < 2) await pressOn(page, 'j')
  }
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(3)
  const other = await context.newPage()
  await openQueue(other)
  await expect(other.locator('h2#report')).toHaveText(String(units[0]))
  await pressOn(other, 'a')
  await page.getByRole('button', { name: 'Hyväksy valitut (3)' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hyväksy valitut raportit')
  const ready = page.getByRole('region', { name: 'Hyväksytään (2)' })
  await expect(ready.locator('tbody tr')).toHaveCount(2)
  await expect(ready).toContainText(String(units[1]))
  await expect(page.getByRole('region', { name: 'Ei hyväksytä (1)' })).toContainText(String(units[0]))
  await expectNoViolations(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await expectFits(page)
  await page.getByRole('button', { name: 'Hyväksy 2 raporttia' }).click()
  await expect(page).toHaveURL(/\/queue\?done=/)
  const told = page.getByRole('status').filter({ hasText: 'Hyväksytty' })
  await expect(told.getByRole('listitem')).toHaveText(units.slice(1))
  await expect(progress(page)).toHaveText('Hyväksytty 17/35')
  await expect(items(page)).toHaveCount(3)
  await expect(list(page).getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expectNoViolations(page)
  await page.goto(`${queue}/approve`)
  await expect(page.getByText('Yhtään raporttia ei ole valittu')).toBeVisible()
  await expectNoViolations(page)
})

test('who has not sent is listed, and reminded once a day', async ({ page, context }) => {
  await signIn(page, director, queue)
  const unsent = (on: Page) => on.getByRole('region', { name: /^Raportti lähettämättä/ })
  const other = await context.newPage()
  await other.goto(round)
  const button = unsent(page)
    .getByRole('button', { name: /^Muistuta: / })
    .first()
  const name = String(await button.getAttribute('aria-label'))
  const unit = name.replace('Muistuta: ', '')
  await button.click()
  const told = page.locator('#reminders-told')
  await expect(told).toBeFocused()
  await expect(told).toContainText('Muistutettu')
  await expect(told).toContainText(unit)
  await expect(unsent(page).getByRole('button', { name, exact: true })).toHaveCount(0)
  await expect(unsent(page).getByRole('row').filter({ hasText: unit })).toContainText(/Tänään klo \d/)
  await expectNoViolations(page)

  await unsent(other).getByRole('button', { name, exact: true }).click()
  await expect(other.locator('#reminders-told')).toContainText(`${unit}: muistutettu jo tänään klo`)
  await unsent(other).getByRole('button', { name: 'Lähetä muistutus valituille' }).click()
  await expect(other.locator('#reminders-told')).toContainText('Muistutettu')
  await expect(unsent(other).getByRole('button')).toHaveCount(0)
  await expect(unsent(other)).toContainText('Nyt ei ole ketään muistutettavaa.')
  await expectNoViolations(other)
})

test('without scripts the queue works by its buttons and links', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, director, queue)
  const first = await heading(page).innerText()
  await page.getByRole('link', { name: 'Seuraava', exact: true }).click()
  await expect(heading(page)).not.toHaveText(first)
  const second = await heading(page).innerText()
  await page.getByRole('button', { name: 'Hyväksy', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Hyväksytty' })).toContainText(second)
  await expect(progress(page)).toHaveText('Hyväksytty 18/35')
  await context.close()
})

test('on a narrow screen, down to the empty queue', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, director, queue)
  await listening(page)
  await expect(items(page)).toHaveCount(2)
  await expectFits(page)
  await expectNoViolations(page)
  await pressOn(page, 'a')
  await expect(progress(page)).toBeInViewport()
  await page.keyboard.press('a')
  await expect(page.getByText('Yksikään raportti ei odota hyväksyntää')).toBeVisible()
  await expect(heading(page)).toBeFocused()
  await expect(progress(page)).toHaveText('Hyväksytty 20/35')
  await expectFits(page)
  await expectNoViolations(page)
  await page.goto(`${queue}?light=red`)
  await expect(page.getByText('Yksikään raportti ei odota hyväksyntää')).toBeVisible()
})

test.describe('who is refused', () => {
  for (const [who, email] of [
    ['a coordinator', 'koordinaattori1@kainuu.example'],
    ['the steering group', 'ohjausryhma@kainuu.example'],
    ['another county', 'johtaja@kanta-hame.example'],
  ] as const) {
    test(`${who}: the queue looks as if it did not exist`, async ({ page, expectedErrors }) => {
      expectedErrors.push(/404/)
      await signIn(page, email, '/projects')
      for (const address of [queue, `${queue}/approve`]) expect((await page.goto(address))?.status(), address).toBe(404)
    })
  }
})
