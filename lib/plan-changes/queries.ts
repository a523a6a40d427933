import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { PlanChangeRow } from '@/lib/plan-changes/model'
import { visibleTo } from '@/lib/plan-changes/permissions'
import { dayText, decimalText } from '@/lib/platform/columns'

/** Plan changes of a project in stored order, proposed ones too. */
export function listPlanChanges(viewer: Viewer, projectId: string): Promise<PlanChangeRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.planChange.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: {
        id: true,
        no: true,
        investmentId: true,
        workPackageId: true,
        workPackageAsWritten: true,
        reportId: true,
        title: true,
        what: true,
        why: true,
        oldText: true,
        newText: true,
        oldAmount: true,
        newAmount: true,
        state: true,
        version: true,
        inForceFrom: true,
        rejectedReason: true,
        effects: {
          orderBy: { sort: 'asc' },
          select: {
            id: true,
            investmentId: true,
            workPackageId: true,
            year: true,
            costType: true,
            oldAmount: true,
            newAmount: true,
          },
        },
        decided: { orderBy: { sort: 'asc' }, select: { asWritten: true, timeCode: true } },
      },
    })
    return rows.map((row) => ({
      ...row,
      ...amountTexts(row),
      inForceFrom: dayText(row.inForceFrom),
      effects: row.effects.map((one) => ({ ...one, ...amountTexts(one) })),
    }))
  })
}

function amountTexts({ oldAmount, newAmount }: Record<'oldAmount' | 'newAmount', Parameters<typeof decimalText>[0]>) {
  return { oldAmount: decimalText(oldAmount), newAmount: decimalText(newAmount) }
}
