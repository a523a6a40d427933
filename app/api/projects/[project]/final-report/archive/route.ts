import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { packArchive } from '@/lib/exports/archive/package'
import { renderReport } from '@/lib/exports/typst/render'
import { exportArchive } from '@/lib/final-report/archive/commands'

type Params = Promise<{ project: string }>

/** The archive package of the locked final report, as a download. Nothing locked is nothing found. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  return madeAnswer('zip', await exportArchive(viewer, project, { render: renderReport, pack: packArchive }))
}
