import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { ReservationTable } from '@/components/finance/reservations/reservation-table'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { ButtonLink } from '@/components/ui/button'
import { newReservationAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { listReservations } from '@/lib/finance/queries'
import { financeHere } from '../here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.reservations') }
}

export default async function ReservationsPage({ params }: Props) {
  const { viewer, project, t, keeps, treasury } = await financeHere(params)
  const [rows, places] = await Promise.all([listReservations(viewer, project.id), listPlaces(viewer, project.id)])
  const add = keeps && rows.length > 0
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury={treasury}
        list="reservations"
        title={t('finance.list.reservations')}
        intro={t('finance.reservation.intro')}
        actions={
          add && <ButtonLink href={newReservationAddress(project.key)}>{t('finance.reservation.add')}</ButtonLink>
        }
      />
      <ReservationTable t={t} project={project.key} rows={rows} places={places} keeps={keeps} />
      {rows.length > 0 && <ListingLinks t={t} project={project.key} list="reservations" />}
    </>
  )
}
