// Bad input and faults at the report form: a clear message, nothing lost, nothing doubled.
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import {
  coordinator,
  cutOff,
  expectSaved,
  field,
  killTab,
  openForm,
  saveLine,
  sql,
  stored,
} from '@/tests/support/form-page'

let form = ''
let reportId = ''

test.describe.configure({ timeout: 120_000 })

/** Each test begins on the open form; the report is looked up once. */
async function begin(page: Page): Promise<void> {
  if (form === '') ({ form, reportId } = await openForm(page))
  else await signIn(page, coordinator, form)
}

async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((given) => navigator.clipboard.writeText(given), text)
}

/** Measures from now on how long the page did nothing but one thing, in milliseconds. */
async function watchStandstill(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { longest: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { seen })
  })
  return () => page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest)
}

/** Pastes as the keyboard does. */
async function paste(page: Page, path: string, text: string): Promise<void> {
  await copy(page, text)
  await field(page, path).focus()
  await page.keyboard.press('Control+V')
}

test('ten megabytes of pasted text: refused with its length and the limit, at once, and nothing is lost', async ({
  page,
  etappi,
}) => {
  await begin(page)
  await field(page, 'nextSteps/text').fill('Aiempi teksti')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Aiempi teksti')
  await field(page, 'results/text').fill('Muu kenttä')
  await expectSaved(page, etappi, reportId, 'results/text', 'Muu kenttä')
  const bodies: number[] = []
  page.on('request', (request) => bodies.push(request.postData()?.length ?? 0))
  await copy(page, 'Pitkä teksti. '.repeat(750_000))
  await field(page, 'nextSteps/text').focus()
  const longest = await watchStandstill(page)
  await page.keyboard.press('Control+V')
  await expect(field(page, 'nextSteps/text')).toHaveAttribute('aria-invalid', 'true')
  expect(await longest(), 'the page never stood still').toBeLessThan(1000)
  await expect(page.locator('#f-nextSteps-text-error')).toHaveText(
    /10\s500\s000 merkkiä, eikä sitä liitetty\. Kenttään mahtuu 20\s000 merkkiä\./,
  )
  await expect(field(page, 'nextSteps/text')).toHaveValue('Aiempi teksti')
  await expectNoViolations(page)
  await field(page, 'results/text').fill('Muu kenttä tallentuu yhä')
  await expectSaved(page, etappi, reportId, 'results/text', 'Muu kenttä tallentuu yhä')
  expect(Math.max(...bodies), 'the long text is never sent').toBeLessThan(20_000)
})

test('a text somewhat too long stays in the field to be shortened and is then saved', async ({ page, etappi }) => {
  await begin(page)
  await field(page, 'nextSteps/text').fill('Aiempi teksti')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Aiempi teksti')
  await paste(page, 'nextSteps/text', 'x'.repeat(20_500))
  await expect(page.locator('#f-nextSteps-text-error')).toHaveText(/^Tekstissä on 20\s5\d\d merkkiä/)
  await expect(saveLine(page)).toHaveAttribute('data-save', 'refused')
  expect((await field(page, 'nextSteps/text').inputValue()).length).toBeGreaterThan(20_000)
  expect((await stored(etappi, reportId, 'nextSteps/text')).text).toBe('Aiempi teksti')
  await field(page, 'nextSteps/text').fill('Lyhennetty')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Lyhennetty')
})

test('a text pasted from Word is saved as it would have been typed, and the browser takes it back', async ({
  page,
  etappi,
}) => {
  await begin(page)
  await field(page, 'deviations/text').fill('')
  await paste(page, 'deviations/text', '\u2022\tKoulu\u00adtus siirtyi\r\n\u2022\tUusi p\u00e4iv\u00e4: 1.9.\u00a02025')
  const clean = '- Koulutus siirtyi\n- Uusi päivä: 1.9. 2025'
  await expect(field(page, 'deviations/text')).toHaveValue(clean)
  await expectSaved(page, etappi, reportId, 'deviations/text', clean)
  await field(page, 'deviations/text').focus()
  await page.keyboard.press('Control+Z')
  await expect(field(page, 'deviations/text')).not.toHaveValue(clean)
})

test('a number in English format is told how to write', async ({ page }) => {
  await begin(page)
  const value = page.locator('[name^="text:indicators/"][name$="/value"][inputmode="decimal"]').first()
  const around = value.locator('xpath=ancestor::div[contains(@class,"mb-6")][1]')
  await value.fill('1,234.56')
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await expect(around.locator('.field-error')).toContainText(/pilku|välilyön/)
  await value.fill('35.5')
  await expect(around).toContainText('Ymmärretty: 35,5')
  await value.fill('')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
})

