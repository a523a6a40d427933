import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { type Closing, wasOpenedOnPurpose } from '@/lib/status-reports/closing/model'
import { derive, type ReportEventType, type ReportScope, type Standing } from '@/lib/status-reports/model'
import { type ReportPlace, visibleTo } from '@/lib/status-reports/permissions'

/** A report held by this transaction: nobody else can move or write it before the transaction ends. */
export type HeldReport = {
  id: string
  organisationId: string
  unitId: string
  periodId: string
  scope: ReportScope
  version: number
  standing: Standing
  closing: Closing
  place: ReportPlace
  lastEvent: { seq: number; type: ReportEventType; actorId: string | null } | null
}

/**
 * Locks one report and reads where it stands. Null when it does not exist or is not the viewer's to see.
 * The lock makes writers of one report take turns, so that what is checked is what is decided on.
 * @throws when the stored state is not what the events say
 */
export async function holdReport(viewer: Viewer, tx: Tx, reportId: string): Promise<HeldReport | null> {
  const [days] = await tx.$queryRaw<Omit<Closing, 'openedOnPurpose'>[]>`
    SELECT p."closesOn"::text AS "closesOn", e."dueOn"::text AS "exceptionOn"
      FROM "StatusReport" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      LEFT JOIN "PeriodException" e ON e."periodId" = r."periodId" AND e."workPackageId" = r."unitId"
     WHERE r.id = ${reportId}::uuid
       FOR UPDATE OF r`
  if (!days) return null
  const row = await tx.statusReport.findFirst({
    where: { id: reportId, ...visibleTo(viewer) },
    select: {
      id: true,
      organisationId: true,
      unitId: true,
      periodId: true,
      scope: true,
      state: true,
      version: true,
      unit: {
        select: {
          projectId: true,
          coordinators: { where: { userId: viewer.userId ?? undefined }, select: { userId: true } },
        },
      },
      events: { orderBy: { seq: 'asc' }, select: { seq: true, type: true, opens: true, actorId: true } },
    },
  })
  if (!row) return null
  const standing = derive(row.events)
  if (standing?.state !== row.state) throw new Error(`report ${row.id}: its state is not what its events say`)
  const { unit, events, state: _cache, ...report } = row
  return {
    ...report,
    standing,
    closing: { ...days, openedOnPurpose: wasOpenedOnPurpose(events) },
    place: { projectId: unit.projectId, isOwnUnit: viewer.userId !== null && unit.coordinators.length > 0 },
    lastEvent: events.at(-1) ?? null,
  }
}
