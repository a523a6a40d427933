// One PostgreSQL server process group: is it there, start it, stop it, clear what a kill left behind.
// pg_ctl makes it a daemon, so the database outlives a killed web server and is used again by the next start.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { commandOf, isRunning, isZombie, markOf } from '../steps/process.mts'
import { type Account, giveTo, runAs } from './account.mts'

export type Server = { account: Account; programs: string; place: string }

const program = (server: Server, name: string) => path.join(server.programs, 'bin', name)
const pidFile = (server: Server) => path.join(server.place, 'postmaster.pid')
const logFile = (server: Server) => path.join(server.place, 'server.log')

/** Where a running server takes connections: a port of this machine, and the folder of its socket where it has one. */
export type Entrance = { port: number; socketFolder: string | null }

// An address of a socket holds 108 bytes on Linux and 104 on macOS, the last of them a zero.
const longestAddress = 103

/**
 * Entrance of the running server of this data folder, or null. Waits while it is still starting or recovering. A server counts
 * as running when it lets its owner in: one that has just been killed may still take connections for a moment.
 */
export async function entranceOf(server: Server, owner: { user: string; password: string }): Promise<Entrance | null> {
  for (let i = 0; i < 600; i++) {
    const found = postmaster(server)
    if (!found) return null
    const { port, socketFolder } = found
    if (await letsIn({ ...owner, port })) return { port, socketFolder }
    await wait(100)
  }
  throw new Error(`PostgreSQL is running but does not answer. See ${logFile(server)}.`)
}

async function letsIn(login: { user: string; password: string; port: number }): Promise<boolean> {
  const client = new pg.Client({ ...login, host: '127.0.0.1', database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    const { code } = error as pg.DatabaseError
    if (code === '53300') return true // it runs, and every connection is taken
    if (code !== '28P01') return false
    throw new Error(
      'The embedded database does not accept the password in secrets.json: one of them is of another time.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** The process named in postmaster.pid if it is alive and really is this server. */
function postmaster(server: Server): (Entrance & { pid: number }) | null {
  let lines: string[]
  try {
    lines = fs.readFileSync(pidFile(server), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(`${server.place} belongs to another user. Run as that user, as root, or set DATA_DIR.`)
  }
  const pid = Number(lines[0])
  if (!isRunning(markOf(pid)) || !commandOf(pid).includes(server.place)) return null
  const port = Number(lines[3])
  return { pid, port, socketFolder: lines[4] === '.' && mayHaveSocket(server, port) ? server.place : null }
}

/** The socket lies in the data folder itself, which only the account that runs PostgreSQL and root may enter. */
const socketOf = (server: Server, port: number) => path.join(server.place, `.s.PGSQL.${port}`)
const mayHaveSocket = (server: Server, port: number): boolean =>
  process.platform !== 'win32' && Buffer.byteLength(socketOf(server, port)) <= longestAddress

/** Makes the data folder under a draft name first, so that a killed first start leaves nothing half-made. */
export function createData(server: Server, owner: string, password: string): void {
  const draft = `${server.place}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  giveTo(server.account, draft)
  const passwordFile = `${server.place}.password`
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  giveTo(server.account, passwordFile)
  const done = runAs(server.account, program(server, 'initdb'), [
    ...['-D', draft, '-U', owner, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--no-instructions'],
    ...['--locale-provider=icu', '--icu-locale=fi-FI', '--locale=C'],
  ])
  fs.unlinkSync(passwordFile)
  if (!done.ok) throw new Error(`initdb failed: ${done.output}`)
  if (fs.existsSync(server.place)) fs.rmdirSync(server.place)
  fs.renameSync(draft, server.place)
}

export async function startServer(server: Server, port: number, settings: string[]): Promise<'started' | 'port taken'> {
  await clearDead(server)
  const log = logFile(server)
  const before = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0
  // A question through a socket costs both sides a third less than one over TCP. The folder is told as seen from the data.
  const socket = `-c unix_socket_directories='${mayHaveSocket(server, port) ? '.' : ''}'`
  const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', socket, ...settings].join(' ')
  // no pipes: the daemon would inherit them and we would wait for ever
  const args = ['-D', server.place, '-l', log, '-w', '-t', '60', '-o', options, 'start']
  for (let attempt = 0; attempt < 15; attempt++) {
    if (runAs(server.account, program(server, 'pg_ctl'), args, 'ignore').ok) return 'started'
    const said = logSince(log, before)
    if (/could not bind|Address already in use/i.test(said)) return 'port taken'
    // children of a killed server let go of its shared memory within moments
    if (!/shared memory block|is another postmaster/i.test(said)) break
    await wait(500)
  }
  throw new Error(`PostgreSQL did not start: ${logSince(log, before).slice(-2000) || `see ${log}`}`)
}

export function stopServer(server: Server): void {
  if (!postmaster(server)) return
  const done = runAs(server.account, program(server, 'pg_ctl'), [
    '-D',
    server.place,
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
    'stop',
  ])
  if (!done.ok && postmaster(server)) throw new Error(`PostgreSQL did not stop: ${done.output}`)
}

/**
 * A postmaster.pid whose process is a zombie or has become some other program stops PostgreSQL from starting. It is removed
 * only then: PostgreSQL itself removes the file of a process that is gone, and guards its shared memory in both cases.
 */
async function clearDead(server: Server): Promise<void> {
  const file = pidFile(server)
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  const strange = isRunning(markOf(pid)) && !commandOf(pid).includes(server.place)
  if (!isZombie(pid) && !strange) return
  fs.unlinkSync(file)
  // The socket has a file of the same kind beside it.
  for (const name of fs.readdirSync(server.place)) {
    if (name.startsWith('.s.PGSQL.')) fs.unlinkSync(path.join(server.place, name))
  }
}

function logSince(log: string, offset: number): string {
  return fs.existsSync(log) ? fs.readFileSync(log).subarray(offset).toString('utf8') : ''
}
