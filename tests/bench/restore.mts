// bench:restore – the drill: twenty people save their texts, a backup is taken under them, everything is killed and its folder
// thrown away, the backup is brought back into a new one, and Etappi is started there. Everything acknowledged before the
// backup began must be there, both fields of each save of the same one; the uploaded file and the chain of the audit log must
// be whole; one flipped byte must be found (quality R8). --short: fewer saves. Prints how long each step takes.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../scripts/database/open.mts'
import { removeCluster } from '../../scripts/postgres/cluster.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { UpProcess } from '../support/up-process.ts'
import { halves } from './crash/checker.mts'
import { pair, Writers } from './crash/writers.mts'
import { describe, withInstallation } from './product/installation.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { type EntryRow, entryRows } from './product/rows.mts'

const people = 20
const seconds = process.argv.includes('--short') ? 5 : 30
const folder = path.join(root, '.cache/bench/restore')
const key = path.join(folder, 'key.txt')
const file = path.join(folder, 'taken.age')
const there = path.join(folder, 'data')

type Told = { ok: boolean; reason?: string; sentence?: string; data: Record<string, unknown> }

/** Runs beside this process, whose writers go on writing meanwhile. A refusal is an answer, too. */
function etappi(dataDir: string, ...args: string[]): Promise<Told & { seconds: number }> {
  const began = performance.now()
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', DATABASE_APP_URL: '', AUTH_SECRET: '' }
  return new Promise((resolve, reject) => {
    execFile('node', [path.join(root, 'scripts/etappi.mjs'), ...args, '--json'], { env }, (_error, stdout, stderr) => {
      if (!stdout) reject(new Error(`etappi ${args.join(' ')}: ${stderr}`))
      else resolve({ ...(JSON.parse(stdout) as Told), seconds: (performance.now() - began) / 1000 })
    })
  })
}

const must = <T extends Told>(told: T, what: string): T => {
  if (!told.ok) throw new Error(`${what}: ${told.reason} ${told.sentence}`)
  return told
}

/** Saves that were acknowledged before the backup began and are not in it, and halves. */
function lossesOf(reportIds: readonly string[], before: readonly number[], rows: readonly EntryRow[]): string[] {
  const lost = reportIds.flatMap((reportId, writer) =>
    pair.flatMap((field) => {
      const version = rows.find((row) => row.reportId === reportId && row.path === field)?.version ?? 0
      const save = before[writer] ?? 0
      return version < save ? [`lost: writer ${writer} was told of ${save}, ${version} is there`] : []
    }),
  )
  return [...lost, ...halves(rows)]
}

if (fs.existsSync(there)) removeCluster(there)
fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })

const taken = await withInstallation('restore', async ({ address, ownerUrl }) => {
  const { makeWorkplace } = await import('./product/workplace.mts')
  const { disconnect } = await import('@/lib/platform/db')
  const { writers: staff, reportIds } = await makeWorkplace(people, people, (writer) => writer).finally(disconnect)
  const bytes = Buffer.from('the content of an uploaded file')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await withClient(ownerUrl, (owner) =>
    owner.query(
      `INSERT INTO "StoredFile" (id, "organisationId", name, "mediaType", size, sha256, storage, bytes)
       SELECT gen_random_uuid(), id, 'a.txt', 'text/plain', $1, $2, 'database', $3 FROM "Organisation" LIMIT 1`,
      [bytes.length, sha256, bytes],
    ),
  )
  const dataDir = path.join(root, '.cache/bench/restore-data')
  const { data: pair } = must(await etappi(dataDir, 'backup-key', '--out', key), 'backup-key')
  const writers = new Writers(address, staff)
  await wait(seconds * 1000)
  const before = [...writers.acknowledged]
  const backup = await etappi(dataDir, 'backup', '--out', file, '--recipient', String(pair.recipient))
  const after = [...writers.acknowledged]
  await writers.stop()
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  return {
    reportIds,
    before,
    saves: sum(before),
    during: sum(after) - sum(before),
    backup: must(backup, 'backup'),
    faults: writers.journal.faults,
  }
}) // whose folder is gone now

