import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { inLineOf } from '@/lib/exports/turns'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { exportReview } from '@/lib/steering/review/export/commands'
import { readReviewQuery } from '@/lib/steering/review/schema'

type Params = Promise<{ project: string; period: string }>

/** The published review as PDF/UA-1, as a download. Who may not read it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project, period }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  const choice = readReviewQuery(new URL(request.url).searchParams, viewer.locale)
  const made = await inLineOf(viewer, () =>
    exportReview(viewer, { projectKey: project, periodKey: period, ...choice }, reviewPdf),
  )
  return madeAnswer('pdf', made)
}
