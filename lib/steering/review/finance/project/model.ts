import { describeChart } from '@/lib/charts/describe'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { fundingSources, type PartialSum, partialSum } from '@/lib/finance/model'
import { labelOf } from '@/lib/investments/model'
import type { FinanceSummary } from '@/lib/steering/finance/model'
import { budgetChart } from '@/lib/steering/money-charts/model'
import { budgetCheckTable } from '@/lib/steering/review/finance/budget/model'
import { amountRun, sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { ReviewBlock, ReviewTable } from '@/lib/steering/review/model'
import { list, type ReviewContext, run, strong } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatPercent } from '@/lib/values/format'

/** The money of the whole project: per investment, checked against what was printed. */
export function projectFinancePage(context: ReviewContext, summary: FinanceSummary): ReviewBlock[] {
  const { t, body } = context
  const chart = budgetChart(t, summary)
  return [
    investmentTable(context, summary),
    ...(summary.rows.length > 0
      ? [{ kind: 'chart' as const, model: chart, summary: describeChart(chart, t), sourceTable: null }]
      : []),
    ...budgetCheckTable(context),
    ...missing(context, summary),
    ...fundingBlocks(context),
    ...list(
      t('steering.money.financeNotes'),
      body.finance.notes.filter((one) => one.investmentId === null).map((one) => [run(one.text)]),
    ),
  ]
}

const names = ['budget', 'estimates', 'difference', 'purchases', 'actuals', 'forecast'] as const

function investmentTable(context: ReviewContext, summary: FinanceSummary): ReviewTable {
  const { t } = context
  const { budget, rows, totals, actualsKnown, forecastsKnown } = summary
  const partial = (name: string, sum: PartialSum) => sumRuns(context, name, sum)
  const amount = (name: string, value: string | null) => [amountRun(context, name, value)]
  const known = (is: boolean, name: string, sums: (string | null)[]) =>
    is ? partial(name, partialSum(sums)) : [run(t('steering.money.unknown'))]
  return table({
    caption: t('steering.money.table'),
    columns: [
      { title: t('steering.money.investment'), weight: 3 },
      ...names.map((key) => ({ title: t(`steering.money.${key}`), weight: 2, numeric: true })),
    ],
    rows: rows.map(({ investment, sums, estimateDifference }) => [
      [run(investment.code ? labelOf(investment) : investment.title)],
      partial(`investment-budget.${investment.id}`, sums.budget),
      partial(`estimates.${investment.id}`, sums.estimates),
      amount(`estimate-difference.${investment.id}`, estimateDifference),
      partial(`purchases.${investment.id}`, sums.purchases),
      amount(`actuals.${investment.id}`, sums.actuals),
      amount(`forecast.${investment.id}`, sums.forecast),
    ]),
    total: [
      [run(t('steering.money.total'))],
      budget ? partial(`budget.${budget.id}`, totals.budget) : [run(t('steering.money.unknown'))],
      partial('estimates', totals.estimates),
      amount('estimate-difference', summary.estimateDifference),
      partial('purchases', totals.purchases),
      known(
        actualsKnown,
        'actuals',
        rows.map((row) => row.sums.actuals),
      ),
      known(
        forecastsKnown,
        'forecast',
        rows.map((row) => row.sums.forecast),
      ),
    ],
  })
}

/** Actuals and forecast that nobody has recorded: what that means, and where they come from. */
function missing({ t }: ReviewContext, { actualsKnown, forecastsKnown }: FinanceSummary): ReviewBlock[] {
  if (actualsKnown && forecastsKnown) return []
  const word = actualsKnown ? 'forecastMissing' : forecastsKnown ? 'actualsMissing' : 'actualsTitle'
  return [
    {
      kind: 'paragraph',
      label: null,
      runs: [strong(`${t(`steering.money.${word}`)}. `), run(t('steering.money.actualsText'))],
    },
  ]
}

/** How the project is paid, when that has been told. */
function fundingBlocks({ t, body }: ReviewContext): ReviewBlock[] {
  return list(
    t('review.finance.funding'),
    body.finance.fundingShares.map(({ source, percent, note }) => {
      const known = fundingSources.find((one) => one === source)
      const name = known ? t(fundingSourceLabels[known]) : source
      return [run(`${name}: ${formatPercent(percent, t.locale, { decimals: 2 })}${note ? `. ${note}` : ''}`)]
    }),
  )
}
