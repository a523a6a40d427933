import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readWithin, sql, type Tx } from '@/lib/platform/db'
import { type Closing, wasOpenedOnPurpose } from '@/lib/status-reports/closing/model'
import {
  derive,
  type ReportEventType,
  type ReportScope,
  type ReportState,
  type Standing,
} from '@/lib/status-reports/model'
import { maySeeReport, type ReportPlace } from '@/lib/status-reports/permissions'

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

type HeldRow = Omit<HeldReport, 'standing' | 'closing' | 'place' | 'lastEvent'> &
  ReportPlace & {
    state: ReportState
    events: { seq: number; type: ReportEventType; opens: string[]; actorId: string | null }[]
  }

/**
 * Locks one report and reads where it stands. Null when it does not exist or is not the viewer's to see.
 * The lock makes writers of one report take turns, so that what is checked is what is decided on. What is decided on is read
 * by a second statement: one that waits for the lock still sees the events as they were before it waited. Both are sent at once,
 * because every save while somebody types asks them.
 * @throws when the stored state is not what the events say
 */
export async function holdReport(viewer: Viewer, tx: Tx, reportId: string): Promise<HeldReport | null> {
  const locking = readWithin<Omit<Closing, 'openedOnPurpose'>>(
    tx,
    sql`
    SELECT p."closesOn"::text AS "closesOn", e."dueOn"::text AS "exceptionOn"
      FROM "StatusReport" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      LEFT JOIN "PeriodException" e ON e."periodId" = r."periodId" AND e."workPackageId" = r."unitId"
     WHERE r.id = ${reportId}::uuid
       FOR UPDATE OF r`,
  )
  const reading = readWithin<HeldRow>(
    tx,
    sql`
    SELECT r.id, r."organisationId", r."unitId", r."periodId", r.scope::text AS scope, r.state::text AS state, r.version,
           u."projectId",
           EXISTS (SELECT 1 FROM "WorkPackageCoordinator" c
                    WHERE c."workPackageId" = u.id AND c."userId" = ${viewer.userId}::uuid) AS "isOwnUnit",
           (SELECT coalesce(json_agg(json_build_object('seq', e.seq, 'type', e.type, 'opens', e.opens,
                                                       'actorId', e."actorId") ORDER BY e.seq), '[]')
              FROM "StatusReportEvent" e WHERE e."reportId" = r.id) AS events
      FROM "StatusReport" r JOIN "WorkPackage" u ON u.id = r."unitId"
     WHERE r.id = ${reportId}::uuid`,
  )
  const [[days], [row]] = await Promise.all([locking, reading])
  if (!days || !row || !maySeeReport(viewer, row)) return null
  const standing = derive(row.events)
  if (standing?.state !== row.state) throw new Error(`report ${row.id}: its state is not what its events say`)
  const { projectId, isOwnUnit, events, state: _cache, ...report } = row
  return {
    ...report,
    standing,
    closing: { ...days, openedOnPurpose: wasOpenedOnPurpose(events) },
    place: { projectId, isOwnUnit },
    lastEvent: events.at(-1) ?? null,
  }
}
