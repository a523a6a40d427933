import path from 'node:path'
import { withClient } from '../../scripts/database/open.mts'
import { root, runtime } from '../../scripts/runtime.mjs'
import { runQuietly } from '../../scripts/steps/run-quietly.mts'
import { hashOf } from '../../scripts/steps/stamp.mts'
import { copyTemplate, type TestServer, testSecret } from './test-server.ts'

const advisoryLock = 7_204_212

/** A template that holds the demo data too, loaded once per version of the code and data that make it. */
export async function ensureDemoTemplate(server: TestServer): Promise<TestServer> {
  const template = `etappi_template_demo_${hashOf(root, ['prisma', 'lib']).slice(0, 12)}`
  await withClient(server.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const known = await client.query('select 1 from pg_database where datname = $1', [template])
    if (known.rowCount) return
    const draft = await copyTemplate(server)
    try {
      await loadDemoInto(draft.appUrl)
      await client.query(`alter database "${draft.name}" rename to "${template}"`)
    } finally {
      await draft.dispose()
    }
    await client.query(`alter database "${template}" with is_template true allow_connections false`)
  })
  return { ...server, template }
}

/** In a process of its own: the product's database connection is one per process. */
export async function loadDemoInto(appUrl: string): Promise<void> {
  const script = path.join(root, 'tests/support/load-demo.mts')
  const env = { DATABASE_APP_URL: appUrl, DATABASE_URL: '', AUTH_SECRET: testSecret }
  const done = await runQuietly(runtime.node, [...runtime.flags, script], { env })
  if (!done.ok) throw new Error(`The demo data could not be loaded:\n${done.output}`)
}
