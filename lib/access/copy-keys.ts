import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** Keys a browser asks for, by the ids it keeps beside its ciphertext; those of other people stand among them. */
export const copyKeysSchema = z.object({ ids: z.array(z.uuid()).max(50) })

/** A key of a browser's copy of unsaved text; `secret` is 256 bits in base64 and is kept in memory only. */
export type CopyKey = { id: string; secret: string }

const unusedDays = 30
const keysAtMost = 50

/**
 * The viewer's own keys among those asked for, the latest used first; a new one when there is none. They now belong to
 * this session: signing out of it destroys them. Somebody else's key is never given and never told from one that is gone.
 * Reasons: NOT_ALLOWED (the product itself types nothing).
 */
export async function takeCopyKeys(
  viewer: Viewer,
  { ids }: { ids: readonly string[] },
): Promise<Result<CopyKey[], 'NOT_ALLOWED'>> {
  const { userId, organisationId, sessionId } = viewer
  if (userId === null || organisationId === null || sessionId === null) return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const own = { userId, organisationId }
    const usedAt = now()
    const known = await tx.localCopyKey.findMany({
      where: { ...own, id: { in: [...ids] }, usedAt: { gt: oldest() } },
      orderBy: [{ usedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, secret: true },
    })
    if (known.length > 0) {
      await tx.localCopyKey.updateMany({
        where: { ...own, id: { in: known.map(({ id }) => id) } },
        data: { sessionId, usedAt },
      })
      return ok(known.map(toKey))
    }
    const made = await tx.localCopyKey.create({
      data: { ...own, sessionId, secret: randomBytes(32), createdAt: usedAt, usedAt },
      select: { id: true, secret: true },
    })
    await dropSurplus(tx, own)
    return ok([toKey(made)])
  })
}

/** Destroys the keys that a session used last: what a browser encrypted with them can never be read again. */
export async function destroyCopyKeys(_viewer: Viewer, tx: Tx, session: { id: string; userId: string }): Promise<void> {
  await tx.localCopyKey.deleteMany({ where: { sessionId: session.id, userId: session.userId } })
}

/** Destroys keys that nobody has used for 30 days; returns how many. For the schedule. Reasons: NOT_ALLOWED. */
export async function forgetOldCopyKeys(viewer: Viewer): Promise<Result<{ forgotten: number }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const gone = await tx.localCopyKey.deleteMany({ where: { ...organisationOf(viewer), usedAt: { lte: oldest() } } })
    return ok({ forgotten: gone.count })
  })
}

const oldest = (): Date => new Date(now().getTime() - unusedDays * 86_400_000)

/** Browsers that forget everything get a new key each time: a person keeps the latest only. */
async function dropSurplus(tx: Tx, own: { userId: string; organisationId: string }): Promise<void> {
  const surplus = await tx.localCopyKey.findMany({
    where: own,
    orderBy: [{ usedAt: 'desc' }, { id: 'desc' }],
    skip: keysAtMost,
    select: { id: true },
  })
  if (surplus.length > 0)
    await tx.localCopyKey.deleteMany({ where: { ...own, id: { in: surplus.map(({ id }) => id) } } })
}

function toKey({ id, secret }: { id: string; secret: Uint8Array }): CopyKey {
  return { id, secret: Buffer.from(secret).toString('base64') }
}
