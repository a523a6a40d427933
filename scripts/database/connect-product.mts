import type { Settings } from '../../lib/platform/env.ts'
import type { OpenDatabase } from './open.mts'
import { secretsIn } from './secrets.mts'

/** Lets the product's own functions run in this process: they read these settings on first use. */
export function connectProduct(given: Settings, database: OpenDatabase): void {
  process.env.DATABASE_APP_URL = database.appUrl
  process.env.AUTH_SECRET = given.authSecret ?? secretsIn(given.dataDir).authSecret
  process.env.APP_URL = given.appUrl
}
