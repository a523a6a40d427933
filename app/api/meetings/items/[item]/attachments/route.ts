import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { itemAddress } from '@/lib/meetings/addresses'
import { attachFile } from '@/lib/meetings/attachments/commands'
import { fileSchema } from '@/lib/meetings/attachments/schema'

/** Takes a file for an item of a meeting and goes back to the item. */
export async function POST(request: Request, { params }: { params: Promise<{ item: string }> }): Promise<Response> {
  const itemId = z.uuid().safeParse((await params).item)
  if (!itemId.success) return new Response(null, { status: 400 })
  return takeFile(
    request,
    fileSchema,
    (viewer, { meeting, label }, file) =>
      attachFile(viewer, { meetingId: meeting, itemId: itemId.data, label, ...file }),
    ({ project, meeting }, answer) => `${itemAddress(project, meeting, itemId.data)}?file=${answer}#attachments`,
  )
}
