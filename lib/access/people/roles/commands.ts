import 'server-only'
import type { z } from 'zod'
import type { HeldRole, Viewer } from '@/lib/access/model'
import { type Administering, hasOtherAdministrator, toPerson } from '@/lib/access/people/administering'
import { type PeopleReason, roleChanges, roleKey } from '@/lib/access/people/model'
import { holdable, namesOf } from '@/lib/access/people/roles/giving'
import type { rolesSchema } from '@/lib/access/people/schema'
import { recordAudit } from '@/lib/platform/audit'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Gives and takes roles until the person holds exactly these. Their next request has them; no session ends. Whoever no longer
 * coordinates a project no longer writes for its units either.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND (the person, a project, or a role that is not the county's to give), STALE,
 * LAST_ADMIN (nobody else could sign in as administrator).
 */
export function setRoles(
  viewer: Viewer,
  { roles, ...which }: z.output<typeof rolesSchema>,
): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async (at, { id, disabledAt }) => {
    const { tx, right, organisationId } = at
    if (!(await holdable(at, roles))) return fail('NOT_FOUND', { roles: 'people.error.roles' })
    const before = await tx.membership.findMany({ where: { userId: id }, select: { role: true, projectId: true } })
    const { given, taken } = roleChanges(before, roles)
    const losesAdmin = disabledAt === null && taken.some(({ role }) => role === 'admin')
    if (losesAdmin && !(await hasOtherAdministrator(at, id))) return fail('LAST_ADMIN')
    for (const one of taken) await tx.membership.deleteMany({ where: { userId: id, ...one } })
    await tx.membership.createMany({ data: given.map((one) => ({ ...one, organisationId, userId: id })) })
    const units = await leaveUnits(at, id, taken)
    await recordAudit(tx, viewer, {
      action: 'person.roles_set',
      right,
      subjectType: 'user',
      subjectId: id,
      organisationId,
      data: { before: await namesOf(tx, before), after: await namesOf(tx, roles), ...(units > 0 ? { units } : {}) },
    })
    return ok(null)
  })
}

async function leaveUnits({ tx }: Administering, userId: string, taken: readonly HeldRole[]): Promise<number> {
  const left = taken
    .filter((one) => roleKey(one).startsWith('coordinator@'))
    .flatMap(({ projectId }) => projectId ?? [])
  if (left.length === 0) return 0
  const gone = await tx.workPackageCoordinator.deleteMany({
    where: { userId, workPackage: { projectId: { in: left } } },
  })
  return gone.count
}
