// bench:pages – what pages make a browser load, and when they show it (quality P2, P7). Scripts are counted from what was really
// asked for, over those of an empty Next page of the same build: read pages ≤ 10 KB (Brotli), the report form ≤ 35 KB. Largest
// content ≤ 1.5 s and holding data, answer to a hand ≤ 100 ms, shift ≤ 0.01, on a slow telephone. --short: fewer visits.
// --report: prints MISSED for times without failing; a page that grows over its budget still fails.
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../../scripts/check/browser.mts'
import { withClient } from '../../scripts/database/open.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { places } from '../support/demo-places.ts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { startEtappi } from '../support/running-etappi.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { people } from '../support/who-sees-what.ts'
import { scriptsOf } from './pages/scripts.mts'
import { type Vitals, vitalsOf } from './pages/vitals.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { buildComparison, startComparison } from './web/comparison.mts'
import { signIn } from './web/dashboard.mts'
import { median } from './web/load.mts'

const limits = { read: 10_000, form: 35_000, lcp: 1500, inp: 100, cls: 0.01 }
const repeats = process.argv.includes('--short') ? 3 : 7

type Looked = { name: string; who: string; path: string; budget: number; act: (page: Page) => Promise<void> }

const pressTab = async (page: Page) => {
  for (let times = 0; times < 4; times++) await page.keyboard.press('Tab')
}
const openFirst = async (page: Page) => {
  await page.locator('main summary').first().click()
  await pressTab(page)
}
const type = async (page: Page) => {
  await page.locator('main textarea').first().click()
  await page.keyboard.type('Kirjoitettu lause.', { delay: 30 })
}

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
await buildComparison()
const cluster = await openTestCluster()
process.env.ETAPPI_TEST_SERVER = JSON.stringify(await ensureDemoTemplate(await ensureTemplate(cluster)))
const etappi = await startEtappi()
const comparison = await startComparison(await anyFreePort())
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments })
let good = false
try {
  const ids = await withClient(etappi.database.ownerUrl, (owner) =>
    places(
      async <Found extends object>(text: string, values: unknown[] = []) =>
        (await owner.query(text, values)).rows as Found[],
    ),
  )
  good = report(await look(pagesOf(ids)))
} finally {
  await browser.close()
  await comparison.stop()
  await etappi.stop()
  await cluster.close()
}
process.exit(good ? 0 : 1)

function pagesOf(ids: Readonly<Record<string, string>>): Looked[] {
  const read = (name: string, who: string, path: string, act = pressTab): Looked => ({
    ...{ name, who, path, act },
    budget: limits.read,
  })
  return [
    read('dashboard', people.S, '/projects/kkk2/steering/2025-Q3', openFirst),
    read('projects', people.N, '/projects'),
    read('round', people.D, '/projects/kkk2/rounds/2025-Q4'),
    read('unit', people.S, `/projects/kkk2/steering/2025-Q3/${ids.unit}`),
    read('indicator', people.T, `/projects/kkk2/indicators/${ids.indicator}`),
    {
      name: 'report form',
      who: people.C,
      path: `/projects/kkk2/rounds/2025-Q4/${ids.ownUnit}/edit`,
      budget: limits.form,
      act: type,
    },
  ]
}

type Result = { name: string; budget: number; files: number; over: number; vitals: Vitals }

async function look(pages: readonly Looked[]): Promise<{ results: Result[]; floor: number; planted: number }> {
  const bare = await browser.newContext()
  const floor = await scriptsOf(bare, comparison.bare)
  await bare.close()
  if (floor.bytes < 50_000) throw new Error(`an empty Next page loads ${floor.bytes} bytes only: nothing was counted`)
  const results: Result[] = []
  for (const one of pages) {
    const context = await contextOf(one.who)
    const { files, bytes } = await scriptsOf(context, etappi.address + one.path)
    const visits: Vitals[] = []
    for (let times = 0; times < repeats; times++)
      visits.push(await vitalsOf(context, etappi.address + one.path, one.act))
    const of = (key: 'lcp' | 'inp' | 'cls') => median(visits.map((visit) => visit[key]))
    const last = visits.at(-1)
    const vitals = {
      ...{ lcp: of('lcp'), inp: of('inp'), cls: of('cls') },
      element: last?.element ?? '',
      holdsData: visits.every(({ holdsData }) => holdsData),
    }
    results.push({ name: one.name, budget: one.budget, files, over: bytes - floor.bytes, vitals })
    await context.close()
  }
  return { results, floor: floor.bytes, planted: await slowed(pages[0]) }
}

/** The first page with a script that keeps it busy: its answer to a hand must be over the limit. */
async function slowed(one: Looked | undefined): Promise<number> {
  if (!one) return 0
  const context = await contextOf(one.who)
  await context.addInitScript(() => {
    const busy = () => {
      const until = performance.now() + 300
      while (performance.now() < until);
    }
    for (const type of ['keydown', 'click']) addEventListener(type, busy, true)
  })
  const { inp } = await vitalsOf(context, etappi.address + one.path, one.act)
  await context.close()
  return inp
}

async function contextOf(who: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 412, height: 823 } })
  const cookies = (await signIn(etappi.address, who)).split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: etappi.address }
  })
  await context.addCookies(cookies)
  return context
}

function report({ results, floor, planted }: { results: Result[]; floor: number; planted: number }): boolean {
  const mark = (good: boolean) => (good ? 'ok' : 'MISSED')
  let [small, quick] = [true, true]
  for (const { name, budget, files, over, vitals } of results) {
    const [fits, shows] = [
      over <= budget,
      vitals.holdsData && vitals.lcp <= limits.lcp && vitals.inp <= limits.inp && vitals.cls <= limits.cls,
    ]
    small &&= fits
    quick &&= shows
    console.log(
      `bench:pages ${name}: scripts ${(over / 1000).toFixed(1)} KB over the floor in ${files} files (limit ${budget / 1000}) ${mark(fits)}; ` +
        `largest content ${vitals.lcp.toFixed(0)} ms (limit ${limits.lcp}; ${vitals.element}), answer to a hand ${vitals.inp.toFixed(0)} ms (limit ${limits.inp}), ` +
        `shift ${vitals.cls.toFixed(3)} (limit ${limits.cls}) ${mark(shows)}`,
    )
  }
  const caught = planted > limits.inp
  console.log(
    `bench:pages floor of an empty Next page ${(floor / 1000).toFixed(1)} KB; planted busy page ${planted.toFixed(0)} ms ${caught ? 'caught' : 'NOT CAUGHT'}; ` +
      `${repeats} visits each; ${machineLoad()}, ${keepRaw('pages', results)}`,
  )
  return small && caught && (quick || process.argv.includes('--report'))
}
