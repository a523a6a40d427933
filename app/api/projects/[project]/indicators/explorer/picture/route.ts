import { loadExplorer } from '@/app/(portal)/projects/[project]/indicators/explorer/load'
import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { requestWords } from '@/app/locale'
import { describeChart } from '@/lib/charts/describe'
import { chartPicture } from '@/lib/charts/picture'
import { renderPicture } from '@/lib/exports/pictures/render'
import { inLineOf } from '@/lib/exports/turns'
import { now } from '@/lib/platform/clock'
import { findProject } from '@/lib/projects/queries'
import { exportPicture } from '@/lib/steering/indicators/explorer/commands'
import { pictureFormats, sourceText } from '@/lib/steering/indicators/explorer/pictures/model'
import { givenIn } from '@/lib/steering/indicators/explorer/schema'

type Params = Promise<{ project: string }>

/** One chart of a choice of the explorer (`?no=1`) as `format=svg` (or none) or `png`, of the same drawing; else a missing one. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: key }, t] = await Promise.all([fileMaker(), params, requestWords()])
  if (viewer instanceof Response) return viewer
  const asked = new URL(request.url).searchParams
  const format = pictureFormats.find((one) => one === (asked.get('format') ?? 'svg'))
  const project = format && (await findProject(viewer, key))
  const explored = project && (await loadExplorer(viewer, project, givenIn(asked), t))
  const number = Number(asked.get('no') ?? '1')
  const panel = explored?.charts.panels[number - 1]
  if (!explored || !panel) return new Response(null, { status: 404 })
  const made = await inLineOf(viewer, () =>
    exportPicture(viewer, project, {
      format,
      chart: { title: panel.model.title, number: explored.charts.panels.length > 1 ? number : null },
      async draw() {
        const svg = chartPicture(panel.model, {
          locale: t.locale,
          source: sourceText(t, project, explored.known, panel.notes, now()),
          description: describeChart(panel.model, t),
        })
        return format === 'svg' ? new TextEncoder().encode(svg) : (await renderPicture(svg)).bytes
      },
    }),
  )
  return madeAnswer(format, made)
}
