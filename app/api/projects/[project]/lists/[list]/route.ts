import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { requestWords } from '@/app/locale'
import { csvParts, drawCsv } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { exportListings, longList, streamListing } from '@/lib/projects/listings/commands'
import { everyList, sheetFormats } from '@/lib/projects/listings/model'
import { offeredLists } from '@/lib/projects/listings/permissions'
import { findProject } from '@/lib/projects/queries'
import { collectListings } from './collect'

type Params = Promise<{ project: string; list: string }>

/**
 * A list of the project as `?format=xlsx` (or none), `csv` or `csv_plain`; the list `all` is a workbook of every list the
 * viewer may have. Who may not read it gets the answer of a missing one.
 */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: key, list }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const missing = new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('format') ?? 'xlsx'
  const format = sheetFormats.find((one) => one === asked)
  const project = format && (await findProject(viewer, key))
  if (!project) return missing
  const offered = offeredLists(viewer, project.id)
  const names = list === everyList && format === 'xlsx' ? offered : offered.filter((name) => name === list)
  if (names.length === 0) return missing
  const t = await requestWords()
  const listings = await collectListings({ viewer, project, t }, names)
  const [first] = listings ?? []
  if (!listings || !first) return missing
  if (format !== 'xlsx' && first.rows.length > longList) {
    const parts = csvParts(first, format)
    return madeAnswer(
      'csv',
      await streamListing(viewer, project, { list, title: first.title, format, rows: first.rows.length, parts }),
    )
  }
  const made = await exportListings(viewer, project, {
    list,
    format,
    listings,
    draw: (all, title) => (format === 'xlsx' ? drawWorkbook(all, title, t.locale) : drawCsv(first, format)),
  })
  return madeAnswer(format === 'xlsx' ? 'xlsx' : 'csv', made)
}
