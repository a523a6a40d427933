import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { PlanChangeState } from '@/lib/plan-changes/model'
import { visibleTo } from '@/lib/plan-changes/permissions'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { visibleProjects } from '@/lib/projects/permissions'

/** What a report says that leads to a change of the plan. */
export type ReportedChange = {
  reportId: string
  unitId: string
  periodKey: string
  /** The proposal in the report's own words, and the deviations it comes from; empty when it says nothing */
  what: string
  why: string
}

/** A report of the project as the beginning of a proposal; null when the viewer may not read it. */
export function findReportedChange(
  viewer: Viewer,
  projectId: string,
  reportId: string,
): Promise<ReportedChange | null> {
  return asViewer(viewer, (tx) => readReportedChange(viewer, tx, projectId, reportId))
}

/** The same within a running transaction. */
export async function readReportedChange(
  viewer: Viewer,
  tx: Tx,
  projectId: string,
  reportId: string,
): Promise<ReportedChange | null> {
  const report = await tx.statusReport.findFirst({
    where: { id: reportId, unit: { AND: [{ projectId }, { project: visibleProjects(viewer, 'report.read') }] } },
    select: {
      unitId: true,
      period: { select: { key: true } },
      entries: {
        where: { path: { in: ['deviations/planChange', 'deviations/text'] } },
        select: { path: true, text: true },
      },
    },
  })
  if (!report) return null
  const textAt = (path: string) => report.entries.find((entry) => entry.path === path)?.text.trim() ?? ''
  return {
    reportId,
    unitId: report.unitId,
    periodKey: report.period.key,
    what: textAt('deviations/planChange'),
    why: textAt('deviations/text'),
  }
}

/** Changes that have been proposed from one report, in their order; for those who may read the report. */
export function listProposalsOf(
  viewer: Viewer,
  projectId: string,
  reportId: string,
): Promise<{ id: string; title: string; state: PlanChangeState }[]> {
  return asViewer(viewer, (tx) =>
    tx.planChange.findMany({
      where: { projectId, reportId, ...visibleTo(viewer), AND: { project: visibleProjects(viewer, 'report.read') } },
      orderBy: bySort,
      select: { id: true, title: true, state: true },
    }),
  )
}
