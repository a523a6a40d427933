import 'server-only'
import { inScope } from '@/lib/platform/db'
import { describeError, log } from '@/lib/platform/logger'

export type DatabaseHealth = { database: 'up' | 'down'; migrations: { applied: number; newest: string | null } | null }

/** Whether the database answers and which migrations it has. Never throws. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  try {
    const [row] = await inScope(
      { organisationId: null, userId: null, scope: 'county' },
      (tx) =>
        tx.$queryRaw<{ applied: bigint; newest: string | null }[]>`
        SELECT count(*) AS applied, max(migration_name) AS newest FROM "_prisma_migrations"
         WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    return { database: 'up', migrations: { applied: Number(row?.applied ?? 0), newest: row?.newest ?? null } }
  } catch (error) {
    log('error', 'health.database', { error: describeError(error).message })
    return { database: 'down', migrations: null }
  }
}
