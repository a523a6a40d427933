import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { packageMediaType, type UploadRow } from '@/lib/project-packages/uploads/model'

/** Packages that wait in the viewer's county, the newest first; null for who may not bring one in. */
export function listUploads(viewer: Viewer): Promise<UploadRow[] | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'project.move', null)) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.storedFile.findMany({
      where: { organisationId, mediaType: packageMediaType },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { id: true, name: true, size: true, createdAt: true, uploadedBy: { select: { name: true } } },
    })
    return rows.map(({ createdAt, uploadedBy, ...row }) => ({
      ...row,
      at: createdAt.toISOString(),
      by: uploadedBy?.name ?? null,
    }))
  })
}

/** The text of a package that waits; null when there is none in the viewer's county, or it is not the viewer's to bring in. */
export async function readUpload(viewer: Viewer, id: string): Promise<{ name: string; text: string } | null> {
  if (viewer.organisationId === null || !can(viewer, 'project.move', null)) return null
  const file = await readStoredFile(viewer, id)
  if (file?.mediaType !== packageMediaType) return null
  return { name: file.name, text: new TextDecoder().decode(file.bytes) }
}
