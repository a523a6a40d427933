import { editionAsked, fileMaker, madeAnswer } from '@/app/api/file-answer'
import { keeping } from '@/lib/exports/kept'
import { inLineOf } from '@/lib/exports/turns'
import { renderReport } from '@/lib/exports/typst/render'
import { exportFinalReport } from '@/lib/final-report/export/commands'
import { isPdfStandard } from '@/lib/final-report/export/model'

type Params = Promise<{ project: string }>

const render = keeping('pdf', renderReport)

/**
 * The final report as a download: PDF/UA-1, or with `?standard=a-3a` the archive's copy; with
 * `?edition=2` the second locked edition. Who may not read it gets the answer of
 * a missing one.
 */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const standard = new URL(request.url).searchParams.get('standard') ?? 'ua-1'
  const edition = editionAsked(request)
  if (!isPdfStandard(standard) || edition === undefined) return new Response(null, { status: 404 })
  const made = await inLineOf(viewer, () => exportFinalReport(viewer, project, render, { standard, edition }))
  return madeAnswer('pdf', made)
}
