import { investmentPart, kindParts, packagePart, periodPart, typedAmount } from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import type { MoneyRow } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

/** What an actual and a forecast are of. `day`: the field of the day, which is required when it is not said to be optional. */
export function moneyParts(
  t: Words,
  places: Places,
  periods: readonly PeriodHeader[],
  day: { label: string; help: string; optional?: string },
): RecordPart[] {
  return [
    periodPart(t, periods),
    investmentPart(t, places),
    packagePart(t, places),
    ...kindParts(t),
    {
      as: 'line',
      name: 'amount',
      label: t('finance.field.amount'),
      help: t('finance.field.amountHelp'),
      width: 'number',
      unit: '€',
    },
    { as: 'line', name: 'asOf', width: 'short', ...day },
    { as: 'text', name: 'note', label: t('finance.field.note'), optional: t('ui.optional'), rows: 2 },
  ]
}

export const actualDay = (t: Words) => ({
  label: t('finance.actual.asOf'),
  help: t('finance.field.dayHelp'),
  optional: t('ui.optional'),
})

/** A stored actual or forecast as it is typed. */
export const knownMoney = (row: MoneyRow): Record<string, string> => ({
  periodId: row.periodId ?? '',
  investmentId: row.investmentId ?? '',
  workPackageId: row.workPackageId ?? '',
  costType: row.costType ?? '',
  fundingSource: row.fundingSource ?? '',
  amount: typedAmount(row.amount),
  asOf: row.asOf === null ? '' : formatDate(row.asOf, 'fi'),
  note: row.note ?? '',
})
