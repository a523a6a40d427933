import fs from 'node:fs'
import { afterAll, vi } from 'vitest'
import { askInAnyOrder } from './any-order'
import { beginTestFile } from './database'
import { testSecret } from './test-server'

process.env.AUTH_SECRET ??= testSecret
// Set by `npm run bench:order`: where to count what was asked so.
const { ROWS_IN_ANY_ORDER: counted, ROWS_WITHOUT_ORDER: forgotten } = process.env
const shuffling = counted ? askInAnyOrder(forgotten === 'true') : null
const database = await beginTestFile()
afterAll(async () => {
  if (counted && shuffling) fs.appendFileSync(counted, `${shuffling.end()}\n`)
  await letConnectionsGo()
  await database.dispose()
})

/** The worker goes on with another file. */
async function letConnectionsGo(): Promise<void> {
  if (!(globalThis as { etappiDb?: unknown }).etappiDb) return
  const { disconnect } = await vi.importActual<typeof import('@/lib/platform/db')>('@/lib/platform/db')
  await disconnect()
}
