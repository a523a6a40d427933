import { z } from 'zod'
import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { savedText } from '@/components/status-reports/saved-text'
import { currentViewer } from '@/lib/access/session'
import { blocksField } from '@/lib/final-report/editor/model'
import { endSectionPresence, tellSectionPresence } from '@/lib/final-report/presence/commands'
import { absenceSchema, presenceSchema } from '@/lib/status-reports/presence/schema'

type Given = { params: Promise<{ section: string }> }

/** An open editor tells of itself and hears who else writes the section and what they have saved. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const [viewer, t, { section }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  const body = presenceSchema.safeParse(await request.json().catch(() => null))
  if (!body.success) return refuse('INVALID')
  if (!z.uuid().safeParse(section).success) return refuse('NOT_FOUND')
  const { tab, seen } = body.data
  const told = await tellSectionPresence(viewer, { sectionId: section, tab, version: seen[blocksField] ?? 0 })
  if (!told.ok) return refuse(told.reason)
  const { others, newer } = told.value
  const field = newer && { ...newer, path: blocksField, confirmed: true, undo: null, at: savedText(t, newer.at) }
  return Response.json({ others, newer: field ? [field] : [] })
}

/** The editor is closed. */
export async function DELETE(request: Request, { params }: Given): Promise<Response> {
  const [viewer, { section }] = await Promise.all([currentViewer(), params])
  // Somebody who has just signed out: the row is theirs alone to remove and is forgotten in seconds.
  if (!viewer) return new Response(null, { status: 204 })
  const body = absenceSchema.safeParse(await request.json().catch(() => null))
  if (!body.success || !z.uuid().safeParse(section).success) return refuse('INVALID')
  await endSectionPresence(viewer, { ...body.data, sectionId: section })
  return new Response(null, { status: 204 })
}
