import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import type { UnitState } from '@/lib/rounds/model'
import { type Finding, findingsOf } from '@/lib/rounds/publishing/prechecks/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { openThreadsByUnit } from '@/lib/status-reports/comments/queries'

/** `mark` names exactly these findings: what was accepted is what was seen. */
export type Precheck = { findings: Finding[]; mark: string }

/** What is amiss in a period as it would be published now. Null when there is no such period for the viewer to publish. */
export function checkBeforePublishing(viewer: Viewer, projectId: string, periodKey: string): Promise<Precheck | null> {
  return asViewer(
    viewer,
    async (tx) => {
      const project = { AND: [{ id: projectId }, visibleProjects(viewer, 'period.publish')] }
      const period = await tx.reportingPeriod.findFirst({
        where: { key: periodKey, project },
        select: { id: true, reports: { select: { unitId: true, state: true } } },
      })
      if (!period) return null
      const body = await collectSnapshot(viewer, projectId, periodKey)
      return precheckOf(viewer, body, new Map(period.reports.map(({ unitId, state }) => [unitId, state])))
    },
    { seconds: 60 },
  )
}

/** The same for a body that has been collected already, within a running publication. */
export async function precheckOf(
  viewer: Viewer,
  body: SnapshotBody,
  states: ReadonlyMap<string, UnitState>,
): Promise<Precheck> {
  const threads = await openThreadsByUnit(viewer, body.period.id)
  const findings = findingsOf({ body, states, threads })
  return { findings, mark: createHash('sha256').update(JSON.stringify(findings)).digest('hex') }
}
