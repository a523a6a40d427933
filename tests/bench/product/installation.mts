// An installation of the measurement's own: `npm run up` as an operator starts it, with its own data folder and ports on this
// machine only. It is ended and removed whatever happens, also when the measurement is interrupted.
import fs from 'node:fs'
import path from 'node:path'
import { databaseName } from '../../../scripts/database/places.mts'
import { secretsIn } from '../../../scripts/database/secrets.mts'
import { appName, ownerName, removeCluster } from '../../../scripts/postgres/cluster.mts'
import { anyFreePort } from '../../../scripts/postgres/ports.mts'
import { root } from '../../../scripts/runtime.mjs'
import { ensureBuild } from '../../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../../scripts/steps/prisma-client.mts'
import { UpProcess } from '../../support/up-process.ts'

export type Installation = {
  address: string
  ownerUrl: string
  appUrl: string
  /** Process ids as they are now: both servers may have been started again */
  webServer(): number
  postmaster(): number
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Starts one without demo data and ends it after `work`. This process can use the product's own functions meanwhile. */
export async function withInstallation<T>(
  name: string,
  work: (installation: Installation) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  await ensurePrismaClient()
  await ensureBuild(undefined, (sentence) => console.log(sentence))
  const dataDir = path.join(root, '.cache/bench', `${name}-data`)
  if (fs.existsSync(dataDir)) removeCluster(dataDir) // of a run that was killed
  const port = await anyFreePort()
  const up = new UpProcess({ dataDir, port }, ['--empty'], { HOST: '127.0.0.1', SESSION_MAX_HOURS: '24', ...settings })
  const end = async () => {
    await up.stop()
    if (fs.existsSync(dataDir)) removeCluster(dataDir)
  }
  const interrupted = () => void end().finally(() => process.exit(130))
  for (const signal of stopSignals) process.once(signal, interrupted)
  try {
    await up.ready()
    const installation = describe(dataDir, port, up)
    process.env.DATABASE_APP_URL = installation.appUrl
    process.env.AUTH_SECRET = secretsIn(dataDir).authSecret
    process.env.APP_URL = installation.address
    return await work(installation)
  } catch (error) {
    console.error(up.output.slice(-3000))
    throw error
  } finally {
    for (const signal of stopSignals) process.removeListener(signal, interrupted)
    await end()
  }
}

/** An installation that runs from a data folder. */
export function describe(dataDir: string, port: number, up: UpProcess): Installation {
  const read = <T,>(file: string): T => JSON.parse(fs.readFileSync(path.join(dataDir, file), 'utf8')) as T
  const { ownerPassword, appPassword } = secretsIn(dataDir)
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${read<{ port: number }>('postgres.json').port}/${databaseName}`
  return {
    address: `http://127.0.0.1:${port}`,
    ownerUrl: url(ownerName, ownerPassword),
    appUrl: url(appName, appPassword),
    webServer: () => read<{ pid: number }>('server.json').pid,
    postmaster: () => {
      const id = up.postmaster()
      if (id === null) throw new Error('the database is not running')
      return id
    },
  }
}
