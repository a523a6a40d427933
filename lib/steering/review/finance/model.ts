import type { PartialSum } from '@/lib/finance/model'
import { labelOf } from '@/lib/investments/model'
import type { FinanceRow } from '@/lib/steering/finance/model'
import { financeSummary } from '@/lib/steering/finance/model'
import { amountText, partialCell } from '@/lib/steering/money-texts/model'
import { moneyRowTables } from '@/lib/steering/review/finance/actuals/model'
import { budgetLineTable } from '@/lib/steering/review/finance/budget/model'
import { projectFinancePage } from '@/lib/steering/review/finance/project/model'
import { purchaseTable } from '@/lib/steering/review/finance/purchases/model'
import { amountRun, sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { KeyFigure, ReviewBlock, ReviewPage } from '@/lib/steering/review/model'
import { boardHref, figure, list, type ReviewContext, run } from '@/lib/steering/review/runs/model'

/** The money of the whole project, and then of every investment with each line of its purchases. */
export function financePages(context: ReviewContext): ReviewPage[] {
  const { t, body } = context
  const summary = financeSummary(body)
  const page = (id: string, title: string, blocks: ReviewBlock[]): ReviewPage => ({
    id,
    kind: 'finance',
    title,
    lead: [],
    light: null,
    blocks,
    notes: [],
    href: boardHref(context, 'money'),
  })
  if (summary.rows.length === 0 && !summary.budget && summary.otherPurchases.length === 0) {
    return [page('finance', t('steering.money.title'), [paragraph(t('steering.money.none'))])]
  }
  return [
    page('finance', t('steering.money.title'), projectFinancePage(context, summary)),
    ...summary.rows.map((row) =>
      page(`finance-${row.investment.id}`, labelOf(row.investment), investmentBlocks(context, row)),
    ),
    ...(summary.otherPurchases.length > 0
      ? [
          page('finance-other', t('steering.purchases.other'), [
            purchaseTable(context, t('steering.purchases.other'), summary.otherPurchases, null),
          ]),
        ]
      : []),
  ]
}

const paragraph = (text: string): ReviewBlock => ({ kind: 'paragraph', label: null, runs: [run(text)] })

function investmentBlocks(context: ReviewContext, row: FinanceRow): ReviewBlock[] {
  const { t, body } = context
  const { investment, purchases } = row
  const name = labelOf(investment)
  return [
    { kind: 'keyFigures', items: keyFigures(context, row) },
    ...budgetLineTable(context, investment.id),
    ...(purchases.length > 0
      ? [purchaseTable(context, t('review.finance.purchases', { investment: name }), purchases, investment.id)]
      : [paragraph(t('steering.purchases.none'))]),
    ...moneyRowTables(context, investment.id),
    ...list(
      t('steering.money.reservations'),
      body.finance.reservations
        .filter((one) => one.investmentId === investment.id)
        .map(({ id, amount, asWritten, note }) => [
          figure(
            context,
            'reservation',
            id,
            amount === null ? (asWritten ?? t('steering.money.unknown')) : amountText(t, amount),
          ),
          ...(note ? [run(`. ${note}`)] : []),
        ]),
    ),
    ...list(
      t('steering.money.financeNotes'),
      body.finance.notes.filter((one) => one.investmentId === investment.id).map((one) => [run(one.text)]),
    ),
  ]
}

function keyFigures(context: ReviewContext, { investment: { id }, sums, estimateDifference }: FinanceRow): KeyFigure[] {
  const { t } = context
  const label = (key: string) => t(`steering.money.${key}`)
  const sum = (key: string, name: string, given: PartialSum): KeyFigure => {
    const { note } = partialCell(t, given)
    const [value = run('')] = sumRuns(context, `${name}.${id}`, given)
    return { label: label(key), value, note: note ?? null }
  }
  const amount = (key: string, name: string, given: string | null): KeyFigure => ({
    label: label(key),
    value: amountRun(context, `${name}.${id}`, given),
    note: null,
  })
  return [
    sum('budget', 'investment-budget', sums.budget),
    sum('estimates', 'estimates', sums.estimates),
    amount('difference', 'estimate-difference', estimateDifference),
    sum('purchases', 'purchases', sums.purchases),
    amount('actuals', 'actuals', sums.actuals),
    amount('forecast', 'forecast', sums.forecast),
  ]
}
