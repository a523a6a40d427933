import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { packArchive } from '@/lib/exports/archive/package'
import { inLineOf } from '@/lib/exports/turns'
import { renderReport } from '@/lib/exports/typst/render'
import { exportArchive } from '@/lib/final-report/archive/commands'

type Params = Promise<{ project: string }>

/** The archive package of the locked final report, as a download. Nothing locked is nothing found. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  return madeAnswer(
    'zip',
    await inLineOf(viewer, () => exportArchive(viewer, project, { render: renderReport, pack: packArchive })),
  )
}
