import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { actualDay, moneyParts } from '@/components/finance/actuals/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { RecordForm } from '@/components/ui/record-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.actual.add') }
}

export default async function NewActualPage({ params }: Props) {
  const { viewer, project, t } = await keeperHere(params)
  const places = await listPlaces(viewer, project.id)
  const title = t('finance.actual.add')
  return (
    <>
      <FinanceHeading t={t} project={project} list="actuals" title={title} under={[{ label: title }]} />
      <RecordForm
        id="actual"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={moneyParts(t, places, project.periods, actualDay(t))}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
