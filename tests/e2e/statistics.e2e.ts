// Official statistics beside an indicator: found, followed, read, and taken as the project's own only with a reason. The
// figures come from a stand-in of Sotkanet through the operator's command; the pages never ask anybody.
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { root } from '../../scripts/runtime.mjs'
import { answer } from '../statistics/answers'
import { expect, expectNoViolations, signIn, test } from '../support/browser'
import { sql } from '../support/form-page'
import { type HttpStandIn, startHttpStandIn } from '../support/http-stand-in'
import type { RunningEtappi } from '../support/running-etappi'
import { testSecret } from '../support/test-server'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

let service: HttpStandIn
let page: string
const json = (name: string) => ({ json: answer(name) })

test.beforeAll(async () => {
  service = await startHttpStandIn({
    '/indicators': json('sotkanet-indicators'),
    '/regions': json('sotkanet-regions'),
    '/indicators/9001': json('sotkanet-indicator'),
    '/json': json('sotkanet-rows'),
  })
})
test.afterAll(() => service.stop())

/** The operator's command beside the running server; the stand-in lives here, so nothing may block. */
function operator({ database }: RunningEtappi, ...args: string[]): Promise<number | null> {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    AUTH_SECRET: testSecret,
    STATISTICS: 'sotkanet',
    SOTKANET_URL: service.address,
  }
  return new Promise((resolve) => {
    spawn('node', [path.join(root, 'scripts/etappi.mjs'), ...args], { env, stdio: 'ignore' }).on('close', resolve)
  })
}

const context = (browser: Browser, baseURL: string | undefined) => browser.newContext({ baseURL, locale: 'fi-FI' })
const section = (at: Page) => at.locator('#statistics')

test('is found in the catalogue and followed; a page without services says so', async ({ page: at, etappi }) => {
  await signIn(at, 'johtaja@kainuu.example', '/projects/kkk2/indicators?text=hoitoonp%C3%A4%C3%A4sytietojen')
  await at.getByRole('link', { name: /^Hoitotakuun kansallinen ajantasainen seuranta/ }).click()
  await at.waitForURL(/indicators\/[0-9a-f-]+$/)
  page = new URL(at.url()).pathname
  await expect(section(at)).toContainText('Tilastopalvelut eivät ole käytössä')
  await expect(section(at)).toContainText('Mittarin rinnalla ei seurata yhtään tilastoa.')
  await section(at).getByRole('link', { name: 'Hae ja seuraa tilastoa' }).click()
  await expect(at.getByText('Tilastojen luetteloa ei ole vielä haettu.')).toBeVisible()
  expect(await operator(etappi, 'statistics', 'catalogue')).toBe(0)
  await at.getByLabel('Nimi tai numero').fill('icke-brådskande')
  await at.getByRole('button', { name: 'Hae', exact: true }).click()
  await expect(at.getByText('Löytyi 1 tilasto.')).toBeVisible()
  await expectNoViolations(at)
  await at.getByRole('button', { name: /^Seuraa: Kiireettömän hoidon käynnit/ }).click()
  await at.waitForURL(/statistics\/[0-9a-f-]+$/)
  await expect(at.getByText('Ei vielä haettu').first()).toBeVisible()
  await expect(at.getByText('Lukuja ei ole vielä haettu.')).toBeVisible()
  await expectNoViolations(at)
})

