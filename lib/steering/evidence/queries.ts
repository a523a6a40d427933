import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile } from '@/lib/evidence/files/queries'
import { sql } from '@/lib/platform/db'
import { findSnapshot } from '@/lib/steering/queries'

/**
 * A file by the publication it stands in; null when the publication is not the viewer's to read, or holds no such file. What
 * was published is read even when its row has gone since. Files stay inside their county: the national role reads none.
 */
export async function readPublishedFile(
  viewer: Viewer,
  { code, evidenceId }: { code: string; evidenceId: string },
): Promise<ReadFile | null> {
  const [row] = await readAsViewer<{ id: string }>(viewer, sql`SELECT s.id FROM "Snapshot" s WHERE s.code = ${code}`)
  const body = row ? await findSnapshot(viewer, row.id) : null
  const piece = body?.evidence.find((one) => one.id === evidenceId)
  return piece?.file ? readStoredFile(viewer, piece.file.id) : null
}
