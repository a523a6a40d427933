// A PostgreSQL of the tests' own in .cache/check (never ./data), kept running between runs. Test databases are copies of a
// template that holds the migrations as they are now. Several runs at the same time are safe.
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { ensureAppRole, grantToApp } from '../../scripts/database/app-role.mts'
import { migrationFiles } from '../../scripts/database/migration-files.mts'
import { deployMigrations } from '../../scripts/database/migrations.mts'
import { withClient } from '../../scripts/database/open.mts'
import { checkCluster } from '../../scripts/database/places.mts'
import { appName, type Cluster, openCluster } from '../../scripts/postgres/cluster.mts'
import { root } from '../../scripts/runtime.mjs'
import { isRunning, markOf } from '../../scripts/steps/process.mts'

/** Connections to the server itself (database "postgres") and the name of the template. Plain data: workers get a copy. */
export type TestServer = { ownerUrl: string; appUrl: string; template: string }

export type TestDatabase = {
  name: string
  /** Owner of the tables and superuser: for arranging, and for looking behind the application's back. */
  ownerUrl: string
  /** What the application uses: bound by row-level security. */
  appUrl: string
  dispose(): Promise<void>
}

/** Signs the cookies of test servers. */
export const testSecret = 'only-for-tests-0123456789abcdef0123456789'

const advisoryLock = 7_204_211

/** Starts the tests' cluster if needed. Whoever opens it closes it; `close('keep')` leaves it running for the next run. */
export function openTestCluster(): Promise<Cluster> {
  return openCluster(checkCluster())
}

/** Makes the template once per version of the migrations, and clears what killed runs left. */
export async function ensureTemplate(cluster: Cluster): Promise<TestServer> {
  const version = createHash('sha256')
  for (const file of migrationFiles(root)) version.update(file.name).update(file.checksum)
  const template = `etappi_template_${version.digest('hex').slice(0, 12)}`
  const server = { ownerUrl: cluster.ownerUrl('postgres'), appUrl: cluster.appUrl('postgres'), template }
  await withClient(server.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]) // let go of when the connection ends
    await dropLeftovers(client, template)
    await ensureAppRole(client, server.appUrl)
    const known = await client.query('select datistemplate as ready from pg_database where datname = $1', [template])
    if (known.rows[0]?.ready) return
    await client.query(`drop database if exists "${template}" with (force)`)
    await client.query(`create database "${template}"`)
    const url = cluster.ownerUrl(template)
    await deployMigrations(root, url)
    await withClient(url, (owner) => grantToApp(owner, appName))
    await client.query(`alter database "${template}" with is_template true allow_connections false`)
  })
  return server
}

/** A new migrated, empty database. */
export async function copyTemplate(server: TestServer): Promise<TestDatabase> {
  const name = `etappi_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withClient(server.ownerUrl, (client) =>
    client.query(`create database "${name}" template "${server.template}" strategy file_copy`),
  )
  return {
    name,
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    dispose: () =>
      withClient(server.ownerUrl, async (client) => {
        await client.query(`drop database if exists "${name}" with (force)`)
      }),
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Databases of processes that are gone, and templates of older migrations that nobody has used within an hour. */
async function dropLeftovers(client: pg.Client, current: string): Promise<void> {
  // Somebody else may drop a database between the list and the look at its files: `true` makes that no error.
  const { rows } = await client.query<{ name: string; old: boolean }>(
    `select datname as name, (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - interval '1 hour' as old
     from pg_database where datname ~ '^etappi_(test|template|shadow)_'`,
  )
  for (const { name, old } of rows) {
    const pid = Number(/^etappi_test_(\d+)_/.exec(name)?.[1] ?? 0)
    if (name === current || (pid > 0 ? isRunning(markOf(pid)) : !old)) continue
    await client.query(`alter database "${name}" with is_template false`)
    await client.query(`drop database if exists "${name}" with (force)`)
  }
}
