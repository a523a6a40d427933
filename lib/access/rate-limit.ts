import 'server-only'
import { inScope, type Scope } from '@/lib/platform/db'

const system: Scope = { organisationId: null, userId: null, scope: 'system' }

type Limit = { attempts: number; seconds: number }

/**
 * Counts one attempt and says whether it is still within the limit. Exact under concurrency: one upsert.
 * @param key what is counted, e.g. `sign-in:<address>`
 */
export const withinLimit = async (key: string, limit: Limit): Promise<boolean> =>
  (await secondsToWait(key, limit)) === 0

/** The same, told in seconds: 0 within the limit, else how long until attempts are counted anew. */
export async function secondsToWait(key: string, limit: Limit): Promise<number> {
  const rows = await inScope(
    system,
    (tx) =>
      tx.$queryRaw<{ hits: number; left: number }[]>`
      INSERT INTO "RateLimit" AS r (key, hits, "resetsAt")
      VALUES (${key}, 1, now() + make_interval(secs => ${limit.seconds}))
      ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN r."resetsAt" < now() THEN 1 ELSE r.hits + 1 END,
        "resetsAt" = CASE WHEN r."resetsAt" < now() THEN excluded."resetsAt" ELSE r."resetsAt" END
      RETURNING hits, ceil(extract(epoch FROM "resetsAt" - now()))::int AS left`,
  )
  const { hits = 0, left = limit.seconds } = rows[0] ?? {}
  return hits <= limit.attempts ? 0 : Math.max(1, left)
}

/** Takes attempts back after a success, so that only failures use a limit up: the last one, or all of the key. */
export async function forgetAttempts(key: string, which: 'last' | 'all'): Promise<void> {
  await inScope(system, (tx) =>
    which === 'all'
      ? tx.rateLimit.deleteMany({ where: { key } })
      : tx.rateLimit.updateMany({ where: { key, hits: { gt: 0 } }, data: { hits: { decrement: 1 } } }),
  )
}
