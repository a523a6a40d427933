// bench:drill – the drill of an operator, with the database of every earlier release (tests/platform/upgrades): a backup is taken
// as `npm run up` takes it before migrations, the migrations are applied, every row and value is found again, a backup of the new
// state is brought back into an empty place and compared table by table, the audit log is followed. Then the way back: the release
// before refuses the upgraded database, and brings the backup from before into an empty place. Last, Etappi is started on what was
// brought back, and its first page is opened. --short: without that start, which needs a build. Each step is timed.
import fs from 'node:fs'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { withClient } from '../../scripts/database/open.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { lossesSince } from '../platform/upgrades/comparison.ts'
import { readDump } from '../platform/upgrades/dump.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { UpProcess } from '../support/up-process.ts'
import { Places } from './drill/place.mts'
import { type Drilled, drill } from './drill/steps.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const short = process.argv.includes('--short')
const folder = path.join(root, '.cache/bench/drill')
const dumps = path.join(root, 'tests/platform/upgrades')
const floor = { releases: 5, rows: 1500 }

fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })
await ensurePrismaClient()
const identity = await generateX25519Identity()
const key = { identity, recipient: await identityToRecipient(identity) }
const cluster = await openTestCluster()
const server = await ensureTemplate(cluster)
const places = new Places(server.ownerUrl)
const drilled: Drilled[] = []
const faults: string[] = []
let start = ''
try {
  const files = fs.readdirSync(dumps).filter((name) => name.endsWith('.jsonl.gz'))
  for (const file of files) {
    const release = file.replace('.jsonl.gz', '')
    const one = await drill(release, readDump(path.join(dumps, file)), places, key, folder)
    drilled.push(one)
    faults.push(...one.faults)
    const { upgrade, backup, restore, wayBack } = one.seconds
    console.log(
      `${release}: ${one.migrations} migrations in ${upgrade.toFixed(1)} s with the backup before them; backup ${backup.toFixed(1)} s, ` +
        `restore ${restore.toFixed(1)} s, ${one.rows} rows compared, ${one.auditRows} rows of the audit log followed; ` +
        (wayBack > 0 ? `the way back ${wayBack.toFixed(1)} s` : 'it is this release'),
    )
  }
  faults.push(...(await planted(drilled[0]?.restoredUrl ?? '', files[0] ?? '')))
  if (!short)
    start = `; the first page ${(await firstPage(drilled[0]?.restoredUrl ?? '')).toFixed(1)} s after the start`
} finally {
  await places.end()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}

/** The control: a lost row and a changed value in what was brought back must be found. */
async function planted(url: string, file: string): Promise<string[]> {
  const dump = readDump(path.join(dumps, file))
  const unseen: string[] = []
  for (const sql of ['DELETE FROM "RiskAssessment"', `UPDATE "Project" SET name = name || ' '`]) {
    const found = await withClient(url, async (owner) => {
      await owner.query('BEGIN')
      await owner.query(sql)
      const { losses } = await lossesSince(dump, owner)
      await owner.query('ROLLBACK')
      return losses
    })
    if (found.length === 0) unseen.push(`planted and not seen: ${sql}`)
  }
  return unseen
}

/** Starts Etappi on the database and gives the seconds until its sign-in page stands there. @throws when it does not */
async function firstPage(url: string): Promise<number> {
  await ensureBuild(undefined, (sentence) => console.log(sentence))
  const port = await anyFreePort()
  const began = performance.now()
  const place = { dataDir: path.join(folder, 'data'), port }
  // The role of the tests' server as it is: others are connected as it.
  const appUrl = Object.assign(new URL(server.appUrl), { pathname: new URL(url).pathname }).href
  const settings = { HOST: '127.0.0.1', DATABASE_URL: url, DATABASE_APP_URL: appUrl, SCHEDULE: 'off' }
  const up = new UpProcess(place, [], settings)
  try {
    await up.ready()
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`)
    if (!page.ok || !(await page.text()).includes('<h1')) throw new Error(`the first page answers ${page.status}`)
    return (performance.now() - began) / 1000
  } catch (error) {
    throw new Error(`${String(error)}\n${up.output.slice(-2000)}`)
  } finally {
    await up.stop()
  }
}

const sum = (of: (one: Drilled) => number) => drilled.reduce((so, one) => so + of(one), 0)
const slowest = (of: (one: Drilled) => number) => Math.max(...drilled.map(of)).toFixed(1)
if (drilled.length < floor.releases) faults.push(`only ${drilled.length} releases`)
if (sum(({ rows }) => rows) < floor.rows) faults.push(`only ${sum(({ rows }) => rows)} rows`)
for (const fault of faults) console.error(fault)
const raw = keepRaw('drill', drilled)
console.log(
  `bench:drill ${drilled.length} releases, ${sum(({ migrations }) => migrations)} migrations, ${sum(({ rows }) => rows)} rows found again ` +
    `and compared, ${sum(({ auditRows }) => auditRows)} rows of the audit log followed; the slowest upgrade ` +
    `${slowest(({ seconds }) => seconds.upgrade)} s, restore ${slowest(({ seconds }) => seconds.restore)} s, way back ` +
    `${slowest(({ seconds }) => seconds.wayBack)} s${start}; ${machineLoad()}; ${raw} ${faults.length === 0 ? 'ok' : 'MISSED'}`,
)
process.exit(faults.length === 0 ? 0 : 1)
