import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { answers } from '../../scripts/postgres/ports.mts'
import { markOf } from '../../scripts/steps/process.mts'
import { temporaryCluster } from './temporary-cluster'

const temporary = temporaryCluster()
const folder = temporary.choice.folder
afterAll(() => temporary.remove())

const pidFile = path.join(folder, 'postgres/postmaster.pid')
const postmaster = () => Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
const keep = async () => {
  const cluster = await temporary.open()
  await cluster.close('keep')
  return cluster
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('is made on first use, with random passwords that only its owner can read', async () => {
    const cluster = await keep()
    expect(cluster.startedHere).toBe(true)
    expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0)
    expect(new URL(cluster.ownerUrl('postgres')).password.length).toBeGreaterThan(30)
    const known = await ask(
      cluster.ownerUrl('postgres'),
      "select current_setting('listen_addresses') as on, current_setting('password_encryption') as how",
    )
    expect(known).toEqual({ on: '127.0.0.1', how: 'scram-sha-256' })
  })

  it('is asked through a socket that only its own account can reach, and through TCP where the way to it is too long', async () => {
    const cluster = await keep()
    const way = 'select inet_server_addr() is null as socket, inet_server_port() as port'
    expect(await ask(cluster.ownerUrl('postgres'), way)).toEqual({ socket: true, port: null })
    const url = new URL(cluster.appUrl('postgres'))
    expect(url.searchParams.get('host')).toBe(fs.realpathSync(path.join(folder, 'postgres')))
    expect(fs.statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0)
    const deep = temporaryCluster(54_640, 'a'.repeat(100))
    try {
      const far = await deep.open()
      expect(new URL(far.ownerUrl('postgres')).search).toBe('')
      expect(await ask(far.ownerUrl('postgres'), way)).toEqual({ socket: false, port: far.port })
      await far.close()
    } finally {
      deep.remove()
    }
  })

  it('is used again while it runs', async () => {
    expect((await keep()).startedHere).toBe(false)
  })

  it('refuses a wrong password', async () => {
    const url = new URL((await keep()).ownerUrl('postgres'))
    url.password = 'wrong'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('is repaired after kill -9, and what was committed is there', async () => {
    const url = (await keep()).ownerUrl('postgres')
    await ask(url, 'create table kept (n int)')
    await ask(url, 'insert into kept values (42)')
    process.kill(postmaster(), 'SIGKILL')
    const again = await keep()
    expect(again.startedHere).toBe(true)
    expect(await ask(again.ownerUrl('postgres'), 'select n from kept')).toEqual({ n: 42 })
  })

  it('is not stopped by one user while another still uses it', async () => {
    const cluster = await temporary.open()
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)'])
    const mark = JSON.stringify(markOf(other.pid ?? 0))
    fs.writeFileSync(path.join(folder, 'holders', String(other.pid)), mark)
    await cluster.close()
    expect(await answers(cluster.port)).toBe(true)
    const gone = new Promise((resolve) => other.once('exit', resolve))
    other.kill()
    await gone
    await (await temporary.open()).close()
    expect(await answers(cluster.port)).toBe(false)
  })

  it('starts although its pid file names a process that is now another program', async () => {
    const { port } = JSON.parse(fs.readFileSync(path.join(folder, 'postgres.json'), 'utf8')) as { port: number }
    fs.writeFileSync(pidFile, `${process.pid}\n${folder}/postgres\n1\n${port}\n.\n127.0.0.1\n`, { mode: 0o600 })
    fs.writeFileSync(path.join(folder, `postgres/.s.PGSQL.${port}`), '')
    fs.writeFileSync(path.join(folder, `postgres/.s.PGSQL.${port}.lock`), `${process.pid}\n`, { mode: 0o600 })
    expect((await keep()).startedHere).toBe(true)
  })

  it('takes another port when its own is used by somebody else, says so and remembers it', async () => {
    const before = await temporary.open()
    await before.close()
    const foreign = net.createServer().listen(before.port, '127.0.0.1')
    await new Promise((resolve) => foreign.once('listening', resolve))
    const moved = await keep()
    expect(moved.port).not.toBe(before.port)
    expect(moved.notes).toEqual([
      `Port ${before.port} is used by another program; the database listens on ${moved.port}.`,
    ])
    await new Promise((resolve) => foreign.close(resolve))
    await (await temporary.open()).close()
    expect((await keep()).port).toBe(moved.port)
  })
})
