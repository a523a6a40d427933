import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { happens, type PlanChangeDone } from '@/lib/plan-changes/held/commands'
import type { Effect, EffectRemoval } from '@/lib/plan-changes/schema'
import { fail, ok } from '@/lib/values/result'

/**
 * Adds or changes what the change does to the money of one place of the budget, while nothing is decided. Reasons: as
 * `happens`; NOT_FOUND also for an effect, unit or investment that is not there.
 */
export function saveEffect(
  viewer: Viewer,
  { project: _place, changeId, version, effectId, ...given }: Effect,
): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'edited' }, async (tx, { projectId, organisationId }) => {
    const { workPackageId, investmentId } = given
    if (workPackageId && (await tx.workPackage.count({ where: { id: workPackageId, projectId } })) === 0) {
      return fail('NOT_FOUND')
    }
    if (investmentId && (await tx.investment.count({ where: { id: investmentId, projectId } })) === 0) {
      return fail('NOT_FOUND')
    }
    if (effectId === null) {
      const last = await tx.planChangeEffect.aggregate({ where: { planChangeId: changeId }, _max: { sort: true } })
      const sort = (last._max.sort ?? -1) + 1
      await tx.planChangeEffect.create({ data: { ...given, planChangeId: changeId, organisationId, sort } })
    } else {
      const { count } = await tx.planChangeEffect.updateMany({
        where: { id: effectId, planChangeId: changeId },
        data: given,
      })
      if (count === 0) return fail('NOT_FOUND')
    }
    const { year, oldAmount, newAmount } = given
    return ok({ told: { effect: { year, oldAmount, newAmount } } })
  })
}

/** Takes an effect away, while nothing is decided. Reasons: as `happens`; NOT_FOUND also when it is gone. */
export function removeEffect(viewer: Viewer, { changeId, version, effectId }: EffectRemoval): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'edited' }, async (tx) => {
    const { count } = await tx.planChangeEffect.deleteMany({ where: { id: effectId, planChangeId: changeId } })
    return count === 0 ? fail('NOT_FOUND') : ok({ told: { effectRemoved: effectId } })
  })
}