const verified = must(await etappi(there, 'verify-backup', '--file', file, '--key', key), 'verify-backup')
const restored = must(await etappi(there, 'restore', '--file', file, '--key', key), 'restore')
const audit = must(await etappi(there, 'audit-verify'), 'audit-verify')

const port = await anyFreePort()
const began = performance.now()
const up = new UpProcess({ dataDir: there, port }, [], { HOST: '127.0.0.1' })
const faults = [...taken.faults]
let serving = 0
try {
  await up.ready()
  const { address, ownerUrl } = describe(there, port, up)
  const page = await fetch(`${address}/sign-in`)
  serving = (performance.now() - began) / 1000
  if (!page.ok) faults.push(`the restored installation answers ${page.status}`)
  const rows = await withClient(ownerUrl, (owner) => entryRows(owner, taken.reportIds))
  faults.push(...lossesOf(taken.reportIds, taken.before, rows))
  // the checker itself: a save that is one behind must be seen
  const behind = rows.map((row) => ({ ...row, version: row.version - 1_000_000 }))
  if (lossesOf(taken.reportIds, taken.before, behind).length === 0) faults.push('a planted loss was not seen')
} finally {
  await up.stop()
  removeCluster(there)
}

const soundness = restored.data.soundness as {
  files: number
  brokenFiles: string[]
  auditRows: number
  auditFaults: number
}
if (soundness.files !== 1 || soundness.brokenFiles.length > 0) faults.push('the uploaded file is not whole')
if (soundness.auditRows === 0 || soundness.auditFaults > 0) faults.push('the audit log is not whole')

const whole = fs.readFileSync(file)
const flips = 20
let found = 0
for (let flip = 0; flip < flips; flip += 1) {
  const altered = Buffer.from(whole)
  const place = Math.floor(Math.random() * whole.length)
  altered[place] = (altered[place] ?? 0) ^ (1 << (flip % 8))
  fs.writeFileSync(path.join(folder, 'flipped.age'), altered)
  if (flip === 0) {
    const told = await etappi(there, 'verify-backup', '--file', path.join(folder, 'flipped.age'), '--key', key)
    if (told.ok) faults.push('the command takes a flipped byte')
  }
  const { readBackup } = await import('../../scripts/backup/read.mts')
  const identity = fs.readFileSync(key, 'utf8').split('\n')[1] ?? ''
  const reason = await readBackup(path.join(folder, 'flipped.age'), identity).then(() => null, String)
  if (reason !== null) found += 1
}
if (found < flips) faults.push(`${flips - found} flipped bytes were not found`)
if (taken.during === 0) faults.push('nobody wrote while the backup was taken')

const raw = keepRaw('restore', [
  { ...taken, reportIds: undefined },
  { verified, restored, audit, serving },
])
const data = restored.data as { rows?: number; tables?: number }
console.log(
  `bench:restore ${people} writers, ${taken.saves} saves acknowledged before the backup, ${taken.during} while it was taken ` +
    `(${taken.backup.seconds.toFixed(1)} s, ${whole.length} bytes); checked in ${verified.seconds.toFixed(1)} s, brought back in ` +
    `${restored.seconds.toFixed(1)} s (${data.rows} rows of ${data.tables} tables, compared sum by sum), first page ${serving.toFixed(1)} s ` +
    `after the start; ${soundness.auditRows} rows of the audit log followed, ${soundness.auditFaults} faults; ${found} of ${flips} flipped ` +
    `bytes found; ${machineLoad()}; ${raw} ${faults.length === 0 ? 'ok' : faults.slice(0, 5).join('; ')}`,
)
process.exit(faults.length === 0 ? 0 : 1)
