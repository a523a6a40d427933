import { editionAsked, fileMaker, madeAnswer } from '@/app/api/file-answer'
import { renderWord } from '@/lib/exports/docx/render'
import { keeping } from '@/lib/exports/kept'
import { inLineOf } from '@/lib/exports/turns'
import { exportWordReport } from '@/lib/final-report/export/commands'

type Params = Promise<{ project: string }>

const render = keeping('docx', renderWord)

/**
 * The final report as a Word document for commenting; with `?edition=2` the second locked edition. Who may not read it gets
 * the answer of a missing one.
 */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const edition = editionAsked(request)
  if (edition === undefined) return new Response(null, { status: 404 })
  return madeAnswer('docx', await inLineOf(viewer, () => exportWordReport(viewer, project, render, { edition })))
}
