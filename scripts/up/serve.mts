// The web server while it serves: started, shown, watched over together with the database, stopped.
import path from 'node:path'
import type { Settings } from '../../lib/platform/env.ts'
import type { OpenDatabase } from '../database/open.mts'
import { answers } from '../postgres/ports.mts'
import { writeState } from '../steps/state.mts'
import { startWebServer, type WebServer, waitForPage } from '../steps/web-server.mts'
import { greeting, whoCanSignIn } from './greeting.mts'

type Serving = {
  given: Settings
  database: OpenDatabase
  demo: boolean
  /** Why it listens on this machine alone; null where it does not, or HOST says so */
  onlyHere: string | null
  stop: AbortSignal
  began: number
}

const watchEvery = 2000
const restartsPerMinute = 5

/** Serves until asked to stop. A web server or database that dies is started again; nothing acknowledged is lost by that. */
export async function keepServing(serving: Serving): Promise<void> {
  const { given, database, stop, began } = serving
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  const backups = await keepingBackups(serving)
  let server = start(serving)
  const watch = setInterval(() => void reviveDatabase(database), watchEvery)
  try {
    await Promise.race([waitForPage(server, localAddress(given)), stopped])
    if (stop.aborted) return
    const who = await whoCanSignIn(serving.demo)
    if (serving.onlyHere)
      who.push('', `Reached from this machine only, ${serving.onlyHere}. HOST=0.0.0.0 opens it to others.`)
    console.log(greeting(given.appUrl, (Date.now() - began) / 1000, who))
    const restarts: number[] = []
    for (;;) {
      const reason = await Promise.race([server.ended, stopped])
      if (stop.aborted) return
      const minute = Date.now() - 60_000
      restarts.push(Date.now())
      if (restarts.filter((at) => at > minute).length > restartsPerMinute)
        throw new Error(`The web server keeps ending (${reason}).`)
      console.error(`The web server ended (${reason}); starting it again.`)
      server = start(serving)
    }
  } finally {
    clearInterval(watch)
    backups?.stop()
    if (stop.aborted) console.log('\nStopping…')
    await server.stop()
  }
}

function start({ given, database, demo }: Serving): WebServer {
  const server = startWebServer({
    port: given.port,
    ...(given.host ? { host: given.host } : {}),
    env: {
      APP_URL: given.appUrl,
      DATA_DIR: given.dataDir,
      DATABASE_URL: '', // the owner's connection stays here; empty also keeps Next from taking it from .env
      DATABASE_APP_URL: database.appUrl,
      AUTH_SECRET: process.env.AUTH_SECRET ?? '',
      NEXTAUTH_URL: given.appUrl,
      DEMO: String(demo),
      TZ: given.timezone,
    },
  })
  writeState(given.dataDir, 'server', server.mark)
  return server
}

/**
 * The night's backup; it is made here, since only this process has the owner's connection. What makes it is read only where
 * backups are set: nobody else waits for that at the start.
 */
async function keepingBackups({ given, database }: Serving): Promise<{ stop(): void } | null> {
  const { folder, recipients, at, days } = given.backups
  if (!folder) return null
  const { keepBackups } = await import('../backup/keeping.mts')
  return keepBackups({
    folder,
    recipients,
    at,
    days,
    ownerUrl: () => database.ownerUrl,
    filesFolder: path.join(given.dataDir, 'files'),
    say: (sentence) => console.log(sentence),
  })
}

async function reviveDatabase(database: OpenDatabase): Promise<void> {
  if (database.kind === 'external' || (await answers(Number(new URL(database.ownerUrl).port)))) return
  await database.revive().catch((error: Error) => console.error(error.message))
}

function localAddress({ host, port }: Settings): string {
  return `http://${host && host !== '0.0.0.0' && host !== '::' ? host : '127.0.0.1'}:${port}`
}
