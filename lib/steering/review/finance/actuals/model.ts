import { fundingSourceLabels } from '@/lib/finance/labels'
import { fundingSources, partialSum } from '@/lib/finance/model'
import { branchOf } from '@/lib/investments/model'
import type { SnapshotFinanceRow } from '@/lib/rounds/snapshot/money/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { ReviewBlock } from '@/lib/steering/review/model'
import { figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatDate } from '@/lib/values/format'

/** Recorded actuals and forecasts under an investment; nothing of the ones that nobody has recorded. */
export function moneyRowTables(context: ReviewContext, investmentId: string): ReviewBlock[] {
  const { t, body } = context
  const ids = new Set(branchOf(body.investments, investmentId).map((one) => one.id))
  const of = (rows: readonly SnapshotFinanceRow[]) =>
    rows.filter((row) => row.investmentId !== null && ids.has(row.investmentId))
  return [
    ...rowTable(context, { kind: 'actual', key: 'actuals', investmentId }, of(body.finance.actuals)),
    ...rowTable(context, { kind: 'forecast', key: 'forecast', investmentId }, of(body.finance.forecasts)),
  ].map((block) => ({ ...block, note: t('review.finance.asRecorded') }))
}

type Which = { kind: 'actual' | 'forecast'; key: 'actuals' | 'forecast'; investmentId: string }

function rowTable(context: ReviewContext, { kind, key, investmentId }: Which, rows: readonly SnapshotFinanceRow[]) {
  const { t, body } = context
  if (rows.length === 0) return []
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const source = (name: string | null) => {
    const known = fundingSources.find((one) => one === name)
    return known ? t(fundingSourceLabels[known]) : null
  }
  return [
    table({
      caption: t(`steering.money.${key}`),
      columns: [
        { title: t('charts.period'), weight: 2 },
        { title: t('review.finance.line'), weight: 5 },
        { title: t('steering.purchases.amount'), weight: 2, numeric: true },
      ],
      rows: rows.map((row) => [
        [run(row.periodKey ? periodText(row.periodKey) : row.asOf ? formatDate(row.asOf, t.locale) : '')],
        [
          run(
            [titles.get(row.workPackageId ?? ''), row.costType, source(row.fundingSource), row.note]
              .filter(Boolean)
              .join(', '),
          ),
        ],
        [figure(context, kind, row.id, amountText(t, row.amount))],
      ]),
      total: [
        [run(t('steering.money.total'))],
        [],
        sumRuns(context, `${key}.${investmentId}`, partialSum(rows.map((row) => row.amount))),
      ],
    }),
  ]
}
