import type { Viewer } from '@/lib/access/model'
import { listProposalsOf } from '@/lib/plan-changes/from-report/queries'
import { rightToPropose } from '@/lib/plan-changes/permissions'
import type { ReportView } from '@/lib/status-reports/views/model'

/** Changes of the plan that were proposed from the report, and whether the reader may propose one. */
export async function loadProposals(viewer: Viewer, project: { id: string; key: string }, report: ReportView) {
  const isOwnUnit = report.unit.coordinators.some(({ userId }) => userId === viewer.userId)
  return {
    projectKey: project.key,
    reportId: report.id,
    proposals: await listProposalsOf(viewer, project.id, report.id),
    proposes: rightToPropose(viewer, { projectId: project.id, isOwnUnit }) !== null,
  }
}
