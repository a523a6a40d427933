import { z } from 'zod'
import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import { sectionCheck } from '@/components/final-report/check/section-check'
import { currentViewer } from '@/lib/access/session'
import { checkAround } from '@/lib/final-report/check/writing/queries'

/** What the check of the report finds in a section as it has been saved, for its editor. */
export async function GET(_request: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  const [viewer, t, { section }] = await Promise.all([currentViewer(), requestWords(), params])
  if (!viewer) return refuse('SIGNED_OUT')
  const checked = z.uuid().safeParse(section).success ? await checkAround(viewer, section) : null
  if (!checked) return refuse('NOT_FOUND')
  const { place: document, result } = checked
  return Response.json(sectionCheck(t, result, { document, sectionId: section }))
}
