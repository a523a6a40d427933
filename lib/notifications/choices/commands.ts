import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ChoicesInput } from '@/lib/notifications/choices/schema'
import { kindsFor } from '@/lib/notifications/model'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Keeps what the viewer wants to be told of, and in which language mails come. Only one's own: the person is the viewer,
 * never the input. Kinds that the viewer cannot be told of are left out.
 * Reasons: NOT_ALLOWED (nobody is signed in: the product itself chooses nothing).
 */
export async function saveChoices(viewer: Viewer, input: ChoicesInput): Promise<Result<null, 'NOT_ALLOWED'>> {
  const { userId, organisationId } = viewer
  if (viewer.kind !== 'person' || userId === null || organisationId === null) return fail('NOT_ALLOWED')
  const mine = kindsFor(viewer.held)
  return asViewer(viewer, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { locale: input.locale }, select: { id: true } })
    for (const { kind, choice } of input.kinds.filter((one) => mine.includes(one.kind))) {
      await tx.notificationSetting.upsert({
        where: { userId_kind: { userId, kind } },
        create: { organisationId, userId, kind, choice },
        update: { choice },
      })
    }
    return ok(null)
  })
}
