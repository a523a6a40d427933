import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile } from '@/lib/evidence/files/queries'
import { documentsOf } from '@/lib/final-report/permissions'

/** A picture of a report, or one that the viewer has just brought for one; null when there is none for the viewer. */
export function readPicture(viewer: Viewer, fileId: string): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const shown = { reportImages: { some: { section: { report: documentsOf(viewer) } } } }
    const own = viewer.userId === null ? [] : [{ uploadedById: viewer.userId }]
    const file = await tx.storedFile.findFirst({
      where: { id: fileId, mediaType: { startsWith: 'image/' }, OR: [shown, ...own] },
      select: { id: true },
    })
    return file && readStoredFile(viewer, file.id)
  })
}
