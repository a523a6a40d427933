import { databaseHealth } from '@/lib/platform/health'
import { version } from '@/lib/platform/version'

/** Version, database, migrations. Answers 503 while the database is away, so that a proxy can wait. */
export async function GET(): Promise<Response> {
  const database = await databaseHealth()
  return Response.json(
    { product: 'etappi', version, ...database },
    { status: database.database === 'up' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
