import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { renderWord } from '@/lib/exports/docx/render'
import { keeping } from '@/lib/exports/kept'
import { inLineOf } from '@/lib/exports/turns'
import { exportPlanWord } from '@/lib/final-report/plan-document/export/commands'
import { readWanted } from '@/lib/final-report/plan-document/model'

const render = keeping('docx', renderWord)

/**
 * The same as a Word document, for commenting.
 */
export async function GET(request: Request, { params }: { params: Promise<{ project: string }> }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const wanted = readWanted(new URL(request.url).searchParams)
  if (!wanted) return new Response(null, { status: 404 })
  return madeAnswer('docx', await inLineOf(viewer, () => exportPlanWord(viewer, project, render, wanted)))
}
