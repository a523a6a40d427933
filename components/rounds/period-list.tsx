import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'
import { periodStateLabels } from '@/lib/rounds/labels'
import { formatDate, formatDateRange } from '@/lib/values/format'

/** The project's periods, newest first. */
export function PeriodList({ t, project }: { t: Words; project: ProjectHeader }) {
  return (
    <DataTable
      caption={t('rounds.list.title')}
      hideCaption
      columns={[
        { key: 'period', header: t('rounds.list.period') },
        { key: 'state', header: t('rounds.column.state') },
        { key: 'days', header: t('rounds.list.days') },
        { key: 'due', header: t('rounds.column.due') },
      ]}
      rows={project.periods.toReversed().map((period) => ({
        key: period.id,
        cells: [
          { text: periodName(period.key), href: roundAddress(project.key, period.key) },
          t(periodStateLabels[period.state]),
          formatDateRange(period.from, period.to, t.locale),
          period.dueOn ? formatDate(period.dueOn, t.locale) : { text: t('rounds.noDue'), unknown: true },
        ],
      }))}
      empty={<EmptyState title={t('rounds.list.none')}>{t('rounds.list.noneHelp')}</EmptyState>}
    />
  )
}
