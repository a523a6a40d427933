import { z } from 'zod'
import { heldByScanner } from '@/app/api/scanned'
import { refuse } from '@/app/api/typed-body'
import { waitBefore } from '@/lib/access/allowance'
import { currentViewer } from '@/lib/access/session'
import { largestFile } from '@/lib/evidence/files/model'
import { keepPicture } from '@/lib/final-report/pictures/commands'

/** Takes a picture for a section and answers with what the section's text shall name. */
export async function POST(request: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  const [viewer, { section }] = await Promise.all([currentViewer(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  if ((await waitBefore(viewer, 'upload')) > 0) return refuse('TOO_MANY')
  if (!z.uuid().safeParse(section).success) return refuse('NOT_FOUND')
  if (Number(request.headers.get('content-length') ?? 0) > largestFile + 100_000) return refuse('TOO_LARGE')
  const form = await request.formData().catch(() => null)
  const sent = form?.get('file')
  if (!(sent instanceof File)) return refuse('INVALID')
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const held = await heldByScanner(viewer, bytes)
  if (held) return refuse(held)
  const kept = await keepPicture(viewer, { sectionId: section, name: sent.name, bytes })
  if (kept.ok) return Response.json({ file: kept.value })
  const { reason } = kept
  if (reason === 'NOT_FOUND' || reason === 'NOT_ALLOWED' || reason === 'LOCKED') return refuse(reason)
  return Response.json({ refused: reason }, { status: reason === 'TOO_LARGE' ? 413 : 400 })
}
