import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { can, type Viewer } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import { roundAddress, steeringAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'
import { calendarState } from '@/lib/rounds/calendar/model'
import { calendarStateLabels } from '@/lib/rounds/labels'
import { formatDate, formatDateRange } from '@/lib/values/format'

type Shown = { t: Words; viewer: Viewer; project: ProjectHeader; today: string }

/** Reporting periods with the page each leads to: a published one to its review, an open one to its round. The state is told as in the calendar. */
export function PeriodTable({ t, viewer, project, today }: Shown) {
  if (project.periods.length === 0)
    return <EmptyState title={t('projects.noPeriods')}>{t('projects.noPeriodsHelp')}</EmptyState>
  const reads = can(viewer, 'report.read', project.id)
  return (
    <DataTable
      caption={t('projects.periods')}
      hideCaption
      columns={[
        { key: 'period', header: t('projects.period') },
        { key: 'state', header: t('projects.state') },
        { key: 'time', header: t('projects.time') },
        { key: 'due', header: t('projects.due') },
      ]}
      rows={project.periods.toReversed().map((period) => {
        const published = period.state === 'published'
        const href = published
          ? steeringAddress(project.key, period.key)
          : reads
            ? roundAddress(project.key, period.key)
            : undefined
        return {
          key: period.id,
          cells: [
            { text: periodName(period.key), href },
            t(calendarStateLabels[calendarState(period, today)]),
            formatDateRange(period.from, period.to, t.locale),
            period.dueOn ? formatDate(period.dueOn, t.locale) : { text: t('projects.unknown'), unknown: true },
          ],
        }
      })}
    />
  )
}
