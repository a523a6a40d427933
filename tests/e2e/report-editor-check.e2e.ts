import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { expireSessions, keepsCopies, saveLine, signInHere } from '@/tests/support/form-page'

const coordinator = 'koordinaattori1@kainuu.example'
const report = '/projects/kkk2/final-report'
/** One black point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let section = ''

const editor = (page: Page) => page.getByRole('textbox', { name: 'Kohdan teksti' })
const saved = (page: Page) => expect(saveLine(page)).toHaveText(/^Tallennettu/, { timeout: 15_000 })
const findings = (page: Page) => page.getByRole('region', { name: 'Tarkastus' })
const finding = (page: Page, text: string) => findings(page).getByRole('listitem').filter({ hasText: text })

async function openEditor(page: Page): Promise<void> {
  await signIn(page, coordinator, `${section}/edit`)
  await expect(editor(page)).toBeVisible()
}

async function newLine(page: Page, text: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
}

test('the check follows the writing: told, marked, led to, put right and accepted without leaving the text', async ({
  page,
}) => {
  await signIn(page, coordinator, report)
  const link = page.getByRole('main').getByRole('link', { name: /^4\.3 |^4\.2 / })
  section = (await link.first().getAttribute('href')) ?? ''
  await page.goto(`${section}/edit`)
  await expect(findings(page)).toBeVisible()
  const before = await findings(page).getByRole('listitem').count()
  await newLine(page, 'Katso kuva 412. Kokous pidettiin maanantaina 1.1.2025.')
  await expect(finding(page, 'kuva 412')).toContainText('ei johda mihinkään', { timeout: 15_000 })
  await expect(finding(page, 'kuva 412').getByText('Virhe', { exact: true })).toBeVisible()
  await expect(finding(page, '1.1.2025')).toContainText('maanantaina')
  await expect(editor(page), 'the check never takes the focus').toBeFocused()
  await expect(page.locator('.editor-found', { hasText: 'kuva 412' })).toBeVisible()
  const said = findings(page).getByRole('status')
  await expect(said).toHaveText(`Löydöksiä tässä kohdassa: ${before + 2}`)
  await expect(page.getByRole('link', { name: `Tarkastus: ${before + 2}` })).toBeVisible()
  await expectNoViolations(page)

  await page.keyboard.press('Control+Home')
  await finding(page, 'kuva 412').getByRole('button', { name: 'Näytä tekstissä' }).press('Enter')
  await expect(editor(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('kuva 412')
  await page.keyboard.type('lisää toisaalta')
  await expect(finding(page, 'kuva 412')).toHaveCount(0, { timeout: 15_000 })
  await expect(page.locator('.editor-found', { hasText: 'kuva' })).toHaveCount(0)

  const day = finding(page, '1.1.2025')
  await day.getByRole('button', { name: 'Hyväksy perustellen' }).press('Enter')
  await day.getByRole('button', { name: 'Hyväksy perustellen' }).last().press('Enter')
  await expect(day.getByText('Kirjoita perustelu.').first()).toBeVisible()
  await expectNoViolations(page)
  await day.getByLabel('Perustelu').fill('Näin se on pöytäkirjassa.')
  await day.getByRole('button', { name: 'Hyväksy perustellen' }).last().press('Enter')
  await expect(finding(page, '1.1.2025')).toHaveCount(0, { timeout: 15_000 })
  await expect(findings(page).getByText(/Perustellen hyväksyttyjä: 1/)).toBeVisible()
  await expect(findings(page).getByRole('heading', { name: 'Tarkastus' })).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`${section}/edit`))
  await expect(editor(page)).toContainText('Katso lisää toisaalta.')
})

test('a check that does not come is told, and is made with the next save', async ({ page, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED/)
  await openEditor(page)
  await page.route('**/check', (route) => route.abort())
  await newLine(page, 'Katso kuva 413.')
  await expect(findings(page).getByText('Tarkastusta ei saatu tehtyä.')).toBeVisible({ timeout: 15_000 })
  await page.unroute('**/check')
  await page.keyboard.type(' Lisää.')
  await expect(finding(page, 'kuva 413')).toHaveCount(1, { timeout: 15_000 })
  await expect(findings(page).getByText('Tarkastusta ei saatu tehtyä.')).toHaveCount(0)
})

