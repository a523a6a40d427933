import { periodLabel } from '@/components/finance/forms/fields'
import { untold } from '@/components/finance/texts'
import type { Cell } from '@/components/ui/table-model'
import { fundingSourceLabels } from '@/lib/finance/labels'
import type { MoneyRow } from '@/lib/finance/model'
import { labelOfPlace, type Places, shortOf } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatAmount, formatDate } from '@/lib/values/format'

export type MoneyGround = { t: Words; places: Places; periods: readonly PeriodHeader[] }

/** Columns of actuals and forecasts. */
export function moneyColumns(t: Words, day: string) {
  return [
    { key: 'place', header: t('finance.field.investment') },
    { key: 'package', header: t('finance.field.package') },
    { key: 'kind', header: t('finance.field.costType') },
    { key: 'source', header: t('finance.field.source') },
    { key: 'amount', header: t('finance.field.amount'), numeric: true },
    { key: 'asOf', header: day },
    { key: 'note', header: t('finance.field.note') },
  ]
}

/** Cells of an actual or a forecast; its first leads to where it is changed. */
export function moneyCells({ t, places }: MoneyGround, row: MoneyRow, href?: string): Cell[] {
  const told = (text: string | null) => text ?? untold(t)
  return [
    { ...placeOf(t, places, row), href },
    told(labelOfPlace(places.packages, row.workPackageId)),
    told(row.costType),
    row.fundingSource === null ? untold(t) : t(fundingSourceLabels[row.fundingSource]),
    formatAmount(row.amount, t.locale),
    row.asOf === null ? untold(t) : formatDate(row.asOf, t.locale),
    row.note ?? '',
  ]
}

function placeOf(t: Words, { investments }: Places, { investmentId }: MoneyRow) {
  const label = shortOf(investments, investmentId)
  return label === null ? { text: t('finance.field.noInvestment'), unknown: true } : { text: label }
}

/** Rows by period, in the order of the periods; those of no period last. */
export function byPeriod<T extends { periodId: string | null }>(
  { t, periods }: MoneyGround,
  rows: readonly T[],
): { key: string; name: string; rows: T[] }[] {
  const groups = periods.map(({ id, key }) => ({
    key: id,
    name: periodLabel(key),
    rows: rows.filter(({ periodId }) => periodId === id),
  }))
  const none = {
    key: 'none',
    name: t('finance.field.noPeriod'),
    rows: rows.filter(({ periodId }) => periodId === null),
  }
  return [...groups, none].filter((group) => group.rows.length > 0)
}
