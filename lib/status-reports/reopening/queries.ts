import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { type Reopening, reopeningOf, type Subjects } from '@/lib/status-reports/reopening/model'

/** How far the unit's report of the period opens again as things stand. */
export async function findReopening(
  _viewer: Viewer,
  tx: Tx,
  { unitId, periodId }: { unitId: string; periodId: string },
): Promise<Reopening> {
  const period = await tx.reportingPeriod.findUniqueOrThrow({
    where: { id: periodId },
    select: {
      to: true,
      project: {
        select: {
          periods: {
            select: { key: true, to: true, state: true, reports: { where: { unitId }, select: { state: true } } },
          },
        },
      },
    },
  })
  const later = period.project.periods.filter(({ to }) => to > period.to)
  return reopeningOf(
    later.map(({ key, to, state, reports }) => ({
      key,
      to: dayText(to),
      published: state === 'published',
      report: reports[0]?.state ?? null,
    })),
  )
}

/** What a report can tell of, for the list of its text fields. */
export async function subjectsOf(_viewer: Viewer, tx: Tx, report: { id: string; unitId: string }): Promise<Subjects> {
  const ids = { where: { workPackageId: report.unitId }, select: { id: true } } as const
  const actions = await tx.action.findMany(ids)
  const models = await tx.toimintamalli.findMany(ids)
  const entries = await tx.statusReportEntry.findMany({ where: { reportId: report.id }, select: { path: true } })
  return {
    actionIds: actions.map(({ id }) => id),
    toimintamalliIds: models.map(({ id }) => id),
    paths: entries.map(({ path }) => path),
  }
}
