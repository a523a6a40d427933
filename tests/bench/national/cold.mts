// What "cold" means: PostgreSQL and the web server have been started anew, and the files of the database are taken out of the
// system's memory. Only the health answer and the sign-in page have been asked for, so that the server is there.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Cluster, openCluster } from '../../../scripts/postgres/cluster.mts'
import { root } from '../../../scripts/runtime.mjs'
import { startWebServer, type WebServer, waitForPage } from '../../../scripts/steps/web-server.mts'
import { testSecret } from '../../support/test-server.ts'
import { choice } from './ground.mts'

export type Running = { address: string; server: WebServer }

/** The product's own server on a database, as it is started in production. */
export async function startOn(appUrl: string, port: number): Promise<Running> {
  const address = `http://127.0.0.1:${port}`
  const server = startWebServer({
    port,
    host: '127.0.0.1',
    env: {
      ...{
        APP_URL: address,
        NEXTAUTH_URL: address,
        DATABASE_URL: '',
        DATABASE_APP_URL: appUrl,
        AUTH_SECRET: testSecret,
      },
      ...{ DATA_DIR: path.join(root, '.cache/check'), DEMO: '', SCHEDULE: 'off', TZ: 'Europe/Helsinki' },
    },
  })
  await waitForPage(server, address).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  return { address, server }
}

/** Starts PostgreSQL anew without anything of its files in memory. Answers how many MB the system was told to forget. */
export async function chill(cluster: Cluster): Promise<{ cluster: Cluster; forgotten: number }> {
  await cluster.close('stop')
  const files = filesIn(cluster.folder)
  const done = spawnSync('sh', [
    '-c',
    `for file in "$@"; do dd if="$file" iflag=nocache count=0 status=none || exit 1; done`,
    'sh',
    ...files.map(({ name }) => name),
  ])
  if (done.status !== 0) throw new Error(`the files could not be forgotten: ${done.stderr}`)
  const forgotten = files.reduce((sum, { size }) => sum + size, 0) / 1_000_000
  return { cluster: await openCluster(choice), forgotten }
}

/** Files of tables, those that count. */
function filesIn(folder: string): { name: string; size: number }[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\/base\//.test(`${entry.parentPath}/`))
    .map((entry) => {
      const name = path.join(entry.parentPath, entry.name)
      return { name, size: fs.statSync(name).size }
    })
    .filter(({ size }) => size > 0)
}
