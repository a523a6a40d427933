import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readAttachmentFile } from '@/lib/meetings/attachments/queries'

type Params = Promise<{ attachment: string }>

/** A file of a meeting, always as a download: what people upload is never shown as a page of ours. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, place] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(place.attachment)
  const file = id.success ? await readAttachmentFile(viewer, id.data) : null
  return fileAnswer(file)
}
