import 'server-only'
import type { PutGuideAway } from '@/lib/access/guides/schema'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Puts a guide of the viewer's own away; away already, it stays so. Like the choice of mails it is a person's own matter and
 * leaves no audit row. Reasons: NOT_ALLOWED (no person, or a role that the person does not hold).
 */
export async function putGuideAway(viewer: Viewer, { guide }: PutGuideAway): Promise<Result<null, 'NOT_ALLOWED'>> {
  const { userId } = viewer
  if (userId === null || !viewer.held.some(({ role }) => role === guide)) return fail('NOT_ALLOWED')
  await asViewer(
    viewer,
    (tx) => tx.$executeRaw`
      UPDATE "User" SET "guidesSeen" = array_append(coalesce("guidesSeen", '{}'), ${guide}::text)
       WHERE id = ${userId}::uuid AND NOT (${guide}::text = ANY (coalesce("guidesSeen", '{}')))`,
  )
  return ok(null)
}

/** Shows the viewer every guide of their roles again. Reasons: NOT_ALLOWED (no person). */
export async function bringGuidesBack(viewer: Viewer): Promise<Result<null, 'NOT_ALLOWED'>> {
  const { userId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  await asViewer(viewer, (tx) =>
    tx.user.update({ where: { id: userId }, data: { guidesSeen: [] }, select: { id: true } }),
  )
  return ok(null)
}
