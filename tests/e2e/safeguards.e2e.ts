import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'
import {
  colleague,
  coordinator,
  cutOff,
  expectSaved,
  expireSessions,
  field,
  keepsCopies,
  killTab,
  openForm,
  saveLine,
  shareUnit,
  signInHere,
  stored,
} from '@/tests/support/form-page'

let form = ''
let reportId = ''

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test('the form of the report is found', async ({ page, etappi }) => {
  const found = await openForm(page)
  form = found.form
  reportId = found.reportId
  await shareUnit(etappi, reportId)
})

test('R4: the session ends three times while typing: no character is lost, same field, cursor kept', async ({
  page,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/401/)
  await signIn(page, coordinator, form)
  const results = field(page, 'results/text')
  await results.fill('')
  await expectSaved(page, etappi, reportId, 'results/text', '')
  let expected = ''
  let cursor = 0
  for (let round = 1; round <= 3; round += 1) {
    await expireSessions(etappi)
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/fields') && answer.status() === 401)
    const typed = `${round}. istunto päättyi. `
    await page.keyboard.insertText('')
    await results.focus()
    await page.keyboard.type(typed, { delay: 15 })
    expected = expected.slice(0, cursor) + typed + expected.slice(cursor)
    cursor += typed.length
    await refused
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft')
    cursor -= 4
    await expect(saveLine(page)).toHaveText('Vain tällä laitteella – istuntosi on päättynyt.')
    await expect(page.getByText('Kirjaudu sisään, niin pääset takaisin samaan kohtaan.')).toBeVisible()
    await page.getByRole('link', { name: 'Kirjaudu sisään' }).click()
    await page.waitForURL(/\/sign-in/)
    await signInHere(page)
    await page.waitForURL((url) => url.pathname === form)
    await expect(results).toHaveValue(expected)
    await expect(results).toBeFocused()
    expect(await results.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd])).toEqual([
      cursor,
      cursor,
    ])
    await expect(page.locator('[data-recovered="1"]')).toContainText('Palautettiin yksi kenttä')
    await expectSaved(page, etappi, reportId, 'results/text', expected)
    if (round === 1) await expectNoViolations(page)
  }
})

test('the session that ends while nothing is unsaved is told within five seconds', async ({
  page,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/401/)
  await signIn(page, coordinator, form)
  await field(page, 'nextSteps/text').click()
  await keepsCopies(page)
  await expireSessions(etappi)
  await expect(page.locator('[data-session-ended]')).toBeVisible({ timeout: 5000 })
  await expect(saveLine(page), 'what is saved stays saved').toHaveAttribute('data-save', /saved|quiet/)
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Kirjaudu sisään' }).click()
  await page.waitForURL(/\/sign-in/)
  await signInHere(page)
  await page.waitForURL((url) => url.pathname === form)
  await expect(field(page, 'nextSteps/text')).toBeFocused()
})

test('what came back from this device can be taken back', async ({ page, context, etappi, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED/)
  await signIn(page, coordinator, form)
  const before = await field(page, 'deviations/text').inputValue()
  await cutOff(page)
  await field(page, 'deviations/text').fill('Ilman verkkoa')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await killTab(page)
  const again = await context.newPage()
  await again.goto(form)
  await expectSaved(again, etappi, reportId, 'deviations/text', 'Ilman verkkoa')
  await again.getByRole('button', { name: /^Kumoa palautus/ }).click()
  await expectSaved(again, etappi, reportId, 'deviations/text', before)
  await again.reload()
  await expect(field(again, 'deviations/text')).toHaveValue(before)
  await expect(again.locator('[data-recovered]')).toHaveCount(0)
})

