import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import {
  changedDays,
  type dayNames,
  opensAtOnce,
  overlapping,
  type PeriodDays,
  refusedChange,
} from '@/lib/rounds/calendar/model'
import { planMark, planYear } from '@/lib/rounds/calendar/quarters/model'
import { listCalendar } from '@/lib/rounds/calendar/queries'
import type { PeriodChange, YearOfQuarters } from '@/lib/rounds/calendar/schema'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import type { PeriodReason } from '@/lib/rounds/model'
import { rightToManagePeriods } from '@/lib/rounds/permissions'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type ChangeReason = PeriodReason | 'STALE' | 'DAYS' | 'OVERLAPS'

/**
 * Changes the days of a period and of its round. A planned period whose opening day is moved to today or earlier opens at
 * once. Reasons: NOT_FOUND, NOT_ALLOWED, STALE (somebody changed the days since the person looked), DAYS (refused at the
 * named fields: a published period keeps its from and to, an opened one its opening day), OVERLAPS as in `createPeriod`.
 */
export function changePeriod(
  viewer: Viewer,
  { periodId, seen, days, overlaps }: PeriodChange,
): Promise<Result<{ changed: (keyof PeriodDays)[]; prepared: number | null }, ChangeReason>> {
  return asViewer(
    viewer,
    async (tx) => {
      const period = await findPeriod(viewer, tx, periodId)
      if (!period) return fail('NOT_FOUND')
      const right = rightToManagePeriods(viewer, period.projectId)
      if (!right) return fail('NOT_ALLOWED')
      // As when a period is made: overlapping is judged by one person at a time.
      await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${period.projectId}::uuid FOR NO KEY UPDATE`
      const refused = refusedChange(period.state, seen, days)
      if (refused) return fail('DAYS', refused)
      const moved = seen.from !== days.from || seen.to !== days.to
      if (moved && !overlaps && (await overlapsOthers(tx, period, days))) {
        return fail('OVERLAPS', { overlaps: 'calendar.error.overlaps' })
      }
      const written = await tx.reportingPeriod.updateMany({
        where: { id: periodId, state: period.state, ...asColumns(seen) },
        data: asColumns(days),
      })
      if (written.count === 0) return fail('STALE')
      const changed = changedDays(seen, days)
      if (changed.length > 0) {
        const pick = (from: PeriodDays) => Object.fromEntries(changed.map((name) => [name, from[name]]))
        await recordAudit(tx, viewer, {
          action: 'period.changed',
          right,
          subjectType: 'period',
          subjectId: periodId,
          organisationId: period.organisationId,
          data: { key: period.key, before: pick(seen), after: pick(days) },
        })
      }
      if (period.state !== 'planned' || !opensAtOnce(days, dateInHelsinki(now())))
        return ok({ changed, prepared: null })
      const opened = await openPeriod(viewer, periodId)
      if (!opened.ok) throw new Error(`period ${period.key} was changed but could not be opened: ${opened.reason}`)
      return ok({ changed, prepared: opened.value.prepared })
    },
    { seconds: 60 },
  )
}

function findPeriod(viewer: Viewer, tx: Tx, periodId: string) {
  return tx.reportingPeriod.findFirst({
    where: { id: periodId, project: visibleProjects(viewer) },
    select: { id: true, projectId: true, organisationId: true, key: true, state: true },
  })
}

async function overlapsOthers(tx: Tx, own: { id: string; projectId: string }, days: PeriodDays): Promise<boolean> {
  const others = await tx.reportingPeriod.findMany({
    where: { projectId: own.projectId, id: { not: own.id } },
    select: { from: true, to: true },
  })
  return (
    overlapping(
      others.map((one) => ({ from: dayText(one.from), to: dayText(one.to) })),
      days,
    ).length > 0
  )
}

function asColumns(days: PeriodDays) {
  const day = (text: string | null) => (text === null ? null : new Date(text))
  const { opensOn, dueOn, closesOn } = days
  return {
    from: new Date(days.from),
    to: new Date(days.to),
    opensOn: day(opensOn),
    dueOn: day(dueOn),
    closesOn: day(closesOn),
  } satisfies Record<(typeof dayNames)[number], Date | null>
}

/**
 * Makes the missing quarters of a year with the days the person was shown; what exists or overlaps something is left alone.
 * All of them or none. Reasons: NOT_FOUND (project), NOT_ALLOWED, STALE (the calendar has changed, so that something else
 * would be made than was shown), NOTHING_TO_MAKE.
 */
export function createQuarters(
  viewer: Viewer,
  { projectId, year, shown }: YearOfQuarters,
): Promise<Result<{ made: string[] }, PeriodReason | 'STALE' | 'NOTHING_TO_MAKE'>> {
  return asViewer(
    viewer,
    async (tx) => {
      const project = await tx.project.findFirst({
        where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
        select: { id: true },
      })
      if (!project) return fail('NOT_FOUND')
      if (!rightToManagePeriods(viewer, projectId)) return fail('NOT_ALLOWED')
      await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
      const plan = planYear(year, await listCalendar(viewer, projectId), dateInHelsinki(now()))
      if (planMark(plan) !== shown) return fail('STALE')
      const making = plan.filter(({ fate }) => fate === 'made')
      if (making.length === 0) return fail('NOTHING_TO_MAKE')
      for (const { key, from, to, opensOn, dueOn, closesOn } of making) {
        const made = await createPeriod(viewer, { projectId, key, from, to, opensOn, dueOn, closesOn })
        // Nothing of a year is kept when one of its quarters cannot be made.
        if (!made.ok) throw new Error(`quarter ${key} was planned but could not be made: ${made.reason}`)
      }
      return ok({ made: making.map(({ key }) => key) })
    },
    { seconds: 120 },
  )
}
