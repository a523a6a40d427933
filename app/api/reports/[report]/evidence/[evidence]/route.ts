import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readReportFile } from '@/lib/status-reports/evidence/queries'

type Params = Promise<{ report: string; evidence: string }>

/** A file of a report, always as a download: what people upload is never shown as a page of ours. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, place] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const [reportId, evidenceId] = [z.uuid().safeParse(place.report), z.uuid().safeParse(place.evidence)]
  if (!reportId.success || !evidenceId.success) return new Response(null, { status: 404 })
  const file = await readReportFile(viewer, { reportId: reportId.data, evidenceId: evidenceId.data })
  return fileAnswer(file)
}
