// What browser tests of the report form share: where it is, its fields and its state line, and a look behind it.
import { withClient } from '../../scripts/database/open.mts'
import { expect, type Page, signIn } from './browser'
import type { RunningEtappi } from './running-etappi'

export const coordinator = 'koordinaattori1@kainuu.example'
export const colleague = 'koordinaattori2@kainuu.example'
const unit = 'Vammaisten henkilöiden palveluiden kehittäminen'

export const saveLine = (page: Page) => page.locator('[data-save]')
export const field = (page: Page, path: string) => page.locator(`[name="text:${path}"]`)

/** One statement as the owner of the tables. */
export function sql<Row extends object>(etappi: RunningEtappi, text: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(etappi.database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)
}

/** Opens the coordinator's form; answers its path and the id of the report. */
export async function openForm(page: Page): Promise<{ form: string; reportId: string }> {
  await signIn(page, coordinator, '/my-work')
  await page.getByRole('link', { name: unit }).click()
  await page.waitForURL(/\/edit$/)
  const reportId = (await page.locator('[name="reportId"]').first().getAttribute('value')) ?? ''
  return { form: new URL(page.url()).pathname, reportId }
}

/** Lets the colleague write the same unit's report. */
export async function shareUnit(etappi: RunningEtappi, reportId: string): Promise<void> {
  await sql(
    etappi,
    `INSERT INTO "WorkPackageCoordinator" ("organisationId", "workPackageId", "userId")
     SELECT r."organisationId", r."unitId", u.id FROM "StatusReport" r, "User" u
      WHERE r.id = $1 AND u.email = $2 ON CONFLICT DO NOTHING`,
    [reportId, colleague],
  )
}

/** A field as the database has it. */
export async function stored(etappi: RunningEtappi, reportId: string, path: string) {
  const [row] = await sql<{ text: string; version: number }>(
    etappi,
    'SELECT text, version FROM "StatusReportEntry" WHERE "reportId" = $1 AND path = $2',
    [reportId, path],
  )
  return row ?? { text: '', version: 0 }
}

/** Waits until the form keeps unsaved text on this device: it has the key of this visit, and holds the lock of its tab. */
export async function keepsCopies(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0))
    .toBeGreaterThan(0)
}

/** Every session ends, as if its time had come. */
export async function expireSessions(etappi: RunningEtappi): Promise<void> {
  await sql(etappi, `UPDATE "LoginSession" SET "expiresAt" = now() - interval '1 second'`)
}

/** Fills in the sign-in form that a page has come to. */
export async function signInHere(page: Page, email = coordinator): Promise<void> {
  await page.getByLabel('Sähköposti').fill(email)
  await page.getByLabel('Salasana').fill('etappi-demo-2025')
  await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
}

/** Waits until the server has this text and the line says so. */
export async function expectSaved(page: Page, etappi: RunningEtappi, reportId: string, path: string, text: string) {
  await expect.poll(async () => (await stored(etappi, reportId, path)).text).toBe(text)
  await expect(saveLine(page)).toHaveAttribute('data-save', 'saved')
}

/** Nothing of what the form sends gets through any more. */
export function cutOff(page: Page, what = '**/api/reports/**'): Promise<unknown> {
  return page.route(what, (route) => route.abort())
}

/** The tab dies: nothing of its page can say goodbye. */
export async function killTab(page: Page): Promise<void> {
  const crash = new Promise<void>((resolve) => page.once('crash', () => resolve()))
  void page.goto('chrome://crash').catch(() => undefined)
  await crash
}
