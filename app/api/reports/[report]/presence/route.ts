import { z } from 'zod'
import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { savedText } from '@/components/status-reports/saved-text'
import { currentViewer } from '@/lib/access/session'
import { endPresence, tellPresence } from '@/lib/status-reports/presence/commands'
import { absenceSchema, presenceSchema } from '@/lib/status-reports/presence/schema'

type Given = { params: Promise<{ report: string }> }

/** An open form tells of itself and hears who else writes the report and what they have saved. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const [viewer, t, { report }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  const body = presenceSchema.safeParse(await request.json().catch(() => null))
  if (!body.success) return refuse('INVALID')
  if (!z.uuid().safeParse(report).success) return refuse('NOT_FOUND')
  const told = await tellPresence(viewer, { ...body.data, reportId: report })
  if (!told.ok) return refuse(told.reason)
  const { others, newer } = told.value
  return Response.json({ others, newer: newer.map((field) => ({ ...field, at: savedText(t, field.at) })) })
}

/** The form is closed. */
export async function DELETE(request: Request, { params }: Given): Promise<Response> {
  const [viewer, { report }] = await Promise.all([currentViewer(), params])
  // Somebody who has just signed out: the row is theirs alone to remove and is forgotten in seconds.
  if (!viewer) return new Response(null, { status: 204 })
  const body = absenceSchema.safeParse(await request.json().catch(() => null))
  if (!body.success || !z.uuid().safeParse(report).success) return refuse('INVALID')
  await endPresence(viewer, { ...body.data, reportId: report })
  return new Response(null, { status: 204 })
}
