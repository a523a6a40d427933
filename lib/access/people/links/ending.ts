import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** Ends the open links of a person, in the caller's transaction. */
export async function endLinks(tx: Tx, userId: string): Promise<number> {
  const ended = await tx.invitation.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: now() } },
    data: { expiresAt: now() },
  })
  return ended.count
}
