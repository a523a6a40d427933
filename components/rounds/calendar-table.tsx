import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { CellParts } from '@/components/ui/table-model'
import type { TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { periodDaysAddress } from '@/lib/rounds/addresses'
import { type CalendarRow, type CalendarState, calendarState } from '@/lib/rounds/calendar/model'
import { calendarStateLabels } from '@/lib/rounds/labels'
import { formatDate, formatDateRange } from '@/lib/values/format'

export const calendarTones: Record<CalendarState, TagTone> = {
  planned: 'neutral',
  open: 'info',
  overdue: 'warning',
  closed: 'warning',
  published: 'good',
}

type Props = { t: Words; project: string; periods: readonly CalendarRow[]; today: string; manages: boolean }

/** The project's periods with the days of their rounds, newest first. */
export function CalendarTable({ t, project, periods, today, manages }: Props) {
  return (
    <DataTable
      caption={t('rounds.list.title')}
      hideCaption
      columns={[
        { key: 'period', header: t('rounds.list.period') },
        { key: 'state', header: t('rounds.column.state') },
        { key: 'opens', header: t('calendar.column.opens') },
        { key: 'due', header: t('calendar.column.due') },
        { key: 'closes', header: t('calendar.column.closes') },
        { key: 'done', header: t('calendar.column.done') },
        ...(manages ? [{ key: 'change', header: t('calendar.column.change'), hideHeader: true }] : []),
      ]}
      rows={periods.toReversed().map((period) => ({
        key: period.id,
        cells: cellsOf(t, project, period, today).slice(0, manages ? 7 : 6),
      }))}
      empty={<EmptyState title={t('rounds.list.none')}>{t('rounds.list.noneHelp')}</EmptyState>}
    />
  )
}

function cellsOf(t: Words, project: string, period: CalendarRow, today: string): CellParts[] {
  const state = calendarState(period, today)
  const day = (date: string | null, missing: string): CellParts =>
    date ? { text: formatDate(date, t.locale) } : { text: t(missing), unknown: true }
  const { done, reports, exceptions } = period
  return [
    {
      text: periodName(period.key),
      href: roundAddress(project, period.key),
      note: formatDateRange(period.from, period.to, t.locale),
    },
    {
      text: t(calendarStateLabels[state]),
      tag: calendarTones[state],
      note: period.version > 1 ? t('calendar.versions', { count: period.version }) : undefined,
    },
    day(period.opensOn, period.state === 'planned' ? 'calendar.noOpening' : 'calendar.noDay'),
    {
      ...day(period.dueOn, 'rounds.noDue'),
      note: exceptions > 0 ? t('calendar.exceptions', { count: exceptions }) : undefined,
    },
    day(period.closesOn, 'calendar.neverCloses'),
    reports > 0
      ? { text: t('calendar.done', { done, all: reports }) }
      : { text: t('calendar.noReports'), unknown: true },
    { text: t('calendar.changeDays'), href: periodDaysAddress(project, period.key) },
  ]
}
