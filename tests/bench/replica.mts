// bench:replica – three web servers on a primary with a streaming replica (Debian's PostgreSQL where it is installed, else the
// embedded one). --short: fewer requests and publications.
// 1. how much of what dashboards, units, comparisons and cards read the replica answers; 2. a period is published while the replica shows nothing new: every
// server must show it at once; 3. the replica is killed while they are read: no answer may fail, and it must be used again
// when it is back; 4. the primary is killed and the replica takes its place.
// Planted: a reader that trusts the replica blindly, which must be seen to show the old publication; a page that does not
// exist, which must be counted as a failure.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { listPublished } from '@/lib/steering/queries'
import { withClient } from '../../scripts/database/open.mts'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { loadDemoInto } from '../support/demo-template.ts'
import { openPair, type Pair } from '../support/standby.ts'
import { testSecret } from '../support/test-server.ts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { readers } from './replica/load.mts'
import { board, pagesOf } from './replica/pages.mts'
import { between, type Running, readsOf, startOn } from './replica/servers.mts'
import { signIn } from './web/dashboard.mts'
import { get, quantile } from './web/load.mts'

const short = process.argv.includes('--short')
const amounts = short ? { requests: 90, publications: 2, seconds: 5 } : { requests: 600, publications: 6, seconds: 20 }
const leastAnswered = 0.95
const debian = '/usr/lib/postgresql/15'
const faults: string[] = []
process.env.AUTH_SECRET = testSecret

/** The application of this process: it publishes, and reads as a blind reader would. */
async function connectTo(databaseAppUrl: string): Promise<void> {
  await disconnect()
  process.env.DATABASE_APP_URL = databaseAppUrl
  Object.assign(env(), { databaseAppUrl })
}

const operator = systemViewer('operator')
const newest = async () => (await listPublished(operator, 'kkk2')).find(({ periodKey }) => periodKey === '2025-Q4')

/** Short name of the publication in the addresses of its figures: it stands on the dashboard that shows it. */
async function publish(): Promise<string> {
  const project = await asViewer(operator, (tx) => tx.project.findUniqueOrThrow({ where: { key: 'kkk2' } }))
  const done = await publishPeriod(operator, { projectId: project.id, periodKey: '2025-Q4', note: 'Mittaus' })
  if (!done.ok) throw new Error(done.reason)
  const found = await newest()
  if (found?.snapshotId !== done.value.snapshotId) throw new Error('the primary does not know what it published')
  return found.code
}

/** Transactions that a database server has done since its statistics began; they are written down within a second. */
async function statementsOn(url: string): Promise<number> {
  await wait(1500)
  const { rows } = await withClient(url, (client) =>
    client.query<{ done: number }>(
      'SELECT xact_commit::float8 AS done FROM pg_stat_database WHERE datname = current_database()',
    ),
  )
  return rows[0]?.done ?? Number.NaN
}

type Cookies = { member: string; admin: string }

async function shareOfReplica(pair: Pair, running: readonly Running[], { member, admin }: Cookies) {
  const pages = (await Promise.all(running.map((one) => pagesOf(one, member, '2025-Q3')))).flat()
  const before = {
    reads: await readsOf(running, admin),
    here: await statementsOn(pair.primary.ownerUrl),
    there: await statementsOn(pair.standby.ownerUrl),
  }
  const { latencies, failures } = await readers(pages, {
    connections: 1,
    until: (answers) => answers >= amounts.requests,
  })
  const reads = between(before.reads, await readsOf(running, admin))
  const onPrimary = (await statementsOn(pair.primary.ownerUrl)) - before.here
  const onReplica = (await statementsOn(pair.standby.ownerUrl)) - before.there
  const share = reads.answered / reads.asked
  if (failures.length > 0) faults.push(`${failures.length} answers failed: ${failures[0]}`)
  if (latencies.length < amounts.requests) faults.push(`only ${latencies.length} requests`)
  if (reads.asked < latencies.length / 2)
    faults.push(`only ${reads.asked} reads of published content: nothing was measured`)
  if (!(share >= leastAnswered)) faults.push(`the replica answered ${reads.answered} of ${reads.asked} reads`)
  console.log(
    `bench:replica ${latencies.length} pages of what is published, on 3 servers: the replica answered ${reads.answered} of ${reads.asked} reads of published content ` +
      `(${(share * 100).toFixed(1)} %, at least ${leastAnswered * 100} %), in all ${onReplica} transactions beside ${onPrimary} of the primary ` +
      `(${((onReplica / (onReplica + onPrimary)) * 100).toFixed(0)} %); p50 ${quantile(latencies, 0.5).toFixed(0)} ms, p99 ${quantile(latencies, 0.99).toFixed(0)} ms`,
  )
  return { requests: latencies.length, ...reads, onPrimary, onReplica }
}

/** How many of the servers show the publication, each asked the moment it is there. */
async function shownBy(running: readonly Running[], cookie: string, code: string): Promise<number> {
  const pages = await Promise.all(running.map(({ address }) => get({ url: board(address, '2025-Q4'), cookie })))
  return pages.filter((page) => page.toString('utf8').includes(code)).length
}

