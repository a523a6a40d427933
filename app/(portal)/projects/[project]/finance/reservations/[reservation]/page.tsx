import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { knownReservation, reservationParts } from '@/components/finance/reservations/form-parts'
import { listPlaces } from '@/lib/finance/places/queries'
import { listReservations } from '@/lib/finance/queries'
import { keeperHere } from '../../here'
import { change, remove } from '../actions'

type Props = { params: Promise<{ project: string; reservation: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.reservation.edit') }
}

export default async function ReservationPage({ params }: Props) {
  const [{ viewer, project, t }, asked] = await Promise.all([keeperHere(params), params])
  const [rows, places] = await Promise.all([listReservations(viewer, project.id), listPlaces(viewer, project.id)])
  const row = rows.find(({ id }) => id === asked.reservation)
  if (!row) notFound()
  const title = t('finance.reservation.edit')
  return (
    <>
      <FinanceHeading t={t} project={project} list="reservations" title={title} under={[{ label: title }]} />
      <KeptForm
        t={t}
        id="reservation"
        project={project}
        row={row}
        fields={reservationParts(t, places)}
        known={knownReservation(row)}
        actions={{ change, remove }}
        removal={{ title: t('finance.reservation.remove') }}
      />
    </>
  )
}
