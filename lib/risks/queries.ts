import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import { pointsOf, type RiskRow } from '@/lib/risks/model'
import { visibleTo } from '@/lib/risks/permissions'

/** Risks of a project with their mitigations and every assessment. */
export function listRisks(viewer: Viewer, projectId: string): Promise<RiskRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.risk.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: {
        id: true,
        no: true,
        kind: true,
        description: true,
        ownerRoles: true,
        workPackageId: true,
        closedOn: true,
        closedReason: true,
        version: true,
        mitigations: {
          orderBy: { sort: 'asc' },
          select: { id: true, text: true, state: true, ownerRole: true, dueOn: true },
        },
        assessments: {
          orderBy: { sort: 'asc' },
          select: {
            id: true,
            periodId: true,
            probability: true,
            impact: true,
            pointsAsWritten: true,
            source: true,
            assessedOn: true,
            probabilityAfter: true,
            impactAfter: true,
            note: true,
          },
        },
      },
    })
    return rows.map((risk) => ({
      ...risk,
      closedOn: dayText(risk.closedOn),
      mitigations: risk.mitigations.map((one) => ({ ...one, dueOn: dayText(one.dueOn) })),
      assessments: risk.assessments.map((one) => ({
        ...one,
        points: pointsOf(one),
        assessedOn: dayText(one.assessedOn),
      })),
    }))
  })
}
