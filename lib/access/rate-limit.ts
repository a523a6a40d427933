import 'server-only'
import { inScope } from '@/lib/platform/db'

/**
 * Counts one attempt and says whether it is still within the limit. Exact under concurrency: one upsert.
 * @param key what is counted, e.g. `sign-in:<address>`
 */
export async function withinLimit(key: string, limit: { attempts: number; seconds: number }): Promise<boolean> {
  const rows = await inScope(
    { organisationId: null, userId: null, scope: 'system' },
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
