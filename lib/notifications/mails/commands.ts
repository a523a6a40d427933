import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import type { RetryInput } from '@/lib/notifications/mails/schema'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

export type RetryReason = 'NOT_ALLOWED' | 'NOT_FOUND' | 'NOT_FAILED'

/**
 * Puts a mail that was given up back into the queue, as if it had never been tried.
 * Reasons: NOT_ALLOWED, NOT_FOUND (another county's too), NOT_FAILED (it waits, is being sent, or has been sent).
 */
export async function retryMail(viewer: Viewer, { mailId }: RetryInput): Promise<Result<null, RetryReason>> {
  const right = rightTo(viewer, 'mail.read', null)
  if (!right) return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const mail = await tx.mail.findFirst({
      where: { id: mailId, ...organisationOf(viewer) },
      select: { organisationId: true, attempts: true },
    })
    if (!mail) return fail('NOT_FOUND')
    const put = await tx.mail.updateMany({
      where: { id: mailId, state: 'failed' },
      data: { state: 'waiting', attempts: 0, nextAttemptAt: now(), leasedUntil: null, lastError: null },
    })
    if (put.count === 0) return fail('NOT_FAILED')
    await recordAudit(tx, viewer, {
      action: 'mail.retried',
      right,
      subjectType: 'mail',
      subjectId: mailId,
      organisationId: mail.organisationId,
      data: { attempts: mail.attempts },
    })
    return ok(null)
  })
}
