import fs from 'node:fs'
import type { Browser } from '@playwright/test'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { killTab, saveLine } from '@/tests/support/form-page'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const report = '/projects/kkk2/final-report'
const word = fs.readFileSync(new URL('../final-report/clipboard/word.txt', import.meta.url), 'utf8')

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let section = ''
let other = ''

const editor = (page: Page) => page.getByRole('textbox', { name: 'Kohdan teksti' })
const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true })
const saved = (page: Page) => expect(saveLine(page)).toHaveText(/^Tallennettu/, { timeout: 15_000 })

async function openEditor(page: Page, who: string, address: string): Promise<void> {
  await signIn(page, who, `${address}/edit`)
  await expect(editor(page)).toBeVisible()
}

/** The cursor after everything that is written. */
async function goToEnd(page: Page): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+End')
}

/** Somebody else, at a machine of their own. */
async function secondPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage()
}

test('a writer writes: headings, lists, bold and a link by keyboard, saved by itself; axe finds nothing', async ({
  page,
}) => {
  await signIn(page, coordinator, report)
  const link = async (title: RegExp) => {
    const address = await page.getByRole('main').getByRole('link', { name: title }).first().getAttribute('href')
    return address ?? ''
  }
  section = await link(/^4\.3 |^4\.2 /)
  other = await link(/^5\.1 |^6\.1 /)
  await page.goto(`${section}/edit`)
  await goToEnd(page)
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.type('Mitä tehtiin')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Hoitoon pääsy ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('parani')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' paljon.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- yksi')
  await page.keyboard.press('Enter')
  await page.keyboard.type('kaksi')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Lue lisää: ')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Linkin teksti').fill('Innokylä')
  await page.getByLabel('Osoite').fill('innokyla')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kirjoita osoite kokonaan')).toBeVisible()
  await page.getByLabel('Osoite').fill('https://innokyla.fi')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await saved(page)
  await expectNoViolations(page)
  await page.keyboard.press('Alt+F10')
  await expect(tool(page, 'Kappale')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tool(page, 'Väliotsikko')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.goto(section)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Mitä tehtiin' })).toBeVisible()
  await expect(main.locator('strong', { hasText: 'parani' })).toBeVisible()
  await expect(main.getByRole('listitem').filter({ hasText: /^kaksi$/ })).toBeVisible()
  await expect(main.getByRole('link', { name: 'Innokylä' })).toHaveAttribute('href', 'https://innokyla.fi')
})

test('a number is bound by keyboard alone and tells its source', async ({ page }) => {
  await openEditor(page, coordinator, section)
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Sovelluksella on ')
  await page.keyboard.press('Control+Alt+n')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Etsi')).toBeFocused()
  await page.keyboard.type('digitsemppari')
  await expectNoViolations(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByText(/^Tekstissä lukee: 60\shlö\. Lähde: /)).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByText(/^Tekstissä lukee: 95\shlö\. Lähde: /)).toBeVisible()
  await dialog
    .getByLabel('Miten luku kirjoitetaan')
    .selectOption({ label: 'Ilman yksikköä (prosentti ja euro jäävät)' })
  await dialog.getByRole('button', { name: 'Lisää luku' }).press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(' sempparia.')
  const number = page.locator('[data-atom=number]').last()
  await expect(number.locator('.editor-atom-text')).toHaveText('95')
  await number.hover()
  await expect(number.locator('.editor-atom-told')).toBeVisible()
  await page.keyboard.press('Control+End')
  // The browser tells of a moved cursor a moment later.
  for (let step = 0; step < ' sempparia.'.length + 1; step += 1) await page.keyboard.press('ArrowLeft', { delay: 100 })
  await expect(page.getByRole('status').filter({ hasText: 'Lähde: Digitsempparit' })).toHaveCount(1)
  await saved(page)
  await page.goto(section)
  await expect(page.getByRole('main')).toContainText('Sovelluksella on 95 sempparia.')
})