async function publishWhilePaused(pair: Pair, running: readonly Running[], { member }: Cookies) {
  const shown: number[] = []
  let blind = 0
  for (let time = 0; time < amounts.publications; time += 1) {
    await pair.standby.pause()
    const code = await publish()
    shown.push(await shownBy(running, member, code))
    await connectTo(pair.standby.appUrl)
    if ((await newest())?.code !== code) blind += 1
    await connectTo(pair.primary.appUrl)
    await pair.standby.resume()
    await pair.standby.catchUp()
    shown.push(await shownBy(running, member, code))
  }
  const all = shown.reduce((sum, one) => sum + one, 0)
  const wanted = amounts.publications * 2 * running.length
  if (all !== wanted) faults.push(`a new publication was shown ${all} times of ${wanted}`)
  if (blind !== amounts.publications)
    faults.push(`a blind reader showed the newest ${amounts.publications - blind} times: nothing was held back`)
  console.log(
    `bench:replica ${amounts.publications} publications while the replica showed nothing new: shown at once by every server, and after it caught up, ${all} of ${wanted}; ` +
      `a reader that trusts the replica (planted) showed the old one ${blind} of ${amounts.publications} times`,
  )
  return { shown: all, wanted, blind }
}

async function killUnderLoad(pair: Pair, running: readonly Running[], { member, admin }: Cookies) {
  const pages = (await Promise.all(running.map((one) => pagesOf(one, member, '2025-Q4')))).flat()
  const end = Date.now() + amounts.seconds * 1000
  const reading = readers(pages, { connections: 1, until: () => Date.now() >= end })
  await wait(amounts.seconds * 250)
  pair.standby.kill()
  await wait(amounts.seconds * 250)
  const without = await readsOf(running, admin)
  await pair.standby.start()
  await pair.standby.catchUp()
  const { latencies, failures } = await reading
  const once = () => readers(pages, { connections: 1, until: (answers) => answers > 0 })
  // The first ones find the replica well again, the next ones use it.
  for (let time = 0; time < 3; time += 1) {
    await once()
    await wait(700)
  }
  const before = await readsOf(running, admin)
  await once()
  const again = between(before, await readsOf(running, admin))
  const planted = await readers([{ url: `${running[0]?.address}/nowhere`, cookie: member, text: '' }], {
    connections: 1,
    until: (answers) => answers > 0,
  })
  if (failures.length > 0) faults.push(`${failures.length} answers failed while the replica was killed: ${failures[0]}`)
  if (!without.every(({ away }) => away)) faults.push('a server did not notice that the replica was gone')
  if (again.asked < running.length || again.answered !== again.asked)
    faults.push(`${again.answered} of ${again.asked} reads came from the replica that is back`)
  if (planted.failures.length !== 1) faults.push('a page that does not exist was not counted as a failure')
  if (latencies.length < amounts.seconds * 3) faults.push(`only ${latencies.length} answers under load`)
  console.log(
    `bench:replica replica killed under load: ${latencies.length} pages in ${amounts.seconds} s, ${failures.length} failed, slowest ${Math.max(...latencies).toFixed(0)} ms; ` +
      `back in use: ${again.answered} of ${again.asked} reads; a page that does not exist (planted) was counted`,
  )
  return { requests: latencies.length, failed: failures.length, slowest: Math.max(...latencies) }
}

/** As docs/decisions/058-read-replica.md tells the operator to do it. */
async function failOver(pair: Pair): Promise<number> {
  const code = (await newest())?.code ?? ''
  pair.primary.kill()
  const began = performance.now()
  await pair.standby.promote()
  const only = await startOn(pair.standby.appUrl)
  try {
    const cookie = await signIn(only.address)
    const kept = await shownBy([only], cookie, code)
    const seconds = (performance.now() - began) / 1000
    await connectTo(pair.standby.appUrl)
    const written = await shownBy([only], cookie, await publish())
    if (kept + written !== 2) faults.push('after the replica took over, a publication was missing')
    console.log(
      `bench:replica primary killed, replica promoted: sign-in and the last publication ${seconds.toFixed(1)} s later, the next one published there`,
    )
    return seconds
  } finally {
    await only.server.stop()
  }
}

const began = performance.now()
await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-replica-'))
fs.chmodSync(folder, 0o755)
const pair = await openPair(folder, {
  ...(fs.existsSync(path.join(debian, 'bin/pg_basebackup')) ? { programs: debian } : {}),
  fill: ({ appUrl }) => loadDemoInto(appUrl),
})
let running: Running[] = []
try {
  await connectTo(pair.primary.appUrl)
  running = await Promise.all([1, 2, 3].map(() => startOn(pair.primary.appUrl, pair.standby.appUrl)))
  const [first] = running
  if (!first) throw new Error('no server')
  const cookies = {
    member: await signIn(first.address),
    admin: await signIn(first.address, 'paakayttaja@kainuu.example'),
  }
  const share = await shareOfReplica(pair, running, cookies)
  const published = await publishWhilePaused(pair, running, cookies)
  const killed = await killUnderLoad(pair, running, cookies)
  await Promise.all(running.splice(0).map(({ server }) => server.stop()))
  const seconds = await failOver(pair)
  const raw = keepRaw('replica', [{ version: pair.version, share, published, killed, failOver: seconds }])
  for (const fault of faults) console.error(`bench:replica FAULT ${fault}`)
  console.log(
    `bench:replica PostgreSQL ${pair.version} with a streaming replica, 3 servers: ${share.answered} of ${share.asked} reads of published content from the replica; ` +
      `${published.shown} of ${published.wanted} looks at new publications right; ${killed.failed} of ${killed.requests} answers failed while it was killed; ` +
      `failover ${seconds.toFixed(1)} s; 2 planted; ${faults.length} faults; ${((performance.now() - began) / 1000).toFixed(0)} s, ${machineLoad()}, ${raw} ${faults.length === 0 ? 'ok' : 'MISSED'}`,
  )
} finally {
  await Promise.all(running.map(({ server }) => server.stop()))
  await disconnect()
  pair.remove()
}
process.exit(faults.length === 0 ? 0 : 1)
