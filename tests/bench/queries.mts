// bench:queries – how many statements each signed-in page sends to PostgreSQL, counted on their way there: every execution of
// a statement counts, whoever sent it; what begins and ends a transaction and sets whose eyes it looks with does not. Every
// page is looked at with the demo data, then with three times the rows of everything that pages list.
// --short: as the director and the coordinator only. --report: prints MISSED without failing.
// Limits (quality P4): at most 12 on each page, and no more when there are more rows; the package of a project, which is
// every table of it, one for each table. Every run also asks for a page several
// times as if it were one, which must be over the limit and seen as growing.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { withClient } from '../../scripts/database/open.mts'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { startEtappi } from '../support/running-etappi.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { elsewhere } from '../support/who-sees-what.ts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { type Looked, lookAt, lookAtAll, looksOf } from './queries/pages.mts'
import { multiplyRows } from './queries/rows.mts'
import { isQuery, openWire, type Wire } from './queries/wire.mts'

const limit = 12
const times = 3
const floor = { pages: 80, statements: 300 }
const short = process.argv.includes('--short')

/** A file that holds every table of a project asks once for each, and not oftener however many rows there are. */
const everyTable: Readonly<Record<string, number>> = { '/api/projects/[project]/package': 130 }
const isOver = ({ route, count }: Looked): boolean => count > (everyTable[route] ?? limit)
const keyOf = ({ route, person }: Looked): string => `${person} ${route}`

/** Pages that ask more often than before, or answer otherwise. */
function grown(before: readonly Looked[], after: readonly Looked[]): string[] {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  return after.flatMap((one) => {
    const first = known.get(keyOf(one))
    if (!first || first.status !== one.status) return [`${keyOf(one)}: answered ${first?.status}, then ${one.status}`]
    return one.count > first.count ? [`${keyOf(one)}: ${first.count}, with more rows ${one.count}`] : []
  })
}

/** Statements of known number, in each way that a library can send them. Answers what the count is wrong about. */
async function countsRightly(wire: Wire): Promise<string[]> {
  const client = new pg.Client({ connectionString: wire.url })
  await client.connect()
  wire.take()
  await client.query('BEGIN')
  await client.query(`SELECT set_config('etappi.scope', 'system', true)`)
  await client.query('SELECT 1')
  await client.query('SELECT $1::int', [2])
  for (const value of [3, 4]) await client.query({ name: 'named', text: 'SELECT $1::int + 0', values: [value] })
  await client.query('COMMIT')
  await client.end()
  await wait(5)
  const seen = wire.take().filter(isQuery)
  const wanted = ['SELECT 1', 'SELECT $1::int', 'SELECT $1::int + 0', 'SELECT $1::int + 0']
  return JSON.stringify(seen) === JSON.stringify(wanted) ? [] : [`counted wrongly: ${JSON.stringify(seen)}`]
}

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const cluster = await openTestCluster()
const server = await ensureDemoTemplate(await ensureTemplate(cluster))
const wire = await openWire(server.appUrl)
process.env.ETAPPI_TEST_SERVER = JSON.stringify({ ...server, appUrl: wire.url })
const etappi = await startEtappi()
let good = false
try {
  good = await withClient(etappi.database.ownerUrl, async (owner) => {
    const query = async <Found extends object>(text: string, values: unknown[] = []) =>
      (await owner.query<Found & pg.QueryResultRow>(text, values)).rows as Found[]
    const looks = await looksOf(etappi.address, query, !short)
    const first = await lookAtAll(looks, wire, query)
    const planted = await plant(first, looks)
    const rows = await multiplyRows(owner, times)
    const second = await lookAtAll(looks, wire, query)
    const faults = [
      ...(await countsRightly(wire)),
      ...planted,
      ...grown(first, second),
      ...[...first, ...second].filter(({ status }) => status >= 400).map((one) => `${keyOf(one)}: ${one.status}`),
    ]
    return report(first, second, rows, faults)
  })
} finally {
  await etappi.stop()
  await wire.close()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}
process.exit(good || process.argv.includes('--report') ? 0 : 1)

/** The page that asks most, asked for as often as takes it over the limit, as if that were one page. */
async function plant(first: readonly Looked[], looks: Parameters<typeof lookAt>[0][]): Promise<string[]> {
  const pages = first.filter(({ route }) => !(route in everyTable))
  const most = pages.sort((a, b) => b.count - a.count).find((one) => !isOver(one))
  const look = most && looks.find(({ route, person }) => route === most.route && person === most.person)
  if (!most || !look) return ['nothing to plant a fault in']
  const repeated = await lookAt(look, wire, Math.ceil((limit + 1) / most.count))
  const isSeen = isOver(repeated) && grown([most], [repeated]).length > 0
  return isSeen ? [] : [`${most.route} asked for again and again was not seen: ${repeated.count}`]
}

function report(first: Looked[], second: Looked[], rows: Record<string, number>, faults: string[]): boolean {
  const most = new Map<string, Looked>()
  for (const one of [...first, ...second]) if (one.count > (most.get(one.route)?.count ?? -1)) most.set(one.route, one)
  const table = [...most.values()].sort((a, b) => b.count - a.count || a.route.localeCompare(b.route))
  for (const { count, person, route } of table) console.log(`${String(count).padStart(4)}  ${person}  ${route}`)
  const over = table.filter(isOver)
  const statements = [...first, ...second].reduce((sum, one) => sum + one.count, 0)
  if (table.length < floor.pages) faults.push(`only ${table.length} pages`)
  if (statements < floor.statements) faults.push(`only ${statements} statements`)
  for (const fault of faults) console.error(fault)
  const raw = keepRaw('queries', [{ limit, rows }, ...first, ...second])
  const counts = table.filter(({ route }) => !(route in everyTable)).map(({ count }) => count)
  const apart = table.filter(({ route }) => route in everyTable).map(({ count }) => count)
  const met = over.length === 0 && faults.length === 0
  console.log(
    `bench:queries ${table.length} pages and files (${Object.keys(elsewhere).length} others are looked at in tests), ` +
      `${first.length + second.length} looks, ${statements} statements: at most ${counts[0]} on a page, half of them at most ` +
      `${counts[Math.floor(counts.length / 2)]} (limit ${limit}), the package of a project at most ${apart.join(', ')}, one for each table; ${over.length} over their limits; with ${times} times the rows ` +
      `(${Object.values(rows).reduce((sum, count) => sum + count, 0)} of ${Object.keys(rows).length} tables) ` +
      `${grown(first, second).length} ask more; a page asked for again and again was planted; ${faults.length} faults; ${machineLoad()}; ${raw} ${met ? 'ok' : 'MISSED'}`,
  )
  return met
}
