import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { toPerson } from '@/lib/access/people/administering'
import type { PeopleReason } from '@/lib/access/people/model'
import type { unitsSchema } from '@/lib/access/people/schema'
import { unitsOpenTo } from '@/lib/access/people/units/open'
import { recordAudit } from '@/lib/platform/audit'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Sets which reporting units a person writes for: units of projects that the person coordinates.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND (the person, or a unit that is none of those), STALE.
 */
export function setUnits(
  viewer: Viewer,
  { units, ...which }: z.output<typeof unitsSchema>,
): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async ({ tx, right, organisationId }, { id: userId }) => {
    const open = await unitsOpenTo(tx, organisationId, userId)
    const titles = (ids: readonly string[]) =>
      open.filter((unit) => ids.includes(unit.id)).map(({ code, sourceId }) => code ?? sourceId)
    if (!units.every((id) => open.some((unit) => unit.id === id))) {
      return fail('NOT_FOUND', { units: 'people.error.units' })
    }
    const before = await tx.workPackageCoordinator.findMany({ where: { userId }, select: { workPackageId: true } })
    await tx.workPackageCoordinator.deleteMany({ where: { userId, workPackageId: { notIn: units } } })
    await tx.workPackageCoordinator.createMany({
      data: units.map((workPackageId) => ({ organisationId, userId, workPackageId })),
      skipDuplicates: true,
    })
    await recordAudit(tx, viewer, {
      action: 'person.units_set',
      right,
      subjectType: 'user',
      subjectId: userId,
      organisationId,
      data: { before: titles(before.map(({ workPackageId }) => workPackageId)), after: titles(units) },
    })
    return ok(null)
  })
}
