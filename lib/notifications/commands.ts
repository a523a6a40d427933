import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Telling } from '@/lib/notifications/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/**
 * Keeps in the caller's transaction that people are to be told of something: what happened and the telling of it stand or
 * fall together. The viewer is never told of their own acts. Telling the same happening again does nothing.
 * @returns how many people are newly told
 */
export async function tell(viewer: Viewer, tx: Tx, telling: Telling): Promise<number> {
  const { kind, organisationId, happening, subject } = telling
  const receivers = [...new Set(telling.to)].filter((userId) => userId !== viewer.userId)
  if (receivers.length === 0) return 0
  const kept = await tx.notification.createMany({
    data: receivers.map((userId) => ({ organisationId, userId, kind, happening, ...subject, createdAt: now() })),
    skipDuplicates: true,
  })
  return kept.count
}
