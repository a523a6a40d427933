import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import { type Finding, findingsOf, type ToCheck } from '@/lib/rounds/publishing/prechecks/model'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { openThreads } from '@/lib/status-reports/comments/queries'

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
        select: { reports: { select: { unitId: true, state: true, threads: openThreads } } },
      })
      if (!period) return null
      const body = await collectSnapshot(viewer, projectId, periodKey)
      return precheckOf({
        body,
        states: new Map(period.reports.map(({ unitId, state }) => [unitId, state])),
        threads: new Map(period.reports.map(({ unitId, threads }) => [unitId, threads.length])),
      })
    },
    { seconds: 60 },
  )
}

/** The same for a body that has been collected already, within a running publication. */
export function precheckOf(given: ToCheck): Precheck {
  const findings = findingsOf(given)
  return { findings, mark: createHash('sha256').update(JSON.stringify(findings)).digest('hex') }
}
