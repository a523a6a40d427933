import fs from 'node:fs'
import { afterAll } from 'vitest'
import { askInAnyOrder } from './any-order'
import { beginTestFile } from './database'
import { testSecret } from './test-server'

process.env.AUTH_SECRET ??= testSecret
// Set by `npm run bench:order`: where to count what was asked so.
const { ROWS_IN_ANY_ORDER: counted, ROWS_WITHOUT_ORDER: forgotten } = process.env
const shuffling = counted ? askInAnyOrder(forgotten === 'true') : null
const database = await beginTestFile()
afterAll(() => {
  if (counted && shuffling) fs.appendFileSync(counted, `${shuffling.statements()}\n`)
  return database.dispose()
})
