// A project goes out as a package and another comes in, by the administrator; then projects of odd shapes, page by page.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/runtime.mjs'
import { unfitIn } from '../bench/odd/looking'
import { oddPackage } from '../project-packages/odd'
import { expect, expectNoViolations, type Page, signIn, test } from '../support/browser'
import { sql } from '../support/form-page'
import type { RunningEtappi } from '../support/running-etappi'
import { testSecret } from '../support/test-server'

test.describe.configure({ mode: 'serial', timeout: 600_000 })

const admin = 'paakayttaja@kainuu.example'
const kainuu = { key: 'kainuu', name: 'Kainuun hyvinvointialue' }
const example = (): Record<string, unknown> & { project: Record<string, unknown> } =>
  JSON.parse(fs.readFileSync(path.join(root, 'docs/examples/flat-themes.json'), 'utf8'))

async function send(page: Page, name: string, json: unknown): Promise<void> {
  await page.goto('/admin/packages')
  const buffer = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
  await page.getByLabel('Hankepaketti').setInputFiles({ name, mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Lähetä paketti' }).click()
}

test('a project is taken out with everything in it', async ({ page }) => {
  await signIn(page, admin, '/admin/packages')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'kkk2.etappi.json' }).click(),
  ])
  const given = JSON.parse(fs.readFileSync(await download.path(), 'utf8'))
  expect([given.format, given.project.key]).toEqual(['etappi-project-package', 'kkk2'])
  expect(given.snapshots).toHaveLength(2)
})

test('a package is looked at, taken in under the county of the administrator, and let go', async ({ page }) => {
  await signIn(page, admin, '/admin/packages')
  await send(page, 'teemat.json', example())
  await expect(page.getByRole('heading', { name: 'Hanke teemat tulee' })).toBeVisible()
  await expect(page.getByText('Paketti on toiselta hyvinvointialueelta')).toBeVisible()
  await expect(page.getByText('Painettu summa')).toBeVisible()
  await page.getByLabel('Hankkeen tunnus').fill('teemat-2')
  await page.getByRole('button', { name: 'Näytä uudelleen' }).click()
  await expect(page.getByRole('heading', { name: 'Hanke teemat-2 tulee' })).toBeVisible()
  await page.getByRole('button', { name: 'Tuo hanke' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Teemoittain johdettu hanke' })).toBeVisible()
  expect(page.url()).toContain('/projects/teemat-2')
  await page.goto('/admin/packages')
  await expect(page.getByRole('heading', { name: 'Lähetetyt paketit' })).toHaveCount(0)
})

test('what does not fit is told with its places, and what is no package is not kept', async ({ page }) => {
  await signIn(page, admin, '/admin/packages')
  const bad = example()
  Object.assign(bad, {
    actuals: [{ amount: 12 }],
    periods: [{ id: 's26', key: 'syksy', from: '1.9.2026', to: '2026-12-31' }],
  })
  await send(page, 'huono.json', bad)
  await expect(page.getByText('Pakettia ei voi tuoda: 2 kohtaa ei sovi')).toBeVisible()
  await expect(page.getByText(/^\/actuals\/0\/amount: Odotettiin desimaalilukua tekstinä/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tuo hanke' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Poista paketti' }).click()
  await expect(page.getByRole('heading', { name: 'Lähetetyt paketit' })).toHaveCount(0)
  await send(page, 'muu.json', '{"jotain": "muuta"}')
  await expect(page.getByText('Tiedosto ei ole Etapin hankepaketti.')).toBeVisible()
})

test('nobody else finds the page or the file', async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/)
  await signIn(page, 'johtaja@kainuu.example', '/projects')
  expect((await page.goto('/admin/packages'))?.status()).toBe(404)
  expect((await page.request.get('/api/projects/kkk2/package')).status()).toBe(404)
})

