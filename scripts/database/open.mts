// The database that the settings mean: the embedded one in DATA_DIR, or the operator's own. Started, migrated, granted.
import pg from 'pg'
import { settings } from '../../lib/platform/env.ts'
import { appName, openCluster } from '../postgres/cluster.mts'
import { root } from '../runtime.mjs'
import { ensureAppRole, grantToApp, isGranted, powersOf, wouldLockOut } from './app-role.mts'
import { type BeforeMigrating, deployMigrations } from './migrations.mts'
import { databaseName, productCluster } from './places.mts'
import { secretsIn, sharedAppPassword } from './secrets.mts'

const oldest = 150_000

export type OpenDatabase = {
  kind: 'embedded' | 'external'
  ownerUrl: string
  appUrl: string
  /** Migrations applied just now. */
  applied: string[]
  notes: string[]
  /** Starts an embedded server again if it has died. */
  revive(): Promise<void>
  close(): Promise<void>
}

type Opening = { migrate?: boolean; beforeMigrating?: BeforeMigrating }

/** Opens the database, brings it up to date and makes the application's role. Throws with one clear sentence. */
export async function openDatabase({ migrate = true, beforeMigrating }: Opening = {}): Promise<OpenDatabase> {
  const { databaseUrl } = settings()
  return databaseUrl
    ? inTurn(databaseUrl, () => external(databaseUrl, migrate, beforeMigrating))
    : embedded(migrate, beforeMigrating)
}

/**
 * Servers that start at the same time against one database do it one after the other: what the first has migrated and made, the
 * next finds done. The turn goes with the connection, also when its holder dies.
 */
export function inTurn<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('etappi.start'))")
    return work()
  })
}

async function embedded(migrate: boolean, before?: BeforeMigrating): Promise<OpenDatabase> {
  const cluster = await openCluster(productCluster(settings().dataDir))
  try {
    const ownerUrl = cluster.ownerUrl(databaseName)
    const appUrl = cluster.appUrl(databaseName)
    await createDatabase(cluster.ownerUrl('postgres'), databaseName)
    const applied = migrate ? await deployMigrations(root, ownerUrl, undefined, before) : []
    await withClient(ownerUrl, async (owner) => {
      await ensureAppRole(owner, appUrl)
      if (migrate) await grantWhereNeeded(owner, appName, applied)
    })
    const { notes, revive, close } = cluster
    return { kind: 'embedded', ownerUrl, appUrl, applied, notes, revive, close: () => close() }
  } catch (error) {
    await cluster.close()
    throw error
  }
}

async function external(ownerUrl: string, migrate: boolean, before?: BeforeMigrating): Promise<OpenDatabase> {
  await withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    )
    requireVersion(rows[0])
  })
  const applied = migrate ? await deployMigrations(root, ownerUrl, undefined, before) : []
  const appUrl = await withClient(ownerUrl, async (owner) => {
    const url = await externalAppUrl(owner, ownerUrl)
    const role = decodeURIComponent(new URL(url).username)
    if (migrate && url !== ownerUrl) await grantWhereNeeded(owner, role, applied)
    return url
  })
  const nothing = async () => {}
  return { kind: 'external', ownerUrl, appUrl, applied, notes: [], revive: nothing, close: nothing }
}

/** Throws when a server is older than what the migrations need. */
export function requireVersion({ number, version }: { number: number; version: string }): void {
  if (number < oldest) throw new Error(`PostgreSQL ${version} is too old: Etappi needs 15 or newer.`)
}

/** The application's connection to an operator's own server; refuses one that row-level security would not bind. */
async function externalAppUrl(owner: pg.Client, ownerUrl: string): Promise<string> {
  const { databaseAppUrl: given, authSecret, dataDir } = settings()
  if (given) {
    const powers = await withClient(given, powersOf, 'DATABASE_APP_URL')
    if (powers.bypassesSecurity) {
      throw new Error(
        `DATABASE_APP_URL: the role ${powers.name} is a superuser or bypasses row-level security. Use a plain role.`,
      )
    }
    return given
  }
  const powers = await powersOf(owner)
  if (powers.createsRoles) {
    const url = new URL(ownerUrl)
    url.username = appName
    url.password = authSecret ? sharedAppPassword(authSecret) : secretsIn(dataDir).appPassword
    if (await wouldLockOut(owner, url.href)) {
      throw new Error(
        `Another server is running as ${appName} with another password. Give all servers the same AUTH_SECRET, or set DATABASE_APP_URL.`,
      )
    }
    await ensureAppRole(owner, url.href)
    return url.href
  }
  if (powers.bypassesSecurity) {
    throw new Error(
      `DATABASE_URL: the role ${powers.name} bypasses row-level security and may not create roles. Set DATABASE_APP_URL.`,
    )
  }
  return ownerUrl // the tables force row-level security on their owner too
}

async function grantWhereNeeded(owner: pg.Client, role: string, applied: string[]): Promise<void> {
  if (applied.length > 0 || !(await isGranted(owner, role))) await grantToApp(owner, role)
}

export async function createDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!known.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}

export async function withClient<T>(
  url: string,
  act: (client: pg.Client) => Promise<T>,
  setting = 'DATABASE_URL',
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that breaks is met by the statement that waits for it; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    const { host, pathname } = new URL(url)
    throw new Error(
      `${setting}: cannot connect to ${host}${pathname} (${error.message || (error as NodeJS.ErrnoException).code}).`,
    )
  })
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
