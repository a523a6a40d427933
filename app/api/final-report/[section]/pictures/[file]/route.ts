import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { currentViewer } from '@/lib/access/session'
import { readPicture } from '@/lib/final-report/pictures/queries'

type Params = Promise<{ section: string; file: string }>
const ids = z.object({ section: z.uuid(), file: z.uuid() })

/** A picture of the report, to be shown inside its pages. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const [viewer, place] = await Promise.all([currentViewer(), params])
  if (!viewer) return new Response(null, { status: 401 })
  const read = ids.safeParse(place)
  const file = read.success ? await readPicture(viewer, { sectionId: read.data.section, fileId: read.data.file }) : null
  return fileAnswer(file, { shown: true })
}
