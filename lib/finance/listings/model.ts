import { fundingSourceLabels, purchaseFlagLabels, unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import type { BudgetTableRow, MoneyRow, PurchaseRow, ReservationRow } from '@/lib/finance/model'
import { labelOfPlace } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount } from '@/lib/values/format'
import { type Listing, type ListingField, lines, listingOf } from '@/lib/values/listing'

/** What the lists of money share: the words, the places in the structure, and the keys of the periods by their ids. */
export type MoneyContext = {
  t: Words
  title: string
  places: { investments: readonly NamedPlace[]; packages: readonly NamedPlace[] }
  periods: ReadonlyMap<string, string>
}
type NamedPlace = { id: string; label: string }

type Placed = { investmentId: string | null; workPackageId: string | null }

function placeFields<Row extends Placed>({ t, places }: MoneyContext): ListingField<Row>[] {
  return [
    [t('finance.field.investment'), 'text', (row) => labelOfPlace(places.investments, row.investmentId)],
    [t('finance.field.package'), 'text', (row) => labelOfPlace(places.packages, row.workPackageId)],
  ]
}

const periodOf = ({ periods }: MoneyContext, id: string | null) => (id === null ? null : (periods.get(id) ?? null))

/** Every purchase. An amount that is not known is empty, and what was printed of it stands beside. */
export function purchaseListing(context: MoneyContext, rows: readonly PurchaseRow[]): Listing {
  const { t, places } = context
  return listingOf({ name: 'purchases', title: context.title }, rows, [
    [t('finance.purchase.no'), 'text', (row) => row.sourceId],
    [t('finance.field.purchase'), 'text', (row) => row.title],
    ...placeFields<PurchaseRow>(context),
    [t('listings.column.period'), 'time', (row) => periodOf(context, row.periodId)],
    [t('finance.purchase.supplier'), 'text', (row) => row.supplier],
    [t('listings.column.amount'), 'amount', (row) => row.amount],
    [t('listings.column.amountAsWritten'), 'text', (row) => row.amountAsWritten],
    [t('listings.column.vat'), 'text', (row) => t(row.vatBasis ? vatBasisLabels[row.vatBasis] : unknownVatLabel)],
    [t('listings.column.contract'), 'text', (row) => row.contract],
    [t('listings.column.decision'), 'text', (row) => row.decisionText],
    [t('finance.purchase.decidedOn'), 'day', (row) => row.decidedOn],
    [t('listings.column.contractOn'), 'day', (row) => row.contractOn],
    [t('listings.column.caseNumber'), 'text', (row) => row.caseNumber],
    [t('listings.column.small'), 'text', (row) => t(row.isSmall ? 'listings.yes' : 'listings.no')],
    [t('listings.column.contractors'), 'text', (row) => lines(row.contractors.map(contractorText))],
    [
      t('listings.column.shares'),
      'text',
      (row) =>
        lines(
          row.shares.map(({ investmentId, amount }) =>
            [
              labelOfPlace(places.investments, investmentId),
              amount === null ? t('listings.unknown') : formatAmount(amount, t.locale),
            ].join(': '),
          ),
        ),
    ],
    [t('listings.column.flag'), 'text', (row) => flagText(t, row.flag)],
    [t('listings.column.note'), 'text', (row) => row.note],
  ])
}

/** What a line was marked with when it was taken from its source; a mark that is not known stays as it was written. */
function flagText(t: Words, flag: string | null): string | null {
  const label = flag === null ? undefined : purchaseFlagLabels.get(flag)
  return label ? t(label) : flag
}

const contractorText = ({ name, businessId }: PurchaseRow['contractors'][number]) =>
  businessId ? `${name} (${businessId})` : name

type Line = BudgetTableRow['lines'][number] & { source: string }

/** Every line of every budget table; a line outside the project has no amount, which is not zero. */
export function budgetListing(context: MoneyContext, tables: readonly BudgetTableRow[]): Listing {
  const { t } = context
  const rows = tables.flatMap(({ source, lines }): Line[] => lines.map((line) => ({ ...line, source })))
  return listingOf({ name: 'budget_lines', title: context.title }, rows, [
    [t('listings.column.table'), 'text', (row) => row.source],
    [t('listings.column.no'), 'count', (row) => row.no],
    [t('listings.column.line'), 'text', (row) => row.title],
    ...placeFields<Line>(context),
    [t('finance.field.year'), 'count', (row) => row.year],
    [t('finance.field.costType'), 'text', (row) => row.costType],
    [t('finance.field.source'), 'text', (row) => row.fundingSource && t(fundingSourceLabels[row.fundingSource])],
    [t('listings.column.amount'), 'amount', (row) => (row.notInProject ? null : row.amount)],
    [t('listings.column.amountAsWritten'), 'text', (row) => row.amountAsWritten],
    [t('listings.column.inProject'), 'text', (row) => t(row.notInProject ? 'listings.no' : 'listings.yes')],
  ])
}

/** Actuals or forecasts, each with the day up to which it counts or on which it was made. */
export function moneyListing(context: MoneyContext, name: 'actuals' | 'forecasts', rows: readonly MoneyRow[]): Listing {
  const { t } = context
  return listingOf({ name, title: context.title }, rows, [
    [t('listings.column.period'), 'time', (row) => periodOf(context, row.periodId)],
    ...placeFields<MoneyRow>(context),
    [t('finance.field.costType'), 'text', (row) => row.costType],
    [t('finance.field.source'), 'text', (row) => row.fundingSource && t(fundingSourceLabels[row.fundingSource])],
    [t('listings.column.amount'), 'amount', (row) => row.amount],
    [t('listings.column.amountAsWritten'), 'text', (row) => row.amountAsWritten],
    [t('listings.column.asOf'), 'day', (row) => row.asOf],
    [t('listings.column.note'), 'text', (row) => row.note],
  ])
}

/** Money set aside and not yet bought for. */
export function reservationListing(context: MoneyContext, rows: readonly ReservationRow[]): Listing {
  const { t, places } = context
  return listingOf({ name: 'reservations', title: context.title }, rows, [
    [t('finance.field.investment'), 'text', (row) => labelOfPlace(places.investments, row.investmentId)],
    [t('listings.column.amount'), 'amount', (row) => row.amount],
    [t('listings.column.amountAsWritten'), 'text', (row) => row.asWritten],
    [t('listings.column.note'), 'text', (row) => row.note],
  ])
}
