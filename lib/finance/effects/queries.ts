import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { changeOf, type EffectRow } from '@/lib/finance/effects/model'
import { visibleTo } from '@/lib/finance/permissions'
import { dayText, decimalText } from '@/lib/platform/columns'

/** What plan changes of a project do to its budget, in the order of the changes; those not in force too. */
export function listEffects(viewer: Viewer, projectId: string): Promise<EffectRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.planChangeEffect.findMany({
      where: { planChange: { projectId, ...visibleTo(viewer) } },
      orderBy: [{ planChange: { sort: 'asc' } }, { sort: 'asc' }],
      select: {
        id: true,
        planChangeId: true,
        investmentId: true,
        workPackageId: true,
        year: true,
        costType: true,
        oldAmount: true,
        newAmount: true,
        planChange: { select: { title: true, state: true, inForceFrom: true } },
      },
    })
    return rows.map(({ planChange, oldAmount, newAmount, ...row }) => ({
      ...row,
      title: planChange.title,
      state: planChange.state,
      inForce: planChange.state === 'in_force',
      inForceFrom: dayText(planChange.inForceFrom),
      change: changeOf({ oldAmount: decimalText(oldAmount), newAmount: decimalText(newAmount) }),
    }))
  })
}
