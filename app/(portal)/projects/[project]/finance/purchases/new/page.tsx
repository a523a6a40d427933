import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { purchaseParts } from '@/components/finance/purchases/form-parts'
import { RecordForm } from '@/components/ui/record-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.purchase.add') }
}

export default async function NewPurchasePage({ params }: Props) {
  const { viewer, project, t } = await keeperHere(params)
  const places = await listPlaces(viewer, project.id)
  const title = t('finance.purchase.add')
  return (
    <>
      <FinanceHeading t={t} project={project} list="purchases" title={title} under={[{ label: title }]} />
      <RecordForm
        id="purchase"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={purchaseParts({ t, places, periods: project.periods }, { contractors: [], shares: [] })}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
