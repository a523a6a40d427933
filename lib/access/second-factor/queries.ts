import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { authenticatorOf, stateOf } from '@/lib/access/second-factor/codes'
import type { BegunFactor, OwnFactor } from '@/lib/access/second-factor/model'
import { asViewer } from '@/lib/access/viewer'

/** The viewer's own second factor; null for those who have no password here: whoever checks theirs asks for more, too. */
export function findOwnFactor(viewer: Viewer): Promise<OwnFactor | null> {
  const { userId } = viewer
  if (userId === null) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: {
        passwordHash: true,
        secondFactor: { select: { secret: true, confirmedAt: true } },
        _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      },
    })
    if (!user?.passwordHash) return null
    return {
      state: stateOf(userId, user.secondFactor),
      since: user.secondFactor?.confirmedAt?.toISOString() ?? null,
      codesLeft: user._count.recoveryCodes,
    }
  })
}

/** The authenticator that the viewer is switching on, with its key; null once it is confirmed: then nobody is shown it again. */
export function findBegunFactor(viewer: Viewer): Promise<BegunFactor | null> {
  const { userId } = viewer
  if (userId === null) return Promise.resolve(null)
  return asViewer(viewer, async (tx) => {
    const row = await tx.secondFactor.findUnique({
      where: { userId, confirmedAt: null },
      select: { secret: true, user: { select: { email: true } } },
    })
    const authenticator = row && authenticatorOf(userId, row.secret, row.user.email)
    return authenticator ? { key: authenticator.secret.base32, address: authenticator.toString() } : null
  })
}
