import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readDnshFile } from '@/lib/projects/dnsh/queries'

type Params = Promise<{ project: string; record: string }>

/** The document of an assessment, always as a download: what people upload is never shown as a page of ours. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project, record }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(record)
  const file = id.success ? await readDnshFile(viewer, { projectKey: project, recordId: id.data }) : null
  return fileAnswer(file)
}
