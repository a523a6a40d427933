import { createHash } from 'node:crypto'
import { z } from 'zod'
import { onceField, onlyOnce } from '@/lib/access/once'
import { currentViewer } from '@/lib/access/session'
import { largestFile } from '@/lib/evidence/files/model'
import { reportFormAddress } from '@/lib/status-reports/addresses'
import { addFile } from '@/lib/status-reports/evidence/commands'
import { reportPlace } from '@/lib/status-reports/schema'

const place = z.object({ ...reportPlace, label: z.string().max(300), [onceField]: z.string().min(1).max(200) })

/**
 * Takes a file for a report, as a plain form sends it, and goes back to the form. A route and not an action: files are
 * larger than what actions take.
 */
export async function POST(request: Request, { params }: { params: Promise<{ report: string }> }): Promise<Response> {
  const [viewer, { report }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  // Told before the body is read; the rest of a form takes little.
  const tooLarge = Number(request.headers.get('content-length') ?? 0) > largestFile + 100_000
  const form = tooLarge ? null : await request.formData().catch(() => null)
  const read = place.safeParse(Object.fromEntries(form ?? []))
  if (!form || !read.success || !z.uuid().safeParse(report).success) {
    return new Response(null, { status: tooLarge ? 413 : 400 })
  }
  const { project, period, unit, label } = read.data
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  const sent = { ...read.data, report, name, sha256: createHash('sha256').update(bytes).digest('hex') }
  const answer = await onlyOnce(viewer, read.data[onceField], sent, async () => {
    const added = await addFile(viewer, { reportId: report, label, name, bytes })
    return { answer: added.ok ? 'added' : added.reason, done: added.ok }
  })
  const location = `${reportFormAddress(project, period, unit)}?file=${answer}#evidence`
  return new Response(null, { status: 303, headers: { location } })
}