test('without scripts, and for who only reads, the section lists what was found when it was last saved', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'fi-FI' })
  const plain = await context.newPage()
  await signIn(plain, coordinator, section)
  await expect(finding(plain, 'kuva 413')).toContainText('ei johda mihinkään')
  await expect(finding(plain, 'kuva 413').getByRole('link', { name: 'Hyväksy perustellen' })).toBeVisible()
  await plain.goto(`${section}/edit`)
  await expect(finding(plain, 'kuva 413')).toHaveCount(1)
  await context.close()
  const other = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const reader = await other.newPage()
  await signIn(reader, 'tarkastaja@kainuu.example', section)
  await expect(finding(reader, 'kuva 413').getByRole('link', { name: 'Näytä tekstissä' })).toBeVisible()
  await expect(findings(reader).getByRole('link', { name: 'Hyväksy perustellen' })).toHaveCount(0)
  await expectNoViolations(reader)
  await other.close()
})

test('whatever is done can be undone and done again, by keys and by buttons', async ({ page }) => {
  await openEditor(page)
  const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true })
  await newLine(page, 'Tämä jää.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tämä poistetaan.')
  await saved(page)
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(editor(page)).not.toContainText('Tämä poistetaan.')
  await page.keyboard.press('Control+z')
  await expect(editor(page)).toContainText('Tämä poistetaan.')
  await page.keyboard.press('Control+y')
  await expect(editor(page)).not.toContainText('Tämä poistetaan.')
  await tool('Kumoa').click()
  await expect(editor(page)).toContainText('Tämä poistetaan.')
  await page.keyboard.press('Control+Alt+1')
  await expect(editor(page).getByRole('heading', { name: 'Tämä poistetaan.' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor(page).getByRole('heading', { name: 'Tämä poistetaan.' })).toHaveCount(0)
  await tool('Tee uudelleen').click()
  await expect(editor(page).getByRole('heading', { name: 'Tämä poistetaan.' })).toBeVisible()
  await saved(page)
  await page.goto(section)
  await expect(page.getByRole('main').getByRole('heading', { name: 'Tämä poistetaan.' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Tämä jää.')
})

test('a picture is brought in: what is no picture is refused, its words are asked for, and both stay', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/400 \(Bad Request\)/)
  await openEditor(page)
  await newLine(page, '')
  await page.keyboard.press('Control+Alt+i')
  await page.getByLabel('Mitä lisätään').selectOption({ label: 'Kuva' })
  await page.getByRole('dialog').getByRole('button', { name: 'Lisää', exact: true }).click()
  const panel = page.getByRole('group', { name: /^Kuva/ }).last()
  const alt = panel.getByLabel('Vaihtoehtoinen teksti')
  await expect(alt).toBeFocused()
  await panel.getByLabel('Otsikko', { exact: true }).fill('Pylväät vuosittain')
  const file = panel.getByLabel(/uvatiedosto/)
  await file.setInputFiles({ name: 'kuva.png', mimeType: 'image/png', buffer: Buffer.from('ei ole kuva') })
  await expect(panel.getByRole('alert')).toHaveText('Tiedosto ei ole PNG- tai JPEG-kuva.')
  await expect(panel.getByLabel('Otsikko', { exact: true })).toHaveValue('Pylväät vuosittain')
  await file.setInputFiles({ name: 'kuva.png', mimeType: 'image/png', buffer: picture })
  await expect(panel.locator('img')).toBeVisible()
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await expect(panel.getByText('Kirjoita vaihtoehtoinen teksti.')).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(panel.locator('img')).toBeVisible()
  await expect(panel.getByText('Kirjoita vaihtoehtoinen teksti.'), 'still asked for').toBeVisible()
  await expect(finding(page, 'vaihtoehtoinen teksti')).not.toHaveCount(0)
  await alt.fill('Pylväs, joka kasvaa joka vuosi.')
  await expect(panel.getByText('Kirjoita vaihtoehtoinen teksti.')).toHaveCount(0)
  await saved(page)
  await expectNoViolations(page)
  await page.reload()
  await expect(alt).toHaveValue('Pylväs, joka kasvaa joka vuosi.')
  await page.goto(section)
  const shown = page.getByRole('img', { name: 'Pylväs, joka kasvaa joka vuosi.' })
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
})

test('paragraphs of approved quarterly reports are picked, and say where they are from', async ({ page }) => {
  await openEditor(page)
  await newLine(page, '')
  await page.keyboard.press('Control+Alt+p')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox').first()).toBeVisible()
  await expectNoViolations(page)
  await dialog.getByRole('button', { name: 'Lisää valitut kappaleet' }).click()
  await expect(dialog.getByText('Valitse vaihtoehto.')).toBeVisible()
  const first = dialog.getByRole('checkbox').first()
  const text = await dialog.locator('fieldset label').first().innerText()
  await first.check()
  await dialog.getByRole('button', { name: 'Lisää valitut kappaleet' }).click()
  await expect(editor(page)).toBeFocused()
  const picked = editor(page).locator('[data-origin]').last()
  await expect(picked).toHaveAttribute('data-origin', /^Poimittu katsauksesta Q\d\/2025, /)
  await expect(picked).toContainText(text.trim().slice(0, 30))
  await page.keyboard.press('End')
  await page.keyboard.type(' Täydennetty.')
  await saved(page)
  await page.reload()
  await expect(picked).toContainText('Täydennetty.')
  await page.goto(section)
  await expect(page.getByText('Tekstiä on poimittu näistä katsauksista:')).toBeVisible()
})

test('the session ends while a section is written: nothing is lost, and the writing goes on in the same place', async ({
  page,
  etappi,
  expectedErrors,
}) => {
  expectedErrors.push(/401/)
  await openEditor(page)
  await newLine(page, 'Alku. ')
  await saved(page)
  await page.reload()
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await keepsCopies(page)
  await expireSessions(etappi)
  await page.keyboard.type('Istunto päättyi kesken lauseen')
  await expect(saveLine(page)).toHaveText('Vain tällä laitteella – istuntosi on päättynyt.', { timeout: 15_000 })
  await page.getByRole('link', { name: 'Kirjaudu sisään' }).click()
  await page.waitForURL(/\/sign-in/)
  await signInHere(page, coordinator)
  await page.waitForURL((url) => url.pathname === `${section}/edit`)
  await expect(editor(page)).toContainText('Alku. Istunto päättyi kesken lauseen')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(', ja jatkui.')
  await saved(page)
  await page.goto(section)
  await expect(page.getByRole('main')).toContainText('Alku. Istunto päättyi kesken lauseen, ja jatkui.')
})

test('on a narrow screen the tools are one row, and the keyboard reaches them all', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await openEditor(page)
  const bar = page.getByRole('toolbar')
  expect((await bar.boundingBox())?.height).toBeLessThan(64)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await editor(page).focus()
  await page.keyboard.press('Alt+F10')
  for (const key of ['End', 'Home', 'ArrowLeft']) {
    await page.keyboard.press(key)
    const box = await page.locator(':focus').boundingBox()
    expect(box?.x ?? -1, key).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 999) + (box?.width ?? 0), key).toBeLessThanOrEqual(390)
  }
  await expect(bar.getByRole('button', { name: 'Pikanäppäimet' })).toBeFocused()
  await expectNoViolations(page)
})
