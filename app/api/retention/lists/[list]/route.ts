import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { exportList } from '@/lib/retention/lists/sheets/commands'

/** A list of destruction as `?format=xlsx` (or none) or `csv`. Who may not read it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const [viewer, { list: listId }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const made = await exportList(viewer, {
    listId,
    format,
    draw: (listing, title) =>
      format === 'xlsx' ? drawWorkbook([listing], title, viewer.locale) : drawCsv(listing, format),
  })
  return madeAnswer(format, made)
}
