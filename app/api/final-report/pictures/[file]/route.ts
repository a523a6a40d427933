import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readPicture } from '@/lib/final-report/pictures/queries'

/** A picture of a report, to be shown inside its pages. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [viewer, place] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const id = z.uuid().safeParse(place.file)
  return fileAnswer(id.success ? await readPicture(viewer, id.data) : null, { shown: true })
}
