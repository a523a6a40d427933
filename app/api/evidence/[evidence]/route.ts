import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readEvidenceFile } from '@/lib/evidence/queries'

/** A kept file; pictures also to be shown on a page of ours (`?show=1`), everything else always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ evidence: string }> }): Promise<Response> {
  const [viewer, { evidence }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(evidence)
  const file = id.success ? await readEvidenceFile(viewer, id.data) : null
  return fileAnswer(file, { shown: new URL(request.url).searchParams.has('show') })
}
