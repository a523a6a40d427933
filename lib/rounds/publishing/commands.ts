import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { PeriodReason } from '@/lib/rounds/model'
import { rightToPublish } from '@/lib/rounds/permissions'
import type { Publication } from '@/lib/rounds/schema'
import { writeSnapshot } from '@/lib/rounds/snapshot/commands'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { moveReport } from '@/lib/status-reports/standing/commands'
import { holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

export type Published = { snapshotId: string; version: number; published: number; leftOut: number }
export type PublishReason = PeriodReason | 'STALE' | 'NOTHING_APPROVED'

/**
 * Publishes a period: approved reports become published, and everything the steering group sees is frozen as one
 * snapshot, all in one transaction. Units without an approved report stand in it without one; their drafts stay out.
 * Publishing again makes the next version; earlier ones stay as they are.
 * Reasons: NOT_FOUND, NOT_ALLOWED, NOTHING_APPROVED, STALE (somebody published since the person looked).
 */
export function publishPeriod(viewer: Viewer, input: Publication): Promise<Result<Published, PublishReason>> {
  return asViewer(viewer, (tx) => publish(viewer, tx, input), { seconds: 60 })
}

async function publish(viewer: Viewer, tx: Tx, input: Publication): Promise<Result<Published, PublishReason>> {
  const { projectId, periodKey } = input
  const period = await holdPeriod(viewer, tx, projectId, periodKey)
  if (!period) return fail('NOT_FOUND')
  const right = rightToPublish(viewer, projectId)
  if (!right) return fail('NOT_ALLOWED')
  const latest = period.snapshots[0]?.version ?? 0
  if (input.seenVersion !== undefined && input.seenVersion !== latest) return fail('STALE')
  const ready = period.reports.filter(({ state }) => state === 'approved')
  const already = period.reports.filter(({ state }) => state === 'published').length
  if (ready.length + already === 0) return fail('NOTHING_APPROVED')
  for (const { id } of ready) await publishReport(viewer, tx, id)
  await tx.reportingPeriod.update({ where: { id: period.id, state: period.state }, data: { state: 'published' } })
  const body = await collectSnapshot(viewer, projectId, periodKey)
  const snapshot = await writeSnapshot(viewer, body, { note: input.note })
  const units = await tx.workPackage.count({ where: { projectId, reports: true } })
  const counts = { published: ready.length, leftOut: units - ready.length - already }
  await recordAudit(tx, viewer, {
    action: 'period.published',
    right,
    subjectType: 'period',
    subjectId: period.id,
    organisationId: period.organisationId,
    data: { key: periodKey, version: snapshot.version, sha256: snapshot.sha256, ...counts },
  })
  return ok({ snapshotId: snapshot.snapshotId, version: snapshot.version, ...counts })
}

/** Two publications take turns on the period's row, so that the second sees the first one's version. */
async function holdPeriod(viewer: Viewer, tx: Tx, projectId: string, key: string) {
  await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE "projectId" = ${projectId}::uuid AND key = ${key} FOR UPDATE`
  return tx.reportingPeriod.findFirst({
    where: { key, project: { AND: [{ id: projectId }, visibleProjects(viewer)] } },
    select: {
      id: true,
      organisationId: true,
      state: true,
      snapshots: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
      reports: { orderBy: { id: 'asc' }, select: { id: true, state: true } },
    },
  })
}

async function publishReport(viewer: Viewer, tx: Tx, reportId: string): Promise<void> {
  const report = await holdReport(viewer, tx, reportId)
  const moved = report && (await moveReport(viewer, tx, report, { type: 'published' }))
  // Nothing of a publication is kept when one of its reports cannot be published.
  if (!moved?.ok) throw new Error(`report ${reportId} was approved but could not be published: ${moved?.reason}`)
}
