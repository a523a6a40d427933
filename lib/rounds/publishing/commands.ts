import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import type { PeriodReason } from '@/lib/rounds/model'
import { rightToPublish } from '@/lib/rounds/permissions'
import { countFindings } from '@/lib/rounds/publishing/prechecks/model'
import { precheckOf } from '@/lib/rounds/publishing/prechecks/queries'
import type { Publication } from '@/lib/rounds/schema'
import { writeSnapshot } from '@/lib/rounds/snapshot/commands'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { openThreadsByUnit } from '@/lib/status-reports/comments/queries'
import { moveReport } from '@/lib/status-reports/standing/commands'
import { holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

export type Published = { snapshotId: string; version: number; published: number; leftOut: number }
export type PublishReason =
  | PeriodReason
  | 'SIGN_IN_AGAIN'
  | 'STALE'
  | 'NOTHING_APPROVED'
  | 'FINDINGS_CHANGED'
  | 'REASON_MISSING'

/**
 * Publishes a period: approved reports become published, and everything the steering group sees is frozen as one
 * snapshot, all in one transaction. Units without an approved report stand in it without one; their drafts stay out.
 * Publishing again makes the next version; earlier ones stay as they are.
 * What the list before publishing finds is accepted with a reason, which is kept with the findings.
 * Reasons: NOT_FOUND, NOT_ALLOWED, SIGN_IN_AGAIN (the sign-in is older than 15 minutes), NOTHING_APPROVED, STALE (somebody
 * published since the person looked), FINDINGS_CHANGED
 * (the list is not the one the person saw), REASON_MISSING (there are findings and nothing says why to publish all the same).
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
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  const latest = period.snapshots[0]?.version ?? 0
  if (input.seenVersion !== undefined && input.seenVersion !== latest) return fail('STALE')
  const reports = await holdReports(viewer, tx, period.id)
  const ready = reports.filter(({ state }) => state === 'approved')
  const already = reports.filter(({ state }) => state === 'published').length
  if (ready.length + already === 0) return fail('NOTHING_APPROVED')
  // The reports are held: what is looked at here is what is published below.
  const body = await collectSnapshot(viewer, projectId, periodKey)
  const { findings, mark } = precheckOf({
    body,
    states: new Map(reports.map(({ unitId, state }) => [unitId, state])),
    threads: await openThreadsByUnit(viewer, period.id),
  })
  if (input.seenFindings !== undefined && input.seenFindings !== mark) return fail('FINDINGS_CHANGED')
  if (findings.length > 0 && !input.note) return fail('REASON_MISSING', { note: 'calendar.error.acceptReasonMissing' })
  for (const { id } of ready) await publishReport(viewer, tx, id)
  await tx.reportingPeriod.update({ where: { id: period.id, state: period.state }, data: { state: 'published' } })
  const snapshot = await writeSnapshot(viewer, body, { note: input.note, findings })
  const units = await tx.workPackage.count({ where: { projectId, reports: true } })
  const counts = { published: ready.length, leftOut: units - ready.length - already }
  await recordAudit(tx, viewer, {
    action: 'period.published',
    right,
    subjectType: 'period',
    subjectId: period.id,
    organisationId: period.organisationId,
    data: {
      key: periodKey,
      version: snapshot.version,
      sha256: snapshot.sha256,
      ...counts,
      findings: countFindings(findings),
    },
  })
  return ok({ snapshotId: snapshot.snapshotId, version: snapshot.version, ...counts })
}

/** Two publications take turns on the period's row, so that the second sees the first one's version. */
async function holdPeriod(viewer: Viewer, tx: Tx, projectId: string, key: string) {
  await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE "projectId" = ${projectId}::uuid AND key = ${key} FOR NO KEY UPDATE`
  return tx.reportingPeriod.findFirst({
    where: { key, project: { AND: [{ id: projectId }, visibleProjects(viewer)] } },
    select: {
      id: true,
      organisationId: true,
      state: true,
      snapshots: { orderBy: { version: 'desc' }, take: 1, select: { version: true } },
    },
  })
}

/** Nobody moves or writes a report of the period before the publication has ended. */
async function holdReports(_viewer: Viewer, tx: Tx, periodId: string) {
  await tx.$queryRaw`SELECT 1 FROM "StatusReport" WHERE "periodId" = ${periodId}::uuid ORDER BY id FOR UPDATE`
  return tx.statusReport.findMany({
    where: { periodId },
    orderBy: { id: 'asc' },
    select: { id: true, unitId: true, state: true },
  })
}

async function publishReport(viewer: Viewer, tx: Tx, reportId: string): Promise<void> {
  const report = await holdReport(viewer, tx, reportId)
  const moved = report && (await moveReport(viewer, tx, report, { type: 'published' }))
  // Nothing of a publication is kept when one of its reports cannot be published.
  if (!moved?.ok) throw new Error(`report ${reportId} was approved but could not be published: ${moved?.reason}`)
}
