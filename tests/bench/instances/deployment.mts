// Three servers of one installation: started together, behind a switch, ended and removed whatever happens.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { withClient } from '../../../scripts/database/open.mts'
import { sharedAppPassword } from '../../../scripts/database/secrets.mts'
import { appName } from '../../../scripts/postgres/cluster.mts'
import { anyFreePort } from '../../../scripts/postgres/ports.mts'
import { ensureBuild } from '../../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../../scripts/steps/prisma-client.mts'
import { type SmtpStandIn, startSmtpStandIn } from '../../support/smtp-stand-in.ts'
import { UpProcess } from '../../support/up-process.ts'
import { type Switch, startSwitch } from '../product/switch.mts'
import { startPostgres } from './outside-postgres.mts'

export type Server = { up: UpProcess; address: string; dataDir: string }
export type Deployment = {
  /** Which PostgreSQL it is */
  database: string
  servers: readonly Server[]
  door: Switch
  mail: SmtpStandIn
  ownerUrl: string
  appUrl: string
  ask<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  /** One more server, with settings of its own; ended with the others */
  startAnother(settings: Record<string, string>): Promise<Server>
}

export const secret = 'shared-by-all-servers-of-this-measurement'

/** Runs `work` while they serve the demo data. This process can use the product's own functions meanwhile. */
export async function deployment<T>(work: (deployment: Deployment) => Promise<T>): Promise<T> {
  await ensurePrismaClient()
  await ensureBuild(undefined, (sentence) => console.log(sentence))
  const undo: (() => unknown)[] = []
  const end = async () => {
    for (const one of undo.splice(0).reverse()) await one()
  }
  const interrupted = () => void end().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupted)
  try {
    const postgres = await startPostgres()
    undo.push(() => postgres.stop())
    const mail = await startSmtpStandIn()
    undo.push(() => mail.stop())
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-servers-'))
    undo.push(() => fs.rmSync(folder, { recursive: true, force: true }))
    const door = await startSwitch([])
    undo.push(() => door.close())
    let number = 0
    const start = async (settings: Record<string, string> = {}): Promise<Server> => {
      const [dataDir, port] = [path.join(folder, `server-${++number}`), await anyFreePort()]
      const up = new UpProcess({ dataDir, port }, [], {
        ...{ HOST: '127.0.0.1', DATABASE_URL: postgres.ownerUrl, DATABASE_APP_URL: '', AUTH_SECRET: secret },
        ...{ APP_URL: door.address, TRUSTED_PROXIES: '1', DEMO: 'true', MAIL_GATHER_MINUTES: '0' },
        ...{ MAIL_SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'etappi@bench.example' },
        ...settings,
      })
      undo.push(() => up.stop())
      return { up, address: `http://127.0.0.1:${port}`, dataDir }
    }
    const servers = [await start(), await start(), await start()]
    await Promise.all(servers.map(({ up }) => up.ready()))
    door.moveTo(servers.map(({ address }) => address))
    const appUrl = new URL(postgres.ownerUrl)
    appUrl.username = appName
    appUrl.password = sharedAppPassword(secret)
    Object.assign(process.env, { DATABASE_APP_URL: appUrl.href, AUTH_SECRET: secret, APP_URL: door.address })
    return await work({
      ...{ database: postgres.name, servers, door, mail, ownerUrl: postgres.ownerUrl, appUrl: appUrl.href },
      ask: (text, values = []) =>
        withClient(postgres.superUrl.replace(/\/postgres$/, '/etappi'), async (owner) => {
          return (await owner.query(text, values)).rows
        }),
      startAnother: start,
    })
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeListener(signal, interrupted)
    const { disconnect } = await import('@/lib/platform/db')
    await disconnect()
    await end()
  }
}
