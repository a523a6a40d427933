import path from 'node:path'
import { type Settings, settings } from '../../lib/platform/env.ts'
import { backUpBefore } from '../backup/before-migrating.mts'
import { connectProduct } from '../database/connect-product.mts'
import { inTurn, type OpenDatabase, openDatabase } from '../database/open.mts'
import { answers, isFree } from '../postgres/ports.mts'
import { type Lock, liveHolder, tryLock } from '../steps/lock.mts'
import { ensureBuild } from '../steps/next-build.mts'
import { ensurePrismaClient } from '../steps/prisma-client.mts'
import { endProcess, type ProcessMark } from '../steps/process.mts'
import { readState } from '../steps/state.mts'
import { contentOf, isEmpty, loadDemoData, rememberContent, startOver } from './content.mts'
import { hasDemoAccounts, listenOn, mayLoadDemo, requireWordForDemo } from './demo.mts'
import { keepServing } from './serve.mts'

/** The person at the terminal (or the system) asked to stop before everything was up. */
export class Stopped extends Error {}

type Asked = { empty: boolean; stop: AbortSignal; began: number }

const say = (sentence: string) => console.log(sentence)

/** Brings everything up, serves until asked to stop, and takes everything down. Throws with a sentence for the terminal. */
export async function runUp(asked: Asked): Promise<void> {
  const given = settings()
  const lock = lockFolder(given.dataDir)
  try {
    await endLeftoverServer(given.dataDir)
    await requireFreePort(given)
    for (const warning of given.warnings) say(`Warning: ${warning}`)
    if (await ensurePrismaClient()) say('Prisma client generated.')
    checkStop(asked.stop)
    await withDatabase(given, asked, async (database) => {
      const demo = given.demo ?? contentOf(given.dataDir) === 'demo'
      const known = await hasDemoAccounts(database.ownerUrl)
      requireWordForDemo(given, known)
      const host = listenOn(given)
      const onlyHere = host === given.host ? null : known ? 'because of the demo accounts' : 'as APP_URL says'
      await keepServing({ given: { ...given, host }, database, demo, onlyHere, ...asked })
    })
  } finally {
    lock.release()
  }
}

/** Opens the database and fills it while the pages are being built; both are independent and each may take a while. */
async function withDatabase(
  given: Settings,
  asked: Asked,
  serve: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const failed = new AbortController()
  const building = ensureBuild(AbortSignal.any([asked.stop, failed.signal]), say)
  building.catch(() => {}) // looked at below
  let database: OpenDatabase | null = null
  try {
    const beforeMigrating = (ownerUrl: string) => backUpBefore(given, ownerUrl, say)
    database = await openDatabase({ beforeMigrating })
    for (const note of database.notes) say(note)
    if (database.applied.length > 0) say(`Migrations applied: ${database.applied.join(', ')}.`)
    connectProduct(given, database)
    const opened = database
    const filled = () => fill(given, asked, opened)
    database = await (opened.kind === 'external' ? inTurn(opened.ownerUrl, filled) : filled())
    await building.catch((error: unknown) => {
      checkStop(asked.stop)
      throw error
    })
    checkStop(asked.stop)
    await serve(database)
  } finally {
    failed.abort()
    await building.catch(() => {})
    await database?.close()
  }
}

async function fill(given: Settings, asked: Asked, opened: OpenDatabase): Promise<OpenDatabase> {
  let database = opened
  const known = contentOf(given.dataDir)
  if (!(await isEmpty(database.ownerUrl))) {
    if (known !== 'loading') return database
    if (database.kind === 'external') {
      throw new Error('Loading the demo data was cut short. Empty the database of DATABASE_URL and start again.')
    }
    say('Loading the demo data was cut short last time; starting over.')
    await startOver(database.ownerUrl)
    await database.close()
    database = await openDatabase()
  }
  if (asked.empty || known === 'own' || !mayLoadDemo(given)) {
    if (!asked.empty && given.demo === undefined && known === null)
      say(
        'No demo data: APP_URL is not this machine. DEMO=true would load it, with accounts whose password is published.',
      )
    rememberContent(given.dataDir, 'own')
    return database
  }
  say('Loading the demo data…')
  await loadDemoData(given.dataDir).catch((error: unknown) => {
    throw new Error(`The demo data could not be loaded: ${error instanceof Error ? error.stack : error}`)
  })
  checkStop(asked.stop)
  return database
}

function lockFolder(dataDir: string): Lock {
  const file = path.join(dataDir, 'up.lock')
  const lock = tryLock(file)
  if (lock) return lock
  throw new Error(
    `Etappi is already running from ${dataDir} (process ${liveHolder(file)?.pid ?? '?'}). Stop it with Ctrl-C there, or start a second one with its own DATA_DIR and PORT.`,
  )
}

/** A killed `up` leaves its web server behind. It is ours, so it may be ended without asking. */
async function endLeftoverServer(dataDir: string): Promise<void> {
  const left = readState<ProcessMark>(dataDir, 'server')
  if (left) await endProcess(left)
}

async function requireFreePort({ port, host }: Settings): Promise<void> {
  const free = (await isFree(port, host ?? '::')) || (await isFree(port, host ?? '0.0.0.0'))
  if (free && !(await answers(port))) return
  throw new Error(
    `Port ${port} is used by another program. Stop it, or choose another port: PORT=${port + 1} npm run up`,
  )
}

function checkStop(stop: AbortSignal): void {
  if (stop.aborted) throw new Stopped()
}
