import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { RecordForm } from '@/components/finance/forms/record-form'
import { Removal } from '@/components/finance/forms/removal'
import { formWords } from '@/components/finance/forms/words'
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
      <RecordForm
        id="reservation"
        action={change}
        values={{ project: project.key, projectId: project.id, id: row.id, version: row.version }}
        parts={reservationParts(t, places)}
        known={knownReservation(row)}
        words={formWords(t, t('finance.form.save'))}
      />
      <Removal
        t={t}
        action={remove}
        project={project}
        row={row}
        title={t('finance.reservation.remove')}
        intro={t('finance.form.removeHelp')}
      />
    </>
  )
}
