import type { BarChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { MoneyKind } from '@/lib/steering/changes/money/model'
import type { FinanceSummary } from '@/lib/steering/finance/model'
import { moneyKindLabels } from '@/lib/steering/labels'
import { amountText } from '@/lib/steering/money-texts/model'

/** The budget beside what was bought, and beside actuals and forecast where somebody has recorded any. */
export function budgetChart(t: Words, { rows, actualsKnown, forecastsKnown }: FinanceSummary): BarChart {
  const series = (
    key: MoneyKind,
    figure: string,
    totalOf: (sums: FinanceSummary['rows'][number]['sums']) => string | null,
  ) => ({
    name: t(moneyKindLabels[key]),
    points: rows.map(({ investment: { id }, sums }) => {
      const total = totalOf(sums)
      return total === null
        ? { value: null, text: t('steering.money.unknown') }
        : { value: total, text: amountText(t, total), source: { kind: 'computed', id: `${figure}.${id}` } }
    }),
  })
  return {
    kind: 'bars',
    title: t('steering.money.chart'),
    axis: 'euro',
    categories: rows.map(({ investment }) => investment.code ?? investment.title),
    series: [
      series('budget', 'investment-budget', (sums) => sums.budget.total),
      ...(actualsKnown ? [series('actuals', 'actuals', (sums) => sums.actuals)] : []),
      ...(forecastsKnown ? [series('forecast', 'forecast', (sums) => sums.forecast)] : []),
      series('purchases', 'purchases', (sums) => sums.purchases.total),
    ],
    targets: [],
  }
}
