import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { exportList } from '@/lib/retention/lists/sheets/commands'

/** A list of destruction as `?format=xlsx` (or none) or `csv`. Who may not read it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const [viewer, { list: listId }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const made = await exportList(viewer, {
    listId,
    format,
    draw: (listing, title) =>
      format === 'xlsx' ? drawWorkbook([listing], title, viewer.locale) : drawCsv(listing, format),
  })
  return madeAnswer(format, made)
}
