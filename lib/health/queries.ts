import 'server-only'
import { readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { findHead } from '@/lib/audit-log/chain/queries'
import { backupMoment } from '@/lib/health/backups/model'
import { faultsOf, type Health } from '@/lib/health/model'
import { replicaHere } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { databaseHealth } from '@/lib/platform/health'
import { describeError, log } from '@/lib/platform/logger'
import { scannerAnswers } from '@/lib/platform/scanner'
import { version } from '@/lib/platform/version'

/**
 * How the installation is doing; mails are those of the viewer's county, for the operator all. What cannot be found out is
 * null, never an error: a page that tells what is wrong must not break on it. Null for those who may not see it.
 */
export async function readHealth(viewer: Viewer): Promise<Health | null> {
  if (!can(viewer, 'health.read', null)) return null
  const { demo, appUrl, mailServer, backups, schedule, linkCheck, scanner } = env()
  const { database, migrations } = await databaseHealth()
  const asked = await orNull('health.questions', () => readDatabase(viewer))
  return {
    database: { up: database === 'up', version: asked?.version ?? null, bytes: asked?.bytes ?? null },
    replica: await orNull('health.replica', () => readReplica(viewer)),
    migrations: migrations && { ...migrations, broken: asked?.broken ?? 0 },
    queue: asked?.queue ?? null,
    disk: await orNull('health.disk', readDisk),
    scanner: scanner && { answers: await scannerAnswers(scanner) },
    backup: await readBackups(backups.folder),
    audit: await orNull('health.audit', async () => {
      const head = viewer.organisationId === null ? null : await findHead(viewer)
      return head && { rows: head.position }
    }),
    faults: faultsOf({
      demo,
      appUrl,
      mail: mailServer,
      backups: backups.folder !== undefined,
      schedule,
      linkCheck,
    }),
    versions: { etappi: version, node: process.version.replace(/^v/, ''), database: asked?.version ?? null },
  }
}

async function orNull<T>(what: string, read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    log('error', what, { error: describeError(error).message })
    return null
  }
}

function readDatabase(viewer: Viewer) {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.$queryRaw<{ version: string; bytes: bigint; broken: bigint }[]>`
      SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
             (SELECT count(*) FROM "_prisma_migrations" WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS broken`
    const own = organisationOf(viewer)
    const waiting = { ...own, state: { in: ['waiting' as const, 'sending' as const] } }
    const oldest = await tx.mail.findFirst({
      where: waiting,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { createdAt: true },
    })
    return {
      version: row?.version ?? null,
      bytes: row ? Number(row.bytes) : null,
      broken: Number(row?.broken ?? 0),
      queue: {
        waiting: await tx.mail.count({ where: waiting }),
        failed: await tx.mail.count({ where: { ...own, state: 'failed' } }),
        oldest: oldest?.createdAt.toISOString() ?? null,
      },
    }
  })
}

async function readReplica(viewer: Viewer): Promise<Health['replica']> {
  const replica = replicaHere()
  if (!replica) return null
  const position = await orNull('health.replica', () =>
    asViewer(viewer, async (tx) => {
      const [row] = await tx.$queryRaw<{ at: string }[]>`SELECT pg_current_wal_flush_lsn()::text AS at`
      return row?.at ?? null
    }),
  )
  let lag = position === null ? null : await replica.lag(position).catch(() => null)
  // What was written this very moment is on its way; only what has not come soon after is told of.
  for (let time = 0; time < 10 && position !== null && lag !== null && lag.bytes > 0; time += 1) {
    await setTimeout(50)
    lag = await replica.lag(position).catch(() => null)
  }
  const { asked, answered, refusal } = replica.standing()
  return { refusal, lag, asked, answered }
}

async function readDisk(): Promise<Health['disk']> {
  const { bavail, blocks, bsize } = await statfs(env().dataDir)
  return { free: bavail * bsize, all: blocks * bsize }
}

async function readBackups(folder: string | undefined): Promise<Health['backup']> {
  const names = folder === undefined ? [] : ((await orNull('health.backups', () => readdir(folder))) ?? [])
  const known = names.filter((name) => backupMoment(name) !== null).sort()
  const newest = known.at(-1)
  const at = newest ? backupMoment(newest) : null
  const size = folder && newest ? await orNull('health.backups', () => stat(path.join(folder, newest))) : null
  return {
    set: folder !== undefined,
    newest: at && size ? { at: at.toISOString(), bytes: size.size } : null,
    count: known.length,
  }
}
