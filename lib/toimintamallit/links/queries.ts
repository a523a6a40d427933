import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { CheckedLink } from '@/lib/toimintamallit/links/model'
import { visibleTo } from '@/lib/toimintamallit/permissions'

/** What became of the project's addresses when they were last tried; nothing where none has been. */
export function listLinkChecks(viewer: Viewer, projectId: string): Promise<CheckedLink[]> {
  return asViewer(viewer, (tx) =>
    tx.linkCheck.findMany({
      where: { projectId, ...visibleTo(viewer) },
      select: { url: true, outcome: true, status: true, movedTo: true, checkedAt: true },
    }),
  )
}