test('what came back on a field that has changed since is shown beside the other text', async ({
  page,
  context,
  browser,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await signIn(page, coordinator, form)
  await cutOff(page)
  await field(page, 'deviations/text').fill('Koulutus siirtyi syksyyn omalla koneella')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await killTab(page)
  const elsewhere = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await elsewhere.newPage()
  await signIn(other, colleague, form)
  await field(other, 'deviations/text').fill('Koulutus siirtyi kevääseen')
  await expectSaved(other, etappi, reportId, 'deviations/text', 'Koulutus siirtyi kevääseen')
  await elsewhere.close()
  const again = await context.newPage()
  await again.goto(form)
  await expect(saveLine(again)).toHaveAttribute('data-save', 'conflict')
  await expect(again.locator('[data-recovered="1"]')).toContainText('Joku muu on muuttanut kenttää')
  const both = again.locator('[data-conflict="deviations/text"]')
  await expect(both).toContainText('Sinun tekstisi')
  await expect(both.locator('del')).toContainText('syksyyn')
  await expect(both.locator('del')).toContainText('vain sinun tekstissäsi:')
  await expect(both.locator('ins')).toContainText('kevääseen')
  await expectNoViolations(again)
  expect((await stored(etappi, reportId, 'deviations/text')).text, 'nothing is overwritten').toBe(
    'Koulutus siirtyi kevääseen',
  )
  await again.getByRole('button', { name: 'Ota toisen teksti' }).click()
  await expect(field(again, 'deviations/text')).toBeFocused()
  await expect(saveLine(again)).toHaveAttribute('data-save', 'saved')
})

test('a second editor is told of within five seconds, with the field, and gone when they leave', async ({
  page,
  browser,
  etappi,
}) => {
  await signIn(page, coordinator, form)
  // Whoever was here in the test before is shown until their last sign of life is too old.
  await expect(page.locator('[data-others]')).toHaveCount(0, { timeout: 30_000 })
  const elsewhere = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await elsewhere.newPage()
  await signIn(other, colleague, form)
  const came = Date.now()
  const list = page.locator('[data-others]')
  await expect(list).toContainText('Koordinaattori 2 muokkaa myös tätä katsausta.', { timeout: 5000 })
  expect(Date.now() - came).toBeLessThan(5000)
  await expect(other.locator('[data-others]')).toContainText('Koordinaattori 1')
  await field(other, 'nextSteps/text').click()
  await expect(list).toContainText('kenttä: Mitä tehdään seuraavaksi?', { timeout: 9000 })
  await expectNoViolations(page)

  await field(other, 'nextSteps/text').fill('Toisen kirjoittama askel')
  await expect(field(page, 'nextSteps/text')).toHaveValue('Toisen kirjoittama askel', { timeout: 9000 })
  await expect(page.getByText('Päivitetty juuri')).toBeVisible()

  await elsewhere.close()
  await expect(list).toHaveCount(0, { timeout: 20_000 })
})

test('two writers of one field: both texts, and combined into one', async ({ page, browser, etappi }) => {
  await signIn(page, coordinator, form)
  const elsewhere = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const other = await elsewhere.newPage()
  await signIn(other, colleague, form)
  await field(page, 'nextSteps/text').focus()
  await field(other, 'nextSteps/text').fill('Pilotti alkaa elokuussa')
  await expectSaved(other, etappi, reportId, 'nextSteps/text', 'Pilotti alkaa elokuussa')
  await field(page, 'nextSteps/text').fill('Pilotti alkaa syyskuussa')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'conflict')
  await expectNoViolations(page)
  await page.getByRole('button', { name: /^Yhdistä/ }).click()
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Pilotti alkaa syyskuussa\n\nPilotti alkaa elokuussa')
  await elsewhere.close()
})

test('the latest change of a field is undone, and the undoing too, by keyboard', async ({ page, etappi }) => {
  await signIn(page, colleague, form)
  const before = await field(page, 'nextSteps/text').inputValue()
  await field(page, 'nextSteps/text').fill('Väärin')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Väärin')
  const undo = page.getByRole('button', { name: /^Kumoa viimeisin muutos: Mitä tehdään seuraavaksi/ })
  await undo.focus()
  await page.keyboard.press('Enter')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', before)
  await expect(field(page, 'nextSteps/text')).toHaveValue(before)
  await expect(page.getByText('Muutos kumottiin.')).toBeVisible()
  await undo.focus()
  await page.keyboard.press('Enter')
  await expectSaved(page, etappi, reportId, 'nextSteps/text', 'Väärin')
})

test('signing out clears this device; what cannot be saved is asked about first', async ({ page, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED/)
  await signIn(page, coordinator, form)
  await cutOff(page, '**/fields')
  await field(page, 'results/text').fill('Jää vain tälle laitteelle')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await page.getByRole('button', { name: 'Koordinaattori 1' }).click()
  const asked = page.waitForEvent('dialog')
  const click = page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  const dialog = await asked
  expect(dialog.message()).toContain('tallentamatonta')
  await dialog.accept()
  await click
  await page.waitForURL(/\/sign-in/)
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await page.unrouteAll()
  await signIn(page, coordinator, form)
  await page.waitForResponse('**/presence')
  await expect(field(page, 'results/text')).not.toHaveValue('Jää vain tälle laitteelle')
  await expect(page.locator('[data-recovered]')).toHaveCount(0)
})

test('somebody else on the same browser sees nothing of it; its writer gets it back', async ({
  page,
  context,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/, /401/)
  await signIn(page, coordinator, form)
  await cutOff(page, '**/fields')
  await field(page, 'results/text').fill('Vain kirjoittajalle')
  await expect(saveLine(page)).toHaveAttribute('data-save', 'local')
  await killTab(page)
  await expireSessions(etappi)
  const other = await context.newPage()
  await signIn(other, colleague, form)
  await other.waitForResponse('**/presence')
  await other.waitForTimeout(1000)
  await expect(other.locator('[data-recovered]')).toHaveCount(0)
  expect(await other.content()).not.toContain('Vain kirjoittajalle')
  await other.close()
  await expireSessions(etappi)
  const again = await context.newPage()
  await signIn(again, coordinator, form)
  await expectSaved(again, etappi, reportId, 'results/text', 'Vain kirjoittajalle')
})
