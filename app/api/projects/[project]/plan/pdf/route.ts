import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { keeping } from '@/lib/exports/kept'
import { inLineOf } from '@/lib/exports/turns'
import { renderReport } from '@/lib/exports/typst/render'
import { exportPlanPdf } from '@/lib/final-report/plan-document/export/commands'
import { readWanted } from '@/lib/final-report/plan-document/model'

const render = keeping('pdf', renderReport)

/**
 * The plan as a PDF (PDF/UA-1): as it is now, with `?edition=2` its second version, with `?from=1&to=2` what has changed
 * between two. Who may not read the project gets the answer of a missing one.
 */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const wanted = readWanted(new URL(request.url).searchParams)
  if (!wanted) return new Response(null, { status: 404 })
  return madeAnswer('pdf', await inLineOf(viewer, () => exportPlanPdf(viewer, project, render, wanted)))
}
