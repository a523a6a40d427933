import 'server-only'
import type { z } from 'zod'
import { isEasyPassword } from '@/lib/access/easy-passwords'
import type { Viewer } from '@/lib/access/model'
import { hashPassword, verifyPassword } from '@/lib/access/password'
import { namesAround } from '@/lib/access/password-names'
import { endLinks } from '@/lib/access/people/links/ending'
import type { PasswordReason } from '@/lib/access/people/model'
import type { ownPasswordSchema } from '@/lib/access/people/schema'
import { forgetAttempts } from '@/lib/access/rate-limit'
import { codeCounters, mayTryCode } from '@/lib/access/second-factor/taking'
import { endOtherSessions } from '@/lib/access/sessions/commands'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Changes the viewer's own password. The old one proves who asks, counted like codes, so that a session that was left open is
 * no way to guess it. Every other session and an open link end.
 * Reasons: NOT_ALLOWED (the account has no password here), TOO_MANY_ATTEMPTS, WRONG_PASSWORD, SAME_PASSWORD, EASY_PASSWORD
 * (like a name that belongs to the person or the place).
 */
export async function changeOwnPassword(
  viewer: Viewer,
  { password, newPassword }: z.output<typeof ownPasswordSchema>,
): Promise<Result<null, PasswordReason>> {
  const { userId: id } = viewer
  if (id === null) return fail('NOT_ALLOWED')
  if (!(await mayTryCode(id))) return fail('TOO_MANY_ATTEMPTS')
  return asViewer(viewer, async (tx) => {
    const user = await tx.user.findUnique({ where: { id }, select: { passwordHash: true } })
    if (!user?.passwordHash) return fail('NOT_ALLOWED')
    if (!(await verifyPassword(user.passwordHash, password))) {
      return fail('WRONG_PASSWORD', { password: 'people.error.wrongPassword' })
    }
    for (const counter of codeCounters(id)) await forgetAttempts(counter, 'last')
    if (password === newPassword) return fail('SAME_PASSWORD', { newPassword: 'people.error.samePassword' })
    if (isEasyPassword(newPassword, await namesAround(tx, id)))
      return fail('EASY_PASSWORD', { newPassword: 'access.error.passwordEasy' })
    const passwordHash = await hashPassword(newPassword)
    // Somebody else who knew the old one may have been faster: then it is not the password any more.
    const changed = await tx.user.updateMany({
      where: { id, passwordHash: user.passwordHash },
      data: { passwordHash, version: { increment: 1 } },
    })
    if (changed.count === 0) return fail('WRONG_PASSWORD', { password: 'people.error.wrongPassword' })
    await endLinks(tx, id)
    await endOtherSessions(viewer)
    await recordAudit(tx, viewer, {
      action: 'person.password_changed',
      right: 'own',
      subjectType: 'user',
      subjectId: id,
    })
    return ok(null)
  })
}
