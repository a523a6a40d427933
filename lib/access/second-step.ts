import 'server-only'
import { type Attempt, attemptSeconds, readAttempt, subjectOf } from '@/lib/access/attempt'
import { perAddress, type StartedSession, startSession, unseen } from '@/lib/access/commands'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { forgetAttempts, withinLimit } from '@/lib/access/rate-limit'
import { authenticatorOf } from '@/lib/access/second-factor/codes'
import { codeCounters, mayTryCode, takeCode } from '@/lib/access/second-factor/taking'
import type { Origin } from '@/lib/access/session'
import { asViewer } from '@/lib/access/viewer'
import { type AuditEntry, recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** What is known of a kept attempt before its code is given; null when it is over. */
export async function findAttempt(viewer: Viewer, kept: string | undefined): Promise<{ readable: boolean } | null> {
  const attempt = readAttempt(kept)
  if (!attempt) return null
  return asViewer(viewer, async (tx) => {
    const user = await subjectOf(tx, attempt)
    if (!user?.secondFactor || (await wasUsed(tx, attempt))) return null
    return { readable: authenticatorOf(user.id, user.secondFactor.secret) !== null }
  })
}

const usedKey = ({ id }: Attempt): string => `sign-in:attempt:${id}`

async function wasUsed(tx: Tx, attempt: Attempt): Promise<boolean> {
  return (await tx.rateLimit.count({ where: { key: usedKey(attempt) } })) > 0
}

export type SecondStepReason = 'WRONG_CODE' | 'TOO_MANY_ATTEMPTS' | 'ATTEMPT_OVER'

/**
 * The second step of signing in: a code of the authenticator or a recovery code. Only now a session begins. The attempt and
 * the code are used up together.
 * Reasons: WRONG_CODE, TOO_MANY_ATTEMPTS, ATTEMPT_OVER (five minutes are over, it was used, or the account has changed).
 */
export async function giveCode(
  viewer: Viewer,
  { code }: { code: string },
  kept: string | undefined,
  from: Origin,
): Promise<Result<StartedSession, SecondStepReason>> {
  const attempt = readAttempt(kept)
  if (!attempt) return fail('ATTEMPT_OVER')
  const address = `sign-in:address:${from.address}`
  const within = await Promise.all([mayTryCode(attempt.userId), withinLimit(address, perAddress)])
  if (within.includes(false)) return unseen(viewer, 'TOO_MANY_ATTEMPTS')
  return asViewer(viewer, async (tx) => {
    const user = await subjectOf(tx, attempt)
    if (!user?.secondFactor) return fail('ATTEMPT_OVER')
    const record = (entry: Pick<AuditEntry, 'action' | 'right' | 'result' | 'data'>) =>
      recordAudit(
        tx,
        { ...viewer, userId: user.id },
        { subjectType: 'user', subjectId: user.id, organisationId: user.organisationId, ...entry },
      )
    const kind = await takeCode(tx, { userId: user.id, secret: user.secondFactor.secret }, code)
    if (!kind) {
      await record({ action: 'session.refused', right: 'code', result: 'refused' })
      return fail('WRONG_CODE')
    }
    // Of several at once with one attempt, exactly one is the first.
    if (!(await withinLimit(usedKey(attempt), { attempts: 1, seconds: 2 * attemptSeconds }))) {
      await record({ action: 'session.refused', right: 'code', result: 'refused' })
      return fail('ATTEMPT_OVER')
    }
    if (kind === 'recovery') {
      const left = await tx.recoveryCode.count({ where: { userId: user.id, usedAt: null } })
      await record({ action: 'second_factor.recovery_used', right: 'own', data: { left } })
    }
    await record({ action: 'session.started', right: `credentials+${kind}` })
    for (const counter of codeCounters(user.id)) await forgetAttempts(counter, 'all')
    await forgetAttempts(`sign-in:account:${fingerprint(user.email)}`, 'all')
    await forgetAttempts(address, 'last')
    return ok(await startSession(tx, user.id, from, { secondFactor: true }))
  })
}