test('what is pasted from Word keeps its structure and leaves its styles behind', async ({ page }) => {
  await openEditor(page, coordinator, section)
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await editor(page).evaluate((element, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, word)
  await expect(editor(page).getByRole('heading', { name: 'Hoidon jatkuvuus' })).toBeVisible()
  await expect(
    editor(page)
      .getByRole('listitem')
      .filter({ hasText: /^Ensimmäinen kohta$/ }),
  ).toBeVisible()
  await page.getByLabel('Otsikko', { exact: true }).last().fill('Asiakkaat kunnittain')
  await expect(page.getByRole('textbox', { name: 'Rivi 1, Asiakkaita' })).toHaveValue('67 643')
  await saved(page)
  await expectNoViolations(page)
  await page.goto(section)
  const main = page.getByRole('main')
  await expect(main.getByRole('group', { name: /Asiakkaat kunnittain$/ })).toContainText('67 643')
  expect(await main.innerHTML()).not.toMatch(/mso-|MsoNormal|style=/)
})

test('what is typed survives a tab that is killed while nothing can be saved', async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED|Failed to fetch/)
  await openEditor(page, coordinator, section)
  await page.route('**/api/final-report/**', (route) => route.abort())
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tämä ei päässyt palvelimelle.')
  await expect(saveLine(page)).toHaveText(/^Vain tällä laitteella/, { timeout: 15_000 })
  await killTab(page)
  const again = await context.newPage()
  await again.goto(`${section}/edit`)
  await expect(editor(again)).toContainText('Tämä ei päässyt palvelimelle.')
  await expect(again.getByText('Kohdan teksti palautettiin')).toBeVisible()
  await saved(again)
  await again.goto(section)
  await expect(again.getByRole('main')).toContainText('Tämä ei päässyt palvelimelle.')
})

test('two who write the same section choose block by block; nothing is overwritten unseen', async ({
  browser,
  baseURL,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_FAILED/)
  await openEditor(page, coordinator, section)
  const second = await secondPage(browser, baseURL)
  await openEditor(second, director, section)
  await expect(page.locator('[data-others]')).toContainText('muokkaa myös tätä kohtaa', { timeout: 6000 })
  // The presence of each is held back, so that neither hears of the other's text before saving.
  await page.route('**/presence', (route) => route.abort())
  await page.getByText('Lue lisää:').click()
  await page.keyboard.press('Home')
  await second.getByText('Lue lisää:').click()
  await second.keyboard.press('Home')
  await second.keyboard.type('Johtajan sana. ')
  await saved(second)
  await page.keyboard.type('Koordinaattorin sana. ')
  await expect(saveLine(page)).toHaveText(/^Ei tallennettu – joku muu/, { timeout: 15_000 })
  const conflict = page.locator('[data-conflict]')
  await expect(conflict.getByRole('listitem')).toHaveCount(1)
  await expect(conflict).toContainText('Johtajan sana.')
  await expect(conflict).toContainText('Koordinaattorin sana.')
  await expectNoViolations(page)
  await conflict.getByLabel(/^Ota teksti, jonka/).check()
  await page.getByRole('button', { name: 'Tallenna valinnat' }).click()
  await expect(editor(page)).toContainText('Johtajan sana.')
  await expect(editor(page)).not.toContainText('Koordinaattorin sana.')
  await saved(page)
  await second.context().close()
})

test('two who write different sections never disturb each other', async ({ browser, baseURL, page }) => {
  await openEditor(page, coordinator, section)
  const second = await secondPage(browser, baseURL)
  await openEditor(second, director, other)
  await Promise.all([goToEnd(page), goToEnd(second)])
  const write = async (where: Page, text: string) => {
    await where.keyboard.press('Enter')
    await where.keyboard.type(text, { delay: 20 })
    await saved(where)
  }
  for (const round of [1, 2]) {
    await Promise.all([write(page, `Ensimmäinen kirjoittaa ${round}.`), write(second, `Toinen kirjoittaa ${round}.`)])
  }
  await expect(page.locator('[data-conflict]')).toHaveCount(0)
  await expect(second.locator('[data-conflict]')).toHaveCount(0)
  await page.goto(section)
  await expect(page.getByRole('main')).toContainText('Ensimmäinen kirjoittaa 2.')
  await page.goto(other)
  await expect(page.getByRole('main')).toContainText('Toinen kirjoittaa 2.')
  await second.context().close()
})

