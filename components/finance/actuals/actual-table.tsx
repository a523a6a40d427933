import { byPeriod, type MoneyGround, moneyCells, moneyColumns } from '@/components/finance/money-rows'
import { sumCell, sumText } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { actualAddress, newActualAddress, pasteAddress } from '@/lib/finance/addresses'
import { type MoneyRow, partialSum } from '@/lib/finance/model'

type Props = MoneyGround & { project: string; rows: readonly MoneyRow[]; keeps: boolean }

/** What has been spent, by period with the sum of each. */
export function ActualTable({ project, rows, keeps, ...ground }: Props) {
  const { t } = ground
  const sumOf = (some: readonly MoneyRow[]) => partialSum(some.map(({ amount }) => amount))
  return (
    <DataTable
      caption={t('finance.list.actuals')}
      hideCaption
      columns={moneyColumns(t, t('finance.actual.asOf'))}
      rows={byPeriod(ground, rows).flatMap((group) => [
        { key: group.key, group: t('finance.periodSum', { period: group.name, sum: sumText(t, sumOf(group.rows)) }) },
        ...group.rows.map((row) => ({
          key: row.id,
          cells: moneyCells(ground, row, keeps ? actualAddress(project, row.id) : undefined),
        })),
      ])}
      totals={[t('finance.total'), '', '', '', sumCell(t, sumOf(rows)), '', '']}
      empty={
        <EmptyState
          title={t('finance.actual.none')}
          actions={
            keeps && (
              <>
                <ButtonLink href={pasteAddress(project)}>{t('finance.paste.title')}</ButtonLink>
                <ButtonLink href={newActualAddress(project)}>{t('finance.actual.add')}</ButtonLink>
              </>
            )
          }
        >
          {t(keeps ? 'finance.actual.noneHelp' : 'finance.noneToRead')}
        </EmptyState>
      }
    />
  )
}
