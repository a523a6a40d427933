import { amountCell, sumCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import type { PurchaseRow, ReservationRow } from '@/lib/finance/model'
import { labelOfPlace, type Places } from '@/lib/finance/places/model'
import { splitOf } from '@/lib/finance/purchases/model'
import type { Words } from '@/lib/platform/words'

type Split = { t: Words; purchase: PurchaseRow; places: Places }

/** Who pays what of a purchase, against its total. An unknown part stays unknown. */
export function PurchaseSplit({ t, purchase, places }: Split) {
  if (purchase.shares.length === 0) return <p>{t('finance.purchase.notSplit')}</p>
  const { own, others, exceeds } = splitOf(purchase)
  const name = (id: string | null) => labelOfPlace(places.investments, id) ?? t('finance.field.noInvestment')
  return (
    <>
      {exceeds && (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          <p>{t('finance.purchase.partsExceed')}</p>
        </Notice>
      )}
      <DataTable
        caption={t('finance.purchase.split')}
        hideCaption
        columns={[
          { key: 'investment', header: t('finance.field.investment') },
          { key: 'amount', header: t('finance.purchase.part'), numeric: true },
        ]}
        rows={[
          {
            key: 'own',
            cells: [{ text: name(purchase.investmentId), note: t('finance.purchase.ownPart') }, amountCell(t, own)],
          },
          ...purchase.shares.map(({ investmentId, amount }) => ({
            key: investmentId,
            cells: [name(investmentId), amountCell(t, amount)],
          })),
          { key: 'others', cells: [t('finance.purchase.otherParts'), sumCell(t, others)] },
        ]}
        totals={[t('finance.purchase.whole'), amountCell(t, purchase.amount)]}
      />
    </>
  )
}

/** Those who do the work, with their Y-tunnus. */
export function Contractors({ t, purchase }: { t: Words; purchase: PurchaseRow }) {
  const worksFor = (isSubcontractor: boolean, id: string | null) => {
    const main = purchase.contractors.find((one) => id !== null && one.id === id)
    if (main) return main.name
    return isSubcontractor ? { text: t('finance.untold'), unknown: true } : ''
  }
  return (
    <DataTable
      caption={t('finance.purchase.contractors')}
      hideCaption
      columns={[
        { key: 'name', header: t('finance.purchase.contractorName') },
        { key: 'businessId', header: t('finance.purchase.businessId') },
        { key: 'role', header: t('finance.purchase.contractorRole') },
        { key: 'worksFor', header: t('finance.purchase.worksFor') },
      ]}
      rows={purchase.contractors.map(({ id, name, businessId, isSubcontractor, contractorId }) => ({
        key: id,
        cells: [
          name,
          businessId ?? { text: t('finance.untold'), unknown: true },
          t(isSubcontractor ? 'finance.purchase.subcontractor' : 'finance.purchase.contractor'),
          worksFor(isSubcontractor, contractorId),
        ],
      }))}
      empty={<p>{t('finance.purchase.noContractors')}</p>}
    />
  )
}

type Reserved = { t: Words; rows: readonly ReservationRow[]; purchase: PurchaseRow }

/** Money set aside for the investment that the purchase belongs to. */
export function ReservedFor({ t, rows, purchase }: Reserved) {
  const own = rows.filter(({ investmentId }) => investmentId !== null && investmentId === purchase.investmentId)
  return (
    <DataTable
      caption={t('finance.list.reservations')}
      hideCaption
      columns={[
        { key: 'asWritten', header: t('finance.field.asWritten') },
        { key: 'amount', header: t('finance.field.amount'), numeric: true },
        { key: 'note', header: t('finance.field.note') },
      ]}
      rows={own.map(({ id, amount, asWritten, note }) => ({
        key: id,
        cells: [asWritten ?? { text: t('finance.untold'), unknown: true }, amountCell(t, amount), note ?? ''],
      }))}
      empty={<p>{t('finance.purchase.noReservations')}</p>}
    />
  )
}
