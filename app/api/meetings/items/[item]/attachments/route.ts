import { createHash } from 'node:crypto'
import { z } from 'zod'
import { onceField, onlyOnce } from '@/lib/access/once'
import { currentViewer } from '@/lib/access/session'
import { largestFile } from '@/lib/evidence/files/model'
import { itemAddress } from '@/lib/meetings/addresses'
import { attachFile } from '@/lib/meetings/attachments/commands'
import { fileFields } from '@/lib/meetings/attachments/schema'

const fields = z.object({ ...fileFields, [onceField]: z.string().min(1).max(200) })

/** Takes a file for an item of a meeting, as a plain form sends it, and goes back to the item. */
export async function POST(request: Request, { params }: { params: Promise<{ item: string }> }): Promise<Response> {
  const [viewer, { item }] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  // Told before the body is read; the rest of a form takes little.
  const tooLarge = Number(request.headers.get('content-length') ?? 0) > largestFile + 100_000
  const form = tooLarge ? null : await request.formData().catch(() => null)
  const read = fields.safeParse(Object.fromEntries(form ?? []))
  if (!form || !read.success || !z.uuid().safeParse(item).success) {
    return new Response(null, { status: tooLarge ? 413 : 400 })
  }
  const { project, meeting, label } = read.data
  const file = form.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  const sent = { project, meeting, label, item, name, sha256: createHash('sha256').update(bytes).digest('hex') }
  const answer = await onlyOnce(viewer, read.data[onceField], sent, async () => {
    const added = await attachFile(viewer, { meetingId: meeting, itemId: item, label, name, bytes })
    return { answer: added.ok ? 'added' : added.reason, done: added.ok }
  })
  const location = `${itemAddress(project, meeting, item)}?file=${answer}#attachments`
  return new Response(null, { status: 303, headers: { location } })
}
