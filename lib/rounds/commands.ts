import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { describeError, log } from '@/lib/platform/logger'
import { visibleProjects } from '@/lib/projects/permissions'
import { opensAtOnce, overlapping } from '@/lib/rounds/calendar/model'
import type { OpenedPeriod, PeriodReason } from '@/lib/rounds/model'
import { rightToManagePeriods } from '@/lib/rounds/permissions'
import type { NewPeriod } from '@/lib/rounds/schema'
import { prepareReport } from '@/lib/status-reports/prefill/commands'
import { unitsToPrepare } from '@/lib/status-reports/prefill/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/** `prepared` is null when the period waits for its opening day. */
export type MadePeriod = { periodId: string; prepared: number | null }

/**
 * Makes a period. One whose opening day has come, or that has none, opens at once: every unit gets its report. Others open by
 * themselves on their day (`openDuePeriods`). Reasons: NOT_FOUND (project), NOT_ALLOWED, EXISTS (its key is taken), OVERLAPS
 * (it shares days with another period and the person has not said that it is meant).
 */
export function createPeriod(
  viewer: Viewer,
  input: NewPeriod,
): Promise<Result<MadePeriod, PeriodReason | 'EXISTS' | 'OVERLAPS'>> {
  return asViewer(viewer, (tx) => create(viewer, tx, input), { seconds: 60 })
}

async function create(
  viewer: Viewer,
  tx: Tx,
  input: NewPeriod,
): Promise<Result<MadePeriod, PeriodReason | 'EXISTS' | 'OVERLAPS'>> {
  // Periods of one project are made one after the other: two that overlap must not miss each other.
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${input.projectId}::uuid FOR NO KEY UPDATE`
  const project = await tx.project.findFirst({
    where: { AND: [{ id: input.projectId }, visibleProjects(viewer)] },
    select: { id: true, organisationId: true, periods: { select: { key: true, from: true, to: true } } },
  })
  if (!project) return fail('NOT_FOUND')
  const right = rightToManagePeriods(viewer, project.id)
  if (!right) return fail('NOT_ALLOWED')
  const { key } = input
  if (project.periods.some((period) => period.key === key)) return fail('EXISTS', { key: 'rounds.error.keyTaken' })
  const others = project.periods.map((period) => ({ from: dayText(period.from), to: dayText(period.to) }))
  if (overlapping(others, input).length > 0 && !input.overlaps) {
    return fail('OVERLAPS', { overlaps: 'calendar.error.overlaps' })
  }
  const { id: periodId } = await tx.reportingPeriod.create({
    data: {
      organisationId: project.organisationId,
      projectId: project.id,
      key,
      from: new Date(input.from),
      to: new Date(input.to),
      opensOn: input.opensOn ? new Date(input.opensOn) : null,
      dueOn: input.dueOn ? new Date(input.dueOn) : null,
      closesOn: input.closesOn ? new Date(input.closesOn) : null,
    },
    select: { id: true },
  })
  await recordAudit(tx, viewer, {
    action: 'period.created',
    right,
    subjectType: 'period',
    subjectId: periodId,
    organisationId: project.organisationId,
    data: { key },
  })
  if (!opensAtOnce(input, dateInHelsinki(now()))) return ok({ periodId, prepared: null })
  const opened = await open(viewer, tx, periodId)
  // Nothing of a period is kept that could not be opened.
  if (!opened.ok) throw new Error(`period ${key} was made but could not be opened: ${opened.reason}`)
  return ok({ periodId, prepared: opened.value.prepared })
}

/**
 * Opens a planned period: every reporting unit gets its report, carried over from its previous one and unconfirmed.
 * Opening an open period again only makes reports for units that have come since.
 * Reasons: NOT_FOUND, NOT_ALLOWED, ALREADY_PUBLISHED.
 */
export function openPeriod(
  viewer: Viewer,
  periodId: string,
): Promise<Result<{ prepared: number }, PeriodReason | 'ALREADY_PUBLISHED'>> {
  return asViewer(viewer, (tx) => open(viewer, tx, periodId), { seconds: 60 })
}

async function open(
  viewer: Viewer,
  tx: Tx,
  periodId: string,
): Promise<Result<{ prepared: number }, PeriodReason | 'ALREADY_PUBLISHED'>> {
  await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE id = ${periodId}::uuid FOR NO KEY UPDATE`
  const period = await tx.reportingPeriod.findFirst({
    where: { id: periodId, project: visibleProjects(viewer) },
    select: { id: true, organisationId: true, projectId: true, key: true, from: true, state: true },
  })
  if (!period) return fail('NOT_FOUND')
  const right = rightToManagePeriods(viewer, period.projectId)
  if (!right) return fail('NOT_ALLOWED')
  if (period.state === 'published') return fail('ALREADY_PUBLISHED')
  const units = await unitsToPrepare(viewer, tx, period)
  for (const unit of units) await prepareReport(viewer, tx, { periodId, right, unit })
  if (period.state === 'planned' || units.length > 0) {
    await tx.reportingPeriod.update({ where: { id: periodId, state: period.state }, data: { state: 'open' } })
    await recordAudit(tx, viewer, {
      action: 'period.opened',
      right,
      subjectType: 'period',
      subjectId: periodId,
      organisationId: period.organisationId,
      data: { key: period.key, reports: units.length },
    })
  }
  return ok({ prepared: units.length })
}

/**
 * Opens every planned period of the viewer's whose opening day has come in Helsinki; meant for a system actor on a schedule.
 * Each period is a transaction of its own, so that one that fails does not keep the others shut: it is logged and tried again
 * the next time. Asking again opens nothing twice. A planned period without an opening day waits for a person.
 */
export async function openDuePeriods(viewer: Viewer): Promise<{ opened: OpenedPeriod[] }> {
  const due = {
    state: 'planned' as const,
    opensOn: { lte: new Date(dateInHelsinki(now())) },
    project: visibleProjects(viewer, 'period.manage'),
  }
  const fields = { id: true, key: true, projectId: true, organisationId: true } as const
  const waiting = await asViewer(viewer, (tx) =>
    tx.reportingPeriod.findMany({ where: due, orderBy: [{ from: 'asc' }, { id: 'asc' }], select: fields }),
  )
  const opened: OpenedPeriod[] = []
  for (const { id, key, projectId, organisationId } of waiting) {
    try {
      const prepared = await asViewer(
        viewer,
        async (tx) => {
          await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
          // Somebody may have opened it or moved its day since it was listed.
          if ((await tx.reportingPeriod.count({ where: { ...due, id } })) === 0) return null
          const done = await open(viewer, tx, id)
          return done.ok ? done.value.prepared : null
        },
        { seconds: 60 },
      )
      if (prepared !== null) opened.push({ periodId: id, periodKey: key, projectId, organisationId, prepared })
    } catch (error) {
      log('error', 'period.not_opened', { periodId: id, ...describeError(error) })
    }
  }
  return { opened }
}
