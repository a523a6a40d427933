import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, expectNoViolations, type Page, signIn, test } from '@/tests/support/browser'
import { type RunningEtappi, startEtappi } from '@/tests/support/running-etappi'
import { startSmtpStandIn } from '@/tests/support/smtp-stand-in'
import { testSecret } from '@/tests/support/test-server'
import { withClient } from '../../scripts/database/open.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { startWebServer, type WebServer, waitForPage } from '../../scripts/steps/web-server.mts'

const coordinator = 'koordinaattori1@kainuu.example'
const director = 'johtaja@kainuu.example'
const admin = 'paakayttaja@kainuu.example'
const otherCounty = 'johtaja@kanta-hame.example'
const round = '/projects/kkk2/rounds/2025-Q4'
const phone = { width: 390, height: 844 }

test.describe.configure({ mode: 'serial' })

/** What the running server would do within a minute, without the waiting. */
function remind(etappi: RunningEtappi): Record<string, unknown> {
  const { stdout, stderr } = spawnSync('node', [path.join(root, 'scripts/etappi.mjs'), 'remind', '--json'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      APP_URL: etappi.address,
      DATABASE_URL: etappi.database.ownerUrl,
      DATABASE_APP_URL: etappi.database.appUrl,
      MAIL_GATHER_MINUTES: '0',
    },
  })
  const answer = JSON.parse(stdout || '{}')
  expect(answer.ok, stderr).toBe(true)
  return answer.data
}

async function bothWidths(page: Page): Promise<void> {
  await expectNoViolations(page)
  const before = page.viewportSize()
  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await expectNoViolations(page)
  if (before) await page.setViewportSize(before)
}