test('a figure put in front, and the reference to the one behind it follows', async ({ page }) => {
  await openEditor(page, coordinator, section)
  const addPicture = async (caption: string) => {
    await page.keyboard.press('Control+Alt+i')
    await page.getByLabel('Mitä lisätään').selectOption({ label: 'Kuva' })
    await page.getByRole('dialog').getByRole('button', { name: 'Lisää', exact: true }).click()
    const panel = page.locator('.editor-selected')
    await expect(panel.getByLabel('Vaihtoehtoinen teksti')).toBeFocused()
    await panel.getByLabel('Vaihtoehtoinen teksti').fill(`Piirros: ${caption}`)
    await panel.getByLabel('Otsikko', { exact: true }).fill(caption)
    await page.keyboard.press('Escape')
    await expect(editor(page)).toBeFocused()
  }
  await goToEnd(page)
  await page.keyboard.press('Enter')
  await addPicture('Takana')
  await saved(page)
  const label = async (caption: string) => {
    const panel = page.locator('.editor-panel', { has: page.locator(`input[value="${caption}"]`) })
    return (await panel.locator('.editor-panel-head > span').first().textContent()) ?? ''
  }
  await expect.poll(() => label('Takana'), { timeout: 15_000 }).toMatch(/Kuva \d+$/)
  const behind = /Kuva (\d+)$/.exec(await label('Takana'))?.[1] ?? ''
  await goToEnd(page)
  await page.keyboard.type('Katso ')
  await page.keyboard.press('Control+Alt+r')
  await page.getByLabel('Etsi').fill('Takana')
  await page.getByLabel('Mihin viitataan').selectOption({ index: 0 })
  await page.getByRole('button', { name: 'Lisää viittaus' }).click()
  const reference = page.locator('[data-atom=reference]').last()
  await expect(reference).toContainText(`Kuva ${behind}`)
  await editor(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await addPicture('Edessä')
  await expect.poll(() => reference.textContent(), { timeout: 15_000 }).toContain(`Kuva ${Number(behind) + 1}`)
  await saved(page)
  await expectNoViolations(page)
  await page.goto(section)
  await expect(page.getByRole('main')).toContainText(`Katso Kuva ${Number(behind) + 1}`)
})

test('a section of one’s own is added, given, moved and commented; its history shows what changed and takes it back', async ({
  browser,
  baseURL,
  page,
}) => {
  await signIn(page, director, section)
  await page.getByText('Lisää kohta tämän alle').click()
  await page.getByLabel('Uuden kohdan otsikko').fill('Hankkeen oma kohta')
  await page.getByRole('button', { name: 'Lisää kohta' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hankkeen oma kohta')
  const own = new URL(page.url()).pathname
  await page.getByLabel('Kuka vastaa kohdasta').selectOption({ label: 'Koordinaattori 1' })
  await page.getByRole('button', { name: 'Tallenna vastuuhenkilö' }).click()
  await expect(page.getByText('Vastuussa: Koordinaattori 1')).toBeVisible()
  await page.getByText('Siirrä kohta').click()
  await page.getByLabel('Minne siirretään').selectOption({ label: 'Päätasolle, omaksi luvukseen' })
  await page.getByRole('button', { name: 'Siirrä', exact: true }).click()
  // The page comes anew once it is moved; what is pressed before that would be lost.
  await expect(page.getByRole('button', { name: 'Siirrä', exact: true })).toBeHidden()
  await page.getByRole('link', { name: 'Kommentoi: Hankkeen oma kohta' }).click()
  const form = page.getByRole('group', { name: 'Uusi kommentti: Hankkeen oma kohta' })
  await form.getByLabel('Kommentti', { exact: true }).fill('Kirjoita tähän lyhyesti.')
  await form.getByRole('button', { name: 'Lisää kommentti' }).click()
  await expect(page.getByRole('group', { name: 'Kommentti: Hankkeen oma kohta' })).toContainText('lyhyesti')
  await expectNoViolations(page)
  await page.goto(report)
  await expect(page.getByRole('listitem').filter({ hasText: 'Hankkeen oma kohta' }).last()).toContainText(
    '1 avoin kommentti',
  )
  await expectNoViolations(page)

  await page.goto(`${own}/edit`)
  await goToEnd(page)
  await page.keyboard.type('Ensimmäinen sanamuoto.')
  await saved(page)
  const second = await secondPage(browser, baseURL)
  await openEditor(second, coordinator, own)
  await goToEnd(second)
  await second.keyboard.type(' Ja toinen.')
  await saved(second)
  await second.context().close()
  await page.goto(`${own}/history`)
  await expect(page.locator('.difference ins')).toContainText('Ja toinen')
  await expectNoViolations(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Versio \d+: muokattu$/ })
    .click()
  await page.getByRole('button', { name: /^Palauta versio/ }).click()
  await page.waitForURL((url) => url.pathname === own)
  await expect(page.getByRole('main')).toContainText('Ensimmäinen sanamuoto.')
  await expect(page.getByRole('main')).not.toContainText('Ja toinen.')
})
