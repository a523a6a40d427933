import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { sql } from '@/lib/platform/db'

/** Roles whose guide the viewer has put away. */
export async function findGuidesSeen(viewer: Viewer): Promise<string[]> {
  if (viewer.userId === null) return []
  const [row] = await readAsViewer<{ seen: string[] }>(
    viewer,
    sql`SELECT coalesce(to_json(u."guidesSeen"), '[]'::json) AS seen FROM "User" u WHERE u.id = ${viewer.userId}::uuid`,
  )
  return row?.seen ?? []
}
