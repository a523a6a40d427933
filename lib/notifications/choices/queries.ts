import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { Choices } from '@/lib/notifications/choices/model'
import { choiceFor, kindsFor } from '@/lib/notifications/model'
import { isLocale } from '@/lib/platform/locales'

/** What the viewer has chosen for themselves; nobody sees another person's choices. */
export function findChoices(viewer: Viewer): Promise<Choices> {
  return asViewer(viewer, async (tx) => {
    const user = viewer.userId && (await tx.user.findUnique({ where: { id: viewer.userId }, select: { locale: true } }))
    const chosen = viewer.userId
      ? await tx.notificationSetting.findMany({
          where: { userId: viewer.userId },
          select: { kind: true, choice: true },
        })
      : []
    return {
      locale: user && isLocale(user.locale) ? user.locale : 'fi',
      kinds: kindsFor(viewer.held).map((kind) => ({
        kind,
        choice: choiceFor(kind, chosen.find((one) => one.kind === kind)?.choice),
      })),
    }
  })
}
