import { byPeriod, type MoneyGround, moneyCells, moneyColumns } from '@/components/finance/money-rows'
import { sumCell, sumText } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Cell } from '@/components/ui/table-model'
import { newForecastAddress } from '@/lib/finance/addresses'
import { forecastLines } from '@/lib/finance/forecasts/model'
import { type MoneyRow, partialSum } from '@/lib/finance/model'
import { subtract } from '@/lib/values/decimal'
import { formatAmount, formatChange, formatDate } from '@/lib/values/format'

type Props = MoneyGround & { project: string; rows: readonly MoneyRow[]; keeps: boolean }

/** The forecasts in force by period, under each those it replaced. */
export function ForecastTable({ project, rows, keeps, ...ground }: Props) {
  const { t } = ground
  const lines = forecastLines(rows).map((line) => ({ ...line, periodId: line.current.periodId }))
  const sumOf = (some: typeof lines) => partialSum(some.map(({ current }) => current.amount))
  const replacedCells = (row: MoneyRow, later: MoneyRow): Cell[] => [
    { text: t('finance.forecast.replaced'), unknown: true },
    '',
    '',
    '',
    { text: formatAmount(row.amount, t.locale), note: changeText(later, row) },
    row.asOf === null ? '' : formatDate(row.asOf, t.locale),
    row.note ?? '',
  ]
  const changeText = (later: MoneyRow, row: MoneyRow) =>
    t('finance.forecast.then', { change: formatChange(subtract(later.amount, row.amount), t.locale, 'amount') })
  return (
    <DataTable
      caption={t('finance.list.forecasts')}
      hideCaption
      columns={moneyColumns(t, t('finance.forecast.asOf'))}
      rows={byPeriod(ground, lines).flatMap((group) => [
        { key: group.key, group: t('finance.periodSum', { period: group.name, sum: sumText(t, sumOf(group.rows)) }) },
        ...group.rows.flatMap(({ current, replaced }) => [
          {
            key: current.id,
            cells: moneyCells(ground, current, keeps ? newForecastAddress(project, current.id) : undefined),
          },
          ...replaced.map((row, at) => ({ key: row.id, cells: replacedCells(row, replaced[at - 1] ?? current) })),
        ]),
      ])}
      totals={[t('finance.total'), '', '', '', sumCell(t, sumOf(lines)), '', '']}
      empty={
        <EmptyState
          title={t('finance.forecast.none')}
          actions={keeps && <ButtonLink href={newForecastAddress(project)}>{t('finance.forecast.add')}</ButtonLink>}
        >
          {t(keeps ? 'finance.forecast.noneHelp' : 'finance.noneToRead')}
        </EmptyState>
      }
    />
  )
}
