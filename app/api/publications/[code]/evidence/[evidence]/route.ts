import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readPublishedFile } from '@/lib/steering/evidence/queries'

type Params = Promise<{ code: string; evidence: string }>

/** A file that stands in a publication, for everybody of the county who may read the publication. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { code, evidence }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(evidence)
  const known = /^[0-9a-f]{10}$/.test(code) && id.success
  return fileAnswer(known ? await readPublishedFile(viewer, { code, evidenceId: id.data }) : null)
}
