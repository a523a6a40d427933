// Three web servers on one primary and its replica, as a balancer would have behind it, and what each tells of the replica.
import path from 'node:path'
import { anyFreePort } from '../../../scripts/postgres/ports.mts'
import { root } from '../../../scripts/runtime.mjs'
import { startWebServer, type WebServer, waitForPage } from '../../../scripts/steps/web-server.mts'
import { testSecret } from '../../support/test-server.ts'
import { get } from '../web/load.mts'

export type Running = { address: string; server: WebServer }

/** The product's own server; without a replica where none is given. */
export async function startOn(primary: string, replica = ''): Promise<Running> {
  const port = await anyFreePort()
  const address = `http://127.0.0.1:${port}`
  const server = startWebServer({
    port,
    host: '127.0.0.1',
    env: {
      ...{ APP_URL: address, NEXTAUTH_URL: address, AUTH_SECRET: testSecret },
      ...{ DATABASE_URL: '', DATABASE_APP_URL: primary, DATABASE_REPLICA_URL: replica },
      ...{ DATA_DIR: path.join(root, '.cache/check'), DEMO: 'true', SCHEDULE: 'off', TZ: 'Europe/Helsinki' },
    },
  })
  await waitForPage(server, address).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  return { address, server }
}

export type Reads = { asked: number; answered: number; away: boolean }

/** What the health page of each server tells: reads of published content since its start, and those the replica answered. */
export async function readsOf(running: readonly Running[], cookie: string): Promise<Reads[]> {
  return Promise.all(
    running.map(async ({ address }) => {
      const html = (await get({ url: `${address}/admin/health`, cookie })).toString('utf8')
      const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll('\u00a0', '')
      const told = /lukuja tällä palvelimella (\d+), joista kopio on vastannut (\d+)/.exec(text)
      const away = text.includes('Pääkanta vastaa sen puolesta')
      if (!told && !away) throw new Error(`the health page of ${address} tells nothing of a replica`)
      return { asked: Number(told?.[1] ?? Number.NaN), answered: Number(told?.[2] ?? Number.NaN), away }
    }),
  )
}

/** Reads between two moments, of all servers together. */
export function between(before: readonly Reads[], after: readonly Reads[]): { asked: number; answered: number } {
  const sum = (of: readonly Reads[], value: (reads: Reads) => number) => of.reduce((all, one) => all + value(one), 0)
  return {
    asked: sum(after, ({ asked }) => asked) - sum(before, ({ asked }) => asked),
    answered: sum(after, ({ answered }) => answered) - sum(before, ({ answered }) => answered),
  }
}
