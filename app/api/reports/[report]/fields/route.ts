import { z } from 'zod'
import { parseJson, readWithin, refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { savedText } from '@/components/status-reports/saved-text'
import { shownReading, shownWarnings } from '@/components/status-reports/shown-reading'
import { currentViewer } from '@/lib/access/session'
import type { Words } from '@/lib/platform/words'
import { type FieldOutcome, saveFields } from '@/lib/status-reports/fields/commands'
import { cleanText } from '@/lib/status-reports/fields/model'
import { saveFieldsSchema } from '@/lib/status-reports/fields/schema'
import { textDifference } from '@/lib/values/text-difference'

// A whole report fits many times over; anything larger is not typed text.
const largestBody = 2_000_000

/** Saves fields of a report while they are typed. */
export async function POST(request: Request, { params }: { params: Promise<{ report: string }> }): Promise<Response> {
  const [viewer, t, { report }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  const text = await readWithin(request, largestBody)
  if (text === null) return refuse('TOO_LARGE')
  const body = saveFieldsSchema.safeParse(parseJson(text))
  if (!body.success) return refuse('INVALID')
  if (!z.uuid().safeParse(report).success) return refuse('NOT_FOUND')
  const saved = await saveFields(viewer, { reportId: report, fields: body.data.fields })
  if (!saved.ok) return refuse(saved.reason)
  return Response.json({
    time: savedText(t, saved.value.savedAt),
    fields: saved.value.fields.map((field, index) => toAnswer(t, field, body.data.fields[index]?.text ?? '')),
    warnings: Object.fromEntries(
      Object.entries(saved.value.warnings).map(([path, warnings]) => [path, shownWarnings(t, warnings)]),
    ),
  })
}

/** A field as the browser is answered; with somebody else's text also what differs in it from the one sent. */
function toAnswer(t: Words, field: FieldOutcome, sent: string) {
  if (field.ok) {
    const { reading } = field
    return { ...field, reading: reading && shownReading(t, reading) }
  }
  if (field.reason !== 'STALE') return field
  const { parts } = textDifference(cleanText(sent), field.current.text)
  return { ...field, current: { ...field.current, at: savedText(t, field.current.at), parts } }
}
