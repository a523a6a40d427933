import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { reservationParts } from '@/components/finance/reservations/form-parts'
import { RecordForm } from '@/components/ui/record-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.reservation.add') }
}

export default async function NewReservationPage({ params }: Props) {
  const { viewer, project, t } = await keeperHere(params)
  const places = await listPlaces(viewer, project.id)
  const title = t('finance.reservation.add')
  return (
    <>
      <FinanceHeading t={t} project={project} list="reservations" title={title} under={[{ label: title }]} />
      <RecordForm
        id="reservation"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={reservationParts(t, places)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
