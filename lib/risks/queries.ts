import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import { type AssessmentRow, pointsOf, type RiskDetails, type RiskRow } from '@/lib/risks/model'
import { visibleTo } from '@/lib/risks/permissions'
import { inTimeOrder } from '@/lib/risks/standing/model'

const assessmentFields = {
  id: true,
  periodId: true,
  period: { select: { to: true } },
  probability: true,
  impact: true,
  pointsAsWritten: true,
  source: true,
  assessedOn: true,
  probabilityAfter: true,
  impactAfter: true,
  note: true,
} as const satisfies Prisma.RiskAssessmentSelect

const riskFields = {
  id: true,
  no: true,
  kind: true,
  description: true,
  ownerRoles: true,
  workPackageId: true,
  raisedOn: true,
  closedOn: true,
  closedReason: true,
  version: true,
  mitigations: {
    orderBy: bySort,
    select: { id: true, text: true, state: true, ownerRole: true, dueOn: true },
  },
} as const satisfies Prisma.RiskSelect

/** Risks of a project with their mitigations and every assessment, as part of another read. */
export const risksInOrder = {
  orderBy: bySort,
  select: { ...riskFields, assessments: { orderBy: bySort, select: assessmentFields } },
} as const satisfies Prisma.Project$risksArgs

/** A stored risk as the house knows it. */
export function toRiskRow(risk: Prisma.RiskGetPayload<{ select: typeof risksInOrder.select }>): RiskRow {
  return { ...toRisk(risk), assessments: inTimeOrder(risk.assessments.map(toAssessment)) }
}

/** Risks of a project with their mitigations and every assessment. */
export function listRisks(viewer: Viewer, projectId: string): Promise<RiskRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.risk.findMany({ where: { projectId, ...visibleTo(viewer) }, ...risksInOrder })
    return rows.map(toRiskRow)
  })
}

/** One risk of the project with who assessed it, by role, and when; null when it is not there for the viewer. */
export function findRisk(viewer: Viewer, projectId: string, id: string): Promise<RiskDetails | null> {
  return asViewer(viewer, async (tx) => {
    const risk = await tx.risk.findFirst({
      where: { id, projectId, ...visibleTo(viewer) },
      select: {
        ...riskFields,
        assessments: {
          orderBy: bySort,
          select: {
            ...assessmentFields,
            createdAt: true,
            recordedBy: {
              select: {
                memberships: { where: inProjectOrCounty(projectId), orderBy: { role: 'asc' }, select: { role: true } },
              },
            },
          },
        },
      },
    })
    if (!risk) return null
    const assessments = risk.assessments.map((one) => {
      const { createdAt, recordedBy } = one
      return {
        ...toAssessment(one),
        recordedAt: createdAt.toISOString(),
        recordedByRole: recordedBy?.memberships[0]?.role ?? null,
      }
    })
    return { ...toRisk(risk), assessments: inTimeOrder(assessments) }
  })
}

type Stored = Prisma.RiskGetPayload<{ select: typeof riskFields }>

function toRisk({ id, no, kind, description, ownerRoles, workPackageId, closedReason, version, ...risk }: Stored) {
  return {
    id,
    no,
    kind,
    description,
    ownerRoles,
    workPackageId,
    closedReason,
    version,
    raisedOn: dayText(risk.raisedOn),
    closedOn: dayText(risk.closedOn),
    mitigations: risk.mitigations.map((one) => ({ ...one, dueOn: dayText(one.dueOn) })),
  }
}

type StoredAssessment = Prisma.RiskAssessmentGetPayload<{ select: typeof assessmentFields }>

/** `at`: the last day of the time it is for; null when the source gives none. */
function toAssessment(one: StoredAssessment): AssessmentRow & { at: string | null } {
  const { id, periodId, period, probability, impact, pointsAsWritten, source, probabilityAfter, impactAfter, note } =
    one
  const assessedOn = dayText(one.assessedOn)
  return {
    id,
    periodId,
    probability,
    impact,
    points: pointsOf(one),
    pointsAsWritten,
    source,
    assessedOn,
    probabilityAfter,
    impactAfter,
    note,
    at: period ? dayText(period.to) : assessedOn,
  }
}

/** A role held in the project or in the whole county. */
function inProjectOrCounty(projectId: string) {
  return { OR: [{ projectId }, { projectId: null }] }
}
