import { amountCell, sumCell } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { newReservationAddress, reservationAddress } from '@/lib/finance/addresses'
import { partialSum, type ReservationRow } from '@/lib/finance/model'
import { labelOfPlace, type Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; project: string; rows: readonly ReservationRow[]; places: Places; keeps: boolean }

/** Money set aside for purchases that have not been made. */
export function ReservationTable({ t, project, rows, places, keeps }: Props) {
  return (
    <DataTable
      caption={t('finance.list.reservations')}
      hideCaption
      columns={[
        { key: 'investment', header: t('finance.field.investment') },
        { key: 'amount', header: t('finance.field.amount'), numeric: true },
        { key: 'asWritten', header: t('finance.field.asWritten') },
        { key: 'note', header: t('finance.field.note') },
      ]}
      rows={rows.map((row) => {
        const label = labelOfPlace(places.investments, row.investmentId)
        return {
          key: row.id,
          cells: [
            {
              text: label ?? t('finance.field.noInvestment'),
              unknown: label === null,
              href: keeps ? reservationAddress(project, row.id) : undefined,
            },
            amountCell(t, row.amount),
            row.asWritten ?? '',
            row.note ?? '',
          ],
        }
      })}
      totals={[t('finance.total'), sumCell(t, partialSum(rows.map(({ amount }) => amount))), '', '']}
      empty={
        <EmptyState
          title={t('finance.reservation.none')}
          actions={
            keeps && <ButtonLink href={newReservationAddress(project)}>{t('finance.reservation.add')}</ButtonLink>
          }
        >
          {t(keeps ? 'finance.reservation.noneHelp' : 'finance.noneToRead')}
        </EmptyState>
      }
    />
  )
}
