import 'server-only'
import type { z } from 'zod'
import { beginAttempt, subject } from '@/lib/access/attempt'
import { type PasswordStep, startSession } from '@/lib/access/commands'
import { isEasyPassword } from '@/lib/access/easy-passwords'
import type { Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { namesAround } from '@/lib/access/password-names'
import { mayTryLink, openWith, wasOpen } from '@/lib/access/people/accepting/tries'
import { endSessions } from '@/lib/access/people/administering'
import type { acceptSchema } from '@/lib/access/people/schema'
import type { Origin } from '@/lib/access/session'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Gives an account the password of the person who opened its link, and signs them in; a second factor that there is asks for
 * its code first. The password before it and every session of the account end. The link works once.
 * Reasons: LINK_OVER (unknown, used, withdrawn, over, or of an account out of use), TOO_MANY_ATTEMPTS, EASY_PASSWORD (like a
 * name that belongs to the person or the place; the link stays good).
 */
export async function acceptLink(
  viewer: Viewer,
  { secret, password }: z.output<typeof acceptSchema>,
  from: Origin,
): Promise<Result<PasswordStep, 'LINK_OVER' | 'TOO_MANY_ATTEMPTS' | 'EASY_PASSWORD'>> {
  if (!(await mayTryLink(from.address))) return fail('TOO_MANY_ATTEMPTS')
  // Asked before hashing, which is slow on purpose: strangers must not be able to keep the server busy with it.
  const names = await asViewer(viewer, async (tx) => {
    const open = await tx.invitation.findFirst({ where: openWith(secret), select: { userId: true } })
    return open?.userId ? namesAround(tx, open.userId) : null
  })
  if (!names) return fail('LINK_OVER')
  if (isEasyPassword(password, names)) return fail('EASY_PASSWORD', { password: 'access.error.passwordEasy' })
  const passwordHash = await hashPassword(password)
  const done = await asViewer(viewer, async (tx): Promise<Result<PasswordStep, 'LINK_OVER'>> => {
    const taken = await tx.invitation.updateManyAndReturn({
      where: openWith(secret),
      data: { usedAt: now() },
      select: { userId: true },
    })
    const id = taken[0]?.userId
    if (!id) return fail('LINK_OVER')
    const user = await tx.user.update({
      where: { id },
      data: { passwordHash, version: { increment: 1 } },
      select: subject,
    })
    const sessions = await endSessions(tx, id)
    await recordAudit(
      tx,
      { ...viewer, userId: id },
      {
        action: 'invitation.used',
        right: 'invitation',
        subjectType: 'user',
        subjectId: id,
        organisationId: user.organisationId,
        data: { sessions },
      },
    )
    if (user.secondFactor?.confirmedAt) return ok({ kind: 'code', attempt: beginAttempt(user) })
    return ok({ kind: 'session', ...(await startSession(tx, id, from)) })
  })
  if (done.ok) await wasOpen(from.address)
  return done
}