test('shows the own county, the country and all 23 counties, with the citation', async ({ page: at, etappi }) => {
  expect(await operator(etappi, 'statistics', 'refresh')).toBe(0)
  await signIn(at, 'johtaja@kainuu.example', page)
  const own = section(at)
  await expect(own).toContainText('Ajan tasalla')
  await expect(own).toContainText(/Tilasto- ja indikaattoripankki Sotkanet\. THL\. .* \(ind\. 9001\)\. Viitattu \d/)
  await expect(own.getByRole('definition').filter({ hasText: '(2024)' })).toHaveText([
    /\s%\s\(2024\)/,
    /61,4\s%\s\(2024\)/,
  ])
  await own.getByText('Näytä kaikki hyvinvointialueet').click()
  const table = own.getByRole('table', { name: 'Hyvinvointialueet' })
  await expect(table.getByRole('row')).toHaveCount(1 + 23 + 1)
  await expect(table.getByRole('row', { name: /^Kainuun hyvinvointialue\s*oma alue/ })).toBeVisible()
  await expect(
    table
      .getByRole('row', { name: /^Ahvenanmaa/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('Ei tiedossa')
  await expectNoViolations(at)
  for (const lang of ['sv', 'en']) {
    await at.goto(`${page}?lang=${lang}`)
    const cited = lang === 'sv' ? 'Statistik- och indikatorbanken' : 'Statistics and Indicator Bank'
    await expect(section(at)).toContainText(cited)
    expect(await section(at).innerText()).not.toMatch(/\bstatistics\.[a-z]/)
    await expectNoViolations(at)
  }
})

test('becomes the project’s own only with a reason, and can be taken back', async ({ page: at, etappi }) => {
  await signIn(at, 'talous@kainuu.example', page)
  await section(at).getByRole('link', { name: 'Kaikki luvut ja luvun ottaminen' }).click()
  const measured = () => sql(etappi, `SELECT 1 FROM "Measurement" WHERE "chosenById" IS NOT NULL`)
  await at.getByRole('button', { name: 'Ota luku' }).click()
  await expect(at.getByText('Kerro, miksi juuri tämä luku otetaan.').first()).toBeVisible()
  await expectNoViolations(at)
  expect(await measured()).toEqual([])
  await at.getByLabel('Miksi tämä luku').fill('Hankkeen oma mittaus päättyi.')
  await at.getByLabel('Mihin lukua käytetään').selectOption({ label: 'Hankkeen toteumaksi' })
  await at.getByLabel('Alue', { exact: true }).selectOption({ label: 'Koko maa' })
  await at.getByRole('button', { name: 'Ota luku' }).click()
  await expect(at.getByText('Toteumaksi voi ottaa vain oman alueen luvun.').nth(1)).toBeVisible()
  await at.getByLabel('Alue', { exact: true }).selectOption({ label: 'Kainuun hyvinvointialue' })
  await at.getByRole('button', { name: 'Ota luku' }).click()
  await at.waitForURL(/#value-/)
  expect(await measured()).toHaveLength(1)
  const chosen = section(at).getByRole('table', { name: 'Hankkeen luvuiksi otetut' })
  await expect(chosen.getByRole('row').last()).toContainText('Toteuma')
  await expect(chosen.getByRole('row').last()).toContainText(/Talousasiantuntija|talous/i)
  await expect(chosen.getByRole('row').last()).toContainText('Hankkeen oma mittaus päättyi.')
  await expectNoViolations(at)
  await section(at).getByRole('link', { name: 'Kaikki luvut ja luvun ottaminen' }).click()
  await at.getByRole('button', { name: /^Peru: / }).click()
  await at.waitForURL(/#statistics$/)
  expect(await measured()).toEqual([])
})

test('is read by all who read the project, and followed by some', async ({ browser, baseURL }) => {
  const seen = async (email: string, act: (at: Page) => Promise<void>) => {
    const own = await context(browser, baseURL)
    const at = await own.newPage()
    await signIn(at, email, page)
    await act(at)
    await own.close()
  }
  await seen('ohjausryhma@kainuu.example', async (at) => {
    await expect(section(at)).toContainText('Kainuun hyvinvointialue')
    await expect(section(at).getByRole('link', { name: 'Hae ja seuraa tilastoa' })).toHaveCount(0)
    await section(at).getByRole('link', { name: 'Kaikki luvut' }).click()
    await expect(at.getByRole('button', { name: /Ota luku|Lopeta/ })).toHaveCount(0)
    await expectNoViolations(at)
  })
  await seen('koordinaattori1@kainuu.example', async (at) => {
    expect((await at.request.get(`${page}/statistics`)).status()).toBe(404)
  })
  await seen('paakayttaja@kainuu.example', async (at) => {
    await at.getByRole('link', { name: 'Tilastopalvelut' }).click()
    await expect(at.getByText('Ei käytössä').first()).toBeVisible()
    await expect(at.getByText('23 hyvinvointialuetta tunnetaan.')).toBeVisible()
    await expect(at.locator('#county')).toContainText('Kainuun hyvinvointialue')
    await expectNoViolations(at)
  })
})

test('is no longer followed when somebody stops', async ({ page: at }) => {
  await signIn(at, 'johtaja@kainuu.example', page)
  await section(at).getByRole('link', { name: 'Kaikki luvut ja luvun ottaminen' }).click()
  await at.getByRole('button', { name: 'Lopeta seuraaminen' }).click()
  await at.waitForURL(/#statistics$/)
  await expect(section(at)).toContainText('Mittarin rinnalla ei seurata yhtään tilastoa.')
})
