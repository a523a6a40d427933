import { progressCell, rowTitle, scheduleText, toldOr } from '@/components/communications/row-texts'
import { periodName } from '@/components/rounds/period-name'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { newRowAddress, rowAddress } from '@/lib/communications/addresses'
import { type CommunicationFilter, communicationQuery, filterRows, logOf } from '@/lib/communications/filters/model'
import type { CommunicationEntry } from '@/lib/communications/model'
import type { Words } from '@/lib/platform/words'
import { communicationsAddress } from '@/lib/projects/addresses'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'
import { sortedBy } from '@/lib/values/sort'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[] }
  rows: readonly CommunicationEntry[]
  filter: CommunicationFilter
  writes: boolean
}

/** The plan and the log of what has been done, of one period or of all. */
export function CommunicationPlan({ t, project, rows, filter, writes }: Props) {
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('communications.none')}
        actions={
          writes && (
            <ButtonLink kind="primary" href={newRowAddress(project.key)}>
              {t('communications.add')}
            </ButtonLink>
          )
        }
      >
        {t(writes ? 'communications.noneHelp' : 'communications.noneReader')}
      </EmptyState>
    )
  }
  const period = project.periods.find(({ key }) => key === filter.period) ?? null
  const shown = filterRows(rows, filter, period?.id ?? null)
  return (
    <>
      <Filters t={t} project={project} rows={rows} filter={filter} />
      <Section id="plan" title={t('communications.plan')}>
        <DataTable
          caption={t('communications.rows', { count: shown.length })}
          columns={(['topic', 'aim', 'audience', 'channels', 'schedule', 'role', 'period', 'progress'] as const).map(
            (key) => ({ key, header: t(`communications.column.${key}`) }),
          )}
          rows={shown.map((row) => ({
            key: row.id,
            cells: [
              { text: rowTitle(row), href: rowAddress(project.key, row.id), note: row.statusText ?? undefined },
              toldOr(t, row.aim),
              toldOr(t, row.audience),
              toldOr(t, row.channels.join(', ') || null),
              toldOr(t, scheduleText(row, t)),
              toldOr(t, row.responsibleRole),
              periodText(t, project.periods, row.periodId),
              progressCell(t, row),
            ],
          }))}
          empty={<EmptyState title={t('communications.noMatches')}>{t('communications.noMatchesHelp')}</EmptyState>}
        />
      </Section>
      <Log t={t} project={project} rows={shown} filter={filter} periodId={period?.id ?? null} />
    </>
  )
}

function periodText(t: Words, periods: readonly PeriodHeader[], periodId: string | null): string {
  const period = periods.find(({ id }) => id === periodId)
  return period ? periodName(period.key) : t('communications.everyPeriod')
}

function Filters({ t, project, rows, filter }: Omit<Props, 'writes'>) {
  const all = t('communications.filter.all')
  const roles = [...new Set(rows.flatMap(({ responsibleRole }) => responsibleRole ?? []))]
  return (
    <FilterBar
      label={t('communications.filter.label')}
      apply={t('ui.apply')}
      clear={
        communicationQuery(filter) ? { label: t('ui.clear'), href: communicationsAddress(project.key) } : undefined
      }
    >
      <Select
        id="period"
        name="period"
        label={t('communications.column.period')}
        empty={all}
        defaultValue={filter.period}
        options={project.periods.map(({ key }) => ({ value: key, label: periodName(key) }))}
      />
      <Select
        id="state"
        name="state"
        label={t('communications.column.progress')}
        empty={all}
        defaultValue={filter.state}
        options={(['planned', 'done'] as const).map((state) => ({
          value: state,
          label: t(`communications.progress.${state}`),
        }))}
      />
      <Select
        id="role"
        className="input max-w-72"
        name="role"
        label={t('communications.column.role')}
        empty={all}
        defaultValue={filter.role}
        options={sortedBy(roles, (role) => role, t.locale).map((role) => ({ value: role, label: role }))}
      />
      <TextInput
        id="text"
        name="text"
        label={t('communications.filter.text')}
        width="short"
        defaultValue={filter.text}
      />
    </FilterBar>
  )
}

type LogProps = Pick<Props, 't' | 'project' | 'rows'> & {
  filter: CommunicationFilter
  periodId: string | null
}

function Log({ t, project, rows, filter, periodId }: LogProps) {
  const log = logOf(rows, filter, periodId)
  return (
    <Section id="log" title={t('communications.log')}>
      <DataTable
        caption={t('communications.done', { count: log.length })}
        columns={(['done', 'day', 'topic', 'url'] as const).map((key) => ({
          key,
          header: t(`communications.logColumn.${key}`),
        }))}
        rows={log.map(({ row, item }) => ({
          key: item.id,
          cells: [
            item.text,
            item.happenedOn
              ? formatDate(item.happenedOn, t.locale)
              : { text: t('communications.noDay'), unknown: true, note: periodText(t, project.periods, row.periodId) },
            { text: rowTitle(row), href: rowAddress(project.key, row.id) },
            item.url ? { text: item.url, href: item.url } : '',
          ],
        }))}
        empty={<p>{t('communications.nothingDone')}</p>}
      />
    </Section>
  )
}
