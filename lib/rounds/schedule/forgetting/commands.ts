import 'server-only'
import { forgetOldCopyKeys } from '@/lib/access/copy-keys'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

const hour = 3_600_000
/** A form that was left open is not sent again after so long. */
const answersKept = 7 * 24 * hour
/** A tab tells every few seconds that it is there. */
const presenceKept = hour
const limitsKept = hour

/**
 * Deletes rows whose purpose has passed: answers kept for forms that might be sent again, traces of who is writing, counters
 * of attempts, and keys of browsers that nobody uses. Reasons: NOT_ALLOWED (a person).
 */
export async function forgetOldRows(viewer: Viewer): Promise<Result<{ forgotten: number }, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const before = (age: number) => new Date(now().getTime() - age)
  const keys = await forgetOldCopyKeys(viewer)
  if (!keys.ok) return keys
  return asViewer(viewer, async (tx) => {
    const gone = [
      await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(answersKept) } } }),
      await tx.presence.deleteMany({ where: { seenAt: { lt: before(presenceKept) } } }),
      await tx.rateLimit.deleteMany({ where: { resetsAt: { lt: before(limitsKept) } } }),
    ]
    return ok({ forgotten: keys.value.forgotten + gone.reduce((sum, { count }) => sum + count, 0) })
  })
}
