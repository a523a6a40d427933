import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile } from '@/lib/evidence/files/queries'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** The file of a document; null when it has none or is not the viewer's to see. */
export function readDocumentFile(
  viewer: Viewer,
  { projectKey, documentId }: { projectKey: string; documentId: string },
): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.projectDocument.findFirst({
      where: { AND: [{ id: documentId, project: { key: projectKey } }, inVisibleProjects(viewer)] },
      select: { fileId: true },
    })
    return row?.fileId ? readStoredFile(viewer, row.fileId) : null
  })
}
