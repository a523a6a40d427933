import { madeAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { reviewDeck } from '@/lib/exports/pptx/deck'
import { exportReview } from '@/lib/steering/review/export/commands'
import { readReviewQuery } from '@/lib/steering/review/schema'

type Params = Promise<{ project: string; period: string }>

/** The published review as slides, as a download. Who may not read it gets the answer of a missing one. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project, period }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const choice = readReviewQuery(new URL(request.url).searchParams, viewer.locale)
  const made = await exportReview(viewer, { projectKey: project, periodKey: period, ...choice }, reviewDeck)
  return madeAnswer('pptx', made)
}
