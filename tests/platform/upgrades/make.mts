// Writes the database of this moment's product beside this file, for the upgrade test of every later one:
//   node scripts/run.mjs tests/platform/upgrades/make.mts
// Two counties with one row in every table, and a round that was played through, so that there is something to read.
import path from 'node:path'
import { migrationFiles } from '../../../scripts/database/migration-files.mts'
import { withClient } from '../../../scripts/database/open.mts'
import { root } from '../../../scripts/runtime.mjs'
import { ensurePrismaClient } from '../../../scripts/steps/prisma-client.mts'
import { copyTemplate, ensureTemplate, openTestCluster, testSecret } from '../../support/test-server.ts'
import { readTables } from '../catalogue.ts'
import { seedCounty } from '../generic-rows.ts'
import { takeDump, writeDump } from './dump.ts'

await ensurePrismaClient()
const cluster = await openTestCluster()
const database = await copyTemplate(await ensureTemplate(cluster))
process.env.DATABASE_APP_URL = database.appUrl
process.env.AUTH_SECRET = testSecret
try {
  const { playRound } = await import('./played-round.ts')
  const { disconnect } = await import('@/lib/platform/db')
  const look = await playRound().finally(disconnect)
  const dump = await withClient(database.ownerUrl, async (owner) => {
    const tables = await readTables(owner)
    await seedCounty(owner, tables)
    await seedCounty(owner, tables)
    return takeDump(owner, look)
  })
  const last = migrationFiles(root).at(-1)?.name
  const file = path.join(import.meta.dirname, `${last}.jsonl.gz`)
  writeDump(file, dump)
  console.log(`${file}: ${dump.tables.length} tables, ${dump.tables.flatMap((one) => one.rows).length} rows`)
} finally {
  await database.dispose()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}
