// A PostgreSQL as an operator has one: the machine's own programs where they are installed, else the embedded ones. In both cases
// the product only gets the connection of an ordinary role that owns the tables, as the README says.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withClient } from '../../../scripts/database/open.mts'
import { databaseAccount, runAs } from '../../../scripts/postgres/account.mts'
import { openCluster, removeCluster } from '../../../scripts/postgres/cluster.mts'
import { anyFreePort } from '../../../scripts/postgres/ports.mts'

export type OutsidePostgres = { name: string; superUrl: string; ownerUrl: string; stop(): Promise<void> }

const debian = '/usr/lib/postgresql'

/** Starts one with an empty database and its owner. */
export async function startPostgres(): Promise<OutsidePostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-instances-'))
  fs.chmodSync(folder, 0o777)
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).filter((name) => Number(name) >= 15) : []
  const bin = path.join(debian, versions.sort().at(-1) ?? '', 'bin')
  const started =
    versions.length > 0 && fs.existsSync(path.join(bin, 'initdb')) ? await own(bin, folder) : await embedded(folder)
  await withClient(started.superUrl, async (client) => {
    await client.query("create role etappi_tables login createrole password 'tables'")
    await client.query('create database etappi owner etappi_tables')
  })
  const url = new URL(started.superUrl)
  url.username = 'etappi_tables'
  url.password = 'tables'
  url.pathname = '/etappi'
  const { rows } = await withClient(started.superUrl, (client) => client.query('show server_version'))
  return {
    ...started,
    name: `${started.name} PostgreSQL ${String(rows[0].server_version).split(' ')[0]}`,
    ownerUrl: url.href,
    stop: async () => {
      await started.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Started = Pick<OutsidePostgres, 'name' | 'superUrl' | 'stop'>

async function own(bin: string, folder: string): Promise<Started> {
  const data = path.join(folder, 'data')
  const port = await anyFreePort()
  const account = databaseAccount(data)
  const ids = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }
  // With passwords: what must not be let in would be let in by a server that asks for none.
  const word = path.join(folder, 'word')
  fs.writeFileSync(word, 'operator\n', { mode: 0o644 })
  const options = ['-U', 'operator', '-A', 'scram-sha-256', '--pwfile', word, '-E', 'UTF8']
  const made = runAs(account, path.join(bin, 'initdb'), ['-D', data, ...options])
  if (!made.ok) throw new Error(made.output)
  const control = (...args: string[]) =>
    spawnSync(path.join(bin, 'pg_ctl'), ['-D', data, '-w', ...args], { ...ids, cwd: '/', stdio: 'ignore' }).status
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=120`
  if (control('-l', path.join(folder, 'log'), '-o', settings, 'start') !== 0)
    throw new Error(fs.readFileSync(path.join(folder, 'log'), 'utf8'))
  return {
    name: 'the machine’s own',
    superUrl: `postgresql://operator:operator@127.0.0.1:${port}/postgres`,
    stop: async () => void control('-m', 'fast', 'stop'),
  }
}

async function embedded(folder: string): Promise<Started> {
  const place = path.join(folder, 'embedded')
  const cluster = await openCluster({ folder: place, firstPort: 54_700, settings: ['-c max_connections=120'] })
  return {
    name: 'the embedded',
    superUrl: cluster.ownerUrl('postgres'),
    stop: async () => {
      await cluster.close()
      removeCluster(place)
    },
  }
}
