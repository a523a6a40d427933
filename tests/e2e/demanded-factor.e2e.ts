// A county demands a second factor: what its administrator is told before, what is closed until people have one, and how
// they get it. Every page and route of the build is asked, so that none is left open.
import fs from 'node:fs'
import path from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { expect, expectNoViolations, scrollsSideways, signIn, test } from '@/tests/support/browser'
import { places } from '@/tests/support/demo-places'
import { sql } from '@/tests/support/form-page'
import { addressOf, elsewhere, matrix } from '@/tests/support/who-sees-what'

const admin = 'paakayttaja@kainuu.example'
const password = 'etappi-demo-2025'
const security = '/settings/security'

/** Open before a demanded second factor is there, written by hand: the way to it, help, and what is anybody's. */
const open = [
  '/[...rest]',
  '/accessibility',
  '/api-docs',
  '/api/auth/[...nextauth]',
  '/api/health',
  '/api/session',
  '/api/shortcuts',
  '/api/v1/[[...path]]',
  '/api/v1/openapi.json',
  '/first-administrator',
  '/icon.svg',
  '/invitation',
  '/results/[project]',
  '/settings/security',
  '/settings/security/authenticator',
  '/shortcuts',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/provider',
  '/sign-in/provider/out',
  '/sign-in/provider/return',
]
/** Tells a server that a tab is gone; of somebody who has just signed out, too. Nothing is done then. */
const harmless = ['DELETE /api/final-report/[section]/presence', 'DELETE /api/reports/[report]/presence']

test.describe.configure({ mode: 'serial', timeout: 300_000 })

function routesOfBuild(): { route: string; isPage: boolean }[] {
  const file = path.join(process.env.NEXT_DIST_DIR ?? '.next', 'server/app-paths-manifest.json')
  return Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>)
    .filter((one) => /\/(page|route)$/.test(one) && !one.startsWith('/_'))
    .map((one) => ({
      route: one.replace(/\/(page|route)$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/',
      isPage: one.endsWith('/page'),
    }))
}

test('an administrator is told whom a rule touches, saves it, and is led to where the factor is switched on', async ({
  page,
}) => {
  await signIn(page, admin, '/admin/county')
  const section = page.locator('#factor')
  await expect(section.getByRole('option')).toHaveText([
    'Ei keneltäkään',
    /^Niiltä, jotka voivat muutakin kuin lukea: \d+ henkilöä, joista \d+ ei ole sitä käytössä$/,
    /^Kaikilta: \d+ henkilöä, joista \d+ ei ole sitä käytössä$/,
  ])
  await expect(section).toContainText('Sinulla itselläsi ei ole sitä käytössä')
  for (const lang of ['sv', 'en', 'fi']) {
    await page.goto(`/admin/county?lang=${lang}`)
    await expectNoViolations(page)
  }
  await section.getByRole('combobox').selectOption('writers')
  await section.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page).toHaveURL(new RegExp(`${security}$`))
  await expect(page.locator('main .notice').first()).toContainText('Siihen asti muut sivut eivät aukea')
  for (const lang of ['sv', 'en', 'fi']) {
    await page.goto(`${security}?lang=${lang}`)
    await expectNoViolations(page)
  }
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await scrollsSideways(page), `${width}`).toBe(false)
  }
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Hankkeet' })).toHaveCount(0)
})

test('every page leads there and every route answers as to nobody, whatever the method', async ({
  browser,
  etappi,
}) => {
  const ids = await places((text, values) => sql(etappi, text, values))
  const known = new Map(matrix.map((row) => [row.route, addressOf(row, ids)]))
  const anyId = '00000000-0000-7000-8000-000000000000'
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, admin)
  await page.close()
  const wrong: string[] = []
  const opened = new Set<string>()
  let [led, refused] = [0, 0]
  for (const { route, isPage } of routesOfBuild()) {
    const address = known.get(route) ?? route.replaceAll(/\[[^\]]+\]/g, anyId)
    for (const method of isPage ? ['GET'] : ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await context.request.fetch(address, {
        method,
        maxRedirects: 0,
        headers: { origin: etappi.address },
      })
      const to = answer.headers().location ?? ''
      if (isPage && answer.status() === 307 && new URL(to, etappi.address).pathname === security) led += 1
      else if (!isPage && [401, 405].includes(answer.status())) refused += 1
      else if (open.includes(route) || harmless.includes(`${method} ${route}`)) opened.add(route)
      else wrong.push(`${method} ${route}: ${answer.status()} ${to}`)
    }
  }
  await context.close()
  console.log(`${led} pages lead to the factor, ${refused} answers of routes are refused, ${opened.size} are open`)
  expect(wrong).toEqual([])
  expect(led).toBeGreaterThan(150)
  expect(refused).toBeGreaterThan(150)
  // What is said to be open is there: a list of names that nothing answers to would show nothing.
  expect(open.filter((route) => !(route in elsewhere) && !known.has(route))).toEqual([])
})

test('who switches the factor on goes on at once, without scripts too', async ({ browser, etappi }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: etappi.address, locale: 'fi-FI' })
  const page = await context.newPage()
  await signIn(page, admin, '/admin/people')
  await expect(page).toHaveURL(new RegExp(`${security}$`))
  await page.locator('#second-factor').getByLabel('Salasana').fill(password)
  await page.getByRole('button', { name: 'Ota käyttöön' }).click()
  const key = ((await page.locator('#key .font-mono').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Koodi', { exact: true }).fill(new TOTP({ secret: Secret.fromBase32(key) }).generate())
  await page.getByRole('button', { name: 'Vahvista' }).click()
  await expect(page.locator('#confirm li')).toHaveCount(10)
  await page.goto('/admin/county')
  await expect(page.locator('#factor')).not.toContainText('Sinulla itselläsi')
  await expect(page.locator('#factor').getByRole('combobox')).toHaveValue('writers')
  await context.close()
})

test('a form that was open when the rule came keeps what was typed and says why', async ({ page, etappi }) => {
  await sql(etappi, `UPDATE "Organisation" SET "factorRule" = 'nobody'`)
  await signIn(page, 'johtaja@kainuu.example', '/projects/kkk2/risks/new')
  await page.locator('textarea[name="description"]').fill('Kirjoitettu ennen sääntöä')
  await sql(etappi, `UPDATE "Organisation" SET "factorRule" = 'writers'`)
  await page.locator('main form').last().getByRole('button').last().click()
  await expect(page.locator('.error-summary')).toContainText('Sinulta edellytetään kaksivaiheista kirjautumista')
  await expect(page.locator('textarea[name="description"]')).toHaveValue('Kirjoitettu ennen sääntöä')
})
