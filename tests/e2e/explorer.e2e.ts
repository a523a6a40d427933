import fs from 'node:fs'
import { readWorkbook } from '@/tests/exports/sheets/read-workbook'
import { expect, expectNoViolations, signIn, test } from '@/tests/support/browser'

const explorer = '/projects/kkk2/indicators/explorer'

test('indicators are chosen, drawn, copied and taken out by keyboard alone, and the address keeps the choice', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'johtaja@kainuu.example', '/projects/kkk2/indicators')
  await page.getByRole('link', { name: 'Vertaa mittareita' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vertaa mittareita')
  await expect(page.getByText('Mittareita ei ole valittu')).toBeVisible()
  await expectNoViolations(page)

  for (const name of ['Jonotilanteet', 'Etävastaanotot']) {
    const search = page.getByLabel('Etsi nimellä tai tunnuksella')
    await search.fill(name)
    await search.press('Enter')
    const found = page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
    await found.focus()
    await page.keyboard.press('Space')
    await expect(found).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('group', { name: /^Valit/ }).getByRole('checkbox', { name: new RegExp(name) }),
    ).toBeChecked()
  }
  expect(new URL(page.url()).searchParams.getAll('i')).toHaveLength(2)
  await expect(page.getByText('Eri yksiköt ovat omissa kuvioissaan')).toBeVisible()
  await expect(page.getByRole('figure')).toHaveCount(2)
  await expect(page.getByRole('img', { name: 'Jonotilanteet (jonossa yhteensä)' })).toBeVisible()

  await page.getByRole('radio', { name: 'Viivat ajassa' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Pylväät, uusimmat arvot' })).toBeChecked()
  await page.getByRole('button', { name: 'Näytä', exact: true }).press('Enter')
  await expect(page).toHaveURL(/shape=bars/)
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Kopioi taulukkona' }).press('Enter')
  await expect(page.getByText(/arvoa kopioitu leikepöydälle/)).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text()
    return { html: await read('text/html'), text: await read('text/plain') }
  })
  const lines = copied.text?.split('\n').map((line) => line.split('\t')) ?? []
  expect(lines[0]).toContain('Luku')
  expect(lines.map((cells) => cells[lines[0]?.indexOf('Luku') ?? -1])).toEqual(['Luku', '108', '44', '31'])
  expect(copied.html).toContain('<td>44</td>')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Excel (.xlsx)' }).press('Enter'),
  ])
  const { sheets } = readWorkbook(new Uint8Array(fs.readFileSync(await download.path())))
  expect(sheets[0]?.rows).toHaveLength(4)

  const svg = await page.request.get((await page.getByRole('link', { name: /SVG/ }).first().getAttribute('href')) ?? '')
  expect([svg.status(), svg.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(await svg.text()).toContain('Jonotilanteet')
  const png = await page.request.get((await page.getByRole('link', { name: /PNG/ }).first().getAttribute('href')) ?? '')
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG')

  // A number leads to its card.
  await page.getByRole('link', { name: /^44\s/ }).first().press('Enter')
  await expect(page).toHaveURL(/\/r\//)
})

test('a wrong address gets a sentence, with and without scripts', async ({ page, browser, baseURL }) => {
  const wrong = `${explorer}?i=abc&from=kev%C3%A4t&shape=kakku&unit=x&publication=1999-Q1`
  await signIn(page, 'johtaja@kainuu.example', wrong)
  for (const sentence of [/Aikaa ei voi lukea/, /tunnus on väärää muotoa/, /esitystapaa ei ole/, /julkaisua ei ole/])
    await expect(page.getByText(sentence)).toBeVisible()
  await expect(page.getByRole('figure')).not.toHaveCount(0)
  const state = await page.context().storageState()
  const context = await browser.newContext({ baseURL, storageState: state, javaScriptEnabled: false, locale: 'fi-FI' })
  const bare = await context.newPage()
  await bare.goto(explorer)
  await bare.getByRole('checkbox').first().check()
  await bare.getByRole('radio', { name: 'Pieni kuvio kustakin' }).check()
  await bare.getByRole('button', { name: 'Näytä', exact: true }).click()
  await expect(bare).toHaveURL(/i=.*shape=small/)
  await expect(bare.getByRole('group', { name: 'Valittu' }).getByRole('checkbox')).toBeChecked()
  await expect(bare.getByRole('button', { name: 'Kopioi taulukkona' })).toHaveCount(0)
  await context.close()
})

test('the steering group explores what was published; a stranger finds nothing, an empty project says so', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'ohjausryhma@kainuu.example', explorer)
  await expect(page.getByText('Mittarit sellaisina kuin ne julkaistiin jaksolta Q3/2025.')).toBeVisible()
  await expect(page.getByLabel('Tiedot', { exact: true })).toHaveCount(0)
  await page.goto('/projects/tyhja/indicators/explorer')
  await expect(page.getByText('Mittareita ei ole vielä')).toBeVisible()
  await expectNoViolations(page)
  const context = await browser.newContext({ baseURL, locale: 'fi-FI' })
  const stranger = await context.newPage()
  await signIn(stranger, 'koordinaattori@kanta-hame.example')
  for (const address of [explorer, `/api${explorer}/data`, `/api${explorer}/picture`])
    expect((await stranger.request.get(address)).status(), address).toBe(404)
  await context.close()
})

test('at 390 px nothing but tables and charts scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await signIn(page, 'johtaja@kainuu.example', `${explorer}?shape=small`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
