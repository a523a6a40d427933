import { vatBasisLabels } from '@/lib/finance/labels'
import { partialSum } from '@/lib/finance/model'
import { labelOf } from '@/lib/investments/model'
import type { SnapshotPurchase } from '@/lib/rounds/snapshot/money/model'
import { amountText, partialText } from '@/lib/steering/money-texts/model'
import { sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { ReviewTable, Run } from '@/lib/steering/review/model'
import { figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatDate } from '@/lib/values/format'

/** Every line of the purchases given, and their sum; an unknown amount is in no sum, and the sum says so. */
export function purchaseTable(
  context: ReviewContext,
  caption: string,
  purchases: readonly SnapshotPurchase[],
  investmentId: string | null,
): ReviewTable {
  const { t, body } = context
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const sum = partialSum(purchases.map((one) => one.amount))
  return table({
    caption,
    columns: [
      { title: t('steering.purchases.what'), weight: 6 },
      { title: t('steering.purchases.unit'), weight: 5 },
      { title: t('steering.purchases.amount'), weight: 3, numeric: true },
    ],
    rows: purchases.map((one) => [
      whatRuns(context, one),
      [run(titles.get(one.workPackageId ?? '') ?? t('steering.purchases.noUnit'))],
      amountRuns(context, one),
    ]),
    total: [
      [run(t('steering.purchases.total'))],
      [],
      investmentId === null ? [run(partialText(t, sum))] : sumRuns(context, `purchases.${investmentId}`, sum),
    ],
  })
}

function whatRuns({ t, body }: ReviewContext, one: SnapshotPurchase): Run[] {
  const codes = new Map(body.investments.map((investment) => [investment.id, labelOf(investment)]))
  const day = (date: string | null) => (date === null ? null : formatDate(date, t.locale))
  const named = (key: string, value: string | null) => (value ? t(`review.purchase.${key}`, { value }) : null)
  const remarks = [
    one.supplier,
    one.isSmall ? t('review.purchase.small') : null,
    named('contract', [one.contract, day(one.contractOn)].filter(Boolean).join(', ') || null),
    named('decision', [one.decisionText, day(one.decidedOn), one.caseNumber].filter(Boolean).join(', ') || null),
    named('contractors', one.contractors.map(({ name }) => name).join(', ') || null),
    ...one.shares.map(({ investmentId, amount }) =>
      t('review.purchase.share', {
        investment: codes.get(investmentId) ?? '',
        amount: amount === null ? t('steering.purchases.unknown') : amountText(t, amount),
      }),
    ),
    one.note,
  ].filter(Boolean)
  return [run(one.title), ...(remarks.length > 0 ? [run(`. ${remarks.join('. ')}`)] : [])]
}

function amountRuns(context: ReviewContext, { id, amount, amountAsWritten, vatBasis }: SnapshotPurchase): Run[] {
  const { t } = context
  if (amount === null) {
    const written = amountAsWritten ? [run(` (${amountAsWritten})`)] : []
    return [figure(context, 'purchase', id, t('steering.purchases.unknown')), ...written]
  }
  const vat = vatBasis === null ? [] : [run(` (${t(vatBasisLabels[vatBasis])})`)]
  return [figure(context, 'purchase', id, amountText(t, amount)), ...vat]
}
