import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { entryFields } from '@/lib/status-reports/fields/queries'
import { derive } from '@/lib/status-reports/model'
import { canReviewReport, canWriteReport, visibleTo } from '@/lib/status-reports/permissions'
import { toUnit, unitFields } from '@/lib/status-reports/units/queries'
import { changedPaths, type ReportView } from '@/lib/status-reports/views/model'
import { subjectsOfUnit } from '@/lib/status-reports/views/subjects/queries'

const periodFields = { id: true, key: true, from: true, to: true, dueOn: true, closesOn: true } as const

/**
 * One unit's report for a period with everything its pages show: the previous report's fields, the unit's actions,
 * indicators with their latest values, toimintamallit and the events. Null when there is no such report for the viewer.
 */
export function findReport(
  viewer: Viewer,
  place: { projectId: string; periodKey: string; unitId: string },
): Promise<ReportView | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.statusReport.findFirst({
      where: {
        unitId: place.unitId,
        period: { key: place.periodKey, projectId: place.projectId },
        AND: visibleTo(viewer),
      },
      select: {
        id: true,
        version: true,
        scope: true,
        note: true,
        derivedFigures: true,
        updatedAt: true,
        unit: {
          select: {
            ...unitFields,
            coordinators: { where: { userId: viewer.userId ?? undefined }, select: { userId: true } },
          },
        },
        period: { select: periodFields },
        entries: { select: entryFields },
        events: {
          orderBy: { seq: 'asc' },
          select: { seq: true, type: true, at: true, reason: true, opens: true, copy: true, actor: { select: { name: true } } },
        },
      },
    })
    if (!row) return null
    const standing = derive(row.events)
    if (!standing) throw new Error(`report ${row.id}: its events are impossible`)
    const previous = await tx.statusReport.findFirst({
      where: { unitId: place.unitId, period: { to: { lt: row.period.from } } },
      orderBy: { period: { to: 'desc' } },
      select: { period: { select: { key: true } }, entries: { select: { path: true, text: true } } },
    })
    const texts = textsOf(row.entries)
    const copy = row.events.findLast((event) => event.type === 'returned')?.copy
    const reportPlace = {
      projectId: row.unit.projectId,
      isOwnUnit: viewer.userId !== null && row.unit.coordinators.length > 0,
    }
    return {
      id: row.id,
      version: row.version,
      state: standing.state,
      scope: row.scope,
      note: row.note,
      derivedFigures: row.derivedFigures,
      updatedAt: row.updatedAt.toISOString(),
      opens: standing.opens === null ? null : [...standing.opens],
      period: {
        id: row.period.id,
        key: row.period.key,
        from: day(row.period.from),
        to: day(row.period.to),
        dueOn: row.period.dueOn && day(row.period.dueOn),
        closesOn: row.period.closesOn && day(row.period.closesOn),
      },
      previousPeriodKey: previous?.period.key ?? null,
      unit: toUnit(row.unit),
      fields: Object.fromEntries(row.entries.map(({ path, text, version, confirmed, origin }) => [path, { text, version, confirmed, origin }])),
      previous: textsOf(previous?.entries ?? []),
      ...(await subjectsOfUnit(viewer, tx, { unitId: row.unit.id, reportId: row.id })),
      events: row.events.map(({ seq, type, at, reason, opens, actor }) => ({
        seq,
        type,
        at: at.toISOString(),
        by: actor?.name ?? null,
        reason,
        opens,
      })),
      changedSinceReturn: isTexts(copy) ? changedPaths(copy, texts) : [],
      may: { write: canWriteReport(viewer, reportPlace), review: canReviewReport(viewer, reportPlace) },
    }
  })
}

function textsOf(entries: readonly { path: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ path, text }) => [path, text]))
}

function isTexts(copy: unknown): copy is Record<string, string> {
  return typeof copy === 'object' && copy !== null && Object.values(copy).every((text) => typeof text === 'string')
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
