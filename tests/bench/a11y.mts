// bench:a11y – every page × person who may see it × filled and empty project × Finnish, Swedish and English: axe with all its
// rules, no sideways scrolling at 320 px, and everything that takes the focus by Tab marked and in sight (quality A1, A2, A3). --short: each page and state once in Finnish and once in another
// language. Limit: no fault, no exemption; defects laid into a good page must all be found.
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { demoAccounts } from '../../prisma/seed/demo-accounts.ts'
import { browserArguments, findBrowser } from '../../scripts/check/browser.mts'
import { withClient } from '../../scripts/database/open.mts'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { places } from '../support/demo-places.ts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { startEtappi } from '../support/running-etappi.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { type Person, people } from '../support/who-sees-what.ts'
import { walkByKeyboard } from './a11y/keyboard.mts'
import { type Look, lookAt, lookNarrow, missedPlants } from './a11y/look.mts'
import { languages, type Visit, visits } from './a11y/visits.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const short = process.argv.includes('--short')
const floor = short ? 300 : 1500
const atOnce = 2

type Seen = Visit & Look & { status: number; stops: number }

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const cluster = await openTestCluster()
process.env.ETAPPI_TEST_SERVER = JSON.stringify(await ensureDemoTemplate(await ensureTemplate(cluster)))
const etappi = await startEtappi()
const browser = await chromium.launch({ executablePath: await findBrowser('lean'), args: browserArguments })
let good = false
try {
  const ids = await withClient(etappi.database.ownerUrl, (owner) =>
    places(
      async <Found extends object>(text: string, values: unknown[] = []) =>
        (await owner.query(text, values)).rows as Found[],
    ),
  )
  const all = visits(ids, short)
  const seen: Seen[] = []
  const queue = [...new Set(all.map(({ person }) => person))]
  const worker = async () => {
    for (let person = queue.shift(); person; person = queue.shift()) seen.push(...(await walk(person, all)))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  good = report(seen, await plants())
} finally {
  await browser.close()
  await etappi.stop()
  await cluster.close()
}
process.exit(good ? 0 : 1)

async function signedIn(person: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: etappi.address, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' })
  const account = demoAccounts.find(({ email }) => email === people[person])
  if (!account) throw new Error(`There is no demo account ${people[person]}.`)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(account.email)
  await page.locator('input[type=password]').fill(account.password)
  await page.locator('input[type=password]').press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.close()
  return context
}

/** All visits of one person, a language after the other. */
async function walk(person: Person, all: readonly Visit[]): Promise<Seen[]> {
  const context = await signedIn(person)
  const page = await context.newPage()
  const seen: Seen[] = []
  for (const language of languages) {
    await context.addCookies([{ name: 'lang', value: language, url: etappi.address }])
    for (const visit of all.filter((one) => one.person === person && one.language === language)) {
      seen.push(
        await see(page, visit).catch((error: Error) => ({
          ...visit,
          status: 0,
          faults: [error.message],
          rules: 0,
          stops: 0,
        })),
      )
    }
  }
  await context.close()
  return seen
}

async function see(page: Page, visit: Visit): Promise<Seen> {
  const answer = await page.goto(visit.address)
  const status = answer?.status() ?? 0
  const { faults, rules } = await lookAt(page)
  const lang = await page.locator('html').getAttribute('lang')
  if (status !== 200) faults.push(`answered ${status}`)
  if (lang !== visit.language) faults.push(`its language is ${lang}`)
  if (rules < 10) faults.push(`only ${rules} rules applied`)
  if (visit.language !== 'fi') return { ...visit, status, faults, rules, stops: 0 }
  faults.push(...(await lookNarrow(page)))
  const walk = await walkByKeyboard(page)
  faults.push(...walk.faults)
  return { ...visit, status, faults, rules, stops: walk.stops }
}

async function plants(): Promise<string[]> {
  const context = await signedIn('D')
  const page = await context.newPage()
  await page.goto('/settings')
  const clean = await lookAt(page)
  const missed = await missedPlants(page)
  await context.close()
  return clean.faults.length > 0 ? ['the page to plant in is not clean', ...missed] : missed
}

function report(seen: readonly Seen[], missed: readonly string[]): boolean {
  const faulty = seen.filter(({ faults }) => faults.length > 0)
  const kinds = new Map<string, Seen[]>()
  for (const one of faulty)
    for (const fault of one.faults)
      kinds.set(`${one.route} – ${fault}`, [...(kinds.get(`${one.route} – ${fault}`) ?? []), one])
  for (const [kind, where] of kinds)
    console.error(
      `${kind}: ${where
        .map(({ person, language, content }) => `${person} ${language} ${content}`)
        .slice(0, 4)
        .join(', ')} (${where.length})`,
    )
  for (const plant of missed) console.error(`planted, not found: ${plant}`)
  const routes = new Set(seen.map(({ route }) => route)).size
  const stops = seen.reduce((sum, one) => sum + one.stops, 0)
  const enough = seen.length >= floor && stops >= floor * 20
  if (!enough)
    console.error(`only ${seen.length} looks (at least ${floor}) and ${stops} stops (at least ${floor * 20})`)
  const ok = faulty.length === 0 && missed.length === 0 && enough
  const rules = seen.reduce((sum, one) => sum + one.rules, 0)
  console.log(
    `bench:a11y ${routes} pages, ${new Set(seen.map(({ person }) => person)).size} people, ${languages.length} languages, filled and empty: ` +
      `${seen.length} looks, ${rules} rules that applied, ${stops} stops of the keyboard, ${faulty.length} looks with a fault; 8 planted defects, ${missed.length} not found; ` +
      `${machineLoad()}; ${keepRaw('a11y', seen)} ${ok ? 'ok' : 'MISSED'}`,
  )
  return ok
}
