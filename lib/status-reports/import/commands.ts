import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { readPath } from '@/lib/status-reports/fields/model'
import { derive, type ReportEventType, type ReportScope } from '@/lib/status-reports/model'
import { fail, ok, type Result } from '@/lib/values/result'

export type ImportedReport = {
  unitId: string
  periodId: string
  scope: ReportScope
  entries: readonly { path: string; text: string; sort?: number }[]
  derivedFigures?: readonly string[]
  note?: string | null
  /** In order, ending where the report stands: opened, saved, submitted, approved … */
  events: readonly {
    type: ReportEventType
    at: Date
    actorId?: string | null
    reason?: string | null
    opens?: readonly string[]
  }[]
}

/**
 * Takes in a report that was made elsewhere, with its history. Only for the system's own loaders. Measurements and
 * action states are not made of it: such a source brings its own.
 * Reasons: NOT_ALLOWED, NOT_FOUND (unit or period, or not of one project), EXISTS, UNKNOWN_FIELD, IMPOSSIBLE_EVENTS.
 */
export function importReport(
  viewer: Viewer,
  input: ImportedReport,
): Promise<
  Result<{ reportId: string }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'EXISTS' | 'UNKNOWN_FIELD' | 'IMPOSSIBLE_EVENTS'>
> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
    const { unitId, periodId } = input
    const unit = await tx.workPackage.findUnique({
      where: { id: unitId },
      select: { organisationId: true, projectId: true, statusReports: { where: { periodId }, select: { id: true } } },
    })
    const period = await tx.reportingPeriod.findUnique({ where: { id: periodId }, select: { projectId: true } })
    if (!unit || unit.projectId !== period?.projectId) return fail('NOT_FOUND')
    if (unit.statusReports.length > 0) return fail('EXISTS')
    const standing = derive(input.events.map(({ type, opens }) => ({ type, opens })))
    if (!standing) return fail('IMPOSSIBLE_EVENTS')
    const addresses = input.entries.map((entry) => readPath(entry.path))
    if (addresses.includes(null)) return fail('UNKNOWN_FIELD')
    const { organisationId } = unit
    const last = input.events.at(-1)
    const report = await tx.statusReport.create({
      data: {
        organisationId,
        unitId,
        periodId,
        scope: input.scope,
        state: standing.state,
        derivedFigures: [...(input.derivedFigures ?? [])],
        note: input.note ?? null,
        updatedAt: last?.at,
        version: 1 + input.events.filter((event) => event.type !== 'opened' && event.type !== 'saved').length,
      },
      select: { id: true },
    })
    const own = { organisationId, reportId: report.id }
    await tx.statusReportEntry.createMany({
      data: input.entries.flatMap(({ path, text, sort }, index) => {
        const address = addresses[index]
        return address
          ? [{ ...own, ...address, path, text, sort: sort ?? index, origin: 'imported' as const, updatedAt: last?.at }]
          : []
      }),
    })
    await tx.statusReportEvent.createMany({
      data: input.events.map(({ type, at, actorId, reason, opens }, index) => ({
        ...own,
        seq: index + 1,
        type,
        at,
        actorId: actorId ?? null,
        reason: reason ?? null,
        opens: [...(opens ?? [])],
      })),
    })
    await recordAudit(tx, viewer, {
      action: 'data.loaded',
      right: `system:${viewer.name}`,
      subjectType: 'status_report',
      subjectId: report.id,
      organisationId,
      data: { state: standing.state, fields: input.entries.length },
    })
    return ok({ reportId: report.id })
  })
}
