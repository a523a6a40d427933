import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { flatSections, type ReportDocument } from '@/lib/final-report/document/model'
import type { Picture } from '@/lib/final-report/export/model'
import { findLooks } from '@/lib/projects/looks/queries'

/** The document in the county's colours and with its logo, as they are now: a file of it needs nothing else but its pictures. */
export async function withLooks(viewer: Viewer, projectId: string, document: ReportDocument): Promise<ReportDocument> {
  const { brandColour, accentColour, logo } = await findLooks(viewer, projectId)
  return {
    ...document,
    looks: {
      brand: brandColour,
      accent: accentColour,
      logo: logo && { data: Buffer.from(logo.bytes).toString('base64'), mediaType: logo.mediaType, alt: logo.alt },
    },
  }
}

/** The files of the document's images, each once. */
export async function readPictures(viewer: Viewer, document: ReportDocument): Promise<Picture[]> {
  const blocks = flatSections(document.sections).flatMap((section) => section.blocks)
  const ids = new Set(blocks.flatMap((block) => (block.kind === 'image' && block.file ? [block.file.id] : [])))
  const pictures: Picture[] = []
  for (const id of ids) {
    const file = await readStoredFile(viewer, id)
    if (file) pictures.push({ id, mediaType: file.mediaType, bytes: file.bytes })
  }
  return pictures
}
