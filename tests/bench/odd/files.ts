// The files of a project as the shapes that they are drawn from, and what is made of them without a child process.
import { collectListings } from '@/app/api/projects/[project]/lists/[list]/collect'
import { programViewer } from '@/lib/access/programs'
import { deckColours } from '@/lib/exports/pptx/colours'
import { deckSlides } from '@/lib/exports/pptx/deck-slides'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { printedReview } from '@/lib/exports/typst/printed-review'
import { reviewData } from '@/lib/exports/typst/review-data'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { exportFinalReport } from '@/lib/final-report/export/commands'
import { exportPlanPdf } from '@/lib/final-report/plan-document/export/commands'
import { exportMinutes } from '@/lib/meetings/minutes/commands'
import { minutesData } from '@/lib/meetings/minutes/model'
import { words } from '@/lib/platform/words'
import { exportPackage } from '@/lib/project-packages/commands'
import { listingNames } from '@/lib/projects/listings/model'
import { findProject } from '@/lib/projects/queries'
import { offeredTo } from '@/lib/reporting-api/publications/queries'
import { resources } from '@/lib/reporting-api/resources/model'
import { exportReview } from '@/lib/steering/review/export/commands'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { here } from './here'
import { lookAtHtml, lookAtText, lookInto } from './looking'
import type { County } from './people'
import type { Params } from './places'
import { type Handler, routes } from './screens'

/** A project that is being looked at; `places` as of the routes. */
export type Looked = {
  key: string
  id: string
  county: County
  places: ReadonlyMap<string, Params[]>
}

const nothing = { bytes: new Uint8Array(), pages: 0, replaced: [] }
const noPdf = { pdf: new Uint8Array(), pages: 0, replaced: [] }

/** What one kind of file says of a project; how many of them there were. @throws as the making of the file does */
type Look = (project: Looked) => Promise<number>

const looks: Readonly<Record<string, Look>> = {
  async review({ key, county, places }) {
    let made = 0
    for (const { period } of places.get('/steering/[period]') ?? []) {
      for (const locale of ['fi', 'sv'] as const) {
        const request = { projectKey: key, periodKey: period ?? '', ...readReviewQuery(new URLSearchParams(), locale) }
        const answer = await exportReview(county.people.S, request, {
          format: 'looked at',
          extension: 'pdf',
          async draw({ review, looks: dress }) {
            lookInto(review, 'review')
            lookInto(deckSlides(review, deckColours(dress), null).slides, 'slides')
            const printed = printedReview(review, dress)
            lookInto(printed, 'printed')
            lookInto(reviewData(printed), 'attached data')
            return nothing
          },
        })
        if (!answer.ok) throw new Error(answer.reason)
        made += 1
      }
    }
    return made
  },
  async finalReport({ key, county, places }) {
    const answer = await exportFinalReport(county.people.D, key, async (document) => looked(document, 'final report'))
    return madeOrMissing(answer, (places.get('/final-report/[section]') ?? []).length > 0)
  },
  async plan({ key, county, places }) {
    const wanted = { edition: null, compared: null }
    const answer = await exportPlanPdf(county.people.D, key, async (document) => looked(document, 'plan'), wanted)
    return madeOrMissing(answer, (places.get('/plan/document/[section]') ?? []).length > 0)
  },
  async minutes({ key, county, places }) {
    let made = 0
    for (const { meeting: meetingId = '' } of places.get('/meetings/[meeting]') ?? []) {
      for (const form of ['full', 'public'] as const) {
        const answer = await exportMinutes(county.people.D, { projectKey: key, meetingId, form }, async (document) => {
          lookInto(document, 'minutes')
          lookInto(minutesData(document), 'data of the minutes')
          return noPdf
        })
        if (!answer.ok) throw new Error(answer.reason)
        made += 1
      }
    }
    return made
  },
  async lists({ key, county }) {
    const viewer = county.people.D
    const project = await findProject(viewer, key)
    const listings = project && (await collectListings({ viewer, project, t: words(here.locale) }, listingNames))
    if (!listings) throw new Error('no lists')
    for (const listing of listings) {
      for (const row of listing.rows)
        for (const [index, cell] of row.entries())
          lookInto(cell, cellAt(`list ${listing.name}`, listing.columns[index]))
      lookAtText(Buffer.from(await drawCsv(listing, 'csv')).toString(), `file of ${listing.title}`)
    }
    return listings.length
  },
  async reportingApi({ key, county }) {
    const program = programViewer({ organisationId: county.organisationId, projectId: null })
    const offered = await offeredTo(program, { scope: 'approved', project: key, period: null })
    let made = 0
    for (const publication of offered?.publications ?? []) {
      const shown = await publication.read()
      lookInto(shown.body, 'publication')
      for (const resource of resources) {
        for (const row of resource.cells(shown, words(here.locale)))
          for (const [index, cell] of row.entries())
            lookInto(cell, cellAt(`api ${resource.name}`, resource.columns[index]))
        made += 1
      }
    }
    return made
  },
  async package({ key, county }) {
    const made = await exportPackage(county.people.A, { project: key })
    if (!made.ok) throw new Error(made.reason)
    return 1
  },
  explorer: (project) =>
    each(project, ['/indicators/[indicator]'], async ({ indicator = '' }) => {
      const query = `?indicator=${indicator}&format=csv_plain`
      lookAtText(await sent(project, '/api/projects/[project]/indicators/explorer/data', {}, query), 'explorer as data')
      lookAtHtml(
        await sent(project, '/api/projects/[project]/indicators/explorer/picture', {}, `?indicator=${indicator}`),
        'explorer as picture',
      )
    }),
  sheets: (project) =>
    each(project, ['/rounds/[period]'], async (params) => {
      here.viewer = project.county.people.C
      await sent(project, '/api/projects/[project]/rounds/[period]/sheet', params)
    }),
  writing: (project) =>
    each(project, ['/final-report/[section]', '/plan/document/[section]'], async (params) => {
      for (const route of ['/api/final-report/[section]/check', '/api/final-report/[section]/picks']) {
        const text = await sent(project, route, params)
        if (text) lookInto(JSON.parse(text), route)
      }
    }),
}

