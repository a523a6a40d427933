import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '@/lib/access/model'
import { type EvidenceSubject, type KeptEvidence, previewOf, textPreview } from '@/lib/evidence/model'
import { findSubject, listEvidenceOf, readEvidenceFiles } from '@/lib/evidence/queries'
import { subjectSchema } from '@/lib/evidence/schema'
import { projectHere } from '../../../here'

export type Params = { project: string; kind: string; subject: string }

/** The thing of the page's address, of this very project; anything else looks like a missing page. */
export const subjectHere = cache(async (key: string, kind: string, id: string) => {
  const { viewer, project } = await projectHere(key)
  const asked = subjectSchema.safeParse({ kind, id })
  const heading = asked.success ? await findSubject(viewer, asked.data) : null
  if (!heading || heading.projectId !== project.id) notFound()
  return { viewer, project, heading }
})

/** Evidence of the thing, with the beginning of its text files. */
export async function evidenceHere(
  viewer: Viewer,
  subject: EvidenceSubject,
): Promise<{ rows: KeptEvidence[]; texts: Map<string, string> }> {
  const rows = await listEvidenceOf(viewer, subject)
  const shown = rows.filter((one) => one.file && previewOf(one.file.mediaType) === 'text').slice(0, 3)
  const files = await readEvidenceFiles(
    viewer,
    shown.map(({ id }) => id),
  )
  return { rows, texts: new Map([...files].map(([id, file]) => [id, textPreview(file.bytes)])) }
}
