// A running Etappi of the browser tests: its own port and its own copy of the demo data.
import fs from 'node:fs'
import path from 'node:path'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { startWebServer, type WebServer, waitForPage } from '../../scripts/steps/web-server.mts'
import { copyTemplate, type TestDatabase, type TestServer, testSecret } from './test-server.ts'

/** `on`: the database of another one, which stays when this one stops; `log`: an open file for what the server says. */
type Choice = { on?: TestDatabase; log?: number }

export type RunningEtappi = { address: string; database: TestDatabase; server: WebServer; stop(): Promise<void> }

/** Starts one. `settings` are environment variables that differ from the usual, for instance SESSION_IDLE_MINUTES. */
export async function startEtappi(
  settings: Record<string, string> = {},
  { on, log }: Choice = {},
): Promise<RunningEtappi> {
  const from = process.env.ETAPPI_TEST_SERVER
  if (!from) throw new Error('The browser tests are run by Playwright (see playwright.config.ts).')
  const database = on ?? (await copyTemplate(JSON.parse(from) as TestServer))
  const port = await anyFreePort()
  const address = `http://127.0.0.1:${port}`
  const said = log === undefined ? keptLog(port) : null
  const server = startWebServer({
    port,
    host: '127.0.0.1',
    log: log ?? said?.handle ?? 2,
    env: {
      APP_URL: address,
      NEXTAUTH_URL: address,
      DATABASE_URL: '',
      DATABASE_APP_URL: database.appUrl,
      AUTH_SECRET: testSecret,
      DATA_DIR: path.join(root, '.cache/check'),
      DEMO: 'true',
      SCHEDULE: 'off',
      ETAPPI_READ_AHEAD: 'off',
      TZ: 'Europe/Helsinki',
      ...settings,
    },
  })
  const stop = async () => {
    await server.stop()
    said?.tell()
    if (!on) await database.dispose()
  }
  await waitForPage(server, address).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { address, database, server, stop }
}

/** What a server says, told when it has stopped, but for pages that are not there: the tests ask for thousands of those. */
function keptLog(port: number): { handle: number; tell(): void } {
  const file = path.join(root, '.cache/check', `server-${port}.log`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const handle = fs.openSync(file, 'w')
  return {
    handle,
    tell: () => {
      const lines = fs.readFileSync(file, 'utf8').split('\n')
      fs.closeSync(handle)
      fs.rmSync(file)
      const told = lines.filter((line) => line !== '' && !line.includes('"event":"request.missing"'))
      if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`)
    },
  }
}