/** A column of counts may hold 0, as a cell of a page may. */
function cellAt(table: string, column: { kind: string; name?: string; header?: string } | undefined): string {
  return `${table}.${column?.name ?? column?.header}.${column?.kind === 'count' ? 'cells' : column?.kind}`
}

function looked(document: ReportDocument, at: string) {
  lookInto(document, at)
  return noPdf
}

function madeOrMissing(answer: { ok: boolean; reason?: string }, expected: boolean): number {
  if (!answer.ok && (expected || answer.reason !== 'NOT_FOUND')) throw new Error(answer.reason)
  return answer.ok ? 1 : 0
}

async function each(
  project: Looked,
  names: readonly string[],
  look: (params: Params) => Promise<void>,
): Promise<number> {
  const all = names.flatMap((name) => project.places.get(name) ?? [])
  for (const params of all) await look(params)
  return all.length
}

/** What a route answers, as text; nothing where there is nothing. @throws on a failure */
async function sent({ key }: Looked, route: string, params: Params, query = ''): Promise<string> {
  const handler: Handler | undefined = await routes.get(route)?.()
  if (!handler?.GET) throw new Error(`no route ${route}`)
  const request = new Request(`http://localhost/${query}`)
  const answer = await handler.GET(request, { params: Promise.resolve({ project: key, ...params }) })
  if (answer.status >= 500) throw new Error(`${route} answered ${answer.status}`)
  return answer.ok ? answer.text() : ''
}

export const fileKinds = Object.keys(looks)

export async function lookAtFile(kind: string, project: Looked): Promise<number> {
  here.viewer = project.county.people.D
  return (await looks[kind]?.(project)) ?? 0
}

/** Files that a child process compiles, as the routes send them: bytes by the route. @throws when one is not made */
export async function compile(project: Looked): Promise<Record<string, number>> {
  here.viewer = project.county.people.D
  const sizes: Record<string, number> = {}
  const make = async (route: string, params: Params) => {
    const handler = await routes.get(route)?.()
    if (!handler?.GET) throw new Error(`no route ${route}`)
    const answer = await handler.GET(new Request('http://localhost/'), {
      params: Promise.resolve({ project: project.key, ...params }),
    })
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}`)
    sizes[route] = (await answer.arrayBuffer()).byteLength
  }
  for (const params of (project.places.get('/steering/[period]') ?? []).slice(0, 1))
    for (const name of ['deck', 'review-pdf']) await make(`/projects/[project]/steering/[period]/${name}`, params)
  for (const [place, name] of [
    ['/final-report/[section]', 'final-report'],
    ['/plan/document/[section]', 'plan'],
  ] as const) {
    if ((project.places.get(place) ?? []).length === 0) continue
    for (const format of ['pdf', 'docx']) await make(`/api/projects/[project]/${name}/${format}`, {})
  }
  for (const params of (project.places.get('/meetings/[meeting]') ?? []).slice(0, 1))
    await make('/api/projects/[project]/meetings/[meeting]/minutes', params)
  await make('/api/projects/[project]/lists/[list]', { list: 'all' })
  return sizes
}
