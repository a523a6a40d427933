// The embedded PostgreSQL of one data folder: created on first use, reused when it runs, shared by `up`, the command line
// and the tests. Whoever uses it holds it; the last holder to leave stops it.
import fs from 'node:fs'
import path from 'node:path'
import { secretsIn } from '../database/secrets.mts'
import { lock } from '../steps/lock.mts'
import { isRunning, markOf, type ProcessMark } from '../steps/process.mts'
import { databaseAccount } from './account.mts'
import { dataPlace, programsFor } from './places.mts'
import { freePortFrom } from './ports.mts'
import { createData, type Entrance, entranceOf, type Server, startServer, stopServer } from './server.mts'

export const ownerName = 'etappi_owner'
export const appName = 'etappi_app'

export type ClusterChoice = { folder: string; firstPort: number; settings: string[] }

export type Cluster = {
  folder: string
  port: number
  startedHere: boolean
  /** Sentences for the person at the terminal: another port was taken, old data was set aside. */
  notes: string[]
  /** Connection strings. They lead through the server's socket where it has one; host and port are told all the same. */
  ownerUrl(database: string): string
  appUrl(database: string): string
  /** Starts the server again if it has died. */
  revive(): Promise<void>
  /** Lets go of it; the last one to leave stops it, unless it is to be kept running. */
  close(then?: 'stop' | 'keep'): Promise<void>
}

/** Opens the cluster of a data folder, starting and repairing it as needed. Throws with one sentence when that fails. */
export async function openCluster(choice: ClusterChoice): Promise<Cluster> {
  const folder = path.resolve(choice.folder)
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const secrets = secretsIn(folder)
  const opened = await guarded(folder, async () => {
    const result = await ensureRunning(folder, choice, secrets.ownerPassword)
    hold(folder)
    return result
  })
  const { port, socketFolder, startedHere, notes } = opened
  const way = socketFolder === null ? '' : `?${new URLSearchParams({ host: socketFolder })}`
  const url = (name: string, password: string) => (database: string) =>
    `postgresql://${name}:${password}@127.0.0.1:${port}/${database}${way}`
  return {
    folder,
    port,
    startedHere,
    notes,
    ownerUrl: url(ownerName, secrets.ownerPassword),
    appUrl: url(appName, secrets.appPassword),
    revive: async () => {
      if (!fs.existsSync(path.join(folder, 'postgres', 'PG_VERSION')))
        throw new Error(`The database in ${folder} is gone.`)
      await guarded(folder, () => ensureRunning(folder, choice, secrets.ownerPassword))
    },
    close: (then = 'stop') => guarded(folder, async () => leave(folder, then)),
  }
}

type Ensured = Entrance & Pick<Cluster, 'startedHere' | 'notes'>

function serverOf(folder: string): Server & { setAside: string | null } {
  const account = databaseAccount(path.join(folder, 'postgres'))
  const { place, setAside } = dataPlace(folder, account)
  return { account, place, setAside, programs: programsFor(account) }
}

async function ensureRunning(folder: string, choice: ClusterChoice, ownerPassword: string): Promise<Ensured> {
  const server = serverOf(folder)
  const notes = server.setAside ? [`An earlier database of this folder was set aside to ${server.setAside}.`] : []
  if (!fs.existsSync(path.join(server.place, 'PG_VERSION'))) createData(server, ownerName, ownerPassword)
  const owner = { user: ownerName, password: ownerPassword }
  const running = await entranceOf(server, owner)
  if (running) return { ...running, startedHere: false, notes }

  const remembered = path.join(folder, 'postgres.json')
  const wanted = fs.existsSync(remembered)
    ? (JSON.parse(fs.readFileSync(remembered, 'utf8')) as { port: number }).port
    : choice.firstPort
  let port = await freePortFrom(wanted)
  while ((await startServer(server, port, choice.settings)) === 'port taken') port = await freePortFrom(port + 1)
  if (port !== wanted) notes.push(`Port ${wanted} is used by another program; the database listens on ${port}.`)
  fs.writeFileSync(remembered, `${JSON.stringify({ port })}\n`)
  const entrance = await entranceOf(server, owner)
  if (!entrance) throw new Error(`PostgreSQL ended as soon as it had started. See the log in ${server.place}.`)
  return { ...entrance, startedHere: true, notes }
}

async function guarded<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const held = await lock(path.join(folder, 'postgres.lock'))
  try {
    return await act()
  } finally {
    held.release()
  }
}

function hold(folder: string): void {
  fs.mkdirSync(path.join(folder, 'holders'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'holders', `${process.pid}`), JSON.stringify(markOf(process.pid)))
}

function leave(folder: string, then: 'stop' | 'keep'): void {
  const holders = path.join(folder, 'holders')
  fs.rmSync(path.join(holders, `${process.pid}`), { force: true })
  const others = fs.readdirSync(holders).filter((name) => {
    const file = path.join(holders, name)
    const alive = isRunning(JSON.parse(fs.readFileSync(file, 'utf8')) as ProcessMark)
    if (!alive) fs.rmSync(file, { force: true })
    return alive
  })
  if (then === 'stop' && others.length === 0) stopServer(serverOf(folder))
}

/** Stops the cluster of a folder and removes all its files (temporary folders of tests and measurements). */
export function removeCluster(folder: string): void {
  const server = serverOf(path.resolve(folder))
  stopServer(server)
  fs.rmSync(server.place, { recursive: true, force: true })
  fs.rmSync(folder, { recursive: true, force: true })
}