test('a lost reply: the server saved, the answer never came; sending again does nothing twice', async ({
  page,
  context,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await begin(page)
  const { version } = await stored(etappi, reportId, 'results/text')
  let lost = 0
  await context.route('**/fields', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await field(page, 'results/text').fill('Kerran riittää')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved', { timeout: 15_000 })
  expect(lost).toBe(1)
  expect(await stored(etappi, reportId, 'results/text')).toEqual({ text: 'Kerran riittää', version: version + 1 })
})

test('a server that answers 502 with a page while it is renewed: the text waits and is saved', async ({
  page,
  context,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/502/)
  await begin(page)
  let refused = 0
  await context.route('**/api/reports/**', (route) => {
    refused += 1
    return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' })
  })
  await field(page, 'results/text').fill('Päivityksen aikana')
  await expect(saveLine(page)).toHaveText(/^Vain tällä laitteella – palvelimeen ei saada yhteyttä/)
  expect(refused).toBeGreaterThan(0)
  await context.unrouteAll()
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved', { timeout: 15_000 })
  await expectSaved(page, etappi, reportId, 'results/text', 'Päivityksen aikana')
})

test('an unknown period is a page that says so', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/, /400/)
  await begin(page)
  for (const period of ['2031-Q4', '2025-Q9', 'ei-ole', '%00']) {
    const answer = await page.goto(form.replace('2025-Q4', period))
    expect(answer?.status(), period).toBe(period === '%00' ? 400 : 404)
    if (period !== '%00') await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('sent twice in one go, the report is sent once; going back shows no dead form', async ({
  page,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/409/)
  await begin(page)
  for (;;) {
    const confirm = page.getByRole('button', { name: /^Vahvista/ }).first()
    if ((await confirm.count()) === 0) break
    await confirm.click()
  }
  await page.getByRole('radio', { name: 'Suunnitelman mukaan' }).check()
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
  const send = page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' })
  await send.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
    button.click()
  })
  await expect(page).toHaveURL(new RegExp(`${form.replace(/\/edit$/, '')}$`))
  await expect(page.getByText('Lähetetty', { exact: true })).toBeVisible()
  const events = await sql<{ type: string }>(
    etappi,
    `SELECT type::text FROM "StatusReportEvent" WHERE "reportId" = $1 AND type IN ('submitted', 'resubmitted') ORDER BY seq`,
    [reportId],
  )
  const sent = events.length
  await page.goBack()
  await expect(page.getByText('Katsausta ei voi nyt muokata')).toBeVisible()
  await expect(page.locator('[name^="text:"]')).toHaveCount(0)
  await expectNoViolations(page)
  await page.goto(form)
  await expect(page.getByText('Katsausta ei voi nyt muokata')).toBeVisible()
  expect(sent).toBe(1)
})

test('the answer to the sending is lost: it is told, the form stays, and pressing again sends nothing twice', async ({
  page,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await begin(page)
  // The form hears nothing meanwhile: within five seconds its sign of life would tell it that the report has been sent.
  await page.route('**/presence', (route) => route.abort())
  // The test before has sent it.
  await page.goto(form.replace(/\/edit$/, ''))
  await page.getByRole('button', { name: 'Peru lähetys' }).click()
  await page.getByRole('link', { name: 'Kirjoita raporttia' }).click()
  const sendings = async () =>
    (
      await sql(
        etappi,
        `SELECT 1 FROM "StatusReportEvent" WHERE "reportId" = $1 AND type IN ('submitted', 'resubmitted')`,
        [reportId],
      )
    ).length
  const before = await sendings()
  let lost = 0
  await page.route(`**${form}`, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch({ maxRedirects: 0 })
    return route.abort()
  })
  await field(page, 'results/text').fill('Lähetetään kerran')
  // Saved by the page's scripts: from here on they send the form, not the browser by itself.
  await expectSaved(page, etappi, reportId, 'results/text', 'Lähetetään kerran')
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page.getByText(/^Palvelimelta ei saatu vastausta/).first()).toBeVisible()
  expect(lost).toBe(1)
  expect(await sendings()).toBe(before + 1)
  await expect(field(page, 'results/text')).toHaveValue('Lähetetään kerran')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click()
  await expect(page).toHaveURL(new RegExp(`${form.replace(/\/edit$/, '')}$`))
  await expect(page.getByText('Lähetetty', { exact: true })).toBeVisible()
  expect(await sendings()).toBe(before + 1)
})

test('text left on this device of a report that was sent elsewhere is shown to be copied, then removed', async ({
  page,
  context,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await begin(page)
  // The test before has sent it.
  await page.goto(form.replace(/\/edit$/, ''))
  const recall = page.getByRole('button', { name: 'Peru lähetys' })
  if ((await recall.count()) > 0) {
    await recall.click()
    await expect(page.getByRole('link', { name: 'Kirjoita raporttia' })).toBeVisible()
  }
  const keys = page.waitForResponse('**/api/copy-key')
  await page.goto(form)
  await keys
  await field(page, 'nextSteps/text').fill('Ensin tallennettu')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Ensin tallennettu')
  await cutOff(page)
  await field(page, 'results/text').fill('Ehti vain laitteelle')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await killTab(page)
  const elsewhere = await context.newPage()
  await sql(
    etappi,
    `WITH moved AS (UPDATE "StatusReport" SET state = 'submitted', version = version + 1 WHERE id = $1 RETURNING *)
     INSERT INTO "StatusReportEvent" (id, "organisationId", "reportId", seq, type)
     SELECT gen_random_uuid(), m."organisationId", m.id, (SELECT max(seq) + 1 FROM "StatusReportEvent" WHERE "reportId" = m.id),
            (CASE WHEN EXISTS (SELECT 1 FROM "StatusReportEvent" WHERE "reportId" = m.id AND type = 'returned')
                  THEN 'resubmitted' ELSE 'submitted' END)::"ReportEventType" FROM moved m`,
    [reportId],
  )
  await elsewhere.goto(form)
  await expect(elsewhere.getByText('Tällä laitteella on tallentamatonta tekstiä')).toBeVisible()
  await expect(elsewhere.getByText('Ehti vain laitteelle')).toBeVisible()
  await expectNoViolations(elsewhere)
  await elsewhere.getByRole('button', { name: 'Poista tältä laitteelta' }).click()
  // Waited for from before: the answer may come before the page has loaded.
  const asked = elsewhere.waitForResponse('**/api/copy-key', { timeout: 15_000 }).catch(() => undefined)
  await elsewhere.reload()
  await asked
  await expect(elsewhere.getByText('Ehti vain laitteelle')).toHaveCount(0)
})
