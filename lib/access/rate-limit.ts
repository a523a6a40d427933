import 'server-only'
import { inScope, type Scope } from '@/lib/platform/db'

const system: Scope = { organisationId: null, userId: null, scope: 'system' }

/**
 * Counts one attempt and says whether it is still within the limit. Exact under concurrency: one upsert.
 * @param key what is counted, e.g. `sign-in:<address>`
 */
export async function withinLimit(key: string, limit: { attempts: number; seconds: number }): Promise<boolean> {
  const rows = await inScope(
    system,
    (tx) =>
      tx.$queryRaw<{ hits: number }[]>`
      INSERT INTO "RateLimit" AS r (key, hits, "resetsAt")
      VALUES (${key}, 1, now() + make_interval(secs => ${limit.seconds}))
      ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN r."resetsAt" < now() THEN 1 ELSE r.hits + 1 END,
        "resetsAt" = CASE WHEN r."resetsAt" < now() THEN excluded."resetsAt" ELSE r."resetsAt" END
      RETURNING hits`,
  )
  return (rows[0]?.hits ?? 0) <= limit.attempts
}

/** Takes attempts back after a success, so that only failures use a limit up: the last one, or all of the key. */
export async function forgetAttempts(key: string, which: 'last' | 'all'): Promise<void> {
  await inScope(system, (tx) =>
    which === 'all'
      ? tx.rateLimit.deleteMany({ where: { key } })
      : tx.rateLimit.updateMany({ where: { key, hits: { gt: 0 } }, data: { hits: { decrement: 1 } } }),
  )
}

/** Where a request comes from, for limits. The server has put the real sender there before (scripts/steps/sender.mjs). */
export function senderOf(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'local'
}
