import { currentViewer } from '@/lib/access/session'
import { renderReport } from '@/lib/exports/typst/render'
import { exportFinalReport } from '@/lib/final-report/export/commands'

type Params = Promise<{ project: string }>

/** The final report as PDF/UA-1, as a download. Who may not read it gets the answer of a missing one. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const made = await exportFinalReport(viewer, project, renderReport)
  if (!made.ok) return new Response(null, { status: made.reason === 'NOT_ALLOWED' ? 403 : 404 })
  const { bytes, name } = made.value
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
