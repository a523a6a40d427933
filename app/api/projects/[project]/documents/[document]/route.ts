import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readDocumentFile } from '@/lib/projects/documents/queries'

type Params = Promise<{ project: string; document: string }>

/** A document of the project, always as a download: what people upload is never shown as a page of ours. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project, document }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(document)
  const file = id.success ? await readDocumentFile(viewer, { projectKey: project, documentId: id.data }) : null
  return fileAnswer(file)
}
