import { z } from 'zod'
import { fileMaker, madeAnswer } from '@/app/api/file-answer'
import { inLineOf } from '@/lib/exports/turns'
import { renderMinutes } from '@/lib/exports/typst/render-minutes'
import { exportMinutes } from '@/lib/meetings/minutes/commands'

type Params = Promise<{ project: string; meeting: string }>

/** Minutes as PDF/UA-1, as a download; `?form=public` leaves the names out. Who may not read them gets the answer of missing ones. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, { project: projectKey, meeting }] = await Promise.all([fileMaker(), params])
  if (viewer instanceof Response) return viewer
  if (!z.uuid().safeParse(meeting).success) return new Response(null, { status: 404 })
  const form = new URL(request.url).searchParams.get('form') === 'public' ? 'public' : 'full'
  const made = await inLineOf(viewer, () =>
    exportMinutes(viewer, { projectKey, meetingId: meeting, form }, renderMinutes),
  )
  return madeAnswer('pdf', made)
}