test('a person chooses what they are told of and in which language, from the menu, by keyboard', async ({ page }) => {
  await signIn(page, coordinator, '/my-work')
  await page.getByRole('button', { name: /Oma tili/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Omat asetukset' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/settings$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Omat asetukset')
  await bothWidths(page)
  const returned = page.getByLabel('Raporttisi palautetaan täydennettäväksi')
  await expect(returned.locator('option')).toHaveText(['Heti', 'Kerran päivässä, aamulla kello 7'])
  await page.getByLabel('Sähköpostien kieli').selectOption('sv')
  await page.getByLabel('Raporttisi hyväksytään').selectOption('off')
  await page.getByRole('button', { name: 'Tallenna' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Asetukset on tallennettu.')).toBeVisible()
  await expectNoViolations(page)
  await page.reload()
  await expect(page.getByLabel('Sähköpostien kieli')).toHaveValue('sv')
  await expect(page.getByLabel('Raporttisi hyväksytään')).toHaveValue('off')
  await expect(page.getByLabel('Sinut mainitaan kommentissa')).toHaveValue('soon')
})

test('somebody who is told of nothing chooses the language only', async ({ page }) => {
  await signIn(page, 'ohjausryhma@kainuu.example', '/settings')
  await expect(page.getByText('Nykyisellä roolillasi sinulle ei tule ilmoituksia.')).toBeVisible()
  await expect(page.getByRole('combobox')).toHaveCount(1)
  await bothWidths(page)
})

test('the outbox is the administrator’s alone', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  for (const email of [coordinator, director, otherCounty]) {
    await page.context().clearCookies()
    await signIn(page, email, '/admin/mail')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sivua ei löytynyt')
    await expect(page.getByRole('link', { name: 'Lähtevä posti' })).toHaveCount(0)
  }
  await page.context().clearCookies()
  await signIn(page, admin, '/admin/mail')
  await expect(page.getByText('Viestejä ei ole')).toBeVisible()
  await bothWidths(page)
})

test('a returned report becomes a mail in its writer’s language, with a link that leads there', async ({
  page,
  etappi,
}) => {
  test.setTimeout(120_000) // two runs of the command line
  await signIn(page, director, `${round}?state=submitted`)
  await page.getByRole('link', { name: 'Palveluketjut' }).first().click()
  const report = new URL(page.url()).pathname
  await page.getByText('Palauta täydennettäväksi').first().click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Palauta täydennettäväksi' }) })
  await form.getByRole('checkbox').first().check()
  await form.getByRole('textbox').fill('Kanarialintu laulaa tässä perustelussa.')
  await form.getByRole('button', { name: 'Palauta täydennettäväksi' }).click()
  await expect(page.getByText('Palautettu').first()).toBeVisible()

  const done = remind(etappi)
  expect(done).toMatchObject({ sent: 0, failed: 0, broken: [], mailServer: false })
  expect(Number(done.composed)).toBeGreaterThan(0)
  expect(remind(etappi)).toMatchObject({ told: 0, composed: 0, skipped: 0, waiting: done.waiting })

  await page.context().clearCookies()
  await signIn(page, admin, '/projects')
  await page.getByRole('link', { name: 'Lähtevä posti' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lähtevä posti')
  await expect(page.getByText('Sähköpostipalvelinta ei ole asetettu')).toBeVisible()
  await bothWidths(page)
  await page.getByLabel('Vastaanottaja').fill('koordinaattori1')
  await page.getByRole('button', { name: 'Näytä', exact: true }).click()
  await expect(page).toHaveURL(/to=koordinaattori1/)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await page.locator('tbody a').first().click()
  const text = page.locator('.prose[lang="sv"]')
  await expect(text).toContainText('Din rapport återsändes för komplettering')
  await expect(text).not.toContainText('Kanarialintu')
  await expect(text).toContainText(`${etappi.address}${report}/edit`)
  await bothWidths(page)
  const link = await text.getByRole('link', { name: `${report}/edit` }).getAttribute('href')

  await page.context().clearCookies()
  await signIn(page, coordinator)
  await page.goto(String(link))
  await expect(page).toHaveURL(new RegExp(`${report}/edit$`))
  await expect(page.getByText('Kanarialintu laulaa tässä perustelussa.').first()).toBeVisible()
})

test('a mail that was given up says why and is put back with one press', async ({ page, etappi }) => {
  await withClient(etappi.database.ownerUrl, (client) =>
    client.query(
      `update "Mail" set state = 'failed', attempts = 8, "lastError" = '550 nobody here'
      where id = (select m.id from "Mail" m join "User" u on u.id = m."userId" where u.email = $1 limit 1)`,
      [coordinator],
    ),
  )
  await signIn(page, admin, '/admin/mail?state=failed')
  await page.locator('tbody a').first().click()
  await expect(page.getByText('550 nobody here')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Lähetä uudelleen' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Lähetä uudelleen' })).toHaveCount(0)
  await expect(page.getByText('Odottaa')).toBeVisible()
  await page.goto('/admin/mail?state=failed')
  await expect(page.getByText('Yksikään viesti ei vastaa rajausta')).toBeVisible()
  await bothWidths(page)
})

test('two running servers send what is due by themselves, each mail once, and stop at once when asked', async () => {
  test.setTimeout(180_000)
  const smtp = await startSmtpStandIn(50)
  const settings = {
    SCHEDULE: 'on',
    MAIL_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MAIL_FROM: 'Etappi <etappi@example.fi>',
    MAIL_GATHER_MINUTES: '0',
  }
  const etappi = await startEtappi(settings)
  const second = await startBeside(etappi, settings)
  try {
    const asked = (text: string) =>
      withClient(etappi.database.ownerUrl, async (client) => (await client.query(text)).rows)
    // The demo's people have been told of its past; here they have not.
    await asked(`update "Notification" set "skippedAt" = null where kind in ('returned', 'approved', 'resubmitted')`)
    const states = `select count(*)::int as "all", (count(*) filter (where state = 'sent'))::int as sent from "Mail"`
    await expect
      .poll(async () => (await asked(states)).every(({ all, sent }) => all > 0 && all === sent), { timeout: 120_000 })
      .toBe(true)
    const [row] = await asked(states)
    expect(smtp.received).toHaveLength(row.all)
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(row.all)
    expect(smtp.received.map(({ to }) => to)).toContain(coordinator)
  } finally {
    const begun = Date.now()
    await second.stop()
    expect(Date.now() - begun).toBeLessThan(9000) // it would be killed after ten seconds
    await etappi.stop()
    await smtp.stop()
  }
})

/** A second server on the same database, as behind a load balancer. */
async function startBeside(etappi: RunningEtappi, settings: Record<string, string>): Promise<WebServer> {
  const port = await anyFreePort()
  const address = `http://127.0.0.1:${port}`
  const server = startWebServer({
    port,
    host: '127.0.0.1',
    env: {
      APP_URL: etappi.address,
      NEXTAUTH_URL: etappi.address,
      DATABASE_URL: '',
      DATABASE_APP_URL: etappi.database.appUrl,
      AUTH_SECRET: testSecret,
      TZ: 'Europe/Helsinki',
      ...settings,
    },
  })
  await waitForPage(server, address)
  return server
}
