import { amountCell, sumCell, untold } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Cell } from '@/components/ui/table-model'
import { newPurchaseAddress, purchaseAddress } from '@/lib/finance/addresses'
import { purchaseSortLabels, unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import { type PurchaseRow, partialSum } from '@/lib/finance/model'
import { labelOfPlace, type Places, shortOf } from '@/lib/finance/places/model'
import { type PurchaseFilter, type PurchaseSort, sortedQuery } from '@/lib/finance/purchases/filters/model'
import type { Words } from '@/lib/platform/words'
import { purchasesAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: ProjectHeader
  /** Those that the filter lets through */
  rows: readonly PurchaseRow[]
  /** How many there are in all */
  all: number
  places: Places
  filter: PurchaseFilter
  keeps: boolean
}

/** The register of purchases, with the sum of what is shown and how many of its amounts are unknown. */
export function PurchaseTable({ t, project, rows, all, places, filter, keeps }: Props) {
  const column = (key: string, header: string, sort?: PurchaseSort) => ({
    key,
    header,
    numeric: key === 'amount',
    sort: sort && {
      href: `${purchasesAddress(project.key)}${sortedQuery(filter, sort)}`,
      label: t('ui.sortBy', { column: header }),
      order: filter.sort === sort ? filter.order : undefined,
    },
  })
  return (
    <DataTable
      caption={t('finance.list.purchases')}
      captionNote={t('finance.purchase.shown', { shown: rows.length, all })}
      columns={[
        column('title', t(purchaseSortLabels.title), 'title'),
        column('no', t(purchaseSortLabels.no), 'no'),
        column('investment', t('finance.field.investment')),
        column('package', t('finance.field.package')),
        column('supplier', t(purchaseSortLabels.supplier), 'supplier'),
        column('decided', t(purchaseSortLabels.decided), 'decided'),
        column('amount', t(purchaseSortLabels.amount), 'amount'),
      ]}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(t, project.key, places, row) }))}
      totals={[t('finance.total'), '', '', '', '', '', sumCell(t, partialSum(rows.map(({ amount }) => amount)))]}
      empty={all === 0 ? <NoPurchases t={t} project={project.key} keeps={keeps} /> : <NoneShown t={t} />}
    />
  )
}

function cellsOf(t: Words, key: string, { investments, packages }: Places, row: PurchaseRow): Cell[] {
  const told = (text: string | null | undefined) => text ?? untold(t)
  const vat = row.vatBasis === null ? t(unknownVatLabel) : t(vatBasisLabels[row.vatBasis])
  const amount = amountCell(t, row.amount, row.amountAsWritten)
  return [
    {
      text: row.title,
      href: purchaseAddress(key, row.id),
      note: row.isSmall ? t('finance.purchase.small') : undefined,
    },
    row.sourceId,
    {
      text: shortOf(investments, row.investmentId) ?? t('finance.untold'),
      unknown: row.investmentId === null,
      note: row.shares.length > 0 ? t('finance.purchase.splitCount', { count: row.shares.length }) : undefined,
    },
    told(labelOfPlace(packages, row.workPackageId)),
    told(row.supplier),
    told(row.decidedOn && formatDate(row.decidedOn, t.locale)),
    { ...amount, note: amount.note ?? (row.vatBasis === null ? undefined : vat) },
  ]
}

function NoPurchases({ t, project, keeps }: { t: Words; project: string; keeps: boolean }) {
  return (
    <EmptyState
      title={t('finance.purchase.none')}
      actions={keeps && <ButtonLink href={newPurchaseAddress(project)}>{t('finance.purchase.add')}</ButtonLink>}
    >
      {t(keeps ? 'finance.purchase.noneHelp' : 'finance.noneToRead')}
    </EmptyState>
  )
}

const NoneShown = ({ t }: { t: Words }) => (
  <EmptyState title={t('finance.purchase.noneShown')}>{t('finance.purchase.noneShownHelp')}</EmptyState>
)
