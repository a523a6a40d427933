import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { readPath } from '@/lib/status-reports/fields/model'
import type { ReportScope } from '@/lib/status-reports/model'
import { type PrefilledField, prefill } from '@/lib/status-reports/prefill/model'
import type { UnitToPrepare } from '@/lib/status-reports/prefill/queries'

/**
 * Makes the report of one unit for a period that opens: the opening event and what is carried over, unconfirmed.
 * The caller holds the period and has checked the right.
 */
export async function prepareReport(
  viewer: Viewer,
  tx: Tx,
  { periodId, right, unit }: { periodId: string; right: string; unit: UnitToPrepare },
): Promise<string> {
  const { organisationId } = unit
  const fields = prefill(unit.source?.fields ?? [], unit.actions)
  const report = await tx.statusReport.create({
    data: {
      organisationId,
      unitId: unit.id,
      periodId,
      scope: scopeOf(unit),
      updatedAt: now(),
      events: { create: { organisationId, seq: 1, type: 'opened', actorId: viewer.userId, at: now() } },
    },
    select: { id: true },
  })
  await tx.statusReportEntry.createMany({ data: fields.flatMap((field) => entryRow(field, report.id, organisationId)) })
  await recordAudit(tx, viewer, {
    action: 'report.opened',
    right,
    subjectType: 'status_report',
    subjectId: report.id,
    organisationId,
    data: { carriedOver: fields.length },
  })
  return report.id
}

function entryRow(field: PrefilledField, reportId: string, organisationId: string) {
  const address = readPath(field.path)
  return address
    ? [
        {
          ...address,
          ...field,
          reportId,
          organisationId,
          origin: 'prefilled' as const,
          confirmed: false,
          updatedAt: now(),
        },
      ]
    : []
}

/** A unit that has ended is reported as ended; one that told its parts' news before goes on doing so. */
function scopeOf({ lifecycle, source }: UnitToPrepare): ReportScope {
  if (lifecycle === 'ended' || lifecycle === 'completed') return 'ended'
  return source?.scope === 'rollup' ? 'rollup' : 'full'
}
