import { buildName } from '@/lib/platform/build'
import { databaseHealth } from '@/lib/platform/health'

/**
 * Up or down, for a proxy that waits, and the name of the build, for a page that asks whether it is of another; nothing else,
 * since anybody may ask. Administrators see the rest at /admin/health.
 */
export async function GET(): Promise<Response> {
  const { database } = await databaseHealth()
  return Response.json(
    { status: database },
    {
      status: database === 'up' ? 200 : 503,
      headers: { 'cache-control': 'no-store', 'x-etappi-build': buildName },
    },
  )
}
