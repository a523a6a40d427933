import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { disconnect, replicaHere } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { withClient } from '../../scripts/database/open.mts'
import { loadDemoInto } from '../support/demo-template'
import { openPair, type Pair } from '../support/standby'

/** A function that writes, for whoever tries to write where only reading is allowed. */
const writer = `
  CREATE TABLE "Scribble" (id serial PRIMARY KEY);
  GRANT ALL ON "Scribble", "Scribble_id_seq" TO etappi_app;
  CREATE FUNCTION scribble() RETURNS integer LANGUAGE sql AS 'INSERT INTO "Scribble" DEFAULT VALUES RETURNING id'`

/** A PostgreSQL with a streaming replica, and the application on both; the demo data in it, or nothing. */
export async function usePair(holding: 'the demo' | 'nothing'): Promise<Pair> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-pair-'))
  fs.chmodSync(folder, 0o755)
  const pair = await openPair(folder, {
    fill: async ({ ownerUrl, appUrl }) => {
      if (holding === 'the demo') await loadDemoInto(appUrl)
      await withClient(ownerUrl, (owner) => owner.query(writer))
    },
  })
  await connectTo(pair.primary.appUrl, pair.standby.appUrl)
  return pair
}

/** From here on the application's database, and its replica. */
export async function connectTo(databaseAppUrl: string, databaseReplicaUrl?: string): Promise<void> {
  await disconnect()
  process.env.DATABASE_APP_URL = databaseAppUrl
  Object.assign(env(), { databaseAppUrl, databaseReplicaUrl })
}

/** Publishes a period of the demo once more. Answers with its version and the publication. */
export async function publishAgain(): Promise<{ version: number; snapshotId: string }> {
  const operator = systemViewer('operator')
  const project = await asViewer(operator, (tx) => tx.project.findUniqueOrThrow({ where: { key: 'kkk2' } }))
  const done = await publishPeriod(operator, { projectId: project.id, periodKey: '2025-Q4', note: 'Uudelleen' })
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

/** How many of the reads that the work made were answered by the replica. */
export async function readsOf<T>(work: () => Promise<T>): Promise<{ value: T; asked: number; answered: number }> {
  const before = replicaHere()?.standing() ?? { asked: 0, answered: 0 }
  const value = await work()
  const after = replicaHere()?.standing() ?? { asked: 0, answered: 0 }
  return { value, asked: after.asked - before.asked, answered: after.answered - before.answered }
}
