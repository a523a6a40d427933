// A PostgreSQL of a test's or measurement's own with a streaming replica beside it. The embedded one brings no pg_basebackup;
// there the primary's files are copied while it runs, as PostgreSQL's manual tells ("Making a Base Backup Using the Low Level
// API").
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureAppRole, grantToApp } from '../../scripts/database/app-role.mts'
import { deployMigrations } from '../../scripts/database/migrations.mts'
import { createDatabase, withClient } from '../../scripts/database/open.mts'
import { type Account, databaseAccount, giveTo, runAs } from '../../scripts/postgres/account.mts'
import { programsFor } from '../../scripts/postgres/places.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { createData, type Server, startServer, stopServer } from '../../scripts/postgres/server.mts'
import { root } from '../../scripts/runtime.mjs'

const owner = 'etappi_owner'
const app = 'etappi_app'
const password = 'only-for-tests'
const slot = 'etappi_standby'
export const databaseName = 'etappi'

/** A server of a pair. Addresses are of its only database. */
export type Node = {
  ownerUrl: string
  appUrl: string
  port: number
  /** Starts it again on its port. */
  start(): Promise<void>
  /** As a power cut would end it. */
  kill(): void
}

export type Pair = {
  version: string
  primary: Node
  standby: Node & {
    /** It takes what the primary sends and shows nothing of it. */
    pause(): Promise<void>
    resume(): Promise<void>
    /** Until it shows all that the primary has written. */
    catchUp(): Promise<void>
    promote(): Promise<void>
  }
  remove(): void
}

const settings = [
  ...['-c max_connections=60', '-c shared_buffers=64MB', '-c max_wal_size=256MB', '-c fsync=off'],
  '-c wal_level=replica',
]

/** A migrated primary with its replica; `fill` writes into the primary before the replica is made of it. */
export async function openPair(
  folder: string,
  { programs, fill = async () => {} }: { programs?: string; fill?: (primary: Node) => Promise<void> } = {},
): Promise<Pair> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const account = databaseAccount(path.join(folder, 'none'))
  const from: Server = { account, programs: programs ?? programsFor(account), place: path.join(folder, 'primary') }
  const to: Server = { ...from, place: path.join(folder, 'standby') }
  const remove = () => {
    for (const server of [to, from]) stopServer(server)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    makePlace(account, from.place)
    createData(from, owner, password)
    const primary = await nodeOf(from)
    await primary.start()
    await makeDatabase(primary)
    await fill(primary)
    makePlace(account, to.place)
    await copy(from, primary, to)
    const standby = await nodeOf(to)
    await standby.start()
    const [told] = await ask<{ version: string }>(primary, `select current_setting('server_version') as version`)
    return { version: told?.version ?? '', primary, standby: { ...standby, ...tools(primary, standby) }, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** PostgreSQL writes the draft of its files beside them, as its own account. */
function makePlace(account: Account, place: string): void {
  fs.mkdirSync(place, { mode: 0o700 })
  giveTo(account, place)
}

async function nodeOf(server: Server): Promise<Node> {
  const port = await anyFreePort()
  const url = (name: string) => `postgresql://${name}:${password}@127.0.0.1:${port}/${databaseName}`
  return {
    ownerUrl: url(owner),
    appUrl: url(app),
    port,
    start: async () => {
      if ((await startServer(server, port, settings)) !== 'started') throw new Error(`port ${port} was taken`)
    },
    kill: () => {
      runAs(server.account, path.join(server.programs, 'bin/pg_ctl'), ['-D', server.place, '-m', 'immediate', 'stop'])
    },
  }
}

function ask<Row extends object>(node: Node, text: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(node.ownerUrl, async (client) => (await client.query(text, values)).rows as Row[])
}

async function makeDatabase(primary: Node): Promise<void> {
  await createDatabase(primary.ownerUrl.replace(/[^/]+$/, 'postgres'), databaseName)
  await deployMigrations(root, primary.ownerUrl)
  await withClient(primary.ownerUrl, async (client) => {
    await ensureAppRole(client, primary.appUrl)
    await grantToApp(client, app)
    await client.query('select pg_create_physical_replication_slot($1, true)', [slot])
  })
}

async function copy(from: Server, primary: Node, to: Server): Promise<void> {
  const source = `host=127.0.0.1 port=${primary.port} user=${owner} password=${password}`
  const program = path.join(from.programs, 'bin/pg_basebackup')
  const done = fs.existsSync(program)
    ? runAs(from.account, program, ['-d', source, '-D', to.place, '-X', 'stream', '-c', 'fast', '-S', slot])
    : await copyFiles(from, primary, to)
  if (!done.ok) throw new Error(`the replica could not be made: ${done.output}`)
  for (const [file, text] of [
    ['standby.signal', ''],
    ['postgresql.auto.conf', `primary_conninfo = '${source}'\nprimary_slot_name = '${slot}'\n`],
  ] as const) {
    fs.appendFileSync(path.join(to.place, file), text)
    giveTo(to.account, path.join(to.place, file))
  }
}

function copyFiles(from: Server, primary: Node, to: Server): Promise<{ ok: boolean; output: string }> {
  return withClient(primary.ownerUrl, async (client) => {
    await client.query(`select pg_backup_start('standby', true)`)
    const script = `cd "$0" && cp -a . "$1" && cd "$1" && rm -rf postmaster.* pg_wal/0* pg_replslot/*`
    const done = runAs(from.account, '/bin/sh', ['-c', script, from.place, to.place])
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    fs.writeFileSync(path.join(to.place, 'backup_label'), rows[0]?.labelfile ?? '')
    giveTo(to.account, path.join(to.place, 'backup_label'))
    return done
  })
}

function tools(primary: Node, standby: Node) {
  const until = async (isSo: () => Promise<boolean | undefined>, what: string): Promise<void> => {
    const limit = Date.now() + 30_000
    while (!(await isSo())) {
      if (Date.now() > limit) throw new Error(`the replica does not ${what}`)
      await wait(20)
    }
  }
  return {
    pause: async () => {
      await ask(standby, 'select pg_wal_replay_pause()')
      const state = () => ask<{ is: boolean }>(standby, `select pg_get_wal_replay_pause_state() = 'paused' as is`)
      await until(async () => (await state())[0]?.is, 'pause')
    },
    resume: async () => {
      await ask(standby, 'select pg_wal_replay_resume()')
    },
    catchUp: async () => {
      const [written] = await ask<{ at: string }>(primary, 'select pg_current_wal_insert_lsn()::text as at')
      // An insert that nobody waits for is written within a moment; this asks for it now.
      await ask(primary, `select pg_logical_emit_message(false, 'etappi', 'now'), pg_switch_wal()`)
      const seen = () =>
        ask<{ is: boolean }>(standby, 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as is', [written?.at])
      await until(async () => (await seen())[0]?.is, 'catch up')
    },
    promote: async () => {
      await ask(standby, 'select pg_promote(true, 30)')
    },
  }
}
