import { sourceText } from '@/components/plan/cost-texts'
import { monthsCell, yearCells, yearColumns } from '@/components/plan/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { DataRow } from '@/components/ui/table-model'
import { planRowAddress } from '@/lib/plan/addresses'
import { type Plan, partLabel } from '@/lib/plan/overview/model'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import { yearTable } from '@/lib/plan/tables/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; plan: Plan; writes: boolean }

/** henkilötyökuukaudet by part, task and year; a sum that lacks something says so. */
export function PersonMonthSection({ t, projectKey, plan, writes }: Props) {
  const rows = plan.personMonths
  const add = writes && (
    <ButtonLink href={planRowAddress(projectKey, 'person-months', 'new')}>{t('plan.personMonths.add')}</ButtonLink>
  )
  const partOf = ({ workPackageId }: PersonMonthsRow) => partLabel(plan, workPackageId) ?? t('plan.whole')
  const table = yearTable(
    rows.map((row) => ({
      part: { key: row.workPackageId ?? '', name: partOf(row) },
      row: taskOf(t, row),
      year: row.year,
      amount: row.months,
    })),
  )
  const show = (sum: Parameters<typeof monthsCell>[1]) => monthsCell(t, sum)
  return (
    <Section
      id="person-months"
      title={t('plan.personMonths.title')}
      intro={t('plan.personMonths.intro')}
      actions={rows.length > 0 && add}
    >
      {rows.length === 0 ? (
        <EmptyState title={t('plan.personMonths.none')} actions={add}>
          {t(writes ? 'plan.personMonths.noneHelp' : 'plan.personMonths.noneReader')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('plan.personMonths.caption')}
          hideCaption
          columns={yearColumns(t, t('plan.personMonths.part'), table.years)}
          rows={table.parts.flatMap((part) => [
            { key: part.key, cells: [part.name, ...yearCells(part.cells, part.total, show)] },
            ...part.rows.map((row) => ({
              key: `${part.key}/${row.key}`,
              cells: [`– ${row.key}`, ...yearCells(row.cells, row.total, show)],
            })),
          ])}
          totals={[t('plan.year.total'), ...yearCells(table.cells, table.total, show)]}
        />
      )}
      {rows.length > 0 && <Rows t={t} projectKey={projectKey} rows={rows} partOf={partOf} writes={writes} />}
    </Section>
  )
}

function taskOf(t: Words, { role, fundingSource }: PersonMonthsRow): string {
  const task = role ?? t('plan.personMonths.noRole')
  return fundingSource === null ? task : `${task} (${sourceText(t, fundingSource)})`
}

type RowsProps = Pick<Props, 't' | 'projectKey' | 'writes'> & {
  rows: readonly PersonMonthsRow[]
  partOf: (row: PersonMonthsRow) => string
}

/** The rows as they were written, with what the source says of them; who keeps them opens one to change it. */
function Rows({ t, projectKey, rows, partOf, writes }: RowsProps) {
  const columns = (['part', 'role', 'year', 'months', 'note'] as const).map((key) => ({
    key,
    header: t(`plan.field.${key}`),
    numeric: key === 'months',
  }))
  const untold = { text: t('plan.notTold'), unknown: true }
  const data: DataRow[] = rows.map((row) => ({
    key: row.id,
    cells: [
      { text: partOf(row), href: writes ? planRowAddress(projectKey, 'person-months', row.id) : undefined },
      row.role ?? untold,
      row.year === null ? untold : String(row.year),
      row.months === null
        ? { text: t('plan.unknown'), unknown: true, note: row.monthsAsWritten ?? undefined }
        : { text: formatNumber(row.months, t.locale), note: row.monthsAsWritten ?? undefined },
      row.note ?? '',
    ],
  }))
  return (
    <Disclosure summary={t('plan.personMonths.rows')}>
      <DataTable caption={t('plan.personMonths.rows')} hideCaption columns={columns} rows={data} />
    </Disclosure>
  )
}
