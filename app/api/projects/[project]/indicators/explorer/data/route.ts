import { loadExplorer } from '@/app/(portal)/projects/[project]/indicators/explorer/load'
import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { requestWords } from '@/app/locale'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { env } from '@/lib/platform/env'
import { exportListings } from '@/lib/projects/listings/commands'
import { sheetFormats } from '@/lib/projects/listings/model'
import { findProject } from '@/lib/projects/queries'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { givenIn } from '@/lib/steering/indicators/explorer/schema'
import { valueListing } from '@/lib/steering/indicators/explorer/values/model'

type Params = Promise<{ project: string }>

/** The values of a choice of the explorer as `?format=xlsx` (or none), `csv` or `csv_plain`; missing for those who may not see them. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: key }, t] = await Promise.all([fileMaker(), params, requestWords()])
  if (viewer instanceof Response) return viewer
  const asked = new URL(request.url).searchParams
  const format = sheetFormats.find((one) => one === (asked.get('format') ?? 'xlsx'))
  const project = format && (await findProject(viewer, key))
  const explored = project && (await loadExplorer(viewer, project, givenIn(asked), t))
  if (!explored) return new Response(null, { status: 404 })
  const { values, offered, known, hasCard } = explored
  const code = known.publication?.code
  const cardOf = (id: string) =>
    code && hasCard(id) ? `${env().appUrl}${figureAddress(code, { kind: 'measurement', id })}` : null
  const listing = valueListing(t, values, { units: offered.units, cardOf })
  const made = await exportListings(viewer, project, {
    list: 'explorer',
    format,
    listings: [listing],
    draw: (all, title) => (format === 'xlsx' ? drawWorkbook(all, title, t.locale) : drawCsv(listing, format)),
  })
  return madeAnswer(format === 'xlsx' ? 'xlsx' : 'csv', made)
}