/** Takes the packages in and publishes the first period of each; one process for all of them. */
function takeIn({ database }: RunningEtappi, folder: string, seeds: readonly number[]): void {
  const given = seeds.map((seed) => {
    const { json, rows } = oddPackage(seed, kainuu, programme)
    const file = path.join(folder, `${seed}.json`)
    fs.writeFileSync(file, JSON.stringify(json))
    return `${file}=${rows.get('periods')?.[0]?.key}`
  })
  const env = { ...process.env, DATABASE_APP_URL: database.appUrl, AUTH_SECRET: testSecret }
  const script = [path.join(root, 'scripts/run.mjs'), path.join(root, 'tests/support/take-packages.mts'), ...given]
  const { status, stderr } = spawnSync(process.execPath, script, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

const programme = {
  ...{ key: 'p', name: 'P', shortName: 'P', funder: 'F' },
  ...{ statementFi: 'a', statementSv: 'b', statementEn: 'c' },
}

const pages = [
  '',
  '/about',
  '/about/documents',
  '/about/links',
  '/evidence',
  '/finance',
  '/finance/actuals',
  '/finance/budgets',
  '/finance/purchases',
  '/risks',
  '/plan-changes',
  '/communications',
  '/meetings',
  '/indicators',
  '/indicators/explorer',
  '/toimintamallit',
  '/lists',
  '/rounds',
  '/steering',
  '/final-report',
  '/final-report/preview',
  '/plan',
]

/** Addresses of a project's pages: those that every project has, and those of its reports, an indicator and its publication. */
async function addressesOf(running: RunningEtappi, key: string): Promise<string[]> {
  const units = await sql<{ id: string; key: string; indicator: string | null }>(
    running,
    `SELECT u.id, t.key, (SELECT i.id FROM "Indicator" i WHERE i."projectId" = p.id LIMIT 1) AS indicator
       FROM "Project" p JOIN "StatusReport" r ON true JOIN "WorkPackage" u ON u.id = r."unitId" AND u."projectId" = p.id
       JOIN "ReportingPeriod" t ON t.id = r."periodId" WHERE p.key = $1 ORDER BY t.key, u.id LIMIT 4`,
    [key],
  )
  const more = units.flatMap(({ id, key: period, indicator }) => [
    `/work-packages/${id}`,
    `/rounds/${period}`,
    `/rounds/${period}/${id}`,
    `/rounds/${period}/${id}/differences`,
    ...(indicator ? [`/indicators/${indicator}`] : []),
  ])
  const [first] = units
  const published = first
    ? [`/steering/${first.key}`, `/steering/${first.key}/files`, `/steering/${first.key}/${first.id}`]
    : []
  return [...new Set([...pages, ...more, ...published])].map((one) => `/projects/${key}${one}`)
}

test('projects of odd shapes are shown on every page', async ({ page, etappi }, info) => {
  const seeds = Array.from({ length: 26 }, (_, index) => index + 101)
  fs.mkdirSync(info.outputDir, { recursive: true })
  takeIn(etappi, info.outputDir, seeds)
  await signIn(page, admin, '/projects')
  const keys = seeds.map((seed) => `outo-${seed}`)
  const waiting = (await Promise.all(keys.map((key) => addressesOf(etappi, key)))).flat()
  const [broken, seen] = [[] as string[], { pages: 0, texts: 0 }]
  // Several at once: the server waits for its database a good part of the time.
  const look = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const answer = await page.request.get(address)
      seen.pages += 1
      if (answer.status() >= 500) broken.push(`${answer.status()} ${address}`)
      if (answer.status() !== 200) continue
      const unfit = unfitIn(await answer.text())
      seen.texts += 1
      if (unfit !== null) broken.push(`${address} says ${unfit}`)
    }
  }
  await Promise.all([look(), look(), look(), look()])
  console.log(`${seen.pages} pages of ${seeds.length} odd projects, ${seen.texts} read`)
  expect(broken).toEqual([])
  expect(seen.pages).toBeGreaterThan(500)
  expect(seen.texts).toBeGreaterThan(500)
})

test('pages of odd projects meet every rule of accessibility, in a browser', async ({ page, etappi }) => {
  await signIn(page, admin, '/projects')
  // Flat themes, nothing but a plan, and everything.
  for (const seed of [101, 108, 110]) {
    const all = await addressesOf(etappi, `outo-${seed}`)
    const published = all.filter((address) => /\/steering\/[^/]+$/.test(address))
    for (const address of [`/projects/outo-${seed}`, `/projects/outo-${seed}/finance`, ...published]) {
      await page.goto(address)
      await expectNoViolations(page)
    }
  }
})
