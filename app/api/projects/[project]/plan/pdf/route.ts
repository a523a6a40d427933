import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { keeping } from '@/lib/exports/kept'
import { renderReport } from '@/lib/exports/typst/render'
import { exportPlanPdf } from '@/lib/final-report/plan-document/export/commands'
import { readWanted } from '@/lib/final-report/plan-document/model'

const render = keeping('pdf', renderReport)

/**
 * The plan as a PDF (PDF/UA-1): as it is now, with `?edition=2` its second version, with `?from=1&to=2` what has changed
 * between two. Who may not read the project gets the answer of a missing one.
 */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const wanted = readWanted(new URL(request.url).searchParams)
  if (!wanted) return new Response(null, { status: 404 })
  return madeAnswer('pdf', await exportPlanPdf(viewer, project, render, wanted))
}
