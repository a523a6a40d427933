import 'server-only'
import { createHash } from 'node:crypto'

/** What stands in the database instead of a secret or an address. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
