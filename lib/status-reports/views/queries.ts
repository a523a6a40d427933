import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { actionsInOrder } from '@/lib/actions/queries'
import { indicatorsInOrder, toIndicator } from '@/lib/indicators/queries'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import { inVisibleProjects, visibleProjects } from '@/lib/projects/permissions'
import { readSettings } from '@/lib/projects/settings/schema'
import { isClosed, type OwnDay, wasOpenedOnPurpose } from '@/lib/status-reports/closing/model'
import { toCorrections } from '@/lib/status-reports/corrections/model'
import { correctionsInOrder } from '@/lib/status-reports/corrections/queries'
import { changesSince, keptCopies } from '@/lib/status-reports/differences/since/model'
import { entryFields } from '@/lib/status-reports/fields/queries'
import { derive, isFinal } from '@/lib/status-reports/model'
import { canReviewReport, canWriteReport, visibleTo } from '@/lib/status-reports/permissions'
import { openReopening } from '@/lib/status-reports/reopening/model'
import { findReopening } from '@/lib/status-reports/reopening/queries'
import type { ReportView, WaitingReport } from '@/lib/status-reports/views/model'
import { toimintamallitInOrder, toToimintamalli } from '@/lib/toimintamallit/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { titleOf } from '@/lib/work-packages/model'
import { detailFields, toDetails } from '@/lib/work-packages/queries'

/** What the pages of a report show of it. */
export const reportFields = {
  id: true,
  version: true,
  scope: true,
  note: true,
  derivedFigures: true,
  unit: {
    select: {
      ...detailFields,
      projectId: true,
      actions: actionsInOrder,
      indicators: indicatorsInOrder,
      toimintamallit: toimintamallitInOrder,
    },
  },
  period: {
    select: {
      id: true,
      key: true,
      from: true,
      to: true,
      dueOn: true,
      closesOn: true,
      project: { select: { settings: true } },
    },
  },
  entries: { select: { ...entryFields, undoText: true, updatedAt: true } },
  events: {
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      type: true,
      at: true,
      reason: true,
      opens: true,
      copy: true,
      actor: { select: { name: true } },
      correction: { select: correctionsInOrder.select },
    },
  },
} as const satisfies Prisma.StatusReportSelect

/** Another last day that the unit has been given. */
export const ownDay = { dueOn: true, allowedBy: true, reason: true } as const satisfies Prisma.PeriodExceptionSelect

type Place = { projectId: string; periodKey: string; unitId: string }

/**
 * One unit's report for a period with everything its pages show: the previous report's fields, the unit's actions,
 * indicators with their values, toimintamallit and the events. Null when there is no such report for the viewer.
 */
export function findReport(viewer: Viewer, place: Place): Promise<ReportView | null> {
  return asViewer(viewer, async (tx) => {
    const { unitId, projectId, periodKey } = place
    const row = await tx.statusReport.findFirst({
      where: {
        AND: [
          { unitId, unit: { projectId, ...inVisibleProjects(viewer) }, period: { key: periodKey } },
          visibleTo(viewer),
        ],
      },
      select: {
        ...reportFields,
        period: {
          select: { ...reportFields.period.select, exceptions: { where: { workPackageId: unitId }, select: ownDay } },
        },
      },
    })
    if (!row) return null
    const previous = await tx.statusReport.findFirst({
      where: { unitId, period: { to: { lt: row.period.from } } },
      orderBy: { period: { to: 'desc' } },
      select: { period: { select: { key: true } }, entries: { select: { path: true, text: true } } },
    })
    const view = toReport(viewer, row, row.period.exceptions[0], previous)
    const asked = isFinal(view.state) ? view.may.review : view.within !== null
    const reopening = asked ? await findReopening(viewer, tx, { unitId, periodId: view.period.id }) : null
    return { ...view, reopening }
  })
}

/** The first report of the period that waits for the viewer's approval, in the order of the units; null when none does. */
export function nextWaiting(viewer: Viewer, place: Omit<Place, 'unitId'>): Promise<WaitingReport | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.statusReport.findFirst({
      where: {
        state: { in: ['submitted', 'in_review'] },
        period: { key: place.periodKey },
        unit: { AND: [{ projectId: place.projectId }, { project: visibleProjects(viewer, 'report.review') }] },
      },
      orderBy: { unit: { sort: 'asc' } },
      select: { unit: { select: { id: true, code: true, titlePlan: true, titleReview: true, sourceId: true } } },
    })
    return row && { unitId: row.unit.id, title: titleOf(row.unit) }
  })
}

