import { z } from 'zod'
import { parseJson, readWithin, refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { savedText } from '@/components/status-reports/saved-text'
import { currentViewer } from '@/lib/access/session'
import { saveSection } from '@/lib/final-report/editor/commands'
import { blocksField, longestSection } from '@/lib/final-report/editor/model'
import { sectionTextSchema } from '@/lib/final-report/editor/schema'
import { saveFieldsSchema } from '@/lib/status-reports/fields/schema'

/** Saves what a section holds while it is written: to the browser a section is one field whose text is its blocks. */
export async function POST(request: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  const [viewer, t, { section }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  // Every sign of a text may be told in six.
  const text = await readWithin(request, 6 * longestSection)
  if (text === null) return refuse('TOO_LARGE')
  const body = saveFieldsSchema.safeParse(parseJson(text))
  const [field] = body.success ? body.data.fields : []
  if (!field || field.path !== blocksField) return refuse('INVALID')
  if (!z.uuid().safeParse(section).success) return refuse('NOT_FOUND')
  const blocks = sectionTextSchema.safeParse(field.text)
  const answer = (time: string, outcome: object) =>
    Response.json({ time: savedText(t, time), fields: [{ path: blocksField, ...outcome }] })
  const unread = () => answer(new Date().toISOString(), { ok: false, reason: 'UNKNOWN_FIELD' })
  if (!blocks.success) return unread()
  const saved = await saveSection(viewer, { sectionId: section, version: field.version, blocks: blocks.data })
  if (!saved.ok) {
    const { reason } = saved
    return reason === 'NOT_FOUND' || reason === 'NOT_ALLOWED' || reason === 'LOCKED' ? refuse(reason) : unread()
  }
  if ('newer' in saved.value) {
    const { newer } = saved.value
    const current = { ...newer, at: savedText(t, newer.at) }
    return answer(newer.at, { ok: false, reason: 'STALE', current })
  }
  const { version, at } = saved.value
  return answer(at, { ok: true, version, confirmed: true, undo: null, reading: null })
}
