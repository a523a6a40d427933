import type { Viewer } from '@/lib/access/model'
import { listEditions } from '@/lib/final-report/editions/queries'
import { listLifeEvents, standingOf } from '@/lib/final-report/life/queries'
import { canExportReport, canReadReport, stepsOf } from '@/lib/final-report/permissions'
import { openReport } from '@/lib/final-report/queries'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import type { ProjectHeader } from '@/lib/projects/model'

/** Everything that the page of a report's life shows; null when there is no report, or it is not the viewer's to read. */
export async function loadLife(viewer: Viewer, project: ProjectHeader) {
  const open = canReadReport(viewer, project.id) ? await openReport(viewer, project) : null
  if (!open) return null
  const mayTake = stepsOf(viewer, project.id)
  const decides = open.report.state === 'approved' && mayTake.includes('decided')
  return {
    report: open.report,
    changed: open.changed,
    events: await listLifeEvents(viewer, project.id),
    standing: await standingOf(viewer, project.id, open),
    editions: await listEditions(viewer, project.id),
    mayTake,
    exports: canExportReport(viewer, project.id),
    decisions: decides ? await listDecisions(viewer, project.id, null) : [],
  }
}
