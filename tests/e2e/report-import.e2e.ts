import { docx, drawing, p, para, picture, png } from '@/tests/final-report/import/make-docx'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const report = '/projects/tyhja/final-report'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const written = Buffer.from(
  docx({
    body: [
      p('Kansi', 'Otsikko'),
      p('1 Tiivistelmä hankkeen tuloksista', 'Otsikko1'),
      p('Hanke paransi hoitoon pääsyä (Kuva 1).'),
      para(drawing('r1', 'Pylväät kasvavat')),
      p('Kuva 1. Hoitoon pääsy', 'Kuvaotsikko'),
      p('Miten sähköisen ajanvarauksen kehittäminen on edennyt?', 'Otsikko2'),
      p('Ajanvaraus otettiin käyttöön, ks. Kuva 9.'),
      p('Hankkeen oma luku', 'Otsikko1'),
      p('Oma teksti.'),
    ].join(''),
    files: { 'word/media/kuva.png': png },
    relations: [picture('r1')],
  }),
)

const send = async (page: Page, name: string, buffer: Buffer) => {
  await page.getByLabel('Raportti tiedostona').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Lue tiedosto' }).click()
}

test('the director begins the report', async ({ page }) => {
  await signIn(page, director, report)
  await page.getByRole('button', { name: 'Aloita loppuraportti' }).click()
  await expect(page.getByRole('link', { name: 'Tuo kirjoitettu raportti' })).toBeVisible()
})

test('a written report is brought in: refused files are told, the preview says what goes where, the check follows', async ({
  page,
}) => {
  await signIn(page, director, report)
  await page.getByRole('link', { name: 'Tuo kirjoitettu raportti' }).click()
  await send(page, 'makrot.docm', written)
  await expect(page.getByText('Tiedostossa on makroja.')).toBeVisible()
  await send(
    page,
    'rikki.json',
    Buffer.from('{"sections":[{"id":"1","heading":"A","kind":"chapter","blocks":[{"type":"list"}]}]}'),
  )
  await expect(page.getByText('Kohta tiedostossa: sections[0].blocks[0].items')).toBeVisible()
  await expectNoViolations(page)
  await send(page, 'raportti.docx', written)
  await expect(page.getByRole('heading', { name: 'Mitä tuodaan: raportti.docx' })).toBeVisible()
  const row = (name: string) => page.getByRole('row', { name })
  await expect(row('1 Tiivistelmä hankkeen tuloksista').first()).toContainText(/Sama otsikko\s*Tyhjä/)
  await expect(row('Hankkeen oma luku')).toContainText('Uusi osio')
  await expect(row('Kuva 9')).toContainText('Viittauksen kohdetta ei ole tuotavissa osissa.')
  await expectNoViolations(page)
  await page.getByLabel('Hankkeen oma luku').selectOption({ label: '1 Tiivistelmä hankkeen tuloksista' })
  await page.getByRole('button', { name: 'Tuo raporttiin' }).click()
  await expect(page.getByText('Raporttiin tuotiin 2 osiota.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Tarkasta raportti' }).click()
  await expect(page.getByRole('heading', { name: 'Raportin tarkastus', level: 1 })).toBeVisible()
  await page.goto(report)
  await page
    .getByRole('link', { name: /Tiivistelmä hankkeen tuloksista/ })
    .first()
    .click()
  const main = page.getByRole('main')
  await expect(main.getByText('Hanke paransi hoitoon pääsyä (Kuva 1).')).toBeVisible()
  await expect(main.getByRole('img', { name: 'Pylväät kasvavat' })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'Hankkeen oma luku' })).toBeVisible()
  await page.getByRole('link', { name: 'Historia' }).click()
  await expect(main.getByText(/tuotu kirjoitetusta raportista/).first()).toBeVisible()
})

test('without scripts the same: what stands is kept, and an import can be given up', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, director, `${report}/import`)
  const second = { id: '1', heading: 'Tiivistelmä hankkeen tuloksista', kind: 'chapter' }
  const text = (words: string) =>
    Buffer.from(JSON.stringify({ sections: [{ ...second, blocks: [{ type: 'paragraph', text: words }] }] }))
  await send(page, 'toinen.json', text('Toinen teksti.'))
  await expect(page.getByRole('heading', { name: 'Mitä tuodaan: toinen.json' })).toBeVisible()
  await page.getByRole('button', { name: 'Tuo raporttiin' }).click()
  await expect(page.getByText('Valinnoilla ei tulisi raporttiin mitään.')).toBeVisible()
  await page.getByLabel('1 Tiivistelmä hankkeen tuloksista').selectOption('after')
  await page.getByRole('button', { name: 'Tuo raporttiin' }).click()
  await expect(page.getByText('Raporttiin tuotiin 1 osio.')).toBeVisible()
  await page.goto(`${report}/import`)
  await send(page, 'toinen.json', text('Toinen teksti.'))
  await expect(page.getByText('Sama tiedosto on luettu jo aiemmin')).toBeVisible()
  await page.getByRole('button', { name: 'Luovu tuonnista' }).click()
  await expect(page.getByRole('heading', { name: 'Tuo kirjoitettu raportti', level: 1 })).toBeVisible()
  await expect(page.getByRole('row', { name: /toinen\.json/ })).toHaveCount(1)
  await context.close()
})

test('what somebody has changed since the preview is told, and nothing is written over', async ({
  page,
  browser,
  baseURL,
}) => {
  const file = (text: string) => {
    const first = { id: '1', heading: 'Tiivistelmä hankkeen tuloksista', kind: 'chapter' }
    return Buffer.from(JSON.stringify({ sections: [{ ...first, blocks: [{ type: 'paragraph', text }] }] }))
  }
  const opened = async (at: Page, name: string) => {
    await signIn(at, director, `${report}/import`)
    await send(at, `${name}.json`, file(name))
    await at.getByLabel('1 Tiivistelmä hankkeen tuloksista').selectOption('after')
  }
  const taken = (at: Page) => expect(at.getByText('Raporttiin tuotiin 1 osio.')).toBeVisible()
  const button = (at: Page) => at.getByRole('button', { name: 'Tuo raporttiin' })
  const other = await (await browser.newContext({ baseURL, locale: 'fi-FI' })).newPage()
  await opened(page, 'kolmas')
  await opened(other, 'neljas')
  await button(other).click()
  await taken(other)
  await other.context().close()
  await button(page).click()
  await expect(page.locator('.error-summary')).toContainText('Osiota on muokattu sen jälkeen')
  await expect(page.getByLabel('1 Tiivistelmä hankkeen tuloksista')).toHaveValue('after')
  await expectNoViolations(page)
  await button(page).click()
  await taken(page)
  await page.goto(report)
  await page
    .getByRole('link', { name: /Tiivistelmä hankkeen tuloksista/ })
    .first()
    .click()
  const main = page.getByRole('main')
  for (const text of ['neljas', 'kolmas']) await expect(main.getByText(text, { exact: true })).toBeVisible()
})

test('who only reads the report does not find it', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'tarkastaja@kainuu.example', '/projects/kkk2/final-report')
  await expect(page.getByRole('link', { name: 'Tuo kirjoitettu raportti' })).toHaveCount(0)
  await page.goto('/projects/kkk2/final-report/import')
  await expect(page.getByRole('heading', { name: 'Sivua ei löytynyt' })).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, coordinator, '/projects/kkk2/final-report')
  await expect(page.getByRole('link', { name: 'Tuo kirjoitettu raportti' })).toBeVisible()
})
