import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { endSessions, hasOtherAdministrator, toPerson } from '@/lib/access/people/administering'
import { endLinks } from '@/lib/access/people/links/ending'
import type { PeopleReason } from '@/lib/access/people/model'
import type { VersionOfPerson } from '@/lib/access/people/schema'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Puts an account out of use: its sessions and its open link end at once; what the person has done stays.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, STALE, DISABLED (it is already), LAST_ADMIN.
 */
export function disablePerson(viewer: Viewer, which: VersionOfPerson): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async (at, { id, disabledAt }) => {
    const { tx, right, organisationId } = at
    if (disabledAt) return fail('DISABLED')
    const isAdmin = (await tx.membership.count({ where: { userId: id, role: 'admin' } })) > 0
    if (isAdmin && !(await hasOtherAdministrator(at, id))) return fail('LAST_ADMIN')
    await tx.user.updateMany({ where: { id }, data: { disabledAt: now() } })
    const sessions = await endSessions(tx, id)
    await endLinks(tx, id)
    await recordAudit(tx, viewer, {
      action: 'person.disabled',
      right,
      subjectType: 'user',
      subjectId: id,
      organisationId,
      data: { sessions },
    })
    return ok(null)
  })
}

/** Takes an account into use again, with the roles that it has. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, STALE. */
export function enablePerson(viewer: Viewer, which: VersionOfPerson): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async ({ tx, right, organisationId }, { id, disabledAt }) => {
    if (!disabledAt) return fail('STALE')
    await tx.user.updateMany({ where: { id }, data: { disabledAt: null } })
    await recordAudit(tx, viewer, {
      action: 'person.enabled',
      right,
      subjectType: 'user',
      subjectId: id,
      organisationId,
    })
    return ok(null)
  })
}