type Row = Prisma.StatusReportGetPayload<{ select: typeof reportFields }>
type Previous = { period: { key: string }; entries: { path: string; text: string }[] } | null
type Subjects = Pick<ReportView, 'unit' | 'actions' | 'indicators' | 'toimintamallit'>

type Exception = Omit<OwnDay, 'dueOn'> & { dueOn: Date }

/** A stored report as its pages know it, but for how far it could be opened again. */
export function toReport(
  viewer: Viewer,
  row: Row,
  exception: Exception | undefined,
  previous: Previous,
): Omit<ReportView, 'reopening'> {
  const subjects = {
    unit: toDetails(row.unit),
    actions: row.unit.actions,
    indicators: row.unit.indicators.map(toIndicator),
    toimintamallit: row.unit.toimintamallit.map(toToimintamalli),
  }
  const period = toPeriod(row.period, exception ? { ...exception, dueOn: dayText(exception.dueOn) } : null)
  const view = toView(viewer, row, subjects, previous)
  return { ...view, period, closed: isClosedNow(view, period) }
}

function toView(
  viewer: Viewer,
  row: Row,
  subjects: Subjects,
  previous: Previous,
): Omit<ReportView, 'period' | 'closed' | 'reopening'> {
  const standing = derive(row.events)
  if (!standing) throw new Error(`report ${row.id}: its events are impossible`)
  const copies = keptCopies(
    row.events.map((event) => ({ ...event, at: event.at.toISOString(), by: event.actor?.name ?? null })),
  )
  const within = openReopening(row.events) && standing.within
  const isOwnUnit = subjects.unit.coordinators.some(({ userId }) => userId === viewer.userId)
  const place = { projectId: row.unit.projectId, isOwnUnit }
  return {
    id: row.id,
    settings: readSettings(row.period.project.settings),
    version: row.version,
    state: standing.state,
    scope: row.scope,
    note: row.note,
    derivedFigures: row.derivedFigures,
    savedAt: lastWritten(row.entries),
    opens: standing.opens && [...standing.opens],
    within: within ? [...within] : null,
    previousPeriodKey: previous?.period.key ?? null,
    ...subjects,
    fields: Object.fromEntries(
      row.entries.map(({ path, text, version, confirmed, origin, undoText }) => [
        path,
        { text, version, confirmed, origin, undo: undoText },
      ]),
    ),
    previous: textsOf(previous?.entries ?? []),
    events: row.events.map(({ at, actor, copy: _copy, correction, ...event }) => ({
      ...event,
      at: at.toISOString(),
      by: actor?.name ?? null,
      correction: toCorrections(correction ? [correction] : [])[0] ?? null,
    })),
    copies,
    since: changesSince(copies, textsOf(row.entries), null),
    may: { write: canWriteReport(viewer, place), review: canReviewReport(viewer, place) },
  }
}

function isClosedNow(view: Pick<ReportView, 'state' | 'events'>, period: ReportView['period']): boolean {
  const openedOnPurpose = wasOpenedOnPurpose(view.events)
  const closing = { closesOn: period.closesOn, exceptionOn: period.exception?.dueOn ?? null, openedOnPurpose }
  return isClosed(view.state, closing, dateInHelsinki(now()))
}

function toPeriod(period: Row['period'], exception: OwnDay | null): ReportView['period'] {
  return {
    id: period.id,
    key: period.key,
    from: dayText(period.from),
    to: dayText(period.to),
    dueOn: exception?.dueOn ?? dayText(period.dueOn),
    closesOn: dayText(period.closesOn),
    exception,
  }
}

function lastWritten(entries: Row['entries']): string | null {
  const moments = entries
    .filter((entry) => entry.confirmed && entry.origin !== 'imported')
    .map(({ updatedAt }) => updatedAt.toISOString())
  return moments.toSorted().at(-1) ?? null
}

function textsOf(entries: readonly { path: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ path, text }) => [path, text]))
}
