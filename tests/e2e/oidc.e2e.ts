// Signing in by a provider in a browser: linked in the settings, in and out again, by an invitation, anew for an act that asks
// for it, and without the provider.
import { createHash, randomUUID } from 'node:crypto'
import { test as base, expect, expectNoViolations, type Page, scrollsSideways, signIn } from '@/tests/support/browser'
import { signInHere, sql } from '@/tests/support/form-page'
import { type RunningEtappi, startEtappi } from '@/tests/support/running-etappi'
import { type StandInProvider, startStandInProvider } from '@/tests/support/stand-in-provider'

const director = 'johtaja@kainuu.example'
const name = 'Testipalvelu'
const button = `Kirjaudu palvelulla ${name}`

let provider: StandInProvider
let etappi: RunningEtappi
let started: Promise<void> | null = null

/** Before anything else of the file: everything in it goes to this server. */
async function start(): Promise<void> {
  provider = await startStandInProvider()
  etappi = await startEtappi({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_LABEL: name,
  })
  provider.returns = `${etappi.address}/sign-in/provider/return`
}

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  etappi: async ({}, use) => {
    started ??= start()
    await started
    await use(etappi)
  },
})
test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.afterAll(async () => {
  await etappi?.stop()
  await provider?.stop()
})

async function looksRight(page: Page): Promise<void> {
  await expectNoViolations(page)
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await scrollsSideways(page), `${width}`).toBe(false)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
async function signOut(page: Page): Promise<void> {
  await page.goto('/projects')
  await page.getByRole('button', { name: 'Projektijohtaja' }).click()
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()
  await page.waitForURL(/\/sign-in/)
}

test('somebody whom nobody has linked is not let in, and is told what to do', async ({ page }) => {
  await page.goto('/sign-in?next=%2Fprojects')
  await looksRight(page)
  await page.getByRole('link', { name: button }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fprojects&provider=UNKNOWN_PERSON$/)
  await expect(page.locator('.notice')).toContainText('Pyydä pääkäyttäjältä kutsu')
  await looksRight(page)
  for (const lang of ['sv', 'en', 'fi']) {
    await page.goto(`/sign-in?provider=AWAY&lang=${lang}`)
    await expectNoViolations(page)
  }
})

test('an account is linked in its settings, and the provider lets it in and out', async ({ page, context }) => {
  await signIn(page, director, '/settings/security')
  await expect(page.locator('#provider')).toContainText('Ei liitetty')
  await page.getByRole('link', { name: `Liitä palveluun ${name}` }).click()
  await expect(page).toHaveURL(/\/settings\/security$/)
  await expect(page.locator('#provider')).toContainText('Voit kirjautua Etappiin palvelulla')
  await looksRight(page)
  await signOut(page)
  expect(page.url()).toMatch(/\/sign-in\?left=1$/)
  await page.goto('/sign-in?next=%2Fprojects%2Fkkk2')
  await page.getByRole('link', { name: button }).click()
  await expect(page).toHaveURL(/\/projects\/kkk2$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('etappi.'))
  expect(cookies.map(({ name }) => name).sort()).toEqual(['etappi.provider', 'etappi.session'])
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true)
  await signOut(page)
  await expect(page.locator('.notice')).toContainText('Olet kirjautunut ulos Etapista')
  await looksRight(page)
  await page.getByRole('link', { name: `Kirjaudu ulos palvelusta ${name}` }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(provider.asked.filter(({ path }) => path === '/end')).toHaveLength(1)
})

test('an act that asks for it is done after a fresh sign-in at the provider; an old one is refused', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: button }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await sql(etappi, `UPDATE "LoginSession" SET "authenticatedAt" = now() - interval '1 hour'`, [])
  await page.goto('/settings/security')
  await page.getByRole('button', { name: 'Poista liitos' }).click()
  await page.locator('#provider .notice').getByRole('link').click()
  await expect(page).toHaveURL(/\/sign-in\?next=.*again=1/)
  provider.person.authTime = Math.floor(Date.now() / 1000) - 3600
  await page.getByRole('link', { name: button }).click()
  await expect(page).toHaveURL(/again=1&provider=NOT_FRESH$/)
  provider.person.authTime = Math.floor(Date.now() / 1000)
  await page.getByRole('link', { name: button }).click()
  await expect(page).toHaveURL(/\/settings\/security$/)
  await page.getByRole('button', { name: 'Poista liitos' }).click()
  await expect(page.locator('#provider')).toContainText('Ei liitetty')
})

test('an invitation is taken by the provider instead of a password, once, without scripts', async ({ browser }) => {
  const secret = `${randomUUID()}${randomUUID()}`
  const [person] = await sql<{ id: string; organisationId: string }>(
    etappi,
    `INSERT INTO "User" (id, "organisationId", email, name)
     SELECT gen_random_uuid(), id, 'uusi@kainuu.example', 'Uusi suunnittelija' FROM "Organisation" WHERE key = 'kainuu'
     RETURNING id, "organisationId"`,
    [],
  )
  await sql(
    etappi,
    `INSERT INTO "Invitation" (id, "organisationId", "userId", "secretHash", "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, $3, now() + interval '1 day')`,
    [person?.organisationId, person?.id, createHash('sha256').update(secret).digest('hex')],
  )
  provider.person = { sub: randomUUID() }
  const page = await browser.newPage({ baseURL: etappi.address, javaScriptEnabled: false })
  await page.goto(`/invitation?secret=${secret}`)
  await page.getByRole('link', { name: button }).click()
  await expect(page).toHaveURL(/\/projects$/)
  expect(provider.asked.map(({ query }) => String(query)).join()).not.toContain(secret)
  await page.goto(`/sign-in/provider?invitation=${secret}`)
  await expect(page).toHaveURL(/provider=INVITATION_USED$/)
  await page.close()
})

test('without the provider the sign-in page says so, and passwords let in', async ({ page }) => {
  const alone = await startEtappi({
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'etappi',
    OIDC_CLIENT_SECRET: 'salaisuus',
    OIDC_LABEL: name,
  })
  try {
    await page.goto(`${alone.address}/sign-in?next=%2Fprojects`)
    await page.getByRole('link', { name: button }).click()
    await expect(page.locator('.notice')).toContainText('Kirjautumispalvelu ei vastaa')
    await looksRight(page)
    await signInHere(page)
    await expect(page).toHaveURL(/\/projects$/)
  } finally {
    await alone.stop()
  }
})
